"""A village without a clinic is told of its neighbours by name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from db.catalogue import load_catalogue
from db.county_file import create, open_county_file
from desktop.pages.neighbour_steps import neighbour_line, neighbour_steps
from desktop.session import CountySession
from models.catalogue import Language
from models.facility import FacilityType, Scope
from models.rules.presence import Sharing, check
from models.rules.rule import PerDivision, RuleKind
from tests.models.divided_county import PLAN, a_county, area, facility, people, village
from tests.models.rules.made_county import a_rule

CLINICS = a_rule(
    RuleKind.PRESENCE, 1, division=PerDivision.VILLAGE, share_below=800, branch_above=2500,
    scope=Scope(types=frozenset({FacilityType.VILLAGE_CLINIC})),
)  # fmt: skip


@pytest.fixture
def session(tmp_path: Path, qapp: QCoreApplication) -> Iterator[CountySession]:
    county = a_county(
        facility("a", "13"), facility("b", "13"),
        *(people(code, 2020, n) for code, n in (("11", 700), ("12", 900), ("13", 900))),
        *(area(code, column) for column, code in enumerate(("11", "12", "13"))),
    )  # fmt: skip
    create(tmp_path / "a.weigui", county.records(), "new")
    session = CountySession(open_county_file(tmp_path / "a.weigui"), load_catalogue(), Language.EN)
    yield session
    session.close()


def steps_of(session: CountySession, code: str) -> list[str]:
    found = check(CLINICS, session.county, PLAN).findings
    return neighbour_steps(next(f for f in found if f.subject.id == code), session)


def test_a_small_village_is_told_which_neighbours_have_none(session: CountySession) -> None:
    assert steps_of(session, "11") == ["None of its neighbours has one: 村12"]


def test_a_village_is_told_that_its_neighbour_has_one(session: CountySession) -> None:
    assert steps_of(session, "12") == ["Neighbours that have one: 村13"]


def test_a_village_with_too_many_is_told_nothing_of_neighbours(session: CountySession) -> None:
    assert steps_of(session, "13") == []


def test_long_lists_are_cut_and_none_is_said(qapp: QCoreApplication) -> None:
    many = tuple(village(str(n)) for n in range(8))
    assert neighbour_line(Sharing(many, ())).endswith("and 2 more")
    assert neighbour_line(Sharing((), ())) == "It has no neighbour."
