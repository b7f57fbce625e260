"""Saving the map: the paper, then where and as what."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.map.drawing import PAGES
from desktop.map.picture_menu import PictureMenu


@pytest.mark.parametrize("number", range(4))
def test_a_page_is_chosen_and_then_a_file(qtbot: QtBot, tmp_path: Path, number: int) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    menu = PictureMenu(tmp_path, owner)
    menu.actions()[number].trigger()
    (dialog,) = owner.findChildren(QFileDialog)
    assert Path(dialog.directory().absolutePath()) == tmp_path
    dialog.selectNameFilter("PNG picture (*.png)")
    dialog.filterSelected.emit("PNG picture (*.png)")
    assert dialog.defaultSuffix() == "png"
    with qtbot.waitSignal(menu.chosen) as told:
        dialog.fileSelected.emit(str(tmp_path / "图.png"))
    assert told.args == [tmp_path / "图.png", list(PAGES)[number]]
