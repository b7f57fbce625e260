from __future__ import annotations

from desktop.chart_wording import basis_text, residents_text, source_text, title_text
from desktop.session import CountySession
from models.edits import Edit, remove
from models.measure import Basis
from models.plan import CountyInfo, Population


def test_the_head_names_the_county_and_passes_over_what_is_not_there(
    session: CountySession,
) -> None:
    assert title_text(session, "图", "", "床位") == "测试县: 图 · 床位"
    assert session.do(Edit("无名", remove(*session.county.table(CountyInfo).values())))
    assert title_text(session, "图") == "图"


def test_the_source_is_the_plan_and_its_state(session: CountySession) -> None:
    assert source_text(session) == "Source: 测试县规划 · 规划 (草案)"


def test_the_population_says_of_which_year_it_is(session: CountySession) -> None:
    """Nobody has stated one for 2025: that of 2020 stands in."""
    assert residents_text(session) == (
        "常住人口: 2020: 100,000 (of 2020, 录入), 2025: 100,000 (of 2020, 录入)"
    )
    assert session.do(Edit("无人口", remove(*session.county.table(Population).values())))
    assert residents_text(session) == "常住人口: 2020: not known, 2025: not known"


def test_a_basis_is_named_with_its_year(session: CountySession) -> None:
    assert basis_text(session, Basis.PLANNED, 2025) == "规划 (2025)"
