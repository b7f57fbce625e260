"""From baseline to target: how far each indicator is to go, and where the plan stands."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from PySide6.QtCore import QCoreApplication

from desktop import indicator_wording as words
from desktop.charts.looks import (
    BLUE,
    GRID,
    HOLLOW,
    INK,
    LIMIT_DASHES,
    MUTED,
    ORANGE,
    PALE,
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
from desktop.charts.rate_chart import mark_text
from desktop.charts.target_chart import NAME_LENGTH, figures_text
from models.indicator_levels import Level, TargetLevels
from models.indicator_progress import IndicatorState

translate = QCoreApplication.translate
_ROW = 0.25  # inches
_AXIS = 0.25  # inches of the figures below the axis
_NAMES, _FIGURES = 3.1, 2.1  # inches beside the dumbbells
_EDGE = 0.03  # of the axis beyond the furthest dots
_MOST = Fraction(2)  # what is further from the target than this stands at the edge
_NOW = {  # where the plan stands
    IndicatorState.HOLDS: Sign("o", BLUE, 7),
    IndicatorState.MISSED: Sign("X", ORANGE, 8),
    IndicatorState.ON_THE_WAY: Sign("s", PALE, 6.5),
}
_TARGET = Sign("|", INK, 10)


def draw_spans(figure: Figure, found: TargetLevels, pen: Pen) -> list[Mark]:
    """Draw a line per indicator from its baseline to its target, as shares of the target."""
    if not found.shown:
        reason = translate(
            "SpanChart",
            "No indicator has both a target and a figure. Import the table of indicators, or enter "
            "values (Indicators › Values by year).",
        )
        say_empty(figure, pen.font, reason)
        return []
    rows = len(found.shown)
    room = lay_out(
        figure, pen, rows * _ROW + _AXIS,
        translate(
            "SpanChart",
            "As a share of the target; beside the lines: baseline → now (target). What is beyond "
            "{most}% stands at the edge.",
        ).format(most=int(_MOST * 100)),
        _notes(found, pen), _handles(),
    )  # fmt: skip
    height = min(room.top - room.bottom - _AXIS, rows * _ROW * 1.6)
    axes = axes_in(
        figure, _NAMES, room.top - height, room.width - _FIGURES, room.top
    )  # the rows stay together in a high figure
    for place, level in enumerate(found.shown):
        _draw_row(axes, place, level)
    axes.axvline(1, color=INK, linewidth=1.2, linestyle=LIMIT_DASHES, zorder=0)
    names = [words.name_text(level.stated, pen.language) for level in found.shown]
    axes.set_yticks(range(rows), [shortened(name, NAME_LENGTH) for name in names])
    most = _furthest(found.shown) + _EDGE
    ticks = [tick for tick in (0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2) if tick < most]
    axes.set_xticks(ticks, [f"{tick:.0%}" for tick in ticks])
    axes.set(xlim=(-_EDGE, most), ylim=(rows - 0.5, -0.5))
    axes.grid(axis="x", color=GRID, linewidth=0.6)
    write(figure, pen.font)
    return [
        Mark(axes, -_EDGE, most, place - 0.5, place + 0.5, mark_text(level, pen))
        for place, level in enumerate(found.shown)
    ]


def _draw_row(axes: Axes, place: int, level: Level) -> None:
    start, now = level.found.start, level.found.now
    _TARGET.put(axes, 1, place)
    if start is not None:
        at = _place_of(level.share(start.value))
        axes.plot([at, 1], [place] * 2, color=MUTED, lw=1.4, zorder=1)
        HOLLOW.put(axes, at, place)
    if now is not None:
        sign = _NOW.get(level.found.state, _NOW[IndicatorState.ON_THE_WAY])
        sign.put(axes, _place_of(level.share(now.value)), place)
    write_beside(axes, place, figures_text(level.stated, level.found))


def _furthest(levels: Sequence[Level]) -> float:
    """How far the axis goes: to what is furthest beyond its target, or a little beyond that."""
    shares = [
        level.share(figure.value)
        for level in levels
        for figure in (level.found.start, level.found.now)
        if figure is not None
    ]
    return max(1.1, _place_of(max(shares)))


def _place_of(share: Fraction) -> float:
    return float(min(max(share, Fraction(0)), _MOST))


def _handles() -> list[Line2D]:
    state = words.state_words()
    now = translate("SpanChart", "now: {state}")
    return [
        HOLLOW.handle(translate("SpanChart", "baseline")),
        _TARGET.handle(translate("SpanChart", "target")),
        *(sign.handle(now.format(state=state[one])) for one, sign in _NOW.items()),
    ]


def _notes(found: TargetLevels, pen: Pen) -> list[str]:
    notes = []
    for text, left_out in (
        (translate("SpanChart", "Without a figure ({count}): {names}"), found.without_figures),
        (
            translate("SpanChart", "Whose target is not a figure ({count}): {names}"),
            found.without_target,
        ),
    ):
        if left_out:
            names = [words.name_text(stated, pen.language) for stated in left_out]
            notes.append(text.format(count=len(names), names=named(names)))
    return notes
