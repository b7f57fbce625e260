"""600 villages with areas of 200 corners and 2,000 facilities: neighbours, a merger, a list."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import shapely
from pytest_benchmark.fixture import BenchmarkFixture

from models.catalogue import Catalogue
from models.county import County
from models.division_import import read_divisions
from models.division_merging import merge
from models.facility import FacilityType, Scope
from models.geography import Division, DivisionKind, DivisionPopulation
from models.layers import Boundary, geojson
from models.plan import PopulationOrigin
from models.rules.presence import check
from models.rules.rule import PerDivision, RuleKind
from models.source_table import SourceCell, SourceTable
from tests.models.rules.made_county import PLAN, a_facility, a_rule

STEP = 0.02  # degrees: the side of a village, some 2 km
CLINIC = FacilityType.VILLAGE_CLINIC
CLINICS = a_rule(
    RuleKind.PRESENCE, 1, division=PerDivision.VILLAGE, share_below=800, branch_above=2500,
    neighbour_within=2000, branch_beyond=3000, scope=Scope(types=frozenset({CLINIC})),
)  # fmt: skip


@pytest.fixture(scope="module")
def county() -> County:
    chance = np.random.default_rng(1)
    towns = [Division(f"5{t:08}", f"镇{t}", DivisionKind.TOWN) for t in range(30)]
    villages, areas, people = [], [], []
    for number in range(600):
        west, south = 105 + number % 25 * STEP, 29 + number // 25 * STEP
        parent = towns[number // 20].code
        code = f"{parent}{number % 20 + 200:03}"
        villages.append(
            Division(code, f"村{number}", DivisionKind.VILLAGE, parent, False, west + 0.01,
                     south + 0.01)
        )  # fmt: skip
        area = shapely.box(west, south, west + STEP, south + STEP)
        areas.append(Boundary(code, geojson(shapely.segmentize(area, STEP / 50))))
        persons = int(chance.integers(300, 3500))
        people.append(DivisionPopulation(code, 2020, persons, PopulationOrigin.ENTERED))
    facilities = []
    for number, village in enumerate(chance.integers(0, 600, 2000).tolist()):
        at = villages[village]
        facilities.append(
            a_facility(f"{number:04}", CLINIC, village=at.code if number < 800 else None,
                       township=at.parent, longitude=at.longitude, latitude=at.latitude)
        )  # fmt: skip
    return County([PLAN, *towns, *villages, *facilities, *people, *areas])


def test_check_of_clinics_with_neighbours_and_reach(
    benchmark: BenchmarkFixture, county: County
) -> None:
    """As after an edit of any facility: areas stay projected from one check to the next."""
    checked = benchmark(lambda: check(CLINICS, county, PLAN))
    assert checked.findings


def test_check_of_clinics_by_township(benchmark: BenchmarkFixture, county: County) -> None:
    rule = replace(CLINICS, neighbour_within=None, branch_beyond=None)
    assert benchmark(lambda: check(rule, county, PLAN)).findings


def test_two_villages_merged(benchmark: BenchmarkFixture, county: County) -> None:
    codes = ["500000000200", "500000000201"]
    edit = benchmark(lambda: merge(county, codes, county.division(codes[0]), "合并"))
    assert edit.changes


def test_a_list_of_1500_villages_read(benchmark: BenchmarkFixture, catalogue: Catalogue) -> None:
    heading = ("区划代码", "名称", "类型", "2020年常住人口")
    rows = [heading]
    for town in range(40):
        rows.append((f"5{town:08}", f"镇{town}", "镇", ""))
        rows += [(f"5{town:08}{v:03}", f"村{town}-{v}", "村", "1200") for v in range(200, 238)]
    table = SourceTable("村", tuple(tuple(map(SourceCell, row)) for row in rows))
    reading = benchmark.pedantic(
        lambda: read_divisions([table], County(), catalogue, "名单"), rounds=3
    )
    assert reading.added == 1560
