"""Any file of geographic data, read by its ending."""

from __future__ import annotations

from pathlib import Path

from db.exchange.geodata_json import geojson_layer
from db.exchange.geodata_kml import kml_layers
from db.exchange.geodata_ogr import Progress, geopackage_layers
from db.exchange.geodata_shapefile import shapefile_layer, zipped_shapefiles
from db.exchange.geodata_tables import table_layers
from models.errors import FileError, FileProblem
from models.geo_source import GeoLayer, GeoSource

TABLES = (".csv", ".tsv", ".xlsx", ".xlsm")
GEODATA_ENDINGS = (".gpkg", ".shp", ".zip", ".geojson", ".json", ".kml", ".kmz", *TABLES)


def read_geodata(path: Path, progress: Progress = lambda done, total: None) -> GeoSource:
    """The layers of a file, as they stand there.

    `progress(done, total)` is called every few thousand features (in units of the format; total 0:
    not known); what it raises ends the reading. Raises FileError: MISSING, EMPTY, NOT_GEODATA,
    CUT_OFF, PART_MISSING, NO_COORDINATES, TOO_LARGE; of tables also UNKNOWN_FORMAT and DAMAGED.
    """
    try:
        if path.stat().st_size == 0:
            raise FileError(path, FileProblem.EMPTY)
        layers = _layers(path, progress)
    except FileNotFoundError:
        raise FileError(path, FileProblem.MISSING) from None
    except OSError as error:
        raise FileError(path, FileProblem.NOT_GEODATA, error.strerror or "") from error
    if not any(len(layer) for layer in layers):
        raise FileError(path, FileProblem.NOTHING_RECOGNISED)
    return GeoSource(path, tuple(layers))


def _layers(path: Path, progress: Progress) -> list[GeoLayer]:
    match path.suffix.lower():
        case ".gpkg":
            return geopackage_layers(path, progress)
        case ".shp":
            return [shapefile_layer(path, progress)]
        case ".zip":
            return zipped_shapefiles(path, progress)
        case ".geojson" | ".json":
            return [geojson_layer(path, path.read_bytes(), progress)]
        case ".kml" | ".kmz":
            return kml_layers(path, path.read_bytes(), progress)
        case ending if ending in TABLES:
            return table_layers(path, progress)
    raise FileError(path, FileProblem.NOT_GEODATA)
