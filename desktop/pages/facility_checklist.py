"""The county's facilities by class or township: some to be ticked, one to be looked at."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.fields import Choice
from desktop.session import CountySession
from models.facility import Facility, FacilityClass

_ID = Qt.ItemDataRole.UserRole


class FacilityChecklist(QWidget):
    """Ticking a class or township ticks all facilities of it that the search leaves in sight.

    Signals: current_changed(facility id) when another facility is chosen; ticked_changed().
    """

    current_changed = Signal(str)
    ticked_changed = Signal()

    def __init__(self, session: CountySession) -> None:
        super().__init__()
        self._session = session
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search facilities"))
        self.search.setClearButtonEnabled(True)
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.grouping = Choice(
            [(self.tr("By class"), "class"), (self.tr("By township"), "township")]
        )
        self.all_button = self._button(self.tr("Tick all"))
        self.none_button = self._button(self.tr("Tick none"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.grouping)
        buttons.addWidget(self.all_button)
        buttons.addWidget(self.none_button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.search)
        layout.addLayout(buttons)
        layout.addWidget(self.tree, 1)
        self.search.textChanged.connect(self._filter)
        self.grouping.activated.connect(lambda _: self.reload())
        self.all_button.clicked.connect(lambda: self._tick_shown(True))
        self.none_button.clicked.connect(lambda: self._tick_shown(False))
        self.tree.itemChanged.connect(self._ticked)
        self.tree.currentItemChanged.connect(self._chosen)
        self.setFocusProxy(self.tree)
        self.reload()

    def _button(self, text: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        return button

    def reload(self) -> None:
        """Read the facilities again; ticks and the chosen facility stay."""
        ticked, current = set(self.ticked_ids), self.current_id
        with QSignalBlocker(self.tree):
            self.tree.clear()
            for name, facilities in self._groups().items():
                parent = _group_item(name)
                self.tree.addTopLevelItem(parent)
                for facility in facilities:
                    item = QTreeWidgetItem(parent, [facility.name])
                    item.setData(0, _ID, facility.id)
                    item.setCheckState(0, _state(facility.id in ticked))
                parent.setExpanded(True)
            if current is not None:
                self._select(current)
        for parent in self._parents():
            self._tick_parent(parent)
        self._filter()
        self.ticked_changed.emit()

    def _groups(self) -> dict[str, list[Facility]]:
        """The facilities in their order under the names of their groups, empty groups left out."""
        found: dict[str, list[Facility]] = {}
        for key, name in self._group_names().items():
            members = [f for f in self._session.county.facilities if self._group_of(f) == key]
            if members:
                found.setdefault(name, []).extend(members)
        return found

    def _group_names(self) -> dict[str | None, str]:
        if self.grouping.value() == "township":
            names: dict[str | None, str] = {d.code: d.name for d in self._session.county.townships}
            return names | {None: self.tr("Township not known")}
        words, language = self._session.catalogue, self._session.language
        return {c: words.word("facility-class", c, language) for c in FacilityClass}

    def _group_of(self, facility: Facility) -> str | None:
        by_township = self.grouping.value() == "township"
        return facility.township if by_township else facility.facility_class

    @property
    def ticked_ids(self) -> list[str]:
        """The ticked facilities in the order of the list, also those that the search hides."""
        return [
            str(item.data(0, _ID))
            for item in self._items()
            if item.checkState(0) is Qt.CheckState.Checked
        ]

    @property
    def current_id(self) -> str | None:
        """The facility that is chosen to look at."""
        item = self.tree.currentItem()
        return None if item is None else item.data(0, _ID)

    def choose(self, facility_id: str) -> None:
        """Choose a facility and bring it into view, clearing a search that hides it."""
        self.search.clear()
        self._select(facility_id)

    def _select(self, facility_id: str) -> None:
        for item in self._items():
            if item.data(0, _ID) == facility_id:
                self.tree.setCurrentItem(item)
                return

    def _parents(self) -> Iterator[QTreeWidgetItem]:
        for row in range(self.tree.topLevelItemCount()):
            item = self.tree.topLevelItem(row)
            assert item is not None
            yield item

    def _items(self) -> Iterator[QTreeWidgetItem]:
        for parent in self._parents():
            yield from _children(parent)

    def _filter(self) -> None:
        text = self.search.text().strip().casefold()
        for item in self._items():
            item.setHidden(text not in item.text(0).casefold())
        for parent in self._parents():
            parent.setHidden(all(child.isHidden() for child in _children(parent)))

    def _tick_shown(self, on: bool) -> None:
        with QSignalBlocker(self.tree):
            for item in self._items():
                if not item.isHidden():
                    item.setCheckState(0, _state(on))
        for parent in self._parents():
            self._tick_parent(parent)
        self.tree.viewport().update()
        self.ticked_changed.emit()

    def _ticked(self, item: QTreeWidgetItem) -> None:
        """A class passes its tick on; a facility tells its class."""
        parent = item.parent()
        if parent is None:
            with QSignalBlocker(self.tree):
                for child in _children(item):
                    if not child.isHidden():
                        child.setCheckState(0, item.checkState(0))
        self._tick_parent(parent or item)
        self.tree.viewport().update()
        self.ticked_changed.emit()

    def _tick_parent(self, parent: QTreeWidgetItem) -> None:
        states = {child.checkState(0) for child in _children(parent)}
        with QSignalBlocker(self.tree):
            mixed = Qt.CheckState.PartiallyChecked
            parent.setCheckState(0, states.pop() if len(states) == 1 else mixed)

    def _chosen(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and item.data(0, _ID) is not None:
            self.current_changed.emit(item.data(0, _ID))


def _group_item(name: str) -> QTreeWidgetItem:
    item = QTreeWidgetItem([name])
    item.setCheckState(0, Qt.CheckState.Unchecked)
    font = item.font(0)
    font.setBold(True)
    item.setFont(0, font)
    return item


def _children(parent: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    children = [parent.child(row) for row in range(parent.childCount())]
    return [child for child in children if child is not None]


def _state(on: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
