"""The beds of each class of facilities and of the county, with their rates."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from desktop import theme
from desktop.session import CountySession
from desktop.tables.clipboard import to_text
from models.facility import FacilityClass
from models.figures import BLANK, format_change, format_count, format_rate
from models.measure import Basis
from models.plan import Population
from models.summary import ClassSummary, per_thousand, printed_beds, year_of

GROUPED = " ※"
DIFFERS = "≠ "
Printed = Mapping[tuple[FacilityClass | None, Basis], Decimal]
People = Callable[[Basis], Population | None]


class ClassTable(QTableWidget):
    """A few computed rows, read only; Ctrl+C copies them with their headings."""

    def __init__(self, session: CountySession) -> None:
        super().__init__()
        self._session = session
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        copy = QAction(self.tr("Copy"), self)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self.copy)
        self.addAction(copy)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def show_rows(self, rows: Sequence[ClassSummary], people: People) -> None:
        """Show the classes and, last, the county; `people` gives the residents of a basis' year."""
        printed = printed_beds(self._session.county, self._session.plan)
        headings = self._headings()
        header = self.horizontalHeader()
        # Else every single cell that is set lays out all columns anew.
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setColumnCount(len(headings))
        self.setHorizontalHeaderLabels(headings)
        self.setRowCount(len(rows))
        for row, summary in enumerate(rows):
            for column, (text, tooltip) in enumerate(self._cells(summary, people, printed)):
                item = QTableWidgetItem(text)
                item.setToolTip(tooltip)
                if column:
                    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                    item.setTextAlignment(right)
                if summary.facility_class is None:
                    item.setBackground(theme.SUBTOTAL_FILL)
                self.setItem(row, column, item)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        heights = sum(self.rowHeight(row) for row in range(len(rows)))
        self.setFixedHeight(heights + header.sizeHint().height() + 2 * self.frameWidth() + 2)

    def copy(self) -> None:
        """Put the whole table on the clipboard, headings first; figures without their marks."""
        headings = [heading.replace("\n", " ") for heading in self._headings()]
        cells = [
            [str(self.model().index(row, column).data()) for column in range(self.columnCount())]
            for row in range(self.rowCount())
        ]
        plain = [
            [cell.removeprefix(DIFFERS).removesuffix(GROUPED) for cell in row] for row in cells
        ]
        QGuiApplication.clipboard().setText(to_text([headings, *plain]))

    def _headings(self) -> list[str]:
        session = self._session
        catalogue, language, plan = session.catalogue, session.language, session.plan
        unit = catalogue.measure_unit("beds", language)
        bases = [
            f"{catalogue.word('basis', basis, language)}\n{year_of(plan, basis)} ({unit})"
            for basis in Basis
        ]
        return [
            self.tr("Class"),
            self.tr("Facilities"),
            *bases,
            self.tr("Change") + f"\n({unit})",
            self.tr("Per 1,000") + f"\n{plan.baseline_year}",
            self.tr("Per 1,000") + f"\n{plan.target_year}",
        ]

    def _cells(
        self, summary: ClassSummary, people: People, printed: Printed
    ) -> list[tuple[str, str]]:
        """Text and tooltip of each cell of a row."""
        session = self._session
        if summary.facility_class is None:
            name = self.tr("County")
        else:
            words = (session.catalogue, session.language)
            name = words[0].word("facility-class", summary.facility_class, words[1])
        mark = GROUPED if summary.groups else ""
        group_tip = self.tr("{groups} rows stand for institutions not named")
        facilities = (f"{summary.facilities}{mark}", group_tip.format(groups=summary.groups))
        sums = [
            self._sum(summary, basis, printed.get((summary.facility_class, basis)))
            for basis in Basis
        ]
        change = (format_change(summary.change), self.tr("Planned less authorised beds"))
        rates = [self._rate(summary, b, people(b)) for b in (Basis.AUTHORISED, Basis.PLANNED)]
        return [(name, ""), facilities, *sums, change, *rates]

    def _sum(self, summary: ClassSummary, basis: Basis, printed: Decimal | None) -> tuple[str, str]:
        """A sum, marked ≠ where the plan's bed standard prints another."""
        beds = summary.beds[basis]
        how = self.tr("Sum over {filled} of {count} facilities, the others are blank").format(
            filled=beds.filled, count=summary.facilities
        )
        text = format_count(beds.value)
        if printed is None or printed == beds.value:
            return text, how
        differs = self.tr("The plan's bed standard prints {printed}").format(
            printed=format_count(printed)
        )
        return f"{DIFFERS}{text}", f"{how}\n{differs}"

    def _rate(
        self, summary: ClassSummary, basis: Basis, people: Population | None
    ) -> tuple[str, str]:
        beds = summary.beds[basis].value
        rate = per_thousand(beds, people)
        if rate is None or people is None:
            return BLANK, self.tr("Beds or residents are not known")
        origin = self._session.catalogue.word(
            "population-origin", people.origin, self._session.language
        )
        how = self.tr("{beds} beds ÷ {people} residents of {year} ({origin}) × 1,000").format(
            beds=format_count(beds), people=f"{people.persons:,}", year=people.year, origin=origin
        )
        return format_rate(rate), how
