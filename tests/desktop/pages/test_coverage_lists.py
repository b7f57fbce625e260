"""The planner's own question, answered on the map and in the lists beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from desktop.map.map_data import PointState
from desktop.pages.coverage import CoveragePage
from desktop.pages.coverage_panel import FactTab
from models.facility import FacilityType
from models.geography import Division, DivisionKind
from tests.desktop.pages.coverage_county import (
    CLINIC,
    HOSPITAL,
    NEAR,
    RECORDS,
)


@pytest.fixture
def page(open_coverage_page: Callable[..., CoveragePage]) -> CoveragePage:
    return open_coverage_page(*RECORDS)


def ask(page: CoveragePage, km: float, *types: FacilityType) -> None:
    page.panel.question.types.choose(frozenset(types))
    page.panel.question.emergency.setChecked(not types)
    page.panel.question.radius.setValue(km)


def rows(page: CoveragePage, tab: FactTab) -> list[list[str]]:
    page.panel.tabs.setCurrentWidget(tab)
    model = tab.view.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def rows_text(page: CoveragePage, tab: FactTab) -> str:
    page.panel.tabs.setCurrentWidget(tab)
    return tab.text.text()


def test_a_question_is_answered_on_the_map_and_in_the_lists(page: CoveragePage) -> None:
    """Near lies 1.93 km east of the hospital, far 24.2 km."""
    ask(page, 1.5)
    assert page.rule_picker.currentData() == "question"
    assert {p.name: p.state for p in page.data.points} == {
        "近镇": PointState.UNCOVERED,
        "远镇": PointState.UNCOVERED,
    }
    uncovered = rows(page, page.panel.uncovered)
    assert [row[0] for row in uncovered] == ["近镇", "远镇"]  # the largest first
    assert [row[1] for row in uncovered] == ["3,000", "1,000"]
    assert "2 points (4,000 人) are farther" in page.panel.uncovered.text.text()
    ask(page, 2)
    assert [row[0] for row in rows(page, page.panel.uncovered)] == ["远镇"]


def test_people_that_are_unknown_are_not_told_as_none(
    open_coverage_page: Callable[..., CoveragePage],
) -> None:
    page = open_coverage_page(*RECORDS[:3], replace(NEAR, population=None))
    ask(page, 1.5)
    assert rows(page, page.panel.served)[0][:4] == ["县医院", "人口不明", "1", "1"]
    assert "1 points (人口不明) are farther" in rows_text(page, page.panel.uncovered)
    ask(page, 2)
    assert "0 points (0 人) are farther" in rows_text(page, page.panel.uncovered)


def test_the_nearest_of_each_type_is_listed_with_its_distance(
    open_coverage_page: Callable[..., CoveragePage],
) -> None:
    page = open_coverage_page(*RECORDS, CLINIC)
    near, far = rows(page, page.panel.nearest)
    assert [cell.split()[-1] for cell in near] == ["近镇", "县医院", "远村室"]
    assert float(near[1].split()[0]) == pytest.approx(1.935, abs=0.006)
    assert float(far[2].split()[0]) == pytest.approx(0)


def test_nobody_looks_beyond_the_own_township_where_that_is_asked(
    open_coverage_page: Callable[..., CoveragePage],
) -> None:
    page = open_coverage_page(*RECORDS, CLINIC)
    page.panel.question.within_township.setChecked(True)
    near, far = rows(page, page.panel.nearest)
    assert near[1:] == ["—", "—"]  # the hospital is of no township
    assert far[2].endswith("远村室")


def test_people_served_and_covered_twice_are_counted_and_unknown_ones_named(
    open_coverage_page: Callable[..., CoveragePage],
) -> None:
    unknown = Division("4", "不明镇", DivisionKind.TOWN, None, False, 105.701, 29.70)
    page = open_coverage_page(*RECORDS, replace(HOSPITAL, id="h2", name="二院"), unknown)
    ask(page, 3)
    served = {row[0]: row[1:4] for row in rows(page, page.panel.served)}
    assert served == {"县医院": ["4,000", "3", "1"], "二院": ["0", "0", "0"]}
    text = page.panel.served.text.text()
    assert "of no facility 1,000, of one 0, of two 3,000" in text
    assert "不明镇" in text


def test_facilities_nobody_would_miss_are_listed(
    open_coverage_page: Callable[..., CoveragePage],
) -> None:
    page = open_coverage_page(*RECORDS, replace(HOSPITAL, id="h2", name="二院"))
    ask(page, 3)
    assert {row[0]: row[1] for row in rows(page, page.panel.removable)} == {
        "县医院": "—",  # either of the two, not both
        "二院": "yes",
    }


def test_a_row_of_any_list_selects_on_the_map(page: CoveragePage) -> None:
    page.show()
    page.panel.tabs.setCurrentWidget(page.panel.served)
    page.panel.served.view.choose(0)
    assert page.session.selection == ("facility", "h")
    assert page.canvas.selected is not None
    assert page.canvas.selected.target == ("facility", "h")
    page.session.select(("division", "2"))
    page.panel.tabs.setCurrentWidget(page.panel.nearest)
    assert page.panel.nearest.view.chosen == 1
