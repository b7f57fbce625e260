"""The five published plans as Word documents and as workbooks read as their texts do."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import pytest
from docx import Document

from db.exchange.plan_text import read_plan_text
from db.exchange.proofreading_source import read_for_proofreading
from db.exchange.raw_tables import RawTable, read_raw, read_text
from models.proofreading import proofread
from models.published import (
    BedStandardTable,
    EquipmentTable,
    IndicatorRow,
    IndicatorTable,
    LayoutTable,
    ProjectTable,
    PublishedPlan,
)
from tests.db.exchange.plan_writers import (
    Block,
    told,
    write_workbook,
)

NAMES = ["000", "001", "002", "003", "004"]


@pytest.mark.parametrize("name", NAMES)
def test_a_published_plan_as_a_document_reads_as_its_text(
    name: str, seeds: Path, tmp_path: Path
) -> None:
    (source,) = seeds.glob(f"{name}_*.txt")
    raw, path = read_raw(read_text(source)), tmp_path / "plan.docx"
    write_raw_word(path, [*raw.prose, *((t.line, t) for t in raw.tables)])
    assert_the_same(source, path)


def write_raw_word(path: Path, blocks: list[tuple[int, str] | tuple[int, RawTable]]) -> None:
    """The scattered rows as they stand: a row of fewer cells has fewer in the document too."""
    document = Document()
    for _, block in sorted(blocks, key=lambda placed: placed[0]):
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        table = document.add_table(0, block.width)
        for n, cells in enumerate(block.rows):
            if n in block.gaps:
                table.add_row()
            row = table.add_row()
            for cell, text in zip(row.cells, cells, strict=False):
                cell.text = text
            for tc in row._tr.tc_lst[len(cells) :]:
                row._tr.remove(tc)
    document.save(str(path))


@pytest.mark.parametrize("name", NAMES)
def test_a_published_plan_as_a_workbook_reads_as_its_text(
    name: str, seeds: Path, tmp_path: Path
) -> None:
    """Its tables in order, a cell for each that is printed; its text on a sheet before them."""
    (source,) = seeds.glob(f"{name}_*.txt")
    reading = read_plan_text(source)
    blocks: list[Block] = [text for _, text in reading.prose if not text.startswith(("专栏", "表"))]
    for table in tables_of(reading.published):
        blocks.extend((table.title, rows_of(table, reading.published)))
    path = tmp_path / "plan.xlsx"
    write_workbook(path, blocks)
    assert_the_same(source, path)


Table = IndicatorTable | BedStandardTable | LayoutTable | EquipmentTable | ProjectTable


def tables_of(plan: PublishedPlan) -> list[Table]:
    tables: list[Table] = [plan.indicators, plan.bed_standard, *plan.layouts, plan.equipment]
    if plan.projects.columns != ("", ""):  # else the running text names them
        tables.append(plan.projects)
    return [table for table in tables if table.rows]


def rows_of(table: Table, plan: PublishedPlan) -> list[list[str]]:
    first, last = f"{plan.baseline_year}年", f"{plan.target_year}年"
    if isinstance(table, IndicatorTable):
        units = ["单位"] if any(row.unit for row in table.rows) else []
        heading = ["类别", "序号", "指标", *units, f"{first}实际值", f"{last}目标值", "指标性质"]
        return [
            heading,
            *(
                [r.category, r.number, r.name, *([r.unit] if units else []), *values_of(r)]
                for r in table.rows
            ),
        ]
    if isinstance(table, BedStandardTable):
        beds = [f"编制床位数 {first}", f"编制床位数 {last}"]
        rates = [f"每千常住人口编制床位数 {first}", f"每千常住人口编制床位数 {last}"]
        cells = [
            [r.name, r.beds_baseline, r.beds_target, r.rate_baseline, r.rate_target]
            for r in table.rows
        ]
        return [["机构类别", *beds, *rates], *cells]
    if isinstance(table, EquipmentTable):
        devices = ["区域", *table.devices]
        years = ["", *[f"{first}配置", f"{last}规划"] * len(table.devices)]
        return [devices, years, *([r.name, *chain(*r.cells)] for r in table.rows)]
    if isinstance(table, LayoutTable):
        kept = [i for i, heading in enumerate(table.columns) if heading]
        printed = [
            [r.number, r.name, r.authorised, r.actual, r.planned, r.note]
            for r in (*table.rows, *([table.total] if table.total else []))
        ]
        return [[row[i] for i in kept] for row in (list(table.columns), *printed)]
    heading = ["序号", "项目名称", "建设性质", "建设规模及主要内容", "起止年限", *table.columns]
    amounts = [
        [r.number, r.name, r.nature, r.content, r.period, r.total_investment, r.period_investment]
        for r in (*table.rows, *([table.total] if table.total else []))
    ]
    return [heading, *amounts]


def values_of(row: IndicatorRow) -> tuple[str, str, str]:
    return row.baseline, row.target, row.nature


def assert_the_same(source: Path, path: Path) -> None:
    expected, found = read_for_proofreading(source), read_for_proofreading(path)
    assert found[0].indicators == expected[0].indicators
    assert found[0].layouts == expected[0].layouts
    assert told(proofread(*found)) == told(proofread(*expected))
