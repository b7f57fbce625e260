"""The facilities that a rule applies to; names are held against those of the county."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop.dialogs.scope_picker import ScopePicker
from desktop.session import CountySession
from models.facility import FacilityClass, FacilityType, Ownership, Scope


@pytest.fixture
def picker(dazu: CountySession, qtbot: QtBot) -> ScopePicker:
    picker = ScopePicker(dazu)
    qtbot.addWidget(picker)
    picker.resize(300, 200)
    picker.show()
    return picker


def test_what_is_shown_is_what_is_chosen(picker: ScopePicker) -> None:
    scope = Scope(
        frozenset({FacilityClass.HOSPITAL}),
        frozenset({FacilityType.TCM_HOSPITAL}),
        frozenset({Ownership.PUBLIC}),
        frozenset({"二级", "三级"}),
        frozenset({"大足区人民医院"}),
    )
    picker.show_scope(scope)
    assert picker.value() == scope
    assert picker.names_field.message.text() == ""


def test_an_unknown_name_is_told_with_those_that_are_near(picker: ScopePicker) -> None:
    picker.names.setText("大足区人民医院、大足人民医院")
    message = picker.names_field.message.text()
    assert "“大足人民医院”" in message
    assert "大足区人民医院" in message.split("near: ", 1)[1].split(", ")
    picker.names.setText("月球观测站")
    assert "near: " not in picker.names_field.message.text()
    assert "月球观测站" in picker.names_field.message.text()
    picker.names.clear()
    assert picker.names_field.message.isHidden()


def test_many_words_are_cut_to_the_room_and_told_in_full_on_hover(picker: ScopePicker) -> None:
    picker.types.choose(frozenset(map(str, list(FacilityType)[:8])))
    assert picker.types.text().endswith("…")
    assert picker.types.toolTip().count(", ") == 7
