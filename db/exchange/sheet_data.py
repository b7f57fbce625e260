"""What the template of target sheets is given: finished text for every figure, as JSON.

The keys are those that a bureau's own template may use; `resources/templates/target_sheet.typ` uses
them all.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from db.exchange.sheet_map import draw_sheet_map
from models.coverage import whole_millimetres
from models.figures import format_change, format_count, format_limit, format_rate
from models.measure import Basis
from models.plan import PlanState, Project
from models.sheet_service import ServedPlace, SheetService
from models.target_sheet import (
    Demand,
    SheetFacility,
    SheetRow,
    SheetSteps,
    TargetSheet,
)


def sheet_data(sheet: TargetSheet) -> dict[str, Any]:
    """One sheet as the template reads it."""
    return {
        "county": sheet.county,
        "plan_name": sheet.plan_name,
        "plan_title": sheet.plan_title,
        "document_number": sheet.document_number,
        "state": sheet.state_word,
        "is_draft": sheet.state is PlanState.DRAFT,
        "baseline_year": sheet.baseline_year,
        "target_year": sheet.target_year,
        "facility": _facility(sheet.facility),
        "rows": [_row(row) for row in sheet.rows],
        "findings": [asdict(finding) for finding in sheet.findings],
        "projects": [_project(project) for project in sheet.projects],
        "step_years": sheet.step_years,
        "steps": [_steps(steps) for steps in sheet.steps],
        "service": None if sheet.service is None else _service(sheet.service),
        "code": sheet.code,
        "is_form": sheet.is_form,
    }


def _facility(facility: SheetFacility) -> dict[str, Any]:
    place = ""
    if facility.longitude is not None and facility.latitude is not None:
        place = f"{facility.longitude:.5f}, {facility.latitude:.5f} {facility.place_origin}".strip()
    return asdict(facility) | {"place": place, "is_approximate": facility.place_is_approximate}


def _row(row: SheetRow) -> dict[str, Any]:
    return {
        "group": row.group,
        "name": row.name,
        "unit": row.unit,
        "authorised": format_count(row.authorised),
        "actual": format_count(row.actual),
        "planned": format_count(row.planned),
        "change": format_change(row.change),
        "change_from_actual": row.change is not None and row.change_from is Basis.ACTUAL,
        "origin": row.origin_word,
        "source": row.source,
        "note": row.note,
        "demands": [_demand(demand) for demand in row.demands],
    }


def _demand(demand: Demand) -> dict[str, Any]:
    return {
        "rule": demand.rule,
        "verified": demand.verified,
        "limit": format_limit(demand.limit),
        "more": "" if demand.more is None else format_limit(demand.more),
        "base_name": demand.base_name,
        "base": "" if demand.base is None else format_count(demand.base),
        "count": format_count(demand.count),
    }


def _project(project: Project) -> dict[str, str]:
    return {
        "number": project.number,
        "name": project.name,
        "nature": project.nature,
        "content": project.content,
        "period": project.period,
        "total_investment": format_count(project.total_investment),
        "period_investment": format_count(project.period_investment),
    }


def _steps(steps: SheetSteps) -> dict[str, Any]:
    return {
        "group": steps.group,
        "name": steps.name,
        "unit": steps.unit,
        "values": [format_count(value) for value in steps.values],
    }


def _service(service: SheetService) -> dict[str, Any]:
    far = service.farthest_m
    return {
        "points": service.points,
        "people": format_count(service.people),
        "unpopulated": service.unpopulated,
        "farthest_name": service.farthest_name,
        "farthest_km": "" if far is None else format_rate(whole_millimetres(far) / 1000, 1),
        "approximate": service.approximate,
        "people_notes": service.people_notes,
        "places": [_served(place) for place in service.places],
        "map": asdict(draw_sheet_map(service.map)),
    }


def _served(place: ServedPlace) -> dict[str, Any]:
    return asdict(place) | {"people": format_count(place.people)}
