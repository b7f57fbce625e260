"""Which divisions the table shows, and in which order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from models.county import County
from models.division_merging import UNDATED
from models.division_people import SumOfParts, people_years, persons_of, sum_of_parts
from models.facility import FacilityStatus, FacilityType
from models.geography import Division, DivisionKind, Succession

_CLINICS = frozenset({FacilityType.VILLAGE_CLINIC, FacilityType.COMMUNITY_HEALTH_STATION})


@dataclass(frozen=True)
class DivisionFilter:
    """What is shown; an empty field lets everything through.

    Every word of `text` is looked for in name and code, in those it had before, and in the name of
    its township.
    """

    text: str = ""
    township: str | None = None
    kind: DivisionKind | None = None
    without_people: bool = False
    without_place: bool = False


class DivisionRows:
    """What the table says of the divisions of a county, read once and kept until `reread`."""

    def __init__(self, county: County) -> None:
        self.county = county
        self.reread()

    def reread(self) -> None:
        """Read divisions, their villages and their former names anew."""
        self.divisions = self.county.divisions
        self.villages: dict[str, list[Division]] = {}
        for division in self.divisions:
            if division.parent is not None:
                self.villages.setdefault(division.parent, []).append(division)
        self._former: dict[str, list[str]] = {}
        for went in self.county.table(Succession).values():
            self._former.setdefault(went.code, []).extend((went.former, went.former_name))
        self.count_facilities()

    def count_facilities(self) -> None:
        """Count the facilities of each division; those to close do not count."""
        there = [f for f in self.county.facilities if f.status is not FacilityStatus.TO_CLOSE]
        self._facilities = Counter(f.township for f in there) + Counter(f.village for f in there)
        self._clinics = Counter(f.village for f in there if f.facility_type in _CLINICS)

    def years(self) -> list[int]:
        """The years in which people are known; UNDATED last, where any number bears no year."""
        years = people_years(self.county)
        is_undated = any(division.population is not None for division in self.divisions)
        return [*years, UNDATED] if is_undated else years

    def in_order(self, wanted: DivisionFilter) -> list[Division]:
        """The divisions that pass, each township before its villages."""
        passing = self._passing(wanted)
        return sorted(
            filter(passing, self.divisions),
            key=lambda d: (d.parent or d.code, d.parent is not None, d.code),
        )

    def _passing(self, wanted: DivisionFilter) -> Callable[[Division], bool]:
        words = wanted.text.casefold().split()

        def passes(division: Division) -> bool:
            return (
                wanted.township in (None, division.code, division.parent)
                and wanted.kind in (None, division.kind)
                and not (wanted.without_people and self.has_people(division))
                and not (wanted.without_place and self.has_place(division))
                and (not words or self._holds(division, words))
            )

        return passes

    def _holds(self, division: Division, words: Sequence[str]) -> bool:
        township = division.parent and self.county.division(division.parent).name
        former = self._former.get(division.code, ())
        text = "\n".join((division.name, division.code, township or "", *former)).casefold()
        return all(word in text for word in words)

    def has_people(self, division: Division) -> bool:
        return self.county.people(division) is not None

    def has_place(self, division: Division) -> bool:
        """Whether a point or an area is known."""
        return division.place is not None or self.county.boundary(division.code) is not None

    def persons(self, division: Division, year: int) -> int | None:
        return persons_of(self.county, division, year)

    def sum(self, division: Division, year: int) -> SumOfParts | None:
        """A township's own number beside its villages'; None for one without villages."""
        villages = self.villages.get(division.code)
        if not villages:
            return None
        return sum_of_parts(self.county, self.persons(division, year), villages, year)

    def facilities(self, division: Division) -> int:
        return self._facilities[division.code]

    def clinics(self, division: Division) -> int:
        """The clinics and stations of a village; of a township, its villages that have one."""
        if division.parent is not None:
            return self._clinics[division.code]
        return sum(self._clinics[v.code] > 0 for v in self.villages.get(division.code, ()))

    def sort_key(self, division: Division, year: int) -> Any:
        """By people, unknown ones below zero."""
        persons = self.persons(division, year)
        return -1 if persons is None else persons
