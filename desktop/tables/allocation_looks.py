"""How a cell of the allocation table looks: by who set its value, and by what rules say of it."""

from __future__ import annotations

from functools import cache
from typing import Any

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPixmap, QPolygonF

from desktop import theme
from desktop.session import CountySession
from desktop.tables.allocation_cells import EDITABLE, AllocationCells
from desktop.tables.allocation_columns import Column, ColumnKind
from desktop.tables.allocation_rows import Row
from models.facility import Facility
from models.measure import Origin
from models.rules.rule import Finding, Severity

# Severity of the worst finding of a cell or None, and whether the cell has a note.
MARKS_ROLE = Qt.ItemDataRole.UserRole

_ROLES = frozenset(
    {
        int(role)
        for role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.EditRole,
            Qt.ItemDataRole.TextAlignmentRole,
            Qt.ItemDataRole.FontRole,
            Qt.ItemDataRole.ForegroundRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.BackgroundRole,
            MARKS_ROLE,
        )
    }
)

_FILLS = {Severity.ERROR: QBrush(theme.ERROR_FILL), Severity.WARNING: QBrush(theme.WARNING_FILL)}
_SUBTOTAL = QBrush(theme.SUBTOTAL_FILL)
_MUTED = QBrush(theme.MUTED)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_TRIANGLE = 10  # pixels


class AllocationLooks:
    """What `data` of the model answers, by role; a row None is the grand total."""

    def __init__(self, session: CountySession) -> None:
        self._session = session
        self.bold = QFont()
        self.bold.setBold(True)
        self._derived, self._planner = QFont(), QFont()
        self._derived.setItalic(True)
        self._planner.setWeight(QFont.Weight.DemiBold)

    def data(self, cells: AllocationCells, row: Row | None, column: Column, role: int) -> Any:
        if role not in _ROLES:  # Qt asks every cell for many more
            return None
        facility = None if row is None else row.facility
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return cells.text(row, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _LEFT if column.kind is ColumnKind.NOTE else _RIGHT
            case Qt.ItemDataRole.FontRole:
                return self.bold if facility is None else self._font(cells, facility, column)
            case Qt.ItemDataRole.ForegroundRole:
                muted = column.kind not in EDITABLE or self._session.plan.is_locked
                return _MUTED if muted and facility else None
            case Qt.ItemDataRole.ToolTipRole:
                return cells.tool_tip(row, column)
            case Qt.ItemDataRole.BackgroundRole:
                severity = worst(cells.findings(row, column))
                plain = _SUBTOTAL if facility is None else None
                return plain if severity is None else _FILLS[severity]
        return self._marks(cells, row, column)

    def _marks(
        self, cells: AllocationCells, row: Row | None, column: Column
    ) -> tuple[Severity | None, bool]:
        severity = worst(cells.findings(row, column))
        if row is None or row.facility is None or column.kind is not ColumnKind.VALUE:
            return severity, False
        allocation = cells.allocation(row.facility, column)
        return severity, allocation is not None and bool(allocation.note)

    def _font(self, cells: AllocationCells, facility: Facility, column: Column) -> QFont | None:
        if column.kind is not ColumnKind.VALUE:
            return None
        allocation = cells.allocation(facility, column)
        match None if allocation is None else allocation.origin:
            case Origin.DERIVED:
                return self._derived
            case Origin.PLANNER:
                return self._planner
        return None


def worst(findings: list[Finding]) -> Severity | None:
    """The severity of the worst finding."""
    if not findings:
        return None
    errors = any(finding.severity is Severity.ERROR for finding in findings)
    return Severity.ERROR if errors else Severity.WARNING


@cache
def triangle(*, down: bool) -> QPixmap:
    """The sign before a subtotal: down where its facilities are shown, right where folded."""
    pixmap = QPixmap(_TRIANGLE, _TRIANGLE)
    pixmap.fill(QColor(Qt.GlobalColor.transparent))
    points = [(1, 3), (9, 3), (5, 8)] if down else [(3, 1), (8, 5), (3, 9)]
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.MUTED)
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    painter.end()
    return pixmap
