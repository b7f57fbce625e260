"""In which coordinate system each layer is, all that was detected, and where that puts it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop.geo_import_wording import use_text
from desktop.geo_wording import notice_text, origin_text, system_text
from desktop.map.geo_preview import GeoPreview
from models.geo_opening import offered_systems, otherwise_placed
from models.geo_part import ImportPart
from models.geo_reading import GeoReading, SystemOrigin
from models.geo_source import GeoNotice, GeoProblem
from models.known_places import KnownPlaces

_QUIET = frozenset({GeoProblem.ACCURACY, GeoProblem.READER_REMARK})


class GeoPositionPage(QWidget):
    """Shows the parts that are taken. Signals: chosen(int, CoordinateSystem | None): of the part at
    a place of those shown, None: as the file states or the figures tell.
    """

    chosen = Signal(int, object)

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[ImportPart] = []
        self._known = KnownPlaces()
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.currentRowChanged.connect(lambda _: self._show_part())
        self.systems = QComboBox()
        self.systems.setAccessibleName(self.tr("Coordinate system"))
        self.systems.setMaxVisibleItems(20)
        self.systems.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.systems.activated.connect(
            lambda _: self.chosen.emit(self.row, self.systems.currentData())
        )
        self.taken = QLabel()
        self.taken.setWordWrap(True)
        self.accept_fit = QPushButton()
        self.accept_fit.clicked.connect(self._accept_fit)
        self.notices = QListWidget()
        self.notices.setWordWrap(True)
        self.notices.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.preview = GeoPreview()
        self.compare = QCheckBox()
        self.compare.toggled.connect(lambda _: self._draw())
        self._lay_out()

    def _lay_out(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(QLabel(self.tr("Coordinate system")))
        column.addWidget(self.systems)
        column.addWidget(self.taken)
        column.addWidget(self.accept_fit, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(QLabel(self.tr("What was found")))
        column.addWidget(self.notices, 1)
        right = QWidget()
        picture = QVBoxLayout(right)
        picture.setContentsMargins(0, 0, 0, 0)
        picture.addWidget(self.preview, 1)
        picture.addWidget(self.compare)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        for widget in (self.list, middle, right):
            splitter.addWidget(widget)
        splitter.setStretchFactor(2, 1)
        splitter.setSizes([200, 400, 480])
        splitter.setChildrenCollapsible(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)

    @property
    def row(self) -> int:
        """The place of the part that is looked at."""
        return max(self.list.currentRow(), 0)

    def show_parts(self, parts: Sequence[ImportPart], known: KnownPlaces) -> None:
        is_new = len(parts) != len(self._parts)
        self._parts, self._known = list(parts), known
        marks = [_mark(part.reading) for part in self._parts]
        row = marks.index(min(marks, key=_SIGNS.index)) if is_new else self.row
        self.list.blockSignals(True)
        self.list.clear()
        for part, mark in zip(self._parts, marks, strict=True):
            sign = "" if mark == _QUIET_SIGN else f"{mark} "
            self.list.addItem(f"{sign}{part.reading.layer.name}\n{use_text(part.use)}")
        self.list.setCurrentRow(row)
        self.list.blockSignals(False)
        self._show_part()

    def _show_part(self) -> None:
        if not self._parts:
            return
        reading = self._parts[self.row].reading
        self._fill_systems(reading)
        count = self.tr("{count} of {all} features can be placed").format(
            count=reading.taken, all=len(reading.layer)
        )
        self.taken.setText(count)
        fit = reading.fit
        self.accept_fit.setVisible(fit is not None and fit.system != reading.system)
        if fit is not None:
            text = self.tr("Take it for {system}")
            self.accept_fit.setText(text.format(system=system_text(fit.system)))
        self.notices.clear()
        for notice in sorted(reading.notices, key=_weight):
            self.notices.addItem(f"{_SIGNS[_weight(notice)]} {notice_text(notice)}")
        if not reading.notices:
            self.notices.addItem(self.tr("Nothing remarkable"))
        self._draw()

    def _fill_systems(self, reading: GeoReading) -> None:
        self.systems.clear()
        is_chosen = reading.origin is SystemOrigin.CHOSEN
        self.systems.addItem(self._found_text(reading, is_chosen), None)
        offered = offered_systems(self._known)
        if is_chosen and reading.system is not None and reading.system not in offered:
            offered.append(reading.system)
        for system in offered:
            self.systems.addItem(system_text(system), system)
        if is_chosen:
            self.systems.setCurrentIndex(self.systems.findData(reading.system))
        self.systems.setToolTip(self.systems.currentText())

    def _found_text(self, reading: GeoReading, is_chosen: bool) -> str:
        if is_chosen:
            return self.tr("As the file states or its figures tell")
        if reading.system is None:
            return self.tr("To be chosen")
        text = self.tr("{system} ({origin})")
        return text.format(system=system_text(reading.system), origin=origin_text(reading.origin))

    def _accept_fit(self) -> None:
        fit = self._parts[self.row].reading.fit
        if fit is not None:
            self.chosen.emit(self.row, fit.system)

    def _draw(self) -> None:
        reading = self._parts[self.row].reading
        other = otherwise_placed(reading)
        self.compare.setVisible(other is not None)
        fits = reading.fit is not None and reading.fit.system != reading.system
        self.compare.setText(
            self.tr("Show where it would lie in the system that fits better")
            if fits
            else self.tr("Show where it would lie without the conversion")
        )
        label = self.tr("in the other system") if fits else self.tr("without the conversion")
        shown = other if self.compare.isChecked() else None
        self.preview.show_layer(self._known, reading.geometries, shown, label)


_QUIET_SIGN = "·"
_SIGNS = ("✕", "!", _QUIET_SIGN)


def _mark(reading: GeoReading) -> str:
    """The sign of the gravest notice."""
    return _SIGNS[min(map(_weight, reading.notices), default=2)]


def noticed(reading: GeoReading) -> list[str]:
    """What was found in a layer that is more than told, each behind its sign and the layer."""
    text = QCoreApplication.translate("geo", "{sign} {layer}: {what}")
    return [
        text.format(
            sign=_SIGNS[_weight(notice)], layer=reading.layer.name, what=notice_text(notice)
        )
        for notice in sorted(reading.notices, key=_weight)
        if _weight(notice) < 2
    ]


def _weight(notice: GeoNotice) -> int:
    """First what stands against the import, then what is to be looked at, then what is told."""
    if notice.is_blocking:
        return 0
    return 2 if notice.problem in _QUIET else 1
