"""Choosing the facilities that a rule applies to."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QToolButton,
    QWidget,
    QWidgetAction,
)

from desktop import wording
from desktop.dialogs.fields import Field
from desktop.session import CountySession
from models.facility import FacilityClass, FacilityType, Ownership, Scope
from models.name_matching import unknown_names

_AT_END = Qt.TextElideMode.ElideRight


class WordsMenu(QToolButton):
    """Several of some words, ticked in a menu that stays open; none ticked means all."""

    changed = Signal()

    def __init__(self, words: dict[str, str]) -> None:
        super().__init__()
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        menu = QMenu(self)
        self.boxes: dict[str, QCheckBox] = {}
        for word_id, word in words.items():
            box = QCheckBox(word)
            box.setContentsMargins(8, 2, 8, 2)
            box.toggled.connect(self._toggled)
            action = QWidgetAction(menu)
            action.setDefaultWidget(box)
            menu.addAction(action)
            self.boxes[word_id] = box
        self.setMenu(menu)
        self._name()

    @property
    def chosen(self) -> frozenset[str]:
        return frozenset(i for i, box in self.boxes.items() if box.isChecked())

    def choose(self, ids: frozenset[str]) -> None:
        for word_id, box in self.boxes.items():
            box.setChecked(word_id in ids)

    def _toggled(self) -> None:
        self._name()
        self.changed.emit()

    def _name(self) -> None:
        words = [box.text() for box in self.boxes.values() if box.isChecked()]
        self._words = wording.listed(words) if words else self.tr("All")
        self.setToolTip(self._words)
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        """As many of the words as there is room for."""
        width = max(self.width() - 24, 0)  # beside the arrow
        self.setText(self.fontMetrics().elidedText(self._words, _AT_END, width))


class ScopePicker(QWidget):
    """Class, type, ownership, grade and names; what is left open means all."""

    changed = Signal()

    def __init__(self, session: CountySession) -> None:
        super().__init__()
        self.session = session
        words, language = session.catalogue.word, session.language

        def menu(group: str, ids: list[str]) -> WordsMenu:
            return WordsMenu({i: words(group, i, language) for i in ids})

        self.classes = menu("facility-class", list(FacilityClass))
        self.types = menu("facility-type", list(FacilityType))
        self.ownership = menu("ownership", list(Ownership))
        self.grades, self.names = QLineEdit(), QLineEdit()
        self.grades.setPlaceholderText(self.tr("e.g. 二级; several with 、"))
        self.names.setPlaceholderText(self.tr("full names, several with 、"))
        self.names_field = Field("names", self.names)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(3)
        form.addRow(self.tr("Class of facility"), self.classes)
        form.addRow(self.tr("Type"), self.types)
        form.addRow(self.tr("Ownership"), self.ownership)
        form.addRow(self.tr("Grade"), self.grades)
        form.addRow(self.tr("Names"), self.names_field)
        for button in (self.classes, self.types, self.ownership):
            button.changed.connect(self.changed)
        for line in (self.grades, self.names):
            line.textChanged.connect(self.changed)
        self.names.textChanged.connect(self._tell_names)

    def show_scope(self, scope: Scope) -> None:
        self.classes.choose(frozenset(map(str, scope.classes)))
        self.types.choose(frozenset(map(str, scope.types)))
        self.ownership.choose(frozenset(map(str, scope.ownership)))
        self.grades.setText("、".join(sorted(scope.grades)))
        self.names.setText("、".join(sorted(scope.names)))

    def _tell_names(self) -> None:
        """Say which names no facility of the county has, and which are near."""
        unknown = unknown_names(_words(self.names.text()), self.session.county)
        near = self.tr("“{name}” is no facility of this county; near: {near}")
        none = self.tr("“{name}” is no facility of this county")
        said = [
            (near if names else none).format(name=name, near=wording.listed(names))
            for name, names in unknown.items()
        ]
        self.names_field.tell("\n".join(said), wrong=False)

    def value(self) -> Scope:
        return Scope(
            frozenset(map(FacilityClass, self.classes.chosen)),
            frozenset(map(FacilityType, self.types.chosen)),
            frozenset(map(Ownership, self.ownership.chosen)),
            _words(self.grades.text()),
            _words(self.names.text()),
        )


def _words(text: str) -> frozenset[str]:
    return frozenset(word.strip() for word in re.split("[、,，;；]", text) if word.strip())
