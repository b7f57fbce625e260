from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from desktop.dialogs.facility_form import FacilityForm
from desktop.session import CountySession
from models.county import remove_facility
from models.edits import Change, Edit, add
from models.facility import Facility, FacilityClass, FacilityType, PlaceOrigin
from models.geography import Division, DivisionKind

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the offscreen platform


@pytest.fixture
def form(session: CountySession, qtbot: QtBot) -> FacilityForm:
    form = FacilityForm(session)
    qtbot.addWidget(form)
    form.resize(340, 700)
    form.show()
    return form


def message(form: FacilityForm, field: str) -> str:
    label = form.fields.fields[field].message
    return label.text() if label.isVisible() else ""


def choose(form: FacilityForm, facility_type: FacilityType) -> None:
    """As with the mouse: the choice changes, then it is told as chosen by hand."""
    choice = form.fields.facility_type
    choice.choose(facility_type)
    choice.activated.emit(choice.currentIndex())


def test_every_attribute_comes_back_as_it_was_shown(
    session: CountySession, form: FacilityForm
) -> None:
    full = replace(
        session.county.facility("b"),
        code="PDY01",
        grade="二级甲等",
        consortium="医共体",
        address="路1号",
        longitude=105.7213,
        latitude=29.1,
        emergency_site=True,
        is_group=True,
        source="专栏4",
        note="迁建\n第二行",
    )
    form.show_record(full)
    assert form.fields.collected(full) == full
    assert not form.dirty


def test_the_villages_offered_are_those_of_the_township(
    session: CountySession, form: FacilityForm
) -> None:
    towns = [Division(code, f"镇{code}", DivisionKind.TOWN) for code in ("81", "82")]
    villages = [
        Division(f"{town}{n}", f"村{town}{n}", DivisionKind.VILLAGE, parent=town)
        for town in ("81", "82")
        for n in (1, 2)
    ]
    served = replace(session.county.facility("b"), township="82", village="822")
    before = session.county.facility("b")
    assert session.do(Edit("村", (*add(*towns, *villages), Change(before, served))))
    form.show_record(served)
    assert (form.fields.village.value(), form.dirty) == ("822", False)
    assert form.fields.collected(served) == served
    form.fields.township.choose("81")
    offered = [form.fields.village.itemData(i) for i in range(form.fields.village.count())]
    assert offered == [None, "811", "812"]
    assert form.fields.collected(served).village is None


def test_a_place_of_unknown_origin_does_not_become_surveyed_by_itself(
    session: CountySession, form: FacilityForm
) -> None:
    facility = replace(session.county.facility("b"), place_origin=None)
    form.show_record(facility)
    assert form.fields.collected(facility).place_origin is None


def test_saving_is_one_edit_that_can_be_undone(session: CountySession, form: FacilityForm) -> None:
    before = session.county.facility("b")
    form.show_record(before)
    form.fields.name.setText(" 乙中心卫生院 ")
    form.fields.emergency_site.setChecked(True)
    form.save()
    assert session.county.facility("b") == replace(before, name="乙中心卫生院", emergency_site=True)
    assert not form.dirty
    session.undo()
    assert session.county.facility("b") == before
    assert form.fields.name.text() == before.name


def test_save_is_off_until_something_changed(session: CountySession, form: FacilityForm) -> None:
    form.show_record(session.county.facility("b"))
    assert not form.save_button.isEnabled()
    form.fields.texts["grade"].setText("一级")
    assert form.save_button.isEnabled()
    form.fields.texts["grade"].setText("")
    assert not form.save_button.isEnabled()


@pytest.mark.parametrize(
    ("longitude", "latitude", "wrong_field"),
    [
        ("105.7", "", "latitude"),
        ("", "29.7", "longitude"),
        ("东经105", "29.7", "longitude"),
        ("29.7", "105.7", "longitude"),
        ("105.7", "0", "latitude"),
    ],
)
def test_a_wrong_place_is_told_below_its_field_and_not_saved(
    session: CountySession, form: FacilityForm, longitude: str, latitude: str, wrong_field: str
) -> None:
    before = session.county.facility("c")
    form.show_record(before)
    form.fields.longitude.setText(longitude)
    form.fields.latitude.setText(latitude)
    assert message(form, wrong_field).startswith("✕ ")
    assert not form.save_button.isEnabled()
    form.save()
    assert session.county.facility("c") == before


def test_an_empty_name_is_told_below_its_field(session: CountySession, form: FacilityForm) -> None:
    form.show_record(session.county.facility("b"))
    form.fields.name.setText("  ")
    assert message(form, "name") == "✕ Enter a name."
    form.fields.name.setText("乙")
    assert message(form, "name") == ""


def test_a_name_of_the_same_township_is_refused_and_of_another_only_hinted_at(
    session: CountySession, form: FacilityForm
) -> None:
    form.show_record(session.county.facility("b"))
    form.fields.name.setText("甲医院")
    assert message(form, "name").startswith("✕ ")
    assert not form.save_button.isEnabled()
    form.fields.township.choose("500999101")
    assert message(form, "name").startswith("! ")
    assert form.save_button.isEnabled()


def test_clearing_the_coordinates_clears_how_they_were_come_by(
    session: CountySession, form: FacilityForm
) -> None:
    form.show_record(session.county.facility("b"))
    form.fields.longitude.clear()
    form.fields.latitude.clear()
    form.save()
    assert session.county.facility("b").place is None
    assert session.county.facility("b").place_origin is None


def test_entered_coordinates_count_as_surveyed_unless_said_otherwise(
    session: CountySession, form: FacilityForm
) -> None:
    form.show_record(session.county.facility("c"))
    form.fields.longitude.setText("105.7213")
    form.fields.latitude.setText("29.7052")
    form.save()
    assert session.county.facility("c").place == (105.7213, 29.7052)
    assert session.county.facility("c").place_origin is PlaceOrigin.SURVEYED


def test_the_class_follows_the_type(session: CountySession, form: FacilityForm) -> None:
    form.show_record(session.county.facility("b"))
    choose(form, FacilityType.CDC)
    assert form.fields.facility_class.value() == FacilityClass.PUBLIC_HEALTH


def test_a_class_chosen_by_hand_stays_when_the_type_changes(
    session: CountySession, form: FacilityForm
) -> None:
    form.show_record(session.county.facility("b"))
    form.fields.facility_class.choose(FacilityClass.HOSPITAL)
    choose(form, FacilityType.CDC)
    assert form.fields.facility_class.value() == FacilityClass.HOSPITAL


def test_a_new_facility_comes_last_and_is_not_wrong_before_anything_is_typed(
    session: CountySession, form: FacilityForm, qtbot: QtBot
) -> None:
    form.start_new()
    assert message(form, "name") == ""
    assert not form.save_button.isEnabled()
    form.fields.name.setText("新院")
    choose(form, FacilityType.TCM_HOSPITAL)
    with qtbot.waitSignal(form.added) as added:
        form.save()
    new = session.county.facility(added.args[0])
    assert (new.name, new.order, new.facility_class) == ("新院", 5, FacilityClass.HOSPITAL)


def test_reverting_shows_what_is_recorded_and_gives_up_a_new_one(
    session: CountySession, form: FacilityForm
) -> None:
    form.show_record(session.county.facility("b"))
    form.fields.name.setText("别名")
    form.revert()
    assert form.fields.name.text() == "乙卫生院"
    form.start_new()
    form.fields.name.setText("新院")
    form.revert()
    assert form.stack.currentWidget() is form.hint
    assert len(session.county.facilities) == 4


def test_what_is_being_typed_survives_a_change_elsewhere_and_then_conflicts(
    session: CountySession, form: FacilityForm, qtbot: QtBot
) -> None:
    before = session.county.facility("b")
    form.show_record(before)
    form.fields.name.setText("别名")
    session.do(Edit("elsewhere", (Change(before, replace(before, note="迁建")),)))
    assert form.fields.name.text() == "别名"
    assert form.notice.isVisible()
    with qtbot.waitSignal(session.failed):
        form.save()
    assert session.county.facility("b").name == "乙卫生院"
    form.revert()
    assert form.fields.note.toPlainText() == "迁建"


def test_the_form_empties_when_its_facility_is_removed(
    session: CountySession, form: FacilityForm
) -> None:
    form.show_record(session.county.facility("b"))
    session.do(remove_facility(session.county, "b", "remove"))
    assert form.facility_id is None
    assert form.stack.currentWidget() is form.hint


def test_a_facility_of_a_village_keeps_its_village(
    session: CountySession, form: FacilityForm
) -> None:
    village = Division("500999100200", "甲村", DivisionKind.VILLAGE, parent="500999100")
    clinic = Facility(
        "v",
        "甲村卫生室",
        FacilityClass.PRIMARY_CARE,
        FacilityType.VILLAGE_CLINIC,
        township=village.code,
    )
    session.do(Edit("add", add(village, clinic)))
    form.show_record(clinic)
    assert form.fields.township.currentText() == "甲村"
    assert form.fields.collected(clinic) == clinic
