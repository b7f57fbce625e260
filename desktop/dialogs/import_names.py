"""The names in a source that no facility bears: a person says what each means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QTableWidget, QTableWidgetItem

from models.county import County
from models.import_ledger import NameChoice, UnknownName
from models.layout import Layout
from models.name_matching import NameMatcher
from models.source_table import key

_UNDECIDED = ""
_MOST_NAMES = 100  # listed at a time, the others as those are decided: likeness takes time


class ImportNamesTable(QTableWidget):
    """A row per name with its likeliest facilities; nothing is chosen in advance.

    Another facility can be typed. Signals: decided().
    """

    decided = Signal()

    def __init__(self, county: County) -> None:
        super().__init__(0, 3)
        self._matcher = NameMatcher(county)
        self._by_name = {key(f.name): f.id for f in county.facilities}
        self._completer = QCompleter([f.name for f in county.facilities], self)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._choices: dict[str, str] = {}
        self.setHorizontalHeaderLabels(
            [self.tr("Name in the source"), self.tr("Where"), self.tr("What it means")]
        )
        self.verticalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.setColumnWidth(0, 260)
        self.setColumnWidth(1, 140)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableWidget.SelectionMode.NoSelection)

    @property
    def choices(self) -> Mapping[str, str]:
        """By `key(name)` the id of the facility, or a NameChoice."""
        return self._choices

    def show_names(self, names: Iterable[UnknownName]) -> None:
        """Add the names that are not listed yet; those decided stay, to be changed."""
        listed = {key(self._name(row)) for row in range(self.rowCount())}
        open_rows = len(listed - set(self._choices))
        unlisted = (name for name in names if key(name.name) not in listed)
        for name in islice(unlisted, max(0, _MOST_NAMES - open_rows)):
            self._add(name)

    def _name(self, row: int) -> str:
        item = self.item(row, 0)
        return "" if item is None else item.text()

    def _add(self, name: UnknownName) -> None:
        row = self.rowCount()
        self.insertRow(row)
        for column, text in enumerate((name.name, name.where)):
            item = QTableWidgetItem(text)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.setItem(row, column, item)
        box = QComboBox()
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.setCompleter(self._completer)
        box.addItem(self.tr("— not decided —"), _UNDECIDED)
        for candidate in self._matcher.candidates(name.name):
            box.addItem(
                self.tr("{name} ({likeness} % alike)").format(
                    name=candidate.facility.name, likeness=round(candidate.likeness * 100)
                ),
                candidate.facility.id,
            )
        if not name.is_ambiguous:
            box.addItem(self.tr("A new facility"), str(NameChoice.NEW))
        if name.layout == Layout.EQUIPMENT:
            box.addItem(self.tr("An area: keep as a published figure"), str(NameChoice.AREA))
        box.addItem(self.tr("Leave aside"), str(NameChoice.ASIDE))
        box.activated.connect(lambda _: self._decide(name.name, box.currentData()))
        edit = box.lineEdit()
        assert edit is not None
        edit.editingFinished.connect(lambda: self._typed(name.name, box))
        self.setCellWidget(row, 2, box)

    def _typed(self, name: str, box: QComboBox) -> None:
        """A name typed in full means that facility; any other text is taken back."""
        found = self._by_name.get(key(box.currentText()))
        if found is not None:
            self._decide(name, found)
        elif box.currentText() != box.itemText(box.currentIndex()):
            box.setCurrentText(box.itemText(box.currentIndex()))

    def _decide(self, name: str, choice: str) -> None:
        if self._choices.get(key(name), _UNDECIDED) == choice:
            return
        if choice == _UNDECIDED:
            del self._choices[key(name)]
        else:
            self._choices[key(name)] = choice
        self.decided.emit()
