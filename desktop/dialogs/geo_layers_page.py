"""The layers of a geographic file: what each is, and what its columns say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QScrollArea,
    QSpinBox,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.geo_import_wording import role_text, use_text
from desktop.geo_wording import encoding_text, kind_text
from desktop.wording import listed
from models.division_merging import UNDATED
from models.geo_opening import year_of
from models.geo_part import ImportPart
from models.geo_source import GeoLayer
from models.geo_use import ROLES, GeoRole, LayerUse, guessed_columns

_SAMPLE_ROWS = 30
_FIRST_YEAR = 1949  # below it stands for no year
_LAST_YEAR = 2100


class GeoLayersPage(QWidget):
    """`parts` as chosen. Signals: changed(int): another use, column or year is chosen of one."""

    changed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[ImportPart] = []
        self.table = QTableWidget(0, 5)
        self.table.setHorizontalHeaderLabels(
            [self.tr("Layer"), self.tr("Take as"), self.tr("Shapes"), self.tr("Texts"),
             self.tr("Stated coordinate system")]
        )  # fmt: skip
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(30)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.currentCellChanged.connect(lambda *_: self._show_part())
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        self.form = QFormLayout()
        self.boxes: dict[GeoRole, QComboBox] = {}
        self.year = QSpinBox()
        self.year.setRange(_FIRST_YEAR, _LAST_YEAR)
        self.year.setSpecialValueText(self.tr("not stated"))
        self.year.valueChanged.connect(lambda _: self._choose_year())
        self.sample = QTableWidget()
        self.sample.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.sample.verticalHeader().setDefaultSectionSize(24)
        self.sample.horizontalHeader().setMaximumSectionSize(260)
        self._lay_out()

    def _lay_out(self) -> None:
        fields = QWidget()
        column = QVBoxLayout(fields)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(self.hint)
        column.addLayout(self.form)
        column.addStretch(1)
        scrolled = QScrollArea()
        scrolled.setWidget(fields)
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QScrollArea.Shape.NoFrame)
        scrolled.setMinimumWidth(330)
        below = QWidget()
        row = QHBoxLayout(below)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(scrolled)
        row.addWidget(self.sample, 1)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self.table)
        splitter.addWidget(below)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([180, 380])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)

    def show_parts(self, parts: Sequence[ImportPart]) -> None:
        self.parts = list(parts)
        self.table.setRowCount(len(self.parts))
        for row, part in enumerate(self.parts):
            layer = part.reading.layer
            kinds = [f"{kind_text(kind)} {count}" for kind, count in layer.kinds.items()]
            texts = (
                layer.name, "", listed(kinds) or self.tr("none"), encoding_text(layer.encoding),
                layer.stated or self.tr("none"),
            )  # fmt: skip
            for at, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(row, at, item)
            self.table.setCellWidget(row, 1, self._use_box(row, part.use))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for at, width in enumerate((220, 190, 170, 250)):
            self.table.setColumnWidth(at, width)
        self.table.setCurrentCell(0, 0)
        self._show_part()

    def _use_box(self, row: int, use: LayerUse | None) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self.tr("Take as"))
        for choice in (*LayerUse, None):
            box.addItem(use_text(choice), str(choice or ""))  # Qt makes plain texts of them
        box.setCurrentIndex(box.findData(str(use or "")))
        box.activated.connect(lambda _: self._choose_use(row, box.currentData()))
        return box

    @property
    def _row(self) -> int:
        return max(self.table.currentRow(), 0)

    # --- the layer that is looked at

    def _show_part(self) -> None:
        if not self.parts:
            return
        part = self.parts[self._row]
        while self.form.rowCount():
            label = self.form.takeRow(0).labelItem.widget()
            assert label is not None
            label.deleteLater()
        for box in self.boxes.values():
            box.deleteLater()
        self.year.setVisible(False)
        self.boxes = {}
        self._show_fields(part)
        self._show_sample(part.reading.layer)

    def _show_fields(self, part: ImportPart) -> None:
        self.hint.setText(self._hint_text(part))
        headings = list(part.reading.layer.columns)
        for role in ROLES[part.use] if part.use is not None else ():
            box = QComboBox()
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.addItem(self.tr("none"), "")
            for heading in headings:
                box.addItem(heading, heading)
            box.setCurrentIndex(max(box.findData(part.columns.get(role, "")), 0))
            box.activated.connect(lambda _, r=role, b=box: self._choose_column(r, b.currentData()))
            self.boxes[role] = box
            self.form.addRow(role_text(role), box)
            if role is GeoRole.PEOPLE:
                self._show_year(part)

    def _show_year(self, part: ImportPart) -> None:
        self.year.blockSignals(True)
        self.year.setValue(_FIRST_YEAR if part.year == UNDATED else part.year)
        self.year.blockSignals(False)
        self.year.setVisible(True)
        self.year.setEnabled(GeoRole.PEOPLE in part.columns)
        self.form.addRow(self.tr("Year of the residents"), self.year)

    def _hint_text(self, part: ImportPart) -> str:
        match part.use:
            case None:
                return self.tr("Nothing of this layer is taken.")
            case LayerUse.COUNTY:
                return self.tr(
                    "The area with the county's code or name becomes its boundary; where none "
                    "has, all areas together do."
                )
            case LayerUse.ROADS:
                return self.tr("Travel times go along these roads, at the speed of their class.")
            case LayerUse.BACKGROUND:
                return self.tr("The layer is drawn on the map with all its attributes kept.")
        return self.tr("Columns by which features are matched, and what else is taken from them:")

    def _show_sample(self, layer: GeoLayer) -> None:
        count = min(len(layer), _SAMPLE_ROWS)
        self.sample.clear()
        self.sample.setRowCount(count)
        self.sample.setColumnCount(len(layer.columns))
        self.sample.setHorizontalHeaderLabels(list(layer.columns))
        self.sample.setVerticalHeaderLabels([str(number) for number in layer.numbers[:count]])
        for at, values in enumerate(layer.columns.values()):
            for row in range(count):
                value = values[row]
                self.sample.setItem(row, at, QTableWidgetItem("" if value is None else str(value)))
        self.sample.resizeColumnsToContents()

    # --- what is chosen

    def _choose_use(self, row: int, chosen: str) -> None:
        part, use = self.parts[row], LayerUse(chosen) if chosen else None
        columns = {} if use is None else guessed_columns(part.reading.layer.columns, use)
        self.table.setCurrentCell(row, 0)
        self._change(row, replace(part, use=use, columns=columns, year=year_of(columns)))
        self._show_part()

    def _choose_column(self, role: GeoRole, heading: str) -> None:
        part = self.parts[self._row]
        columns = {r: h for r, h in {**part.columns, role: heading}.items() if h}
        year = year_of(columns) if role is GeoRole.PEOPLE else part.year
        self._change(self._row, replace(part, columns=columns, year=year))
        if role is GeoRole.PEOPLE:
            self._show_part()

    def _choose_year(self) -> None:
        year = UNDATED if self.year.value() == _FIRST_YEAR else self.year.value()
        self._change(self._row, replace(self.parts[self._row], year=year))

    def _change(self, row: int, part: ImportPart) -> None:
        self.parts[row] = replace(part, matches=(), decisions={})
        self.changed.emit(row)
