"""One division made several, with its people, facilities and villages shared out."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop import theme, wording
from desktop.dialogs.fields import Field
from desktop.session import CountySession
from models.division_merging import UNDATED, Part, left_to_assign, people_of, split
from models.division_people import parse_persons
from models.division_references import villages_of
from models.errors import InvalidValue

_CODE, _NAME, _FIRST_YEAR = 0, 1, 2


class SplitDialog(QDialog):
    """Accepted when the split was made, as one undoable edit.

    The first part keeps the code unless another is typed. What is left of each year's people to
    share out is shown; a year left blank for all parts is not known of them.
    """

    def __init__(self, session: CountySession, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.whole = session.county.division(code)
        self.people = people_of(session.county, code)
        self.setWindowTitle(self.tr("Split {name}").format(name=self.whole.name))
        self.resize(680, 520)
        self._make_parts()
        self._make_members()
        self.date, self.note = QLineEdit(), QLineEdit()
        self.date.setPlaceholderText(self.tr("e.g. 2023-06-30; may stay empty"))
        self.note.setPlaceholderText(self.tr("e.g. the document that says so"))
        self.date_field = Field("date", self.date)
        self._lay_out()
        self._follow_parts()

    # --- building

    def _make_parts(self) -> None:
        years = [self._year(people.year) for people in self.people]
        self.parts = QTableWidget(0, _FIRST_YEAR + len(years))
        headings = [self.tr("Code"), self.tr("Name"), *years]
        self.parts.setHorizontalHeaderLabels(headings)
        self.parts.verticalHeader().hide()
        header = self.parts.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_CODE, QHeaderView.ResizeMode.Interactive)
        self.parts.setColumnWidth(_CODE, 130)
        self.parts.setAccessibleName(self.tr("Parts"))
        self.add_part(self.whole.code, self.whole.name)
        self.add_part("", "")
        self.parts.itemChanged.connect(self._follow_parts)

    def add_part(self, code: str, name: str) -> None:
        """A row for another part."""
        row = self.parts.rowCount()
        self.parts.insertRow(row)
        for column, text in enumerate((code, name, *("" for _ in self.people))):
            item = QTableWidgetItem(text)
            if column >= _FIRST_YEAR:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.parts.setItem(row, column, item)

    def add_blank_part(self) -> None:
        self.add_part("", "")
        self._follow_parts()

    def remove_part(self) -> None:
        """Take the last row away; two are the least."""
        if self.parts.rowCount() > 2:
            self.parts.removeRow(self.parts.rowCount() - 1)
            self._follow_parts()

    def _make_members(self) -> None:
        """A row for each facility and village that must go to one of the parts."""
        county, code = self.session.county, self.whole.code
        self.members: list[tuple[str, bool]] = []  # id or code, and whether it is a village
        entries = [(d.code, d.name, True) for d in villages_of(county, code)]
        entries += [(f.id, f.name, False) for f in left_to_assign(county, code)]
        self.assigned = QTableWidget(0, 2)
        self.assigned.setHorizontalHeaderLabels([self.tr("Goes with it"), self.tr("To part")])
        self.assigned.verticalHeader().hide()
        header = self.assigned.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.assigned.setColumnWidth(1, 240)
        self.assigned.setAccessibleName(self.tr("Facilities and villages"))
        for row, (member, name, is_village) in enumerate(entries):
            self.members.append((member, is_village))
            self.assigned.insertRow(row)
            item = QTableWidgetItem(name)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.assigned.setItem(row, 0, item)
            self.assigned.setCellWidget(row, 1, QComboBox())

    def _lay_out(self) -> None:
        self.left = QLabel()
        self.left.setWordWrap(True)
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        self.problem.setStyleSheet(f"color: {theme.ERROR.name()};")
        more, fewer = QPushButton(self.tr("Add a part")), QPushButton(self.tr("Remove the last"))
        more.clicked.connect(self.add_blank_part)
        fewer.clicked.connect(self.remove_part)
        line = QHBoxLayout()
        line.addWidget(self.left, 1)
        line.addWidget(more)
        line.addWidget(fewer)
        form = QFormLayout()
        form.addRow(self.tr("Split on"), self.date_field)
        form.addRow(self.tr("Reason"), self.note)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.split_button = self.buttons.addButton(
            self.tr("Split"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.buttons.accepted.connect(self._apply)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.parts, 1)
        layout.addLayout(line)
        layout.addWidget(self.assigned, 1)
        self.assigned.setVisible(bool(self.members))
        layout.addLayout(form)
        if self.session.county.boundary(self.whole.code) is not None:
            note = QLabel(
                self.tr(
                    "The area is not known of the parts and is dropped: import their boundaries "
                    "afterwards."
                )
            )
            note.setObjectName("muted")
            note.setWordWrap(True)
            layout.addWidget(note)
        layout.addWidget(self.problem)
        layout.addWidget(self.buttons)

    # --- what is typed

    def _year(self, year: int) -> str:
        if year == UNDATED:
            return self.tr("Residents (no year)")
        return self.tr("Residents {year}").format(year=year)

    def _text(self, row: int, column: int) -> str:
        item = self.parts.item(row, column)
        return "" if item is None else item.text().strip()

    def _follow_parts(self) -> None:
        """Offer the parts to the facilities, and say what is left to share out."""
        names = [
            self._text(row, _NAME) or self.tr("Part {number}").format(number=row + 1)
            for row in range(self.parts.rowCount())
        ]
        for row in range(self.assigned.rowCount()):
            choice = self.assigned.cellWidget(row, 1)
            assert isinstance(choice, QComboBox)
            chosen = max(choice.currentIndex(), 0)
            choice.clear()
            choice.addItems(names)
            choice.setCurrentIndex(min(chosen, len(names) - 1))
        self.left.setText(self._left_text())

    def _left_text(self) -> str:
        lines = []
        for column, people in enumerate(self.people, _FIRST_YEAR):
            try:
                typed = [parse_persons(self._text(r, column)) for r in range(self.parts.rowCount())]
            except InvalidValue:
                continue
            left = people.persons - sum(persons or 0 for persons in typed)
            text = self.tr("{year}: {persons}, left to share out {left}")
            lines.append(
                text.format(year=self._year(people.year), persons=f"{people.persons:,}",
                            left=f"{left:,}")
            )  # fmt: skip
        return "\n".join(lines)

    def _typed_parts(self) -> list[Part]:
        """The parts as typed. Raises InvalidValue."""
        members: list[set[str]] = [set() for _ in range(self.parts.rowCount())]
        for row, (member, _) in enumerate(self.members):
            choice = self.assigned.cellWidget(row, 1)
            assert isinstance(choice, QComboBox)
            members[choice.currentIndex()].add(member)
        villages = {member for member, is_village in self.members if is_village}
        return [self._part(row, members[row], villages) for row in range(self.parts.rowCount())]

    def _part(self, row: int, members: set[str], villages: set[str]) -> Part:
        code, name = self._text(row, _CODE), self._text(row, _NAME)
        people = {
            of_whole.year: persons
            for column, of_whole in enumerate(self.people, _FIRST_YEAR)
            if (persons := parse_persons(self._text(row, column))) is not None
        }
        undated = people.pop(UNDATED, None)
        whole = self.whole
        division = replace(
            whole,
            code=code,
            name=name,
            population=undated,
            population_note="" if undated is None else whole.population_note,
        )
        if code != whole.code:  # its place is another, which nobody has told yet
            division = replace(division, longitude=None, latitude=None, place_origin=None)
        return Part(
            division,
            people,
            facilities=frozenset(members - villages),
            villages=frozenset(members & villages),
        )

    def _apply(self) -> None:
        self.date_field.tell("", wrong=False)
        self.problem.setText("")
        try:
            edit = split(
                self.session.county,
                self.whole.code,
                self._typed_parts(),
                self.windowTitle(),
                date=self.date.text().strip(),
                note=self.note.text().strip(),
            )
        except InvalidValue as error:
            if error.field == "date":
                self.date_field.tell(wording.error_text(error), wrong=True)
            else:
                self.problem.setText(f"✕ {self._where(error.field)} {wording.error_text(error)}")
            return
        if self.session.do(edit):
            self.accept()

    def _where(self, field: str) -> str:
        """What a refusal is about."""
        return {
            "code": self.tr("Code:"),
            "name": self.tr("Name:"),
            "persons": self.tr("Residents:"),
        }.get(field, "")
