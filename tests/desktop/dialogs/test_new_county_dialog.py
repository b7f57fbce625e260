from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from desktop.dialogs.new_county_dialog import NewCountyDialog
from models.county import County
from models.plan import PopulationGroup, PopulationOrigin


@pytest.fixture
def dialog(qtbot: QtBot) -> NewCountyDialog:
    dialog = NewCountyDialog(None)
    qtbot.addWidget(dialog)
    dialog.name.setText(" 新县 ")
    dialog.baseline.setValue(2020)
    dialog.target.setValue(2025)
    return dialog


def made(dialog: NewCountyDialog, qtbot: QtBot) -> County:
    with qtbot.waitSignal(dialog.made) as signal:
        dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    records, name = signal.args
    assert name == "新县"
    return County(records)


def test_a_county_has_a_name_a_code_and_a_plan_of_its_years(
    dialog: NewCountyDialog, qtbot: QtBot
) -> None:
    dialog.code.setText("500999")
    county = made(dialog, qtbot)
    assert county.info is not None
    assert (county.info.name, county.info.code) == ("新县", "500999")
    (plan,) = county.plans
    assert (plan.name, plan.baseline_year, plan.target_year) == ("Plan 2021–2025", 2020, 2025)


def test_population_is_of_the_baseline_year_and_entered_by_hand(
    dialog: NewCountyDialog, qtbot: QtBot
) -> None:
    dialog.population.setValue(830_000)
    people = made(dialog, qtbot).population(2020, PopulationGroup.RESIDENT)
    assert people is not None
    assert (people.persons, people.year, people.origin) == (830_000, 2020, PopulationOrigin.ENTERED)


def test_population_may_be_entered_later(dialog: NewCountyDialog, qtbot: QtBot) -> None:
    assert made(dialog, qtbot).population(2020, PopulationGroup.RESIDENT) is None


@pytest.mark.parametrize(
    ("name", "target", "problem"),
    [
        ("  ", 2025, "The county needs a name."),
        ("新县", 2020, "The target year must lie after the baseline year."),
    ],
)
def test_what_is_missing_is_said_and_cannot_be_made(
    dialog: NewCountyDialog, name: str, target: int, problem: str
) -> None:
    dialog.name.setText(name)
    dialog.target.setValue(target)
    assert dialog.problem.text() == problem
    assert not dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()


def test_the_years_offered_are_those_of_a_five_year_plan(qtbot: QtBot) -> None:
    dialog = NewCountyDialog(None)
    qtbot.addWidget(dialog)
    assert dialog.target.value() % 5 == 0
    assert dialog.target.value() - dialog.baseline.value() == 5
