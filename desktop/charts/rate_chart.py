"""Beds or staff per so many people against their targets, each unit on its own scale."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from PySide6.QtCore import QCoreApplication

from desktop import indicator_wording as words
from desktop.charts.looks import (
    GRID,
    INK,
    MUTED,
    TEXT,
    Mark,
    Pen,
    axes_in,
    lay_out,
    named,
    say_empty,
    shortened,
    write,
    write_beside,
)
from desktop.charts.target_chart import NAME_LENGTH, figures_text, state_look, state_patches
from models.figures import format_grouped
from models.indicator_levels import Level, RateLevels
from models.stated_indicator import StatedIndicator

translate = QCoreApplication.translate
_ROW = 0.34  # inches
_BETWEEN = 0.5  # inches from one unit's rows to those of the next
_NAMES, _FIGURES = 3.1, 2.1  # inches beside the bars
_DASHED = (0, (3, 1.5))


def draw_rates(
    figure: Figure, units: Sequence[RateLevels], unknown: Sequence[StatedIndicator], pen: Pen
) -> list[Mark]:
    """Draw a bar per rate: what the plan amounts to, with strokes for baseline and target."""
    if not units:
        reason = translate(
            "RateChart",
            "No rate per 1,000 people has a figure. It takes planned figures (Allocation), the "
            "population (Plan › Plan attributes) and rules that state rates (Rules).",
        )
        say_empty(figure, pen.font, reason)
        return []
    rows = sum(len(unit.levels) for unit in units)
    notes = []
    if unknown:
        text = translate("RateChart", "Without a figure ({count}): {names}")
        names = [words.name_text(stated, pen.language) for stated in unknown]
        notes.append(text.format(count=len(names), names=named(names)))
    room = lay_out(
        figure, pen, rows * _ROW + len(units) * _BETWEEN,
        translate(
            "RateChart",
            "Beside the bars: baseline → what the plan amounts to (target); a dash: not known.",
        ),
        notes, [*state_patches(), *_strokes()],
    )  # fmt: skip
    marks, top = [], room.top
    for unit in units:
        top -= _BETWEEN / 2
        bottom = top - len(unit.levels) * _ROW
        axes = axes_in(figure, _NAMES, bottom, room.width - _FIGURES, top)
        marks += _draw_unit(axes, unit, pen)
        top = bottom - _BETWEEN / 2
    write(figure, pen.font)
    return marks


def _strokes() -> list[Line2D]:
    baseline, target = translate("RateChart", "baseline"), translate("RateChart", "target")
    return [
        Line2D([], [], color=INK, lw=2, label=baseline),
        Line2D([], [], color=INK, lw=1.2, linestyle=_DASHED, label=target),
    ]


def _draw_unit(axes: Axes, unit: RateLevels, pen: Pen) -> list[Mark]:
    known = [
        float(value)
        for level in unit.levels
        for figure in (level.found.start, level.found.now)
        for value in ([] if figure is None else [figure.value])
    ]
    goals = [float(level.stated.goal) for level in unit.levels if level.stated.goal]
    most = max([*known, *goals]) * 1.04 or 1
    people = pen.catalogue.word("population-group", unit.population, pen.language)
    title = translate("RateChart", "per {per} people ({group})").format(
        per=format_grouped(unit.per), group=people
    )
    axes.set_title(title, loc="left", fontsize=TEXT, color=MUTED, pad=3)
    names = [words.name_text(level.stated, pen.language) for level in unit.levels]
    for place, level in enumerate(unit.levels):
        _draw_row(axes, place, level)
        write_beside(axes, place, figures_text(level.stated, level.found))
    axes.set_yticks(range(len(names)), [shortened(name, NAME_LENGTH) for name in names])
    axes.set(xlim=(0, most), ylim=(len(names) - 0.5, -0.5))
    axes.grid(axis="x", color=GRID, linewidth=0.6)
    return [
        Mark(axes, 0, most, place - 0.5, place + 0.5, mark_text(level, pen))
        for place, level in enumerate(unit.levels)
    ]


def _draw_row(axes: Axes, place: int, level: Level) -> None:
    start, now, goal = level.found.start, level.found.now, level.stated.goal
    if now is not None:
        look = state_look(level.found.state)
        axes.barh(
            place, float(now.value), 0.56, color=look.fill, hatch=look.hatch, edgecolor="white",
            linewidth=0,
        )  # fmt: skip
    if start is not None:
        axes.plot([float(start.value)] * 2, [place - 0.38, place + 0.38], color=INK, lw=2)
    if goal is not None:
        axes.plot(
            [float(goal)] * 2, [place - 0.48, place + 0.48], color=INK, lw=1.2, linestyle=_DASHED
        )


def mark_text(level: Level, pen: Pen) -> str:
    """The name of an indicator and its figures with their years and how they were come by."""
    stated = level.stated
    lines = [words.name_text(stated, pen.language)]
    way = words.way_words()
    for figure in (level.found.start, level.found.now):
        if figure is not None:
            text = translate("RateChart", "{year}: {value} ({way})")
            value = words.value_text(stated, figure.value)
            lines.append(text.format(year=figure.year, value=value, way=way[figure.way]))
    target = words.goal_text(stated)
    if target:
        lines.append(translate("RateChart", "target: {goal}").format(goal=target))
    return "\n".join(lines)
