"""Small questions about a rule: why it is switched off, and who has seen its clause."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.fields import Field


class AnswerDialog(QDialog):
    """One line that must be filled in, and a date where it is asked for."""

    def __init__(
        self, title: str, what: str, label: str, parent: QWidget | None = None, *, dated: bool
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(460)
        self.line = QLineEdit()
        self.field = Field("answer", self.line)
        self.date = QLineEdit(f"{datetime.now().astimezone():%Y-%m-%d}")
        said = QLabel(what)
        said.setWordWrap(True)
        form = QFormLayout()
        form.addRow(label, self.field)
        if dated:
            form.addRow(self.tr("Date"), self.date)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self._answer)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(said)
        layout.addLayout(form)
        layout.addWidget(buttons)

    @property
    def text(self) -> str:
        return self.line.text().strip()

    def _answer(self) -> None:
        if self.text:
            self.accept()
        else:
            self.field.tell(self.tr("must be filled in"), wrong=True)
            self.line.setFocus()
