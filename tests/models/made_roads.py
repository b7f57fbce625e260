"""Roads drawn in metres from a corner of the zone of 105°, for hand-worked tests."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj.enums import TransformDirection

from models.geography import metre_transformer
from models.layers import Feature, Layer, LayerKind, feature_collection
from models.road_network import RoadNetwork, network_of
from models.roads import Road

MERIDIAN = 105
EAST, NORTH = 560_000.0, 3_290_000.0  # some 105.6°, 29.7°
SPEEDS = {"快": Decimal(60), "慢": Decimal(30), "其他道路": Decimal(20), "轮渡": Decimal(3),
          "高速公路": Decimal(90), "步行": Decimal(6)}  # fmt: skip

Line = Iterable[tuple[float, float]]


def degrees(places: Line) -> NDArray[np.float64]:
    """Rows of longitude, latitude of places in metres from the corner."""
    east, north = np.asarray(list(places), float).reshape(-1, 2).T
    lon, lat = metre_transformer(MERIDIAN).transform(
        east + EAST, north + NORTH, direction=TransformDirection.INVERSE
    )
    return np.column_stack((lon, lat))


def zone(*places: tuple[float, float]) -> NDArray[np.float64]:
    """Rows of easting, northing in the zone of places in metres from the corner."""
    return np.asarray(places, float).reshape(-1, 2) + np.asarray([EAST, NORTH])


def road(line: Line, road_class: str = "慢", kmh: float | None = None) -> Road:
    return Road(shapely.LineString(degrees(line)), road_class, kmh)


def network(*roads: Road, tolerance_m: float = 1.0) -> RoadNetwork:
    return network_of(roads, MERIDIAN, tolerance_m)


def road_layer(*roads: Road, layer_id: str = "roads") -> Layer:
    """A layer of a county file that holds the roads."""
    features = [Feature(r.line, {"class": r.road_class}) for r in roads]
    return Layer(layer_id, "道路", LayerKind.ROADS, feature_collection(features))
