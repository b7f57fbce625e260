"""A county without a window: opening its file, its findings, its coverage."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from db.county_file import open_county_file
from models.catalogue import Catalogue
from models.county import County
from models.coverage import coverage
from models.edits import Change, Edit, Record
from models.facility import FacilityStatus
from models.measure import Allocation
from models.rules import rate, ratio
from models.rules.evaluate import Evaluation
from models.rules.rule import COUNTY, Rule, RuleKind

Made = Callable[..., list[Record]]


def test_open_a_file_of_2000_facilities(
    benchmark: BenchmarkFixture, county_file: Callable[..., Path]
) -> None:
    """42,000 figures: checked for damage, read whole, every reference by column at hand."""
    path = county_file(2000)

    def read() -> County:
        with open_county_file(path) as file:
            return file.read()

    county = benchmark.pedantic(read, rounds=7, warmup_rounds=1)
    assert len(county.facilities) == 2000
    assert len(county.table(Allocation)) == 42_000


@pytest.mark.parametrize("facilities", [50, 2000])
def test_evaluation_from_nothing(
    benchmark: BenchmarkFixture, made: Made, catalogue: Catalogue, facilities: int
) -> None:
    """All rules of Dazu, as after opening a file or an edit of a facility."""
    county = County(made(facilities))
    plan, rules = county.plan("plan"), catalogue.rules("dazu")
    evaluation = benchmark(lambda: Evaluation(county, plan, rules))
    for rule in evaluation.rules:
        if rule.kind is RuleKind.RADIUS:
            continue
        whole = rate.measure if rule.kind is RuleKind.RATE else ratio.measure_county
        measured = whole(rule, county, plan, rule.basis, plan.target_year)
        missed = measured.value is not None and not rule.holds(measured.value)
        found = [f.subject for f in evaluation.findings if f.rule is rule]
        assert (COUNTY in found) == (missed and (rule.kind is RuleKind.RATE or rule.per_county))


@pytest.mark.parametrize("facilities", [50, 2000])
def test_evaluation_after_one_cell(
    benchmark: BenchmarkFixture, made: Made, catalogue: Catalogue, facilities: int
) -> None:
    """The part of an edit that the rules cost."""
    county = County(made(facilities))
    plan, rules = county.plan("plan"), catalogue.rules("dazu")
    evaluation = Evaluation(county, plan, rules)
    before = next(a for a in county.table(Allocation).values() if a.measure == "beds"
                  and a.year == plan.target_year)  # fmt: skip
    edit = Edit("造", (Change(before, replace(before, value=before.value + 1)),))

    def there_and_back() -> None:
        for step in (edit, edit.inverse()):
            county.apply(step)
            evaluation.update(step)

    benchmark(there_and_back)
    assert evaluation.findings == Evaluation(county, plan, rules).findings


def test_coverage_of_2000_points_by_100_sites(
    benchmark: BenchmarkFixture, made: Made, catalogue: Catalogue
) -> None:
    county = County(made(2000, 2000))
    found = benchmark(lambda: coverage(county, catalogue.rules("dazu")))
    assert {len(rule.sites) for rule in found.rules} == {100}
    assert sum(len(rule.points) for rule in found.rules) == 2000
    assert any(rule.uncovered for rule in found.rules)


def test_evaluation_of_every_rule(
    benchmark: BenchmarkFixture, made: Made, every_rule: list[Rule]
) -> None:
    """2,000 facilities by all rules of all plans at once, as after opening a file."""
    county = County(made(2000))
    plan, rules = county.plan("plan"), every_rule
    evaluation = benchmark.pedantic(
        lambda: Evaluation(county, plan, rules), rounds=5, warmup_rounds=1
    )
    assert len(evaluation.rules) == len(rules)
    assert evaluation.findings


@pytest.mark.parametrize("facilities", [2000, 10_000])
def test_one_cell_by_every_rule(
    benchmark: BenchmarkFixture, made: Made, every_rule: list[Rule], facilities: int
) -> None:
    """One figure changed and changed back, with all rules of all plans in use; half is one edit."""
    county = County(made(facilities))
    plan = county.plan("plan")
    evaluation = Evaluation(county, plan, every_rule)
    before = next(
        a for a in county.table(Allocation).values() if a.measure == "beds" and a.year == 2025
    )
    edit = Edit("", (Change(before, replace(before, value=before.value + 1)),))

    def there_and_back() -> None:
        for one in (edit, edit.inverse()):
            county.apply(one)
            evaluation.update(one)

    benchmark(there_and_back)
    assert evaluation.findings == Evaluation(county, plan, evaluation.rules).findings


@pytest.mark.parametrize("what", ["note", "name", "status", "place"])
def test_one_facility_by_every_rule(
    benchmark: BenchmarkFixture, made: Made, every_rule: list[Rule], what: str
) -> None:
    """One of 2,000 facilities changed and changed back, with 600 villages; half is one edit."""
    county = County(made(2000, 600))
    evaluation = Evaluation(county, county.plan("plan"), every_rule)
    given: dict[str, Any] = {
        "note": {"note": "备注"},
        "name": {"name": "新名"},
        "status": {"status": FacilityStatus.TO_CLOSE},
        "place": {"longitude": 105.5, "latitude": 29.5},
    }[what]
    before = county.facility("f00000")
    edit = Edit("", (Change(before, replace(before, **given)),))

    def there_and_back() -> None:
        for one in (edit, edit.inverse()):
            county.apply(one)
            evaluation.update(one)

    benchmark.pedantic(there_and_back, rounds=10, warmup_rounds=1)
    assert evaluation.findings == Evaluation(county, evaluation.plan, evaluation.rules).findings
