from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from matplotlib.figure import Figure

from desktop.charts.looks import Pen
from desktop.charts.span_chart import draw_spans
from desktop.session import CountySession
from models.indicator_levels import TargetLevels, levels, target_levels

Texts = Callable[[], set[str]]


def drawn(session: CountySession, figure: Figure, pen: Pen) -> list[float]:
    """Where signs stand, in the order in which they are drawn, as shares of the target."""
    found = target_levels(levels(session.evaluation, session.catalogue))
    draw_spans(figure, replace(found, shown=found.shown[:1]), pen)
    signs = [line for line in figure.axes[0].lines if line.get_marker() not in ("None", None)]
    return [round(float(line.get_xdata()[0]), 6) for line in signs]  # type: ignore[index]


def test_target_baseline_and_plan_stand_at_their_share_of_the_target(
    session: CountySession, figure: Figure, pen: Pen
) -> None:
    """Beds: 5.5 and 6.6 of 6."""
    assert drawn(session, figure, pen) == [1, round(5.5 / 6, 6), 1.1]


def test_names_and_figures_of_every_indicator(
    session: CountySession, figure: Figure, pen: Pen, texts: Texts
) -> None:
    found = target_levels(levels(session.evaluation, session.catalogue))
    marks = draw_spans(figure, found, pen)
    # Staff per bed: (650 + 60 + 28) ÷ (500 + 40 + 20) = 1.318
    assert {"床人比", "1:1.20 → 1:1.32  (≥ 1:1.4)", "5.50 → 6.60  (≥ 6)"} <= texts()
    assert len(marks) == len(found.shown)
    assert any("其中：公立医院" in text and "not a figure" in text for text in texts())


def test_without_figures_it_says_what_to_do(figure: Figure, pen: Pen, texts: Texts) -> None:
    assert draw_spans(figure, TargetLevels((), (), ()), pen) == []
    assert any("Import the table of indicators" in text for text in texts())
