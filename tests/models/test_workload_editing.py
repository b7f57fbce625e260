"""Lines of the workload as they are written, doubled and given to other facilities."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from db.catalogue import load_catalogue
from models.county import County
from models.edits import Edit
from models.errors import BadCells, InvalidValue, Reason
from models.facility import Facility, FacilityClass, FacilityType
from models.measure import Measure
from models.plan import Plan
from models.workload import Activity, ActivityKind, WorkingTime
from models.workload_editing import (
    Cell,
    NewLine,
    added,
    copy_set,
    suggested_time,
    time_changes,
    written,
)
from models.workload_reading import Field, WorkloadNames, figure, share
from models.workload_staffing import available_hours, plan_activities

CATALOGUE = load_catalogue()
PLAN = Plan("p", "规划", "", "", 2020, 2025, "")
FACILITIES = [
    Facility(i, name, FacilityClass.PRIMARY_CARE, FacilityType.TOWNSHIP_HEALTH_CENTRE, order=order)
    for order, (i, name) in enumerate([("a", "甲卫生院"), ("b", "乙卫生院"), ("c", "丙卫生院")])
]
VISITS = Activity("1", "p", "a", "nurses", ActivityKind.SERVICE, "门诊", 1,
                  minutes=Decimal(20), volume=Decimal(36000))  # fmt: skip
RECORDS = Activity("2", "p", "a", "nurses", ActivityKind.CATEGORY, "记录", 2, share=Decimal("0.15"))
START = NewLine("新活动", "a", "nurses")


@pytest.fixture
def county() -> County:
    return County([PLAN, *FACILITIES, VISITS, RECORDS])


def write(county: County, *texts: tuple[Activity | None, int, Field | None, str]) -> None:
    """Write and apply; rows without an activity are new."""
    names = WorkloadNames(county, CATALOGUE)
    cells = [(Cell(row, str(field), field, a), text) for a, row, field, text in texts]
    county.apply(Edit("write", written(county, PLAN, names, cells, START)))


def refused(county: County, *texts: tuple[Activity | None, int, Field | None, str]) -> list[object]:
    before = plan_activities(county, PLAN)
    with pytest.raises(BadCells) as caught:
        write(county, *texts)
    assert plan_activities(county, PLAN) == before
    return [(c.row, c.column, c.value, c.reason) for c in caught.value.cells]


def test_cells_of_a_row_become_one_change(county: County) -> None:
    write(county, (VISITS, 1, Field.MINUTES, "12.5"), (VISITS, 1, Field.VOLUME, "40,000"),
          (VISITS, 1, Field.NAME, " 普通门诊 "))  # fmt: skip
    after = replace(VISITS, minutes=Decimal("12.5"), volume=Decimal(40000), name="普通门诊")
    assert plan_activities(county, PLAN) == [after, RECORDS]


def test_blank_text_clears_a_figure_and_not_a_name(county: County) -> None:
    write(county, (VISITS, 1, Field.VOLUME, " "))
    after = plan_activities(county, PLAN)[0]
    assert after.volume is None
    assert refused(county, (after, 1, Field.NAME, "")) == [(1, "name", "", Reason.EMPTY)]


def test_another_kind_drops_the_figures_that_do_not_go_with_it(county: County) -> None:
    write(county, (VISITS, 1, Field.SHARE, "10"), (VISITS, 1, Field.KIND, "类别宽放"))
    after = plan_activities(county, PLAN)[0]
    assert (after.kind, after.minutes, after.volume) == (ActivityKind.CATEGORY, None, None)
    assert after.share == Decimal("0.1")


def test_everything_that_cannot_be_taken_is_named_and_nothing_is_changed(county: County) -> None:
    assert refused(
        county,
        (VISITS, 1, Field.FACILITY, "丁卫生院"),
        (VISITS, 1, Field.CADRE, "床位"),
        (VISITS, 1, Field.MINUTES, "0"),
        (VISITS, 1, Field.HOURS, "5"),
        (RECORDS, 2, Field.SHARE, "100%"),
        (RECORDS, 2, None, "x"),
    ) == [
        (1, "facility", "丁卫生院", Reason.UNKNOWN_FACILITY),
        (1, "cadre", "床位", Reason.UNKNOWN_CHOICE),
        (1, "minutes", "0", Reason.OUT_OF_RANGE),
        (1, "hours", "5", Reason.NOT_OF_KIND),
        (2, "None", "x", Reason.OUTSIDE_TABLE),
        (2, "share", "100%", Reason.OUT_OF_RANGE),
    ]  # fmt: skip


def test_texts_below_the_last_row_make_rows(county: County) -> None:
    write(
        county,
        (None, 3, Field.FACILITY, "乙卫生院"), (None, 3, Field.CADRE, "Physicians"),
        (None, 3, Field.KIND, "service"), (None, 3, Field.NAME, "问诊"),
        (None, 3, Field.MINUTES, "10"), (None, 4, Field.HOURS, ""),
    )  # fmt: skip
    *_, made = plan_activities(county, PLAN)
    assert (made.facility_id, made.measure, made.name) == ("b", "physicians", "问诊")
    assert (made.minutes, made.volume) == (Decimal(10), None)


def test_new_row_takes_what_it_does_not_say_from_where_it_begins(county: County) -> None:
    write(county, (None, 3, Field.VOLUME, "100"))
    made = plan_activities(county, PLAN)[-1]
    assert (made.facility_id, made.measure, made.name, made.order) == ("a", "nurses", "新活动", 3)
    names = WorkloadNames(county, CATALOGUE)
    cells = [(Cell(4, "volume", Field.VOLUME), "1")]
    with pytest.raises(BadCells):  # whose it is cannot be known
        written(county, PLAN, names, cells, NewLine("新活动"))


def test_two_facilities_of_one_name_are_not_guessed_at() -> None:
    twin = replace(FACILITIES[1], id="d")
    names = WorkloadNames(County([PLAN, *FACILITIES, twin]), CATALOGUE)
    with pytest.raises(InvalidValue) as caught:
        names.facility("乙卫生院")
    assert caught.value.reason is Reason.AMBIGUOUS_FACILITY


def test_cadre_of_the_countys_own_without_an_english_name_is_not_what_a_blank_means() -> None:
    own = CATALOGUE.with_measures([Measure("own", "staff", "康复师", "", "人", "persons")])
    names = WorkloadNames(County([PLAN, *FACILITIES]), own)
    assert names.cadre("康复师") == "own"
    with pytest.raises(InvalidValue) as caught:
        names.cadre(" ")
    assert caught.value.reason is Reason.EMPTY


@pytest.mark.parametrize("text", ["15%", "15", "0.15", "１５％", " 15 % "])
def test_share_is_read_as_a_spreadsheet_reads_per_cent(text: str) -> None:
    assert share(text) == Decimal("0.15")


def test_share_of_less_than_one_per_cent_is_written_with_its_sign() -> None:
    assert share("0.5%") == Decimal("0.005")
    assert share("") is None


def test_figures_are_exact_or_refused() -> None:
    assert figure("=250*8.5") == Decimal(2125)
    assert figure("+10%", Decimal(200)) == Decimal(220)
    with pytest.raises(InvalidValue) as caught:
        figure("1.1234567")
    assert caught.value.reason is Reason.TOO_FINE


# --- a set for others


def test_set_is_given_without_the_volumes_that_are_the_facilitys_own(county: County) -> None:
    found = copy_set(county, PLAN, "a", {"nurses"}, ["a", "b", "c"])
    county.apply(Edit("copy", found.changes))
    given = [a for a in plan_activities(county, PLAN) if a.facility_id == "b"]
    assert [(a.name, a.minutes, a.volume, a.share) for a in given] == [
        ("门诊", Decimal(20), None, None),
        ("记录", None, None, Decimal("0.15")),
    ]
    assert len(plan_activities(county, PLAN)) == 6
    assert len({a.id for a in plan_activities(county, PLAN)}) == 6


def test_facility_that_has_activities_of_the_cadre_keeps_them(county: County) -> None:
    own = replace(VISITS, id="3", facility_id="b", minutes=Decimal(15), volume=Decimal(9))
    other = replace(own, id="4", name="出诊", order=2)
    county = County([PLAN, *FACILITIES, VISITS, RECORDS, own, other])
    found = copy_set(county, PLAN, "a", {"nurses"}, ["b", "c"])
    assert found.kept == ("b",)
    assert {c.record.facility_id for c in found.changes} == {"c"}  # type: ignore[union-attr]
    updated = copy_set(county, PLAN, "a", {"nurses"}, ["b"], update=True)
    county.apply(Edit("copy", updated.changes))
    lines = [a for a in plan_activities(county, PLAN) if a.facility_id == "b"]
    assert [(a.name, a.minutes, a.volume) for a in lines] == [
        ("门诊", Decimal(20), Decimal(9)),  # the unit time is the source's, the volume its own
        ("出诊", Decimal(15), Decimal(9)),
        ("记录", None, None),
    ]


def test_volumes_are_given_where_that_is_wanted(county: County) -> None:
    found = copy_set(county, PLAN, "a", {"nurses"}, ["b"], with_volumes=True)
    assert [c.record.volume for c in found.changes] == [Decimal(36000), None]  # type: ignore[union-attr]


def test_doubled_lines_come_after_the_last(county: County) -> None:
    county.apply(Edit("double", added(county, PLAN, [VISITS, RECORDS])))
    orders = [(a.name, a.order) for a in plan_activities(county, PLAN)]
    assert orders == [("门诊", 1), ("记录", 2), ("门诊", 3), ("记录", 4)]


# --- working time


def test_suggested_time_says_that_it_is_one() -> None:
    """(261 − 13 − 10 − 5 − 5) × 8 = 1,824 h."""
    time = suggested_time(PLAN, "nurses", "示意，待核对")
    assert available_hours(time) == 1824
    assert time.source == "示意，待核对"


def test_only_times_that_differ_are_changes(county: County) -> None:
    time = WorkingTime("p", "nurses", *map(Decimal, (260, 11, 20, 7, 5, 7)))
    county.apply(Edit("time", time_changes(county, PLAN, [time])))
    assert time_changes(county, PLAN, [time]) == ()
    shorter = replace(time, hours_per_day=Decimal(6))
    (change,) = time_changes(county, PLAN, [shorter])
    assert (change.before, change.after) == (time, shorter)
