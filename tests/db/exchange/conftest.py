"""A small county with a blank, a group row and a name that looks like a formula."""

from __future__ import annotations

from decimal import Decimal

import pytest

from db.catalogue import load_catalogue
from models.catalogue import Catalogue
from models.county import County
from models.facility import Facility, FacilityClass, FacilityType, Ownership
from models.measure import Allocation, Basis, Origin
from models.plan import CountyInfo, Plan

PLAN = Plan(
    "p", "“十四五”规划", "某县医疗卫生服务体系规划", "某府发〔2022〕1号", 2020, 2025, "dazu"
)
FACILITIES = (
    Facility(
        "h1",
        "人民医院",
        FacilityClass.HOSPITAL,
        FacilityType.GENERAL_HOSPITAL,
        Ownership.PUBLIC,
        order=1,
    ),
    Facility(
        "h2",
        "中医医院",
        FacilityClass.HOSPITAL,
        FacilityType.TCM_HOSPITAL,
        Ownership.PUBLIC,
        order=2,
    ),
    Facility(
        "c1",
        "=龙岗中心卫生院（社区卫生服务中心）",
        FacilityClass.PRIMARY_CARE,
        FacilityType.CENTRAL_TOWNSHIP_HEALTH_CENTRE,
        Ownership.PUBLIC,
        order=3,
    ),
    Facility(
        "g",
        "社会办医院（未列名机构合计）",
        FacilityClass.HOSPITAL,
        FacilityType.UNSPECIFIED,
        Ownership.PRIVATE,
        order=4,
        is_group=True,
    ),
)
BEDS = {  # authorised, actual, planned
    "h1": (1200, 1333, 1200),
    "h2": (400, None, 499),
    "c1": (0, 125, 99),
    "g": (1285, None, 1285),
}


def allocations() -> list[Allocation]:
    bases = ((Basis.AUTHORISED, 2020), (Basis.ACTUAL, 2020), (Basis.PLANNED, 2025))
    return [
        Allocation("p", facility, "beds", basis, year, Decimal(value), Origin.PUBLISHED, "专栏3")
        for facility, values in BEDS.items()
        for (basis, year), value in zip(bases, values, strict=True)
        if value is not None
    ]


@pytest.fixture
def plan() -> Plan:
    return PLAN


@pytest.fixture
def county() -> County:
    return County([CountyInfo("500111", "大足区", "Dazu"), PLAN, *FACILITIES, *allocations()])


@pytest.fixture
def empty_county() -> County:
    """The same facilities without any figure."""
    return County([CountyInfo("500111", "大足区", "Dazu"), PLAN, *FACILITIES])


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue()
