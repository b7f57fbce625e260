"""The county's geographic layers as files: the way of window and command line to them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

from db.exchange.geodata_writing import write_geodata
from desktop.background import Task
from desktop.coverage_command import coverage_of
from desktop.session import CountySession
from models.catalogue import Catalogue, Language
from models.county import County
from models.errors import FileError, FileProblem
from models.geo_export import ExportLayer, ExportSource, export_layers
from models.geo_source import GeoLayer
from models.plan import Plan
from models.rules.plan_rules import plan_rules


def write_county(
    path: Path,
    county: County,
    plan: Plan,
    catalogue: Catalogue,
    language: Language,
    wanted: Collection[ExportLayer],
    task: Task,
) -> list[GeoLayer]:
    """Write layers by the ending of the name; those that were written.

    Raises FileError: NOTHING_TO_WRITE, and those of `write_geodata`; Cancelled before it writes.
    """
    task.progress(0, 1)
    rules = plan_rules(catalogue, county, plan)
    found = coverage_of(county, rules, plan.target_year)
    layers = export_layers(ExportSource(county, found, catalogue, language), wanted)
    if not layers:
        raise FileError(path, FileProblem.NOTHING_TO_WRITE)
    task.progress(1, 1)
    write_geodata(path, layers)
    return layers


def writing_of(
    session: CountySession, path: Path, wanted: Collection[ExportLayer]
) -> Callable[[Task], list[GeoLayer]]:
    """The work that writes layers of the county as it is now; it may run on any thread."""
    county, plan = County(session.county.records()), session.plan
    catalogue, language = session.catalogue, session.language

    def work(task: Task) -> list[GeoLayer]:
        return write_county(path, county, plan, catalogue, language, wanted, task)

    return work
