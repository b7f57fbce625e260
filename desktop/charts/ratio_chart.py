"""A staffing ratio of each facility, in order, with the line of the rule: who is below is named."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from PySide6.QtCore import QCoreApplication

from desktop import wording
from desktop.charts.looks import (
    BLUE,
    GRID,
    INK,
    LIMIT_DASHES,
    ORANGE,
    Mark,
    Pen,
    Sign,
    axes_in,
    lay_out,
    named,
    say_empty,
    shortened,
    write,
    write_beside,
)
from models.facility_ratios import FacilityRatio, FacilityRatios
from models.figures import format_grouped
from models.rules.rule import Bound, Rule

translate = QCoreApplication.translate
_ROW, _LOW_ROW = 0.25, 0.07  # inches: of a facility that is named, and of one that is not
_ALL_NAMED = 40  # where there are more, those that hold are dots without a name
_AXIS = 0.3  # inches of the figures below the axis
_NAMES, _FIGURES = 2.8, 1.8  # inches beside the dots
_NAME_LENGTH = 21  # Chinese letters
_HOLDS = Sign("o", BLUE, 6.5)
_MISSES = Sign("v", ORANGE, 8)


def draw_ratios(figure: Figure, found: FacilityRatios, pen: Pen) -> list[Mark]:
    """Draw a dot per facility, those that miss the rule first, named and of another shape."""
    if not found.rows:
        text = translate(
            "RatioChart",
            "No facility has both figures of {rule} yet: {top} and {bottom}. Enter them on the "
            "Allocation page, derive the staff targets there, or choose another basis above.",
        )
        say_empty(figure, pen.font, text.format(**_words(found.rule, pen)))
        return []
    rows = _worst_first(found)
    named_rows = rows if len(rows) <= _ALL_NAMED else list(found.missing)
    heights = [_ROW if row in named_rows else _LOW_ROW for row in rows]
    room = lay_out(
        figure, pen, sum(heights) + _AXIS, _explanation(found, pen), _notes(found), _handles(found)
    )
    body = min(room.top - room.bottom - _AXIS, sum(heights) * 1.6)
    axes = axes_in(figure, _NAMES, room.top - body, room.width - _FIGURES, room.top)
    places, marks, low = [], [], 0.0
    most = float(max(row.value for row in rows))
    most = max(most, float(found.rule.upper or found.rule.limit)) * 1.06 or 1.0
    for row, height in zip(rows, heights, strict=True):
        places.append(low + height / 2)
        marks.append(Mark(axes, 0, most, low, low + height, _mark_text(row, found, pen)))
        low += height
    for row, place in zip(rows, places, strict=True):
        _draw_row(axes, row, place, found.rule, is_named=row in named_rows)
    for limit in {found.rule.limit, found.rule.upper or found.rule.limit}:
        axes.axvline(float(limit), color=INK, linewidth=1.2, linestyle=LIMIT_DASHES, zorder=0)
    ticks = [(p, row) for p, row in zip(places, rows, strict=True) if row in named_rows]
    axes.set_yticks(
        [place for place, _ in ticks],
        [shortened(row.facility.name, _NAME_LENGTH) for _, row in ticks],
    )
    axes.set(xlim=(0, most), ylim=(low, 0))
    axes.grid(axis="x", color=GRID, linewidth=0.6)
    write(figure, pen.font)
    return marks


def _worst_first(found: FacilityRatios) -> Sequence[FacilityRatio]:
    """Least first, but most first where the rule is an upper bound."""
    return found.rows[::-1] if found.rule.bound is Bound.AT_MOST else found.rows


def _draw_row(axes: Axes, row: FacilityRatio, place: float, rule: Rule, *, is_named: bool) -> None:
    (_HOLDS if row.holds else _MISSES).put(axes, float(row.value), place)
    if is_named:
        figures = f"{format_grouped(row.numerator)} ÷ {format_grouped(row.denominator)}"
        value = wording.measured_value(rule, row.value)
        write_beside(axes, place, f"{value}  ({figures})")


def _handles(found: FacilityRatios) -> list[Line2D]:
    missing = len(found.missing)
    hold = len(found.rows) - missing
    return [
        _MISSES.handle(translate("RatioChart", "miss it: {count}").format(count=missing)),
        _HOLDS.handle(translate("RatioChart", "hold it: {count}").format(count=hold)),
    ]


def _explanation(found: FacilityRatios, pen: Pen) -> str:
    text = translate(
        "RatioChart", "{top} ÷ {bottom} of each facility; dashed line: {limit} ({nature})."
    )
    return text.format(**_words(found.rule, pen))


def _words(rule: Rule, pen: Pen) -> dict[str, str]:
    name = pen.catalogue.measure_name
    return {
        "rule": wording.rule_text(rule, pen.language),
        "top": name(rule.measure, pen.language),
        "bottom": name(rule.denominator, pen.language),
        "limit": wording.limit_text(rule),
        "nature": pen.catalogue.word("nature", rule.nature, pen.language),
    }


def _mark_text(row: FacilityRatio, found: FacilityRatios, pen: Pen) -> str:
    text = translate(
        "RatioChart", "{name}: {value} ({limit})\n{top}: {numerator}\n{bottom}: {denominator}"
    )
    return text.format(
        name=row.facility.name,
        value=wording.measured_value(found.rule, row.value),
        numerator=format_grouped(row.numerator),
        denominator=format_grouped(row.denominator),
        **_words(found.rule, pen),
    )


def _notes(found: FacilityRatios) -> list[str]:
    notes = []
    if found.unknown:
        text = translate("RatioChart", "Not shown, for want of a figure ({count}): {names}")
        names = [facility.name for facility in found.unknown]
        notes.append(text.format(count=len(names), names=named(names)))
    if found.without:
        text = translate("RatioChart", "Facilities with neither figure: {count} (not asked)")
        notes.append(text.format(count=found.without))
    return notes
