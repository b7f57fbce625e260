"""A file of every released format still opens and says the same (`tests/files`)."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from db.county_file import create, open_county_file
from db.migrate import head
from models.county import County
from models.edits import Edit, remove
from models.facility import FacilityStatus, FacilityType
from models.geography import DivisionPopulation, Succession
from models.layers import Boundary, Layer, RoadSpeed, layer_features
from models.measure import Allocation, Basis, Measure, Origin
from models.plan import (
    Indicator,
    IndicatorValue,
    PlanState,
    PopulationGroup,
    Project,
    PublishedFigure,
)
from models.rules.setting import Acknowledgement, RuleSetting
from models.workload import Activity, WorkingTime
from tests.files.make_small import AFTER, BEFORE, RECORDS

ROOT = Path(__file__).parents[2]
RELEASED = sorted((ROOT / "tests" / "files").glob("[0-9]*.weigui"))


@pytest.fixture(params=RELEASED, ids=lambda file: file.stem)
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy, since opening an old file brings it up to date."""
    return Path(shutil.copy(request.param, tmp_path))


@pytest.fixture
def county(path: Path) -> County:
    with open_county_file(path) as file:
        return file.read()


def test_every_format_has_its_file() -> None:
    steps = (ROOT / "db" / "migrations" / "versions").glob("[0-9]*.py")
    formats = {step.name[:4] for step in steps}
    assert {file.name[:4] for file in RELEASED} == formats
    assert max(formats) == head()


def test_its_files_are_small_and_closed() -> None:
    for file in RELEASED:
        with closing(sqlite3.connect(f"file:{file}?mode=ro&immutable=1", uri=True)) as connection:
            (pages,) = connection.execute("PRAGMA page_count").fetchone()
            (trees,) = connection.execute(
                "SELECT count(*) FROM sqlite_master WHERE rootpage > 0"
            ).fetchone()
        assert pages <= trees + 8, file.name  # a page for each table and index, and a few more
    assert not list((ROOT / "tests" / "files").glob("*-wal"))


def test_county_and_people_are_as_they_were(county: County) -> None:
    assert county.info is not None
    assert (county.info.code, county.info.name, county.info.en) == ("990001", "试县", "Shixian")
    assert [(p.group, p.persons) for p in county.populations] == [
        (PopulationGroup.CHILDREN, 15000),
        (PopulationGroup.RESIDENT, 100000),
    ]
    assert [d.name for d in county.divisions] == ["城关街道", "河口镇", "上村"]
    assert county.division("990001001").urban is True
    assert county.division("990001100").urban is None


def test_plan_is_as_it_was(county: County) -> None:
    (plan,) = county.plans
    assert (plan.name, plan.state, plan.date) == ("初稿", PlanState.DRAFT, "2022-04-15")


def test_facilities_are_as_they_were(county: County) -> None:
    hospital, centre, others, *clinics = county.facilities
    assert (hospital.name, hospital.facility_type) == (
        "试县人民医院",
        FacilityType.GENERAL_HOSPITAL,
    )
    assert hospital.place == (105.72, 29.7)
    assert hospital.emergency_site
    assert (centre.status, centre.place) == (FacilityStatus.PLANNED, None)
    assert others.is_group
    assert [c.village for c in clinics] in ([], ["990001100200"])  # a village since 0002


def test_figures_are_exact_and_blank_is_not_zero(county: County) -> None:
    found = {
        (a.facility_id, a.basis): (a.value, a.origin) for a in county.table(Allocation).values()
    }
    assert found == {
        ("h", Basis.AUTHORISED): (Decimal("400"), Origin.PUBLISHED),
        ("h", Basis.ACTUAL): (Decimal("0"), Origin.PUBLISHED),
        ("h", Basis.PLANNED): (Decimal("520"), Origin.PLANNER),
        ("c", Basis.PLANNED): (Decimal("110.5"), Origin.PUBLISHED),
    }


def test_printed_texts_are_as_they_were(county: County) -> None:
    texts = [(i.name, i.baseline, i.target, i.unit) for i in county.table(Indicator).values()]
    assert texts == [("每千人口床位数（张）", "4.50", "≥6", ""), ("其中：公立", "——", "5", "张")]
    assert [f.text for f in county.table(PublishedFigure).values()] == ["610"]


def test_projects_and_own_measures_are_as_they_were(county: County) -> None:
    (project,) = county.table(Project).values()
    assert (project.name, project.facility_id) == ("县医院扩建", "h")
    assert (project.total_investment, project.period_investment) == (Decimal("1200.50"), None)
    assert [(m.id, m.unit_zh) for m in county.table(Measure).values()] == [("dialysis", "台")]


def test_brought_up_to_date_it_is_built_like_a_new_file(path: Path, tmp_path: Path) -> None:
    """Fails where a released step was changed instead of adding one."""
    new = tmp_path / "new.weigui"
    create(new, (), "新建")
    with open_county_file(path):
        pass
    assert columns(path) == columns(new)


def columns(path: Path) -> set[tuple[object, ...]]:
    """Every column of every table: table, name, type, may it be NULL, is it of the key."""
    with sqlite3.connect(path) as connection:
        rows = connection.execute(
            "SELECT t.name, c.name, c.type, c.[notnull], c.pk "
            "FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table'"
        ).fetchall()
    connection.close()
    return set(rows)


def test_the_journal_can_be_read(path: Path) -> None:
    with open_county_file(path) as file:
        rows = file.journal()
    assert [(row.who, row.label) for row in rows] == [
        ("weigui", "新建"),
        ("weigui", "改床位"),
        ("weigui", "填护士"),
        ("weigui", "填护士"),
    ]
    (change,) = json.loads(rows[1].changes)
    assert change["type"] == "Allocation"
    assert (change["before"]["value"], change["after"]["value"]) == ("500", "520")


def test_an_edit_can_be_made(path: Path, county: County) -> None:
    (figure,) = county.table(PublishedFigure).values()
    with open_county_file(path) as file:
        file.apply(Edit("删除", remove(figure)))
        assert not file.read().table(PublishedFigure)


ADDED = {
    "0002": (IndicatorValue, RuleSetting, Acknowledgement, WorkingTime, Activity),
    "0003": (DivisionPopulation, Succession, Boundary, Layer, RoadSpeed),
}


@pytest.mark.parametrize("version", ADDED)
def test_what_a_format_adds_is_as_it_was(path: Path, county: County, version: str) -> None:
    for record_type in ADDED[version]:
        made = [r for r in RECORDS if isinstance(r, record_type)]
        assert made
        assert list(county.table(record_type).values()) == (made if path.name >= version else [])


def test_geometry_is_as_it_was(path: Path, county: County) -> None:
    if path.name < "0003":
        assert not county.layers
        return
    (road,) = layer_features(county.layers[0].features)
    assert road.attributes == {"class": "县道", "name": "河城路"}
    assert list(road.geometry.coords) == [(105.71, 29.61), (105.79, 29.69)]
    area = county.boundary("990001100")
    assert area is not None
    assert area.area.bounds == (105.7, 29.6, 105.8, 29.7)


def test_the_journal_leads_back_to_the_county_as_it_was_made(path: Path) -> None:
    with open_county_file(path) as file:
        made = file.county_at(datetime(1970, 1, 2, tzinfo=UTC))
        assert made.table(Allocation)[BEFORE.key] == BEFORE
        assert file.read().table(Allocation)[AFTER.key] == AFTER
        assert list(file.county_at(datetime.now(UTC)).records()) == list(file.read().records())
