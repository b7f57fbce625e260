"""The fields of a facility: from a record to inputs and back, each checked where it stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QFrame,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.fields import Choice, Field
from desktop.dialogs.record_form import RecordFields
from desktop.session import CountySession
from models.errors import Reason
from models.facility import (
    Facility,
    FacilityClass,
    FacilityStatus,
    FacilityType,
    Ownership,
    PlaceOrigin,
    usual_class,
)
from models.facility_draft import FieldProblem, name_problem, parse_degrees, place_problems

_TEXTS = ("code", "grade", "consortium", "address", "source")
_WORDS = ("facility_type", "facility_class", "ownership", "status")
_DIVISIONS = ("township", "village")  # the villages offered depend on the township


class FacilityFields(RecordFields):
    """The inputs for every attribute of a facility, in labelled groups."""

    def __init__(self, session: CountySession) -> None:
        super().__init__()
        self.session = session
        self._type_before = FacilityType.UNSPECIFIED
        self._place: tuple[str | None, str | None] = (None, None)  # township, village as recorded
        self._make_inputs()
        self._lay_out()
        self._connect()

    # --- building ---

    def _make_inputs(self) -> None:
        catalogue, language = self.session.catalogue, self.session.language

        def words(group: str, ids: Iterable[StrEnum]) -> Choice:
            return Choice((catalogue.word(group, i, language), i.value) for i in ids)

        self.name, self.longitude, self.latitude = QLineEdit(), QLineEdit(), QLineEdit()
        self.texts = {attribute: QLineEdit() for attribute in _TEXTS}
        self.order = QSpinBox()
        self.order.setRange(0, 99_999)
        self.facility_type = words("facility-type", FacilityType)
        self.facility_class = words("facility-class", FacilityClass)
        self.ownership = words("ownership", Ownership)
        self.status = words("facility-status", FacilityStatus)
        self.place_origin = words("place-origin", PlaceOrigin)
        self.place_origin.addItem(self.tr("Not stated"), None)
        self.township, self.village = Choice(), Choice()
        self.offer_townships()
        self.emergency_site = QCheckBox(self.tr("Emergency site (ambulances start here)"))
        self.is_group = QCheckBox(self.tr("Stands for several institutions not named"))
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(70)
        self.longitude.setPlaceholderText("105.7213")
        self.latitude.setPlaceholderText("29.7052")
        self.fields = {
            "name": Field("name", self.name),
            "longitude": Field("longitude", self.longitude),
            "latitude": Field("latitude", self.latitude),
        }

    def _lay_out(self) -> None:
        groups = QWidget()
        column = QVBoxLayout(groups)
        column.setContentsMargins(0, 0, 6, 0)
        contents = self._groups()
        measure = self.fontMetrics().horizontalAdvance
        label_width = max(measure(label) for _, rows in contents for label, _ in rows)
        for title, rows in contents:
            column.addWidget(_group(title, rows, label_width))
        column.addStretch(1)
        self.setWidget(groups)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _groups(self) -> list[tuple[str, list[tuple[str, QWidget]]]]:
        texts, fields = self.texts, self.fields
        return [
            (
                self.tr("Identity"),
                [
                    (self.tr("Name"), fields["name"]),
                    (self.tr("Code"), texts["code"]),
                    (self.tr("Place in the list"), self.order),
                    ("", self.is_group),
                ],
            ),
            (
                self.tr("Kind"),
                [
                    (self.tr("Type"), self.facility_type),
                    (self.tr("Class"), self.facility_class),
                    (self.tr("Ownership"), self.ownership),
                    (self.tr("Grade"), texts["grade"]),
                    (self.tr("Status"), self.status),
                    (self.tr("Consortium"), texts["consortium"]),
                ],
            ),
            (
                self.tr("Place"),
                [
                    (self.tr("Township"), self.township),
                    (self.tr("Village served"), self.village),
                    (self.tr("Address"), texts["address"]),
                    (self.tr("Longitude (° E)"), fields["longitude"]),
                    (self.tr("Latitude (° N)"), fields["latitude"]),
                    (self.tr("Coordinates are"), self.place_origin),
                    ("", self.emergency_site),
                ],
            ),
            (
                self.tr("Remarks"),
                [(self.tr("Source"), texts["source"]), (self.tr("Note"), self.note)],
            ),
        ]

    def _connect(self) -> None:
        for line in (self.name, self.longitude, self.latitude, *self.texts.values()):
            line.textChanged.connect(self.changed)
            line.returnPressed.connect(self.entered)
        self.facility_type.activated.connect(self._type_chosen)
        self.township.currentIndexChanged.connect(self._offer_villages)
        for attribute in (*_WORDS, *_DIVISIONS, "place_origin"):
            getattr(self, attribute).currentIndexChanged.connect(self.changed)
        self.order.valueChanged.connect(self.changed)
        self.emergency_site.toggled.connect(self.changed)
        self.is_group.toggled.connect(self.changed)
        self.note.textChanged.connect(self.changed)

    # --- between record and inputs ---

    def fill(self, facility: Facility, name: str) -> None:
        self._place = (facility.township, facility.village)
        self.offer_townships(facility.township)
        self.name.setText(name)
        self.name.setCursorPosition(0)
        for attribute, line in self.texts.items():
            line.setText(getattr(facility, attribute))
            line.setCursorPosition(0)
        self.order.setValue(facility.order)
        for attribute in (*_WORDS, *_DIVISIONS):
            getattr(self, attribute).choose(getattr(facility, attribute))
        self.longitude.setText(_degrees(facility.longitude))
        self.latitude.setText(_degrees(facility.latitude))
        placed = facility.place is not None
        self.place_origin.choose(facility.place_origin if placed else PlaceOrigin.SURVEYED)
        self.emergency_site.setChecked(facility.emergency_site)
        self.is_group.setChecked(facility.is_group)
        self.note.setPlainText(facility.note)
        self._type_before = facility.facility_type

    def state(self) -> tuple[object, ...]:
        return (
            self.name.text(),
            self.longitude.text(),
            self.latitude.text(),
            *(line.text() for line in self.texts.values()),
            *(getattr(self, attribute).value() for attribute in (*_WORDS, *_DIVISIONS)),
            self.place_origin.value(),
            self.order.value(),
            self.emergency_site.isChecked(),
            self.is_group.isChecked(),
            self.note.toPlainText(),
        )

    def collected(self, base: Facility) -> Facility:
        longitude = parse_degrees("longitude", self.longitude.text())
        origin = self.place_origin.value()
        return replace(
            base,
            name=self.name.text().strip(),
            order=self.order.value(),
            facility_type=FacilityType(self.facility_type.value() or ""),
            facility_class=FacilityClass(self.facility_class.value() or ""),
            ownership=Ownership(self.ownership.value() or ""),
            status=FacilityStatus(self.status.value() or ""),
            township=self.township.value(),
            village=self.village.value(),
            longitude=longitude,
            latitude=parse_degrees("latitude", self.latitude.text()),
            place_origin=PlaceOrigin(origin) if origin and longitude is not None else None,
            emergency_site=self.emergency_site.isChecked(),
            is_group=self.is_group.isChecked(),
            note=self.note.toPlainText().strip(),
            **{attribute: line.text().strip() for attribute, line in self.texts.items()},
        )

    def problems(self, key: str) -> list[FieldProblem]:
        found = place_problems(self.longitude.text(), self.latitude.text())
        township = self.township.value()
        named = name_problem(self.session.county, key, self.name.text(), township)
        return found if named is None else [named, *found]

    def show_problems(self, problems: Iterable[FieldProblem]) -> None:
        by_field = {problem.field: problem for problem in problems}
        for attribute, field in self.fields.items():
            problem = by_field.get(attribute)
            text = "" if problem is None else problem_text(problem)
            field.tell(text, wrong=problem is not None and problem.blocking)
        self.place_origin.setEnabled(bool(self.longitude.text() or self.latitude.text()))

    def offer_townships(self, also: str | None = None) -> None:
        """The county's townships, and the division a facility names, should it be another."""
        county = self.session.county
        divisions = {d.code: d.name for d in county.townships}
        if also is not None:
            divisions.setdefault(also, county.division(also).name)
        choices = [(name, code) for code, name in divisions.items()]
        self.township.offer([(self.tr("Not stated"), None), *choices])
        self._offer_villages()

    def _offer_villages(self) -> None:
        """The villages and communities of the township that is chosen."""
        township = self.township.value()
        villages = [
            (d.name, d.code)
            for d in self.session.county.divisions
            if (d.parent is not None and d.parent == township) or (township, d.code) == self._place
        ]
        self.village.offer([(self.tr("Not stated"), None), *villages])
        self.village.setEnabled(bool(villages))

    def _type_chosen(self) -> None:
        """The class follows the type, unless the planner has chosen another class by hand."""
        chosen = FacilityType(self.facility_type.value() or "")
        if self.facility_class.value() == usual_class(self._type_before):
            self.facility_class.choose(usual_class(chosen))
        self._type_before = chosen


def _group(title: str, rows: list[tuple[str, QWidget]], label_width: int) -> QGroupBox:
    box = QGroupBox(title)
    form = QFormLayout(box)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setVerticalSpacing(5)
    for text, widget in rows:
        if not text:
            form.addRow(widget)
            continue
        label = QLabel(text)
        label.setMinimumWidth(label_width + 4)  # so that the fields of all groups stand in line
        label.setBuddy(widget)
        form.addRow(label, widget)
    return box


def _degrees(value: float | None) -> str:
    return "" if value is None else repr(value)


def problem_text(problem: FieldProblem) -> str:
    """What is wrong with a field, or doubtful, and what would be right."""
    translate = QCoreApplication.translate
    match problem.field, problem.reason:
        case "name", Reason.EMPTY:
            return translate("FacilityFields", "Enter a name.")
        case "name", _ if problem.blocking:
            return translate("FacilityFields", "This township has a facility of that name already.")
        case "name", _:
            return translate("FacilityFields", "A facility in another township has the same name.")
        case _, Reason.NOT_A_NUMBER:
            return translate("FacilityFields", "Enter decimal degrees, for example 105.7213.")
        case _, Reason.INCOMPLETE_PLACE:
            return translate("FacilityFields", "Longitude and latitude: both or neither.")
        case "longitude", _:
            return translate("FacilityFields", "East longitude in China is 73 to 136 degrees.")
        case _:
            return translate("FacilityFields", "North latitude in China is 3 to 54 degrees.")
