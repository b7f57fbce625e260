"""Large medical equipment by area and institution, as the plans print it: Dazu 专栏5."""

from __future__ import annotations

from collections.abc import Sequence

from models.catalogue import Catalogue, Language
from models.county import County
from models.facility import Facility
from models.measure import Basis
from models.plan import Plan
from models.plan_document import Kind, Side, TableColumn, TableRow, numbered, say, total_row


def equipment_columns(
    plan: Plan, devices: Sequence[str], catalogue: Catalogue, language: Language
) -> tuple[TableColumn, ...]:
    """The name, then two columns of each device: there in the baseline year, planned."""
    years = (plan.baseline_year, plan.target_year)
    below = [
        say((f"{years[0]}年配置数", f"Actual {years[0]}"), language),
        say((f"{years[1]}年规划数", f"Planned {years[1]}"), language),
    ]
    return (
        TableColumn(say(("区域（机构）", "Area or facility"), language), 36),
        *(
            TableColumn(
                text, 11, Kind.COUNT, Side.RIGHT, above=_device_name(device, catalogue, language)
            )
            for device in devices
            for text in below
        ),
    )


def equipment_rows(
    county: County,
    plan: Plan,
    devices: Sequence[str],
    columns: Sequence[TableColumn],
    language: Language,
) -> list[TableRow]:
    """The areas that the plan prints, the facilities that have any of the machines, their total."""
    pairs = ((Basis.ACTUAL, plan.baseline_year), (Basis.PLANNED, plan.target_year))
    cells = [(device, *pair) for device in devices for pair in pairs]
    areas = [
        TableRow((area, *(numbered(figures.get(f"{d} {b} {y}")) for d, b, y in cells)))
        for area, figures in printed_areas(county, plan).items()
    ]
    rows = []
    for facility in _equipped(county, plan, cells):
        found = [county.allocation(plan.id, facility.id, *cell) for cell in cells]
        rows.append(TableRow((facility.name, *(None if a is None else a.value for a in found))))
    if not rows:
        return areas
    label = say(("机构合计", "Facilities, subtotal"), language)
    return [*areas, *rows, total_row(columns, 0, label, rows, len(areas))]


def devices_of(county: County, plan: Plan, catalogue: Catalogue) -> list[str]:
    """The devices that have any figure, in the order of the catalogue (the planner's own after the
    shipped), then those that it lacks; none where none has one."""
    printed = [
        column.rsplit(" ", 2)[0]
        for figures in printed_areas(county, plan).values()
        for column in figures
    ]
    used = [
        m
        for m in known_devices(catalogue)
        if m in printed
        or county.column(plan.id, m, Basis.ACTUAL, plan.baseline_year)
        or county.column(plan.id, m, Basis.PLANNED, plan.target_year)
    ]
    return [*used, *(m for m in dict.fromkeys(printed) if m not in catalogue.measures)]


def known_devices(catalogue: Catalogue) -> list[str]:
    """All devices of the catalogue: the columns of a table that is still to be filled in."""
    return [m.id for m in catalogue.measures.values() if m.group == "equipment"]


def printed_areas(county: County, plan: Plan) -> dict[str, dict[str, str]]:
    """The printed figures of areas that are no institutions, by area and column."""
    areas: dict[str, dict[str, str]] = {}
    for figure in county.figures(plan.id, "equipment"):
        areas.setdefault(figure.row, {})[figure.column] = figure.text
    return areas


def _device_name(device: str, catalogue: Catalogue, language: Language) -> str:
    if device not in catalogue.measures:
        return device
    # a measure of the planner's own may have no English name
    return catalogue.measure_name(device, language) or catalogue.measures[device].zh


def _equipped(
    county: County, plan: Plan, cells: Sequence[tuple[str, Basis, int]]
) -> list[Facility]:
    """The facilities with any of these machines; all where none has, to be filled in."""
    ids = {facility_id for cell in cells for facility_id in county.column(plan.id, *cell)}
    everyone = county.facilities
    return [f for f in everyone if f.id in ids] if ids else list(everyone)
