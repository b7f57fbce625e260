"""The panel at the right of the divisions: one of them, saved as one edit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFormLayout, QFrame, QLineEdit, QWidget

from desktop.dialogs.facility_fields import problem_text
from desktop.dialogs.fields import Choice, Field
from desktop.dialogs.record_form import RecordFields, RecordForm
from desktop.session import CountySession
from models.division_editing import add_division, change_division
from models.division_list import URBAN_WORDS, kind_of_name, township_code
from models.division_references import check_division
from models.edits import Edit
from models.errors import InvalidValue, Reason
from models.facility import PlaceOrigin
from models.facility_draft import FieldProblem, parse_degrees, place_problems
from models.geography import Division, DivisionKind
from models.plan import is_date
from models.plan_document import say

translate = QCoreApplication.translate
_URBAN: dict[str | None, bool | None] = {None: None, "urban": True, "rural": False}
_USUAL_DIGITS = {True: 9, False: 12}  # of a township's and of a village's code


class DivisionFields(RecordFields):
    """The inputs for a division, and when and why it became another."""

    def __init__(self, session: CountySession) -> None:
        super().__init__()
        self.session = session
        self._make_inputs()
        self._lay_out()
        for line in (*self.lines.values(), self.date, self.note):
            line.textChanged.connect(self.changed)
            line.returnPressed.connect(self.entered)
        self.name.textEdited.connect(self._guess_kind)
        self.lines["code"].textEdited.connect(self._guess_township)
        for choice in (self.kind, self.township, self.urban, self.place_origin):
            choice.currentIndexChanged.connect(self.changed)

    # --- building

    def _make_inputs(self) -> None:
        catalogue, language = self.session.catalogue, self.session.language
        self.name, self.date, self.note = QLineEdit(), QLineEdit(), QLineEdit()
        self.lines = {
            "code": QLineEdit(),
            "name": self.name,
            "longitude": QLineEdit(),
            "latitude": QLineEdit(),
            "source": QLineEdit(),
        }
        self.kind = Choice(
            [(catalogue.word("division-kind", k, language), k.value) for k in DivisionKind]
        )
        self.township = Choice()
        self.offer_townships()
        classes: list[tuple[str, str | None]] = [(self.tr("Not known"), None)]
        classes += [
            (say(URBAN_WORDS[value], language), key)
            for key, value in _URBAN.items()
            if value is not None
        ]
        self.urban = Choice(classes)
        self.place_origin = Choice(
            [(catalogue.word("place-origin", o, language), o.value) for o in PlaceOrigin]
        )
        self.lines["longitude"].setPlaceholderText("105.7213")
        self.lines["latitude"].setPlaceholderText("29.7052")
        self.date.setPlaceholderText(self.tr("e.g. 2023-06-30; may stay empty"))
        self.note.setPlaceholderText(self.tr("e.g. the document that says so"))

    def _lay_out(self) -> None:
        content = QWidget()
        form = QFormLayout(content)
        form.setContentsMargins(0, 0, 6, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        inputs: dict[str, QWidget] = {
            **self.lines, "kind": self.kind, "parent": self.township, "date": self.date
        }  # fmt: skip
        names = ("code", "name", "kind", "parent", "longitude", "latitude", "date")
        self.fields = {name: Field(name, inputs[name]) for name in names}
        for label, widget in (
            (self.tr("Code"), self.fields["code"]),
            (self.tr("Name"), self.fields["name"]),
            (self.tr("Kind"), self.fields["kind"]),
            (self.tr("Township"), self.fields["parent"]),
            (self.tr("Class"), self.urban),
            (self.tr("Longitude (° E)"), self.fields["longitude"]),
            (self.tr("Latitude (° N)"), self.fields["latitude"]),
            (self.tr("Coordinates are"), self.place_origin),
            (self.tr("Source"), self.lines["source"]),
            (self.tr("Changed on"), self.fields["date"]),
            (self.tr("Reason"), self.note),
        ):
            form.addRow(label, widget)
        self.form = form
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def offer_townships(self, but: str | None = None) -> None:
        """The county's townships that a division may lie in; itself is none of them."""
        townships = [(d.name, d.code) for d in self.session.county.townships if d.code != but]
        self.township.offer([(self.tr("None: it is a township"), None), *townships])

    # --- between record and inputs

    def fill(self, record: Division, name: str) -> None:
        self.offer_townships(record.code)
        texts = {
            "code": record.code, "name": name, "longitude": _degrees(record.longitude),
            "latitude": _degrees(record.latitude), "source": record.source,
        }  # fmt: skip
        for attribute, line in self.lines.items():
            line.setText(texts[attribute])
            line.setCursorPosition(0)
        self.kind.choose(record.kind)
        self.township.choose(record.parent)
        self.urban.choose(next(key for key, value in _URBAN.items() if value is record.urban))
        self.place_origin.choose(record.place_origin or PlaceOrigin.SURVEYED)
        self.date.clear()
        self.note.clear()
        self._show_since(record.code, record.name)

    def state(self) -> tuple[object, ...]:
        choices = (self.kind, self.township, self.urban, self.place_origin)
        texts = (line.text() for line in (*self.lines.values(), self.date, self.note))
        return (*texts, *(choice.value() for choice in choices))

    def collected(self, base: Division) -> Division:
        longitude = parse_degrees("longitude", self.lines["longitude"].text())
        origin = PlaceOrigin(self.place_origin.value() or "")
        return replace(
            base,
            code=self.lines["code"].text().strip(),
            name=self.name.text().strip(),
            kind=DivisionKind(self.kind.value() or ""),
            parent=self.township.value(),
            urban=_URBAN[self.urban.value()],
            longitude=longitude,
            latitude=parse_degrees("latitude", self.lines["latitude"].text()),
            place_origin=origin if longitude is not None else None,
            source=self.lines["source"].text().strip(),
        )

    def problems(self, key: str) -> list[FieldProblem]:
        places = place_problems(self.lines["longitude"].text(), self.lines["latitude"].text())
        code, name = self.lines["code"].text().strip(), self.name.text().strip()
        found = [] if name else [FieldProblem("name", Reason.EMPTY)]
        found += places
        if not found:
            former = {key} if (key,) in self.session.county.table(Division) else ()
            draft = Division(code, name, DivisionKind(self.kind.value() or ""))
            try:
                check_division(
                    self.session.county, replace(draft, parent=self.township.value()), former
                )
            except InvalidValue as error:
                found.append(FieldProblem(error.field, error.reason))
        if self.date.text().strip() and not is_date(self.date.text().strip()):
            found.append(FieldProblem("date", Reason.NOT_A_DATE))
        digits = _USUAL_DIGITS[self.township.value() is None]
        if code and not any(p.field == "code" for p in found) and len(code) != digits:
            found.append(FieldProblem("code", Reason.OUT_OF_RANGE, blocking=False))
        return found

    def show_problems(self, problems: Iterable[FieldProblem]) -> None:
        by_field = {problem.field: problem for problem in problems}
        for name, field in self.fields.items():
            problem = by_field.get(name)
            text = "" if problem is None else _problem_text(problem)
            field.tell(text, wrong=problem is not None and problem.blocking)
        self.place_origin.setEnabled(bool(self.lines["longitude"].text()))
        self._show_since(self._code, self._name)

    def _show_since(self, code: str, name: str) -> None:
        """When and why is asked where the division goes under another code or name."""
        self._code, self._name = code, name
        is_known = (code,) in self.session.county.table(Division)
        typed = (self.lines["code"].text().strip(), self.name.text().strip())
        for widget in (self.fields["date"], self.note):
            self.form.setRowVisible(widget, is_known and typed != (code, name))

    def _guess_kind(self, name: str) -> None:
        """The kind follows the end of the name that is typed for a new division."""
        kind = kind_of_name(name)
        if kind is not None and not self._code:
            self.kind.choose(kind)

    def _guess_township(self, code: str) -> None:
        """The township follows the code that is typed for a new division."""
        parent = township_code(code.strip())
        if parent is not None and not self._code:
            self.township.choose(parent)


class DivisionForm(RecordForm[Division]):
    """Shows one division, lets it be changed, and saves the change as one edit."""

    fields: DivisionFields

    def __init__(self, session: CountySession) -> None:
        hint = translate("DivisionForm", "Select a township or village to see and change it.")
        super().__init__(session, DivisionFields(session), hint)

    @property
    def code(self) -> str | None:
        """The recorded division in the form; None where it shows none or a new one."""
        return None if self.record is None else self.record.code

    def start_new(self, township: str | None) -> None:
        """An empty form for a village of a township, or for a township."""
        kind = DivisionKind.TOWN if township is None else DivisionKind.VILLAGE
        self.show_new(Division("", "?", kind, township), self.tr("New township or village"))
        self.fields.lines["code"].setFocus()

    def _edit(self, before: Division | None, after: Division) -> Edit:
        county = self.session.county
        if before is None:
            return add_division(county, after, self.tr("Add {name}").format(name=after.name))
        label = self.tr("Change {name}").format(name=after.name)
        date, note = self.fields.date.text().strip(), self.fields.note.text().strip()
        return change_division(county, before.code, after, label, date=date, note=note)

    def _follow_others(self, edit: Edit) -> None:
        if self._base is not None and any(
            isinstance(change.record, Division) for change in edit.changes
        ):
            self.fields.offer_townships(self._base.code)


def _degrees(value: float | None) -> str:
    return "" if value is None else repr(value)


def _problem_text(problem: FieldProblem) -> str:
    match problem.field, problem.reason:
        case "code", Reason.EMPTY:
            return translate("DivisionFields", "Enter a code.")
        case "code", Reason.DUPLICATE:
            return translate("DivisionFields", "Another division has this code.")
        case "code", _:
            return translate(
                "DivisionFields", "Usually 9 digits of a township, 12 of a village or community."
            )
        case "kind", _:
            return translate(
                "DivisionFields",
                "Villages and communities lie in a township; towns and subdistricts do not.",
            )
        case "parent", _:
            return translate("DivisionFields", "Choose a township of the county.")
        case "date", _:
            return translate("DivisionFields", "Enter a day as 2023-06-30.")
    return problem_text(problem)
