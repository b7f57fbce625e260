"""Coverage by distance: the share of the people within any distance of the nearest facility."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from PySide6.QtCore import QCoreApplication

from desktop import wording
from desktop.charts.looks import (
    BLUE,
    GRID,
    INK,
    MUTED,
    ORANGE,
    TEXT,
    Mark,
    Pen,
    axes_in,
    lay_out,
    named,
    say_empty,
    write,
)
from models.distance_curve import DistanceCurve, DistanceCurves
from models.figures import format_measured, format_rate
from models.rules.rule import Rule

translate = QCoreApplication.translate
_LEAST_BODY = 3.4  # inches
_AXIS, _SHARES = 0.5, 0.75  # inches of the words below and beside the axes
_LAST_WRITTEN = 0.75  # of the axis: what is said of a line beyond stands at its left
_MOST_POINTS = 4  # that are named at one distance


def draw_distances(
    figure: Figure, found: DistanceCurves, limits: Sequence[Rule], pen: Pen
) -> list[Mark]:
    """Draw the step curves; `limits` are the radius rules that the plan holds them against."""
    if not found.county.steps or not found.county.people:
        say_empty(figure, pen.font, _reason(found))
        return []
    curves = _curves(found)
    room = lay_out(
        figure, pen, _LEAST_BODY + _AXIS,
        translate(
            "DistanceChart",
            "Share of the known people within so many km of the nearest of {count} facilities, in "
            "a straight line.",
        ).format(count=found.sites),
        _notes(found), [
            Line2D([], [], color=look.colour, lw=look.width, linestyle=look.dashes, label=text)
            for _, text, look in curves
        ],
    )  # fmt: skip
    axes = axes_in(figure, _SHARES, room.bottom + _AXIS, room.width - 0.4, room.top)
    furthest = float(found.county.steps[-1].distance_m) / 1000
    most = max([furthest, *(float(rule.limit_m) / 1000 for rule in limits)]) * 1.04
    for curve, _, look in curves:
        _draw_curve(axes, curve, look, most)
    for rule in limits:
        _draw_limit(axes, rule, found, most)
    axes.set(xlim=(0, most), ylim=(0, 102))
    axes.yaxis.set_major_formatter("{x:g}%")
    axes.set_xlabel(
        translate("DistanceChart", "km to the nearest facility"), fontsize=TEXT, color=MUTED
    )
    axes.grid(color=GRID, linewidth=0.6)
    write(figure, pen.font)
    return _marks(axes, found.county, most)


@dataclass(frozen=True)
class _CurveLook:
    colour: str
    width: float
    dashes: Literal["-"] | tuple[float, tuple[float, ...]]


def _curves(found: DistanceCurves) -> list[tuple[DistanceCurve, str, _CurveLook]]:
    """All people, and where there are both, the urban and the rural ones by themselves."""
    words = _people_words()
    everybody = (found.county, words[None], _CurveLook(BLUE, 2.4, "-"))
    if not found.urban.people or not found.rural.people:
        return [everybody]
    return [
        everybody,
        (found.urban, words[True], _CurveLook(INK, 1.4, (0, (5, 2)))),
        (found.rural, words[False], _CurveLook(ORANGE, 1.6, (0, (1.2, 1.2)))),
    ]


def _people_words() -> dict[bool | None, str]:
    return {
        None: translate("DistanceChart", "all people"),
        True: translate("DistanceChart", "urban"),
        False: translate("DistanceChart", "rural"),
    }


def _draw_curve(axes: Axes, curve: DistanceCurve, look: _CurveLook, most: float) -> None:
    x = [0.0, *(float(step.distance_m) / 1000 for step in curve.steps), most]
    y = [0.0, *(step.people / curve.people * 100 for step in curve.steps)]
    axes.step(x, [*y, y[-1]], where="post", color=look.colour, lw=look.width, linestyle=look.dashes)


def _draw_limit(axes: Axes, rule: Rule, found: DistanceCurves, most: float) -> None:
    """The rule's line, with the share of those it speaks of who live within it."""
    curve = {None: found.county, True: found.urban, False: found.rural}[rule.urban]
    share = curve.share_within(rule.limit_m)
    text = f"{_people_words()[rule.urban]} {wording.limit_text(rule)}"
    if share is not None:
        text += f": {share_text(share)}"
    at = float(rule.limit_m) / 1000
    is_right = at > most * _LAST_WRITTEN
    axes.axvline(at, color=MUTED, linewidth=1, linestyle=(0, (2, 2)), zorder=0)
    axes.annotate(
        text, (at, 3), xytext=(-5 if is_right else 5, 0), textcoords="offset points",
        ha="right" if is_right else "left", fontsize=TEXT, color=INK,
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 1},
    )  # fmt: skip


def share_text(share: Fraction) -> str:
    """A share of the people to two decimals; what is not all is never shown as 100%."""
    return "100%" if share == 1 else f"{format_measured(share * 100, Fraction(100))}%"


def _marks(axes: Axes, curve: DistanceCurve, most: float) -> list[Mark]:
    """From each step to the next one."""
    ends = [*(float(step.distance_m) / 1000 for step in curve.steps[1:]), most]
    text = translate("DistanceChart", "within {distance} km: {share} ({people} people)\n{points}")
    return [
        Mark(
            axes, float(step.distance_m) / 1000, end, 0, 102,
            text.format(
                distance=format_rate(step.distance_m / 1000),
                share=share_text(Fraction(step.people, curve.people)),
                people=f"{step.people:,}",
                points=_points(step.points),
            ),
        )
        for step, end in zip(curve.steps, ends, strict=True)
    ]  # fmt: skip


def _points(names: Sequence[str]) -> str:
    text = wording.listed(names[:_MOST_POINTS])
    return text + "…" if len(names) > _MOST_POINTS else text


def _reason(found: DistanceCurves) -> str:
    if not found.sites:
        return translate(
            "DistanceChart",
            "None of these facilities has a place. Set places on the Coverage page or import them, "
            "or choose other facilities above.",
        )
    return translate(
        "DistanceChart",
        "No village or township has both a place and a known population. Import a list of "
        "divisions with places and population.",
    )


def _notes(found: DistanceCurves) -> list[str]:
    notes = []
    for text, names in (
        (
            translate("DistanceChart", "Not counted, population unknown ({count}): {names}"),
            [division.name for division in found.unpopulated],
        ),
        (
            translate("DistanceChart", "Not counted, without a place ({count}): {names}"),
            [division.name for division in found.unplaced],
        ),
        (
            translate("DistanceChart", "Facilities without a place ({count}): {names}"),
            [facility.name for facility in found.unplaced_sites],
        ),
    ):
        if names:
            notes.append(text.format(count=len(names), names=named(names)))
    return notes
