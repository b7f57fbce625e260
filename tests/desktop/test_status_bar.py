from __future__ import annotations

from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from desktop.session import CountySession
from desktop.status_bar import CountyStatusBar
from models.county import cell_change
from models.edits import Edit, remove
from models.measure import Allocation, Basis, Origin
from models.plan import Population

KEY = ("plan", "b", "health-personnel", Basis.PLANNED, 2025)


@pytest.fixture
def bar(qtbot: QtBot, session: CountySession) -> CountyStatusBar:
    bar = CountyStatusBar()
    qtbot.addWidget(bar)
    bar.show()
    bar.follow(session)
    return bar


def set_staff(session: CountySession, value: int) -> None:
    change = cell_change(session.county, KEY, Allocation(*KEY, Decimal(value), Origin.PLANNER))
    assert change is not None
    assert session.do(Edit("staff", (change,)))


def test_before_the_first_edit_it_says_that_edits_are_saved(bar: CountyStatusBar) -> None:
    assert bar.saved.text() == "All changes are saved as you make them"


def test_an_edit_shows_when_it_was_saved_and_what_it_breaks(
    bar: CountyStatusBar, session: CountySession
) -> None:
    errors = bar.errors.text()
    set_staff(session, 10)
    assert session.saved_at is not None
    assert bar.saved.text() == f"Saved {session.saved_at:%H:%M:%S}"
    assert (errors, bar.errors.text()) == ("✕ 0 errors", "✕ 2 errors")
    session.undo()
    assert bar.errors.text() == errors


def test_population_tells_its_year_and_origin(bar: CountyStatusBar) -> None:
    assert bar.population.text().startswith("Resident population 100,000 (2020, ")
    assert bar.population.toolTip() == "测试"


def test_a_missing_population_is_said(bar: CountyStatusBar, session: CountySession) -> None:
    people = list(session.county.table(Population).values())
    assert session.do(Edit("no people", remove(*people)))
    assert bar.population.text() == "No population for 2025"


def test_a_county_that_is_closed_is_no_longer_shown(
    bar: CountyStatusBar, session: CountySession
) -> None:
    bar.follow(None)
    set_staff(session, 10)
    assert not any(
        widget.isVisible() for widget in (bar.saved, bar.errors, bar.warnings, bar.population)
    )


@pytest.mark.parametrize("severity", ["error", "warning"])
def test_a_counter_asks_for_its_findings(bar: CountyStatusBar, qtbot: QtBot, severity: str) -> None:
    button = bar.errors if severity == "error" else bar.warnings
    with qtbot.waitSignal(bar.severity_clicked) as asked:
        button.click()
    assert asked.args == [severity]
