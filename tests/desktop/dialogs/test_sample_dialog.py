from __future__ import annotations

from PySide6.QtWidgets import QCommandLinkButton
from pytestqt.qtbot import QtBot

from db.samples import SAMPLES, sample_plan
from desktop.dialogs.sample_dialog import SampleDialog


def test_every_shipped_plan_is_offered_under_its_countys_name(qtbot: QtBot) -> None:
    dialog = SampleDialog(None)
    qtbot.addWidget(dialog)
    *samples, another = dialog.findChildren(QCommandLinkButton)
    chosen: list[tuple[str, str]] = []
    dialog.chosen.connect(lambda name, title: chosen.append((name, title)))
    for button in samples:
        button.click()
    assert chosen == [(name, sample_plan(name).county.name) for name in SAMPLES]
    with qtbot.waitSignal(dialog.text_requested):
        another.click()
