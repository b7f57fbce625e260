"""Administrative divisions, and distances in metres."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from pyproj import CRS, Transformer

from models.errors import InvalidValue, Reason
from models.facility import PlaceOrigin, check_place
from models.plan import PopulationOrigin, is_date


class DivisionKind(StrEnum):
    TOWN = "town"  # 镇
    TOWNSHIP = "township"  # 乡
    SUBDISTRICT = "subdistrict"  # 街道
    VILLAGE = "village"  # 村
    COMMUNITY = "community"  # 社区
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Division:
    """A township-level or village-level division.

    `code` is the statistics bureau's (9 digits for a township, 12 for a village); `parent` is the
    township's code for a village. `urban` is None where unknown. `population` counts residents;
    `population_note` says where it comes from and whether it is only illustrative.
    Longitude and latitude are WGS 84 degrees.
    """

    code: str
    name: str
    kind: DivisionKind
    parent: str | None = None
    urban: bool | None = None
    longitude: float | None = None
    latitude: float | None = None
    place_origin: PlaceOrigin | None = None
    population: int | None = None
    population_note: str = ""
    source: str = ""

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise InvalidValue("Division", "name", self.name, Reason.EMPTY)
        if self.population is not None and self.population < 0:
            raise InvalidValue("Division", "population", self.population, Reason.NEGATIVE)
        check_place("Division", self.longitude, self.latitude)

    @property
    def key(self) -> tuple[str]:
        return (self.code,)

    @property
    def place(self) -> tuple[float, float] | None:
        """(longitude, latitude) in WGS 84 degrees, or None where unknown."""
        if self.longitude is None or self.latitude is None:
            return None
        return (self.longitude, self.latitude)


@dataclass(frozen=True, slots=True)
class DivisionPopulation:
    """Residents of a division at the end of one year; `source` says where the number comes from.

    It goes before the undated `Division.population` (see `County.people`).
    """

    division: str
    year: int
    persons: int
    origin: PopulationOrigin
    source: str = ""

    def __post_init__(self) -> None:
        if self.persons < 0:
            raise InvalidValue("DivisionPopulation", "persons", self.persons, Reason.NEGATIVE)

    @property
    def key(self) -> tuple[str, int]:
        return (self.division, self.year)


class SuccessionKind(StrEnum):
    MERGED = "merged"  # 两村合并
    SPLIT = "split"
    MOVED = "moved"  # to another township, under another code
    RECODED = "recoded"
    RENAMED = "renamed"  # still there under its code; `former_name` is the name it had


@dataclass(frozen=True, slots=True)
class Succession:
    """What became of a division that is no more: `former` (its code) went into `code`.

    A division that was split has one for each of its parts, but for a part that kept its code.
    `models.division_history` follows them; the edits of `models.division_editing` let no chain of
    them come back to where it began. `date` is ISO 8601, or "". Lists that
    still name the former code or name are matched by it.
    """

    former: str
    code: str
    kind: SuccessionKind
    former_name: str
    date: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        if self.date and not is_date(self.date):
            raise InvalidValue("Succession", "date", self.date, Reason.NOT_A_DATE)

    @property
    def key(self) -> tuple[str, str]:
        return (self.former, self.code)


def central_meridian(longitude: float) -> int:
    """The central meridian, in degrees east, of the 3-degree Gauss–Krüger zone of a longitude."""
    return round(longitude / 3) * 3


@lru_cache(maxsize=4)
def metre_transformer(meridian: int) -> Transformer:
    """WGS 84 longitude/latitude (degrees) → easting/northing (metres), CGCS2000 3-degree zone.

    CGCS2000 and WGS 84 coincide within centimetres, which is below the accuracy of a plan, so the
    zone's projection is used on the CGCS2000 ellipsoid without a datum shift.
    """
    zone = CRS.from_proj4(
        f"+proj=tmerc +lat_0=0 +lon_0={meridian} +k=1 +x_0=500000 +y_0=0 "
        "+a=6378137 +rf=298.257222101 +units=m +no_defs"
    )
    geodetic = CRS.from_proj4("+proj=longlat +a=6378137 +rf=298.257222101 +no_defs")
    return Transformer.from_crs(geodetic, zone, always_xy=True)
