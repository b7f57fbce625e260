"""What is only alike is confirmed by a person, one by one or many at once."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.session import CountySession
from models.geo_use import LayerUse
from tests.desktop.dialogs.conftest import OpenWizard
from tests.desktop.dialogs.geo_wizard_steps import choose, choose_use, go_on, points

MATCHES = 2


def test_what_is_only_alike_is_confirmed_by_a_person(
    qtbot: QtBot, open_wizard: OpenWizard, session: CountySession, tmp_path: Path
) -> None:
    names = {"丙镇卫生所": (105.72, 29.71), "新诊所": (105.73, 29.71), "乙医院": (105.7, 29.72)}
    wizard = open_wizard(points(tmp_path / "机构.gpkg", names))
    go_on(qtbot, wizard, 2)
    page = wizard.matches
    rows = range(page.model.rowCount())
    assert [page.model.index(row, 3).data()[:1] for row in rows] == ["!", "!", "!"]
    page.table.choose(0)
    choose(page.choice, session.county.facility("c"))
    page.take.click()
    assert page.model.index(0, 4).data() == "丙卫生院"
    page.table.choose(1)
    page.as_new.click()
    page.table.choose(2)
    page.leave.click()
    assert [page.model.index(row, 4).data() for row in rows] == [
        "丙卫生院", "new facility", "left out",
    ]  # fmt: skip
    page.only_open.setChecked(True)
    assert page.model.rowCount() == 0
    go_on(qtbot, wizard)
    assert wizard.outcomes.item(0).text() == (
        "机构 as Facilities: 1 taken, 1 added, 1 left out; 2 changes"
    )
    wizard.take_over.click()
    (new,) = [f for f in session.county.facilities if f.name == "新诊所"]
    assert new.facility_type == "clinic"


def test_several_are_confirmed_at_once_and_the_unknown_added(
    qtbot: QtBot, open_wizard: OpenWizard, tmp_path: Path
) -> None:
    names = {"丙镇卫生所": (105.72, 29.71), "乙镇卫生所": (105.7, 29.7), "某某": (105.73, 29.71)}
    wizard = open_wizard(points(tmp_path / "机构.gpkg", names))
    go_on(qtbot, wizard, 2)
    page = wizard.matches
    page.table.selectAll()
    assert not page.choice.isEnabled()
    page.take.click()
    likely = [page.model.match_at(row).candidates[0].name for row in range(2)]
    assert [page.model.index(row, 4).data() for row in range(2)] == likely
    page.all_new.click()
    assert page.model.index(2, 4).data() == "new facility"


def test_a_name_is_typed_and_confirmed_with_enter(
    qtbot: QtBot, open_wizard: OpenWizard, tmp_path: Path
) -> None:
    wizard = open_wizard(points(tmp_path / "机构.gpkg", {"某某": (105.72, 29.71)}))
    choose_use(wizard, 0, LayerUse.FACILITIES)
    go_on(qtbot, wizard, 2)
    page = wizard.matches
    page.table.choose(0)
    page.choice.setEditText("甲医院")
    typed = page.choice.lineEdit()
    assert typed is not None
    qtbot.keyClick(typed, Qt.Key.Key_Return)
    assert page.model.index(0, 4).data() == "甲医院"
    assert wizard.step == MATCHES  # Enter confirms a name; it does not go on as well
