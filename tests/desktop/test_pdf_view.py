"""The PDF preview: only what is in sight is drawn; pages and zoom by keyboard."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.pdf_pages import PdfPages
from desktop.pdf_view import PdfView

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the offscreen platform


def blank_pdf(pages: int) -> bytes:
    document, buffer = pypdfium2.PdfDocument.new(), io.BytesIO()
    for _ in range(pages):
        document.new_page(595, 842)
    document.save(buffer)
    document.close()
    return buffer.getvalue()


@pytest.fixture
def view(qtbot: QtBot) -> PdfView:
    view = PdfView()
    qtbot.addWidget(view)
    view.resize(500, 600)
    view.show()
    view.show_pdf(blank_pdf(40))
    view.grab()
    return view


def test_only_pages_in_sight_are_kept(view: PdfView) -> None:
    assert view.page_count == 40
    assert view.drawn_pages == {0}
    view.go_to_page(20)
    view.grab()
    assert 20 in view.drawn_pages
    assert len(view.drawn_pages) <= 2


def test_pages_turn_by_keyboard(view: PdfView, qtbot: QtBot) -> None:
    for key, page in (
        (Qt.Key.Key_PageDown, 1),
        (Qt.Key.Key_PageDown, 2),
        (Qt.Key.Key_PageUp, 1),
        (Qt.Key.Key_End, 39),
        (Qt.Key.Key_Home, 0),
    ):
        qtbot.keyClick(view, key)
        assert view.page == page


def test_a_page_fits_the_width_and_goes_on_doing_so(view: PdfView) -> None:
    assert view.horizontalScrollBar().maximum() == 0
    before = view.zoom
    view.resize(800, 600)
    assert view.zoom > before
    assert view.horizontalScrollBar().maximum() == 0


def test_zoom_keeps_the_page_and_has_ends(view: PdfView, qtbot: QtBot) -> None:
    view.go_to_page(20)
    qtbot.keyClick(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert abs(view.page - 20) <= 1
    for _ in range(20):
        view.zoom_in()
    assert view.zoom == 4
    for _ in range(20):
        view.zoom_out()
    assert view.zoom == 0.25


def test_a_renewed_pdf_stays_at_its_place_and_a_new_one_begins_at_the_top(view: PdfView) -> None:
    view.go_to_page(7)
    view.show_pdf(blank_pdf(40), keep_place=True)
    assert view.page == 7
    view.show_pdf(blank_pdf(3))
    assert view.page == 0


def test_what_is_no_pdf_leaves_the_last_one(view: PdfView) -> None:
    with pytest.raises(pypdfium2.PdfiumError):
        view.show_pdf(b"no pdf")
    assert view.page_count == 40


def test_a_page_is_drawn_at_the_resolution_asked_for(qtbot: QtBot) -> None:
    image = PdfPages(blank_pdf(1)).image(0, 144)
    assert (image.width(), image.height()) == (1190, 1684)
    assert image.pixelColor(5, 5).name() == "#ffffff"
