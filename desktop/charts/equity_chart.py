"""Equity: each township's share of a resource against its share of the people, and Lorenz curve."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from PySide6.QtCore import QCoreApplication

from desktop.charts.looks import (
    BLUE,
    GRID,
    HOLLOW,
    INK,
    LIMIT_DASHES,
    MUTED,
    PALE,
    TEXT,
    Mark,
    Pen,
    Sign,
    axes_in,
    lay_out,
    named,
    say_empty,
    write,
)
from models.equity import Equity, TownshipShare
from models.figures import format_grouped, format_rate

translate = QCoreApplication.translate
_ROW = 0.24  # inches
_LEAST_BODY = 3.6  # inches
_AXIS = 0.5  # inches of the figures below the axes, and what they are
_NAMES, _BETWEEN = 1.4, 0.9  # inches beside the shares, and before the curve
_AMOUNT = Sign("D", BLUE, 6.5)
_GINI_DECIMALS = 3


def draw_equity(figure: Figure, found: Equity, measure: str, pen: Pen) -> list[Mark]:
    """Draw the shares at the left and the Lorenz curve at the right; `measure` is its name."""
    if found.gini is None:
        say_empty(figure, pen.font, _reason(found))
        return []
    rows = len(found.shares)
    room = lay_out(
        figure, pen, max(_LEAST_BODY, rows * _ROW) + _AXIS, _explanation(found, measure),
        _notes(found), _handles(measure),
    )  # fmt: skip
    bottom = room.bottom + _AXIS
    side = min(room.top - bottom, room.width * 0.42)
    curve = axes_in(figure, room.width - side - 0.25, room.top - side, room.width - 0.25, room.top)
    shares = axes_in(figure, _NAMES, bottom, room.width - side - _BETWEEN - 0.25, room.top)
    marks = [*_draw_shares(shares, found, measure), *_draw_curve(curve, found, measure)]
    write(figure, pen.font)
    return marks


def _reason(found: Equity) -> str:
    if not found.shares:
        return translate(
            "EquityChart",
            "The people of no township are known. Enter them with the divisions, or import a list "
            "of divisions with their population.",
        )
    return translate(
        "EquityChart",
        "No facility that stands in a township has a figure of this measure on this basis. Enter "
        "figures on the Allocation page, give the facilities their townships, or choose another "
        "measure or basis above.",
    )


def _explanation(found: Equity, measure: str) -> str:
    assert found.gini is not None
    text = translate(
        "EquityChart",
        "Gini coefficient of {measure} by people of the townships: {gini} (0: each township has "
        "its people's share; towards 1: one has all).",
    )
    return text.format(measure=measure, gini=format_rate(found.gini, _GINI_DECIMALS))


def _handles(measure: str) -> list[Line2D]:
    people = translate("EquityChart", "share of the people")
    amount = translate("EquityChart", "share of {measure}").format(measure=measure)
    even = translate("EquityChart", "even")
    return [
        HOLLOW.handle(people),
        _AMOUNT.handle(amount),
        Line2D([], [], color=INK, lw=1, linestyle=LIMIT_DASHES, label=even),
    ]


def _draw_shares(axes: Axes, found: Equity, measure: str) -> list[Mark]:
    """Most per head first, as the curve is read from its upper end."""
    rows = found.shares[::-1]
    people = sum(row.people for row in rows)
    amounts = sum((Fraction(row.amount) for row in rows), Fraction())
    shares = [(Fraction(row.people, people), Fraction(row.amount) / amounts) for row in rows]
    for place, (of_people, of_amount) in enumerate(shares):
        x, y = float(of_people) * 100, float(of_amount) * 100
        axes.plot([x, y], [place] * 2, color=MUTED, lw=1.4, zorder=1)
        _AMOUNT.put(axes, y, place)
        HOLLOW.put(axes, x, place)
    axes.set_yticks(range(len(rows)), [row.division.name for row in rows])
    most = float(max(max(pair) for pair in shares)) * 104
    axes.set(xlim=(-most * 0.02, most), ylim=(len(rows) - 0.5, -0.5))
    axes.xaxis.set_major_formatter("{x:g}%")
    axes.grid(axis="x", color=GRID, linewidth=0.6)
    return [
        Mark(
            axes, -most, most, place - 0.5, place + 0.5,
            _mark_text(row, measure, *pair),
        )
        for place, (row, pair) in enumerate(zip(rows, shares, strict=True))
    ]  # fmt: skip


def _draw_curve(axes: Axes, found: Equity, measure: str) -> list[Mark]:
    x = [float(point[0]) * 100 for point in found.curve]
    y = [float(point[1]) * 100 for point in found.curve]
    axes.fill_between(x, x, y, color=PALE, alpha=0.5, linewidth=0)
    axes.plot([0, 100], [0, 100], color=INK, lw=1, linestyle=LIMIT_DASHES)
    axes.plot(x, y, "-o", color=BLUE, lw=1.8, markersize=3.5)
    axes.set(xlim=(0, 100.5), ylim=(0, 100.5), aspect="equal")
    axes.set_xlabel(
        translate("EquityChart", "people added up, the worst off first"), fontsize=TEXT, color=MUTED
    )
    axes.set_ylabel(
        translate("EquityChart", "{measure} added up").format(measure=measure),
        fontsize=TEXT, color=MUTED,
    )  # fmt: skip
    ticks = range(0, 101, 20)
    labels = [f"{tick}%" for tick in ticks]
    axes.set_xticks(ticks, labels)
    axes.set_yticks(ticks, labels)
    axes.grid(color=GRID, linewidth=0.6)
    text = translate("EquityChart", "{people}% of the people have {amount}% of {measure}")
    return [
        Mark(
            axes, float(x0) * 100, float(x1) * 100, 0, 100,
            f"{row.division.name}\n"
            + text.format(
                people=format_rate(x1 * 100, 1), amount=format_rate(y1 * 100, 1), measure=measure
            ),
        )
        for row, ((x0, _), (x1, y1)) in zip(found.shares, pairwise(found.curve), strict=True)
    ]  # fmt: skip


def _mark_text(row: TownshipShare, measure: str, of_people: Fraction, of_amount: Fraction) -> str:
    text = translate(
        "EquityChart",
        "{name}\nPeople: {people} ({share_of_people}%)\n{measure}: {amount} ({share_of_amount}%)\n"
        "per 1,000 people: {rate}",
    )
    return text.format(
        name=row.division.name,
        people=f"{row.people:,}",
        share_of_people=format_rate(of_people * 100, 1),
        measure=measure,
        amount=format_grouped(Fraction(row.amount)),
        share_of_amount=format_rate(of_amount * 100, 1),
        rate=format_rate(Fraction(row.amount) * 1000 / row.people),
    )


def _notes(found: Equity) -> list[str]:
    notes = []
    if found.unpopulated:
        text = translate("EquityChart", "Left out, people not known ({count}): {names}")
        names = [division.name for division in found.unpopulated]
        notes.append(text.format(count=len(names), names=named(names)))
    if found.unplaced:
        shared = sum((Fraction(share.amount) for share in found.shares), Fraction())
        text = translate(
            "EquityChart",
            "Left out, in no township: {amount}, beside the {shared} shown ({names})",
        )
        notes.append(
            text.format(
                amount=format_grouped(Fraction(found.unplaced_amount)),
                shared=format_grouped(shared),
                names=named([facility.name for facility in found.unplaced]),
            )
        )
    if found.blank:
        text = translate("EquityChart", "Facilities whose figure is blank: {count} (not counted)")
        notes.append(text.format(count=found.blank))
    return notes
