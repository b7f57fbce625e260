"""What an import recognised, left aside and would change; or why it was refused."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.import_wording import report_lines
from desktop.wording import bad_cell_text, error_text
from models.errors import BadCells, ImportConflicts, WeiguiError
from models.importing import ImportReading


class ImportDialog(QDialog):
    """Accepted when the planner takes the changes over."""

    def __init__(self, parent: QWidget | None, source: str, reading: ImportReading) -> None:
        super().__init__(parent)
        changes = len(reading.changes)
        head = self.tr("{count} changes, {same} figures stand as in the source.").format(
            count=changes,
            same=reading.unchanged,
        )
        self._build(source, head, "\n".join(report_lines(reading)), can_apply=changes > 0)

    @classmethod
    def refused(cls, parent: QWidget | None, source: str, error: WeiguiError) -> ImportDialog:
        """The dialog that says why nothing of the source was taken."""
        dialog = cls.__new__(cls)
        QDialog.__init__(dialog, parent)
        match error:
            case BadCells():
                lines: Iterable[str] = map(bad_cell_text, error.cells)
            case ImportConflicts():
                lines = (f"{c.present}\n≠ {c.offered}" for c in error.conflicts)
            case _:
                lines = ()
        dialog._build(source, error_text(error), "\n".join(lines), can_apply=False)
        return dialog

    def _build(self, source: str, head: str, report: str, *, can_apply: bool) -> None:
        self.setWindowTitle(self.tr("Import {file}").format(file=source))
        self.resize(720, 460)
        title = QLabel(head)
        title.setWordWrap(True)
        details = QPlainTextEdit(report)
        details.setReadOnly(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        if can_apply:
            apply = buttons.addButton(self.tr("Take over"), QDialogButtonBox.ButtonRole.AcceptRole)
            apply.clicked.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(title)
        layout.addWidget(details, 1)
        layout.addWidget(buttons)
