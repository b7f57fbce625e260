"""A text is found in a PDF where it stands, and the preview leads from place to place."""

from __future__ import annotations

import pytest
import typst
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from db.exchange.pdf import typst_fonts
from desktop.pages.preview_panel import PreviewPanel
from desktop.pdf_pages import PdfPages
from desktop.pdf_thumbnails import ThumbnailModel

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the offscreen platform

# Three pages of 400 × 400 points; 龙水镇 stands 100 points from the left and the top of the
# first and the last, and twice on the last.
SOURCE = """
#set page(width: 400pt, height: 400pt, margin: 0pt)
#set text(font: "Noto Sans SC", size: 20pt)
#show heading: none
= 甲院
#place(dx: 100pt, dy: 100pt)[龙水镇 ABC]
#pagebreak()
= 乙院
#pagebreak()
= 丙院
#place(dx: 100pt, dy: 100pt)[龙水镇 abc]
#place(dx: 100pt, dy: 300pt)[龙水镇]
"""


@pytest.fixture(scope="module")
def pdf() -> bytes:
    compiler = typst.Compiler(SOURCE.encode(), font_paths=typst_fonts(), ignore_system_fonts=True)
    made = compiler.compile(format="pdf")
    assert isinstance(made, bytes)
    return made


@pytest.fixture
def panel(qtbot: QtBot, pdf: bytes) -> PreviewPanel:
    panel = PreviewPanel()
    qtbot.addWidget(panel)
    panel.resize(900, 500)
    panel.show()
    panel.show_pdf(pdf)
    return panel


def test_places_are_points_from_the_upper_left_corner(pdf: bytes) -> None:
    pages = PdfPages(pdf)
    ((page, first),) = pages.places_of("龙水镇", [0])
    assert page == 0
    assert first.left() == pytest.approx(100, abs=3)
    assert 95 < first.top() < first.bottom() < 130
    assert first.width() == pytest.approx(60, abs=4)  # three characters of 20 points
    found = pages.places_of("龙水镇", [1, 2])
    assert [(page, round(place.top(), -2)) for page, place in found] == [(2, 100), (2, 300)]


def test_capitals_do_not_matter(pdf: bytes) -> None:
    pages = PdfPages(pdf)
    assert [page for page, _ in pages.places_of("abc", [0, 1, 2])] == [0, 2]
    assert pages.places_of("abc", [0]) == pages.places_of("ABC", [0])


def test_bookmarks_are_the_outline(pdf: bytes) -> None:
    assert PdfPages(pdf).outline == [("甲院", 0), ("乙院", 1), ("丙院", 2)]


def test_the_search_goes_from_place_to_place_and_round(panel: PreviewPanel, qtbot: QtBot) -> None:
    panel.search_line.setText("龙水镇")
    qtbot.waitUntil(lambda: panel.hits.text() == "1 / 3")
    assert panel.view.page == 0
    panel.find_next()
    assert (panel.hits.text(), panel.view.page) == ("2 / 3", 2)
    qtbot.keyClick(panel.search_line, Qt.Key.Key_Return)
    qtbot.keyClick(panel.search_line, Qt.Key.Key_Return)
    assert panel.hits.text() == "1 / 3"


def test_what_is_nowhere_is_told_and_an_empty_search_is_silent(
    panel: PreviewPanel, qtbot: QtBot
) -> None:
    panel.search_line.setText("没有这个词")
    qtbot.waitUntil(lambda: panel.hits.text() == "not found")
    panel.search_line.clear()
    qtbot.waitUntil(lambda: panel.hits.text() == "")


def test_places_are_marked_on_the_page(panel: PreviewPanel, qtbot: QtBot) -> None:
    plain = panel.view.grab().toImage()
    panel.search_line.setText("龙水镇")
    qtbot.waitUntil(lambda: panel.hits.text() == "1 / 3")
    assert panel.view.grab().toImage() != plain


def test_a_small_page_and_a_bookmark_lead_to_the_page(panel: PreviewPanel) -> None:
    panel.thumbnails.setCurrentIndex(panel.thumbnails.pages.index(1, 0))
    assert panel.view.page == 1
    assert panel.bookmarks.currentText() == "乙院"
    panel.bookmarks.setCurrentIndex(2)
    panel.bookmarks.activated.emit(2)
    assert panel.view.page == 2
    assert panel.thumbnails.currentIndex().row() == 2


def test_one_page_needs_no_small_pages(panel: PreviewPanel) -> None:
    single = typst.Compiler(b"= A", font_paths=typst_fonts()).compile(format="pdf")
    assert panel.thumbnails.isVisible()
    panel.show_pdf(single)  # type: ignore[arg-type]
    assert not panel.thumbnails.isVisible()
    assert not panel.bookmarks.isVisible()


def test_small_pages_are_an_item_model(pdf: bytes, qtmodeltester: ModelTester) -> None:
    model = ThumbnailModel()
    qtmodeltester.check(model)
    model.show_pages(PdfPages(pdf))
    qtmodeltester.check(model)
    first = model.index(0, 0)
    assert first.data() == "1"
    assert first.data(Qt.ItemDataRole.ToolTipRole) == "甲院"
    picture = first.data(Qt.ItemDataRole.DecorationRole)
    assert (picture.width(), picture.height()) == (84, 84)
