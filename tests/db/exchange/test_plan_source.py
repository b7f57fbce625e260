"""A plan's text as tables to look at; the texts are made here, and read from the real plans."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from db.exchange.plan_source import read_plan_source
from models.county import County
from models.errors import BadCells, ImportConflicts, Reason
from models.layout import Layout
from models.plan_source import PlanSource

TITLE = "丁县医疗卫生服务体系“十五五”规划"
LAYOUT = (
    "序号",
    "机构名称",
    "现有编制床位（张）",
    "实有床位（张）",
    "2030年规划编制床位（张）",
    "电话",
)
ONE = ("1", "丁县人民医院", "100", "120", "150", "0")


def read(folder: Path, *rows: Sequence[str]) -> PlanSource:
    path = folder / "plan.txt"
    body = "\n\n".join("\n".join(f"\t{cell}" for cell in row) for row in rows)
    known = f"专栏3  丁县公立医院布局\n\n{body}\n\n\n"
    unknown = "附表\n\n\t甲\n\t乙\n\n\t1\n\t2\n\n\n"
    path.write_text(f"{TITLE}\n\n本规划。\n{known}{unknown}", encoding="utf-8")
    return read_plan_source(path)


def test_every_table_is_there_with_what_its_columns_hold(tmp_path: Path) -> None:
    source = read(tmp_path, LAYOUT, ONE)
    assert [table.layout for table in source.tables] == [Layout.THREE_COLUMN, None]
    assert [str(use) for use in source.tables[0].uses] == [
        "number", "name", "value beds authorised 2025", "value beds actual 2025",
        "value beds planned 2030", "ignored",
    ]  # fmt: skip
    assert source.tables[0].source.text(1, 1) == "丁县人民医院"
    (part,) = source.recognised
    assert part.columns[4] == ("2030年规划编制床位（张）", "value beds planned 2030")


def test_bad_cells_are_marked_where_they_stand(tmp_path: Path) -> None:
    two = ("2", "丁县中医院", "八十", "85", "9O", "")
    source = read(tmp_path, LAYOUT, ONE, two)
    assert [(p.row, p.column, p.text, p.code) for p in source.problems] == [
        (3, "C", "八十", Reason.NOT_A_NUMBER),
        (3, "E", "9O", Reason.NOT_A_NUMBER),
    ]
    assert source.records == ()
    assert source.against(County()).reading.changes == ()
    with pytest.raises(BadCells):
        source.whole(County())


def test_a_row_of_a_wrong_length_is_marked(tmp_path: Path) -> None:
    source = read(tmp_path, LAYOUT, ONE, (*ONE[:3], "1", "2", "3", "4", "5"))
    (problem,) = source.problems
    assert (problem.row, problem.column, problem.code) == (3, "A", Reason.OUTSIDE_TABLE)


def test_what_stands_otherwise_in_the_county_is_a_conflict(tmp_path: Path) -> None:
    county = County(read(tmp_path, LAYOUT, ONE).records)
    assert read(tmp_path, LAYOUT, ONE).against(county).reading.changes == ()
    with pytest.raises(ImportConflicts):
        read(tmp_path, LAYOUT, (*ONE[:4], "151", "0")).against(county)


def test_all_tables_of_the_real_plans_are_shown(seeds: Path) -> None:
    for path in seeds.glob("*.txt"):
        source = read_plan_source(path)
        assert source.problems == ()
        taken = [table for table in source.tables if table.layout is not None]
        assert len(taken) == len(source.recognised)
        for table in source.tables:
            assert len(table.uses) == len(table.headings)
