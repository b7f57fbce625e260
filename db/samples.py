"""The published plans that ship with the program, read from `resources/plans`.

One folder a plan: `plan.toml` says what each table is called, the tables are CSV files that a
person can hold against the printed plan, cell by cell, with the 合计 row last.

Of the contents of projects only areas, beds and land are shipped: the sentences are the plan's own.
Reading the plan's text gives them whole.
"""

from __future__ import annotations

import csv
import tomllib
from typing import Any

from db.catalogue import load_catalogue
from db.divisions import divisions, known_counties
from models.edits import Record
from models.published import (
    BedStandardRow,
    BedStandardTable,
    EquipmentRow,
    EquipmentTable,
    IndicatorRow,
    IndicatorTable,
    LayoutRow,
    LayoutTable,
    ProjectRow,
    ProjectTable,
    PublishedPlan,
    StatedCount,
)
from models.published_records import records_of
from resources import resource

SAMPLES: tuple[str, ...] = ("dazu", "yanjiang", "wuxi", "wushan", "pingluo")


def published_records(published: PublishedPlan) -> list[Record]:
    """The records of any published plan, with the shipped divisions and catalogue."""
    measures = load_catalogue().measures.values()
    return records_of(published, divisions(published.county.code), measures)


def sample_records(name: str) -> list[Record]:
    """The records of the county of a shipped plan. Raises KeyError for a name not in SAMPLES."""
    return published_records(sample_plan(name))


def sample_plan(name: str) -> PublishedPlan:
    """A shipped plan. Raises KeyError for a name not in SAMPLES."""
    if name not in SAMPLES:
        raise KeyError(name)
    plan = tomllib.loads(resource(f"plans/{name}/plan.toml").read_text("utf8"))
    county = next(k for k in known_counties() if k.info.code == plan["county"])
    baseline: int = plan["baseline_year"]
    return PublishedPlan(
        county.info,
        county.rule_set,
        plan["title"],
        plan["document_number"],
        baseline,
        plan["target_year"],
        indicators=_indicators(name, plan),
        bed_standard=_bed_standard(name, plan),
        layouts=tuple(_layout(name, entry) for entry in plan.get("layout", [])),
        equipment=_equipment(name, plan),
        stated=tuple(StatedCount(baseline, s, n) for s, n in plan["stated"].items()),
        projects=_projects(name, plan),
    )


def _indicators(name: str, plan: dict[str, Any]) -> IndicatorTable:
    entry = plan["indicators"]
    _, *rows = _rows(name, "indicators.csv")
    return IndicatorTable(entry["table"], entry["title"], tuple(IndicatorRow(*r) for r in rows))


def _bed_standard(name: str, plan: dict[str, Any]) -> BedStandardTable:
    if "bed_standard" not in plan:
        return BedStandardTable("", "", ())
    entry = plan["bed_standard"]
    _, *rows = _rows(name, "bed_standard.csv")
    return BedStandardTable(entry["table"], entry["title"], tuple(BedStandardRow(*r) for r in rows))


def _layout(name: str, entry: dict[str, Any]) -> LayoutTable:
    _, *cells = _rows(name, entry["file"])
    rows = [LayoutRow(*r) for r in cells]
    total = rows.pop() if rows[-1].name == "合计" else None
    a, b, c, d, e, f = entry["columns"]
    return LayoutTable(entry["table"], entry["title"], (a, b, c, d, e, f), tuple(rows), total)


def _equipment(name: str, plan: dict[str, Any]) -> EquipmentTable:
    """The heading has a device above each pair of columns, as `device 2020`, `device 2025`."""
    if "equipment" not in plan:
        return EquipmentTable("", "", (), ())
    entry = plan["equipment"]
    heading, *cells = _rows(name, "equipment.csv")
    devices = tuple(column.rsplit(" ", 1)[0] for column in heading[1::2])
    rows = (EquipmentRow(r[0], tuple(zip(r[1::2], r[2::2], strict=True))) for r in cells)
    return EquipmentTable(entry["table"], entry["title"], devices, tuple(rows))


def _projects(name: str, plan: dict[str, Any]) -> ProjectTable:
    if "projects" not in plan:
        return ProjectTable("", "", ())
    entry = plan["projects"]
    _, *cells = _rows(name, "projects.csv")
    rows = [ProjectRow(*r) for r in cells]
    total = rows.pop() if rows[-1].name == "合计" else None
    first, second = entry["columns"]
    return ProjectTable(entry["table"], entry["title"], tuple(rows), (first, second), total)


def _rows(name: str, file: str) -> list[list[str]]:
    text = resource(f"plans/{name}/{file}").read_text("utf8")
    return list(csv.reader(text.splitlines()))
