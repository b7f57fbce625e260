from __future__ import annotations

from collections.abc import Callable

from matplotlib.figure import Figure

from desktop.charts.equity_chart import draw_equity
from desktop.charts.looks import Pen
from desktop.session import CountySession
from models.equity import Equity, equity
from models.measure import Basis

Texts = Callable[[], set[str]]


def test_shares_curve_and_coefficient(
    session: CountySession, figure: Figure, pen: Pen, texts: Texts
) -> None:
    """远镇: 20 beds of 40,000 people, 甲镇: 540 of 60,000. Curve (0, 0), (0.4, 1/28), (1, 1):
    1 − 0.4 × 1/28 − 0.6 × 29/28 = 0.364."""
    found = equity(session.county, session.plan, "beds", Basis.PLANNED, 2025)
    marks = draw_equity(figure, found, "床位", pen)
    assert any("0.364" in text for text in texts())
    assert {"甲镇", "远镇"} <= texts()
    left_out = "Left out, in no township: 100, beside the 560 shown (社会办医院（未列名）)"
    assert any(left_out in text for text in texts())
    assert marks[0].text.splitlines() == [
        "甲镇", "People: 60,000 (60.0%)", "床位: 540 (96.4%)", "per 1,000 people: 9.00",
    ]  # fmt: skip
    assert marks[2].text == "远镇\n40.0% of the people have 3.6% of 床位"
    curve = figure.axes[0].lines[1].get_xydata()
    assert [[round(float(v), 3) for v in point] for point in curve] == [
        [0, 0], [40, 3.571], [100, 100],
    ]  # fmt: skip


def test_without_people_it_says_so(figure: Figure, pen: Pen, texts: Texts) -> None:
    assert draw_equity(figure, Equity((), (), (), 0), "床位", pen) == []
    assert any("people of no township are known" in text for text in texts())


def test_without_figures_it_says_so(
    session: CountySession, figure: Figure, pen: Pen, texts: Texts
) -> None:
    found = equity(session.county, session.plan, "icu-beds", Basis.PLANNED, 2025)
    assert draw_equity(figure, found, "重症床位", pen) == []
    assert any("has a figure of this measure" in text for text in texts())
