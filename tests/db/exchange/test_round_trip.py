"""What is written in a layout and read again changes nothing."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from db.catalogue import load_catalogue
from db.exchange.importing import read_table_file
from db.exchange.xlsx import write_allocation_workbook
from db.samples import SAMPLES, sample_records
from models.catalogue import Language
from models.county import County
from models.edits import Change, Edit
from models.facility import Facility, FacilityClass, FacilityType, Ownership
from models.importing import ImportReading
from models.layout import Layout
from models.measure import Allocation, Basis, Measure, Origin
from models.name_matching import NameMatcher
from models.plan import CountyInfo, Indicator, Nature, Plan, Project

CATALOGUE = load_catalogue()
PLAN = Plan("p", "规划", "某县“十四五”规划", "", 2020, 2025, "")
LETTERS = "甲乙丙丁县镇村院室所中心（）=+-@'\"%，,. 0１aB_"
TEXTS = st.text(LETTERS, min_size=1, max_size=8).map(str.strip).filter(bool)
NAMES = TEXTS.map(lambda text: f"机构{text}号")  # never a heading's word or a 合计
COUNTS = st.none() | st.integers(0, 10**6)


def written_and_read(county: County, layout: Layout, language: Language) -> ImportReading:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.xlsx"
        plan = county.plans[0]
        write_allocation_workbook(path, county, plan, layout, CATALOGUE, language)
        return read_table_file(path, county, plan, CATALOGUE)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("sample", SAMPLES)
def test_an_export_of_a_sample_read_again_changes_nothing(
    sample: str, layout: Layout, language: Language
) -> None:
    reading = written_and_read(County(sample_records(sample)), layout, language)
    assert reading.changes == ()


@pytest.mark.parametrize(
    ("sample", "layout", "record"),
    [
        ("dazu", Layout.INDICATORS, Indicator),
        ("pingluo", Layout.INDICATORS, Indicator),
        ("wushan", Layout.PROJECTS, Project),
        ("dazu", Layout.EQUIPMENT, Allocation),
        ("dazu", Layout.THREE_COLUMN, Allocation),
    ],
)
def test_an_export_read_into_an_empty_plan_brings_everything_back(
    tmp_path: Path, sample: str, layout: Layout, record: type
) -> None:
    county = County(sample_records(sample))
    plan = county.plans[0]
    path = tmp_path / "a.xlsx"
    write_allocation_workbook(path, county, plan, layout, CATALOGUE, Language.ZH)
    bare = County(r for r in county.records() if not isinstance(r, record))
    bare.apply(Edit("导入", read_table_file(path, bare, plan, CATALOGUE).changes))

    def facts(of: County) -> list[object]:
        found = []
        for r in of.table(record).values():
            match r:
                case Indicator():
                    found.append((r.order, r.number, r.name, r.category, r.baseline, r.target,
                                  r.nature, r.unit, r.parent is None))  # fmt: skip
                case Project():
                    found.append((r.order, r.number, r.name, r.nature, r.content, r.period,
                                  r.total_investment, r.period_investment, r.note))  # fmt: skip
                case Allocation():
                    is_equipment = CATALOGUE.measures[r.measure].group == "equipment"
                    if is_equipment == (layout is Layout.EQUIPMENT):
                        found.append((*r.key, r.value))
        return sorted(found, key=str)

    assert facts(bare) == facts(county)
    assert facts(bare)


@st.composite
def counties(draw: st.DrawFn) -> County:
    """Up to six facilities with beds, equipment, notes; indicators with sub-rows; projects."""
    names = draw(st.lists(NAMES, max_size=6, unique=True))
    facilities = [
        Facility(f"f{n}", name, draw(st.sampled_from(FacilityClass)), FacilityType.UNSPECIFIED,
                 draw(st.sampled_from(Ownership)), order=n, is_group=draw(st.booleans()))
        for n, name in enumerate(names)
    ]  # fmt: skip
    cells = [("beds", Basis.AUTHORISED, 2020), ("beds", Basis.ACTUAL, 2020),
             ("beds", Basis.PLANNED, 2025), ("ct-64", Basis.ACTUAL, 2020),
             ("ct-64", Basis.PLANNED, 2025)]  # fmt: skip
    allocations = [
        Allocation("p", f.id, *cell, Decimal(value), Origin.PLANNER, note=draw(TEXTS))
        for f in facilities
        for cell in cells
        if (value := draw(COUNTS)) is not None
    ]
    indicators: list[Indicator] = []
    parent: str | None = None
    for n, name in enumerate(draw(st.lists(NAMES, max_size=5, unique=True))):
        is_sub = parent is not None and draw(st.booleans())
        indicators.append(
            Indicator(f"i{n}", "p", n, "" if is_sub else str(n), name, draw(TEXTS | st.just("")),
                      draw(TEXTS), draw(st.sampled_from(["", "——", "≥3", "1:1.4", "*", "7.0"])),
                      draw(st.sampled_from(Nature)), parent if is_sub else None)
        )  # fmt: skip
        parent = parent if is_sub else f"i{n}"
    money = st.none() | st.decimals(0, 10**8, places=2)
    projects = [
        Project(f"p{n}", "p", n, draw(TEXTS | st.just("")), name, draw(TEXTS), draw(TEXTS), "",
                draw(money), draw(money), note=draw(TEXTS | st.just("")))
        for n, name in enumerate(draw(st.lists(NAMES, max_size=4, unique=True)))
    ]  # fmt: skip
    return County([CountyInfo("500999", "某县"), PLAN, *facilities, *indicators, *projects,
                   *allocations])  # fmt: skip


@pytest.mark.parametrize("layout", Layout)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(county=counties(), language=st.sampled_from(Language))
def test_any_county_comes_back_as_it_was(
    layout: Layout, county: County, language: Language
) -> None:
    matcher = NameMatcher(county)
    if any(len(matcher.match(f.name).facilities) > 1 for f in county.facilities):
        return  # two names that differ in width or spaces only are refused as ambiguous
    assert written_and_read(county, layout, language).changes == ()


@pytest.mark.parametrize("layout", Layout)
def test_texts_that_look_like_formulas_stay_texts(tmp_path: Path, layout: Layout) -> None:
    names = [f"{sign}SUM(A1)" for sign in "=+-@"]
    county = County(
        [
            CountyInfo("500999", "某县"),
            PLAN,
            *(Facility(n, n, FacilityClass.HOSPITAL, FacilityType.UNSPECIFIED) for n in names),
            *(Indicator(n, "p", 1, n, n, n, n, n, Nature.BINDING) for n in names),
            *(Project(n, "p", 1, n, n, n, n, n, note=n) for n in names),
            *(Allocation("p", n, measure, Basis.PLANNED, 2025, Decimal(1), Origin.PLANNER, note=n)
              for n in names for measure in ("beds", "ct-64")),
        ]
    )  # fmt: skip
    path = tmp_path / "a.xlsx"
    write_allocation_workbook(path, county, PLAN, layout, CATALOGUE, Language.ZH)
    cells = [c for s in load_workbook(path) for row in s.iter_rows() for c in row]
    signed = [c for c in cells if str(c.value) in names]
    assert {c.data_type for c in signed} <= {"s"}
    assert signed or layout is Layout.BED_STANDARD
    assert read_table_file(path, county, PLAN, CATALOGUE).changes == ()


@pytest.mark.parametrize("layout", Layout)
def test_every_sheet_is_set_up_for_screen_and_print(tmp_path: Path, layout: Layout) -> None:
    county = County(sample_records("dazu"))
    path = tmp_path / "a.xlsx"
    write_allocation_workbook(path, county, county.plans[0], layout, CATALOGUE, Language.ZH)
    has_two = layout in (Layout.BED_STANDARD, Layout.EQUIPMENT)
    for sheet in load_workbook(BytesIO(path.read_bytes())):
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.print_title_rows == ("$1:$4" if has_two else "$1:$3")
        assert sheet.freeze_panes.endswith("5" if has_two else "4")
        assert sheet["A3"].border.left.style == "thin"
        assert sheet.column_dimensions["A"].width >= 6
        merged = {str(area) for area in sheet.merged_cells.ranges}
        assert any(area.startswith("A1:") for area in merged)
        assert not has_two or "A3:A4" in merged


@pytest.mark.parametrize("language", Language)
def test_own_equipment_with_figures_is_written_and_read(tmp_path: Path, language: Language) -> None:
    own = [
        Measure("own-1", "equipment", "移动方舱", "", "台", "", decimals=1),
        Measure("own-2", "equipment", "无数据设备", "Device without figures", "台", ""),
        Measure("own-3", "staff", "护工", "Care workers", "人", "persons"),
    ]
    figures = [
        Allocation("p", "甲", measure, Basis.PLANNED, 2025, Decimal(value), Origin.PLANNER)
        for measure, value in (("own-1", "2.5"), ("own-3", "3"), ("ct-64", "1"))
    ]
    facility = Facility("甲", "甲医院", FacilityClass.HOSPITAL, FacilityType.GENERAL_HOSPITAL)
    county = County([CountyInfo("500999", "某县"), PLAN, facility, *own, *figures])
    path = tmp_path / "a.xlsx"
    write_allocation_workbook(path, county, PLAN, Layout.EQUIPMENT, CATALOGUE, language)
    (sheet,) = load_workbook(path).worksheets
    headings = [cell.value for cell in sheet[3] if cell.value]
    assert headings[2:] == ["移动方舱"]
    assert 2.5 in [cell.value for cell in sheet[5]]
    assert read_table_file(path, county, PLAN, CATALOGUE).changes == ()
    (blank, *_) = county.table(Allocation).values()
    county.apply(Edit("", [Change(blank, None)]))
    (change,) = read_table_file(path, county, PLAN, CATALOGUE).changes
    assert isinstance(change.after, Allocation)
    assert (change.after.measure, change.after.value) == ("own-1", Decimal("2.5"))


def test_bed_standard_is_computed_from_the_institutions(tmp_path: Path) -> None:
    county = County(sample_records("dazu"))
    path = tmp_path / "a.xlsx"
    write_allocation_workbook(
        path, county, county.plans[0], Layout.BED_STANDARD, CATALOGUE, Language.ZH
    )
    rows = list(load_workbook(path).worksheets[0].iter_rows(min_row=5, values_only=True))
    assert rows[0][0] == "全区"
    assert rows[0][1] == "=N(B6)+N(B9)+N(B10)" or str(rows[0][1]).startswith("=N(B6)")
    assert rows[1][:3] == ("医院", 3285, 3674)
    assert rows[2][:3] == ("其中：公立医院", 2000, 2389)
    assert "人计算" in str(rows[-1][0])


def test_a_changed_indicator_is_one_change_with_its_cell_as_source(tmp_path: Path) -> None:
    county = County(sample_records("dazu"))
    plan = county.plans[0]
    path = tmp_path / "a.xlsx"
    write_allocation_workbook(path, county, plan, Layout.INDICATORS, CATALOGUE, Language.ZH)
    book = load_workbook(path)
    book.worksheets[0]["E5"] = "≥80"
    book.save(path)
    (change,) = read_table_file(path, county, plan, CATALOGUE).changes
    assert isinstance(change.before, Indicator)
    assert change.after == replace(change.before, target="≥80", source="a.xlsx 主要发展指标!C5")
