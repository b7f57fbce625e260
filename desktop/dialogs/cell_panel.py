"""What is known of the selected cell: its value, where it comes from, what the rules demand; and
the note that the planner writes to it."""

from __future__ import annotations

from datetime import datetime
from html import escape

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QPlainTextEdit, QVBoxLayout

from desktop import wording
from desktop.needs_wording import needs_html, needs_of
from desktop.session import CountySession
from desktop.tables.allocation_cells import EDITABLE
from desktop.tables.allocation_columns import ColumnKind
from desktop.tables.allocation_delegate import MARKS
from desktop.tables.allocation_table_model import AllocationTableModel
from models.county import CellKey
from models.edits import Edit
from models.facility import Facility
from models.figures import format_count
from models.measure import Allocation, Basis, Origin
from models.paste import note_change
from models.staffing import least_demanded
from models.workload_reading import STAFF


class CellPanel(QFrame):
    """Follows `show_cell`; empty where no facility's cell is selected.

    A note is written when the keyboard leaves it, or with Ctrl+Enter; Esc gives it up.
    """

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
        self.demands.setTextFormat(Qt.TextFormat.RichText)
        self.note_name = QLabel(self.tr("Note"))
        self.note_name.setObjectName("muted")
        self.note = QPlainTextEdit()
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(84)
        self.note.installEventFilter(self)
        self._key: CellKey | None = None
        layout.addWidget(self.note_name)
        layout.addWidget(self.note)
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
        has_unit = shown.kind in (ColumnKind.VALUE, ColumnKind.CHANGE)
        in_unit = f"{text} {unit}" if has_unit else text
        self.value.setText(in_unit if text else blank)
        if shown.kind not in EDITABLE:
            self.origin.setText(self.tr("Computed; cannot be edited"))
        else:
            self.origin.setText("" if allocation is None else self._origin(allocation))
        self.demands.setText(self._demands(facility, column))
        self._show_note(allocation, shown.kind)
        self.findings.setText(
            "\n".join(
                f"{MARKS[finding.severity]} {self.table.cells.finding_text(finding)}"
                for finding in self.table.findings_at(row, column)
            )
        )
        for label in (self.origin, self.demands, self.findings):
            label.setVisible(bool(label.text()))

    def _origin(self, allocation: Allocation) -> str:
        """Origin and source, and of what was not published who set it, and when."""
        lines = [self.table.cells.origin_text(allocation)]
        if allocation.origin is not Origin.PUBLISHED:
            row = self.session.last_edit_of(allocation)
            if row is not None:
                at = datetime.fromisoformat(row.at).astimezone()
                lines.append(f"{row.who} · {at:%Y-%m-%d %H:%M:%S} · {row.label}")
        return "\n".join(lines)

    def _show_nothing(self) -> None:
        for label in (self.column, self.value, self.origin, self.demands, self.findings):
            label.clear()
        self._show_note(None, None)
        self.facility.setText(self.tr("Select a cell to see where its value comes from."))

    def _demands(self, facility: Facility, column: int) -> str:
        """Of a staff target its three needs; else the ratio rules of the cell's measure, each with
        the least it demands here. Rich text."""
        session, shown = self.session, self.table.columns[column]
        if self._is_staff_target(column):
            return needs_html(needs_of(session, facility, shown.measure), session)
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
        if lines:
            lines.insert(0, self.tr("Demanded by the plan's rules:"))
        return "<br>".join(map(escape, lines))

    def _is_staff_target(self, column: int) -> bool:
        shown, plan = self.table.columns[column], self.session.plan
        measure = self.session.catalogue.measures.get(shown.measure)
        return (
            measure is not None
            and measure.group == STAFF
            and (shown.basis, shown.year) == (Basis.PLANNED, plan.target_year)
            and shown.kind is ColumnKind.VALUE
        )

    # --- the note

    def _show_note(self, allocation: Allocation | None, kind: ColumnKind | None) -> None:
        """Show the note of a value; a blank can have none, a computed cell neither."""
        self._key = None if allocation is None else allocation.key
        self.note.setPlainText("" if allocation is None else allocation.note)
        self.note.setEnabled(allocation is not None and not self.session.plan.is_locked)
        for part in (self.note, self.note_name):
            part.setVisible(kind in EDITABLE)
        blank = self.tr("Only a value can have a note.")
        self.note.setPlaceholderText(blank if allocation is None else "")

    def write_note(self) -> None:
        """Write what stands in the field as the note of the cell; nothing if it is unchanged."""
        county = self.session.county
        if self._key is None or county.allocation(*self._key) is None:
            return
        change = note_change(county, self._key, self.note.toPlainText())
        if change is not None:
            name = county.facility(self._key[1]).name
            label = self.tr("Note on {facility}").format(facility=name)
            self.session.do(Edit(label, (change,)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            self.write_note()
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.write_note()
                return True
            if event.key() == Qt.Key.Key_Escape and self._key is not None:
                allocation = self.session.county.allocation(*self._key)
                self.note.setPlainText("" if allocation is None else allocation.note)
                return True
        return super().eventFilter(watched, event)
