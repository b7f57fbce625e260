"""The tables of a source, what is made of each, and every problem, before anything is changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.import_columns import ImportColumnsTable
from desktop.dialogs.import_names import ImportNamesTable
from desktop.dialogs.import_preview import ImportPreviewModel
from desktop.doubt_wording import doubt_text
from desktop.import_wording import aside_text, layout_name, note_text, place_text
from desktop.session import CountySession
from models.edits import Edit
from models.import_ledger import Choices
from models.importing import CellProblem
from models.layout import Layout
from models.plan_source import PlanSource
from models.plausibility import doubts
from models.source_table import SourceTable
from models.table_columns import ColumnReader
from models.table_reading import TablesReading, found_tables, measures_of, read_tables
from models.table_recognition import ColumnMapping, FoundTable, signature

_ROWS_MEASURED = 60  # for the widths of the preview's columns
_MOST_PROBLEMS = 500  # listed; the count says how many there are


class ImportWizard(QDialog):
    """Accepted when the changes were made, as one undoable edit.

    `corrections` are the columns that the planner mapped otherwise, by heading, to be remembered.
    The tables of a plan's text (a PlanSource) are taken or left together and their columns are
    settled; making the wizard raises ImportConflicts where the county holds the plan otherwise.
    """

    def __init__(
        self,
        session: CountySession,
        source: str,
        tables: Sequence[SourceTable] | PlanSource,
        remembered: Mapping[str, ColumnMapping],
        parent: QWidget | None = None,
    ) -> None:
        plan = tables if isinstance(tables, PlanSource) else None
        self._settled = None if plan is None else plan.against(session.county)
        super().__init__(parent)
        self.session, self.source = session, source
        self.corrections: dict[str, ColumnMapping] = {}
        self._measures = measures_of(session.catalogue, session.county)
        self.tables = (
            list(tables.tables)
            if isinstance(tables, PlanSource)
            else found_tables(tables, session.plan, self._measures, remembered)
        )
        self.reading: TablesReading | None = None
        self._problems: list[CellProblem] = []
        self._doubts: list[str] = []
        self.setWindowTitle(self.tr("Import {file}").format(file=source))
        self.resize(1080, 680)
        self._make_widgets()
        self._lay_out()
        self._fill_tables()
        self.read()
        self.list.setCurrentRow(next((i for i, t in enumerate(self.tables) if t.layout), 0))

    # --- building

    def _make_widgets(self) -> None:
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self.list = QListWidget()
        self.list.setWordWrap(True)  # titles are long
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(lambda _: self._show_table())
        self.list.itemChanged.connect(lambda _: self.read())
        self.layout_box = QComboBox()
        self.layout_box.addItem(self.tr("not taken: unknown table"), "")
        for layout in Layout:
            self.layout_box.addItem(layout_name(layout), str(layout))
        self.layout_box.activated.connect(lambda _: self._choose_layout())
        self.hidden = QCheckBox(self.tr("Take hidden rows"))
        self.hidden.setChecked(True)
        self.hidden.setVisible(any(table.source.hidden for table in self.tables))
        self.hidden.toggled.connect(lambda _: self.read())
        session = self.session
        self.preview_model = ImportPreviewModel(session.catalogue, session.language)
        self.preview = QTableView()
        self.preview.setModel(self.preview_model)
        self.preview.setWordWrap(False)
        self.preview.horizontalHeader().setMinimumHeight(44)
        self.preview.horizontalHeader().setResizeContentsPrecision(_ROWS_MEASURED)
        self.preview.horizontalHeader().setMaximumSectionSize(320)
        self.columns = ImportColumnsTable(session, self._measures.values())
        self.columns.corrected.connect(self._correct_columns)
        self.names = ImportNamesTable(session.county)
        self.names.decided.connect(self.read)
        self.doubtful = QCheckBox()
        self.doubtful.toggled.connect(lambda _: self._show_summary())
        self.problems = QListWidget()
        self.problems.itemActivated.connect(self._show_problem)
        self.problems.itemDoubleClicked.connect(self._show_problem)
        self.aside = QListWidget()
        self.assumed = QListWidget()

    def _lay_out(self) -> None:
        chooser = QHBoxLayout()
        chooser.addWidget(QLabel(self.tr("Kind of table:")))
        chooser.addWidget(self.layout_box)
        chooser.addStretch(1)
        chooser.addWidget(self.hidden)
        self.tabs = QTabWidget()
        for widget in (
            self.preview, self.columns, self.names, self.problems, self.assumed, self.aside,
        ):  # fmt: skip
            self.tabs.addTab(widget, "")
        self.tabs.setTabVisible(self.tabs.indexOf(self.names), self._settled is None)
        self.tabs.setTabVisible(self.tabs.indexOf(self.assumed), self._settled is not None)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(chooser)
        column.addWidget(self.tabs, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.list)
        splitter.addWidget(right)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([240, 840])
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.take_over = buttons.addButton(
            self.tr("Take over"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.summary)
        layout.addWidget(splitter, 1)
        layout.addWidget(self.doubtful)
        layout.addWidget(buttons)

    def _fill_tables(self) -> None:
        self.list.blockSignals(True)
        for table in self.tables:
            item = QListWidgetItem(self._table_text(table), self.list)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            if self._settled is not None:
                continue
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(
                Qt.CheckState.Unchecked if table.layout is None else Qt.CheckState.Checked
            )
        self.list.blockSignals(False)

    def _table_text(self, table: FoundTable) -> str:
        kind = layout_name(table.layout) if table.layout else self.tr("unknown table")
        if self._settled is not None:
            return f"{table.source.name}\n{kind}"
        first = table.source.row_number(table.heading.start)
        return self.tr("{table}, row {row}\n{kind}").format(
            table=table.source.name, row=first, kind=kind
        )

    # --- reading

    def read(self) -> None:
        """Read the ticked tables anew with all that was chosen; show what they come to."""
        self.reading = self._settled or self._read_ticked()
        self.names.show_names(self.reading.unknown_names)
        self._list_doubts()
        self._list_problems()
        self._show_summary()
        self._show_table()

    def _read_ticked(self) -> TablesReading:
        session = self.session
        taken = [
            table
            for row, table in enumerate(self.tables)
            if self.list.item(row).checkState() is Qt.CheckState.Checked
        ]
        choices = Choices(dict(self.names.choices), self.hidden.isChecked())
        return read_tables(
            self.source, taken, session.county, session.plan, self._measures, choices
        )

    def _list_doubts(self) -> None:
        """Figures out of all proportion are taken only when the planner says so."""
        assert self.reading is not None
        session = self.session
        found = doubts(session.county, session.catalogue, self.reading.reading.changes)
        self.doubtful.setVisible(bool(found))
        self.doubtful.setChecked(False)
        self.doubtful.setText(
            self.tr("Take over {count} figures out of all proportion too").format(count=len(found))
        )
        texts = [doubt_text(doubt, session.catalogue, session.language) for doubt in found]
        self.doubtful.setToolTip("\n".join(texts[:_MOST_PROBLEMS]))
        self._doubts = texts

    def _list_problems(self) -> None:
        assert self.reading is not None
        ordered = sorted(self.reading.problems, key=lambda p: not p.is_refused)
        self._problems = ordered[:_MOST_PROBLEMS]
        self.problems.clear()
        self.problems.addItems(
            [
                f"{'✕' if p.is_refused else '!'} {place_text(p)}: {note_text(p)}"
                for p in self._problems
            ]
            + [f"! {text}" for text in self._doubts]
        )
        self.aside.clear()
        self.aside.addItems([aside_text(part) for part in self.reading.reading.left_aside])
        self.assumed.clear()
        self.assumed.addItems([aside_text(part) for part in self.reading.reading.assumed])
        undecided = len(self.reading.unknown_names)
        for index, text in enumerate(
            (
                self.tr("Preview"),
                self.tr("Columns"),
                self.tr("Names ({count})").format(count=undecided),
                self.tr("Problems ({count})").format(count=len(ordered) + len(self._doubts)),
                self.tr("Assumed ({count})").format(count=self.assumed.count()),
                self.tr("Left aside ({count})").format(count=self.aside.count()),
            )
        ):
            self.tabs.setTabText(index, text)

    def _show_summary(self) -> None:
        assert self.reading is not None
        refused, reading = len(self.reading.bad_cells), self.reading.reading
        if refused and self._settled is not None:
            text = self.tr(
                "Nothing of the plan can be taken over before {count} cells marked ✕ are mended in "
                "its text."
            ).format(count=refused)
        elif refused:
            text = self.tr(
                "Nothing can be taken over before {count} cells marked ✕ are settled: mend them in "
                "the source, correct the columns, say what the names mean, or untick the table."
            ).format(count=refused)
        else:
            text = self.tr("{count} changes, {same} figures stand as in the source.").format(
                count=len(reading.changes), same=reading.unchanged
            )
        self.summary.setText(text)
        is_believed = self.doubtful.isChecked() or not self._doubts
        self.take_over.setEnabled(not refused and bool(reading.changes) and is_believed)

    def _current(self) -> FoundTable | None:
        row = self.list.currentRow()
        return self.tables[row] if 0 <= row < len(self.tables) else None

    def _show_table(self) -> None:
        table = self._current()
        problems = self.reading.problems if self.reading else ()
        self.preview_model.show_table(table, problems)
        self.layout_box.setEnabled(table is not None and self._settled is None)
        if table is not None:
            layout = "" if table.layout is None else str(table.layout)
            self.layout_box.setCurrentIndex(self.layout_box.findData(layout))
            self.preview.clearSpans()
            for row in self.preview_model.title_rows:
                self.preview.setSpan(row, 0, 1, table.source.width)
            self.preview.resizeColumnsToContents()
            self.columns.show_table(table, is_settled=self._settled is not None)
            self.preview.scrollTo(self.preview_model.index(table.heading.start, 0),
                                  QTableView.ScrollHint.PositionAtTop)  # fmt: skip

    def _show_problem(self, item: QListWidgetItem) -> None:
        """Bring the cell of a problem into view, on its own table."""
        if self.problems.row(item) >= len(self._problems):
            return  # a doubt, which is about a facility
        problem = self._problems[self.problems.row(item)]
        for row in range(len(self.tables)):
            self.list.setCurrentRow(row)
            index = self.preview_model.index_of(problem)
            if index.isValid():
                self.tabs.setCurrentWidget(self.preview)
                self.preview.setCurrentIndex(index)
                self.preview.scrollTo(index)
                return

    # --- what the planner corrects

    def _choose_layout(self) -> None:
        table = self._current()
        if table is None:
            return
        chosen = str(self.layout_box.currentData())
        if not chosen:
            self._replace(table.mapped(None, table.uses), is_taken=False)
            return
        layout = Layout(chosen)
        reader = ColumnReader(self.session.plan, self._measures)
        self._replace(table.mapped(layout, reader.uses(layout, table.headings)), is_taken=True)

    def _correct_columns(self) -> None:
        table = self._current()
        if table is not None and table.layout is not None:
            self._replace(table.mapped(table.layout, self.columns.uses), is_taken=True)

    def _replace(self, table: FoundTable, *, is_taken: bool) -> None:
        row = self.list.currentRow()
        self.tables[row] = table
        known_by = signature(table.headings, self.session.plan)
        if table.layout is not None:
            self.corrections[known_by] = ColumnMapping(table.layout, table.uses)
        else:
            self.corrections.pop(known_by, None)
        item = self.list.item(row)
        self.list.blockSignals(True)
        item.setText(self._table_text(table))
        item.setCheckState(Qt.CheckState.Checked if is_taken else Qt.CheckState.Unchecked)
        self.list.blockSignals(False)
        self.read()

    def accept(self) -> None:
        """Make the changes as one edit; a refusal (`session.failed`) leaves the wizard open."""
        if self.reading is None or not self.take_over.isEnabled():
            return
        label = self.tr("Import {file}").format(file=self.source)
        if self.session.do(Edit(label, self.reading.reading.changes)):
            super().accept()
