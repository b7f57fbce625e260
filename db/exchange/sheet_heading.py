"""The heading row of an allocation sheet as the plans print it."""

from __future__ import annotations

from models.catalogue import Language
from models.layout import Layout
from models.measure import Basis
from models.plan import Plan

Column = tuple[Basis, int]  # basis and year of the beds that a column holds


def columns_of(layout: Layout, plan: Plan) -> list[Column]:
    """The columns of figures: authorised and actual in the baseline year, planned in the target."""
    return [
        (basis, plan.target_year if basis is Basis.PLANNED else plan.baseline_year)
        for basis in layout.bases
    ]


def heading_texts(layout: Layout, plan: Plan, language: Language) -> list[str]:
    """The heading as the plans print it: Dazu 专栏3 (three columns), Yanjiang 表1 (one column)."""
    year = plan.target_year
    if layout is Layout.THREE_COLUMN:
        if language is Language.ZH:
            beds = ["现有编制床位（张）", "实有床位（张）", f"{year}年规划编制床位（张）"]
            return ["序号", "机构名称", *beds]
        return ["No.", "Facility", "Authorised beds", "Actual beds", f"Planned beds {year}"]
    if language is Language.ZH:
        return ["医疗机构", f"{year}年编制床位配置目标（张）", "备注"]
    return ["Facility", f"Authorised beds, target {year}", "Remarks"]
