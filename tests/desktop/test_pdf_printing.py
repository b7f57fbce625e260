"""A PDF on its way to a printer: which pages, how often."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from desktop.background import Cancelled, Task, start
from desktop.pdf_printing import NoPrinter, a4_printer, print_work


def blank_pages(*widths: int) -> bytes:
    """A PDF with a blank page of each width in points."""
    document, buffer = pypdfium2.PdfDocument.new(), io.BytesIO()
    for width in widths:
        document.new_page(width, 842)
    document.save(buffer)
    document.close()
    return buffer.getvalue()


@pytest.fixture
def printer(qapp: object, tmp_path: Path) -> QPrinter:
    printer = a4_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    return printer


def printed_pages(printer: QPrinter, pdf: bytes, qtbot: QtBot) -> int:
    task = Task(print_work(pdf, printer))
    with qtbot.waitSignal(task.finished) as finished:
        start(task)
    with pypdfium2.PdfDocument(printer.outputFileName()) as printed:
        assert finished.args == [len(printed)]
        return len(printed)


def test_without_a_range_every_page_is_printed(printer: QPrinter, qtbot: QtBot) -> None:
    assert printed_pages(printer, blank_pages(595, 595, 595), qtbot) == 3


def test_a_range_of_pages_is_kept(printer: QPrinter, qtbot: QtBot) -> None:
    printer.setFromTo(2, 3)
    assert printed_pages(printer, blank_pages(*[595] * 5), qtbot) == 2


def test_a_range_past_the_end_stops_at_the_end(printer: QPrinter, qtbot: QtBot) -> None:
    printer.setFromTo(2, 99)
    assert printed_pages(printer, blank_pages(595, 595, 595), qtbot) == 2


def test_copies_are_made(printer: QPrinter, qtbot: QtBot) -> None:
    printer.setCopyCount(2)
    assert printed_pages(printer, blank_pages(595, 595, 595), qtbot) == 6


@pytest.mark.qt_log_ignore("QPainter::begin")  # what Qt says of it
def test_a_printer_that_does_not_answer_is_told(printer: QPrinter, tmp_path: Path) -> None:
    printer.setOutputFileName(str(tmp_path / "nowhere" / "printed.pdf"))
    with pytest.raises(NoPrinter):
        print_work(blank_pages(595), printer)(Task(lambda task: None))


def test_cancel_stops_between_two_pages(printer: QPrinter) -> None:
    task = Task(lambda task: None)
    told: list[int] = []
    task.progressed.connect(lambda done, total: (told.append(done), done == 1 and task.cancel()))
    with pytest.raises(Cancelled):
        print_work(blank_pages(595, 595, 595, 595), printer)(task)
    assert told == [0, 1]
