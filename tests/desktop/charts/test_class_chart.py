from __future__ import annotations

from collections.abc import Callable

from matplotlib.figure import Figure

from desktop.charts.class_chart import draw_classes
from desktop.charts.looks import Pen
from desktop.session import CountySession
from models.class_amounts import ClassAmounts, TownshipAmounts, class_amounts
from models.measure import Basis

Texts = Callable[[], set[str]]


def test_the_county_by_class_and_its_townships(
    session: CountySession, figure: Figure, pen: Pen, texts: Texts
) -> None:
    """Hospitals 500 + 100 of 660 beds are 90.9 %; 甲镇 has 540, 远镇 20, the group row no place."""
    found = class_amounts(session.county, session.plan, "beds", Basis.PLANNED, 2025)
    marks = draw_classes(figure, found, "张", pen)
    assert {"90.9%", "9.1%", "医院 600", "基层医疗卫生机构 60", "甲镇", "540", "20"} <= texts()
    assert any("100 张" in text and "社会办医院（未列名）" in text for text in texts())
    assert [mark.text.splitlines()[0] for mark in marks] == [
        "County: 660 张", "甲镇: 540 张", "远镇: 20 张",
    ]  # fmt: skip
    assert "医院: 500 张" in marks[1].text


def test_classes_differ_by_more_than_colour(
    session: CountySession, figure: Figure, pen: Pen
) -> None:
    found = class_amounts(session.county, session.plan, "beds", Basis.PLANNED, 2025)
    draw_classes(figure, found, "张", pen)
    hatches = {patch.get_hatch() for patch in figure.axes[0].patches}
    assert len(hatches) == 2


def test_without_figures_it_says_what_to_do(figure: Figure, pen: Pen, texts: Texts) -> None:
    nothing = ClassAmounts(TownshipAmounts(None, ()), (), (), (), 4)
    assert draw_classes(figure, nothing, "张", pen) == []
    assert any("Allocation page" in text for text in texts())
