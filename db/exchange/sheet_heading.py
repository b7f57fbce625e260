"""The heading row of an allocation sheet: how it is written, and how one is recognised."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from models.catalogue import Language
from models.layout import Layout
from models.measure import Basis
from models.plan import Plan

Column = tuple[Basis, int]  # basis and year of the beds that a column holds

_NAME_WORDS = {
    "机构", "机构名称", "医疗机构", "医疗机构名称", "医疗卫生机构", "单位", "单位名称", "名称",
    "facility", "facilityname", "institution",
}  # fmt: skip
_NUMBER_WORDS = {"序号", "编号", "no.", "no"}
_REMARK_WORDS = {"备注", "说明", "remarks", "remark", "note", "notes"}
# A heading is one of beds where nothing but these words is in it: “每千人口床位” is another thing.
_BED_WORDS = re.compile(
    r"\d{4}年?|现有|目前|规划|目标|编制|核定|实有|床位|配置|数|\(张\)|[,:()]"
    r"|planned|target|authorised|authorized|actual|beds?"
)


@dataclass(frozen=True)
class SheetHeading:
    """Where the columns of a sheet are, by index from 0.

    `values` are the columns of beds taken, `repeated` those that hold the same as one of them,
    `unknown` those that are not known or of a year that is not the plan's.
    """

    name: int
    values: Mapping[int, Column]
    remark: int | None
    repeated: tuple[int, ...]
    unknown: tuple[int, ...]


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


def heading_of(texts: Sequence[str], plan: Plan) -> SheetHeading | None:
    """The columns of a row of texts; None where it is not the heading of an allocation table."""
    keys = [key(text) for text in texts]
    names = [i for i, word in enumerate(keys) if word in _NAME_WORDS]
    values: dict[int, Column] = {}
    repeated, unknown, remark = [], [], None
    for i, word in enumerate(keys):
        column = _column(word, plan)
        if column is not None and column in values.values():
            repeated.append(i)
        elif column is not None:
            values[i] = column
        elif word in _REMARK_WORDS:
            remark = i
        elif word and word not in _NUMBER_WORDS and i not in names[:1]:
            unknown.append(i)
    if not names or not values:
        return None
    return SheetHeading(names[0], values, remark, tuple(repeated), tuple(unknown))


def key(text: str) -> str:
    """A text without what does not tell two apart: spaces, width of characters, case."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).lower()


def _column(word: str, plan: Plan) -> Column | None:
    """The beds that a heading speaks of; None for other things and other years."""
    if not ("床位" in word or "bed" in word) or _BED_WORDS.sub("", word):
        return None
    basis = _basis(word)
    if basis is None:
        return None
    year = plan.target_year if basis is Basis.PLANNED else plan.baseline_year
    named = re.search(r"\d{4}", word)
    return None if named and int(named[0]) != year else (basis, year)


def _basis(word: str) -> Basis | None:
    """规划编制床位 is planned, although 编制 is in it."""
    for basis, signs in (
        (Basis.PLANNED, ("规划", "目标", "planned", "target")),
        (Basis.ACTUAL, ("实有", "actual")),
        (Basis.AUTHORISED, ("编制", "核定", "authorised", "authorized")),
    ):
        if any(sign in word for sign in signs):
            return basis
    return None
