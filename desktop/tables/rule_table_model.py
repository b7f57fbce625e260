"""The rules of the plan as a table: in use or not, what each states, whose it is, how it stands."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QBrush

from desktop import rule_statement, theme, wording
from desktop.session import CountySession
from models.rules.editing import PlanRule, RuleOrigin, RuleState, listed_rules

Index = QModelIndex | QPersistentModelIndex
SORT_ROLE = Qt.ItemDataRole.UserRole


class RuleColumn(IntEnum):
    IN_USE = 0
    NAME = 1
    LIMIT = 2
    STATE = 3
    SCOPE = 4
    KIND = 5
    NATURE = 6
    SOURCE = 7


class RuleTableModel(QAbstractTableModel):
    """One row a rule, in the order of the plan, then the national norms, then the planner's own.

    `switch_asked(rule id)`: a check box was clicked. It follows once the plan does.
    """

    switch_asked = Signal(str)

    def __init__(self, session: CountySession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.rules: tuple[PlanRule, ...] = ()
        self.reload()

    def reload(self) -> None:
        """Read the rules again; rows that stay keep their selection."""
        session = self._session
        after = listed_rules(session.catalogue, session.county, session.plan)
        if [r.rule.id for r in after] != [r.rule.id for r in self.rules]:
            self.beginResetModel()
            self.rules = after
            self.endResetModel()
        elif after:
            self.rules = after
            last = self.index(len(after) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def row_of(self, rule_id: str) -> int | None:
        return next((i for i, r in enumerate(self.rules) if r.rule.id == rule_id), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rules)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(RuleColumn)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        can_switch = index.column() == RuleColumn.IN_USE and not self._session.plan.is_locked
        return flags | Qt.ItemFlag.ItemIsUserCheckable if can_switch else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for the switch; a reason may be needed first."""
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == RuleColumn.IN_USE:
            self.switch_asked.emit(self.rules[index.row()].rule.id)
        return False

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            RuleColumn.IN_USE: self.tr("In use"),
            RuleColumn.NAME: self.tr("Rule"),
            RuleColumn.LIMIT: self.tr("States"),
            RuleColumn.SCOPE: self.tr("Applies to"),
            RuleColumn.KIND: self.tr("Kind"),
            RuleColumn.NATURE: self.tr("Nature"),
            RuleColumn.STATE: self.tr("State"),
            RuleColumn.SOURCE: self.tr("Source"),
        }[RuleColumn(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        listed, column = self.rules[index.row()], RuleColumn(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(listed, column)
        if role == Qt.ItemDataRole.CheckStateRole and column is RuleColumn.IN_USE:
            checked = listed.rule.active
            return Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked
        if role == SORT_ROLE:
            is_source = column is RuleColumn.SOURCE
            return index.row() if is_source else self._text(listed, column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(listed, column)
        return None

    def _colour(self, listed: PlanRule, column: RuleColumn) -> QBrush | None:
        if column is RuleColumn.STATE and RuleState.UNVERIFIED in listed.states:
            return QBrush(theme.WARNING)
        return None if listed.rule.active else QBrush(theme.MUTED)

    def _text(self, listed: PlanRule, column: RuleColumn) -> str:
        catalogue, language = self._session.catalogue, self._session.language
        rule = listed.rule
        match column:
            case RuleColumn.IN_USE:
                return self.tr("yes") if rule.active else self.tr("no")
            case RuleColumn.NAME:
                return wording.rule_text(rule, language)
            case RuleColumn.LIMIT:
                return rule_statement.limit_words(rule, catalogue, language)
            case RuleColumn.SCOPE:
                return rule_statement.scope_words(rule.scope, catalogue, language)
            case RuleColumn.KIND:
                return catalogue.word("rule-kind", rule.kind, language)
            case RuleColumn.NATURE:
                return catalogue.word("nature", rule.nature, language)
            case RuleColumn.STATE:
                return " · ".join(map(rule_statement.state_word, listed.states))
            case _:
                source = rule.source
                return " ".join(filter(None, (source.clause, source.document, source.date)))


class RuleFilter(QSortFilterProxyModel):
    """The rules that hold every word of a text, of a kind, a nature, an origin, in use or not."""

    def __init__(self, model: RuleTableModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: list[str] = []
        self._kind: str | None = None
        self._nature: str | None = None
        self._origin: RuleOrigin | None = None
        self._active: bool | None = None
        self.setSortRole(SORT_ROLE)
        self.setSourceModel(model)

    def choose(
        self,
        text: str = "",
        kind: str | None = None,
        nature: str | None = None,
        origin: RuleOrigin | None = None,
        active: bool | None = None,
    ) -> None:
        """Show what fits all that is given; None: whatever it is."""
        self.beginFilterChange()
        self._words = text.casefold().split()
        self._kind, self._nature, self._origin, self._active = kind, nature, origin, active
        self.endFilterChange()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        model = self.sourceModel()
        assert isinstance(model, RuleTableModel)
        listed = model.rules[source_row]
        for wanted, found in (
            (self._kind, listed.rule.kind),
            (self._nature, listed.rule.nature),
            (self._origin, listed.origin),
            (self._active, listed.rule.active),
        ):
            if wanted is not None and wanted != found:
                return False
        cells = (str(model.index(source_row, c).data()) for c in RuleColumn)
        text = "\n".join(cells).casefold()
        return all(word in text for word in self._words)
