"""Layers of GeoPackages and shapefiles, read by OGR (pyogrio) piece by piece."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import CRS
from pyproj.exceptions import CRSError

from models.coordinates import CoordinateSystem, system_of_crs
from models.errors import FileError, FileProblem
from models.geo_source import (
    GeoLayer,
    GeoNotice,
    GeoProblem,
    Shapes,
    Value,
    notice_of,
    shapes,
)

Progress = Callable[[int, int], None]  # (done, total); it may raise, which ends the reading
MOST_FEATURES = 2_000_000  # of a file: far beyond a county, and within the memory of an office PC
_PIECE = 20_000
_SQLITE = b"SQLite format 3\0"
# pyogrio says so of measures along a line, which are left out as heights are
_OF_NO_ACCOUNT = ("Measured (M) geometry types are not supported",)


class OgrLayer:
    """A layer as OGR gives it; texts as `read_ogr` was told to decode them."""

    def __init__(self) -> None:
        self.crs = ""
        self.count = 0
        self.columns: dict[str, list[Value]] = {}
        self._remarks: dict[str, None] = {}
        self._geometries: list[Shapes] = []
        self._numbers: list[NDArray[np.int64]] = []
        self._broken: list[NDArray[np.int64]] = []

    def append(
        self,
        meta: dict[str, Any],
        numbers: NDArray[np.int64],
        wkb: Shapes | None,
        values: Sequence[NDArray[Any]],
    ) -> int:
        """Take in a piece as `pyogrio.raw.read` returns it; how many features it has."""
        self.crs = meta["crs"] or ""
        bytes_of = shapes([None] * len(numbers)) if wkb is None else wkb
        geometries = shapely.from_wkb(bytes_of, on_invalid="ignore")
        given = np.array([one is not None for one in bytes_of], dtype=bool)
        self._broken.append(numbers[shapely.is_missing(geometries) & given])
        self._geometries.append(geometries)
        self._numbers.append(numbers)
        kinds = zip(meta["fields"], meta["ogr_types"], values, strict=True)
        for name, kind, column in kinds:
            whole = kind.startswith("OFTInteger")
            self.columns.setdefault(name, []).extend(_values(column, whole))
        self.count += len(numbers)
        return len(numbers)

    def hear(self, said: Iterable[warnings.WarningMessage]) -> None:
        """Keep remarks, each once, but for those of no account."""
        texts = (str(entry.message) for entry in said)
        self._remarks.update((t, None) for t in texts if not t.startswith(_OF_NO_ACCOUNT))

    @property
    def geometries(self) -> Shapes:
        return np.concatenate(self._geometries)

    @property
    def numbers(self) -> NDArray[np.int64]:
        return np.concatenate(self._numbers)

    @property
    def notices(self) -> tuple[GeoNotice, ...]:
        return (
            *notice_of(GeoProblem.BROKEN_GEOMETRY, np.concatenate(self._broken)),
            *(GeoNotice(GeoProblem.READER_REMARK, facts={"text": text}) for text in self._remarks),
        )


def geopackage_layers(path: Path, progress: Progress) -> list[GeoLayer]:
    """The layers of a GeoPackage that have geometries.

    Raises FileError: CUT_OFF, NOT_GEODATA (a database of another kind), TOO_LARGE.
    """
    import pyogrio  # here: it takes a quarter of a second where pandas is installed

    with path.open("rb") as file:
        head = file.read(100)
    if not head.startswith(_SQLITE):
        raise FileError(path, FileProblem.NOT_GEODATA)
    page = int.from_bytes(head[16:18], "big")
    stated = int.from_bytes(head[28:32], "big") * (65536 if page == 1 else page)
    if len(head) < 100 or path.stat().st_size < stated:
        raise FileError(path, FileProblem.CUT_OFF)
    try:
        with _heard() as said:
            names = [name for name, kind in pyogrio.list_layers(path) if kind is not None]
    except pyogrio.errors.DataSourceError as error:
        raise FileError(path, FileProblem.NOT_GEODATA) from error
    layers = []
    for name in names:
        found = read_ogr(path, name, progress)
        found.hear(said)
        declared, notices = stated_system(found.crs)
        layers.append(
            GeoLayer(name, found.geometries, found.numbers, found.columns, declared, found.crs,
                     notices=(*found.notices, *notices))
        )  # fmt: skip
    return layers


def read_ogr(
    path: Path, layer: str | None, progress: Progress, encoding: str | None = None
) -> OgrLayer:
    """A layer, a piece at a time, so that progress is told and only a piece is held twice.

    `encoding` decodes the texts; None leaves it to OGR. Raises FileError: CUT_OFF, TOO_LARGE.
    """
    import pyogrio  # here, as above
    from pyogrio.errors import DataLayerError, DataSourceError, FeatureError

    read = OgrLayer()
    options: dict[str, Any] = {"layer": layer, "encoding": encoding}
    try:
        with _heard() as said:
            total = pyogrio.read_info(path, **options, force_feature_count=True)["features"]
        refuse_too_many(path, total)
        while True:
            read.hear(said)
            progress(read.count, total)
            with _heard() as said:
                piece = pyogrio.raw.read(
                    path, **options, skip_features=read.count, max_features=_PIECE,
                    force_2d=True, datetime_as_string=True, return_fids=True,
                )  # fmt: skip
            if read.append(*piece) < _PIECE:
                read.hear(said)
                return read
    except (DataSourceError, DataLayerError, FeatureError) as error:
        raise FileError(path, FileProblem.CUT_OFF, str(error)) from error


@contextmanager
def _heard() -> Iterator[list[warnings.WarningMessage]]:
    """What OGR remarks within, as Python warnings, is kept instead of printed."""
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        yield said


def refuse_too_many(path: Path, count: int) -> None:
    """Raises FileError(TOO_LARGE) beyond MOST_FEATURES."""
    if count > MOST_FEATURES:
        raise FileError(path, FileProblem.TOO_LARGE, f"{count} > {MOST_FEATURES}")


def stated_system(stated: str) -> tuple[CoordinateSystem | None, tuple[GeoNotice, ...]]:
    """The system that a file states by name, number or well-known text; with the notice where it
    is none that Weigui converts."""
    if not stated:
        return None, ()
    try:
        crs = CRS.from_user_input(stated)
    except CRSError:
        return None, (GeoNotice(GeoProblem.UNKNOWN_SYSTEM, facts={"stated": stated[:80]}),)
    if system := system_of_crs(crs):
        return system, ()
    return None, (GeoNotice(GeoProblem.UNKNOWN_SYSTEM, facts={"stated": crs.name}),)


def _values(values: NDArray[Any], is_whole: bool) -> list[Value]:
    """A column of a piece as plain values. A whole number with blanks comes as a float."""
    plain = values.tolist()
    if values.dtype.kind == "f":
        if is_whole:
            return [None if value != value else int(value) for value in plain]
        return [None if value != value else value for value in plain]
    if values.dtype.kind == "b":
        return [int(value) for value in plain]
    return [_text(value) for value in plain] if values.dtype.kind == "O" else plain


def _text(value: object) -> Value:
    """Texts as they are; lists as one text; what is no text, as bytes of a picture, as blank."""
    if isinstance(value, str):
        return value
    if isinstance(value, list | tuple | np.ndarray):
        return "、".join(map(str, value))
    return None
