"""Dazu's whole job: from the published plan to signed sheets and back from a spreadsheet."""

from __future__ import annotations

import re
from decimal import Decimal

import openpyxl
import pypdfium2
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCommandLinkButton

from desktop.dialogs.import_wizard import ImportWizard
from desktop.dialogs.sample_dialog import SampleDialog
from desktop.dialogs.sheet_dialog import SheetDialog
from desktop.pages.start import StartPage
from models.measure import Basis

pytestmark = pytest.mark.slow

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def dazu(planner, tmp_path):
    """The planner with Dazu's county file, made from the start page."""
    start = planner.window.findChild(StartPage)
    start.findChildren(QCommandLinkButton)[1].click()
    planner.dialog(SampleDialog).findChildren(QCommandLinkButton)[0].click()
    planner.choose_file(tmp_path / "大足区.weigui")
    assert planner.window.windowTitle().startswith("大足区")
    return planner


def planned(planner, facility: str, measure: str = "beds") -> Decimal | None:
    found = next(f for f in planner.session.county.facilities if f.name == facility)
    plan = planner.session.plan
    allocation = planner.session.county.allocation(
        plan.id, found.id, measure, Basis.PLANNED, plan.target_year
    )
    return None if allocation is None else allocation.value


def find_cell(planner, facility: str, measure: str = "beds"):
    """Go to a cell of the allocation table by the search field and the arrow keys."""
    page = planner.go_to("allocation")
    planner.press("Ctrl+F")
    planner.type(facility)
    assert page.model.shown_facilities == 1
    found = next(f for f in planner.session.county.facilities if f.name == facility)
    page.view.setFocus()
    planner.press("Ctrl+Home")
    index = page.model.index_of(found.id, measure, Basis.PLANNED)
    planner.press("Down", index.row() - page.view.currentIndex().row())
    planner.press("Right", index.column() - page.view.currentIndex().column())
    assert page.view.currentIndex() == index
    return page


def test_a_facility_is_found_changed_and_another_added(dazu):
    page = dazu.go_to("facilities")
    dazu.press("Ctrl+F")
    dazu.type("龙岗")
    assert page.proxy.rowCount() == 1
    page.table.setFocus()
    dazu.press("Ctrl+Home")
    page.table.selectRow(0)
    field = page.form.fields.texts["grade"]
    field.setFocus()
    dazu.press("Ctrl+A")
    dazu.type("甲等")
    dazu.press("Ctrl+S")
    changed = next(f for f in dazu.session.county.facilities if "龙岗" in f.name)
    assert changed.grade == "甲等"
    dazu.press("Ctrl+N")
    dazu.type("大足区新城社区卫生服务中心")
    dazu.press("Return")
    assert dazu.session.county.facilities[-1].name == "大足区新城社区卫生服务中心"
    assert page.form.facility_id == dazu.session.county.facilities[-1].id
    page.table.setFocus()
    dazu.press("Ctrl+Z", times=2)
    assert next(f for f in dazu.session.county.facilities if "龙岗" in f.name).grade == ""
    assert dazu.window.actions_.undo.isEnabled() is False


def test_beds_are_typed_pasted_undone_and_followed_everywhere(dazu):
    page = find_cell(dazu, "大足区人民医院")
    warnings = dazu.window.status.warnings.text()
    dazu.type("900")
    dazu.press("Return")
    assert planned(dazu, "大足区人民医院") == 900
    assert dazu.window.status.saved.text().startswith("已保存")
    assert dazu.window.status.warnings.text() != warnings  # 300 beds fewer miss the rate
    dazu.press("Ctrl+F")
    dazu.press("Ctrl+A")
    dazu.press("Delete")
    dazu.page("allocation").show_target(
        ("cell", dazu.session.county.facilities[0].id, "beds", "planned")
    )
    dazu.paste("1201\n491\n")
    names = [f.name for f in dazu.session.county.facilities[:2]]
    assert [planned(dazu, name) for name in names] == [1201, 491]
    dazu.press("Ctrl+Z")
    assert [planned(dazu, name) for name in names] == [900, 490]
    dazu.press("Ctrl+Y")
    assert [planned(dazu, name) for name in names] == [1201, 491]
    indicators = dazu.go_to("indicators")
    rule = next(r for r in dazu.session.rules if r.id == "dazu.beds")
    computed = indicators.model.computed(indicators.model.row_of_rule(rule.id))
    total = sum(planned(dazu, f.name) or 0 for f in dazu.session.county.facilities)
    people = dazu.session.county.population(dazu.session.plan.target_year, "resident")
    assert computed.planned is not None
    assert page is dazu.page("allocation")
    assert round(float(computed.planned.value), 4) == round(float(total) / people.persons * 1000, 4)


def test_the_keyboard_is_in_the_table_as_soon_as_it_is_shown(dazu):
    dazu.go_to("allocation")
    dazu.press("Right", times=2)
    dazu.type("1199")
    dazu.press("Return")
    assert planned(dazu, "大足区人民医院") == 1199


def test_staff_is_derived_and_a_finding_leads_to_its_cell(dazu):
    page = dazu.go_to("allocation")
    dazu.press("Ctrl+Shift+D")
    assert planned(dazu, "大足区人民医院", "health-personnel") is not None
    assert "推算" in page.note.text()
    find_cell(dazu, "大足区人民医院", "nurses")
    derived = planned(dazu, "大足区人民医院", "nurses")
    dazu.type("10")
    dazu.press("Return")
    findings = dazu.go_to("findings")
    dazu.press("Ctrl+F")
    dazu.type("大足区人民医院")
    assert findings.proxy.rowCount() >= 1
    dazu.press("Ctrl+F")
    place = findings.table.visualRect(findings.proxy.index(0, 1)).center()
    dazu.qtbot.mouseClick(findings.table.viewport(), LEFT, pos=place)
    dazu.qtbot.mouseDClick(findings.table.viewport(), LEFT, pos=place)
    assert dazu.window.workspace.current == "allocation"
    cell = page.view.currentIndex()
    assert page.model.facility_at(cell.row()).name == "大足区人民医院"
    assert "护士" in page.model.column_name(cell.column())
    dazu.press("Ctrl+Z")
    assert planned(dazu, "大足区人民医院", "nurses") == derived
    dazu.press("Ctrl+Z")
    assert planned(dazu, "大足区人民医院", "nurses") is None


def test_a_facility_is_picked_on_the_map_and_shown_in_the_table(dazu):
    page = dazu.go_to("coverage")
    dazu.qtbot.waitUntil(lambda: page.canvas.drawing is not None)
    drawing, canvas = page.canvas.drawing, page.canvas._canvas
    hits = (
        (x, y, drawing.hit(x * canvas.device_pixel_ratio, y * canvas.device_pixel_ratio))
        for x in range(0, canvas.width(), 4)
        for y in range(0, canvas.height(), 4)
    )
    x, y, hit = next(h for h in hits if h[2].facility)
    dazu.qtbot.mouseClick(canvas, LEFT, pos=QPoint(x, canvas.height() - y))
    assert page.panel.facility_name.text() == hit.facility.name
    page.panel.facility_button.click()
    assert dazu.window.workspace.current == "facilities"
    assert dazu.page("facilities").selected_ids == [hit.facility.id]


def test_the_printed_sheet_says_what_the_county_says(dazu, tmp_path):
    dazu.go_to("allocation")
    dazu.press("Ctrl+Shift+D")
    page = dazu.go_to("reports")
    dazu.qtbot.waitUntil(lambda: page.preview.view.page_count >= 1, timeout=20_000)
    page.save_action.trigger()
    dazu.dialog(SheetDialog).accept()
    path = tmp_path / "目标表.pdf"
    dazu.choose_file(path)
    dazu.qtbot.waitUntil(lambda: "目标表.pdf" in page.jobs.note.text(), timeout=20_000)
    document = pypdfium2.PdfDocument(path)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    first = dazu.session.county.facilities[0]
    assert first.name in re.sub(r"\s", "", text)
    words = text.split()
    for measure in ("beds", "health-personnel", "physicians", "nurses"):
        value = planned(dazu, first.name, measure)
        assert value is not None
        assert {str(value), f"{value:,}"} & set(words), measure


def test_the_workbook_goes_out_is_changed_and_comes_back(dazu, tmp_path):
    path = tmp_path / "配置表.xlsx"
    dazu.go_to("allocation").export_action.trigger()
    dazu.choose_file(path)
    assert str(path) in dazu.message
    workbook = openpyxl.load_workbook(path)
    row = next(
        row for sheet in workbook for row in sheet.iter_rows()
        if any(c.value == "大足区人民医院" for c in row)
    )  # fmt: skip
    target = [c for c in row if c.value == 1200][-1]
    target.value = 1250
    workbook.save(path)
    workbook.close()
    dazu.page("allocation").import_action.trigger()
    dazu.choose_file(path)
    dazu.dialog(ImportWizard).accept()
    assert planned(dazu, "大足区人民医院") == 1250
    dazu.press("Ctrl+Z")
    assert planned(dazu, "大足区人民医院") == 1200


def test_after_closing_everything_is_there_again(dazu, tmp_path):
    find_cell(dazu, "大足区人民医院")
    dazu.type("1111")
    dazu.press("Return")
    dazu.press("Ctrl+W")
    start = dazu.window.findChildren(StartPage)[-1]
    recent = start.findChildren(QCommandLinkButton)[-1]
    assert recent.text() == "大足区.weigui"
    recent.click()
    assert planned(dazu, "大足区人民医院") == 1111
    assert not dazu.window.actions_.undo.isEnabled()
    labels = [row.label for row in dazu.session.file.journal()]
    assert len(labels) == 2
