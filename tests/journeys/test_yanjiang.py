"""Yanjiang: one published column, staff derived from it, and the two languages."""

from __future__ import annotations

import openpyxl
import pytest
from PySide6.QtWidgets import QCommandLinkButton

from desktop.dialogs.sample_dialog import SampleDialog
from models.measure import Allocation, Basis, Origin

pytestmark = pytest.mark.slow


@pytest.fixture
def yanjiang(planner, tmp_path):
    planner.menu("文件", "新建", "由已公布的规划")
    planner.dialog(SampleDialog).findChildren(QCommandLinkButton)[1].click()
    planner.choose_file(tmp_path / "雁江区.weigui")
    return planner


def derived(planner) -> dict[tuple[object, ...], int]:
    table = planner.session.county.table(Allocation)
    return {key: a.value for key, a in table.items() if a.origin is Origin.DERIVED}


def test_staff_follows_from_beds_by_the_plans_own_ratio(yanjiang):
    yanjiang.go_to("allocation")
    yanjiang.press("Ctrl+Shift+D")
    session = yanjiang.session
    hospital = session.county.facilities[0]
    key = (session.plan.id, hospital.id, "health-personnel", Basis.PLANNED, 2025)
    assert derived(yanjiang)[key] == 1485  # 990 beds × 1.50
    yanjiang.press("Ctrl+Z")
    assert derived(yanjiang) == {}


def test_the_workbook_has_the_published_column_and_a_sum(yanjiang, tmp_path):
    path = tmp_path / "床位.xlsx"
    yanjiang.press("Ctrl+E")
    yanjiang.choose_file(path)
    workbook = openpyxl.load_workbook(path)
    rows = [[c.value for c in row] for row in workbook.worksheets[0].iter_rows()]
    workbook.close()
    heading = next(row for row in rows if "备注" in row)
    assert sum(value is not None for value in heading) == 3
    assert any(str(value).startswith("=SUM") for row in rows for value in row)
    assert ["雁江区人民医院", 990] in [row[:2] for row in rows]


def test_the_window_speaks_english_and_chinese_again(yanjiang):
    yanjiang.go_to("findings")
    path = yanjiang.session.file.path
    yanjiang.menu("视图", "语言", "English")
    assert yanjiang.session.file.path == path
    assert yanjiang.page("findings").title.text() == "Findings"
    assert yanjiang.window.workspace.current == "findings"
    assert "warnings" in yanjiang.window.status.warnings.text()
    first = yanjiang.session.county.facilities[0]
    yanjiang.go_to("allocation").show_target(("cell", first.id, "beds", "planned"))
    yanjiang.type("991")
    yanjiang.press("Return")
    yanjiang.menu("View", "Language", "中文")
    assert yanjiang.page("findings").title.text() == "检查结果"
    key = (yanjiang.session.plan.id, first.id, "beds", Basis.PLANNED, 2025)
    assert yanjiang.session.county.allocation(*key).value == 991
