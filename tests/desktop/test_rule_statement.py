"""A rule in a sentence: who may share, who is a neighbour, who may have a branch."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from db.catalogue import load_catalogue
from desktop.rule_statement import limit_words, statement
from models.catalogue import Language
from models.facility import FacilityType, Scope
from models.plan import PopulationGroup
from models.rules.rule import PerDivision, RuleKind
from tests.models.rules.made_county import PLAN, a_rule

CLINICS = a_rule(
    RuleKind.PRESENCE, 1, division=PerDivision.VILLAGE, share_below=800,
    scope=Scope(types=frozenset({FacilityType.VILLAGE_CLINIC})),
)  # fmt: skip


def said(qapp: QCoreApplication, **given: int) -> str:
    return statement(replace(CLINICS, **given), PLAN, load_catalogue(), Language.EN)


def test_a_neighbour_shares_its_border_or_its_township(qapp: QCoreApplication) -> None:
    assert said(qapp).endswith(
        "Under 800 people: may do without where a neighbour has one. A neighbour shares its "
        "border; where borders are not known, it is in its township."
    )


def test_a_neighbour_may_be_one_within_so_many_metres(qapp: QCoreApplication) -> None:
    assert "or lies within 2,000 m;" in said(qapp, neighbour_within=2000)


def test_a_branch_is_for_many_people_or_a_long_way(qapp: QCoreApplication) -> None:
    text = said(qapp, branch_above=2500, branch_beyond=3000)
    assert "Over 2,500 people: may have more than one." in text
    assert "Beyond 3,000 m of its best placed one: may have more than one." in text


def test_a_rate_says_whom_it_is_of(qapp: QCoreApplication) -> None:
    rate = a_rule(RuleKind.RATE, "2.5", measure="paediatric-beds", per=1000)
    of_children = replace(rate, population=PopulationGroup.CHILDREN)
    said_of = [limit_words(r, load_catalogue(), Language.EN) for r in (rate, of_children)]
    assert said_of == ["≥2.5 beds per 1,000 people", "≥2.5 beds per 1,000 children of 0–14"]
