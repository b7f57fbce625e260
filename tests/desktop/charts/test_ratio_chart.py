from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from matplotlib.figure import Figure

from desktop.charts.looks import Pen
from desktop.charts.ratio_chart import draw_ratios
from desktop.session import CountySession
from models.facility_ratios import FacilityRatio, FacilityRatios, facility_ratios
from models.measure import Basis
from models.rules.rule import Bound

Texts = Callable[[], set[str]]


def ratios(session: CountySession) -> FacilityRatios:
    rule = next(rule for rule in session.rules if rule.id == "test.staff-per-bed")
    return facility_ratios(rule, session.county, session.plan, Basis.PLANNED, 2025)


def dots(figure: Figure) -> list[tuple[object, float]]:
    """Shape and place of the dots from above."""
    lines = [line for line in figure.axes[0].lines if line.get_marker() in ("o", "v")]
    return [
        (line.get_marker(), round(float(line.get_xdata()[0]), 6))  # type: ignore[index]
        for line in lines
    ]


def test_who_misses_the_line_has_another_shape_and_its_name(
    session: CountySession, figure: Figure, pen: Pen, texts: Texts
) -> None:
    marks = draw_ratios(figure, ratios(session), pen)
    assert dots(figure) == [("v", 1.3), ("o", 1.4), ("o", 1.5)]
    assert {"甲医院", "1:1.30  (650 ÷ 500)", "1:1.4  (28 ÷ 20)", "miss it: 1"} <= texts()
    assert marks[0].text.startswith("甲医院: 1:1.30 (≥ 1:1.4)\n")
    assert any("社会办医院（未列名）" in text for text in texts())  # it has beds, but no staff


def test_of_an_upper_bound_the_most_is_the_worst(
    session: CountySession, figure: Figure, pen: Pen
) -> None:
    found = ratios(session)
    other = replace(found, rule=replace(found.rule, bound=Bound.AT_MOST))
    draw_ratios(figure, other, pen)
    assert [place for _, place in dots(figure)] == [1.5, 1.4, 1.3]


def test_of_very_many_only_those_below_are_named(
    session: CountySession, figure: Figure, pen: Pen, texts: Texts
) -> None:
    found = ratios(session)
    below, exact = found.rows[0], found.rows[1]
    many = [
        FacilityRatio(replace(exact.facility, id=str(n), name=f"第{n}卫生院"), Fraction(14),
                      Fraction(10), Fraction(14, 10), True)
        for n in range(60)
    ]  # fmt: skip
    marks = draw_ratios(figure, replace(found, rows=(below, *many)), pen)
    assert "甲医院" in texts()
    assert "第59卫生院" not in texts()
    assert marks[-1].text.startswith("第59卫生院")  # but pointed at, each is named
    assert figure.get_figheight() < 8


def test_without_both_figures_it_says_which_are_needed(
    session: CountySession, figure: Figure, pen: Pen, texts: Texts
) -> None:
    found = ratios(session)
    assert draw_ratios(figure, replace(found, rows=()), pen) == []
    assert any("卫生人员 and 床位" in text for text in texts())
