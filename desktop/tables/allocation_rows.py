"""The rows of the allocation table: which facilities, in which groups, in which order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from models.county import County
from models.facility import Facility, FacilityClass, FacilityStatus, FacilityType

NONE = ""  # the group, township or consortium of facilities that belong to none


@dataclass(frozen=True, slots=True)
class Row:
    """A facility, or (None) the subtotal of a group."""

    group: str
    facility: Facility | None = None


class Grouping(StrEnum):
    """By what facilities are put together, each group under its subtotal."""

    CLASS = "class"
    TYPE = "type"
    TOWNSHIP = "township"
    CONSORTIUM = "consortium"
    NOTHING = "nothing"


def group_of(facility: Facility, grouping: Grouping) -> str:
    """The id of the group that a facility stands in."""
    match grouping:
        case Grouping.CLASS:
            return facility.facility_class
        case Grouping.TYPE:
            return facility.facility_type
        case Grouping.TOWNSHIP:
            return facility.township or NONE
        case Grouping.CONSORTIUM:
            return facility.consortium
        case Grouping.NOTHING:
            return NONE


@dataclass(frozen=True)
class RowFilter:
    """Which facilities are shown; an empty field lets all through.

    `text` is looked for in the name. For township and consortium NONE means those without.
    """

    text: str = ""
    facility_class: FacilityClass | None = None
    facility_type: FacilityType | None = None
    township: str | None = None
    consortium: str | None = None
    status: FacilityStatus | None = None

    def shows(self, facility: Facility) -> bool:
        return (
            self.facility_class in (None, facility.facility_class)
            and self.facility_type in (None, facility.facility_type)
            and self.township in (None, facility.township or NONE)
            and self.consortium in (None, facility.consortium)
            and self.status in (None, facility.status)
            and self.text.strip().casefold() in facility.name.casefold()
        )

    @property
    def is_empty(self) -> bool:
        return self == RowFilter()


SortKey = Callable[[Facility], Any]


@dataclass(frozen=True)
class Order:
    """Rows sorted by a key within their groups; a key of None (blank) always comes last."""

    key: SortKey
    descending: bool = False

    def sorted(self, facilities: list[Facility]) -> list[Facility]:
        keys: Mapping[str, Any] = {f.id: self.key(f) for f in facilities}
        filled = [f for f in facilities if keys[f.id] is not None]
        filled.sort(key=lambda f: keys[f.id], reverse=self.descending)
        return [*filled, *(f for f in facilities if keys[f.id] is None)]


def arrange(
    county: County,
    row_filter: RowFilter,
    grouping: Grouping,
    folded: frozenset[str] = frozenset(),
    order: Order | None = None,
) -> list[Row]:
    """The rows that are shown. Groups come in a fixed order; of a folded one only the subtotal."""
    groups: dict[str, list[Facility]] = {}
    for facility in county.facilities:
        if row_filter.shows(facility):
            groups.setdefault(group_of(facility, grouping), []).append(facility)
    rows: list[Row] = []
    for group in _in_order(groups, grouping):
        if grouping is not Grouping.NOTHING:
            rows.append(Row(group))
        if group not in folded or grouping is Grouping.NOTHING:
            members = groups[group] if order is None else order.sorted(groups[group])
            rows += [Row(group, facility) for facility in members]
    return rows


def _in_order(groups: Mapping[str, object], grouping: Grouping) -> list[str]:
    """Classes and types as the domain orders them, others as the first of them is published."""
    match grouping:
        case Grouping.CLASS:
            return [c for c in FacilityClass if c in groups]
        case Grouping.TYPE:
            return [t for t in FacilityType if t in groups]
        case Grouping.TOWNSHIP:
            known = sorted(group for group in groups if group != NONE)
        case _:
            known = [group for group in groups if group != NONE]
    return [*known, *([NONE] if NONE in groups else [])]
