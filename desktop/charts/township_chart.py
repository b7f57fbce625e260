"""The gap of each township to a rule's limit, reckoned from its own facilities and people."""

from __future__ import annotations

from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from PySide6.QtCore import QCoreApplication

from desktop import indicator_wording as words
from desktop import wording
from desktop.charts.looks import GRID, HOLDS, INK, MISSES, MUTED, clean, named, say_empty, write
from models.catalogue import Catalogue, Language
from models.figures import format_limit
from models.rules.rule import Bound, Rule
from models.township_gaps import TownshipGap, TownshipGaps

translate = QCoreApplication.translate
ROW_HEIGHT = 0.26  # inches


def draw_townships(
    figure: Figure,
    rule: Rule | None,
    found: TownshipGaps | None,
    catalogue: Catalogue,
    language: Language,
    font: FontProperties,
) -> None:
    """Bars of what each township has, and what it would take; those unknown are named below."""
    if rule is None or found is None:
        reason = translate(
            "TownshipChart", "This indicator is not a rate or ratio of the facilities' figures."
        )
        say_empty(figure, font, reason)
        return
    known = [row for row in found.rows if row.gap is not None]
    if not known:
        reason = translate(
            "TownshipChart",
            "The people of the townships are not known, so no gap can be told by township.",
        )
        say_empty(figure, font, reason)
        return
    known.sort(key=lambda row: (-(row.gap or 0), row.code))
    axes = clean(figure)
    for place, row in enumerate(known):
        have, gap = float(row.have), row.gap or 0
        short = rule.bound is not Bound.AT_MOST
        axes.barh(place, have, 0.6, color=HOLDS.fill, linewidth=0)
        if gap and short:
            axes.barh(
                place, gap, 0.6, left=have, color=MISSES.fill, hatch=MISSES.hatch,
                edgecolor="white", linewidth=0,
            )  # fmt: skip
        axes.text(have + gap * short, place, f"  {_figures(row, short)}", va="center", fontsize=8)
    axes.set_yticks(range(len(known)), [row.name for row in known])
    widest = max(float(row.have) + (row.gap or 0) for row in known)
    axes.set(ylim=(len(known) - 0.4, -0.6), xlim=(0, widest * 1.18 or 1))
    axes.grid(axis="x", color=GRID, linewidth=0.6)
    _captions(figure, rule, found, catalogue, language)
    write(figure, font)
    height = figure.get_figheight()
    figure.subplots_adjust(left=0.2, right=0.97, top=1 - 0.45 / height, bottom=0.75 / height)


def _figures(row: TownshipGap, short: bool) -> str:
    if not row.gap:
        return format_limit(row.have)
    sign = "+" if short else "−"
    return f"{format_limit(row.have)} {sign} {row.gap:,}"


def _captions(
    figure: Figure, rule: Rule, found: TownshipGaps, catalogue: Catalogue, language: Language
) -> None:
    height = figure.get_figheight()
    unit = words.count_unit(rule.measure, catalogue, language)
    title = translate(
        "TownshipChart",
        "{measure} ({unit}): planned (blue), and missing to {limit} if each township had to meet "
        "it by itself (hatched)",
    ).format(
        measure=catalogue.measure_name(rule.measure, language),
        unit=unit,
        limit=wording.limit_text(rule),
    )
    figure.text(0.02, 1 - 0.08 / height, title, va="top", fontsize=9, color=MUTED)
    notes = []
    unknown = [row.name for row in found.rows if row.gap is None]
    if unknown:
        text = translate("TownshipChart", "Not shown, for want of figures ({count}): {names}")
        notes.append(text.format(count=len(unknown), names=named(unknown)))
    if found.elsewhere:
        text = translate("TownshipChart", "In facilities without a township: {amount} {unit}")
        notes.append(text.format(amount=format_limit(found.elsewhere), unit=unit))
    figure.text(0.02, 0.08 / height, "\n".join(notes), va="bottom", fontsize=8, color=INK)
