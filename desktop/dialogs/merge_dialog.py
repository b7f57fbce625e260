"""Two or more divisions made one (两村合并)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desktop import wording
from desktop.dialogs.fields import Choice, Field
from desktop.session import CountySession
from models.division_merging import UNDATED, merge, merged_people
from models.division_people import persons_of
from models.division_references import facilities_of
from models.errors import InvalidValue
from models.geography import Division


class MergeDialog(QDialog):
    """Accepted when the merger was made, as one undoable edit; `code` is then the division's.

    What becomes of people, area and facilities is said before.
    """

    def __init__(
        self, session: CountySession, codes: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.parts = [session.county.division(code) for code in codes]
        self.code = ""
        self.setWindowTitle(self.tr("Merge {names}").format(
            names=wording.listed([part.name for part in self.parts])
        ))  # fmt: skip
        self.setMinimumWidth(520)
        self._make_inputs()
        self._lay_out()
        self._kept_chosen()

    def _make_inputs(self) -> None:
        kept = [(self.tr("{name} ({code})").format(name=p.name, code=p.code), p.code)
                for p in self.parts]  # fmt: skip
        self.kept = Choice([*kept, (self.tr("A new code"), None)])
        self.kept.choose(self.parts[0].code)
        self.new_code, self.name = QLineEdit(), QLineEdit()
        self.township = Choice([(d.name, d.code) for d in self.session.county.townships])
        self.date, self.note = QLineEdit(), QLineEdit()
        self.date.setPlaceholderText(self.tr("e.g. 2023-06-30; may stay empty"))
        self.note.setPlaceholderText(self.tr("e.g. the document that says so"))
        self.fields = {
            "code": Field("code", self.new_code),
            "name": Field("name", self.name),
            "date": Field("date", self.date),
        }
        self.kept.currentIndexChanged.connect(self._kept_chosen)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("Kept is"), self.kept)
        form.addRow(self.tr("New code"), self.fields["code"])
        form.addRow(self.tr("Name"), self.fields["name"])
        form.addRow(self.tr("Township"), self.township)
        form.addRow(self.tr("Merged on"), self.fields["date"])
        form.addRow(self.tr("Reason"), self.note)
        form.setRowVisible(self.township, self.parts[0].parent is not None)
        self.form = form
        self.said = QLabel("\n".join(self._consequences()))
        self.said.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.merge_button = self.buttons.addButton(
            self.tr("Merge"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.buttons.accepted.connect(self._apply)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.said)
        layout.addWidget(self.buttons)

    def _consequences(self) -> list[str]:
        county, codes = self.session.county, [part.code for part in self.parts]
        people = merged_people(county, codes, codes[0])
        lines = [
            self.tr("People {year}: {parts} = {sum}").format(
                year=self._year(added.year),
                parts=" + ".join(self._persons(part, added.year) for part in self.parts),
                sum=f"{added.persons:,}",
            )
            for added in people.known
        ]
        if people.unknown:
            text = self.tr("People not known of all, and dropped: {years}")
            lines.append(text.format(years=wording.listed(list(map(self._year, people.unknown)))))
        areas = sum(county.boundary(code) is not None for code in codes)
        if areas == len(codes):
            lines.append(self.tr("The areas are united."))
        elif areas:
            lines.append(self.tr("The area is not known of all, and is dropped."))
        facilities = {f.id for code in codes for f in facilities_of(county, code)}
        if facilities:
            text = self.tr("{count} facilities go to the merged one.")
            lines.append(text.format(count=len(facilities)))
        return lines

    def _persons(self, part: Division, year: int) -> str:
        return f"{persons_of(self.session.county, part, year) or 0:,}"

    def _year(self, year: int) -> str:
        return self.tr("(no year)") if year == UNDATED else str(year)

    def _kept_chosen(self) -> None:
        """The name and the township are those of the one that is kept, else of the first."""
        code = self.kept.value()
        chosen = next((part for part in self.parts if part.code == code), self.parts[0])
        self.form.setRowVisible(self.fields["code"], code is None)
        self.name.setText(chosen.name)
        self.township.choose(chosen.parent)

    def _into(self) -> Division:
        code = self.kept.value()
        chosen = next((part for part in self.parts if part.code == code), None)
        parent = None if self.parts[0].parent is None else self.township.value()
        name = self.name.text().strip()
        if chosen is not None:
            return replace(chosen, name=name, parent=parent)
        first = self.parts[0]
        urban = first.urban if len({part.urban for part in self.parts}) == 1 else None
        return Division(self.new_code.text().strip(), name, first.kind, parent, urban)

    def _apply(self) -> None:
        for field in self.fields.values():
            field.tell("", wrong=False)
        label = self.windowTitle()
        try:
            into = self._into()
            edit = merge(
                self.session.county,
                [part.code for part in self.parts],
                into,
                label,
                date=self.date.text().strip(),
                note=self.note.text().strip(),
            )
        except InvalidValue as error:
            field = self.fields.get(error.field, self.fields["code"])
            field.tell(wording.error_text(error), wrong=True)
            field.setFocus()
            return
        if self.session.do(edit):
            self.code = into.code
            self.accept()
