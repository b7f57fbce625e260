"""Which tables of the plan are to be written, and as what."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.document_options import DocumentOptions
from desktop.dialogs.fields import Choice
from desktop.plan_papers import Paper, filled_papers, middle_year, paper_name
from desktop.session import CountySession
from models.plan_document import PaperFormat


class TablesDialog(QDialog):
    """Tables to tick, the format, and the year of the mid-term review."""

    def __init__(self, session: CountySession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tables of the plan"))
        self.setMinimumWidth(440)
        self.tables = QListWidget()
        self._list(filled_papers(session))
        self.format = Choice(
            [
                ("PDF", str(PaperFormat.PDF)),
                (self.tr("Word document"), str(PaperFormat.DOCX)),
                (self.tr("Workbook"), str(PaperFormat.XLSX)),
            ]
        )
        plan = session.plan
        years = range(plan.baseline_year + 1, plan.target_year + 1)
        self.year = Choice([(str(year), str(year)) for year in years])
        self.year.choose(str(middle_year(plan)))
        self.options = DocumentOptions()
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self._lay_out()
        self.tables.itemChanged.connect(lambda _: self._enable())
        self.format.currentIndexChanged.connect(lambda _: self._enable())
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._enable()

    def _list(self, papers: Sequence[Paper]) -> None:
        """All are ticked but the reports for the office itself."""
        for paper in papers:
            item = QListWidgetItem(paper_name(paper))
            item.setData(Qt.ItemDataRole.UserRole, paper)
            is_published = paper.layout is not None or paper is Paper.SUMMARY
            state = Qt.CheckState.Checked if is_published else Qt.CheckState.Unchecked
            item.setCheckState(state)
            self.tables.addItem(item)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("Format"), self.format)
        form.addRow(self.tr("Year of the review"), self.year)
        layout = QVBoxLayout(self)
        layout.addWidget(self.tables, 1)
        layout.addLayout(form)
        layout.addWidget(self.options)
        layout.addWidget(self.buttons)

    def _enable(self) -> None:
        self.options.archive_box.setEnabled(self.paper_format is PaperFormat.PDF)
        self.year.setEnabled(Paper.REVIEW in self.papers)
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(bool(self.papers))

    # --- what is chosen

    @property
    def papers(self) -> list[Paper]:
        items = [self.tables.item(row) for row in range(self.tables.count())]
        ticked = [item for item in items if item.checkState() is Qt.CheckState.Checked]
        return [Paper(item.data(Qt.ItemDataRole.UserRole)) for item in ticked]

    @property
    def paper_format(self) -> PaperFormat:
        return PaperFormat(self.format.value() or PaperFormat.PDF)

    @property
    def chosen_year(self) -> int:
        return int(self.year.value() or 0)

    @property
    def file_name(self) -> str:
        """What the file is called: by its one table, or as the tables of the plan."""
        papers = self.papers
        return paper_name(papers[0]) if len(papers) == 1 else self.windowTitle()

    @property
    def file_kind(self) -> str:
        """The format as a file dialog's name filter."""
        return f"{self.format.currentText()} (*.{self.paper_format})"
