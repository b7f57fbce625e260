from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from matplotlib.figure import Figure

from desktop.charts.distance_chart import draw_distances, share_text
from desktop.charts.looks import Pen
from desktop.session import CountySession
from models.distance_curve import DistanceCurve, DistanceCurves, DistanceStep
from models.rules.rule import RuleKind

Texts = Callable[[], set[str]]
RURAL = DistanceCurve(
    (DistanceStep(Fraction(0), 600, ("甲镇",)), DistanceStep(Fraction(12345), 900, ("乙镇",))), 900
)
URBAN = DistanceCurve((DistanceStep(Fraction(2000), 100, ("丙街道",)),), 100)
ALL = DistanceCurve(
    (
        DistanceStep(Fraction(0), 600, ("甲镇",)),
        DistanceStep(Fraction(2000), 700, ("丙街道",)),
        DistanceStep(Fraction(12345), 1000, ("乙镇",)),
    ),
    1000,
)
CURVES = DistanceCurves(ALL, URBAN, RURAL, 2, (), (), ())


def test_the_share_of_the_people_by_distance_with_the_limit_of_the_rule(
    session: CountySession, figure: Figure, pen: Pen, texts: Texts
) -> None:
    """Within 10 km live 600 of 900 rural people."""
    limits = [rule for rule in session.rules if rule.kind is RuleKind.RADIUS]
    marks = draw_distances(figure, CURVES, limits, pen)
    assert any("rural ≤ 10" in text and text.endswith("66.67%") for text in texts())
    assert any("straight line" in text for text in texts())
    assert [mark.text.splitlines() for mark in marks] == [
        ["within 0.00 km: 60.00% (600 people)", "甲镇"],
        ["within 2.00 km: 70.00% (700 people)", "丙街道"],
        ["within 12.35 km: 100% (1,000 people)", "乙镇"],
    ]


def test_urban_and_rural_people_have_lines_of_their_own_where_there_are_both(
    figure: Figure, pen: Pen
) -> None:
    draw_distances(figure, CURVES, [], pen)
    assert len(figure.axes[0].lines) == 3
    assert len({line.get_linestyle() for line in figure.axes[0].lines}) >= 2
    draw_distances(figure, replace(CURVES, urban=DistanceCurve((), 0)), [], pen)
    assert len(figure.axes[0].lines) == 1


def test_what_is_not_all_is_not_100_per_cent() -> None:
    assert share_text(Fraction(99999, 100000)) == "99.999%"
    assert share_text(Fraction(1)) == "100%"


def test_without_sites_or_people_it_says_what_to_do(figure: Figure, pen: Pen, texts: Texts) -> None:
    nobody = DistanceCurve((), 0)
    assert (
        draw_distances(figure, DistanceCurves(nobody, nobody, nobody, 0, (), (), ()), [], pen) == []
    )
    assert any("None of these facilities has a place" in text for text in texts())
    draw_distances(figure, DistanceCurves(nobody, nobody, nobody, 1, (), (), ()), [], pen)
    assert any("known population" in text for text in texts())
