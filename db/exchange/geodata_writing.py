"""Layers written as GeoPackage or GeoJSON, which QGIS opens, or as tables in a workbook."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import shapely
from openpyxl import Workbook

from db.exchange.writing import write_whole
from db.exchange.xlsx_sheet import BODY, HEAD, write_cell
from models.coordinate_columns import coordinate_columns
from models.coordinates import WGS84, CoordinateSystem, crs_of_system, from_wgs84
from models.errors import FileError, FileProblem
from models.geo_source import (
    GeoLayer,
    GeometryKind,
    Shapes,
    Value,
    no_geometry,
)

GEODATA_OUT = (".gpkg", ".geojson", ".xlsx")
_DRIVERS = {".gpkg": "GPKG", ".geojson": "GeoJSON", ".json": "GeoJSON"}
_TYPES = frozenset({"Point", "LineString", "Polygon"})
_MOST_ROWS = 1_048_575  # of a sheet, beside its heading
_MOST_WHOLE = 2**63
_NO_SYSTEM = "'crs' was not provided"  # a warning of pyogrio; of GCJ-02 it is meant


def write_geodata(path: Path, layers: Sequence[GeoLayer], system: CoordinateSystem = WGS84) -> None:
    """Write layers, whose geometries are in WGS 84 degrees, in a coordinate system.

    By the ending: GeoPackage, GeoJSON (one layer) or workbook (places of points as columns). The
    file states the system; GCJ-02 and BD-09, which no format can state, stand in the layer's name.
    Raises FileError: NOT_GEODATA (another ending), ONE_LAYER, TOO_LARGE (for a sheet), and those
    of `write_whole`; a file that was there is replaced whole or not at all.
    """
    moved = [_in_system(layer, system) for layer in layers]
    ending = path.suffix.lower()
    if ending == ".xlsx":
        write_whole(path, _workbook(path, moved, system))
        return
    if ending not in _DRIVERS:
        raise FileError(path, FileProblem.NOT_GEODATA, ending)
    if _DRIVERS[ending] == "GeoJSON" and len(moved) != 1:
        raise FileError(path, FileProblem.ONE_LAYER)
    from pyogrio import errors  # here: a quarter of a second where pandas is installed

    failures = (
        errors.DataSourceError,
        errors.DataLayerError,
        errors.FeatureError,
        errors.FieldError,
        errors.GeometryError,
    )
    with TemporaryDirectory() as folder:
        beside = Path(folder) / f"layers{ending}"
        try:
            for layer in moved:
                _write_layer(beside, layer, system, _DRIVERS[ending])
        except failures as error:
            raise FileError(path, FileProblem.CANNOT_WRITE, str(error)) from error
        write_whole(path, beside.read_bytes())


def _in_system(layer: GeoLayer, system: CoordinateSystem) -> GeoLayer:
    if system == WGS84:
        return layer
    moved = shapely.transform(
        layer.geometries,
        lambda pairs: np.column_stack(from_wgs84(pairs[:, 0], pairs[:, 1], system)),
    )
    name = layer.name if crs_of_system(system) else f"{layer.name}_{system.code}"
    return replace(layer, geometries=moved, name=name)


def _write_layer(path: Path, layer: GeoLayer, system: CoordinateSystem, driver: str) -> None:
    import pyogrio  # here, as above

    columns = dict(zip(_distinct(layer.columns), layer.columns.values(), strict=True))
    arrays = [_array(values) for values in columns.values()]
    crs = crs_of_system(system)
    decimals = 3 if system.is_projected else 9  # a millimetre, a tenth of one
    options = {"COORDINATE_PRECISION": str(decimals)} if driver == "GeoJSON" else {}
    with warnings.catch_warnings():
        if crs is None:
            warnings.filterwarnings("ignore", message=re.escape(_NO_SYSTEM))
        pyogrio.raw.write(
            path, shapely.to_wkb(layer.geometries), [values for values, _ in arrays],
            list(columns), [mask for _, mask in arrays], layer=layer.name, driver=driver,
            geometry_type=_type_of(layer.geometries), crs=None if crs is None else _stated(crs),
            layer_options=options,
        )  # fmt: skip


def _stated(crs: Any) -> str:
    number = crs.to_epsg()
    return f"EPSG:{number}" if number else crs.to_wkt()


def _type_of(geometries: Shapes) -> str:
    """The type that OGR calls a layer: Point, MultiPolygon …; Unknown for mixed kinds."""
    types = {g.geom_type for g in geometries[~no_geometry(geometries)]}
    simple = {name.removeprefix("Multi").replace("LinearRing", "LineString") for name in types}
    if len(simple) != 1 or not simple & _TYPES:
        return "Unknown"
    return f"{'Multi' if types != simple else ''}{simple.pop()}"


def _distinct(names: Iterable[str]) -> list[str]:
    """Names of columns that are not alike but for their case, and none that the format needs."""
    taken = {"fid", "geom", "geometry", "ogc_fid"}
    result = []
    for name in names:
        number, own = 2, name
        while own.lower() in taken:
            own, number = f"{name}_{number}", number + 1
        taken.add(own.lower())
        result.append(own)
    return result


def _array(values: Sequence[Value]) -> tuple[Any, Any]:
    """A column as the format keeps it: whole numbers, numbers or texts; and where it is blank."""
    blank = np.array([value is None for value in values], dtype=bool)
    given = [value for value in values if value is not None]
    are_whole = all(isinstance(value, int) for value in given)
    if given and are_whole and all(abs(int(value)) < _MOST_WHOLE for value in given):
        return np.array([value or 0 for value in values], dtype=np.int64), blank
    if given and not are_whole and all(isinstance(value, int | float) for value in given):
        return np.array([np.nan if v is None else v for v in values], dtype=np.float64), blank
    texts = [None if value is None else str(value) for value in values]
    return np.array(texts, dtype=object), blank


# --- workbook


def _workbook(path: Path, layers: Sequence[GeoLayer], system: CoordinateSystem) -> bytes:
    """A sheet a layer: its attributes, and for points their two coordinates behind them."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = "Weigui"
    titles = set[str]()
    for layer in layers:
        if len(layer) > _MOST_ROWS:
            raise FileError(path, FileProblem.TOO_LARGE, f"{len(layer)} > {_MOST_ROWS}")
        sheet = book.create_sheet(_title(layer.name, titles))
        columns = dict(layer.columns)
        if set(layer.kinds) == {GeometryKind.POINTS}:
            columns = _without_coordinates(columns) | _coordinates(layer, system)
        for number, (heading, values) in enumerate(columns.items(), 1):
            write_cell(sheet.cell(1, number), heading, HEAD, "center")
            for row, value in enumerate(values, 2):
                if value is not None:
                    write_cell(sheet.cell(row, number), _cell(value), BODY, "left")
        sheet.freeze_panes = "A2"
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _without_coordinates(columns: dict[str, Sequence[Value]]) -> dict[str, Sequence[Value]]:
    """The columns without those that would be taken for the coordinates when read again."""
    names = list(columns)
    found = coordinate_columns(names)
    coordinates = set() if found is None else {names[found.x], names[found.y]}
    return {name: values for name, values in columns.items() if name not in coordinates}


def _coordinates(layer: GeoLayer, system: CoordinateSystem) -> dict[str, Sequence[Value]]:
    """The columns of the places, headed so that they are read again as what they are."""
    headings = ("东坐标", "北坐标") if system.is_projected else ("经度", "纬度")
    marked = [heading if system == WGS84 else f"{heading}({system.code})" for heading in headings]
    middles = shapely.centroid(layer.geometries)
    decimals = 3 if system.is_projected else 8
    columns: dict[str, Sequence[Value]] = {}
    for heading, figures in zip(
        marked, (shapely.get_x(middles), shapely.get_y(middles)), strict=True
    ):
        columns[heading] = [None if f != f else round(float(f), decimals) for f in figures]
    return columns


def _title(name: str, taken: set[str]) -> str:
    """A name that a sheet may have: 31 characters, none of []:*?/\\, none twice."""
    plain = re.sub(r"[\[\]:*?/\\]", " ", name).strip("' ")[:31] or "layer"
    title, number = plain, 2
    while title.lower() in taken:
        ending = f" {number}"
        title, number = plain[: 31 - len(ending)] + ending, number + 1
    taken.add(title.lower())
    return title


def _cell(value: str | int | float) -> str | int | Decimal:
    return Decimal(repr(value)) if isinstance(value, float) else value
