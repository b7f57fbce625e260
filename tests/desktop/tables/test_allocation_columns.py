from __future__ import annotations

import pytest

from desktop.session import CountySession
from desktop.tables.allocation_columns import (
    AnyYears,
    Column,
    ColumnKind,
    ColumnSet,
    ColumnSpec,
    OwnColumns,
    Years,
    columns,
    heading,
    set_with,
)
from models.catalogue import Language
from models.measure import Basis

BEDS = OwnColumns("", tuple(ColumnSpec("beds", basis) for basis in Basis))


def shown(session: CountySession, chosen: ColumnSet | OwnColumns, years: AnyYears) -> list[str]:
    found = columns(chosen, years, session.catalogue, session.county, session.plan)
    return [f"{c.measure} {c.basis} {c.year}" for c in found]


@pytest.mark.parametrize(
    ("years", "planned"),
    [
        (Years.TARGET, [2025]),
        (Years.BASELINE, []),
        (2023, [2023]),
        (Years.ALL, [2021, 2022, 2023, 2024, 2025]),
    ],
)
def test_years_choose_the_planned_columns(
    session: CountySession, years: AnyYears, planned: list[int]
) -> None:
    baseline = ["beds authorised 2020", "beds actual 2020"]
    assert shown(session, BEDS, years) == [*baseline, *(f"beds planned {y}" for y in planned)]


def test_column_with_a_year_of_its_own_keeps_it(session: CountySession) -> None:
    own = OwnColumns("", (ColumnSpec("beds", Basis.PLANNED, year=2022),))
    assert shown(session, own, Years.BASELINE) == ["beds planned 2022"]


def test_unknown_measures_of_a_kept_set_are_left_out(session: CountySession) -> None:
    own = OwnColumns("", (ColumnSpec("unknown", Basis.PLANNED), ColumnSpec("beds", Basis.ACTUAL)))
    assert shown(session, own, Years.TARGET) == ["beds actual 2020"]


def test_filled_columns_are_those_with_a_figure(session: CountySession) -> None:
    every = ["beds authorised 2020", "beds actual 2020", "beds planned 2025"]
    assert shown(session, ColumnSet.FILLED, Years.ALL) == every
    assert shown(session, ColumnSet.FILLED, 2023) == every[:2]


def test_published_layouts_have_their_columns(session: CountySession) -> None:
    dazu = columns(
        ColumnSet.INSTITUTIONS, Years.TARGET, session.catalogue, session.county, session.plan
    )
    assert [(c.basis, c.kind) for c in dazu][:3] == [(b, ColumnKind.VALUE) for b in Basis]
    yanjiang = columns(
        ColumnSet.BED_TARGETS, Years.TARGET, session.catalogue, session.county, session.plan
    )
    assert [c.kind for c in yanjiang] == [ColumnKind.VALUE, ColumnKind.NOTE]
    assert heading(yanjiang[1], session.catalogue, Language.ZH) == ("床位", "规划 2025", "Remark")


@pytest.mark.parametrize(
    "spec",
    [
        ColumnSpec("beds", Basis.PLANNED, ColumnKind.RATE, 2023),
        ColumnSpec("mri-1.5t", Basis.ACTUAL),
    ],
)
def test_spec_is_kept_as_text(spec: ColumnSpec) -> None:
    assert ColumnSpec.from_text(spec.to_text()) == spec


@pytest.mark.parametrize("text", ["", "beds", "beds|meant|value|", "beds|planned|value|soon"])
def test_text_that_is_no_spec_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        ColumnSpec.from_text(text)


def test_every_figure_can_be_shown(session: CountySession) -> None:
    for measure in session.catalogue.measures:
        for basis in Basis:
            chosen = set_with(measure, basis, session.catalogue)
            found = columns(chosen, Years.TARGET, session.catalogue, session.county, session.plan)
            year = session.plan.target_year if basis is Basis.PLANNED else 2020
            assert Column(measure, basis, year) in found
