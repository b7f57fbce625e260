"""The workload as a workbook: what is written is read again, and nothing wrong is half taken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from db.catalogue import load_catalogue
from db.exchange.workload_sheets import (
    read_workload_file,
    write_workload_template,
    write_workload_workbook,
)
from models.catalogue import Language
from models.county import County
from models.edits import Change, Edit
from models.errors import BadCells, FileError, FileProblem, Reason
from models.facility import Facility, FacilityClass, FacilityType
from models.measure import Allocation, Basis, Origin
from models.plan import CountyInfo, Plan
from models.workload import Activity, ActivityKind, WorkingTime
from models.workload_import import WorkloadReading
from models.workload_staffing import plan_activities, working_times

CATALOGUE = load_catalogue()
PLAN = Plan("p", "规划", "测试县规划", "", 2020, 2025, "")
FACILITIES = [
    Facility(i, name, FacilityClass.PRIMARY_CARE, FacilityType.TOWNSHIP_HEALTH_CENTRE, order=order)
    for order, (i, name) in enumerate([("a", "甲卫生院"), ("b", "乙卫生院")])
]
# (243 − 43) × 6 = 1,200 hours
TIME = WorkingTime("p", "nurses", *map(Decimal, (243, 11, 20, 7, 5, 6)), source="卫健委")
LINES = [
    Activity("1", "p", "a", "nurses", ActivityKind.SERVICE, "门诊", 1,
             minutes=Decimal("12.5"), volume=Decimal(36000), source="2020 年报"),
    Activity("2", "p", "a", "nurses", ActivityKind.CATEGORY, "记录", 2, share=Decimal("0.125")),
    Activity("3", "p", "a", "nurses", ActivityKind.INDIVIDUAL, "督导", 3, hours=Decimal(600)),
    Activity("4", "p", "b", "nurses", ActivityKind.SERVICE, "=门诊", 1, minutes=Decimal(20)),
]  # fmt: skip
ACTUAL = Allocation("p", "a", "nurses", Basis.ACTUAL, 2020, Decimal(8), Origin.PLANNER)


def county(*records: object) -> County:
    return County([CountyInfo("500999", "测试县"), PLAN, *FACILITIES, *records])  # type: ignore[list-item]


def read(path: Path, held: County) -> WorkloadReading:
    return read_workload_file(path, held, PLAN, CATALOGUE)


def take(path: Path, held: County) -> WorkloadReading:
    found = read(path, held)
    held.apply(Edit("import", found.changes))
    return found


HEADINGS = ["机构", "人员类别", "活动种类", "活动", "单位时间（分钟）", "年工作量", "占工作时间",
            "每年小时"]  # fmt: skip
TIME_HEADINGS = ["Cadre", "Working days", "Public holidays", "Annual leave", "Sick leave",
                 "Training", "Hours a day"]  # fmt: skip


@pytest.fixture
def workbook(tmp_path: Path) -> Callable[..., Path]:
    """A workbook of one sheet with these rows."""

    def make(*rows: list[object], name: str = "工作活动") -> Path:
        book = Workbook()
        sheet = book.active
        assert sheet is not None
        sheet.title = name
        for row in rows:
            sheet.append(row)
        path = tmp_path / "工作量.xlsx"
        book.save(path)
        return path

    return make


@pytest.mark.parametrize("language", Language)
def test_written_workbook_read_again_changes_nothing(tmp_path: Path, language: Language) -> None:
    held = county(TIME, *LINES, ACTUAL)
    path = tmp_path / "a.xlsx"
    write_workload_workbook(path, held, PLAN, CATALOGUE, language)
    found = read(path, held)
    assert (found.changes, found.activities, found.times, found.unchanged) == ((), 4, 1, 5)


@pytest.mark.parametrize("language", Language)
def test_written_workbook_fills_an_empty_county_alike(tmp_path: Path, language: Language) -> None:
    path = tmp_path / "a.xlsx"
    write_workload_workbook(path, county(TIME, *LINES), PLAN, CATALOGUE, language)
    held = county()
    take(path, held)
    made = plan_activities(held, PLAN)
    assert [replace(a, id="", source="") for a in made] == [
        replace(a, id="", source="") for a in LINES
    ]
    assert [a.source for a in made][:2] == ["2020 年报", f"a.xlsx {_sheet(language)}!D5"]
    assert working_times(held, PLAN) == {"nurses": TIME}


def _sheet(language: Language) -> str:
    return "工作活动" if language is Language.ZH else "Activities"


def test_results_stand_in_the_exported_workbook(tmp_path: Path) -> None:
    """1,200 × 60 ÷ 12.5 = 5,760 a year; 36,000 ÷ 5,760 = 6.25; 6.25 ÷ 0.875 + 600 ÷ 1,200 =
    7.1428… + 0.5 = 7.64, in whole persons 8; 8 ÷ 7.64 = 1.05."""
    path = tmp_path / "a.xlsx"
    write_workload_workbook(path, county(TIME, *LINES, ACTUAL), PLAN, CATALOGUE, Language.EN)
    sheet = load_workbook(path)["Staff required"]
    first, second = ([c.value for c in row] for row in sheet.iter_rows(min_row=4, max_row=5))
    assert first[:8] == ["甲卫生院", "Nurses", 7.64, 8, 8, None, 1.05, 0]
    assert first[8].endswith("Actual ÷ required: 8 ÷ 7.64 ≈ 1.05")
    assert second[2:8] == [None] * 6
    assert second[8].endswith("Cannot be computed, because “=门诊” has no units a year")


def test_template_offers_the_words_and_holds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_workload_template(path, county(TIME, *LINES), PLAN, CATALOGUE, Language.ZH)
    book = load_workbook(path)
    assert book.sheetnames == ["工作活动", "工作时间", "可选值"]
    assert [c.value for c in book["工作活动"][3]][:8] == HEADINGS
    offered = {v.formula1: str(v.sqref) for v in book["工作活动"].data_validations.dataValidation}
    assert offered["='可选值'!$C$4:$C$6"] == "C4:C2000"
    assert [book["可选值"].cell(row, 3).value for row in (4, 5, 6)] == [
        "服务活动", "类别宽放", "个人宽放",
    ]  # fmt: skip
    with pytest.raises(FileError) as caught:
        read(path, county())
    assert caught.value.problem is FileProblem.NOTHING_RECOGNISED


def test_figures_are_replaced_and_blank_cells_leave_what_stands(
    workbook: Callable[..., Path],
) -> None:
    held = county(*LINES)
    path = workbook(
        HEADINGS,
        ["甲卫生院", "注册护士", "服务活动", "门诊", None, 40000],
        ["乙卫生院", "nurses", "service", "注射", "6", "24,000"],
    )
    found = take(path, held)
    assert (found.activities, len(found.changes), found.unchanged) == (2, 2, 0)
    first, *_, made = plan_activities(held, PLAN)
    assert (first.minutes, first.volume) == (Decimal("12.5"), Decimal(40000))
    assert (made.name, made.minutes, made.volume, made.order) == ("注射", 6, 24000, 2)
    assert made.source == "工作量.xlsx 工作活动!D3"


@pytest.mark.parametrize(
    ("written", "share"), [(0.15, "0.15"), (15, "0.15"), ("15%", "0.15"), ("0.5 %", "0.005")]
)
def test_share_is_read_as_the_cell_shows_it(
    workbook: Callable[..., Path], written: object, share: str
) -> None:
    held = county()
    row = ["甲卫生院", "注册护士", "类别宽放", "记录", None, None, written]
    take(workbook(HEADINGS, row), held)
    assert [a.share for a in plan_activities(held, PLAN)] == [Decimal(share)]


def test_name_that_is_merged_over_its_rows_counts_for_each(workbook: Callable[..., Path]) -> None:
    path = workbook(
        ["县工作量表"], HEADINGS,
        ["甲卫生院", "注册护士", "服务活动", "门诊", 5, 10],
        [None, "注册护士", "服务活动", "注射", 5, 10],
        ["注：空白不是零"],
    )  # fmt: skip
    book = load_workbook(path)
    book["工作活动"].merge_cells("A3:A4")
    book["工作活动"].merge_cells("A5:H5")
    book.save(path)
    held = county()
    take(path, held)
    assert [(a.facility_id, a.name) for a in plan_activities(held, PLAN)] == [
        ("a", "门诊"), ("a", "注射"),
    ]  # fmt: skip


def refused(path: Path, held: County) -> list[tuple[object, ...]]:
    with pytest.raises(BadCells) as caught:
        read(path, held)
    assert caught.value.source == path.name
    return [(c.sheet, c.row, c.column, c.value, c.reason) for c in caught.value.cells]


def test_every_bad_cell_is_named_with_sheet_row_and_column(workbook: Callable[..., Path]) -> None:
    good = ["甲卫生院", "注册护士", "服务活动", "门诊", 5, 10]
    path = workbook(
        HEADINGS, good,
        ["丁卫生院", "厨师", "", ""],
        ["甲卫生院", "注册护士", "服务活动", "注射", 0, "许多", None, 7],
        ["甲卫生院", "注册护士", "类别宽放", "记录", None, None, 100],
        good,
    )  # fmt: skip
    sheet = "工作活动"
    assert refused(path, county()) == [
        (sheet, 3, "A", "丁卫生院", Reason.UNKNOWN_FACILITY),
        (sheet, 3, "B", "厨师", Reason.UNKNOWN_CHOICE),
        (sheet, 3, "C", "", Reason.EMPTY),
        (sheet, 3, "D", "", Reason.EMPTY),
        (sheet, 4, "E", "0", Reason.OUT_OF_RANGE),
        (sheet, 4, "F", "许多", Reason.NOT_A_NUMBER),
        (sheet, 4, "H", "7", Reason.NOT_OF_KIND),
        (sheet, 5, "G", "100", Reason.OUT_OF_RANGE),
        (sheet, 6, "D", "门诊", Reason.DUPLICATE),
    ]


def test_formula_that_nobody_computed_is_refused(workbook: Callable[..., Path]) -> None:
    path = workbook(HEADINGS, ["甲卫生院", "注册护士", "服务活动", "门诊", 5, "=2*3"])
    assert refused(path, county()) == [("工作活动", 2, "F", "=2*3", Reason.NO_RESULT)]


def test_working_time_must_be_whole_or_stand_there_already(
    workbook: Callable[..., Path],
) -> None:
    path = workbook(TIME_HEADINGS, ["Nurses", None, None, None, None, None, 7], name="时间")
    assert refused(path, county())[0] == ("时间", 2, "B", "", Reason.EMPTY)
    held = county(TIME)
    assert take(path, held).changes == (Change(TIME, replace(TIME, hours_per_day=Decimal(7))),)


def test_impossible_working_time_is_refused_at_its_cell(workbook: Callable[..., Path]) -> None:
    path = workbook(TIME_HEADINGS, ["Nurses", 367, 11, 20, 7, 5, 25], name="时间")
    assert refused(path, county()) == [("时间", 2, "B", "367", Reason.OUT_OF_RANGE)]


def test_workbook_without_either_sheet_is_not_recognised(workbook: Callable[..., Path]) -> None:
    with pytest.raises(FileError) as caught:
        read(workbook(["机构", "床位"], ["甲卫生院", 5]), county())
    assert caught.value.problem is FileProblem.NOTHING_RECOGNISED
