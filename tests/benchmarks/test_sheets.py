"""Target sheets on paper: set by the program, by bare Typst, and by LibreOffice."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import docx
import pypdfium2
import pytest
import typst
from pytest_benchmark.fixture import BenchmarkFixture

from db.exchange.pdf import first_pages, target_sheets_pdf, typst_fonts
from db.exchange.sheet_data import sheet_data
from models.catalogue import Catalogue, Language
from models.county import County
from models.edits import Record
from models.rules.evaluate import Evaluation
from models.rules.rule import Finding
from models.sheet_service import sheet_services
from models.target_sheet import SheetFinding, TargetSheet, target_sheet

Made = Callable[..., list[Record]]
# The same figures in plain tables, without header, map, marks or notes.
BARE = b"""
#let data = json(bytes(sys.inputs.data))
#set page(paper: "a4")
#set text(font: "Noto Serif SC", size: 10pt)
#for sheet in data {
  heading(sheet.facility.name)
  table(columns: 6, ..for row in sheet.rows {
    (row.name, row.unit, row.authorised, row.actual, row.planned, row.change)
  })
  for finding in sheet.findings [#finding.rule #finding.measured #finding.limit #finding.source \\ ]
  pagebreak(weak: true)
}
"""


def sheets_of(county: County, catalogue: Catalogue) -> list[TargetSheet]:
    plan = county.plan("plan")
    evaluation = Evaluation(county, plan, catalogue.rules("dazu"))
    rules = tuple(evaluation.rules)
    ids = [f.id for f in county.facilities]
    services = sheet_services(county, plan.target_year, ids)
    return [
        target_sheet(
            county, plan, rules, map(told, evaluation.of_facility(i)), catalogue, i, Language.ZH,
            service=services.get(i),
        )
        for i in ids
    ]  # fmt: skip


def told(finding: Finding) -> SheetFinding:
    """The words of the screen are made elsewhere; as many are set here."""
    rule = finding.rule
    measured, limit = f"1:{float(finding.measured or 0):.2f}", f"≥ 1:{float(finding.limit):.2f}"
    short = f"缺 {finding.shortfall} 人（注册护士）"
    return SheetFinding("错误", rule.zh, measured, limit, short, rule.source.document)


def pages(pdf: bytes) -> int:
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


@pytest.mark.parametrize("count", [1, 500, 2000])
def test_sheets_gathered_and_set(
    benchmark: BenchmarkFixture, made: Made, catalogue: Catalogue, count: int
) -> None:
    county = County(made(count, 400))

    def pdf() -> bytes:
        return target_sheets_pdf(sheets_of(county, catalogue), Language.ZH, date(2026, 1, 1))

    assert len(first_pages(benchmark.pedantic(pdf, rounds=1, warmup_rounds=0))) == count


@pytest.mark.parametrize("count", [500, 2000])
def test_the_same_figures_by_bare_typst(
    benchmark: BenchmarkFixture, made: Made, catalogue: Catalogue, count: int
) -> None:
    """The floor: figures that are there already, in the plainest tables."""
    sheets = sheets_of(County(made(count, 400)), catalogue)
    data = json.dumps([sheet_data(sheet) for sheet in sheets], ensure_ascii=False)

    def pdf() -> bytes:
        compiler = typst.Compiler(
            BARE,
            font_paths=typst_fonts(),
            ignore_system_fonts=True,
            sys_inputs={"data": data},
        )
        return compiler.compile(format="pdf", pdf_tags=False)  # type: ignore[return-value]

    assert pages(benchmark.pedantic(pdf, rounds=1, warmup_rounds=0)) >= count


def test_as_many_pages_of_word_by_libreoffice(
    benchmark: BenchmarkFixture, made: Made, catalogue: Catalogue, tmp_path: Path
) -> None:
    """What a bureau does today: a Word document of 500 pages with a table each, made a PDF."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    document = docx.Document()
    for sheet in sheets_of(County(made(500, 400)), catalogue):
        document.add_heading(sheet.facility.name)
        table = document.add_table(rows=0, cols=5)
        for row in sheet.rows:
            for cell, text in zip(
                table.add_row().cells,
                (row.name, row.unit, str(row.authorised), str(row.actual), str(row.planned)),
                strict=True,
            ):
                cell.text = text
        document.add_page_break()
    source = tmp_path / "sheets.docx"
    document.save(str(source))
    command = [office, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(source)]

    def convert() -> None:
        subprocess.run(command, check=True, capture_output=True, timeout=500)

    benchmark.pedantic(convert, rounds=1, warmup_rounds=0)
    assert pages(source.with_suffix(".pdf").read_bytes()) >= 500
