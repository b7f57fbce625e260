"""What the allocation table refuses, and what it asks back before it changes anything."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPersistentModelIndex

from desktop.dialogs.bad_cells_panel import BadCellsPanel
from desktop.dialogs.question_panel import QuestionPanel
from desktop.doubt_wording import doubt_text, unit_text
from desktop.session import CountySession
from desktop.tables.allocation_table_model import Question
from desktop.tables.allocation_table_view import AllocationTableView
from desktop.tables.pasting import Pasting, Text
from models.edits import Edit
from models.errors import BadCell, BadCells


class AllocationAsking(QObject):
    """Two panels to stand over the table, hidden until something is refused or in doubt."""

    def __init__(self, session: CountySession, view: AllocationTableView) -> None:
        super().__init__(view)
        self.session, self.view = session, view
        self._typed: tuple[QPersistentModelIndex, str] | None = None  # what a doubt is about
        self.bad_cells = BadCellsPanel()
        self.question = QuestionPanel()
        view.table.refused.connect(self._refuse)
        view.table.asked.connect(self._ask_about_values)
        view.paste_asked.connect(self._ask_about_paste)
        self.bad_cells.chosen.connect(self._go_to)
        self.question.given_up.connect(self._go_back)
        session.changed.connect(self.put_away)

    def put_away(self) -> None:
        """What was refused or asked is no longer about what the table holds."""
        self.bad_cells.hide()
        self.question.put_away()

    def _refuse(self, error: BadCells) -> None:
        self.question.put_away()
        self.bad_cells.show_cells(error)

    def _ask_about_values(self, question: Question) -> None:
        self.bad_cells.hide()
        session = self.session
        self._typed = None
        if len(question.texts) == 1:
            row, column, typed = question.texts[0]
            self._typed = QPersistentModelIndex(self.view.table.index(row, column)), typed
        lines = [
            doubt_text(doubt, session.catalogue, session.language) for doubt in question.doubts
        ]
        lines += [unit_text(read, session) for read in question.units]
        text = self.tr("Please check. Nothing was changed yet: {count} in doubt")
        anyway = (self.tr("Take over anyway"), lambda: self._carry_out(question.edit))
        self.question.ask(text.format(count=len(lines)), lines, [anyway], self.tr("Go back"))

    def _carry_out(self, edit: Edit) -> None:
        self.session.do(edit)
        self.view.setFocus()

    def _go_back(self) -> None:
        """Back to the table; a single text is offered again in its cell."""
        self.view.setFocus()
        if self._typed is not None and self._typed[0].isValid():
            index, text = self._typed
            self.view.type_again(index.row(), index.column(), text)
        self._typed = None

    def _ask_about_paste(self, pasting: Pasting) -> None:
        self.bad_cells.hide()
        self._typed = None
        lines, answers = [], []

        def answer(text: str, texts: list[Text]) -> None:
            answers.append((text.format(count=len(texts)), lambda: self._paste(texts)))

        if pasting.beyond:
            text = self.tr("{count} cells with something in them fall outside the table")
            lines.append(text.format(count=pasting.beyond))
        if pasting.inside is not None:
            lines.append(self.tr("The block is larger than the selection"))
            answer(self.tr("Paste into the selection only ({count} cells)"), pasting.inside)
        if pasting.texts:
            answer(self.tr("Paste what fits the table ({count} cells)"), pasting.texts)
        text = self.tr("The clipboard holds more than fits. Nothing was changed yet.")
        self.question.ask(text, lines, answers, self.tr("Cancel"))

    def _paste(self, texts: list[Text]) -> None:
        self.view.setFocus()
        self.view.write_pasted(texts)

    def _go_to(self, cell: BadCell) -> None:
        """Go to a cell that was refused."""
        model = self.view.table
        names = [model.column_name(i) for i in range(model.columnCount())]
        column = names.index(cell.column) if cell.column in names else 0
        self.view.go_to(cell.row - 1, column)
        self.view.setFocus()
