"""One indicator by year: the planned line, the yearly steps and what was reached."""

from __future__ import annotations

from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from PySide6.QtCore import QCoreApplication

from desktop import indicator_wording as words
from desktop.charts.looks import BLUE, GRID, INK, MUTED, ORANGE, clean, say_empty, write
from models.catalogue import Language
from models.indicator_progress import YearFigure
from models.midterm_review import PlannedBy, ReviewRow

translate = QCoreApplication.translate


def draw_trend(
    figure: Figure,
    rows: dict[int, ReviewRow],
    plan: YearFigure | None,
    language: Language,
    font: FontProperties,
) -> None:
    """Draw one indicator's row of each year of the plan, and what the plan amounts to."""
    planned = [(year, row.planned) for year, row in rows.items() if row.planned is not None]
    actual = [(year, row.actual) for year, row in rows.items() if row.actual is not None]
    if not planned and not actual:
        reason = translate("TrendChart", "No year has a figure yet.")
        say_empty(figure, font, reason)
        return
    first = next(iter(rows.values()))
    stated = first.stated
    axes = clean(figure)
    if planned:
        axes.plot(
            [year for year, _ in planned], [float(v) for _, v in planned], "s--", color=ORANGE,
            markerfacecolor="white", linewidth=1.4, label=translate("TrendChart", "planned"),
        )  # fmt: skip
    if actual:
        axes.plot(
            [year for year, _ in actual], [float(f.value) for _, f in actual], "o-", color=BLUE,
            linewidth=2, label=translate("TrendChart", "actual"),
        )  # fmt: skip
    if plan is not None:
        axes.plot(
            [plan.year], [float(plan.value)], "D", color=INK, markersize=8,
            label=translate("TrendChart", "what the plan amounts to"),
        )  # fmt: skip
    beside = [(y, f.value) for y, f in actual if f.value != rows[y].planned]
    if plan is not None and plan.value != rows[plan.year].planned:
        beside.append((plan.year, plan.value))
    for points, down in ((planned, -14), (beside, 8)):
        for year, value in points:
            axes.annotate(
                words.value_text(stated, value), (year, float(value)), xytext=(0, down),
                textcoords="offset points", ha="center", fontsize=8.5, color=INK,
            )  # fmt: skip
    axes.set_xticks(list(rows), [str(year) for year in rows])
    axes.set_xlim(min(rows) - 0.4, max(rows) + 0.4)
    axes.margins(y=0.2)
    axes.grid(axis="y", color=GRID, linewidth=0.6)
    axes.legend(frameon=False, fontsize=8.5, labelcolor=INK, loc="best")
    axes.set_title(_title(rows, language), loc="left", fontsize=9.5, color=MUTED)
    write(figure, font)
    figure.subplots_adjust(left=0.08, right=0.96, top=0.88, bottom=0.1)


def _title(rows: dict[int, ReviewRow], language: Language) -> str:
    first = next(iter(rows.values()))
    name = words.name_text(first.stated, language)
    goal = translate("TrendChart", "{name}, target {goal}").format(
        name=name, goal=words.goal_text(first.stated)
    )
    if any(row.planned_by is PlannedBy.STEPS for row in rows.values()):
        return goal + translate("TrendChart", " (planned: yearly steps of the facilities)")
    return goal
