"""Symbols and colours of the map: told apart by shape, fill and line as well as by colour, so in
grey print too and by the colour-blind (colours after Okabe and Ito).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from desktop.map.map_data import BoundaryLevel, PointState
from models.facility import FacilityClass, FacilityStatus, FacilityType
from models.layers import LayerKind

INK = "#1f2a33"
MUTED = "#5b646c"
FACILITY = "#1b3a57"  # names of facilities
SHAPE_ONLY = "#d5dde4"  # in the legend, where a symbol stands for a type in any state
RING = "#d55e00"  # around what is selected
SITE = "#3c4650"  # the circle round an emergency site
TRIAL = "#d55e00"  # the edge of what is only tried
CROSS = "x"  # through what is to close


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


class PolygonLook(NamedTuple):
    """How the area of a population point is filled."""

    fill: str
    hatch: str


class LineLook(NamedTuple):
    colour: str
    width: float  # points
    line: Literal["solid", "dashed", "dashdot", "dotted"]


class StateLook(NamedTuple):
    """How a symbol tells what is to become of a facility; "" is the colour of its class."""

    fill: str
    edge: str
    crossed: bool


POINT_LOOKS = {
    PointState.COVERED: PointLook("o", "#bcd3e6", "#4a7ba6", 0.8),
    PointState.UNCOVERED: PointLook("D", "#fff1e8", "#c0390b", 1.8),
    PointState.UNCHECKED: PointLook("h", "#ffffff", "#8a8f94", 0.8),
}
POLYGON_LOOKS = {
    PointState.COVERED: PolygonLook("#e3edf5", ""),
    PointState.UNCOVERED: PolygonLook("#fbe3d6", "////"),
    PointState.UNCHECKED: PolygonLook("#ffffff", "...."),
}
CLASS_COLOURS = {
    FacilityClass.HOSPITAL: "#00507a",
    FacilityClass.PRIMARY_CARE: "#00795a",
    FacilityClass.PUBLIC_HEALTH: "#8a3b7a",
    FacilityClass.OTHER: "#4d4d4d",
}
TYPE_MARKERS: dict[FacilityType, Any] = {  # of matplotlib
    FacilityType.GENERAL_HOSPITAL: "P",
    FacilityType.TCM_HOSPITAL: "*",
    FacilityType.MCH_HOSPITAL: "X",
    FacilityType.SPECIALIST_HOSPITAL: (4, 1, 0),
    FacilityType.TOWNSHIP_HEALTH_CENTRE: "s",
    FacilityType.CENTRAL_TOWNSHIP_HEALTH_CENTRE: "p",
    FacilityType.COMMUNITY_HEALTH_CENTRE: "^",
    FacilityType.COMMUNITY_HEALTH_STATION: "v",
    FacilityType.VILLAGE_CLINIC: "d",
    FacilityType.OUTPATIENT_DEPARTMENT: "<",
    FacilityType.CLINIC: ">",
    FacilityType.CDC: "H",
    FacilityType.HEALTH_SUPERVISION: (3, 1, 0),
    FacilityType.EMERGENCY_STATION: (6, 1, 0),
    FacilityType.UNSPECIFIED: (5, 0, 180),
}
STATE_LOOKS = {
    FacilityStatus.EXISTING: StateLook("", "#ffffff", crossed=False),
    FacilityStatus.PLANNED: StateLook("#ffffff", "", crossed=False),
    FacilityStatus.TO_CLOSE: StateLook("#d9d9d9", "#8a8f94", crossed=True),
}
AREA_LOOKS = {  # by Rule.urban
    True: AreaLook("#d3dfe8", "#6f8ba3", "solid"),
    False: AreaLook("#eef3f6", "#a9b8c4", "dashed"),
    None: AreaLook("#eef3f6", "#a9b8c4", "dashdot"),
}
BOUNDARY_LOOKS = {
    BoundaryLevel.COUNTY: LineLook("#4a4f54", 1.6, "dashdot"),
    BoundaryLevel.TOWNSHIP: LineLook("#7d848b", 0.9, "dashed"),
    BoundaryLevel.VILLAGE: LineLook("#b4bac0", 0.5, "solid"),
}
LAYER_LOOKS = {
    LayerKind.ROADS: LineLook("#b08a4e", 0.8, "solid"),
    LayerKind.BACKGROUND: LineLook("#7fb2b2", 0.7, "solid"),
}
SERVICE_LOOK = LineLook("#6a51a3", 0.8, "dotted")
