"""Sessions to test pages on: a small made county, and the Dazu sample."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from db.catalogue import load_catalogue
from db.county_file import create, open_county_file
from db.samples import sample_records
from desktop import cli
from desktop.main_window import MainWindow
from desktop.pages.facilities import FacilitiesPage
from desktop.session import CountySession
from desktop.settings import Settings
from models.catalogue import Catalogue, Language
from models.edits import Record
from models.facility import Facility, FacilityClass, FacilityType, Ownership, PlaceOrigin
from models.geography import Division, DivisionKind
from models.measure import Allocation, Basis, Origin
from models.plan import (
    CountyInfo,
    Indicator,
    Nature,
    Plan,
    Population,
    PopulationGroup,
    PopulationOrigin,
)
from models.rules.rule import Bound, Rule, RuleKind, Source

SOURCE = Source("测试规划", "第一条", "2021-01-01")
RULES = (
    Rule("test.beds", RuleKind.RATE, Nature.EXPECTED, Bound.AT_LEAST, Fraction(6), "每千人口床位数",
         "Beds per 1,000", SOURCE, measure="beds", per=1000, indicator="每千人口床位数（张）"),
    Rule("test.staff-per-bed", RuleKind.RATIO, Nature.BINDING, Bound.AT_LEAST, Fraction(14, 10),
         "床人比", "Staff per bed", SOURCE, measure="health-personnel", denominator="beds",
         per_facility=True, indicator="床人比"),
    Rule("test.physicians-per-bed", RuleKind.RATIO, Nature.EXPECTED, Bound.AT_LEAST,
         Fraction(45, 100), "床医比", "Physicians per bed", SOURCE, measure="physicians",
         denominator="beds", per_facility=True),
    Rule("test.nurses-per-physician", RuleKind.RATIO, Nature.EXPECTED, Bound.AT_LEAST,
         Fraction(13, 10), "医护比", "Nurses per physician", SOURCE, measure="nurses",
         denominator="physicians", per_facility=True),
    Rule("test.radius-rural", RuleKind.RADIUS, Nature.EXPECTED, Bound.AT_MOST, Fraction(10000),
         "急救半径（农村）", "Emergency radius, rural", SOURCE, urban=False),
)  # fmt: skip


def beds(facility_id: str, basis: Basis, value: int) -> Allocation:
    year = 2025 if basis is Basis.PLANNED else 2020
    return Allocation(
        "plan", facility_id, "beds", basis, year, Decimal(value), Origin.PUBLISHED, "专栏3"
    )


def small_county() -> list[object]:
    """A hospital, two township centres, a group row; 100,000 people; beds on all bases."""
    place = {"longitude": 105.7, "latitude": 29.7, "place_origin": PlaceOrigin.APPROXIMATE}
    figures = {"h": (400, 450, 500), "b": (30, 30, 40), "c": (20, 25, 20), "g": (100, None, 100)}
    allocations = [
        beds(facility_id, basis, value)
        for facility_id, values in figures.items()
        for basis, value in zip(Basis, values, strict=True)
        if value is not None
    ]
    return [
        CountyInfo("500999", "测试县", "Test County"),
        Division("500999100", "甲镇", DivisionKind.TOWN, urban=False, population=60000, **place),
        Division("500999101", "远镇", DivisionKind.TOWN, urban=False, longitude=106.2,
                 latitude=29.7, population=40000),
        Population(2020, PopulationGroup.RESIDENT, 100000, PopulationOrigin.ENTERED, "测试"),
        Plan("plan", "规划", "测试县规划", "测府发〔2021〕1号", 2020, 2025, "test", source="测试"),
        Facility("h", "甲医院", FacilityClass.HOSPITAL, FacilityType.GENERAL_HOSPITAL,
                 Ownership.PUBLIC, order=1, emergency_site=True, township="500999100", **place),
        Facility("b", "乙卫生院", FacilityClass.PRIMARY_CARE, FacilityType.TOWNSHIP_HEALTH_CENTRE,
                 Ownership.PUBLIC, order=2, township="500999100", **place),
        Facility("c", "丙卫生院", FacilityClass.PRIMARY_CARE, FacilityType.TOWNSHIP_HEALTH_CENTRE,
                 Ownership.PUBLIC, order=3, township="500999101"),
        Facility("g", "社会办医院（未列名）", FacilityClass.HOSPITAL, FacilityType.UNSPECIFIED,
                 Ownership.PRIVATE, order=4, is_group=True),
        Indicator("i1", "plan", 1, "1", "每千人口床位数（张）", "资源", "5.5", "6",
                  Nature.EXPECTED),
        Indicator("i2", "plan", 2, "", "其中：公立医院", "资源", "4", "——", Nature.EXPECTED, "i1"),
        Indicator("i3", "plan", 3, "2", "床人比", "资源", "1:1.2", "1:1.4", Nature.BINDING),
        *allocations,
    ]  # fmt: skip


def catalogue_with_test_rules() -> Catalogue:
    shipped = load_catalogue()
    return Catalogue(shipped.measures, {**shipped.rule_sets, "test": RULES}, shipped.words)


@pytest.fixture
def session(qapp: object, tmp_path: Path) -> Iterator[CountySession]:
    """A session on `small_county`."""
    path = tmp_path / "测试县.weigui"
    create(path, small_county(), "新建")  # type: ignore[arg-type]
    session = CountySession(open_county_file(path), catalogue_with_test_rules(), Language.ZH)
    yield session
    session.close()


@pytest.fixture
def dazu(qapp: object, tmp_path: Path) -> Iterator[CountySession]:
    """A session on the Dazu sample."""
    path = tmp_path / "大足区.weigui"
    create(path, sample_records("dazu"), "新建")
    session = CountySession(open_county_file(path), load_catalogue(), Language.ZH)
    yield session
    session.close()


@pytest.fixture
def county_file(tmp_path: Path) -> Path:
    """A file that holds `small_county`, and is not open."""
    path = tmp_path / "测试县.weigui"
    create(path, small_county(), "新建")  # type: ignore[arg-type]
    return path


@pytest.fixture
def dazu_file(tmp_path: Path) -> Path:
    """The Dazu sample in a file that is not open."""
    path = tmp_path / "大足区.weigui"
    create(path, sample_records("dazu"), "新建")
    return path


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of nobody."""
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def window(qtbot: QtBot, settings: Settings) -> Iterator[MainWindow]:
    """The main window on its start page, in English (the language of the source strings)."""
    window = MainWindow(settings, Language.EN)
    window.show()
    yield window
    give_up_typing(window)
    window.close()
    window.deleteLater()


def give_up_typing(window: MainWindow) -> None:
    """What is half typed in a form would keep the window open."""
    if window.workspace is not None:
        facilities = window.workspace.pages["facilities"]
        assert isinstance(facilities, FacilitiesPage)
        facilities.form.revert()


@pytest.fixture
def county_records() -> list[object]:
    """The records of `small_county`."""
    return small_county()


@pytest.fixture
def test_catalogue() -> Catalogue:
    """The shipped catalogue with the rule set "test" of the small county."""
    return catalogue_with_test_rules()


@pytest.fixture
def twins() -> list[Record]:
    """A county whose two facilities have one name, in two townships, as published plans have."""
    facilities = [
        Facility(code, "卫生院", FacilityClass.PRIMARY_CARE, FacilityType.TOWNSHIP_HEALTH_CENTRE,
                 township=code)
        for code in ("500111101", "500111102")
    ]  # fmt: skip
    return [
        CountyInfo("500111", "大足区"),
        *(Division(f.id, f"{f.id}镇", DivisionKind.TOWN) for f in facilities),
        Plan("p", "规划", "标题", "", 2020, 2025, "dazu"),
        *facilities,
    ]


def table_text(*rows: tuple[str, ...]) -> str:
    """Rows as the raw text of a plan holds them: a tab before each cell, a blank line after a row,
    two at the end."""
    return "\n\n".join("\n".join(f"\t{cell}" for cell in row) for row in rows) + "\n\n\n"


@pytest.fixture
def plan_document(tmp_path: Path) -> Path:
    """A plan's text with three contradictions: a total of 190 over rows that sum to 180, a rate of
    2.95 for 300 beds of 100,000 people, and a goal for 2027 in a plan for 2021 to 2025."""
    path = tmp_path / "丁县规划.txt"
    path.write_text(
        "丁县医疗卫生服务体系“十四五”规划\n\n"
        "主要目标\n到2027年，建成县域医共体。\n\n"
        "专栏2  丁县床位配置标准\n\n"
        + table_text(
            ("机构类别", "编制床位数（张）", "每千常住人口编制床位数（张）"),
            ("", "2020年", "2025年", "2020年", "2025年"),
            ("全县", "615", "700", "6.15", "7.00"),
            ("医院", "300", "400", "2.95", "4.00"),
            ("基层医疗卫生机构", "315", "300", "3.15", "3.00"),
        )
        + "专栏3  丁县床位布局\n\n"
        + table_text(
            (
                "序号",
                "机构名称",
                "现有编制床位（张）",
                "实有床位（张）",
                "2025年规划编制床位（张）",
            ),
            ("1", "丁县人民医院", "100", "120", "150"),
            ("2", "丁县中医院", "80", "90", "100"),
            ("", "合计", "190", "210", "250"),
        ),
        encoding="utf-8",
    )
    return path


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def geo(qapp: object, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `weigui geo` in English; its exit code, output and errors."""

    def run(*arguments: object) -> tuple[int, str, str]:
        code = cli.main(["geo", *map(str, arguments), "--lang", "en"])
        out, err = capsys.readouterr()
        return code, out, err

    return run
