"""Which columns the allocation table shows: measure by measure, basis by basis, year by year."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.session import CountySession
from desktop.tables.allocation_columns import ColumnKind, ColumnSpec, OwnColumns, steps
from models.measure import Basis

_PLANNED = (Basis.PLANNED, ColumnKind.VALUE)
# What can be ticked for a measure, in the order of the columns of the dialog after its name.
CHOICES = (
    (Basis.AUTHORISED, ColumnKind.VALUE),
    (Basis.ACTUAL, ColumnKind.VALUE),
    _PLANNED,
    (Basis.PLANNED, ColumnKind.CHANGE),
    (Basis.PLANNED, ColumnKind.RATE),
    (Basis.PLANNED, ColumnKind.NOTE),
)
_MEASURE_ROLE = Qt.ItemDataRole.UserRole


class ColumnSetDialog(QDialog):
    """Opened with `open()`. Signals: chosen(OwnColumns), with a name if the set is to be kept;
    deleted(str), the name of the planner's own set that was opened."""

    chosen = Signal(object)
    deleted = Signal(str)

    def __init__(
        self, session: CountySession, present: OwnColumns, parent: QWidget | None = None
    ) -> None:
        """`present` is ticked; its name is "" unless it is one of the planner's own sets."""
        super().__init__(parent)
        self.session = session
        self._present = present
        self.setWindowTitle(self.tr("Choose columns"))
        self.setMinimumSize(640, 560)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find a measure"))
        self.search.setClearButtonEnabled(True)
        self.tree = QTreeWidget()
        self.name = QLineEdit(present.name)
        self.name.setPlaceholderText(self.tr("Leave empty to use the columns once"))
        self.delete = QPushButton(self.tr("Delete this set"))
        self.delete.setVisible(bool(present.name))
        self.years: dict[int, QCheckBox] = {}
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Show"))
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        self._fill()
        self._lay_out()
        self.search.textChanged.connect(self._find)
        self.tree.itemChanged.connect(self._update)
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)
        self.delete.clicked.connect(self._delete)
        self._update()

    def _lay_out(self) -> None:
        years = QHBoxLayout()
        years.addWidget(QLabel(self.tr("Planned figures of")))
        for year in steps(self.session.plan):
            box = self.years[year] = QCheckBox(str(year))
            box.setChecked(any(spec.year == year for spec in self._present.specs))
            years.addWidget(box)
        years.addStretch(1)
        hint = QLabel(self.tr("None ticked: planned figures of the years chosen over the table."))
        hint.setObjectName("muted")
        hint.setWordWrap(True)
        name = QHBoxLayout()
        name.addWidget(QLabel(self.tr("Keep as a set named")))
        name.addWidget(self.name, 1)
        name.addWidget(self.delete)
        layout = QVBoxLayout(self)
        layout.addWidget(self.search)
        layout.addWidget(self.tree, 1)
        layout.addLayout(years)
        layout.addWidget(hint)
        layout.addLayout(name)
        layout.addWidget(self.buttons)

    def _fill(self) -> None:
        catalogue, language = self.session.catalogue, self.session.language
        bases = [catalogue.word("basis", basis, language) for basis, _ in CHOICES[:3]]
        computed = [self.tr("Change"), self.tr("Per 1,000"), self.tr("Remark")]
        self.tree.setHeaderLabels([self.tr("Measure"), *bases, *computed])
        ticked = {(spec.measure, spec.basis, spec.kind) for spec in self._present.specs}
        groups: dict[str, QTreeWidgetItem] = {}
        for measure in catalogue.measures.values():
            if measure.group not in groups:
                word = catalogue.word("measure-group", measure.group, language)
                groups[measure.group] = QTreeWidgetItem(self.tree, [word])
            name = catalogue.measure_name(measure.id, language)
            item = QTreeWidgetItem(groups[measure.group], [name])
            item.setData(0, _MEASURE_ROLE, measure.id)
            for column, (basis, kind) in enumerate(CHOICES, 1):
                if kind is ColumnKind.RATE and not measure.additive:
                    continue
                on = (measure.id, basis, kind) in ticked
                item.setCheckState(column, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.tree.expandAll()
        header = self.tree.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def _items(self) -> Iterable[QTreeWidgetItem]:
        for i in range(self.tree.topLevelItemCount()):
            group = self.tree.topLevelItem(i)
            for j in range(0 if group is None else group.childCount()):
                item = None if group is None else group.child(j)
                if item is not None:
                    yield item

    def item_of(self, measure: str) -> QTreeWidgetItem:
        """The line of a measure."""
        return next(i for i in self._items() if i.data(0, _MEASURE_ROLE) == measure)

    def _find(self, text: str) -> None:
        for item in self._items():
            item.setHidden(text.strip().casefold() not in item.text(0).casefold())

    def specs(self) -> tuple[ColumnSpec, ...]:
        """What is ticked; a planned figure once for each year that is ticked."""
        years = [year for year, box in self.years.items() if box.isChecked()]
        found = []
        for item in self._items():
            for column, (basis, kind) in enumerate(CHOICES, 1):
                if item.checkState(column) is Qt.CheckState.Checked:
                    measure = str(item.data(0, _MEASURE_ROLE))
                    of = years if basis is Basis.PLANNED and years else [None]
                    found += [ColumnSpec(measure, basis, kind, year) for year in of]
        return tuple(found)

    def _update(self) -> None:
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(self.specs()))

    def _accept(self) -> None:
        self.chosen.emit(OwnColumns(self.name.text().strip(), self.specs()))
        self.accept()

    def _delete(self) -> None:
        self.deleted.emit(self._present.name)
        self.reject()
