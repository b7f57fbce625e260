from __future__ import annotations

from collections.abc import Callable

from matplotlib.figure import Figure

from desktop.charts.looks import Pen
from desktop.charts.rate_chart import draw_rates
from desktop.session import CountySession
from models.indicator_levels import levels, rate_levels

Texts = Callable[[], set[str]]


def test_each_rate_with_the_figures_of_the_indicators_page(
    session: CountySession, figure: Figure, pen: Pen, texts: Texts
) -> None:
    """660 planned beds of 100,000 people are 6.6 per 1,000; the plan prints 5.5 and 6."""
    found = levels(session.evaluation, session.catalogue)
    marks = draw_rates(figure, *rate_levels(found, session.catalogue, "beds"), pen)
    assert {"每千人口床位数（张）", "5.50 → 6.60  (≥ 6)", "来源：测试规划"} <= texts()
    (mark,) = marks
    assert mark.text.splitlines()[0] == "每千人口床位数（张）"
    assert "2025: 6.60 (computed)" in mark.text
    assert "target: 6" in mark.text


def test_the_bar_is_as_long_as_the_rate(session: CountySession, figure: Figure, pen: Pen) -> None:
    found = levels(session.evaluation, session.catalogue)
    draw_rates(figure, *rate_levels(found, session.catalogue, "beds"), pen)
    (bar,) = figure.axes[0].patches
    assert round(bar.get_width(), 9) == 6.6  # type: ignore[attr-defined]


def test_without_rates_it_says_what_is_needed(figure: Figure, pen: Pen, texts: Texts) -> None:
    assert draw_rates(figure, (), (), pen) == []
    assert any("population" in text for text in texts())
