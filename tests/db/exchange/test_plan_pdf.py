from __future__ import annotations

from datetime import date

import pypdfium2
import pytest

from db.exchange.plan_pdf import document_pdf
from models.catalogue import Language
from models.plan import PlanState
from models.plan_document import Kind, PlanDocument, PlanTable, Side, TableColumn, TableRow

COLUMNS = (
    TableColumn("类别", 20),
    TableColumn("机构名称", 40),
    TableColumn("2020年", 12, Kind.COUNT, Side.RIGHT, "床位"),
    TableColumn("2025年", 12, Kind.COUNT, Side.RIGHT, "床位"),
)
DAY = date(2026, 11, 25)


def table(rows: int, *, landscape: bool = False) -> PlanTable:
    lines = [TableRow(("医院", f"第{n}医院", n, None)) for n in range(1, rows + 1)]
    return PlanTable(
        "床位", "某县床位", COLUMNS, tuple(lines), heads=2, joined=0, landscape=landscape,
        notes=("注：人口为推算。",),
    )  # fmt: skip


def pages(document: PlanDocument, *, archive: bool = False) -> list[str]:
    """The text of each page without its spaces, which are the reader's own."""
    with pypdfium2.PdfDocument(document_pdf(document, DAY, archive=archive)) as pdf:
        return ["".join(page.get_textpage().get_text_bounded().split()) for page in pdf]


def document(*tables: PlanTable, state: PlanState = PlanState.DRAFT) -> PlanDocument:
    word = {PlanState.DRAFT: "草案", PlanState.ISSUED: "印发"}[state]
    return PlanDocument(
        "某县规划", f"规划 {word}", Language.ZH, tables, state, word, source="《某县规划》"
    )


def test_headings_and_the_joined_cell_go_on_over_pages() -> None:
    first, second, *rest = pages(document(table(80)))
    assert rest == []
    for number, page in enumerate((first, second), 1):
        assert "机构名称" in page
        assert f"第{number}页，共2页" in page
        assert "打印日期：2026-11-25" in page
    assert "专栏1某县床位" in first
    assert "专栏1" not in second
    assert "第80医院" in second
    assert "资料来源：《某县规划》" in second


def test_a_wide_table_lies_on_a_turned_page() -> None:
    pdf = document_pdf(document(table(3), table(3, landscape=True)), DAY)
    with pypdfium2.PdfDocument(pdf) as read:
        sizes = [tuple(round(side) for side in page.get_size()) for page in read]
        bookmarks = [bookmark.get_title() for bookmark in read.get_toc()]
    assert sizes == [(595, 842), (842, 595)]
    assert bookmarks == ["专栏1 某县床位", "专栏2 某县床位"]


def marks(state: PlanState) -> int:
    """How often the state's word stands on the page of a one-page document."""
    (text,) = pages(document(table(1), state=state))
    return text.count("草案")


def test_a_draft_is_marked_across_the_page() -> None:
    assert marks(PlanState.DRAFT) == 3  # in the head, under the title, across the page
    assert marks(PlanState.ISSUED) == 0


def test_a_blank_is_a_dash_and_zero_a_figure() -> None:
    (text,) = pages(document(PlanTable("表", "表", COLUMNS[1:], (TableRow(("甲", 0, None)),))))
    assert "甲0—" in text


@pytest.mark.parametrize("archive", [True, False])
def test_the_archive_gets_pdf_a(archive: bool) -> None:
    pdf = document_pdf(document(table(1)), DAY, archive=archive)
    assert (b"<pdfaid:part>2</pdfaid:part>" in pdf) is archive
    assert (b"<pdfaid:conformance>B</pdfaid:conformance>" in pdf) is archive


def test_the_same_tables_on_the_same_day_are_the_same_bytes() -> None:
    assert document_pdf(document(table(3)), DAY) == document_pdf(document(table(3)), DAY)
