"""The layers of the map with their symbols: its legend, in which each can be switched off."""

from __future__ import annotations

from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QIcon, QImage, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from desktop.map.legend import HIDDEN_AT_FIRST, Entry, entries
from desktop.map.map_data import MapData
from models.catalogue import Catalogue, Language

ICON = QSize(26, 16)  # pixels
DPI = 100.0
SHARP = 2  # icons are drawn so many times larger, for fine screens


class LayerList(QListWidget):
    """Signal: hidden_changed(ids of what is switched off)."""

    hidden_changed = Signal(object)

    def __init__(self, catalogue: Catalogue, language: Language) -> None:
        super().__init__()
        self._catalogue, self._language = catalogue, language
        self._hidden: set[str] = set(HIDDEN_AT_FIRST)
        self._shown: list[tuple[str, str]] = []
        self.setAccessibleName(self.tr("Layers and legend"))
        self.setIconSize(ICON)
        self.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.setWordWrap(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemChanged.connect(self._toggled)

    def show_layers(self, data: MapData) -> None:
        """List what this map holds; what is switched off stays off."""
        found = entries(data, self._catalogue, self._language)
        shown = [(e.id, e.text) for e in found]
        if shown == self._shown:
            return
        self._shown = shown
        blocked = self.blockSignals(True)
        self.clear()
        group = None
        for entry in found:
            if entry.group != group:
                group = entry.group
                self._add_heading(self._catalogue.word("map", group, self._language))
            self._add_entry(entry)
        self.blockSignals(blocked)

    def _add_heading(self, text: str) -> None:
        item = QListWidgetItem(text)
        font = QFont(self.font())
        font.setBold(True)
        item.setFont(font)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.addItem(item)

    def _add_entry(self, entry: Entry) -> None:
        item = QListWidgetItem(entry.text)
        item.setToolTip(entry.text)
        item.setData(Qt.ItemDataRole.UserRole, entry.id)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
        checked = entry.id not in self._hidden
        item.setCheckState(Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked)
        if entry.handle is not None:
            item.setIcon(_icon(entry.handle))
        self.addItem(item)

    def _toggled(self, item: QListWidgetItem) -> None:
        part = item.data(Qt.ItemDataRole.UserRole)
        if item.checkState() is Qt.CheckState.Checked:
            self._hidden.discard(part)
        else:
            self._hidden.add(part)
        self.hidden_changed.emit(frozenset(self._hidden))


def _icon(handle: Artist) -> QIcon:
    """A legend's symbol, drawn alone."""
    figure = Figure(figsize=(ICON.width() / DPI, ICON.height() / DPI), dpi=DPI * SHARP)
    canvas = FigureCanvasAgg(figure)
    figure.patch.set_alpha(0)
    drawn = _symbol(handle)
    drawn.set_transform(figure.transFigure)
    figure.add_artist(drawn)
    canvas.draw()
    buffer = canvas.buffer_rgba()
    height, width = buffer.shape[:2]
    picture = QImage(buffer, width, height, QImage.Format.Format_RGBA8888).copy()
    picture.setDevicePixelRatio(SHARP)
    return QIcon(QPixmap.fromImage(picture))


def _symbol(handle: Artist) -> Artist:
    """A marker in the middle, a line from side to side, or a filled box; in shares of the icon."""
    if not isinstance(handle, Line2D):
        box = Rectangle((0.04, 0.2), 0.92, 0.6)
        box.update_from(handle)
        return box
    is_line = handle.get_linestyle() != "None"
    line = Line2D([0.04, 0.96] if is_line else [0.5], [0.5, 0.5] if is_line else [0.5])
    line.update_from(handle)
    return line
