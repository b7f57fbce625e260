"""The kinds of checks of the proofreader: how many each found, and which are switched on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from desktop.tables.discrepancy_table_model import KINDS, kind_word
from models.discrepancy import Discrepancy, DiscrepancyKind

_MARGIN = 8  # pixels beside the longest line


class DiscrepancyKindList(QListWidget):
    """All, then a line per kind with a box that switches it on or off; the chosen line says what
    is looked at. `wanted_changed()` when either is another.
    """

    wanted_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._counts: Counter[DiscrepancyKind] = Counter()
        self.addItem(QListWidgetItem())
        for _ in KINDS:
            item = QListWidgetItem()
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            item.setToolTip(self.tr("Untick to leave out what this check finds"))
            self.addItem(item)
        self.setCurrentRow(0)
        self._write()
        self.itemChanged.connect(lambda _: self._changed())
        self.currentRowChanged.connect(lambda _: self.wanted_changed.emit())

    @property
    def on(self) -> frozenset[DiscrepancyKind]:
        """The kinds that are switched on."""
        ticked = Qt.CheckState.Checked
        return frozenset(k for n, k in enumerate(KINDS, 1) if self.item(n).checkState() is ticked)

    @property
    def wanted(self) -> frozenset[DiscrepancyKind]:
        """The kinds to be shown: those that are on, or the chosen one if it is."""
        row = self.currentRow()
        return self.on if row <= 0 else self.on & {KINDS[row - 1]}

    def switch_off(self, off: Iterable[str]) -> None:
        """Untick the kinds with these names."""
        with QSignalBlocker(self):
            for n, kind in enumerate(KINDS, 1):
                if kind in off:
                    self.item(n).setCheckState(Qt.CheckState.Unchecked)
        self._changed()

    def show_counts(self, found: Iterable[Discrepancy]) -> None:
        self._counts = Counter(one.kind for one in found)
        self._write()

    def _changed(self) -> None:
        self._write()
        self.wanted_changed.emit()

    def _write(self) -> None:
        on = self.on
        with QSignalBlocker(self):
            total = sum(self._counts[kind] for kind in on)
            self.item(0).setText(self.tr("All checks") + f"  {total}")
            for n, kind in enumerate(KINDS, 1):
                self.item(n).setText(f"{kind_word(kind)}  {self._counts[kind]}")
        self.setMinimumWidth(self.sizeHintForColumn(0) + 2 * self.frameWidth() + _MARGIN)
