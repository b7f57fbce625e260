"""The people that every per-thousand figure divides by: year by year, with their origin."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.projection_box import ProjectionBox
from desktop.session import CountySession
from models.edits import Change, Edit
from models.plan import Population, PopulationGroup, PopulationOrigin

MOST_PERSONS = 20_000_000


class PopulationDialog(QDialog):
    """Shows the populations; each set or removal is one undoable edit at once."""

    def __init__(self, session: CountySession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.setWindowTitle(self.tr("Population"))
        self.resize(760, 560)
        self.table = self._make_table()
        self.year = QSpinBox()
        self.year.setRange(1990, 2100)
        self.year.setValue(session.plan.target_year)
        self.group = QComboBox()
        for group in PopulationGroup:
            self.group.addItem(self._word("population-group", group), group)
        self.persons = QSpinBox()
        self.persons.setRange(0, MOST_PERSONS)
        self.persons.setGroupSeparatorShown(True)
        self.source = QLineEdit()
        self.source.setPlaceholderText(self.tr("Where the figure comes from"))
        self.set_button = QPushButton(self.tr("Set"))
        self.set_button.clicked.connect(self._set)
        self.remove_button = QPushButton(self.tr("Remove the selected year"))
        self.remove_button.clicked.connect(self._remove)
        self.projection = ProjectionBox(session)
        self._lay_out()
        self.table.itemSelectionChanged.connect(self._show_selected)
        self.persons.valueChanged.connect(self._enable)
        session.changed.connect(self._fill)
        self._fill()

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, 5)
        table.setHorizontalHeaderLabels(
            [
                self.tr("Year"),
                self.tr("Group"),
                self.tr("Persons"),
                self.tr("Origin"),
                self.tr("Source"),
            ]
        )
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        return table

    def _lay_out(self) -> None:
        note = QLabel(
            self.tr("A year without a figure of its own uses that of the latest year before it.")
        )
        note.setObjectName("muted")
        form = QFormLayout()
        form.addRow(self.tr("Year"), self.year)
        form.addRow(self.tr("Group"), self.group)
        form.addRow(self.tr("Persons"), self.persons)
        form.addRow(self.tr("Source"), self.source)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.set_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.remove_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.table, 1)
        layout.addWidget(note)
        layout.addLayout(form)
        layout.addWidget(self.projection)
        layout.addWidget(buttons)

    def _word(self, group: str, word: str) -> str:
        return self.session.catalogue.word(group, word, self.session.language)

    def _fill(self, _edit: object = None) -> None:
        populations = self.session.county.populations
        self.table.setRowCount(len(populations))
        for row, people in enumerate(populations):
            texts = (
                str(people.year),
                self._word("population-group", people.group),
                f"{people.persons:,}",
                self._word("population-origin", people.origin),
                people.source,
            )
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setData(Qt.ItemDataRole.UserRole, people.key)
                item.setToolTip(text)
                if column == 2:
                    item.setTextAlignment(
                        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                    )
                self.table.setItem(row, column, item)
        self.projection.refresh()
        self._enable()

    def _selected(self) -> Population | None:
        items = self.table.selectedItems()
        if not items:
            return None
        key = items[0].data(Qt.ItemDataRole.UserRole)
        return self.session.county.table(Population).get(tuple(key))

    def _show_selected(self) -> None:
        people = self._selected()
        if people is not None:
            self.year.setValue(people.year)
            self.group.setCurrentIndex(self.group.findData(people.group))
            self.persons.setValue(people.persons)
            self.source.setText("")
        self._enable()

    def _enable(self) -> None:
        self.set_button.setEnabled(self.persons.value() > 0)
        self.remove_button.setEnabled(self._selected() is not None)

    def _set(self) -> None:
        group = PopulationGroup(self.group.currentData())
        after = Population(
            self.year.value(),
            group,
            self.persons.value(),
            PopulationOrigin.ENTERED,
            self.source.text().strip(),
        )
        before = self.session.county.table(Population).get(after.key)
        if before is not None and before == replace(after, origin=before.origin):
            return
        label = self.tr("Set the population of {year}").format(year=after.year)
        self.session.do(Edit(label, (Change(before, after),)))

    def _remove(self) -> None:
        people = self._selected()
        if people is not None:
            label = self.tr("Remove the population of {year}").format(year=people.year)
            self.session.do(Edit(label, (Change(people, None),)))
