"""Name and years of a county that begins empty."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from models.county import new_id
from models.edits import Record
from models.plan import CountyInfo, Plan, Population, PopulationGroup, PopulationOrigin


class NewCountyDialog(QDialog):
    """`made(records, name)`: the records of the new county and its name."""

    made = Signal(object, str)

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("New county"))
        self.setMinimumWidth(420)
        this_year = datetime.now().astimezone().year
        self.name = QLineEdit()
        self.code = QLineEdit()
        self.code.setPlaceholderText(self.tr("6 digits, if known"))
        end = (this_year // 5 + 1) * 5  # five-year plans end in years of 0 and 5
        self.baseline, self.target = self._year(end - 5), self._year(end)
        self.population = QSpinBox()
        self.population.setRange(0, 20_000_000)
        self.population.setGroupSeparatorShown(True)
        self.population.setSpecialValueText(self.tr("enter later"))
        form = QFormLayout()
        form.addRow(self.tr("County"), self.name)
        form.addRow(self.tr("Division code"), self.code)
        form.addRow(self.tr("Baseline year"), self.baseline)
        form.addRow(self.tr("Target year"), self.target)
        form.addRow(self.tr("Resident population, baseline year"), self.population)
        self.problem = QLabel()
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.accepted.connect(self._make)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.problem)
        layout.addWidget(self.buttons)
        for signal in (self.name.textChanged, self.baseline.valueChanged, self.target.valueChanged):
            signal.connect(self._check)
        self._check()

    @staticmethod
    def _year(year: int) -> QSpinBox:
        box = QSpinBox()
        box.setRange(1990, 2100)
        box.setValue(year)
        return box

    def _check(self) -> None:
        if not self.name.text().strip():
            problem = self.tr("The county needs a name.")
        elif self.target.value() <= self.baseline.value():
            problem = self.tr("The target year must lie after the baseline year.")
        else:
            problem = ""
        self.problem.setText(problem)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not problem)

    def _make(self) -> None:
        name = self.name.text().strip()
        baseline, target = self.baseline.value(), self.target.value()
        records: list[Record] = [
            CountyInfo(self.code.text().strip(), name),
            Plan(
                new_id(),
                self.tr("Plan {first}–{last}").format(first=baseline + 1, last=target),
                self.tr("{county}: health resource plan").format(county=name),
                "",
                baseline,
                target,
                "",
            ),
        ]
        if self.population.value():
            people = Population(
                baseline,
                PopulationGroup.RESIDENT,
                self.population.value(),
                PopulationOrigin.ENTERED,
            )
            records.append(people)
        self.accept()
        self.made.emit(records, name)
