"""The conditions under which a rule speaks of a facility: as many as are needed."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop import rule_statement
from desktop.dialogs.fields import Choice
from desktop.session import CountySession
from models.measure import Basis
from models.rules.draft import TypedCondition
from models.rules.rule import TOWNSHIP_PEOPLE


class ConditionRows(QWidget):
    """One row for each condition, and a button for one more. `changed()`: something was."""

    changed = Signal()

    def __init__(self, session: CountySession) -> None:
        super().__init__()
        self.session = session
        self.rows: list[ConditionRow] = []
        self.add = QPushButton(self.tr("Add condition"))
        self.add.setAutoDefault(False)
        self.add.clicked.connect(self._add_empty)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_conditions(self, conditions: Iterable[TypedCondition]) -> None:
        """These, in place of those that are there."""
        for row in list(self.rows):
            self._remove(row)
        for condition in conditions:
            self._append().show_condition(condition)

    def typed(self) -> tuple[TypedCondition, ...]:
        return tuple(row.typed() for row in self.rows)

    def _add_empty(self) -> None:
        self._append().measure.setFocus()
        self.changed.emit()

    def _append(self) -> ConditionRow:
        row = ConditionRow(self.session)
        row.changed.connect(self.changed)
        row.remove.clicked.connect(lambda: self._take_away(row))
        self._column.insertWidget(len(self.rows), row)
        self.rows.append(row)
        return row

    def _take_away(self, row: ConditionRow) -> None:
        self._remove(row)
        self.changed.emit()

    def _remove(self, row: ConditionRow) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()


class ConditionRow(QWidget):
    """One condition; without a figure it is none."""

    changed = Signal()

    def __init__(self, session: CountySession) -> None:
        super().__init__()
        catalogue, language = session.catalogue, session.language
        names = [(catalogue.measure_name(m, language), m) for m in catalogue.measures]
        people = (rule_statement.township_people_word(), TOWNSHIP_PEOPLE)
        self.basis = Choice([(catalogue.word("basis", b, language), str(b)) for b in Basis])
        self.basis.choose(str(Basis.PLANNED))
        self.measure = Choice([*names, people])
        self.side = Choice([("<", "below"), (">", "above")])
        self.figure = QLineEdit()
        self.figure.setPlaceholderText(self.tr("figure"))
        self.remove = QToolButton()
        self.remove.setText("✕")
        self.remove.setToolTip(self.tr("Remove this condition"))
        for choice, characters in ((self.basis, 3), (self.measure, 6), (self.side, 1)):
            choice.setMinimumContentsLength(characters)
            choice.currentIndexChanged.connect(self._follow)
        self.figure.textChanged.connect(self.changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3)
        for widget, stretch in (
            (self.basis, 0), (self.measure, 2), (self.side, 0), (self.figure, 1), (self.remove, 0)
        ):  # fmt: skip
            row.addWidget(widget, stretch)

    def _follow(self) -> None:
        """The people of a township are of no basis."""
        self.basis.setEnabled(self.measure.value() != TOWNSHIP_PEOPLE)
        self.changed.emit()

    def show_condition(self, condition: TypedCondition) -> None:
        self.measure.choose(condition.measure)
        self.basis.choose(str(condition.basis))
        self.side.choose("below" if condition.below else "above")
        self.figure.setText(condition.figure)

    def typed(self) -> TypedCondition:
        return TypedCondition(
            self.measure.value() or "",
            self.side.value() == "below",
            self.figure.text(),
            Basis(self.basis.value() or Basis.PLANNED),
        )
