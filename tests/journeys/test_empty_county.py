"""A county from nothing: name, population, facilities, beds, sheet."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QCommandLinkButton, QDialogButtonBox

from db.county_file import create
from desktop.dialogs.new_county_dialog import NewCountyDialog
from desktop.pages.start import StartPage
from models.measure import Basis

pytestmark = pytest.mark.slow


def answer(planner) -> None:
    dialog = planner.dialog(NewCountyDialog)
    dialog.name.setText("新县")
    dialog.baseline.setValue(2025)
    dialog.target.setValue(2030)
    dialog.population.setValue(100_000)
    dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()


def add_facility(planner, name: str) -> None:
    planner.press("Ctrl+N")
    planner.type(name)
    planner.press("Ctrl+S")


def test_a_county_grows_from_nothing(planner, tmp_path):
    start = planner.window.findChild(StartPage)
    start.findChildren(QCommandLinkButton)[2].click()
    answer(planner)
    planner.choose_file(tmp_path / "新县.weigui")
    for name in ("overview", "allocation", "indicators", "coverage", "findings", "reports"):
        planner.go_to(name)  # nothing to show, and nothing that fails
    page = planner.go_to("facilities")
    assert page.stack.currentIndex() == 1
    page.add.trigger()
    planner.type("县人民医院")
    planner.press("Ctrl+S")
    add_facility(planner, "城关镇卫生院")
    assert [f.name for f in planner.session.county.facilities] == ["县人民医院", "城关镇卫生院"]
    table = planner.go_to("allocation")
    ids = [f.id for f in planner.session.county.facilities]
    table.show_target(("cell", ids[0], "beds", "planned"))
    planner.paste("300\n40\n")
    plan = planner.session.plan
    values = [
        planner.session.county.allocation(plan.id, i, "beds", Basis.PLANNED, 2030).value
        for i in ids
    ]
    assert values == [300, 40]
    reports = planner.go_to("reports")
    planner.qtbot.waitUntil(lambda: reports.preview.view.page_count >= 1, timeout=20_000)
    planner.go_to("facilities")
    planner.press("Ctrl+Z", times=3)
    assert planner.session.county.facilities == []
    assert len(planner.session.file.journal()) == 7


def test_an_empty_file_of_the_command_line_is_begun_in_the_window(planner, tmp_path):
    path = tmp_path / "新县.weigui"
    create(path, [], "新建")
    planner.window.open_file(path)
    answer(planner)
    assert planner.window.windowTitle().startswith("新县")
    assert planner.session.file.path == path
    assert planner.session.plan.target_year == 2030
