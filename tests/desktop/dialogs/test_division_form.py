"""The form of one division: checked while typing, saved as one edit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.dialogs.division_form import DivisionForm
from desktop.session import CountySession
from models.facility import PlaceOrigin
from models.geography import Division, DivisionKind, Succession
from tests.desktop.divided_session import divided_session
from tests.models.divided_county import facility

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the offscreen platform


@pytest.fixture
def session(qapp: object, tmp_path: Path) -> Iterator[CountySession]:
    with divided_session(tmp_path, facility("a", "11")) as session:
        yield session


@pytest.fixture
def form(session: CountySession, qtbot: QtBot) -> DivisionForm:
    form = DivisionForm(session)
    qtbot.addWidget(form)
    form.resize(340, 600)
    form.show()
    return form


def message(form: DivisionForm, field: str) -> str:
    label = form.fields.fields[field].message
    return label.text() if label.isVisible() else ""


def test_every_attribute_comes_back_as_it_was_shown(
    session: CountySession, form: DivisionForm
) -> None:
    full = replace(
        session.county.division("11"), urban=True, longitude=105.7213, latitude=29.1,
        place_origin=PlaceOrigin.APPROXIMATE, source="村名单", population=5, population_note="示意",
    )  # fmt: skip
    form.show_record(full)
    assert form.fields.collected(full) == full
    assert not form.dirty


def test_another_name_asks_since_when(session: CountySession, form: DivisionForm) -> None:
    form.show_record(session.county.division("11"))
    assert not form.fields.date.isVisible()
    form.fields.name.setText("新村")
    assert form.fields.date.isVisible()
    form.fields.date.setText("昨天")
    assert message(form, "date") == "✕ Enter a day as 2023-06-30."
    assert not form.save_button.isEnabled()
    form.fields.date.setText("2023-06-30")
    form.save()
    (kept,) = session.county.table(Succession).values()
    assert (kept.former_name, kept.date) == ("村11", "2023-06-30")


def test_another_code_takes_all_that_refers_to_it_along(
    session: CountySession, form: DivisionForm
) -> None:
    form.show_record(session.county.division("11"))
    form.fields.lines["code"].setText("19")
    form.save()
    assert session.county.facility("a").village == "19"
    assert form.code == "19"
    session.undo()
    assert form.code is None  # there is no 19 any more


def test_another_township_moves_the_facilities(session: CountySession, form: DivisionForm) -> None:
    form.show_record(session.county.division("11"))
    form.fields.township.choose("2")
    form.save()
    assert session.county.facility("a").township == "2"


def test_a_new_village_guesses_kind_and_township(
    session: CountySession, form: DivisionForm, qtbot: QtBot
) -> None:
    added: list[str] = []
    form.added.connect(added.append)
    form.start_new("2")
    assert form.fields.township.value() == "2"
    qtbot.keyClicks(form.fields.lines["code"], "14")
    form.fields.name.setText("新街社区")  # an input method commits it so
    form.fields.name.textEdited.emit("新街社区")
    assert form.fields.kind.value() == DivisionKind.COMMUNITY
    assert message(form, "code").startswith("!")  # not twelve digits: only a hint
    form.save()
    assert added == ["14"]
    assert session.county.division("14").parent == "2"


@pytest.mark.parametrize(
    ("code", "kind", "township", "field"),
    [
        ("", DivisionKind.VILLAGE, "1", "code"),
        ("12", DivisionKind.VILLAGE, "1", "code"),
        ("19", DivisionKind.VILLAGE, None, "kind"),
        ("19", DivisionKind.TOWN, "1", "kind"),
    ],
)
def test_what_cannot_be_is_told_at_its_field(
    form: DivisionForm, code: str, kind: DivisionKind, township: str | None, field: str
) -> None:
    form.start_new("1")
    form.fields.lines["code"].setText(code)
    form.fields.name.setText("某处")
    form.fields.kind.choose(kind)
    form.fields.township.choose(township)
    assert message(form, field).startswith("✕")
    assert not form.save_button.isEnabled()


def test_a_township_is_offered_all_townships_but_itself(
    session: CountySession, form: DivisionForm
) -> None:
    form.show_record(session.county.division("1"))
    choice = form.fields.township
    assert [choice.itemData(i) for i in range(choice.count())] == [None, "2"]


def test_what_is_not_saved_can_be_given_up(session: CountySession, form: DivisionForm) -> None:
    form.show_record(session.county.division("11"))
    form.fields.name.setText("")
    assert message(form, "name") == "✕ Enter a name."
    form.revert()
    assert form.fields.name.text() == "村11"
    assert session.county.table(Division)["11",].name == "村11"
