"""Divisions added, changed, moved to another township, given another code, and removed.

Each function gives one Edit that leaves no reference dangling; its inverse brings all of it back.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace

from models.county import County
from models.division_references import (
    belongings,
    changes_of,
    check_division,
    facilities_of,
    followers,
    of_division,
    villages_of,
    with_successions,
)
from models.edits import Change, Edit
from models.facility import Facility
from models.geography import Division, DivisionPopulation, Succession, SuccessionKind


def add_division(county: County, division: Division, label: str) -> Edit:
    """The edit that adds a division; what an older one of that code became is forgotten.

    Raises InvalidValue as `check_division`.
    """
    check_division(county, division)
    former = [s for s in county.table(Succession).values() if s.former == division.code]
    return Edit(label, changes_of(county, [division], former))


def change_division(
    county: County, code: str, after: Division, label: str, *, date: str = "", note: str = ""
) -> Edit:
    """The edit that makes a division another: its name, kind, class, place, township or code.

    With another code, villages, facilities, people, area and acknowledged findings follow; with
    another township its facilities do. A former code and a former name are kept as a Succession,
    with `date` (ISO 8601, or "") and `note`. Raises InvalidValue as `check_division`.
    """
    before = county.division(code)
    if after == before:
        return Edit(label, ())
    check_division(county, after, {code})
    put, gone = with_successions(county, _successions(before, after, date, note))
    heirs = followers(county, {code}, lambda *_: after.code, {after.code: after.parent})
    own = list(belongings(county, {code})) if after.code != code else []
    moved = [of_division(record, after.code) for record in own]
    old = [before] if after.code != code else []
    return Edit(label, changes_of(county, [after, *heirs, *moved, *put], [*old, *own, *gone]))


def change_divisions(
    county: County, codes: Iterable[str], change: Callable[[Division], Division], label: str
) -> Edit:
    """The edit that changes several divisions in turn, each as `change_division`."""
    work = County(county.records())
    changes: list[Change] = []
    for code in codes:
        edit = change_division(work, code, change(work.division(code)), label)
        work.apply(edit)
        changes += edit.changes
    return Edit(label, tuple(changes))


def _successions(before: Division, after: Division, date: str, note: str) -> list[Succession]:
    if before.code == after.code and before.name == after.name:
        return []
    kind = SuccessionKind.RENAMED
    if before.code != after.code:
        is_moved = before.parent != after.parent
        kind = SuccessionKind.MOVED if is_moved else SuccessionKind.RECODED
    return [Succession(before.code, after.code, kind, before.name, date, note)]


@dataclass(frozen=True)
class Dependants:
    """What would go, or lose its place, with divisions: their villages and people go, areas too;
    facilities stay without a village or township."""

    villages: tuple[Division, ...]
    facilities: tuple[Facility, ...]
    people: int  # numbers of people, of any year
    areas: int

    def __bool__(self) -> bool:
        return bool(self.villages or self.facilities or self.people or self.areas)


def dependants(county: County, codes: Collection[str]) -> Dependants:
    """What depends on divisions that are to be removed."""
    every = _with_villages(county, codes)
    facilities = {f.id: f for code in every for f in facilities_of(county, code)}
    dated = [p for p in county.table(DivisionPopulation).values() if p.division in every]
    undated = [code for code in every if county.division(code).population is not None]
    return Dependants(
        tuple(county.division(code) for code in every if code not in codes),
        tuple(facilities.values()),
        len(dated) + len(undated),
        sum(county.boundary(code) is not None for code in every),
    )


def remove_divisions(county: County, codes: Collection[str], label: str) -> Edit:
    """The edit that removes divisions with their villages, people, areas and acknowledged findings.

    Facilities stay and name them no more; what had gone into a removed one has gone nowhere.
    """
    every = _with_villages(county, codes)
    freed = [
        replace(
            f,
            village=None if f.village in every else f.village,
            township=None if f.township in every else f.township,
        )
        for f in county.facilities
        if f.village in every or f.township in every
    ]
    gone = [county.division(code) for code in every]
    lost = _leading_nowhere(county, set(every))
    return Edit(label, changes_of(county, freed, [*gone, *belongings(county, every), *lost]))


def _with_villages(county: County, codes: Collection[str]) -> list[str]:
    every = dict.fromkeys(codes)
    every.update((v.code, None) for code in codes for v in villages_of(county, code))
    return list(every)


def _leading_nowhere(county: County, removed: set[str]) -> list[Succession]:
    """The successions that end at a removed division, and those that end at these in turn."""
    left = [s for s in county.table(Succession).values() if s.former not in removed]
    lost = [s for s in county.table(Succession).values() if s.former in removed]
    ends = set(removed)
    while found := [s for s in left if s.code in ends]:
        lost += found
        left = [s for s in left if s not in found]
        ends = {s.former for s in found} - {s.former for s in left}
    return lost
