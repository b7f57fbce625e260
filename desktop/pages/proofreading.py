"""The Proofreading page: where a plan's document contradicts itself, before it goes to print."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop import proofreading_files, wording
from desktop.background import Task, start
from desktop.dragging import dragged_file
from desktop.pages.discrepancy_kinds import DiscrepancyKindList
from desktop.pages.discrepancy_panel import DiscrepancyPanel
from desktop.pages.page import Page
from desktop.proofreading_files import ENDINGS, ProofreadDocument
from desktop.session import CountySession
from desktop.settings import Settings
from desktop.tables.discrepancy_filter import DiscrepancyFilter
from desktop.tables.discrepancy_table_model import (
    KINDS,
    DiscrepancyColumn,
    DiscrepancyTableModel,
    kind_word,
)
from desktop.tables.reading_table import ReadingTableView
from models.discrepancy import Discrepancy
from models.errors import WeiguiError

_WIDTHS = (110, 150, 76)
_TALLEST = 80  # pixels: four lines of a row, also where the window is narrow


class ProofreadingPage(Page):
    """One document at a time; a document that cannot be read leaves the last result standing."""

    def __init__(self, session: CountySession) -> None:
        super().__init__(session, QCoreApplication.translate("ProofreadingPage", "Proofreading"))
        self.document: ProofreadDocument | None = None
        self._path: Path | None = None  # the document to check again
        self._settings: Settings | None = None
        self._task: Task | None = None
        self.model = DiscrepancyTableModel()
        self.proxy = DiscrepancyFilter(self.model)
        self.table = ReadingTableView(self.proxy, _WIDTHS)
        self.table.widen(DiscrepancyColumn.KIND, map(kind_word, KINDS))
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.setWordWrap(True)
        fit = QHeaderView.ResizeMode.ResizeToContents
        self.table.verticalHeader().setSectionResizeMode(fit)
        self.table.verticalHeader().setMaximumSectionSize(_TALLEST)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(DiscrepancyColumn.KIND, Qt.SortOrder.AscendingOrder)
        self.kinds = DiscrepancyKindList()
        self.panel = DiscrepancyPanel()
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.summary = QLabel()
        self.summary.setObjectName("muted")
        self.progress = QProgressBar()
        self.progress.setMaximumWidth(240)
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self._build_actions()
        self.search = self.add_search(self.tr("Search contradictions"))
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        self._show_document()
        self._end("")

    def _build_actions(self) -> None:
        self.choose_action = QAction(self.tr("Choose a document…"), self)
        self.choose_action.setToolTip(
            self.tr("Proofread a plan's document; it can be dropped onto this page, too")
        )
        self.choose_action.triggered.connect(self.ask_document)
        self.again_action = QAction(self.tr("Check again"), self)
        self.again_action.setShortcut("F5")
        self.again_action.triggered.connect(self.check_again)
        self.export_action = QAction(self.tr("Save the list…"), self)
        self.export_action.triggered.connect(self._ask_where)
        for action in (self.choose_action, self.again_action, self.export_action):
            self.add_action(action)

    def _lay_out(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        for widget in (self.kinds, self.table, self.panel):
            self.splitter.addWidget(widget)
        self.splitter.setStretchFactor(1, 3)
        self.splitter.setStretchFactor(2, 2)
        self.splitter.setSizes([170, 620, 370])
        self.splitter.setChildrenCollapsible(False)
        self.first = QWidget()  # in place of the table until a document was read
        self.choose_button = QPushButton(self.choose_action.text())
        beginning = QVBoxLayout(self.first)
        beginning.setContentsMargins(0, 8, 0, 0)
        beginning.addWidget(self.choose_button, 0, Qt.AlignmentFlag.AlignLeft)
        beginning.addStretch(1)
        bottom = QHBoxLayout()
        bottom.addWidget(self.summary, 1)
        bottom.addWidget(self.progress)
        bottom.addWidget(self.cancel_button)
        self.body.addWidget(self.note)
        self.body.addWidget(self.splitter, 1)
        self.body.addWidget(self.first, 1)
        self.body.addLayout(bottom)

    def _connect(self) -> None:
        self.choose_button.clicked.connect(self.ask_document)
        self.cancel_button.clicked.connect(self._cancel)
        self.table.current_changed.connect(self._show_panel)
        self.search.textChanged.connect(self._filter)
        self.kinds.wanted_changed.connect(self._filter)
        self.kinds.itemChanged.connect(lambda _: self._keep_checks())

    def use_settings(self, settings: Settings) -> None:
        """Take the checks that are switched off and the last document from the settings, and keep
        them there."""
        self.kinds.switch_off(settings.checks_off)
        self._settings = settings
        if self._path is None:
            self._path = settings.proofread_file
        self._show_document()
        self._end("")

    def _keep_checks(self) -> None:
        if self._settings is not None:
            self._settings.checks_off = {str(kind) for kind in KINDS} - self.kinds.on

    # --- a document ------------------------------------------------------------------------

    def ask_document(self) -> None:
        folder = self.session.folder if self._path is None else self._path.parent
        dialog = QFileDialog(self, self.tr("Choose a document to proofread"), str(folder))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        patterns = " ".join(f"*{ending}" for ending in ENDINGS)
        dialog.setNameFilters([self.tr("Plan as a document, text or workbook") + f" ({patterns})"])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.check(Path(path)))
        dialog.open()

    def check_again(self) -> None:
        """Read the last document once more, after it was corrected."""
        if self._path is not None:
            self.check(self._path)

    def check(self, path: Path) -> None:
        """Proofread a document off the GUI thread; one that is being read is read to its end."""
        if self._task is not None:
            return
        task = self._task = Task(proofreading_files.proofreading(path))
        task.progressed.connect(self._show_progress)
        task.finished.connect(self._show_result)
        task.failed.connect(self._failed)
        task.cancelled.connect(self._cancelled)
        self.summary.setText(self.tr("Reading {file}…").format(file=path.name))
        self.progress.setRange(0, 0)
        self._show_task()
        start(task)

    def _show_progress(self, done: int, total: int) -> None:
        """A bar without an end while the document is read, which is one step."""
        if done:
            self.progress.setRange(0, total)
            self.progress.setValue(done)

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _cancelled(self) -> None:
        self._end(self.tr("Cancelled"))

    def _failed(self, error: Exception) -> None:
        self._end(wording.error_text(error))
        if isinstance(error, WeiguiError):
            self.session.failed.emit(error)

    def _show_result(self, document: ProofreadDocument) -> None:
        self.document, self._path = document, document.path
        if self._settings is not None:
            self._settings.proofread_file = document.path.absolute()
        self.model.show_found(document.found)
        self.kinds.show_counts(document.found)
        self._show_document()
        self._filter()
        self._end("")
        self.setFocus()

    def _end(self, note: str) -> None:
        self._task = None
        self._show_task()
        self.summary.setText(note or self._counts())

    def _show_task(self) -> None:
        running = self._task is not None
        self.progress.setVisible(running)
        self.cancel_button.setVisible(running)
        self.choose_action.setEnabled(not running)
        self.choose_button.setEnabled(not running)
        self.again_action.setEnabled(not running and self._path is not None)
        self.export_action.setEnabled(self.document is not None)

    # --- what was found --------------------------------------------------------------------

    def _show_document(self) -> None:
        """The table once a document was read; before, how to begin."""
        has_read = self.document is not None
        self.splitter.setVisible(has_read)
        self.first.setVisible(not has_read)
        self.search.setEnabled(has_read)
        self.setFocusProxy(self.table if has_read else self.choose_button)
        self._show_note()

    def _show_note(self) -> None:
        document = self.document
        if document is None:
            self.note.setText(self._how_to_begin())
            return
        text = self.tr("{file}, read at {time}").format(
            file=document.path.name,
            time=f"{document.read_at:%H:%M}",
        )
        if not self.proxy.rowCount():
            text += "\n" + self._nothing_shown(document)
        self.note.setText(text)

    def _how_to_begin(self) -> str:
        text = self.tr(
            "Choose the document of a plan (.docx, .txt or .xlsx), or drop it here. Its totals, "
            "rates, targets, numbers and names are held against each other; the document and the "
            "county stay as they are."
        )
        if self._path is None:
            return text
        last = self.tr("Last checked: {file}. After correcting it, press Check again.")
        return text + "\n" + last.format(file=self._path.name)

    def _nothing_shown(self, document: ProofreadDocument) -> str:
        if not document.found:
            return self.tr(
                "No contradiction was found in {tables} tables with {rows} rows and {lines} lines "
                "of text by {checks} checks."
            ).format(
                tables=len(document.tables),
                rows=sum(rows for _, rows in document.tables),
                lines=document.lines,
                checks=len(KINDS),
            )
        if not any(found.kind in self.kinds.on for found in document.found):
            return self.tr("The checks that are switched on found no contradiction.")
        if not self.kinds.wanted:
            return self.tr("The chosen check is switched off.")
        return self.tr("No contradiction fits the search and the chosen check.")

    def _filter(self) -> None:
        self.proxy.choose(self.kinds.wanted, self.search.text())
        self.table.choose_some()
        self._show_panel()
        self._show_note()
        if self._task is None:
            self.summary.setText(self._counts())

    def _counts(self) -> str:
        if self.document is None:
            return ""
        found = self.document.found
        text = self.tr("{count} contradictions, {shown} shown").format(
            count=len(found), shown=self.proxy.rowCount()
        )
        off = sum(one.kind not in self.kinds.on for one in found)
        if off:
            text += self.tr("; {off} of checks that are switched off").format(off=off)
        return text

    @property
    def chosen(self) -> Discrepancy | None:
        """The contradiction that the panel shows."""
        row = self.table.chosen
        return None if row is None else self.proxy.found_at(row)

    def _show_panel(self) -> None:
        self.panel.show_found(self.document, self.chosen)

    # --- out and in ------------------------------------------------------------------------

    def _ask_where(self) -> None:
        if self.document is None:
            return
        path = self.document.path
        name = self.tr("{file}, proofreading list").format(file=path.stem) + ".xlsx"
        dialog = QFileDialog(self, self.tr("Save the list"), str(path.parent / name))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Workbook (*.xlsx)")])
        dialog.setDefaultSuffix("xlsx")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda path: self.export(Path(path)))
        dialog.open()

    def export(self, path: Path) -> None:
        """Write what is shown, with what is printed at each place."""
        assert self.document is not None
        columns = range(self.proxy.columnCount())
        heading = Qt.Orientation.Horizontal
        headings = [str(self.proxy.headerData(c, heading)) for c in columns]
        rows = []
        for row in range(self.proxy.rowCount()):
            cells = [str(self.proxy.index(row, c).data()) for c in columns]
            rows.append([*cells, "\n".join(self.proxy.found_at(row).quotes)])
        headings.append(self.tr("As printed"))
        language = self.session.language
        try:
            proofreading_files.save_list(path, self.document.path, headings, rows, language)
        except WeiguiError as error:
            self.session.failed.emit(error)
        else:
            self.summary.setText(self.tr("Saved: {file}").format(file=path))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        path = dragged_file(event)
        if path is not None and path.suffix.lower() in ENDINGS:
            event.acceptProposedAction()
        else:
            event.ignore()  # a county file goes to the window

    def dropEvent(self, event: QDropEvent) -> None:
        path = dragged_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.check(path)
