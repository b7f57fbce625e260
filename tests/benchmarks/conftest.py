"""A made county of any size to measure on. Its names and figures are invented, but plausible."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from db.catalogue import load_catalogue
from db.county_file import create
from db.samples import sample_records
from desktop.app import make_qt_application
from desktop.main_window import MainWindow
from desktop.settings import Settings
from models.catalogue import Catalogue, Language
from models.edits import Record
from models.facility import Facility, FacilityClass, FacilityType, Ownership, PlaceOrigin
from models.geography import Division, DivisionKind
from models.measure import Allocation, Basis, Origin
from models.plan import CountyInfo, Indicator, Plan, Population, PopulationGroup, PopulationOrigin
from models.rules.rule import Rule

PLAN = Plan("plan", "规划", "造县规划", "", 2020, 2025, "dazu", source="造")
BASES = ((Basis.AUTHORISED, 2020), (Basis.ACTUAL, 2020), (Basis.PLANNED, 2025))
STAFF_PER_BED = {
    "health-personnel": Decimal("1.4"),
    "health-technical-staff": Decimal("1.15"),
    "physicians": Decimal("0.45"),
    "nurses": Decimal("0.6"),
    "pharmacists": Decimal("0.08"),
    "tcm-physicians": Decimal("0.1"),
}
TYPES = (
    (FacilityClass.HOSPITAL, FacilityType.GENERAL_HOSPITAL, Ownership.PUBLIC, 300),
    (FacilityClass.HOSPITAL, FacilityType.SPECIALIST_HOSPITAL, Ownership.PRIVATE, 80),
    (FacilityClass.PRIMARY_CARE, FacilityType.TOWNSHIP_HEALTH_CENTRE, Ownership.PUBLIC, 40),
    (FacilityClass.PRIMARY_CARE, FacilityType.COMMUNITY_HEALTH_CENTRE, Ownership.PUBLIC, 30),
)


def place(random: Random) -> dict[str, Any]:
    """Somewhere within some 100 km × 100 km."""
    return {
        "longitude": 105.2 + random.random(),
        "latitude": 29.2 + random.random(),
        "place_origin": PlaceOrigin.APPROXIMATE,
    }


def figures(facility_id: str, beds: int, random: Random) -> Iterator[Allocation]:
    """Beds and six cadres on three bases; a fifth of the staff figures is short by a tenth."""
    for basis, year in BASES:
        now = beds if basis is Basis.PLANNED else beds * 8 // 10
        yield Allocation(
            "plan", facility_id, "beds", basis, year, Decimal(now), Origin.PUBLISHED, "造表"
        )
        for measure, per_bed in STAFF_PER_BED.items():
            share = Decimal("0.9") if random.random() < 0.2 else Decimal("1.1")
            value = (now * per_bed * share).to_integral_value()
            yield Allocation(
                "plan", facility_id, measure, basis, year, value, Origin.PLANNER, "造表"
            )


def made_county(facilities: int, points: int = 30) -> list[Record]:
    """The records of a county: `facilities` with 21 figures each and `points` villages.

    Every twentieth facility is an emergency site. The indicators are those of Dazu, and the plan
    goes by Dazu's rules. The same numbers give the same records.
    """
    random = Random(20_25)
    records: list[Record] = [
        CountyInfo("500999", "造县", "Made County"),
        Division("500999100", "造镇", DivisionKind.TOWN, urban=False, population=1000),
        Population(2020, PopulationGroup.RESIDENT, facilities * 15_000, PopulationOrigin.ENTERED),
        PLAN,
    ]
    for n in range(points):
        records.append(
            Division(
                f"500999100{n:05}",
                f"造村{n}",
                DivisionKind.VILLAGE,
                parent="500999100",
                urban=n % 5 == 0,
                population=500 + n % 2000,
                **place(random),
            )
        )
    allocations: list[Allocation] = []
    for n in range(facilities):
        facility_class, facility_type, ownership, beds = TYPES[n % len(TYPES)]
        facility_id = f"f{n:05}"
        records.append(
            Facility(
                facility_id,
                f"造机构{n}",
                facility_class,
                facility_type,
                ownership,
                order=n,
                township="500999100",
                emergency_site=n % 20 == 0,
                **place(random),
            )
        )
        allocations += figures(facility_id, beds + n % 50, random)
    dazu = [r for r in sample_records("dazu") if isinstance(r, Indicator)]
    return [*records, *(replace(i, plan_id="plan") for i in dazu), *allocations]


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="session")
def every_rule(catalogue: Catalogue) -> list[Rule]:
    """Every rule of the five plans and the national norms, all in use."""
    return [replace(rule, active=True) for rules in catalogue.rule_sets.values() for rule in rules]


@pytest.fixture(scope="session")
def made() -> Callable[..., list[Record]]:
    return made_county


@pytest.fixture(scope="session")
def county_file(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Makes the file of a made county; called as `made_county` is."""

    def make(facilities: int, points: int = 30) -> Path:
        path = tmp_path_factory.mktemp("county") / "造县.weigui"
        create(path, made_county(facilities, points), "造")
        return path

    return make


@pytest.fixture(scope="session")
def window_on(
    qapp: object, county_file: Callable[..., Path]
) -> Iterator[Callable[[int], MainWindow]]:
    """The main window, shown, on a made county of so many facilities."""
    make_qt_application()
    windows: dict[int, MainWindow] = {}

    def show(facilities: int) -> MainWindow:
        if facilities not in windows:
            windows[facilities] = window = MainWindow(Settings(), Language.ZH)
            assert window.open_file(county_file(facilities))
            window.show()
            QApplication.processEvents()
        return windows[facilities]

    yield show
    for window in windows.values():
        window.close()
        window.deleteLater()
    QApplication.processEvents()
