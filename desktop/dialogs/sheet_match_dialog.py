"""A printed target sheet found again by its code."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from models.county import County
from models.sheet_code import SheetMatch, match_code

_WHOLE = 10  # letters and digits of a code


class SheetMatchDialog(QDialog):
    """Tells while the code is typed which facility and version it is of, and if it is current.

    Signals: found(facility id), where a sheet of this county has the code.
    """

    found = Signal(str)

    def __init__(self, county: County, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._county = county
        self.setWindowTitle(self.tr("Match a printed sheet"))
        self.setMinimumWidth(460)
        ask = QLabel(self.tr("The code printed at the right of the facility's name:"))
        self.code_line = QLineEdit()
        self.code_line.setPlaceholderText("7KQ4X-M2XD9")
        self.answer = QLabel()
        self.answer.setWordWrap(True)
        self.answer.setMinimumHeight(60)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (ask, self.code_line, self.answer, buttons):
            layout.addWidget(widget)
        self.code_line.textChanged.connect(self._look)

    def _look(self, text: str) -> None:
        typed = sum(c.isalnum() for c in text)
        matches = match_code(self._county, text)
        if typed < _WHOLE:
            self.answer.setText("")
        elif not matches:
            self.answer.setText(self.tr("No sheet of this county file has this code."))
        else:
            self.answer.setText("\n".join(map(self._told, matches)))
            self.found.emit(matches[0].facility.id)

    def _told(self, match: SheetMatch) -> str:
        text = (
            self.tr("{facility}, version “{plan}”: the sheet says what the file says now.")
            if match.is_current
            else self.tr(
                "{facility}, version “{plan}”: the file has been changed since; print it anew."
            )
        )
        return text.format(facility=match.facility.name, plan=match.plan.name)
