from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

import pypdfium2
import pytest

from db.catalogue import load_catalogue
from db.exchange.pdf import first_pages, target_sheets_pdf
from db.exchange.writing import write_whole
from models.catalogue import Catalogue, Language
from models.county import County
from models.edits import Edit, add
from models.facility import Facility, FacilityClass, FacilityType, PlaceOrigin
from models.geography import Division, DivisionKind
from models.measure import Allocation, Basis, Origin
from models.plan import CountyInfo, Plan, PlanState
from models.sheet_service import sheet_services
from models.target_sheet import SheetFinding, TargetSheet, target_sheet

DAY = date(2026, 11, 22)


def sheets(
    county: County,
    plan: Plan,
    catalogue: Catalogue,
    language: Language = Language.ZH,
    findings: Mapping[str, Sequence[SheetFinding]] = MappingProxyType({}),
) -> list[TargetSheet]:
    rules = catalogue.rules(plan.rule_set)
    services = sheet_services(county, plan.target_year, [f.id for f in county.facilities])
    return [
        target_sheet(
            county,
            plan,
            rules,
            findings.get(facility.id, ()),
            catalogue,
            facility.id,
            language,
            service=services.get(facility.id),
        )
        for facility in county.facilities
    ]


def with_every_measure(county: County, catalogue: Catalogue) -> None:
    """Figures 2001, 2002 … for every measure of the hospital that has none."""
    figures = [
        Allocation("p", "h1", m, Basis.PLANNED, 2025, Decimal(2000 + i), Origin.PLANNER)
        for i, m in enumerate(catalogue.measures)
        if m != "beds"
    ]
    county.apply(Edit("fill", add(*figures)))


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page without spaces and line ends."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [re.sub(r"\s", "", page.get_textpage().get_text_bounded()) for page in document]


def texts(made: Sequence[TargetSheet], language: Language = Language.ZH) -> list[str]:
    return page_texts(target_sheets_pdf(made, language, DAY))


def test_every_name_and_figure_can_be_searched(
    county: County, plan: Plan, catalogue: Catalogue
) -> None:
    with_every_measure(county, catalogue)
    made = sheets(county, plan, catalogue)
    text = "".join(texts(made))
    for sheet in made:
        assert sheet.facility.name in text
        for row in sheet.rows:
            assert re.sub(r"\s", "", row.name) in text
            if row.group == "departments":
                continue
            for value in (row.authorised, row.actual, row.planned):
                assert value is None or str(value) in text


def test_sheet_says_county_plan_state_and_day(
    county: County, plan: Plan, catalogue: Catalogue
) -> None:
    first = texts(sheets(county, plan, catalogue))[0]
    for part in ("机构资源配置目标表", "大足区", "某府发〔2022〕1号", "草案", "2026-11-22"):
        assert part in first
    for part in ("卫生健康主管部门（盖章）", "机构负责人", "日期", "第1页，共1页"):
        assert part in first


def test_issued_sheet_is_not_marked_a_draft(
    county: County, plan: Plan, catalogue: Catalogue
) -> None:
    made = [
        replace(s, state=PlanState.ISSUED, state_word="印发")
        for s in sheets(county, plan, catalogue)
    ]
    text = "".join(texts(made))
    assert "草案" not in text
    assert "印发" in text


def test_each_facility_begins_on_a_page_of_its_own(
    county: County, plan: Plan, catalogue: Catalogue
) -> None:
    with_every_measure(county, catalogue)
    made = sheets(county, plan, catalogue)
    pdf = target_sheets_pdf(made, Language.ZH, DAY)
    pages = page_texts(pdf)
    starts = first_pages(pdf)
    first = starts[1]  # how many pages the facility with every measure takes
    assert first >= 2
    assert starts == [0, first, first + 1, first + 2]
    for sheet, start in zip(made, starts, strict=True):
        assert sheet.facility.name in pages[start]
    for number in range(first):
        assert f"第{number + 1}页，共{first}页" in pages[number]
        assert "人民医院" in pages[number]
    assert "第1页，共1页" in pages[first]


def test_heading_of_the_table_is_repeated(county: County, plan: Plan, catalogue: Catalogue) -> None:
    with_every_measure(county, catalogue)
    pages = texts(sheets(county, plan, catalogue))
    assert all("规划数来源与规则要求" in page for page in pages[:2])


def test_bookmarks_are_the_facilities(county: County, plan: Plan, catalogue: Catalogue) -> None:
    pdf = target_sheets_pdf(sheets(county, plan, catalogue), Language.ZH, DAY)
    with pypdfium2.PdfDocument(pdf) as document:
        titles = [bookmark.get_title() for bookmark in document.get_toc()]
    assert titles == [f.name for f in county.facilities]


def test_blank_is_a_dash_and_zero_is_zero(county: County, plan: Plan, catalogue: Catalogue) -> None:
    pages = texts(sheets(county, plan, catalogue))
    assert "床位张400—499+99" in pages[1]
    assert "床位张012599+99" in pages[2]


def test_group_is_said_not_to_be_one_facility(
    county: County, plan: Plan, catalogue: Catalogue
) -> None:
    pages = texts(sheets(county, plan, catalogue))
    assert ["未列名机构的合计" in page for page in pages] == [False, False, False, True]


def test_demands_are_printed(county: County, plan: Plan, catalogue: Catalogue) -> None:
    first = texts(sheets(county, plan, catalogue))[0]
    assert "≥696人（0.58×床位1200）" in first


def test_findings_are_printed_with_the_reasons_of_those_that_are_accepted(
    county: County, plan: Plan, catalogue: Catalogue
) -> None:
    open_one = SheetFinding("错误", "床护比", "1:0.50", "≥ 1:0.58", "缺 96 人（注册护士）", "专栏1")
    accepted = replace(open_one, state="已确认 2026-11-20", reason="分两批补足", who="张三")
    pages = texts(sheets(county, plan, catalogue, findings={"h1": [open_one], "h2": [accepted]}))
    assert "床护比1:0.50≥1:0.58缺96人（注册护士）专栏1" in pages[0]
    assert "已确认" not in pages[0]
    assert "已确认2026-11-20：分两批补足（张三）" in pages[1]


def test_a_department_is_there_or_not_in_words(
    county: County, plan: Plan, catalogue: Catalogue
) -> None:
    """A fever clinic that is to be set up; a TCM hall of which only the plan says something."""
    figures = [
        Allocation("p", "h2", measure, basis, year, Decimal(value), Origin.PLANNER)
        for measure, basis, year, value in (
            ("dept-fever-clinic", Basis.ACTUAL, 2020, 0),
            ("dept-fever-clinic", Basis.PLANNED, 2025, 1),
            ("dept-tcm-hall", Basis.PLANNED, 2025, 0),
        )
    ]
    county.apply(Edit("set", add(*figures)))
    page = texts(sheets(county, plan, catalogue))[1]
    assert "发热门诊（诊室）—无有增设*" in page
    assert "中医馆——无—" in page


def test_rows_and_their_group_stay_together(
    county: County, plan: Plan, catalogue: Catalogue
) -> None:
    """The name of a group is never the last of a page, and stands again above the rest of it."""
    with_every_measure(county, catalogue)
    pages = texts(sheets(county, plan, catalogue))
    assert pages[0].count("人员") > 0
    for page in pages[:2]:
        assert not page.endswith(("床位", "人员", "车辆", "设备", "用房", "托位"))
    assert "规划数来源与规则要求设备" in pages[1] or "规划数来源与规则要求人员" in pages[1]


def test_signatures_never_stand_alone_on_a_page(
    county: County, plan: Plan, catalogue: Catalogue
) -> None:
    """However many rows the sheet has, the last part comes with them."""
    measures = [m for m in catalogue.measures if m != "beds"]
    for count in range(12, 21):
        figures = [
            Allocation("p", "h2", m, Basis.PLANNED, 2025, Decimal(1), Origin.PLANNER)
            for m in measures[:count]
        ]
        made = County([CountyInfo("500111", "大足区", "Dazu"), plan, *county.facilities, *figures])
        pages = texts([sheets(made, plan, catalogue)[1]])
        assert "规则核对" in pages[-1]


def test_a_long_name_stays_within_the_small_map() -> None:
    """At the edge of the frame, too: nothing of it runs into the signatures below."""
    name = "某县龙岗街道第二中心卫生院暨第二社区卫生服务中心（某县精神卫生康复医院、老年病医院）"
    edge = Division(
        "500111001001", "远村", DivisionKind.VILLAGE, longitude=105.9, latitude=29.7,
        place_origin=PlaceOrigin.APPROXIMATE,
    )  # fmt: skip
    facility = Facility(
        "h", name, FacilityClass.HOSPITAL, FacilityType.GENERAL_HOSPITAL, longitude=105.6,
        latitude=29.7, place_origin=PlaceOrigin.APPROXIMATE,
    )  # fmt: skip
    plan = Plan("p", "规划", "某县规划", "", 2020, 2025, "dazu")
    made = County([plan, edge, facility])
    pdf = target_sheets_pdf(sheets(made, plan, load_catalogue()), Language.ZH, DAY)
    with pypdfium2.PdfDocument(pdf) as document:
        text = document[0].get_textpage()
        (seal, *_) = places(text, "卫生健康主管部门")
        *_, on_map = places(text, "某县龙岗街道第二")
        last = places(text, "老年病")[-1]
    assert on_map[1] > seal[3]
    assert last[1] > seal[3]


def places(page: pypdfium2.PdfTextPage, text: str) -> list[tuple[float, float, float, float]]:
    """Where a text stands: left, bottom, right and top in points from the lower left corner."""
    searcher, found = page.search(text), []
    while (hit := searcher.get_next()) is not None:
        found += [page.get_rect(box) for box in range(page.count_rects(*hit))]
    return found


def test_names_are_text_and_never_markup(county: County, plan: Plan, catalogue: Catalogue) -> None:
    (first, *_) = sheets(county, plan, catalogue)
    name = "#panic()*粗*$x$[<a>\"'\\"
    made = [replace(first, facility=replace(first.facility, name=name))]
    assert name in texts(made)[0]


def test_english_sheet_has_no_chinese_headings(
    county: County, plan: Plan, catalogue: Catalogue
) -> None:
    first = texts(sheets(county, plan, catalogue, Language.EN), Language.EN)[0]
    for part in ("Facilitytargetsheet", "Draft", "Printedon2026-11-22", "Page1of1"):
        assert part in first
    assert "床位" not in first


def test_same_sheets_of_a_day_are_the_same_bytes(
    county: County, plan: Plan, catalogue: Catalogue
) -> None:
    made = sheets(county, plan, catalogue)
    assert target_sheets_pdf(made, Language.ZH, DAY) == target_sheets_pdf(made, Language.ZH, DAY)


def test_only_the_shipped_fonts_are_used(county: County, plan: Plan, catalogue: Catalogue) -> None:
    pdf = target_sheets_pdf(sheets(county, plan, catalogue), Language.ZH, DAY)
    with pypdfium2.PdfDocument(pdf) as document:
        texts_of_pages = [
            text
            for page in document
            for text in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT])
        ]
        fonts = {text.get_font().get_base_name().split("+")[-1] for text in texts_of_pages}
        assert all(text.get_font().is_embedded for text in texts_of_pages)
    assert fonts == {"NotoSansSC-Regular", "NotoSerifSC-Regular"}


def test_no_sheets_are_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="at least one"):
        target_sheets_pdf([], Language.ZH, DAY)


def test_pdf_is_written(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.pdf", b"%PDF")
    assert (tmp_path / "a.pdf").read_bytes() == b"%PDF"


def clinics(count: int, note: str = "") -> list[TargetSheet]:
    """Sheets of village clinics that have little to say but for the note of a figure."""
    plan = Plan("p", "规划", "某县规划", "", 2020, 2025, "test")
    facilities = [
        Facility(f"v{n}", f"第{n}村卫生室", FacilityClass.PRIMARY_CARE, FacilityType.VILLAGE_CLINIC)
        for n in range(count)
    ]
    figures = [
        Allocation(
            "p", f.id, "village-doctors", Basis.PLANNED, 2025, Decimal(1), Origin.PLANNER, note=note
        )
        for f in facilities
    ]
    county = County([plan, *facilities, *figures])
    catalogue = load_catalogue()
    return [target_sheet(county, plan, (), (), catalogue, f.id, Language.ZH) for f in facilities]


def test_village_clinics_share_a_page_by_twos() -> None:
    pages = texts(clinics(3))
    assert ["第0村" in pages[0], "第1村" in pages[0], "第2村" in pages[1]] == [True] * 3
    assert len(pages) == 2
    assert first_pages(target_sheets_pdf(clinics(3), Language.ZH, DAY)) == [0, 0, 1]


def test_a_form_that_is_longer_than_half_a_page_is_not_cut() -> None:
    """A note of 900 characters: the second form no longer fits under the first."""
    pages = texts(clinics(2, note="很长的备注" * 180))
    assert len(pages) == 2
    assert all(page.count("很长的备注") == 180 for page in pages)
