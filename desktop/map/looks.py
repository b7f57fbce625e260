"""Symbols and colours of the map: told apart by shape and edge as well, so in grey print too."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.map.map_data import PointState
from models.facility import FacilityClass

INK = "#1f2a33"
MUTED = "#5b646c"
FACILITY = "#1b3a57"
SHAPE_ONLY = "#b9c6d1"  # in the legend, where a symbol stands for a class, site or not
CLOSING = "#8a8f94"
RING = "#d9822b"  # around what is selected
CLOSING_MARKER = "X"


@dataclass(frozen=True)
class PointLook:
    marker: str
    fill: str
    edge: str
    width: float  # of the edge, in points


@dataclass(frozen=True)
class AreaLook:
    fill: str
    edge: str
    line: str


POINT_LOOKS = {
    PointState.COVERED: PointLook("o", "#bcd3e6", "#4a7ba6", 0.8),
    PointState.UNCOVERED: PointLook("D", "#fff1e8", "#c0390b", 1.8),
    PointState.UNCHECKED: PointLook("h", "#ffffff", "#8a8f94", 0.8),
}
CLASS_MARKERS = {
    FacilityClass.HOSPITAL: "P",
    FacilityClass.PRIMARY_CARE: "s",
    FacilityClass.PUBLIC_HEALTH: "^",
    FacilityClass.OTHER: "v",
}
AREA_LOOKS = {  # by Rule.urban
    True: AreaLook("#d3dfe8", "#6f8ba3", "solid"),
    False: AreaLook("#eef3f6", "#a9b8c4", "dashed"),
    None: AreaLook("#eef3f6", "#a9b8c4", "dashdot"),
}
