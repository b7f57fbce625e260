from __future__ import annotations

from db.exchange.sheet_heading import heading_texts
from models.catalogue import Language
from models.layout import Layout
from models.plan import Plan


def test_headings_are_those_of_the_published_tables(plan: Plan) -> None:
    assert heading_texts(Layout.THREE_COLUMN, plan, Language.ZH) == [
        "序号",
        "机构名称",
        "现有编制床位（张）",
        "实有床位（张）",
        "2025年规划编制床位（张）",
    ]
    assert heading_texts(Layout.ONE_COLUMN, plan, Language.ZH) == [
        "医疗机构",
        "2025年编制床位配置目标（张）",
        "备注",
    ]
