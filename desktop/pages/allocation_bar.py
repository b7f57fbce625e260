"""What is chosen over the allocation table: columns, years, groups, and the filter of rows."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.column_set_dialog import ColumnSetDialog
from desktop.dialogs.fields import Choice
from desktop.pages.row_filter_bar import RowFilterBar
from desktop.session import CountySession
from desktop.settings import Settings
from desktop.tables.allocation_columns import (
    AnySet,
    ColumnSet,
    ColumnSpec,
    OwnColumns,
    Years,
    set_name,
    steps,
)
from desktop.tables.allocation_rows import Grouping
from desktop.tables.allocation_table_model import AllocationTableModel

_OWN = "own:"  # before the name of a set of the planner's own, in the choice


class AllocationBar(QWidget):
    """Sets the model as the planner chooses. `own_sets_changed` says they are to be kept."""

    own_sets_changed = Signal()

    def __init__(self, session: CountySession, model: AllocationTableModel) -> None:
        super().__init__()
        self.session, self.model = session, model
        self._own: dict[str, OwnColumns] = {}
        self._once: OwnColumns | None = None  # columns that are shown without being kept
        self.column_sets, self.years, self.grouping = Choice(), Choice(), Choice()
        self.choose_columns = QPushButton(self.tr("Columns…"))
        self.fold_all = QToolButton()
        self.filter_button = QToolButton()
        self.filter_button.setCheckable(True)
        self.filter_button.setShortcut("Ctrl+Shift+L")
        self.filters = RowFilterBar(session)
        self.shown, self.note = QLabel(), QLabel()
        self.dialog: ColumnSetDialog | None = None
        self._lay_out()
        self._offer()
        self._connect()
        self.refresh()

    def _lay_out(self) -> None:
        for choice, name, letters in (
            (self.column_sets, self.tr("Columns"), 20),
            (self.years, self.tr("Years"), 13),
            (self.grouping, self.tr("Groups"), 10),
        ):
            choice.setAccessibleName(name)
            choice.setToolTip(name)
            choice.setMinimumContentsLength(letters)
            choice.view().setMinimumWidth(240)
        for label in (self.shown, self.note):
            label.setObjectName("muted")
        self.choose_columns.setToolTip(self.tr("Choose, name and delete sets of columns"))
        row = QHBoxLayout()
        for widget in (
            self.column_sets, self.choose_columns, self.years, self.grouping, self.fold_all,
            self.filter_button, self.shown,
        ):  # fmt: skip
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.note)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self.filters)
        self.filters.hide()

    def _connect(self) -> None:
        self.column_sets.currentIndexChanged.connect(
            lambda: self.model.show_columns(self._chosen_set())
        )
        self.years.currentIndexChanged.connect(self._show_years)
        self.grouping.currentIndexChanged.connect(
            lambda: self.model.group_by(Grouping(self.grouping.value() or Grouping.CLASS))
        )
        self.fold_all.clicked.connect(lambda: self.model.fold_all(not self.model.folded))
        self.choose_columns.clicked.connect(self._open_dialog)
        self.filter_button.toggled.connect(self.filters.setVisible)
        self.filters.changed.connect(lambda: self.model.show_only(self.filters.value()))
        self.model.modelReset.connect(self.refresh)
        self.session.plan_changed.connect(self._offer)

    def _offer(self) -> None:
        """The choices of this plan."""
        sets = [(set_name(each), str(each)) for each in ColumnSet]
        sets += [(name, _OWN + name) for name in self._own]
        if self._once is not None:
            sets.append((self.tr("Chosen columns"), _OWN))
        self.column_sets.offer(sets)
        plan = self.session.plan
        self.years.offer(
            [
                (self.tr("Target year {year}").format(year=plan.target_year), Years.TARGET),
                (self.tr("Baseline {year}").format(year=plan.baseline_year), Years.BASELINE),
                (self.tr("All years"), Years.ALL),
                *((self.tr("Step {year}").format(year=y), str(y)) for y in steps(plan)[:-1]),
            ]
        )
        self.grouping.offer(
            [
                (self.tr("By class"), Grouping.CLASS),
                (self.tr("By type"), Grouping.TYPE),
                (self.tr("By township"), Grouping.TOWNSHIP),
                (self.tr("By consortium"), Grouping.CONSORTIUM),
                (self.tr("No groups"), Grouping.NOTHING),
            ]
        )

    def refresh(self) -> None:
        """What is told of the rows that are shown."""
        every, shown = len(self.session.county.facilities), self.model.shown_facilities
        text = self.tr("{shown} of {count} facilities").format(shown=shown, count=every)
        self.shown.setText("" if shown == every else text)
        self.fold_all.setText(self.tr("Unfold") if self.model.folded else self.tr("Fold"))
        self.fold_all.setToolTip(self.tr("Show the subtotals only, or all rows (+ and − on one)"))
        self.fold_all.setEnabled(self.model.grouping is not Grouping.NOTHING)
        active = self.filters.active
        text = self.tr("Filter ({count})").format(count=active) if active else self.tr("Filter")
        self.filter_button.setText(text)

    # --- columns

    def _chosen_set(self) -> AnySet:
        value = self.column_sets.value() or ColumnSet.TARGETS
        if value == _OWN and self._once is not None:
            return self._once
        return self._own[value.removeprefix(_OWN)] if value.startswith(_OWN) else ColumnSet(value)

    def show_set(self, chosen: AnySet) -> None:
        """Choose a set as if the planner had; one that is not among the choices is shown once."""
        if isinstance(chosen, OwnColumns) and not chosen.name:
            self._once = chosen
            self._offer()
        name = _OWN + chosen.name if isinstance(chosen, OwnColumns) else chosen
        self.column_sets.choose(name)
        self.model.show_columns(chosen)

    def _show_years(self) -> None:
        value = self.years.value() or Years.TARGET
        self.model.show_years(int(value) if value.isdigit() else Years(value))

    def _open_dialog(self) -> None:
        shown = self.model.chosen
        if not isinstance(shown, OwnColumns):
            seen = [ColumnSpec(c.measure, c.basis, c.kind) for c in self.model.columns]
            shown = OwnColumns("", tuple(dict.fromkeys(seen)))
        self.dialog = ColumnSetDialog(self.session, shown, self)
        self.dialog.chosen.connect(self._keep)
        self.dialog.deleted.connect(self._forget)
        self.dialog.open()

    def _keep(self, chosen: OwnColumns) -> None:
        if chosen.name:
            self._own[chosen.name] = chosen
            self._offer()
            self.own_sets_changed.emit()
        self.show_set(chosen)

    def _forget(self, name: str) -> None:
        del self._own[name]
        self._offer()
        self.show_set(ColumnSet.TARGETS)
        self.own_sets_changed.emit()

    def read_own_sets(self, settings: Settings) -> None:
        """Offer the sets that the settings keep; one that cannot be read is left out."""
        for name, texts in settings.column_sets.items():
            try:
                specs = tuple(map(ColumnSpec.from_text, texts))
            except (TypeError, ValueError, AttributeError):
                continue
            self._own[name] = OwnColumns(name, specs)
        self._offer()

    def keep_own_sets(self, settings: Settings) -> None:
        settings.column_sets = {
            name: [spec.to_text() for spec in own.specs] for name, own in self._own.items()
        }
