"""What a planner gets wrong, or a disk: named in one clear line, and nothing is changed."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from db.county_file import create
from db.samples import sample_records
from desktop.dialogs.import_dialog import ImportDialog
from desktop.main_window import MainWindow
from desktop.settings import Settings
from models.catalogue import Language
from models.measure import Allocation

pytestmark = pytest.mark.slow


@pytest.fixture
def dazu_file(tmp_path):
    path = tmp_path / "大足区.weigui"
    create(path, sample_records("dazu"), "新建")
    return path


@pytest.fixture
def dazu(planner, dazu_file):
    assert planner.window.open_file(dazu_file)
    return planner


def test_a_paste_with_words_lists_its_cells_and_changes_nothing(dazu):
    before = dict(dazu.session.county.table(Allocation))
    page = dazu.go_to("allocation")
    first = dazu.session.county.facilities[0]
    page.show_target(("cell", first.id, "beds", "planned"))
    dazu.paste("1300\n约500\n-3\n")
    assert page.bad_cells.isVisible()
    lines = [page.bad_cells.cells.item(i).text() for i in range(page.bad_cells.cells.count())]
    assert len(lines) == 2
    assert "约500" in lines[0]
    assert "不是数字" in lines[0]
    assert "-3" in lines[1]
    assert dict(dazu.session.county.table(Allocation)) == before
    assert len(dazu.session.file.journal()) == 1


@pytest.mark.parametrize("cut", [50, 5000, -4096])
def test_a_damaged_file_is_refused_and_left_as_it_is(planner, dazu_file, cut):
    data = dazu_file.read_bytes()
    dazu_file.write_bytes(data[:cut] if cut > 0 else data[:4096] + b"\xff" * 4096 + data[8192:])
    damaged = dazu_file.read_bytes()
    assert not planner.window.open_file(dazu_file)
    assert "大足区.weigui" in planner.message
    assert dazu_file.read_bytes() == damaged
    assert list(dazu_file.parent.glob("大足区.weigui-*")) == []


def test_a_file_that_is_open_in_another_window_is_refused(dazu, dazu_file, qtbot, tmp_path):
    other = MainWindow(Settings(tmp_path / "other.ini"), Language.ZH)
    qtbot.addWidget(other)
    assert not other.open_file(dazu_file)
    assert "已在其他窗口" in other.messages.label.text()
    dazu.press("Ctrl+W")
    assert other.open_file(dazu_file)
    other.show_start()


def test_an_old_workbook_is_refused_with_what_can_be_read(dazu, tmp_path):
    path = tmp_path / "床位.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512))
    dazu.window.actions_.files.import_source(path)
    dialog = dazu.dialog(ImportDialog)
    assert "xlsx" in dialog.findChild(QLabel).text()
    dialog.reject()
    assert len(dazu.session.file.journal()) == 1


def test_a_disk_that_refuses_leaves_screen_and_file_alike(dazu, tmp_path):
    """The disk refuses in the middle of the work: the screen shows what the file holds."""
    page = dazu.go_to("allocation")
    first = dazu.session.county.facilities[0]
    page.show_target(("cell", first.id, "beds", "planned"))
    dazu.session.file._engine.dispose()
    with dazu.session.file._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only=ON")
        connection.commit()
    dazu.type("1234")
    dazu.press("Return")
    shown = page.model.index_of(first.id, "beds", "planned")
    assert shown.data() == "1200"
    assert "无法写入" in dazu.message
