"""Layers of a geographic file taken into a county: all of them become changes, or nothing.

Townships are taken before villages, villages before facilities, so that what is new is found by
what comes after it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from models.catalogue import Catalogue
from models.county import County
from models.edits import Change
from models.errors import BadCell
from models.geo_layers import take_layer
from models.geo_part import ImportPart, PartOutcome, Work
from models.geo_taking import PlaceTaker, take_county
from models.geo_use import LayerUse

_ORDER = (
    LayerUse.COUNTY, LayerUse.TOWNSHIPS, LayerUse.VILLAGES, LayerUse.FACILITIES, LayerUse.ROADS,
    LayerUse.BACKGROUND,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class GeoImport:
    """The changes of all layers; where there are `bad` cells, none of them may be made."""

    changes: tuple[Change, ...]
    outcomes: tuple[PartOutcome, ...]
    bad: tuple[BadCell, ...] = ()


def geo_import(
    parts: Sequence[ImportPart], county: County, catalogue: Catalogue, source: str
) -> GeoImport:
    """What parts of a file (`source` is its name) change in a county, which is left as it is.

    Raises FileError (TOO_LARGE).
    """
    work = Work(county)
    outcomes: list[PartOutcome] = []
    bad: list[BadCell] = []
    ordered = [(use, part) for use in _ORDER for part in parts if part.use is use]
    for use, part in ordered:
        before = len(work.changes)
        if use.target is not None:
            outcome = PlaceTaker(part, work, catalogue, source, bad).take()
        elif use is LayerUse.COUNTY:
            outcome = take_county(part, work, source)
        else:
            outcome = take_layer(part, work, source)
        outcomes.append(replace(outcome, changes=len(work.changes) - before))
    return GeoImport(work.changes, tuple(outcomes), tuple(bad))
