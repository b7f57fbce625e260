"""Which chart is asked for, and of what. Nothing here draws: matplotlib takes half a second to load
and every command knows the names of the charts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from models.facility import FacilityClass
from models.measure import Basis


class ChartName(StrEnum):
    RATES = "rates"
    TARGETS = "targets"
    DISTRIBUTION = "distribution"
    RATIOS = "ratios"
    EQUITY = "equity"
    DISTANCE = "distance"


@dataclass(frozen=True)
class ChartQuestion:
    """What a chart is asked for: of what (an id that its `subjects` offer, "" where it has no
    choice), on which basis, for which class of facilities (None: all)."""

    subject: str = ""
    basis: Basis | None = None
    facility_class: FacilityClass | None = None
