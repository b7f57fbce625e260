"""What refers to a division, and how it follows where a division goes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from models.county import County
from models.edits import RECORD_TYPES, Change, Record, remove
from models.errors import InvalidValue, Reason
from models.facility import Facility
from models.geography import Division, DivisionKind, DivisionPopulation, Succession
from models.layers import Boundary
from models.rules.rule import SubjectKind
from models.rules.setting import Acknowledgement

Belonging = DivisionPopulation | Boundary | Acknowledgement  # what goes with a division
Heir = Callable[[str, str], str | None]  # of a former code, for who names it (id or code)

F = TypeVar("F", Facility, Division)

TOWNSHIP_KINDS = (DivisionKind.TOWN, DivisionKind.TOWNSHIP, DivisionKind.SUBDISTRICT)
VILLAGE_KINDS = (DivisionKind.VILLAGE, DivisionKind.COMMUNITY)


def check_division(county: County, division: Division, former: Collection[str] = ()) -> None:
    """Raise InvalidValue unless a division may stand in the county once `former` codes are free.

    code EMPTY or DUPLICATE (the county's own code is taken too); parent MISSING_REFERENCE unless it
    is a township of the county; kind NOT_OF_KIND where it does not go with having a parent, or
    where a division that has villages is to lie in a township.
    """
    code, parent = division.code, division.parent
    if not code.strip():
        raise InvalidValue("Division", "code", code, Reason.EMPTY)
    is_taken = (code,) in county.table(Division) and code not in former
    if is_taken or (county.info is not None and code == county.info.code):
        raise InvalidValue("Division", "code", code, Reason.DUPLICATE)
    if division.kind in (TOWNSHIP_KINDS if parent is not None else VILLAGE_KINDS):
        raise InvalidValue("Division", "kind", division.kind, Reason.NOT_OF_KIND)
    if parent is None:
        return
    township = county.table(Division).get((parent,))
    if township is None or township.parent is not None or parent == code:
        raise InvalidValue("Division", "parent", parent, Reason.MISSING_REFERENCE)
    if former and any(d.parent in former for d in county.table(Division).values()):
        raise InvalidValue("Division", "kind", division.kind, Reason.NOT_OF_KIND)


def villages_of(county: County, code: str) -> list[Division]:
    """The villages and communities of a township, by code."""
    return [d for d in county.divisions if d.parent == code]


def facilities_of(county: County, code: str) -> list[Facility]:
    """The facilities that name a division as their township or as the village they serve."""
    return [f for f in county.facilities if code in (f.village, f.township)]


def belongings(county: County, codes: Collection[str]) -> Iterator[Belonging]:
    """People, areas and acknowledged findings of divisions.

    Not what was acknowledged in an issued version, which stays as it is.
    """
    for people in county.table(DivisionPopulation).values():
        if people.division in codes:
            yield people
    for code in codes:
        if (area := county.boundary(code)) is not None:
            yield area
    for accepted in county.table(Acknowledgement).values():
        is_about = accepted.subject_kind is SubjectKind.DIVISION and accepted.subject_id in codes
        if is_about and not county.plan(accepted.plan_id).is_locked:
            yield accepted


def of_division(record: Belonging, code: str) -> Belonging:
    """What belongs to one division, as another's."""
    match record:
        case DivisionPopulation():
            return replace(record, division=code)
        case Boundary():
            return replace(record, code=code)
        case Acknowledgement():
            return replace(record, subject_id=code)


def followers(
    county: County, codes: Collection[str], heir: Heir, parents: Mapping[str, str | None]
) -> list[Facility | Division]:
    """The villages and facilities that name one of these divisions, naming its heir instead.

    A facility goes to the township of the village it serves (`parents` of the heirs), unless it
    stands in another one than its village anyway. Only those that change.
    """
    found: list[Facility | Division] = []
    for division in county.divisions:
        if division.parent in codes and division.parent is not None:
            found.append(replace(division, parent=heir(division.parent, division.code)))
    for facility in county.facilities:
        after = _following(county, facility, codes, heir, parents)
        if after != facility:
            found.append(after)
    return found


def _following(
    county: County,
    facility: Facility,
    codes: Collection[str],
    heir: Heir,
    parents: Mapping[str, str | None],
) -> Facility:
    village, township = facility.village, facility.township
    here = None if village is None else county.division(village)
    if here is not None and here.code in codes:
        village = heir(here.code, facility.id)
        if township == here.parent and village is not None:
            township = parents.get(village, township)
    elif township in codes and township is not None:
        is_at_home = here is not None and here.parent == township
        township = heir(township, here.code if here and is_at_home else facility.id)
    return replace(facility, village=village, township=township)


def with_successions(
    county: County, added: Iterable[Succession]
) -> tuple[list[Succession], list[Succession]]:
    """Successions to put in and those to take out, so that no chain of them comes back to where
    it began: whoever takes over has, from then on, gone nowhere itself.
    """
    put = list(added)
    heirs = {s.code for s in put if s.code != s.former}
    gone = [
        s
        for s in county.table(Succession).values()
        if s.former in heirs and s.code != s.former and s.key not in {p.key for p in put}
    ]
    return put, gone


def changes_of(
    county: County, put: Iterable[Record], gone: Iterable[Record] = ()
) -> tuple[Change, ...]:
    """The changes that make records stand in the county, and others not, each by its key.

    In the order in which references hold after every single one, as the file demands: townships
    before their villages, those before what names them, removed the other way round.
    """
    order = {record_type: place for place, record_type in enumerate(RECORD_TYPES)}
    wanted = {(type(record), record.key): record for record in put}
    changes = []
    for (record_type, key), record in wanted.items():
        before = county.table(record_type).get(key)
        if before != record:
            changes.append(Change(before, record))
    left = {(type(r), r.key): r for r in gone if (type(r), r.key) not in wanted}

    def place(record: Record) -> tuple[int, bool]:
        return order[type(record)], isinstance(record, Division) and record.parent is not None

    changes.sort(key=lambda change: place(change.record))
    return (*changes, *remove(*sorted(left.values(), key=place, reverse=True)))
