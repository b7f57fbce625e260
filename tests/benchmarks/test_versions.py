"""Plan versions of a county of 2,000 facilities with 21 figures each: copied and compared."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from pytest_benchmark.fixture import BenchmarkFixture

from db.county_file import CountyFile, open_county_file
from models.catalogue import Catalogue
from models.comparison import Difference, compare
from models.county import County
from models.edits import Change, Edit, Record
from models.measure import Allocation
from models.plan_versions import copy_plan

FIGURES = 42_000


def test_compare_two_versions_of_2000_facilities(
    benchmark: BenchmarkFixture, made: Callable[..., list[Record]], catalogue: Catalogue
) -> None:
    """One figure in ten differs."""
    county = County(made(2000))
    county.apply(copy_plan(county, "plan", name="二稿", date="", label="复制"))
    copy = county.plans[1].id
    of_copy = [a for a in county.table(Allocation).values() if a.plan_id == copy]
    county.apply(Edit("改", tuple(Change(a, replace(a, value=a.value + 1)) for a in of_copy[::10])))
    found = benchmark(lambda: compare(county, "plan", copy, catalogue.measures))
    assert found.count(Difference.CHANGED) == len(found.cells) == FIGURES // 10
    assert found.same == FIGURES - FIGURES // 10


def test_copy_a_version_of_2000_facilities(
    benchmark: BenchmarkFixture, county_file: Callable[..., Path]
) -> None:
    """The edit, in memory and in the file with its journal row."""
    with open_county_file(county_file(2000)) as file:
        county = file.read()

        def copy(file: CountyFile = file) -> None:
            name = f"第{len(county.plans) + 1}稿"
            edit = copy_plan(county, "plan", name=name, date="", label="复制")
            county.apply(edit)
            file.apply(edit)

        benchmark.pedantic(copy, rounds=3)
        kept = set(county.records())
        assert set(file.read().records()) == kept
    assert len(kept & set(county.table(Allocation).values())) == 4 * FIGURES
