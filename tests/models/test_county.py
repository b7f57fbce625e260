"""The county takes an edit whole or not at all, and its inverse brings it back."""

from dataclasses import replace
from decimal import Decimal

import pytest
from shapely import box

from models.county import County, cell_change, new_id, remove_facility, stable_id, total
from models.edits import Change, Edit, add, remove
from models.errors import Conflict, InvalidValue, Reason
from models.facility import Facility, FacilityClass, FacilityType, Ownership, Scope
from models.geography import Division, DivisionKind, DivisionPopulation
from models.layers import Boundary, geojson
from models.measure import Allocation, Basis, Origin
from models.plan import CountyInfo, Plan, Population, PopulationGroup, PopulationOrigin, Project

PLAN = Plan("p", "规划", "", "", 2020, 2025, "")
TOWN = Division("1", "甲镇", DivisionKind.TOWN)
B = Facility("b", "乙院", FacilityClass.HOSPITAL, FacilityType.CLINIC, order=2, township="1")
A = Facility("a", "甲院", FacilityClass.PRIMARY_CARE, FacilityType.CLINIC, order=1)


def beds(facility: str, value: str, plan: str = "p") -> Allocation:
    return Allocation(plan, facility, "beds", Basis.PLANNED, 2025, Decimal(value), Origin.PLANNER)


@pytest.fixture
def county() -> County:
    return County((TOWN, PLAN, B, A, beds("a", "10")))


def test_facilities_come_in_published_order(county):
    assert [f.id for f in county.facilities] == ["a", "b"]
    county.apply(Edit("", (Change(A, replace(A, order=9)),)))
    assert [f.id for f in county.facilities] == ["b", "a"]


def test_a_column_holds_what_is_filled_and_nothing_else(county):
    column = county.column("p", "beds", Basis.PLANNED, 2025)
    assert {k: v.value for k, v in column.items()} == {"a": 10}
    assert county.allocation("p", "b", "beds", Basis.PLANNED, 2025) is None


def test_an_edit_and_its_inverse_leave_the_county_as_it_was(county):
    before = set(county.records())
    edit = Edit("", (*remove_facility(county, "a", "").changes, *add(replace(B, id="n"))))
    county.apply(edit)
    assert ("a",) not in county.table(Facility)
    assert not county.column("p", "beds", Basis.PLANNED, 2025)
    county.apply(edit.inverse())
    assert set(county.records()) == before


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (Change(None, A), Conflict),
        (Change(replace(A, name="他"), None), Conflict),
        (Change(beds("a", "11"), beds("a", "12")), Conflict),
        (Change(None, beds("x", "1")), InvalidValue),
        (Change(None, beds("a", "1", plan="q")), InvalidValue),
        (Change(None, replace(A, id="m", township="9")), InvalidValue),
        (Change(A, None), InvalidValue),
        (Change(TOWN, None), InvalidValue),
        (Change(PLAN, None), InvalidValue),
    ],
    ids=["added twice", "removed another", "old value", "no facility", "no plan", "no township",
         "still has beds", "still has facilities", "still has figures"],
)  # fmt: skip
def test_an_edit_that_does_not_fit_changes_nothing(county, change, error):
    before = set(county.records())
    with pytest.raises(error):
        county.apply(Edit("", (*add(replace(B, id="n")), change)))
    assert set(county.records()) == before


def test_a_missing_reference_names_the_field(county):
    with pytest.raises(InvalidValue) as caught:
        county.apply(Edit("", add(beds("x", "1"))))
    assert (caught.value.field, caught.value.reason) == ("facility_id", Reason.MISSING_REFERENCE)


def test_the_facilities_in_a_scope_follow_the_facilities(county):
    scope = Scope(classes=frozenset({FacilityClass.HOSPITAL}))
    assert county.facility_ids(scope) == {"b"}
    county.apply(Edit("", (Change(A, replace(A, facility_class=FacilityClass.HOSPITAL)),)))
    assert county.facility_ids(scope) == {"a", "b"}
    assert county.facility_ids(Scope(ownership=frozenset({Ownership.PRIVATE}))) == set()
    county.apply(remove_facility(county, "a", ""))
    assert county.facility_ids(scope) == {"b"}


def test_an_earlier_population_stands_in_and_shows_its_year():
    people = [
        Population(year, PopulationGroup.RESIDENT, year * 10, PopulationOrigin.ENTERED)
        for year in (2018, 2020, 2030)
    ]
    county = County(people)
    found = county.population(2025, PopulationGroup.RESIDENT)
    assert found is not None
    assert found.year == 2020
    assert county.population(2017, PopulationGroup.RESIDENT) is None
    assert county.population(2025, PopulationGroup.CHILDREN) is None


def test_the_total_of_nothing_is_blank_and_not_zero():
    assert total([]) is None
    assert total([beds("a", "0")]) == 0
    assert total([beds("a", "0.1"), beds("b", "0.2")]) == Decimal("0.3")


def test_setting_a_cell_to_what_it_is_changes_nothing(county):
    present = beds("a", "10")
    assert cell_change(county, present.key, present) is None
    assert cell_change(county, present.key, None) == remove(present)[0]
    assert cell_change(county, beds("b", "1").key, None) is None


def test_a_stable_id_depends_on_the_parts_only():
    assert stable_id("大足区", "甲") == stable_id("大足区", "甲")
    assert stable_id("a", "bc") != stable_id("ab", "c")
    assert new_id() != new_id()


def test_a_project_outlives_its_facility_without_it(county):
    project = Project("x", "p", 1, "1", "住院楼", facility_id="a")
    county.apply(Edit("", add(project)))
    with pytest.raises(InvalidValue):
        county.apply(Edit("", remove(beds("a", "10"), A)))
    county.apply(remove_facility(county, "a", ""))
    assert county.projects("p") == [replace(project, facility_id=None)]


def test_people_of_a_division_are_those_of_the_year_or_the_latest_before() -> None:
    town = Division("1", "甲镇", DivisionKind.TOWN, population=500, population_note="旧")
    by_year = [
        DivisionPopulation("1", year, persons, PopulationOrigin.ENTERED)
        for year, persons in ((2020, 600), (2023, 700))
    ]
    county = County([town, *by_year])
    found = {year: county.people(town, year) for year in (2019, 2020, 2022, 2025, None)}
    assert {year: (p.year, p.persons) for year, p in found.items() if p} == {
        2019: (0, 500),  # of no year, as the division notes it
        2020: (2020, 600),
        2022: (2020, 600),
        2025: (2023, 700),
        None: (2023, 700),
    }
    county.apply(Edit("删除", remove(*by_year)))
    assert county.people(town, 2025) == DivisionPopulation(
        "1", 0, 500, PopulationOrigin.ENTERED, "旧"
    )


def test_a_boundary_belongs_to_the_county_or_to_a_division_that_is_there() -> None:
    area = geojson(box(105, 29, 106, 30))
    county = County([CountyInfo("500111", "大足区"), Division("1", "甲镇", DivisionKind.TOWN)])
    county.apply(Edit("导入", add(Boundary("500111", area), Boundary("1", area))))
    assert county.boundary("1") == Boundary("1", area)
    with pytest.raises(InvalidValue):
        county.apply(Edit("导入", add(Boundary("2", area))))
    with pytest.raises(InvalidValue):
        county.apply(Edit("删除", remove(county.division("1"))))
