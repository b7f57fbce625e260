"""Doubtful values and units in the planner's words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.session import CountySession
from models.catalogue import Catalogue, Language
from models.figures import format_count
from models.paste import UnitRead
from models.plausibility import Doubt, DoubtKind

translate = QCoreApplication.translate


def doubt_text(doubt: Doubt, catalogue: Catalogue, language: Language) -> str:
    """A value that is out of all proportion, and beside what."""
    facility, after = doubt.facility, doubt.after
    figure = {
        "facility": facility.name,
        "measure": catalogue.measure_name(after.measure, language),
        "basis": catalogue.word("basis", after.basis, language),
        "year": after.year,
        "value": format_count(after.value),
        "unit": catalogue.measure_unit(after.measure, language),
    }
    match doubt.kind:
        case DoubtKind.LARGE_FOR_TYPE:
            return translate(
                "doubts",
                "{facility}, {measure} {basis} {year}: {value} {unit} is very many for a facility "
                "of the type {type} (asked about from {most})",
            ).format(
                **figure,
                type=catalogue.word("facility-type", facility.facility_type, language),
                most=format_count(doubt.compared + 1),
            )
        case DoubtKind.MANY_TIMES:
            return translate(
                "doubts",
                "{facility}, {measure} {basis} {year}: {before} → {value} {unit}, ten times or "
                "more up or down from the published or imported figure",
            ).format(**figure, before=format_count(doubt.compared))


def unit_text(read: UnitRead, session: CountySession) -> str:
    """A text with a unit and the number it is taken for."""
    measure = read.target.measure
    unit = "" if measure is None else session.catalogue.measure_unit(measure.id, session.language)
    return translate("doubts", "row {row}, column {column}: “{text}” is {value} {unit}").format(
        row=read.target.row,
        column=read.target.column,
        text=read.text,
        value=format_count(read.value),
        unit=unit,
    )
