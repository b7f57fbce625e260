"""Values that can be written but hardly be meant: they are asked about, never refused."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from models.catalogue import Catalogue
from models.county import County
from models.edits import Change
from models.facility import Facility, FacilityType
from models.measure import Allocation, Origin

_T = FacilityType
_SMALL = (_T.VILLAGE_CLINIC, _T.CLINIC)
_STATIONS = (
    _T.COMMUNITY_HEALTH_STATION, _T.OUTPATIENT_DEPARTMENT, _T.EMERGENCY_STATION,
    _T.HEALTH_SUPERVISION, _T.CDC,
)  # fmt: skip
_CENTRES = (
    _T.TOWNSHIP_HEALTH_CENTRE, _T.CENTRAL_TOWNSHIP_HEALTH_CENTRE, _T.COMMUNITY_HEALTH_CENTRE,
)  # fmt: skip
_HOSPITALS = (
    _T.GENERAL_HOSPITAL, _T.TCM_HOSPITAL, _T.MCH_HOSPITAL, _T.SPECIALIST_HOSPITAL,
)  # fmt: skip

# The most that one institution of a kind can be believed to have, by group of measure. They are
# no norms, only far above what the five plans hold: a village clinic has a few observation beds
# and one to three doctors; a station some dozen staff and no wards to speak of (20 lets a station
# with observation beds pass); the largest township centre of Dazu's and Yanjiang's tables has 300
# beds planned, the largest hospital 1,333.
# Types that are not stated, and rows that stand for many institutions, are not doubted.
_MOST: dict[str, tuple[tuple[tuple[FacilityType, ...], int], ...]] = {
    "beds": ((_SMALL, 10), (_STATIONS, 20), (_CENTRES, 500), (_HOSPITALS, 3000)),
    "staff": ((_SMALL, 30), (_STATIONS, 500), (_CENTRES, 1000), (_HOSPITALS, 6000)),
    "vehicles": ((_SMALL, 2), (_STATIONS, 100), (_CENTRES, 20), (_HOSPITALS, 50)),
    "equipment": ((_SMALL, 5), (_STATIONS, 20), (_CENTRES, 20), (_HOSPITALS, 50)),
}
TIMES = 10  # a published or imported figure changed so many times over, up or down …
LEAST_STEP = 10  # … and by at least so much, so that 0 → 5 or 1 → 10 physicians pass


class DoubtKind(StrEnum):
    LARGE_FOR_TYPE = "large-for-type"
    MANY_TIMES = "many-times"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A value to ask about. `compared` is the most believed of its type, or the figure before.

    `facility` is the one that it is of, which may be made by the same changes.
    """

    kind: DoubtKind
    facility: Facility
    after: Allocation
    compared: Decimal


def doubts(county: County, catalogue: Catalogue, changes: Iterable[Change]) -> list[Doubt]:
    """The values among changes that are out of all proportion; one doubt a value."""
    found = []
    changes = list(changes)
    made = {c.after.id: c.after for c in changes if isinstance(c.after, Facility)}
    for change in changes:
        after, before = change.after, change.before
        if not isinstance(after, Allocation):
            continue
        if isinstance(before, Allocation) and before.value == after.value:
            continue  # a note, or who set it
        facility = made.get(after.facility_id) or county.facility(after.facility_id)
        most = most_believed(facility, after.measure, catalogue)
        if most is not None and after.value > most:
            found.append(Doubt(DoubtKind.LARGE_FOR_TYPE, facility, after, Decimal(most)))
        elif isinstance(before, Allocation) and _many_times(before, after):
            found.append(Doubt(DoubtKind.MANY_TIMES, facility, after, before.value))
    return found


def most_believed(facility: Facility, measure: str, catalogue: Catalogue) -> int | None:
    """The most of a measure that one institution of this type is believed to have."""
    if facility.is_group:
        return None
    for types, most in _MOST.get(catalogue.measures[measure].group, ()):
        if facility.facility_type in types:
            return most
    return None


def _many_times(before: Allocation, after: Allocation) -> bool:
    if before.origin not in (Origin.PUBLISHED, Origin.IMPORTED):
        return False
    smaller, larger = sorted((before.value, after.value))
    return smaller > 0 and larger >= TIMES * smaller and larger - smaller >= LEAST_STEP
