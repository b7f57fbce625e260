"""Beside the contradictions: both places side by side, the arithmetic, and what was read."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QTextBrowser

from desktop.pages.derivation import paragraphs
from desktop.pages.discrepancy_steps import discrepancy_steps, unchecked_text
from desktop.proofreading_files import ProofreadDocument
from desktop.tables.discrepancy_table_model import kind_word, statement_text
from models.discrepancy import Discrepancy

_QUOTED = "#eef2f6"  # the ground of what is quoted


class DiscrepancyPanel(QTextBrowser):
    """Shows one contradiction of a document, or what of the document was read and checked."""

    def __init__(self) -> None:
        super().__init__()
        self._document: ProofreadDocument | None = None
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._follow_link)

    def show_found(self, document: ProofreadDocument | None, found: Discrepancy | None) -> None:
        """Without a contradiction what was read is shown, and nothing without a document."""
        self._document = document
        if document is None:
            self.clear()
        elif found is None:
            self._show_reading(document)
        else:
            html = paragraphs(kind_word(found.kind), [statement_text(found)])
            html += paragraphs(self.tr("As printed"), [""]) + _side_by_side(found)
            html += paragraphs(self.tr("Step by step"), discrepancy_steps(found))
            read = escape(self.tr("What was read and checked"))
            self.setHtml(f"{html}<p><a href='read:'>{read}</a></p>")

    def _follow_link(self, link: QUrl) -> None:
        if self._document is not None:
            self._show_reading(self._document)

    def _show_reading(self, document: ProofreadDocument) -> None:
        rows = self.tr("{table}: {count} rows")
        read = [rows.format(table=table, count=count) for table, count in document.tables]
        read.append(self.tr("Running text: {count} lines").format(count=document.lines))
        html = paragraphs(self.tr("What was read and checked"), read)
        left = [unchecked_text(total) for total in document.unchecked]
        self.setHtml(html + paragraphs(self.tr("Totals that could not be checked"), left))


def _side_by_side(found: Discrepancy) -> str:
    """Two places to a row, each with what is printed there."""
    width = 100 if len(found.places) == 1 else 50
    cells = [
        f"<td width='{width}%' bgcolor='{_QUOTED}'><b>{escape(where)}</b><br>{escape(quote)}</td>"
        for where, quote in zip(found.places, found.quotes, strict=True)
    ]
    rows = "".join(f"<tr>{''.join(cells[n : n + 2])}</tr>" for n in range(0, len(cells), 2))
    return f"<table width='100%' cellspacing='4' cellpadding='6'>{rows}</table>"
