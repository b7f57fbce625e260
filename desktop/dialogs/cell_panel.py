"""What is known of the selected cell: its value, where it comes from, what the rules demand."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from desktop import wording
from desktop.session import CountySession
from desktop.tables.allocation_columns import ColumnKind
from desktop.tables.allocation_table_model import AllocationTableModel
from models.facility import Facility
from models.figures import format_count
from models.measure import Allocation, Origin
from models.rules.rule import Severity
from models.staffing import least_demanded


class CellPanel(QFrame):
    """Follows `show_cell`; empty where no facility's cell is selected."""

    def __init__(self, session: CountySession, table: AllocationTableModel) -> None:
        super().__init__()
        self.session, self.table = session, table
        self.setObjectName("card")
        self.facility, self.column = QLabel(), QLabel()
        self.value, self.origin = QLabel(), QLabel()
        self.demands, self.findings = QLabel(), QLabel()
        emphasised = QFont(self.font())
        emphasised.setBold(True)
        self.facility.setFont(emphasised)
        emphasised.setPointSizeF(1.4 * emphasised.pointSizeF())
        self.value.setFont(emphasised)
        for label in (self.column, self.origin):
            label.setObjectName("muted")
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        for label in (
            self.facility, self.column, self.value, self.origin, self.demands, self.findings,
        ):  # fmt: skip
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            layout.addWidget(label)
        layout.addStretch(1)

    def show_cell(self, row: int, column: int) -> None:
        """Show the cell of the table at a row and column; (−1, −1) for none."""
        facility = self.table.facility_at(row)
        if facility is None or not 0 <= column < self.table.columnCount():
            self._show_nothing()
            return
        shown = self.table.columns[column]
        allocation = self.table.allocation_at(row, column)
        unit = self.session.catalogue.measure_unit(shown.measure, self.session.language)
        self.facility.setText(facility.name)
        self.column.setText(self.table.column_name(column))
        text = str(self.table.index(row, column).data() or "")
        blank = self.tr("Not stated")
        in_unit = f"{text} {unit}" if shown.kind is not ColumnKind.RATE else text
        self.value.setText(in_unit if text else blank)
        if shown.kind is not ColumnKind.VALUE:
            self.origin.setText(self.tr("Computed; cannot be edited"))
        else:
            self.origin.setText("" if allocation is None else self._origin(allocation))
        self.demands.setText("\n".join(self._demands(facility, column)))
        marks = {Severity.ERROR: "✕", Severity.WARNING: "!"}
        self.findings.setText(
            "\n".join(
                f"{marks[finding.severity]} {self.table.finding_text(finding)}"
                for finding in self.table.findings_at(row, column)
            )
        )

    def _origin(self, allocation: Allocation) -> str:
        """Origin and source, and of what was not published who set it, and when."""
        lines = [self.table.origin_text(allocation)]
        if allocation.origin is not Origin.PUBLISHED:
            row = self.session.last_edit_of(allocation)
            if row is not None:
                at = datetime.fromisoformat(row.at).astimezone()
                lines.append(f"{row.who} · {at:%Y-%m-%d %H:%M:%S} · {row.label}")
        return "\n".join(lines)

    def _show_nothing(self) -> None:
        for label in (self.column, self.value, self.origin, self.demands, self.findings):
            label.clear()
        self.facility.setText(self.tr("Select a cell to see where its value comes from."))

    def _demands(self, facility: Facility, column: int) -> list[str]:
        """The ratio rules of the cell's measure, each with the least it demands here."""
        session, shown = self.session, self.table.columns[column]
        lines = []
        for rule in session.rules:
            if (rule.measure, rule.basis) != (shown.measure, shown.basis):
                continue
            least = least_demanded(rule, session.county, session.plan, facility)
            if least is not None:
                lines.append(
                    self.tr("{rule} {limit}: at least {least}").format(
                        rule=wording.rule_text(rule, session.language),
                        limit=wording.limit_text(rule).removeprefix("≥ "),
                        least=format_count(least),
                    )
                )
        return lines and [self.tr("Demanded by the plan's rules:"), *lines]
