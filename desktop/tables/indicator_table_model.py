"""The plan's indicator table as printed, and beside it what the program computes now."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush

from desktop import indicator_wording as words
from desktop import theme, wording
from desktop.session import CountySession
from desktop.tables.indicator_rows import IndicatorRow, indicator_rows
from models.edits import Edit
from models.indicator_progress import IndicatorProgress, IndicatorState, Way, progress_of
from models.measure import Allocation
from models.plan import IndicatorValue
from models.rules.rule import Rule, RuleKind, Severity

Index = QModelIndex | QPersistentModelIndex
INDENT = "\u3000"  # an ideographic space: keeps 其中 sub-rows indented when copied, too
MARKS = {
    IndicatorState.HOLDS: "✓",
    IndicatorState.MISSED: "!",
    IndicatorState.ON_THE_WAY: "→",
    IndicatorState.NO_FIGURES: "–",
    IndicatorState.NOT_ENTERED: "–",
}


class IndicatorColumn(IntEnum):
    CATEGORY = 0
    NUMBER = 1
    NAME = 2
    BASELINE = 3
    TARGET = 4
    NATURE = 5
    BASELINE_NOW = 6
    PLANNED_NOW = 7
    STATE = 8
    PROGRESS = 9
    GAP = 10
    FILLED = 11


_COLUMNS = tuple(IndicatorColumn)
_COLUMN_COUNT = len(_COLUMNS)
_ROLES = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.TextAlignmentRole,
        Qt.ItemDataRole.ForegroundRole,
        Qt.ItemDataRole.BackgroundRole,
    }
)

# Figures stand at the right of their columns.
_RIGHT = frozenset(
    {
        IndicatorColumn.NUMBER,
        IndicatorColumn.BASELINE,
        IndicatorColumn.TARGET,
        IndicatorColumn.BASELINE_NOW,
        IndicatorColumn.PLANNED_NOW,
        IndicatorColumn.PROGRESS,
        IndicatorColumn.GAP,
        IndicatorColumn.FILLED,
    }
)


class IndicatorTableModel(QAbstractTableModel):
    """Printed rows in printed order, then the rules that only the text states.

    Figures are computed when they are shown, and again after an edit of what they read.
    """

    def __init__(self, session: CountySession) -> None:
        super().__init__()
        self._session = session
        self._rows: list[IndicatorRow] = []
        self.reload()

    def reload(self) -> None:
        """Read everything again: another plan, or other facilities, people or indicators."""
        self.beginResetModel()
        session = self._session
        indicators = session.county.indicators(session.plan.id)
        self._rows = indicator_rows(indicators, session.rules)
        self.endResetModel()

    def follow(self, edit: Edit) -> None:
        """Show what an edit changed; of figures only the rows that read them."""
        records = [change.record for change in edit.changes]
        if not all(isinstance(r, Allocation | IndicatorValue) for r in records):
            self.reload()
            return
        measures = {r.measure for r in records if isinstance(r, Allocation)}
        ids = {r.indicator_id for r in records if isinstance(r, IndicatorValue)}
        for i, row in enumerate(self._rows):
            if not row.reads(measures, ids):
                continue
            before, row.computed = row.computed, None
            if before is None or self.computed(i) != before:  # else nothing is painted anew
                first = self.index(i, IndicatorColumn.BASELINE_NOW)
                self.dataChanged.emit(first, self.index(i, _COLUMN_COUNT - 1))

    def row(self, row: int) -> IndicatorRow:
        return self._rows[row]

    def computed(self, row: int) -> IndicatorProgress:
        found, session = self._rows[row], self._session
        if found.computed is None:
            found.computed = progress_of(found.stated, session.evaluation, session.catalogue)
        return found.computed

    def row_of_rule(self, rule_id: str) -> int | None:
        rules = (r.rule for r in self._rows)
        return next((i for i, r in enumerate(rules) if r is not None and r.id == rule_id), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else _COLUMN_COUNT

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heading(IndicatorColumn(section))
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._explanation(IndicatorColumn(section))
        return None

    def _explanation(self, column: IndicatorColumn) -> str | None:
        """What a computed column is computed from; None for the printed ones."""
        return {
            IndicatorColumn.BASELINE_NOW: self.tr(
                "From the facilities' figures of the baseline year: beds per population as "
                "authorised, all else as actual"
            ),
            IndicatorColumn.PLANNED_NOW: self.tr(
                "From the facilities' planned figures of the target year; where nothing can be "
                "computed, the latest entered value with its year"
            ),
            IndicatorColumn.PROGRESS: self.tr("The part of the way from baseline to target"),
            IndicatorColumn.GAP: self.tr(
                "What is missing to the target, in whole beds, persons, vehicles or places; of "
                "entered values in the indicator's own unit"
            ),
            IndicatorColumn.FILLED: self.tr("Facilities with a figure, of those that count"),
        }.get(column)

    def _heading(self, column: IndicatorColumn) -> str:
        plan = self._session.plan
        years = {"baseline": plan.baseline_year, "target": plan.target_year}
        return {
            IndicatorColumn.CATEGORY: self.tr("Category"),
            IndicatorColumn.NUMBER: self.tr("No."),
            IndicatorColumn.NAME: self.tr("Indicator"),
            IndicatorColumn.BASELINE: self.tr("{baseline}\nprinted"),
            IndicatorColumn.TARGET: self.tr("{target}\ntarget"),
            IndicatorColumn.NATURE: self.tr("Nature"),
            IndicatorColumn.BASELINE_NOW: self.tr("{baseline}\ncomputed"),
            IndicatorColumn.PLANNED_NOW: self.tr("{target}\ncomputed"),
            IndicatorColumn.STATE: self.tr("State"),
            IndicatorColumn.PROGRESS: self.tr("Progress"),
            IndicatorColumn.GAP: self.tr("Gap"),
            IndicatorColumn.FILLED: self.tr("Filled"),
        }[column].format(**years)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in _ROLES or not index.isValid():
            return None
        row, column = index.row(), _COLUMNS[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            if role == Qt.ItemDataRole.DisplayRole:
                return self._text(row, column)
            return self._tip(row, column).strip() or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = column in _RIGHT
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(row, column)
        if role == Qt.ItemDataRole.BackgroundRole and self._rows[row].indicator is None:
            return QBrush(theme.SUBTOTAL_FILL)
        return None

    def _text(self, row: int, column: IndicatorColumn) -> str:
        found = self._rows[row]
        if column < IndicatorColumn.BASELINE_NOW:
            return self._printed(found, column)
        computed = self.computed(row)
        match column:
            case IndicatorColumn.BASELINE_NOW:
                return words.measured_text(found.stated, computed.baseline)
            case IndicatorColumn.PLANNED_NOW:
                return self._now(found, computed)
            case IndicatorColumn.STATE:
                return self.state_text(row)
            case IndicatorColumn.PROGRESS:
                return words.percent(computed.progress)
            case IndicatorColumn.GAP:
                session = self._session
                return words.short_gap(found.stated, computed, session.catalogue, session.language)
            case _:
                return self._filled(found, computed)

    def _now(self, found: IndicatorRow, computed: IndicatorProgress) -> str:
        """What the plan amounts to, or the latest entered value with its year."""
        now = computed.now
        if now is None:
            return words.measured_text(found.stated, computed.planned)
        if now.way is Way.COMPUTED:
            return words.value_text(found.stated, now.value)
        return f"{words.entered_text(found.stated, now.value)} ({now.year})"

    def _tip(self, row: int, column: IndicatorColumn) -> str:
        """The whole text of a cell; of a gap the sentence, of a state why nothing is computed."""
        found, session = self._rows[row], self._session
        if column == IndicatorColumn.GAP:
            computed = self.computed(row)
            return words.gap_text(found.stated, computed, session.catalogue, session.language)
        if column == IndicatorColumn.STATE:
            why = words.cannot_text(self.computed(row), session.catalogue, session.language)
            return f"{self.state_text(row)}\n{why}"
        return self._text(row, column)

    def _printed(self, found: IndicatorRow, column: IndicatorColumn) -> str:
        if found.indicator is None:
            assert found.rule is not None
            return self._stated_in_text(found.rule, column)
        indicator = found.indicator
        match column:
            case IndicatorColumn.CATEGORY:
                return "".join(indicator.category.split())
            case IndicatorColumn.NUMBER:
                return indicator.number
            case IndicatorColumn.NAME:
                name = words.name_text(found.stated, self._session.language)
                return INDENT * (indicator.parent is not None) + name
            case IndicatorColumn.BASELINE:
                return indicator.baseline.strip()
            case IndicatorColumn.TARGET:
                return indicator.target.strip()
            case _:
                return self._word("nature", indicator.nature)

    def _stated_in_text(self, rule: Rule, column: IndicatorColumn) -> str:
        match column:
            case IndicatorColumn.CATEGORY:
                return self.tr("Rules stated in the text")
            case IndicatorColumn.NAME:
                return wording.rule_text(rule, self._session.language)
            case IndicatorColumn.TARGET:
                return wording.limit_text(rule)
            case IndicatorColumn.NATURE:
                return self._word("nature", rule.nature)
            case _:
                return ""

    def _word(self, group: str, word_id: str) -> str:
        return self._session.catalogue.word(group, word_id, self._session.language)

    def state_text(self, row: int) -> str:
        """The row's state as a symbol and a word."""
        state = self.computed(row).state
        return f"{self._mark(row, state)} {words.state_words()[state]}"

    def _mark(self, row: int, state: IndicatorState) -> str:
        rule = self._rows[row].rule
        if state is IndicatorState.MISSED and rule is not None:
            return "✕" if rule.severity is Severity.ERROR else "!"
        return MARKS[state]

    def _filled(self, found: IndicatorRow, computed: IndicatorProgress) -> str:
        if found.rule is not None and found.rule.kind is RuleKind.RADIUS:
            if not computed.checked:
                return ""
            return self.tr("{outside} of {points} points not covered").format(
                outside=computed.failing, points=computed.checked
            )
        if computed.planned is None:
            return ""
        return f"{computed.planned.filled}/{computed.planned.counted}"

    def _colour(self, row: int, column: IndicatorColumn) -> QBrush | None:
        if column < IndicatorColumn.BASELINE_NOW:
            return None
        state = self.computed(row).state
        rule = self._rows[row].rule
        if state is IndicatorState.MISSED and rule is not None:
            if column in (IndicatorColumn.STATE, IndicatorColumn.GAP):
                is_error = rule.severity is Severity.ERROR
                return QBrush(theme.ERROR if is_error else theme.WARNING)
            return None
        return None if state is IndicatorState.HOLDS else QBrush(theme.MUTED)
