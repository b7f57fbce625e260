"""The line under the allocation table follows every edit."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.pages.allocation import AllocationPage
from desktop.session import CountySession
from models.county import cell_change
from models.edits import Change, Edit
from models.measure import Basis
from models.plan import Population, PopulationGroup, PopulationOrigin


def page_of(session: CountySession, qtbot: QtBot) -> AllocationPage:
    page = AllocationPage(session)
    qtbot.addWidget(page)
    return page


def plan_beds(session: CountySession, facility_id: str, more: int) -> None:
    key = (session.plan.id, facility_id, "beds", Basis.PLANNED, session.plan.target_year)
    before = session.county.allocation(*key)
    assert before is not None
    change = cell_change(session.county, key, replace(before, value=before.value + more))
    assert change is not None
    assert session.do(Edit("床位", (change,)))


def test_each_class_of_dazus_standard_is_told_exactly(dazu: CountySession, qtbot: QtBot) -> None:
    page = page_of(dazu, qtbot)
    # The published primary institutions add up to ten beds more than the standard prints.
    assert "全区 6114 / 6104, 10 over" in page.standard.text()
    assert "医院 3674 / 3674, none left" in page.standard.text()
    hospital = next(
        f.id
        for f in dazu.county.facilities
        if f.facility_class == "hospital"
        and dazu.county.allocation(dazu.plan.id, f.id, "beds", Basis.PLANNED, 2025)
    )
    plan_beds(dazu, hospital, 10)
    assert "全区 6124 / 6104, 20 over" in page.standard.text()
    assert "医院 3684 / 3674, 10 over" in page.standard.text()
    assert "基层医疗卫生机构 2140 / 2130, 10 over" in page.standard.text()
    plan_beds(dazu, hospital, -25)
    assert "医院 3659 / 3674, 15 left" in page.standard.text()


def test_without_a_printed_standard_the_bed_rate_counts(
    session: CountySession, qtbot: QtBot
) -> None:
    page = page_of(session, qtbot)
    assert "全县 660 / 600, 60 over" in page.standard.text()
    plan_beds(session, "h", -61)
    assert "全县 599 / 600, 1 left" in page.standard.text()
    assert page.standard.toolTip() == "每千人口床位数 × 100,000 residents of 2020"


def test_other_people_leave_other_beds(session: CountySession, qtbot: QtBot) -> None:
    page = page_of(session, qtbot)
    people = Population(2025, PopulationGroup.RESIDENT, 120_000, PopulationOrigin.ENTERED)
    assert session.do(Edit("人口", (Change(None, people),)))
    assert "全县 660 / 720, 60 left" in page.standard.text()


def test_it_says_what_is_missing_and_stays_in_view(session: CountySession, qtbot: QtBot) -> None:
    page = page_of(session, qtbot)
    people = session.county.populations[0]
    assert session.do(Edit("人口", (Change(people, None),)))
    assert page.standard.text() == "What is left to place is not known: no population for 2025"
    plan = session.plan
    assert session.do(Edit("规则", (Change(plan, replace(plan, rule_set="")),)))
    assert page.standard.text().startswith("The plan states no bed standard")
    assert not page.standard.isHidden()
    assert page.standard.textFormat() != Qt.TextFormat.RichText
