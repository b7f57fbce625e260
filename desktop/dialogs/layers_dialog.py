"""The layers and areas of the county and the speeds of its roads; every change can be undone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.geo_import_wording import use_text
from desktop.session import CountySession
from desktop.wording import error_text
from models.edits import Edit
from models.errors import InvalidValue
from models.geo_use import LayerUse
from models.layer_editing import (
    ClassSpeed,
    boundaries_by_level,
    class_speeds,
    move_layer,
    remove_layers,
    rename_layer,
    set_speed,
)
from models.layers import ON_FOOT, Boundary, Layer, LayerKind, RoadSpeed, layer_features
from models.roads import OTHER

_Entry = Layer | LayerUse  # a layer, or all areas of one level


class LayersDialog(QDialog):
    """What is typed or pressed here is in the file at once, like everywhere else."""

    def __init__(self, session: CountySession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._entries: list[_Entry] = []
        self._speeds: list[ClassSpeed] = []
        self.setWindowTitle(self.tr("Layers and road speeds"))
        self.resize(880, 520)
        self.layers = _table([self.tr("Name"), self.tr("Kind"), self.tr("Features"),
                              self.tr("Source")], (240, 150, 90))  # fmt: skip
        self.layers.itemChanged.connect(self._rename)
        self.layers.itemSelectionChanged.connect(self._show_buttons)
        self.up = QPushButton(self.tr("Move up"))
        self.up.clicked.connect(lambda: self._move(-1))
        self.down = QPushButton(self.tr("Move down"))
        self.down.clicked.connect(lambda: self._move(1))
        self.remove = QPushButton(self.tr("Remove"))
        self.remove.clicked.connect(self._remove)
        self.speeds = _table([self.tr("Class of road"), self.tr("km/h"), self.tr("In the county"),
                              self.tr("Source")], (200, 90, 110))  # fmt: skip
        self.speeds.itemChanged.connect(self._type_speed)
        self.message = QLabel()
        self.message.setWordWrap(True)
        self._lay_out()
        session.changed.connect(self._follow)
        self._fill()

    def _lay_out(self) -> None:
        self.tabs = QTabWidget()
        hint = self.tr(
            "A name is changed by a double click; later layers lie on top. Removing can be undone."
        )
        buttons = (self.up, self.down, self.remove)
        self.tabs.addTab(_page(hint, self.layers, buttons), self.tr("Layers"))
        hint = self.tr(
            "Travel times go by these speeds, unless a road states its own. What is assumed has no "
            "source: type what is driven in the county; an empty cell goes back to the assumption."
        )
        self.tabs.addTab(_page(hint, self.speeds, ()), self.tr("Road speeds"))
        closing = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        closing.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.message)
        layout.addWidget(closing)

    def _follow(self, edit: Edit) -> None:
        if any(isinstance(c.record, Layer | Boundary | RoadSpeed) for c in edit.changes):
            self._fill()

    # --- showing

    def _fill(self) -> None:
        self.message.clear()
        self._fill_layers()
        self._fill_speeds()
        self._show_buttons()

    def _fill_layers(self) -> None:
        county = self.session.county
        areas = boundaries_by_level(county)
        row = self.layers.currentRow()
        self._entries = [*areas, *county.layers]
        self.layers.blockSignals(True)
        self.layers.setRowCount(len(self._entries))
        for at, entry in enumerate(self._entries):
            if isinstance(entry, Layer):
                count = len(layer_features(entry.features))
                texts = (entry.name, _kind_text(entry.kind), str(count), entry.source)
            else:
                sources = dict.fromkeys(area.source for area in areas[entry])
                name = use_text(entry)
                texts = (name, self.tr("areas"), str(len(areas[entry])), "; ".join(sources))
            column = 0 if isinstance(entry, Layer) else None
            _set_row(self.layers, at, texts, editable=column, right=(2,))
        self.layers.blockSignals(False)
        self.layers.setCurrentCell(min(max(row, 0), len(self._entries) - 1), 0)

    def _fill_speeds(self) -> None:
        self._speeds = class_speeds(self.session.county)
        self.speeds.blockSignals(True)
        self.speeds.setRowCount(len(self._speeds))
        for at, speed in enumerate(self._speeds):
            name = speed.road_class
            if name == ON_FOOT:
                name = self.tr("{road_class} (to the next road)").format(road_class=name)
            kmh = "" if speed.kmh is None else f"{speed.kmh:f}"
            used = self.tr("yes") if speed.is_used else ""
            texts = (name, kmh, used, self._source_text(speed))
            _set_row(self.speeds, at, texts, editable=1, right=(1,), is_muted=speed.is_assumed)
        self.speeds.blockSignals(False)

    def _source_text(self, speed: ClassSpeed) -> str:
        if speed.kmh is None:
            return self.tr("none: as {road_class}").format(road_class=OTHER)
        if speed.is_assumed:
            return self.tr("assumed")
        return speed.source or self.tr("as stated here")

    def _current(self) -> _Entry | None:
        row = self.layers.currentRow()
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def _show_buttons(self) -> None:
        entry, layers = self._current(), self.session.county.layers
        self.remove.setEnabled(entry is not None)
        is_layer = isinstance(entry, Layer)
        self.up.setEnabled(is_layer and bool(layers) and entry != layers[0])
        self.down.setEnabled(is_layer and bool(layers) and entry != layers[-1])

    # --- changing

    def _rename(self, item: QTableWidgetItem) -> None:
        entry = self._entries[item.row()]
        if isinstance(entry, Layer):
            label = self.tr("Rename layer {name}").format(name=entry.name)
            self._do(lambda: rename_layer(self.session.county, entry.id, item.text(), label))

    def _move(self, steps: int) -> None:
        entry = self._current()
        if isinstance(entry, Layer):
            label = self.tr("Move layer {name}").format(name=entry.name)
            self._do(lambda: move_layer(self.session.county, entry.id, steps, label))
            ids = [e.id if isinstance(e, Layer) else "" for e in self._entries]
            self.layers.setCurrentCell(ids.index(entry.id), 0)

    def _remove(self) -> None:
        entry = self._current()
        if entry is None:
            return
        name = entry.name if isinstance(entry, Layer) else use_text(entry)
        label = self.tr("Remove layer {name}").format(name=name)
        layers = [entry.id] if isinstance(entry, Layer) else []
        levels = [] if isinstance(entry, Layer) else [entry]
        self._do(lambda: remove_layers(self.session.county, layers, levels, label))

    def _type_speed(self, item: QTableWidgetItem) -> None:
        road_class = self._speeds[item.row()].road_class
        label = self.tr("Speed on {road_class}").format(road_class=road_class)
        self._do(lambda: set_speed(self.session.county, road_class, item.text(), label))

    def _do(self, make: Callable[[], Edit]) -> None:
        """Carry out an edit; what is refused is said, and what stands is shown again."""
        try:
            edit = make()
        except InvalidValue as error:
            self._fill()
            self.message.setText(error_text(error))
            return
        if not self.session.do(edit) or not edit.changes:
            self._fill()


def _table(headings: list[str], widths: tuple[int, ...]) -> QTableWidget:
    table = QTableWidget(0, len(headings))
    table.setHorizontalHeaderLabels(headings)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(28)
    table.horizontalHeader().setStretchLastSection(True)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    for column, width in enumerate(widths):
        table.setColumnWidth(column, width)
    return table


def _page(hint: str, table: QTableWidget, buttons: tuple[QPushButton, ...]) -> QWidget:
    page, text = QWidget(), QLabel(hint)
    text.setWordWrap(True)
    column = QVBoxLayout(page)
    column.addWidget(text)
    column.addWidget(table, 1)
    row = QHBoxLayout()
    for button in buttons:
        button.setAutoDefault(False)
        row.addWidget(button)
    row.addStretch(1)
    column.addLayout(row)
    return page


def _set_row(
    table: QTableWidget,
    row: int,
    texts: tuple[str, ...],
    *,
    editable: int | None,
    right: tuple[int, ...],
    is_muted: bool = False,
) -> None:
    """Fill a row; `right` are the columns of figures."""
    for column, text in enumerate(texts):
        item = QTableWidgetItem(text)
        item.setToolTip(text)
        if column != editable:
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
        if column in right:
            item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if is_muted:
            item.setForeground(theme.MUTED)
        table.setItem(row, column, item)


def _kind_text(kind: LayerKind) -> str:
    return use_text(LayerUse.ROADS if kind is LayerKind.ROADS else LayerUse.BACKGROUND)
