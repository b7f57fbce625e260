"""The mid-term review: each indicator of a year against its planned line, with reasons."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop import exports
from desktop.dialogs.fields import Choice
from desktop.plan_papers import Paper, middle_year, plan_document, save_document
from desktop.session import CountySession
from desktop.tables.review_table_model import ReviewColumn, ReviewTableModel
from models.errors import WeiguiError
from models.midterm_review import Verdict
from models.plan_document import PaperFormat

_WIDTHS = (44, 0, 74, 84, 84, 120, 80, 128, 240)  # the name takes what is left


class ReviewDialog(QDialog):
    """A year to choose, the table, and the review saved as a workbook or a PDF."""

    def __init__(self, session: CountySession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        plan = session.plan
        self.setWindowTitle(self.tr("Mid-term review"))
        self.resize(1180, 640)
        years = range(plan.baseline_year + 1, plan.target_year + 1)
        self.year = Choice([(str(year), str(year)) for year in years])
        middle = middle_year(plan)
        self.year.choose(str(middle))
        self.model = ReviewTableModel(session, middle)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.summary = QLabel()
        self.summary.setObjectName("muted")
        self.xlsx_button = QPushButton(self.tr("Save workbook…"))
        self.pdf_button = QPushButton(self.tr("Save PDF…"))
        self._set_up_table()
        self._lay_out()
        self.year.activated.connect(lambda _: self._show_year())
        self.xlsx_button.clicked.connect(lambda: self._ask(PaperFormat.XLSX))
        self.pdf_button.clicked.connect(lambda: self._ask(PaperFormat.PDF))
        session.changed.connect(lambda _: self._read_again())
        self._count()

    def _set_up_table(self) -> None:
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(26)
        header = self.table.horizontalHeader()
        header.setMinimumHeight(40)
        header.setHighlightSections(False)
        for column, width in enumerate(_WIDTHS):
            if width:
                self.table.setColumnWidth(column, width)
        header.setSectionResizeMode(ReviewColumn.NAME, QHeaderView.ResizeMode.Stretch)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        label = QLabel(self.tr("Year of the review"))
        label.setBuddy(self.year)
        for widget in (label, self.year, self.summary):
            line.addWidget(widget)
        line.addStretch(1)
        note = QLabel(
            self.tr(
                "Planned: on a straight line from baseline to target; with ▪ by the facilities' "
                "yearly steps. Actual values are entered on the page under “Values by year”."
            )
        )
        note.setObjectName("muted")
        note.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        for button in (self.xlsx_button, self.pdf_button):
            button.setAutoDefault(False)
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(line)
        layout.addWidget(self.table, 1)
        layout.addWidget(note)
        layout.addWidget(buttons)

    @property
    def _chosen_year(self) -> int:
        value = self.year.value()
        assert value is not None
        return int(value)

    def _show_year(self) -> None:
        self.model.show_year(self._chosen_year)
        self._count()

    def _read_again(self) -> None:
        self.model.reload()
        self._count()

    def _count(self) -> None:
        text = self.tr("{kept} on track, {behind} behind, {unknown} cannot be told")
        self.summary.setText(
            text.format(
                kept=self.model.count(Verdict.ON_TRACK),
                behind=self.model.count(Verdict.BEHIND),
                unknown=self.model.count(Verdict.UNKNOWN),
            )
        )

    def _ask(self, paper_format: PaperFormat) -> None:
        kinds = {
            PaperFormat.XLSX: self.tr("Workbook (*.xlsx)"),
            PaperFormat.PDF: self.tr("PDF (*.pdf)"),
        }
        what = self.tr("mid-term review {year}").format(year=self._chosen_year)
        dialog = QFileDialog(self, "", str(self.session.folder))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([kinds[paper_format]])
        dialog.setDefaultSuffix(paper_format)
        dialog.selectFile(exports.default_name(self.session, what, f".{paper_format}"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.save(Path(path), paper_format))
        dialog.open()

    def save(self, path: Path, paper_format: PaperFormat) -> None:
        """Write the review of the chosen year; the window tells of a failure."""
        try:
            document = plan_document(self.session, [Paper.REVIEW], year=self._chosen_year)
            save_document(document, path, paper_format)
        except WeiguiError as error:
            self.session.failed.emit(error)
        else:
            self.summary.setText(self.tr("Saved: {file}").format(file=path))
