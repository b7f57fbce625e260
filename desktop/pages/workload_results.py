"""What the workload requires, with the derivation of the chosen result; the working times."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.session import CountySession
from desktop.tables.allocation_delegate import AllocationDelegate
from desktop.tables.reading_table import ReadingTableView
from desktop.tables.working_time_model import COLUMNS, SOURCE, WorkingTimeModel
from desktop.tables.workload_result_model import WorkloadResultModel, WorkloadResultOrder
from desktop.tables.written_view import WrittenView
from models.edits import Edit
from models.workload_staffing import WorkloadResult
from models.workload_wording import Derivation

_WIDTHS = (180, 140, 84, 84, 62, 62, 84, 78)  # pixels, by column
_TIME_WIDTHS = {"cadre": 170, "source": 200}


class WorkloadResults(QTabWidget):
    """Two tabs: results with their derivation, and working times.

    Signals: chosen(facility id, cadre) when a result is clicked on; refused(BadCells).
    """

    chosen = Signal(str, str)
    refused = Signal(object)

    def __init__(self, session: CountySession) -> None:
        super().__init__()
        self.session = session
        self.model = WorkloadResultModel(session, self)
        self.order = WorkloadResultOrder(self.model, self)
        self.table = ReadingTableView(self.order, _WIDTHS)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.table.setAccessibleName(self.tr("Staff required"))
        self.derivation = QLabel()
        self.times = WorkingTimeModel(session, self)
        self.time_view = WrittenView(self.times, self.times)
        self.time_view.setAccessibleName(self.tr("Working times"))
        self.suggest = QPushButton(self.tr("Use the example figures"))
        self.time_note = QLabel()
        self._lay_out()
        self.table.current_changed.connect(self._show_derivation)
        self.table.clicked.connect(lambda _: self._choose())
        self.suggest.clicked.connect(self.times.use_suggestions)
        self.times.refused.connect(self.refused)
        self.times.dataChanged.connect(lambda *_: self._note_times())
        session.changed.connect(self._follow)
        self._note_times()

    # --- building

    def _lay_out(self) -> None:
        self.derivation.setWordWrap(True)
        self.derivation.setTextFormat(Qt.TextFormat.RichText)
        self.derivation.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.derivation.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.derivation.setMargin(8)
        area = QScrollArea()
        area.setObjectName("card")
        area.setWidgetResizable(True)
        area.setWidget(self.derivation)
        area.setMinimumWidth(280)
        split = QSplitter()
        split.addWidget(self.table)
        split.addWidget(area)
        split.setStretchFactor(0, 1)
        split.setChildrenCollapsible(False)
        split.setSizes([800, 340])
        self.addTab(split, self.tr("Staff required"))
        self.addTab(self._time_page(), self.tr("Working times"))

    def _time_page(self) -> QWidget:
        delegate = AllocationDelegate(self.time_view)
        delegate.moved.connect(self.time_view.move_by)
        delegate.filled.connect(self.time_view.fill_with)
        self.time_view.setItemDelegate(delegate)
        for place, column in enumerate(COLUMNS):
            self.time_view.setColumnWidth(place, _TIME_WIDTHS.get(column, 106))
        self.time_view.horizontalHeader().setStretchLastSection(COLUMNS[-1] == SOURCE)
        self.time_note.setObjectName("muted")
        self.time_note.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(self.time_note, 1)
        row.addWidget(self.suggest)
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.addLayout(row)
        layout.addWidget(self.time_view, 1)
        return page

    # --- what is shown

    def reread(self, groups: frozenset[tuple[str, str]]) -> None:
        """Compute anew; results of the facilities and cadres in `groups`."""
        chosen = self.order.result_at(self.table.chosen)
        self.model.reread(groups)
        self.times.reread()
        self._note_times()
        if chosen is not None:
            self.choose(chosen.facility_id, chosen.measure)
        elif self.model.results:
            self.table.choose(0)
        self._show_derivation()

    def compute_again(self, groups: Iterable[tuple[str, str]]) -> None:
        """Compute the results of some facilities and cadres anew."""
        self.model.compute_again(groups)
        self._show_derivation()

    def choose(self, facility_id: str, measure: str) -> None:
        """Choose the result of a facility and cadre, if it is among those shown."""
        row = self.order.row_of(facility_id, measure)
        if row is not None:
            self.table.choose(row)

    def _choose(self) -> None:
        result = self.order.result_at(self.table.chosen)
        if result is not None:
            self.chosen.emit(result.facility_id, result.measure)

    def _show_derivation(self) -> None:
        result = self.order.result_at(self.table.chosen)
        self.derivation.setText("" if result is None else self._derivation_text(result))

    def _derivation_text(self, result: WorkloadResult) -> str:
        session = self.session
        derivation = Derivation(session.catalogue, session.language)
        steps = derivation.steps(result)
        name = session.county.facility(result.facility_id).name
        cadre = session.catalogue.measure_name(result.measure, session.language)
        head = f"<p style='margin:0 0 6px 0'><b>{escape(name)} · {escape(cadre)}</b></p>"
        lacking = result.requirement.required is None
        lines = []
        for number, step in enumerate(steps):
            arrow = "→ " if number else ""
            last = lacking and number == len(steps) - 1
            colour = f"; color:{theme.WARNING.name()}" if last else ""
            mark = "! " if last else arrow
            lines.append(f"<p style='margin:2px 0{colour}'>{mark}{escape(step)}</p>")
        rule = session.catalogue.word("workload-note", "method", session.language)
        note = f"<p style='margin:8px 0 0 0; color:{theme.MUTED.name()}'>{escape(rule)}</p>"
        return head + "".join(lines) + note

    def _follow(self, _: Edit) -> None:
        self._note_times()

    def _note_times(self) -> None:
        missing, unfinished = self.times.without_time, self.times.unfinished
        names = self.session.catalogue.measure_name
        if unfinished is not None:
            text = self.tr(
                "{cadre}: fill in all six figures; nothing is stored before that. Clearing them "
                "gives them up."
            ).format(cadre=names(unfinished, self.session.language))
        elif missing:
            text = self.tr(
                "Grey figures are examples, to be verified. They are stored only when you ask for "
                "it; type over them to enter your own."
            )
        else:
            text = self.tr(
                "Available hours a year = (working days − days off) × hours a day. Clearing all "
                "figures of a cadre removes its working time."
            )
        self.time_note.setText(text)
        title = self.tr("Working times")
        if self.model.results and missing:
            title = self.tr("Working times (! {count})").format(count=len(missing))
        self.setTabText(1, title)
        self.suggest.setVisible(bool(missing))
        self.suggest.setEnabled(not self.session.plan.is_locked)

    def ask_to_finish(self) -> None:
        """Show the working time that is not whole."""
        self.setCurrentIndex(1)
        self.time_view.setFocus()
        self._note_times()
