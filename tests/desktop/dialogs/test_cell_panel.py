"""Beside a staff target its three needs: by norm, by workload, by beds, and which binds."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from pytestqt.qtbot import QtBot

from desktop.needs_wording import needs_html, needs_of
from desktop.pages.allocation import AllocationPage
from desktop.session import CountySession
from models.edits import Edit, add
from models.measure import Allocation, Basis, Origin
from models.plan import Nature
from models.rules.rule import Bound, Rule, RuleKind, Source
from models.staff_needs import staff_needs
from models.workload import Activity, ActivityKind, WorkingTime
from models.workload_staffing import workload_result

# (243 − 43) × 6 = 1,200 hours a year, 3,600 of 20 minutes
TIME = WorkingTime("plan", "physicians", *map(Decimal, (243, 11, 20, 7, 5, 6)))
VISITS = Activity("1", "plan", "b", "physicians", ActivityKind.SERVICE, "门诊", 1,
                  minutes=Decimal(20), volume=Decimal(72000))  # fmt: skip


@pytest.fixture
def page(session: CountySession, qtbot: QtBot) -> AllocationPage:
    page = AllocationPage(session)
    qtbot.addWidget(page)
    return page


def lines(page: AllocationPage, facility: str, measure: str) -> list[str]:
    page.show_target(("cell", facility, measure, "planned"))
    html = page.cell_panel.demands.text().replace("&nbsp;", " ")
    return [re.sub("<[^>]+>", "", line) for line in html.split("<br>")]


def test_needs_stand_with_their_sources_and_the_greatest_is_marked(
    session: CountySession, page: AllocationPage
) -> None:
    """Beds: 0.45 × 40 = 18. Workload: 72,000 ÷ 3,600 = 20, which binds."""
    assert session.do(Edit("add", add(TIME, VISITS)))
    assert lines(page, "b", "physicians") == [
        "What the target must meet:",
        "按标准: —",
        "按工作量: 20 ◀ binding",
        "  WISN = 20, 1 activities",
        "按床位: 18",
        "  床医比 ≥ 1:0.45 × 40: at least 18 (第一条)",
    ]
    assert "<b>按工作量: 20" in page.cell_panel.demands.text()


def test_need_that_is_not_known_says_why(session: CountySession, page: AllocationPage) -> None:
    assert "  no activities entered (Workload)" in lines(page, "b", "physicians")
    assert session.do(Edit("add", add(TIME, replace(VISITS, volume=None))))
    found = lines(page, "b", "physicians")
    assert "  无法计算，因为：“门诊”没有填写年工作量" in found
    assert "按床位: 18 ◀ binding" in found


def test_ratio_of_other_staff_is_a_norm(session: CountySession, page: AllocationPage) -> None:
    """1.3 nurses for each of 10 physicians = 13."""
    ten = Allocation("plan", "b", "physicians", Basis.PLANNED, 2025, Decimal(10), Origin.PLANNER)
    assert session.do(Edit("add", add(ten)))
    found = lines(page, "b", "nurses")
    assert "按标准: 13 ◀ binding" in found
    assert "  医护比 ≥ 1:1.3 × 10: at least 13 (第一条)" in found


def test_norm_from_outside_names_its_document_and_is_marked_where_nobody_has_seen_it(
    session: CountySession,
) -> None:
    rule = Rule("x", RuleKind.COUNT, Nature.GUIDING, Bound.AT_LEAST, Fraction(5), "最少", "",
                Source("国家标准", "第二条", "2019", verified=False), measure="nurses",
                per_facility=True)  # fmt: skip
    centre, measures = session.county.facility("b"), session.catalogue.measures
    result = workload_result(session.county, session.plan, "b", "nurses")
    needs = staff_needs(session.county, session.plan, [rule], measures, centre, "nurses", result)
    assert "(国家标准 第二条, to be verified)" in needs_html(needs, session)
    assert needs_of(session, centre, "nurses").norm == ()


def test_beds_have_no_needs_but_what_rules_demand(
    session: CountySession, page: AllocationPage
) -> None:
    assert lines(page, "b", "beds") == [""]
