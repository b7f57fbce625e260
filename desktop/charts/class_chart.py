"""How beds or a cadre are distributed: the county by class, and each township stacked by class."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch
from PySide6.QtCore import QCoreApplication

from desktop.charts.looks import (
    BLUE,
    GRID,
    INK,
    MUTED,
    PALE,
    TEXT,
    BarLook,
    Mark,
    Pen,
    axes_in,
    lay_out,
    named,
    patch,
    say_empty,
    write,
)
from models.class_amounts import ClassAmounts, TownshipAmounts
from models.facility import FacilityClass
from models.figures import format_grouped, format_rate

translate = QCoreApplication.translate
_LOOKS = {
    FacilityClass.HOSPITAL: BarLook("#2b475f", ""),
    FacilityClass.PRIMARY_CARE: BarLook(BLUE, "////"),
    FacilityClass.PUBLIC_HEALTH: BarLook(PALE, "....", MUTED),
    FacilityClass.OTHER: BarLook("white", "xxxx", MUTED),
}
_ROW = 0.25  # inches
_COUNTY = 0.42  # inches of the county's bar
_BETWEEN, _AXIS = 0.35, 0.3  # inches
_NAMES, _FIGURES = 1.5, 0.9  # inches beside the bars
_LEAST_WRITTEN = Fraction(6, 100)  # a narrower part has no room for its share


def draw_classes(figure: Figure, found: ClassAmounts, unit: str, pen: Pen) -> list[Mark]:
    """Draw the county's bar and one per township; `unit` is the measure's."""
    if not found.county.amounts:
        reason = translate(
            "ClassChart",
            "No facility has a figure of this measure on this basis. Enter or import figures on "
            "the Allocation page, or choose another measure or basis above.",
        )
        say_empty(figure, pen.font, reason)
        return []
    rows = len(found.rows)
    room = lay_out(
        figure, pen, _COUNTY + (_BETWEEN + rows * _ROW + _AXIS if rows else 0),
        translate("ClassChart", "Above the county, below its townships, in {unit}.").format(
            unit=unit
        ),
        _notes(found, unit), _handles(found.county, pen),
    )  # fmt: skip
    right = room.width - _FIGURES
    county = axes_in(figure, _NAMES, room.top - _COUNTY, right, room.top - 0.08)
    marks = _draw_county(county, found.county, unit, pen)
    if rows:
        top = room.top - _COUNTY - _BETWEEN
        bottom = top - min(top - room.bottom - _AXIS, rows * _ROW * 1.6)
        axes = axes_in(figure, _NAMES, bottom, right, top)
        marks += _draw_townships(axes, found.rows, unit, pen)
    write(figure, pen.font)
    return marks


def _draw_townships(axes: Axes, rows: Sequence[TownshipAmounts], unit: str, pen: Pen) -> list[Mark]:
    most, marks = float(max(row.total for row in rows)) or 1.0, []
    names = [row.division.name if row.division else "" for row in rows]
    for place, (row, name) in enumerate(zip(rows, names, strict=True)):
        _stack(axes, place, row, Decimal(1), 0.62)
        total = f" {format_grouped(Fraction(row.total))}"
        axes.text(float(row.total), place, total, va="center", fontsize=TEXT, color=INK)
        text = _mark_text(row, name, unit, pen)
        marks.append(Mark(axes, 0, most * 1.02, place - 0.5, place + 0.5, text))
    axes.set_yticks(range(len(rows)), names)
    axes.xaxis.set_major_formatter("{x:,g}")
    axes.set(xlim=(0, most * 1.02), ylim=(len(rows) - 0.5, -0.5))
    axes.grid(axis="x", color=GRID, linewidth=0.6)
    return marks


def _draw_county(axes: Axes, county: TownshipAmounts, unit: str, pen: Pen) -> list[Mark]:
    """The county's parts as shares of it."""
    whole = county.total or Decimal(1)
    _stack(axes, 0, county, whole, 0.9)
    so_far = Fraction()
    for _, amount in county.amounts:
        share = Fraction(amount) / Fraction(whole)
        if share >= _LEAST_WRITTEN:
            axes.text(
                float(so_far + share / 2), 0, f"{format_rate(share * 100, 1)}%", ha="center",
                va="center", fontsize=TEXT, color=INK,
                bbox={"facecolor": "white", "edgecolor": "none", "pad": 1.5},
            )  # fmt: skip
        so_far += share
    name = translate("ClassChart", "County")
    axes.set_yticks([0], [name])
    axes.set_xticks([])
    axes.spines["bottom"].set_visible(False)
    axes.set(xlim=(0, 1), ylim=(0.5, -0.5))
    return [Mark(axes, 0, 1, -0.5, 0.5, _mark_text(county, name, unit, pen))]


def _stack(axes: Axes, place: int, row: TownshipAmounts, whole: Decimal, height: float) -> None:
    left = 0.0
    for facility_class, amount in row.amounts:
        look, width = _LOOKS[facility_class], float(amount / whole)
        axes.barh(
            place, width, height, left=left, color=look.fill, hatch=look.hatch,
            edgecolor=look.edge, linewidth=0.5,
        )  # fmt: skip
        left += width


def _handles(county: TownshipAmounts, pen: Pen) -> list[Patch]:
    """The classes that have a figure, each with the county's."""
    return [
        patch(
            _LOOKS[facility_class],
            f"{pen.catalogue.word('facility-class', facility_class, pen.language)} "
            f"{format_grouped(Fraction(amount))}",
        )
        for facility_class, amount in county.amounts
    ]


def _mark_text(row: TownshipAmounts, name: str, unit: str, pen: Pen) -> str:
    text, word = translate("ClassChart", "{name}: {amount} {unit}"), pen.catalogue.word
    classes = [(word("facility-class", c, pen.language), amount) for c, amount in row.amounts]
    return "\n".join(
        text.format(name=who, amount=format_grouped(Fraction(amount)), unit=unit)
        for who, amount in [(name, row.total), *classes]
    )


def _notes(found: ClassAmounts, unit: str) -> list[str]:
    notes = []
    if found.elsewhere:
        text = translate("ClassChart", "In no township: {amount} {unit} ({names})")
        amount = sum((Fraction(value) for _, value in found.elsewhere), Fraction())
        names = [facility.name for facility, _ in found.elsewhere]
        notes.append(text.format(amount=format_grouped(amount), unit=unit, names=named(names)))
    if found.without:
        text = translate("ClassChart", "Townships without a figure ({count}): {names}")
        names = [division.name for division in found.without]
        notes.append(text.format(count=len(names), names=named(names)))
    if found.blank:
        text = translate("ClassChart", "Facilities whose figure is blank: {count} (not counted)")
        notes.append(text.format(count=found.blank))
    return notes
