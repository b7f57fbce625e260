from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from db.exchange.importing import read_table_file
from db.exchange.xlsx import write_allocation_workbook
from db.samples import SAMPLES, sample_records
from models.catalogue import Catalogue, Language
from models.county import County
from models.edits import Edit
from models.errors import BadCell, BadCells, FileError, FileProblem, LeftAside, Reason
from models.importing import ImportReading, RecognisedPart
from models.layout import Layout
from models.measure import Allocation, Basis, Origin
from models.plan import Plan

HEADING = ("序号", "机构名称", "现有编制床位（张）", "实有床位（张）", "2025年规划编制床位（张）")
Typed = Callable[..., Path]


@pytest.fixture
def typed(tmp_path: Path) -> Typed:
    """A workbook of rows as a person types them, on a sheet called 床位."""

    def make(*rows: Sequence[object]) -> Path:
        book = Workbook()
        sheet = book.worksheets[0]
        sheet.title = "床位"
        for row in rows:
            sheet.append(row)
        path = tmp_path / "typed.xlsx"
        book.save(path)
        return path

    return make


def figures(reading: ImportReading) -> dict[tuple[str, Basis], Decimal]:
    made = [change.after for change in reading.changes]
    return {(a.facility_id, a.basis): a.value for a in made if isinstance(a, Allocation)}


def refused(path: Path, county: County, plan: Plan, catalogue: Catalogue) -> tuple[BadCell, ...]:
    with pytest.raises(BadCells) as caught:
        read_table_file(path, county, plan, catalogue)
    assert caught.value.source == path.name
    return caught.value.cells


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("language", Language)
def test_what_was_written_changes_nothing(
    tmp_path: Path,
    county: County,
    plan: Plan,
    catalogue: Catalogue,
    layout: Layout,
    language: Language,
) -> None:
    path = tmp_path / "a.xlsx"
    write_allocation_workbook(path, county, plan, layout, catalogue, language)
    reading = read_table_file(path, county, plan, catalogue)
    assert (reading.changes, reading.left_aside) == ((), ())
    counts = {Layout.THREE_COLUMN: 10, Layout.ONE_COLUMN: 4, Layout.BED_STANDARD: 8}
    assert reading.unchanged == counts.get(layout, 0)


@pytest.mark.parametrize("sample", SAMPLES)
def test_published_plan_comes_back_whole(tmp_path: Path, sample: str, catalogue: Catalogue) -> None:
    county = County(sample_records(sample))
    plan = county.plans[0]
    path = tmp_path / "a.xlsx"
    write_allocation_workbook(path, county, plan, Layout.THREE_COLUMN, catalogue, Language.ZH)
    bare = County(r for r in county.records() if not isinstance(r, Allocation))
    reading = read_table_file(path, bare, plan, catalogue)
    bare.apply(Edit("导入", reading.changes))
    for basis, year in ((Basis.AUTHORISED, 2020), (Basis.ACTUAL, 2020), (Basis.PLANNED, 2025)):
        before = county.column(plan.id, "beds", basis, year)
        after = bare.column(plan.id, "beds", basis, year)
        assert {k: a.value for k, a in after.items()} == {k: a.value for k, a in before.items()}


def test_changed_value_is_imported_from_its_cell(
    tmp_path: Path, county: County, plan: Plan, catalogue: Catalogue
) -> None:
    path = tmp_path / "a.xlsx"
    write_allocation_workbook(path, county, plan, Layout.THREE_COLUMN, catalogue, Language.ZH)
    book = load_workbook(path)
    book["公立医院"]["E4"] = 1250
    book.save(path)
    (change,) = read_table_file(path, county, plan, catalogue).changes
    assert isinstance(change.before, Allocation)
    assert change.before.value == 1200
    assert change.after == replace(
        change.before, value=Decimal(1250), origin=Origin.IMPORTED, source="a.xlsx 公立医院!E4"
    )


def test_table_typed_by_people_is_taken(
    typed: Typed, empty_county: County, plan: Plan, catalogue: Catalogue
) -> None:
    path = typed(
        ("某县床位表",),
        (),
        (None, " 单位名称", "编制床位", "地址", "规划床位数"),
        (1, "人民 医院", "1,200　", "城南", "９９"),
        (2, "中医医院", None, None, 499.0),
        (3, "社会办医院(未列名机构合计)", "——", None, 0),
    )
    reading = read_table_file(path, empty_county, plan, catalogue)
    assert figures(reading) == {
        ("h1", Basis.AUTHORISED): 1200,
        ("h1", Basis.PLANNED): 99,
        ("h2", Basis.PLANNED): 499,
        ("g", Basis.PLANNED): 0,
    }
    columns = (
        ("", "ignored"),
        ("单位名称", "name"),
        ("编制床位", "value beds authorised 2020"),
        ("地址", "ignored"),
        ("规划床位数", "value beds planned 2025"),
    )
    assert reading.recognised == (RecognisedPart("layout", "床位", "3", 3, columns),)
    assert reading.left_aside == (LeftAside("床位!D3", "地址", "unknown-column"),)


def test_two_tables_on_a_sheet_are_taken(
    typed: Typed, empty_county: County, plan: Plan, catalogue: Catalogue
) -> None:
    path = typed(
        ("机构名称", "实有床位"),
        ("人民医院", 5),
        ("合计", 5),
        ("医疗机构", "规划床位"),
        ("人民医院", 7),
        ("合计", 7),
    )
    reading = read_table_file(path, empty_county, plan, catalogue)
    assert figures(reading) == {("h1", Basis.ACTUAL): 5, ("h1", Basis.PLANNED): 7}
    assert reading.left_aside == ()


def test_blank_cell_leaves_the_value_that_is_there(
    typed: Typed, county: County, plan: Plan, catalogue: Catalogue
) -> None:
    path = typed(HEADING, (1, "人民医院", None, "", "—"))
    reading = read_table_file(path, county, plan, catalogue)
    assert (reading.changes, reading.unchanged) == ((), 0)


def test_remark_becomes_the_note(
    typed: Typed, county: County, plan: Plan, catalogue: Catalogue
) -> None:
    path = typed(("医疗机构", "2025年编制床位配置目标（张）", "备注"), ("人民医院", 1200, "含分院"))
    (change,) = read_table_file(path, county, plan, catalogue).changes
    assert isinstance(change.before, Allocation)
    assert change.after == replace(change.before, note="含分院")


def test_every_bad_cell_is_listed_and_nothing_is_taken(
    typed: Typed, empty_county: County, plan: Plan, catalogue: Catalogue
) -> None:
    path = typed(
        HEADING,
        (1, "人民医院", "约100", -1, 99.5),
        (2, "县医院", 1, 1, 1),
        (3, None, None, None, 7),
        (4, "中医医院", True, datetime.date(2025, 1, 1), 10**13),
    )
    assert refused(path, empty_county, plan, catalogue) == (
        BadCell("床位", 2, "C", "约100", Reason.NOT_A_NUMBER),
        BadCell("床位", 2, "D", "-1", Reason.NEGATIVE),
        BadCell("床位", 2, "E", "99.5", Reason.NOT_WHOLE),
        BadCell("床位", 3, "B", "县医院", Reason.UNKNOWN_FACILITY),
        BadCell("床位", 4, "B", "", Reason.EMPTY),
        BadCell("床位", 5, "C", "True", Reason.NOT_A_NUMBER),
        BadCell("床位", 5, "D", "2025-01-01 00:00:00", Reason.NOT_A_NUMBER),
        BadCell("床位", 5, "E", "10000000000000", Reason.TOO_LARGE),
    )


def test_name_that_two_facilities_bear_is_refused(
    typed: Typed, empty_county: County, plan: Plan, catalogue: Catalogue
) -> None:
    twin = replace(empty_county.facility("h1"), id="h9")
    county = County([*empty_county.records(), twin])
    path = typed(HEADING, (1, "人民医院", 1, 1, 1))
    (cell,) = refused(path, county, plan, catalogue)
    assert cell == BadCell("床位", 2, "B", "人民医院", Reason.AMBIGUOUS_FACILITY)


def test_facility_or_column_given_twice_is_refused(
    typed: Typed, empty_county: County, plan: Plan, catalogue: Catalogue
) -> None:
    path = typed(("机构名称", "实有床位", "实有床位数"), ("人民医院", 1, 2), ("人民医院", 1, 2))
    assert refused(path, empty_county, plan, catalogue) == (
        BadCell("床位", 1, "C", "实有床位数", Reason.DUPLICATE),
        BadCell("床位", 3, "A", "人民医院", Reason.DUPLICATE),
    )


def test_formula_that_was_never_computed_is_refused(
    typed: Typed, empty_county: County, plan: Plan, catalogue: Catalogue
) -> None:
    path = typed(HEADING, (1, "人民医院", "=50+49", None, None))
    (cell,) = refused(path, empty_county, plan, catalogue)
    assert cell == BadCell("床位", 2, "C", "=50+49", Reason.NO_RESULT)


def test_typed_total_that_is_not_the_sum_is_told(
    typed: Typed, empty_county: County, plan: Plan, catalogue: Catalogue
) -> None:
    path = typed(
        HEADING,
        (1, "人民医院", 1200, 1333, 1200),
        (2, "中医医院", 400, 550, 499),
        (None, "合 计", 1600, 1884, "见下"),
        (None, "注：不含民营", None, None, None),
    )
    reading = read_table_file(path, empty_county, plan, catalogue)
    assert reading.left_aside == (
        LeftAside("床位!D4", "1884", "total-differs", ("1883",)),
        LeftAside("床位!E4", "见下", "total-differs", ("1699",)),
        LeftAside("床位!5", "注：不含民营", "note"),
    )


def test_typed_subtotal_is_left_aside(
    typed: Typed, empty_county: County, plan: Plan, catalogue: Catalogue
) -> None:
    path = typed(
        ("机构名称", "规划床位"), ("医院小计", 9), ("人民医院", 9), ("基层小计", None), ("合计", 18)
    )
    reading = read_table_file(path, empty_county, plan, catalogue)
    assert reading.left_aside == (LeftAside("床位!B2", "9", "subtotal"),)
    assert len(reading.changes) == 1


def test_sheet_of_another_kind_is_left_aside(
    typed: Typed, county: County, plan: Plan, catalogue: Catalogue
) -> None:
    path = typed(HEADING, (1, "人民医院", 1200, None, None))
    book = load_workbook(path)
    book.create_sheet("说明").append(("填表说明",))
    book.create_sheet("空")
    book.save(path)
    reading = read_table_file(path, county, plan, catalogue)
    assert reading.left_aside == (LeftAside("说明", "填表说明", "unknown-table"),)


def problem(path: Path, county: County, plan: Plan, catalogue: Catalogue) -> tuple[object, str]:
    with pytest.raises(FileError) as caught:
        read_table_file(path, county, plan, catalogue)
    return caught.value.problem, caught.value.detail


def test_workbook_without_an_allocation_table_is_refused(
    typed: Typed, county: County, plan: Plan, catalogue: Catalogue
) -> None:
    found = problem(typed(("机构名称", "地址"), ("人民医院", "城南")), county, plan, catalogue)
    assert found == (FileProblem.NOTHING_RECOGNISED, "")


def test_missing_file_is_said(
    tmp_path: Path, county: County, plan: Plan, catalogue: Catalogue
) -> None:
    assert problem(tmp_path / "a.xlsx", county, plan, catalogue)[0] is FileProblem.MISSING


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"a,b\n1,2\n", (FileProblem.UNKNOWN_FORMAT, "")),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"W\0o\0r\0k\0b\0o\0o\0k\0",
         (FileProblem.UNKNOWN_FORMAT, "xls")),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
         (FileProblem.UNKNOWN_FORMAT, "encrypted")),
        (b"PK\x03\x04 cut off", (FileProblem.DAMAGED, "BadZipFile")),
    ],
)  # fmt: skip
def test_other_and_damaged_files_are_refused(
    tmp_path: Path,
    county: County,
    plan: Plan,
    catalogue: Catalogue,
    content: bytes,
    expected: tuple[object, str],
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    assert problem(path, county, plan, catalogue) == expected


def test_truncated_workbook_is_damaged(
    typed: Typed, tmp_path: Path, county: County, plan: Plan, catalogue: Catalogue
) -> None:
    path = typed(HEADING)
    cut = tmp_path / "cut.xlsx"
    cut.write_bytes(path.read_bytes()[:-200])
    assert problem(cut, county, plan, catalogue)[0] is FileProblem.DAMAGED


def test_other_office_files_are_damaged_as_workbooks(
    typed: Typed, tmp_path: Path, county: County, plan: Plan, catalogue: Catalogue
) -> None:
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "word.xml").write_text("<w/>")
    archive = shutil.make_archive(str(tmp_path / "letter"), "zip", folder)
    workbook = Path(archive).rename(tmp_path / "letter.xlsx")
    assert problem(workbook, county, plan, catalogue)[0] is FileProblem.DAMAGED
