"""Coordinate systems, encodings and what was found in a layer, in the planner's words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from models.coordinates import CoordinateSystem, Datum, system_of_code
from models.geo_reading import SystemOrigin
from models.geo_shift import Compared
from models.geo_source import (
    EncodingOrigin,
    GeometryKind,
    GeoNotice,
    GeoProblem,
    TextEncoding,
)

translate = QCoreApplication.translate

_MOST_NUMBERS = 8  # of features that a line names


def system_text(system: CoordinateSystem) -> str:
    """A coordinate system: its datum, and of metres the zone."""
    datum = {
        Datum.WGS84: translate("geo", "WGS 84"),
        Datum.CGCS2000: translate("geo", "CGCS2000"),
        Datum.GCJ02: translate("geo", "GCJ-02 (Amap, Tencent)"),
        Datum.BD09: translate("geo", "BD-09 (Baidu)"),
        Datum.BEIJING54: translate("geo", "Beijing 1954"),
        Datum.XIAN80: translate("geo", "Xi'an 1980"),
    }[system.datum]
    if not system.is_projected:
        return translate("geo", "{datum}, degrees").format(datum=datum)
    if system.has_zone_number:
        text = translate("geo", "{datum}, {width}° zone {zone} (meridian {meridian}°), with number")
    else:
        text = translate("geo", "{datum}, {width}° zone of {meridian}°, without number")
    return text.format(
        datum=datum, width=system.zone_width, zone=system.zone_number, meridian=system.meridian
    )


def origin_text(origin: SystemOrigin) -> str:
    """Why a layer is taken for one of its system."""
    return {
        SystemOrigin.CHOSEN: translate("geo", "as chosen"),
        SystemOrigin.DECLARED: translate("geo", "as the file states"),
        SystemOrigin.NAMED: translate("geo", "by a name in the file"),
        SystemOrigin.FITTED: translate("geo", "since the data fit what is known only so"),
        SystemOrigin.FIGURES: translate("geo", "by the figures"),
    }[origin]


def kind_text(kind: GeometryKind) -> str:
    return {
        GeometryKind.POINTS: translate("geo", "points"),
        GeometryKind.LINES: translate("geo", "lines"),
        GeometryKind.AREAS: translate("geo", "areas"),
        GeometryKind.OTHER: translate("geo", "mixed shapes"),
    }[kind]


def encoding_text(encoding: TextEncoding) -> str:
    """The encoding of the texts and how it was found."""
    how = {
        EncodingOrigin.FORMAT: translate("geo", "the only one of the format"),
        EncodingOrigin.DECLARED: translate("geo", "as the file states"),
        EncodingOrigin.TEXTS: translate("geo", "by the texts themselves"),
        EncodingOrigin.CONTRADICTED: translate(
            "geo", "by the texts themselves, against what the file states"
        ),
    }[encoding.origin]
    return translate("geo", "{name} ({how})").format(name=encoding.name.upper(), how=how)


def notice_text(notice: GeoNotice) -> str:
    """What was found, how often, and at which features."""
    text = _text(notice)
    if not notice.count:
        return text
    numbers = ", ".join(map(str, notice.numbers[:_MOST_NUMBERS]))
    if notice.count > _MOST_NUMBERS:
        numbers = translate("geo", "{numbers} …").format(numbers=numbers)
    return translate("geo", "{what}: {count} (no. {numbers})").format(
        what=text, count=notice.count, numbers=numbers
    )


def _text(notice: GeoNotice) -> str:
    plain = {
        GeoProblem.NO_ATTRIBUTES: translate("geo", "There is no .dbf file: no names or codes"),
        GeoProblem.BROKEN_TEXT: translate("geo", "Texts with characters that cannot be read"),
        GeoProblem.BROKEN_GEOMETRY: translate("geo", "Shapes that cannot be read are left out"),
        GeoProblem.UNREADABLE_COORDINATE: translate(
            "geo", "Coordinates that cannot be read are left out"
        ),
        GeoProblem.NO_GEOMETRY: translate("geo", "Without coordinates"),
        GeoProblem.NOT_REPAIRABLE: translate("geo", "Areas without extent are left out"),
        GeoProblem.ZERO: translate("geo", "Coordinates of 0 are left out"),
        GeoProblem.SWAPPED: translate(
            "geo", "Longitude and latitude (or X and Y) were swapped and are turned round"
        ),
        GeoProblem.SYSTEM_UNTOLD: translate(
            "geo", "Metres without a zone number: choose the coordinate system and its zone"
        ),
        GeoProblem.OUTSIDE: translate("geo", "Outside the boundary of the county"),
        GeoProblem.NOT_CONVERTED: translate(
            "geo", "Figures that cannot be of this coordinate system are left out"
        ),
    }
    return plain[notice.problem] if notice.problem in plain else _text_with_facts(notice)


def _text_with_facts(notice: GeoNotice) -> str:
    facts = notice.facts
    match notice.problem:
        case GeoProblem.OTHER_ENCODING:
            text = translate("geo", "The file calls its texts {declared}, but they are {found}")
            return text.format(declared=facts["declared"], found=str(facts["found"]).upper())
        case GeoProblem.READER_REMARK:
            return translate("geo", "On reading: {text}").format(text=facts["text"])
        case GeoProblem.UNKNOWN_SYSTEM:
            return translate(
                "geo", "The stated coordinate system “{stated}” is not converted: choose another"
            ).format(stated=facts["stated"])
        case GeoProblem.MIXED_KINDS:
            kinds = [f"{kind_text(GeometryKind(kind))} {count}" for kind, count in facts.items()]
            return translate("geo", "Shapes of several kinds: {kinds}").format(
                kinds=translate("geo", ", ").join(kinds)
            )
        case GeoProblem.REPAIRED:
            return translate(
                "geo", "Outlines that cross themselves are mended (size changed by up to {share}%)"
            ).format(share=f"{float(facts['largest_change']) * 100:.2f}")
        case GeoProblem.FAR:
            return translate("geo", "More than {km} km from every known place").format(
                km=f"{float(facts['metres']) / 1000:g}"
            )
        case GeoProblem.UNIT_DOUBT:
            return unit_text(str(facts["unit"]))
        case GeoProblem.ACCURACY:
            text = translate("geo", "Converted from {system}: error at most {metres} m")
            return text.format(system=_system(facts["system"]), metres=f"{facts['metres']:g}")
    return _system_notice_text(notice)


def _system_notice_text(notice: GeoNotice) -> str:
    facts = notice.facts
    match notice.problem:
        case GeoProblem.SYSTEM_ASSUMED:
            return translate("geo", "No coordinate system is stated; assumed: {system}").format(
                system=_system(facts["system"])
            )
        case GeoProblem.ZONE_GUESSED:
            return translate(
                "geo", "Zone told by the eastings: {width}° zone, meridian {meridian}°"
            ).format(width=facts["width"], meridian=facts["meridian"])
        case GeoProblem.SYSTEM_MISFIT:
            line = translate("geo", "The figures cannot be {system}").format(
                system=_system(facts["system"])
            )
            if not facts["figures"]:
                return line
            likely = translate("geo", "they look like {system}").format(
                system=_system(facts["figures"])
            )
            return translate("geo", "{line}; {likely}").format(line=line, likely=likely)
    return shift_text(notice)


def shift_text(notice: GeoNotice) -> str:
    """In which system the data fit better, held against what."""
    facts = notice.facts
    system, before, after = _system(facts["system"]), facts["before"], facts["after"]
    match Compared(str(facts["compared"])):
        case Compared.NAMES:
            text = translate(
                "geo",
                "Likely {system}: places of the same name are then {after} m off instead of "
                "{before} m",
            )
        case Compared.BOUNDARY:
            text = translate(
                "geo",
                "Likely {system}: the outline is then {after} m from the known boundary instead "
                "of {before} m",
            )
        case Compared.INSIDE:
            text = translate(
                "geo",
                "Likely {system}: then {after} instead of {before} points lie outside the county",
            )
    return text.format(system=system, before=f"{before:.0f}", after=f"{after:.0f}")


def unit_text(unit: str) -> str:
    """What figures that are neither degrees nor metres might be."""
    return {
        "microdegrees": translate(
            "geo", "The figures look like millionths of a degree: divide them by 1,000,000"
        ),
        "kilometres": translate("geo", "The figures look like kilometres: multiply them by 1,000"),
        "packed-dms": translate(
            "geo", "The figures look like degrees, minutes and seconds in one: write 105°42′30″"
        ),
        "web-mercator": translate(
            "geo", "The figures look like metres of a web map (Mercator): export them in degrees"
        ),
        "unknown": translate("geo", "The figures are neither degrees nor metres in China"),
    }[unit]


def _system(code: object) -> str:
    return system_text(system_of_code(str(code)))
