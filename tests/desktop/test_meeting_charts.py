from __future__ import annotations

from decimal import Decimal

import pytest
from matplotlib.figure import Figure

from desktop.chart_question import ChartName, ChartQuestion
from desktop.charts.looks import Mark
from desktop.meeting_charts import EMERGENCY, MEETING_CHARTS
from desktop.session import CountySession
from models.edits import Change, Edit, add, remove
from models.facility import Facility
from models.measure import Allocation, Basis, Origin
from models.plan import Plan


def set_staff(session: CountySession, measure: str, value: int) -> None:
    cell = Allocation("plan", "h", measure, Basis.PLANNED, 2025, Decimal(value), Origin.PLANNER)
    assert session.do(Edit("人员", add(cell)))


def test_measures_and_bases_are_those_with_figures(session: CountySession) -> None:
    sort = MEETING_CHARTS[ChartName.DISTRIBUTION]
    assert sort.subjects(session) == [("床位", "beds")]
    assert [basis for _, basis in sort.bases(session, "beds")] == [
        "planned", "actual", "authorised",
    ]  # fmt: skip
    set_staff(session, "nurses", 200)
    assert [subject for _, subject in sort.subjects(session)] == ["beds", "nurses"]
    assert sort.bases(session, "nurses") == [("规划 (2025)", "planned")]


def test_rules_of_facilities_are_offered_and_one_with_figures_is_the_usual(
    session: CountySession,
) -> None:
    sort = MEETING_CHARTS[ChartName.RATIOS]
    rules = [rule for _, rule in sort.subjects(session)]
    assert rules == ["test.staff-per-bed", "test.physicians-per-bed", "test.nurses-per-physician"]
    assert sort.usual(session) == ChartQuestion("test.staff-per-bed")
    set_staff(session, "physicians", 200)
    assert sort.usual(session) == ChartQuestion("test.physicians-per-bed", Basis.PLANNED)


def test_emergency_sites_and_the_types_that_there_are(session: CountySession) -> None:
    subjects = [s for _, s in MEETING_CHARTS[ChartName.DISTANCE].subjects(session)]
    assert subjects == [
        EMERGENCY, "general-hospital", "township-health-centre", "unspecified",
    ]  # fmt: skip


def test_charts_of_the_same_figures_are_equal_and_of_others_not(session: CountySession) -> None:
    for sort in MEETING_CHARTS.values():
        question = sort.usual(session)
        assert sort.chart(session, question) == sort.chart(session, question)
    sort = MEETING_CHARTS[ChartName.DISTRIBUTION]
    before = sort.chart(session, sort.usual(session))
    set_staff(session, "nurses", 200)
    assert sort.chart(session, sort.usual(session)) == before
    (cell,) = [
        a for a in session.county.table(Allocation).values()
        if (a.facility_id, a.basis) == ("h", Basis.PLANNED) and a.measure == "beds"
    ]  # fmt: skip
    assert session.do(Edit("床位", remove(cell)))
    assert sort.chart(session, sort.usual(session)) != before


@pytest.mark.parametrize("name", list(ChartName))
def test_every_chart_of_a_plan_without_anything_says_why_and_where_to_mend_it(
    session: CountySession, name: ChartName
) -> None:
    bare = Plan("bare", "空", "", "", 2020, 2025, "")
    placed = [f for f in session.county.facilities if f.place]
    unplaced = [
        Change(f, Facility(f.id, f.name, f.facility_class, f.facility_type)) for f in placed
    ]
    assert session.do(Edit("空", (*add(bare), *unplaced)))
    session.choose_plan("bare")
    sort, figure = MEETING_CHARTS[name], Figure(figsize=(10, 5))
    chart = sort.chart(session, sort.usual(session))
    assert chart.is_empty
    assert chart.remedy in {"allocation", "coverage", "divisions", "indicators", "rules"}
    assert chart.draw(figure, session) == []
    (reason,) = figure.texts
    assert len(reason.get_text()) > 20


def test_a_chart_of_dazu_marks_exact_figures(dazu: CountySession) -> None:
    sort = MEETING_CHARTS[ChartName.DISTRIBUTION]
    marks: list[Mark] = sort.chart(dazu, sort.usual(dazu)).draw(Figure(figsize=(10, 5)), dazu)
    planned = dazu.county.column(dazu.plan.id, "beds", Basis.PLANNED, 2025)
    total = sum(cell.value for cell in planned.values())
    assert marks[0].text.splitlines()[0] == f"County: {total:,} 张"
