"""The contradictions of a published plan as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import IntEnum
from fractions import Fraction
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from desktop.proofreading_wording import discrepancy_text
from models.discrepancy import Discrepancy, DiscrepancyKind
from models.discrepancy_gap import gap
from models.figures import MINUS, format_grouped, format_rate

Index = QModelIndex | QPersistentModelIndex
SORT_ROLE = Qt.ItemDataRole.UserRole
KINDS = tuple(DiscrepancyKind)
_DECIMALS = 4  # as many as the computed rates are shown to


class DiscrepancyColumn(IntEnum):
    KIND = 0
    PLACES = 1
    GAP = 2
    TEXT = 3


def kind_word(kind: DiscrepancyKind) -> str:
    """What a kind of check finds."""
    translate = QCoreApplication.translate
    return {
        DiscrepancyKind.TOTAL_DIFFERS: translate("DiscrepancyTableModel", "Total differs"),
        DiscrepancyKind.RATE_DIFFERS: translate("DiscrepancyTableModel", "Rate differs"),
        DiscrepancyKind.NUMBER_REPEATED: translate("DiscrepancyTableModel", "Number used twice"),
        DiscrepancyKind.TARGET_ON_WRONG_SIDE: translate(
            "DiscrepancyTableModel", "Target worse than baseline"
        ),
        DiscrepancyKind.PART_EXCEEDS_WHOLE: translate(
            "DiscrepancyTableModel", "Part exceeds whole"
        ),
        DiscrepancyKind.NAME_DIFFERS: translate("DiscrepancyTableModel", "Name differs"),
        DiscrepancyKind.TARGETS_DIFFER: translate("DiscrepancyTableModel", "Table and text differ"),
        DiscrepancyKind.NUMBER_SKIPPED: translate("DiscrepancyTableModel", "Number left out"),
        DiscrepancyKind.UNIT_IMPOSSIBLE: translate("DiscrepancyTableModel", "Unit cannot be"),
        DiscrepancyKind.YEAR_OUTSIDE: translate("DiscrepancyTableModel", "Year outside the period"),
        DiscrepancyKind.INSTITUTION_MISSING: translate(
            "DiscrepancyTableModel", "Institution missing"
        ),
    }[kind]


def statement_text(found: Discrepancy) -> str:
    """The sentence of a contradiction without its places, which have a column of their own."""
    text = discrepancy_text(replace(found, places=())).removeprefix(": ")
    return text[:1].upper() + text[1:]


def gap_text(found: Discrepancy) -> str:
    """By how much the printed figure is off, with its sign; nothing where no figure is."""
    off = gap(found)
    if off is None:
        return ""
    return ("+" if off > 0 else MINUS if off < 0 else "") + gap_size(off)


def gap_size(off: Fraction) -> str:
    """A gap without its sign, to four decimals, or to more where they would be zero."""
    rounded = Fraction(format_rate(abs(off), _DECIMALS))
    return format_grouped(rounded or abs(off))


class DiscrepancyTableModel(QAbstractTableModel):
    """One row per contradiction, in the order of the proofreader."""

    def __init__(self) -> None:
        super().__init__()
        self._found: tuple[Discrepancy, ...] = ()

    def show_found(self, found: Sequence[Discrepancy]) -> None:
        self.beginResetModel()
        self._found = tuple(found)
        self.endResetModel()

    def row_at(self, row: int) -> Discrepancy:
        return self._found[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._found)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(DiscrepancyColumn)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            DiscrepancyColumn.KIND: self.tr("Kind"),
            DiscrepancyColumn.PLACES: self.tr("Where"),
            DiscrepancyColumn.GAP: self.tr("Off by"),
            DiscrepancyColumn.TEXT: self.tr("What is wrong"),
        }[DiscrepancyColumn(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        found, column = self._found[index.row()], DiscrepancyColumn(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(found, column)
        if role == SORT_ROLE:
            return self._sort_key(index.row(), found, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = column is DiscrepancyColumn.GAP
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def _text(self, found: Discrepancy, column: DiscrepancyColumn) -> str:
        match column:
            case DiscrepancyColumn.KIND:
                return kind_word(found.kind)
            case DiscrepancyColumn.PLACES:
                return " / ".join(found.places)
            case DiscrepancyColumn.GAP:
                return gap_text(found)
            case DiscrepancyColumn.TEXT:
                return statement_text(found)

    def _sort_key(self, row: int, found: Discrepancy, column: DiscrepancyColumn) -> Any:
        """Kinds stand in the order of the checks, gaps by size, those without one last."""
        match column:
            case DiscrepancyColumn.KIND:
                return KINDS.index(found.kind) * self.rowCount() + row
            case DiscrepancyColumn.GAP:
                off = gap(found)
                return -1.0 if off is None else float(abs(off))
            case _:
                return self._text(found, column)
