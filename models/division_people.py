"""People of divisions by year: as typed or pasted, and townships held against their villages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from models.county import County
from models.division_merging import UNDATED
from models.edits import Change
from models.errors import BadCell, BadCells, InvalidValue, Reason
from models.geography import Division, DivisionPopulation
from models.measure import Measure, parse_value
from models.plan import Population, PopulationGroup, PopulationOrigin

_PERSONS = Measure("persons", "", "人数", "", "人", "", most=10**9)


@dataclass(frozen=True, slots=True)
class PeopleCell:
    """Where a text falls: the row (1-based) and heading as the planner sees them, the division's
    code and the year (UNDATED for the number without one); no code where nothing can be written."""

    row: int
    column: str
    code: str | None
    year: int = UNDATED


def parse_persons(text: str) -> int | None:
    """A whole number of people; None for blank. Raises InvalidValue."""
    value = parse_value(text, _PERSONS)
    return None if value is None else int(value)


def people_changes(
    county: County, texts: Iterable[tuple[PeopleCell, str]], source: str = ""
) -> tuple[Change, ...]:
    """The changes that make the texts stand; blank takes the number away, the same number changes
    nothing.

    A number that is typed is ENTERED, from `source` or, without one, from the source it had.
    Raises BadCells with every text that cannot be taken.
    """
    dated: dict[tuple[str, int], int | None] = {}
    bad: list[BadCell] = []
    for cell, text in texts:
        if cell.code is None:
            bad.append(BadCell("", cell.row, cell.column, text, Reason.READ_ONLY))
            continue
        try:
            dated[cell.code, cell.year] = parse_persons(text)
        except InvalidValue as error:
            bad.append(BadCell("", cell.row, cell.column, text, error.reason))
    if bad:
        raise BadCells(tuple(bad))
    changes = [people_change(county, *key, persons, source) for key, persons in dated.items()]
    return tuple(change for change in changes if change is not None)


def people_change(
    county: County, code: str, year: int, persons: int | None, source: str = ""
) -> Change | None:
    """The change that makes a number of people of a division stand; None where it does already."""
    if year == UNDATED:
        before = county.division(code)
        note = source or (before.population_note if persons is not None else "")
        after = replace(before, population=persons, population_note=note)
        return None if before.population == persons else Change(before, after)
    found = county.table(DivisionPopulation).get((code, year))
    if (None if found is None else found.persons) == persons:
        return None
    if persons is None:
        return Change(found, None)
    kept = source or ("" if found is None else found.source)
    new = DivisionPopulation(code, year, persons, PopulationOrigin.ENTERED, kept)
    return Change(found, new)


def persons_of(county: County, division: Division, year: int) -> int | None:
    """The people of a division of that very year, or (UNDATED) those that bear none."""
    if year == UNDATED:
        return division.population
    found = county.table(DivisionPopulation).get((division.code, year))
    return None if found is None else found.persons


def people_years(county: County) -> list[int]:
    """The years in which the people of any division are known, in order."""
    return sorted({people.year for people in county.table(DivisionPopulation).values()})


@dataclass(frozen=True, slots=True)
class SumOfParts:
    """A whole's own number beside the sum of its parts; `unknown` parts have no number.

    `persons` is None where no part has one.
    """

    whole: int | None
    persons: int | None
    unknown: int

    @property
    def difference(self) -> int | None:
        """Sum less whole; None where either is not known, or not all of it."""
        if self.whole is None or self.persons is None or self.unknown:
            return None
        return self.persons - self.whole


def residents_in(county: County, year: int) -> int | None:
    """The county's resident population of that very year."""
    found = county.table(Population).get((year, PopulationGroup.RESIDENT))
    return None if found is None else found.persons


def sum_of_parts(
    county: County, whole: int | None, parts: Sequence[Division], year: int
) -> SumOfParts:
    """A number beside the sum of the divisions' people in that year."""
    persons = [persons_of(county, part, year) for part in parts]
    known = [p for p in persons if p is not None]
    return SumOfParts(whole, sum(known) if known else None, len(persons) - len(known))
