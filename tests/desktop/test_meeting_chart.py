from __future__ import annotations

from matplotlib.figure import Figure

from desktop.chart_question import ChartQuestion
from desktop.charts.looks import Mark, Pen
from desktop.meeting_chart import Chart, MeetingChart, Offer
from desktop.session import CountySession
from models.facility import FacilityClass
from models.measure import Basis


class TwoSubjects(MeetingChart):
    """Of two subjects the second has figures, on two bases."""

    def subjects(self, session: CountySession) -> Offer:
        return [("空", "blank"), ("满", "filled")]

    def bases(self, session: CountySession, subject: str) -> Offer:
        filled = [("规划", "planned"), ("实有", "actual")]
        return filled if subject == "filled" else []


def test_the_usual_question_is_of_the_first_subject_with_figures(session: CountySession) -> None:
    assert TwoSubjects().usual(session) == ChartQuestion("filled", Basis.PLANNED)
    assert TwoSubjects().for_meeting(session) == [ChartQuestion("filled", Basis.PLANNED)]


def test_what_is_to_be_had_stays_and_the_rest_is_replaced(session: CountySession) -> None:
    possible = TwoSubjects().possible
    assert possible(session, ChartQuestion("blank")) == ChartQuestion("blank")
    asked = ChartQuestion("gone", Basis.AUTHORISED, FacilityClass.HOSPITAL)
    replaced = ChartQuestion("filled", Basis.PLANNED, FacilityClass.HOSPITAL)
    assert possible(session, asked) == replaced
    actual = ChartQuestion("filled", Basis.ACTUAL)
    assert possible(session, actual) == actual


def test_a_chart_is_drawn_with_its_head_and_in_the_language_of_the_session(
    session: CountySession,
) -> None:
    pens = []

    def draw(figure: Figure, pen: Pen) -> list[Mark]:
        pens.append(pen)
        return []

    assert Chart("题", ("来源",), 1, False, "allocation", draw).draw(Figure(), session) == []
    (pen,) = pens
    assert (pen.title, pen.sources, pen.language) == ("题", ("来源",), session.language)
