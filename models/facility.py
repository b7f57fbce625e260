"""A health facility (医疗卫生机构) and the words that classify it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from models.errors import InvalidValue, Reason


class FacilityClass(StrEnum):
    """The four classes of every plan."""

    HOSPITAL = "hospital"
    PRIMARY_CARE = "primary-care"
    PUBLIC_HEALTH = "public-health"
    OTHER = "other"


class FacilityType(StrEnum):
    GENERAL_HOSPITAL = "general-hospital"
    TCM_HOSPITAL = "tcm-hospital"
    MCH_HOSPITAL = "mch-hospital"
    SPECIALIST_HOSPITAL = "specialist-hospital"
    TOWNSHIP_HEALTH_CENTRE = "township-health-centre"
    CENTRAL_TOWNSHIP_HEALTH_CENTRE = "central-township-health-centre"
    COMMUNITY_HEALTH_CENTRE = "community-health-centre"
    COMMUNITY_HEALTH_STATION = "community-health-station"
    VILLAGE_CLINIC = "village-clinic"
    OUTPATIENT_DEPARTMENT = "outpatient-department"
    CLINIC = "clinic"
    CDC = "cdc"
    HEALTH_SUPERVISION = "health-supervision"
    EMERGENCY_STATION = "emergency-station"
    UNSPECIFIED = "unspecified"


class Ownership(StrEnum):
    PUBLIC = "public"
    PRIVATE = "private"
    UNSPECIFIED = "unspecified"


class FacilityStatus(StrEnum):
    EXISTING = "existing"
    PLANNED = "planned"
    TO_CLOSE = "to-close"


class PlaceOrigin(StrEnum):
    """How a pair of coordinates was come by."""

    SURVEYED = "surveyed"  # given for this very place
    APPROXIMATE = "approximate"  # e.g. the seat of its township


_CLASS_OF_TYPE = {
    FacilityType.GENERAL_HOSPITAL: FacilityClass.HOSPITAL,
    FacilityType.TCM_HOSPITAL: FacilityClass.HOSPITAL,
    FacilityType.MCH_HOSPITAL: FacilityClass.HOSPITAL,
    FacilityType.SPECIALIST_HOSPITAL: FacilityClass.HOSPITAL,
    FacilityType.CDC: FacilityClass.PUBLIC_HEALTH,
    FacilityType.HEALTH_SUPERVISION: FacilityClass.PUBLIC_HEALTH,
    FacilityType.EMERGENCY_STATION: FacilityClass.PUBLIC_HEALTH,
    FacilityType.UNSPECIFIED: FacilityClass.OTHER,
}


def usual_class(facility_type: FacilityType) -> FacilityClass:
    """The class that a type of facility usually belongs to (a default; the planner may differ)."""
    return _CLASS_OF_TYPE.get(facility_type, FacilityClass.PRIMARY_CARE)


@dataclass(frozen=True, slots=True)
class Facility:
    """One institution, or (`is_group`) a row that stands for institutions a plan counts unnamed.

    `order` is the place in the published list. Longitude and latitude are WGS 84 degrees
    (CGCS2000 is the same within the accuracy of a plan); both or neither are set. `township` and
    `village` are codes of divisions; a clinic that serves a village names it.
    """

    id: str
    name: str
    facility_class: FacilityClass
    facility_type: FacilityType
    ownership: Ownership = Ownership.UNSPECIFIED
    status: FacilityStatus = FacilityStatus.EXISTING
    order: int = 0
    code: str = ""
    grade: str = ""
    consortium: str = ""
    township: str | None = None
    address: str = ""
    longitude: float | None = None
    latitude: float | None = None
    place_origin: PlaceOrigin | None = None
    emergency_site: bool = False
    is_group: bool = False
    source: str = ""
    note: str = ""
    village: str | None = None

    def __post_init__(self) -> None:
        """Raises InvalidValue for an empty name or half or impossible coordinates."""
        if not self.name.strip():
            raise InvalidValue("Facility", "name", self.name, Reason.EMPTY)
        check_place("Facility", self.longitude, self.latitude)

    @property
    def key(self) -> tuple[str]:
        return (self.id,)

    @property
    def place(self) -> tuple[float, float] | None:
        """(longitude, latitude) in WGS 84 degrees, or None where unknown."""
        if self.longitude is None or self.latitude is None:
            return None
        return (self.longitude, self.latitude)


@dataclass(frozen=True)
class Scope:
    """A choice of facilities, as a rule counts them; an empty field means all.

    A facility is of a grade where its own words contain it (二级 is in 二级甲等).
    """

    classes: frozenset[FacilityClass] = frozenset()
    types: frozenset[FacilityType] = frozenset()
    ownership: frozenset[Ownership] = frozenset()
    grades: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    def contains(self, facility: Facility) -> bool:
        return (
            (not self.classes or facility.facility_class in self.classes)
            and (not self.types or facility.facility_type in self.types)
            and (not self.ownership or facility.ownership in self.ownership)
            and (not self.grades or any(grade in facility.grade for grade in self.grades))
            and (not self.names or facility.name in self.names)
        )


EVERYWHERE = Scope()


def check_place(record: str, longitude: float | None, latitude: float | None) -> None:
    """Raise InvalidValue unless both degrees are absent or both lie within China's extent.

    The bounds are the extreme points of China (73°–136° E, 3°–54° N), so that swapped and zero
    coordinates are refused.
    """
    if longitude is None and latitude is None:
        return
    if longitude is None:
        raise InvalidValue(record, "longitude", None, Reason.INCOMPLETE_PLACE)
    if latitude is None:
        raise InvalidValue(record, "latitude", None, Reason.INCOMPLETE_PLACE)
    if not 73 <= longitude <= 136:
        raise InvalidValue(record, "longitude", longitude, Reason.OUT_OF_RANGE)
    if not 3 <= latitude <= 54:
        raise InvalidValue(record, "latitude", latitude, Reason.OUT_OF_RANGE)
