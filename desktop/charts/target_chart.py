"""Targets against the plan: a bar per indicator, as a share of its target."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import Patch
from PySide6.QtCore import QCoreApplication

from desktop import indicator_wording as words
from desktop.charts.looks import (
    GRID,
    HOLDS,
    INK,
    MISSES,
    MUTED,
    UNDERWAY,
    BarLook,
    clean,
    patch,
    say_empty,
    shortened,
    write,
)
from models.catalogue import Language
from models.figures import BLANK
from models.indicator_progress import IndicatorProgress, IndicatorState
from models.stated_indicator import Direction, StatedIndicator

translate = QCoreApplication.translate
Row = tuple[StatedIndicator, IndicatorProgress]
_MOST = 1.6  # a longer bar is cut, with its figure beside it
_LOOKS = {IndicatorState.HOLDS: HOLDS, IndicatorState.MISSED: MISSES}
NAME_LENGTH = 24  # Chinese letters
ROW_HEIGHT = 0.26  # inches


@dataclass(frozen=True)
class _Bar:
    name: str
    share: float
    start: float | None
    figures: str
    state: IndicatorState


def draw_targets(figure: Figure, rows: list[Row], language: Language, font: FontProperties) -> None:
    """Draw the indicators that have a figure as target and one for now; the target is 100 %."""
    bars = [bar for stated, found in rows if (bar := _bar(stated, found, language)) is not None]
    if not bars:
        reason = translate("TargetChart", "No indicator has both a target and a figure yet.")
        say_empty(figure, font, reason)
        return
    axes = clean(figure)
    places = range(len(bars))
    for place, bar in zip(places, bars, strict=True):
        look = state_look(bar.state)
        length = min(bar.share, _MOST)
        axes.barh(
            place, length, 0.6, color=look.fill, hatch=look.hatch, edgecolor="white", linewidth=0
        )
        if bar.start is not None:
            axes.plot([min(bar.start, _MOST)] * 2, [place - 0.38, place + 0.38], color=INK, lw=2)
        axes.text(_MOST + 0.03, place, bar.figures, va="center", fontsize=8, color=INK)
    axes.axvline(1, color=INK, linewidth=1.2, linestyle=(0, (4, 2)))
    axes.set_yticks(list(places), [bar.name for bar in bars])
    axes.set(ylim=(len(bars) - 0.4, -0.6), xlim=(0, _MOST))
    ticks = [0, 0.25, 0.5, 0.75, 1, 1.25, 1.5]
    axes.set_xticks(ticks, [f"{tick:.0%}" for tick in ticks])
    axes.grid(axis="x", color=GRID, linewidth=0.6)
    _legend(figure)
    write(figure, font)
    figure.subplots_adjust(left=0.3, right=0.76, top=1 - 0.6 / figure.get_figheight(),
                           bottom=0.35 / figure.get_figheight())  # fmt: skip


def _bar(stated: StatedIndicator, found: IndicatorProgress, language: Language) -> _Bar | None:
    goal, now = stated.goal, found.now
    if not goal or now is None:
        return None
    start = None if found.start is None else float(found.start.value / goal)
    name = shortened(words.name_text(stated, language), NAME_LENGTH)
    figures = figures_text(stated, found)
    return _Bar(name, float(now.value / goal), start, figures, found.state)


def figures_text(stated: StatedIndicator, found: IndicatorProgress) -> str:
    """Baseline, what the plan amounts to and target, as the Indicators page writes them; a dash
    for what is not known."""
    goal = stated.goal
    text = "{} → {}".format(
        *(
            BLANK if figure is None else words.value_text(stated, figure.value)
            for figure in (found.start, found.now)
        )
    )
    return text if goal is None else f"{text}  ({_goal(stated, goal)})"


def _goal(stated: StatedIndicator, goal: Fraction) -> str:
    """The target with the side it is to be reached from."""
    sign = "≤" if stated.direction is Direction.FALL else "≥"
    return f"{sign} {words.value_text(stated, goal)}"


def state_look(state: IndicatorState) -> BarLook:
    return _LOOKS.get(state, UNDERWAY)


def state_patches() -> list[Patch]:
    """For the legend: how the states of an indicator look."""
    shown = (IndicatorState.HOLDS, IndicatorState.MISSED, IndicatorState.ON_THE_WAY)
    state = words.state_words()
    return [patch(state_look(one), state[one]) for one in shown]


def _legend(figure: Figure) -> None:
    title = translate(
        "TargetChart", "Plan as a share of the target (dashed line: 100%; stroke: baseline)"
    )
    figure.text(0.02, 1 - 0.08 / figure.get_figheight(), title, va="top", fontsize=9, color=MUTED)
    figure.legend(
        handles=state_patches(), loc="upper right", ncols=3, frameon=False, fontsize=8.5,
        labelcolor=INK, bbox_to_anchor=(0.99, 1),
    )  # fmt: skip
