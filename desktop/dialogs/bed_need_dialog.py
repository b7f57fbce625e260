"""The beds that a county needs, from the admissions of its age groups, reckoned while typing."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.session import CountySession
from models.bed_need import AgeGroup, BedNeed
from models.county import total
from models.errors import InvalidValue
from models.figures import format_grouped, format_limit, format_rate
from models.measure import Basis
from models.plan import PopulationGroup
from models.rules.draft import parse_figure
from models.rules.rule import RuleKind

_NAME, _PEOPLE, _RATE = range(3)


class BedNeedDialog(QDialog):
    """What is typed stays while the program runs; nothing is written into the county file."""

    def __init__(self, session: CountySession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.setWindowTitle(self.tr("Bed need by age group"))
        self.resize(620, 520)
        self.table = self._make_table()
        self.outside, self.stay, self.redundancy = QLineEdit("0"), QLineEdit(), QLineEdit("1")
        self.stay.setPlaceholderText(self.tr("days, e.g. 8"))
        self.redundancy.setPlaceholderText(self.tr("e.g. 1.1"))
        self.derivation = QLabel()
        self.derivation.setWordWrap(True)
        self.derivation.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lay_out()
        self._offer_groups()
        self.table.cellChanged.connect(self.refresh)
        for line in (self.outside, self.stay, self.redundancy):
            line.textChanged.connect(self.refresh)
        session.changed.connect(lambda _: self.refresh())
        session.plan_changed.connect(self.refresh)
        self.refresh()

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, 3)
        table.setHorizontalHeaderLabels(
            [self.tr("Age group"), self.tr("People"), self.tr("Admitted a year (%)")]
        )
        table.horizontalHeader().setStretchLastSection(True)
        table.setColumnWidth(_NAME, 220)
        table.setColumnWidth(_PEOPLE, 160)
        table.verticalHeader().hide()
        return table

    def _lay_out(self) -> None:
        self.add = QPushButton(self.tr("Add age group"))
        self.remove = QPushButton(self.tr("Remove age group"))
        self.add.clicked.connect(lambda: self._append("", ""))
        self.remove.clicked.connect(self._remove)
        rows = QHBoxLayout()
        for button in (self.add, self.remove):
            button.setAutoDefault(False)
            rows.addWidget(button)
        rows.addStretch(1)
        form = QFormLayout()
        form.addRow(self.tr("Patients from outside a year"), self.outside)
        form.addRow(self.tr("Mean stay (days)"), self.stay)
        form.addRow(self.tr("Redundancy factor"), self.redundancy)
        note = QLabel(
            self.tr(
                "(Σ people × admission rate + patients from outside) × mean stay ÷ 365 × "
                "redundancy factor, as in a planning paper of Guangdong. What is typed is not kept "
                "in the file."
            )
        )
        note.setWordWrap(True)
        note.setObjectName("muted")
        self.copy = QPushButton(self.tr("Copy"))
        self.copy.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(self.derivation.text())
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.table, 1)
        layout.addLayout(rows)
        layout.addLayout(form)
        for widget in (self.derivation, note, buttons):
            layout.addWidget(widget)

    def _offer_groups(self) -> None:
        """Children and all others, as far as the county knows them, in the target year."""
        county, year = self.session.county, self.session.plan.target_year
        residents = county.population(year, PopulationGroup.RESIDENT)
        children = county.population(year, PopulationGroup.CHILDREN)
        if residents is not None and children is not None:
            others = str(residents.persons - children.persons)
            self._append(self.tr("0–14 years"), str(children.persons))
            self._append(self.tr("15 years and over"), others)
        else:
            self._append(self.tr("All ages"), "" if residents is None else str(residents.persons))

    def _append(self, name: str, people: str) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        for column, text in enumerate((name, people, "")):
            item = QTableWidgetItem(text)
            if column != _NAME:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.table.setItem(row, column, item)

    def _remove(self) -> None:
        self.table.removeRow(self.table.currentRow())
        self.refresh()

    def refresh(self) -> None:
        """The derivation of what is typed, or what is still missing."""
        try:
            need = self._need()
        except InvalidValue as wrong:
            text = self.tr("Fill in people, admission rates, stay and factor as figures: “{text}”")
            self.derivation.setText(text.format(text=wrong.value))
            self.copy.setEnabled(False)
            return
        self.copy.setEnabled(True)
        self.derivation.setText(
            "\n".join((*self._groups(need), self._beds(need), self._planned(need)))
        )

    def _need(self) -> BedNeed:
        """Raises InvalidValue for what is no figure, or cannot be."""
        groups = tuple(
            AgeGroup(
                self._text(row, _NAME),
                parse_figure(self._text(row, _PEOPLE), RuleKind.COUNT),
                parse_figure(self._text(row, _RATE), RuleKind.SHARE),
            )
            for row in range(self.table.rowCount())
        )
        outside, stay, redundancy = (
            parse_figure(line.text(), RuleKind.COUNT)
            for line in (self.outside, self.stay, self.redundancy)
        )
        return BedNeed(groups, outside, stay, redundancy)

    def _text(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return "" if item is None else item.text()

    def _groups(self, need: BedNeed) -> list[str]:
        text = self.tr("{name}: {people} × {rate}% = {admissions}")
        return [
            text.format(
                name=group.name,
                people=format_grouped(group.people),
                rate=format_limit(group.rate * 100),
                admissions=format_grouped(group.admissions),
            )
            for group in need.groups
        ]

    def _beds(self, need: BedNeed) -> str:
        patients = [*(group.admissions for group in need.groups), need.outside]
        text = self.tr("({patients}) × {stay} ÷ 365 × {factor} = {beds}, in whole {whole} beds")
        return text.format(
            patients=" + ".join(map(format_grouped, patients)),
            stay=format_limit(need.stay),
            factor=format_limit(need.redundancy),
            beds=format_grouped(Fraction(format_rate(need.beds))),
            whole=f"{need.whole:,}",
        )

    def _planned(self, need: BedNeed) -> str:
        """What the plan has, and what it lacks or has more."""
        plan = self.session.plan
        column = self.session.county.column(plan.id, "beds", Basis.PLANNED, plan.target_year)
        planned = total(column.values())
        if planned is None:
            return self.tr("The plan has no planned beds yet.")
        missing = Fraction(planned) - need.whole
        text = self.tr("Planned for {year}: {planned} beds, {more} more than needed")
        if missing < 0:
            text = self.tr("Planned for {year}: {planned} beds, {more} fewer than needed")
        return text.format(
            year=plan.target_year,
            planned=format_grouped(Fraction(planned)),
            more=format_grouped(abs(missing)),
        )
