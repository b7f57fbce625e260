"""Name and date of a copy of a plan version."""

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
from desktop.session import CountySession
from desktop.wording import error_text
from models.errors import InvalidValue
from models.plan import Plan
from models.plan_versions import copy_plan


class CopyVersionDialog(QDialog):
    """Accepted when the copy was made, as one undoable edit; it is then the version in front."""

    def __init__(self, session: CountySession, plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.plan = session, plan
        self.setWindowTitle(self.tr("Copy version"))
        self.setMinimumWidth(460)
        self.name = QLineEdit(self._free_name())
        self.date = QLineEdit(f"{datetime.now().astimezone():%Y-%m-%d}")
        self.date.setPlaceholderText(self.tr("e.g. 2022-04-15; may stay empty"))
        self.name_field, self.date_field = Field("name", self.name), Field("date", self.date)
        self._lay_out()
        self.name.selectAll()

    def _free_name(self) -> str:
        """The version's own name with the first number that no version has."""
        taken, number = {plan.name for plan in self.session.county.plans}, 2
        while (name := self._numbered(number)) in taken:
            number += 1
        return name

    def _numbered(self, number: int) -> str:
        return self.tr("{name}, version {number}").format(name=self.plan.name, number=number)

    def _lay_out(self) -> None:
        what = QLabel(
            self.tr(
                "Copies all figures, indicators and projects of “{name}” into a new draft. "
                "Facilities, divisions and population belong to the county and are not copied."
            ).format(name=self.plan.name)
        )
        what.setWordWrap(True)
        form = QFormLayout()
        form.addRow(self.tr("Version name"), self.name_field)
        form.addRow(self.tr("Date"), self.date_field)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.accepted.connect(self._apply)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(what)
        layout.addLayout(form)
        layout.addWidget(self.buttons)

    def _apply(self) -> None:
        name, date = self.name.text().strip(), self.date.text().strip()
        label = self.tr("Copy {version} as {name}").format(version=self.plan.name, name=name)
        self.name_field.tell("", wrong=False)
        self.date_field.tell("", wrong=False)
        try:
            edit = copy_plan(self.session.county, self.plan.id, name=name, date=date, label=label)
        except InvalidValue as error:
            field = self.date_field if error.field == "date" else self.name_field
            field.tell(error_text(error), wrong=True)
            field.setFocus()
            return
        if self.session.do(edit):
            self.session.choose_plan(self.session.county.plans[-1].id)
            self.accept()
