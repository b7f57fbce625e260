"""The planner has a list of villages with their people, and two of them were merged since."""

from __future__ import annotations

import pytest

from db.county_file import create
from db.samples import sample_records
from desktop.dialogs.merge_dialog import MergeDialog
from models.geography import Division, DivisionPopulation

pytestmark = pytest.mark.slow

LIST = """统计用区划代码,名称,城乡分类代码,2023年常住人口
500111001200,龙岗村,220,{first}
500111001201,宝林村,220,620
500111001202,观音岩村,122,1980
"""


@pytest.fixture
def dazu(planner, tmp_path):
    path = tmp_path / "大足区.weigui"
    create(path, sample_records("dazu"), "新建")
    assert planner.window.open_file(path)
    return planner


def persons(planner, code: str) -> int | None:
    found = planner.session.county.table(DivisionPopulation).get((code, 2023))
    return None if found is None else found.persons


def test_a_list_is_mended_imported_and_two_villages_are_merged(dazu, qtbot, tmp_path):
    page = dazu.go_to("divisions")
    path = tmp_path / "村名单.csv"
    path.write_text(LIST.format(first="约700"), "utf-8-sig")
    page.exchange.read(path)
    qtbot.waitUntil(page.bad_cells.isVisible)
    assert "约700" in page.bad_cells.cells.item(0).text()
    assert persons(dazu, "500111001201") is None  # nothing of it was taken

    path.write_text(LIST.format(first="700"), "utf-8-sig")
    page.exchange.read(path)
    qtbot.waitUntil(page.question.isVisible)
    assert "人口数据 3 项" in page.question.question.text()
    page.question.buttons[0].click()
    assert persons(dazu, "500111001200") == 700
    county = dazu.session.county
    assert county.division("500111001200").name == "龙岗村村民委员会"  # no renaming
    assert county.division("500111001202").urban is True

    page.view.select_divisions(["500111001200", "500111001201"])
    page.merge.trigger()
    dialog = page.findChild(MergeDialog)
    assert "700 + 620 = 1,320" in dialog.said.text()
    dialog.name.setText("龙宝村")
    dialog.date.setText("2024-03-01")
    dialog.merge_button.click()
    assert persons(dazu, "500111001200") == 1320
    assert ("500111001201",) not in county.table(Division)
    assert "宝林村村民委员会（500111001201）并入" in page.details.toPlainText()

    page.search.setText("宝林村")  # the former name finds it
    assert [d.name for d in page.model.divisions] == ["龙宝村"]
    page.search.clear()
    dazu.press("Ctrl+Z")
    assert county.division("500111001201").name == "宝林村村民委员会"
    assert persons(dazu, "500111001200") == 700
