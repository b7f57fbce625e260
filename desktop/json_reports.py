"""What `--json` prints. The keys are documented in `docs/command-line.md` and stay as they are.

Exact figures are strings ("7.27"), or "n/d" fractions where they have no end; counts are numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any

from desktop.wording import subject_text
from models.county import County
from models.coverage import Coverage, RuleCoverage
from models.discrepancy import Discrepancy
from models.discrepancy import Unchecked as UncheckedTotal
from models.facility import Facility
from models.figures import MINUS, format_count, format_limit
from models.measure import Allocation
from models.plan import Project
from models.road_travel import Way
from models.rules.acknowledging import acknowledgement_of
from models.rules.evaluate import Evaluation
from models.rules.rule import Finding, Source, Unchecked
from models.rules.setting import Acknowledgement


def county_report(county: County) -> dict[str, Any]:
    """county, populations, plans, facilities, projects and allocations."""
    info = county.info
    return {
        "county": None if info is None else {"code": info.code, "name": info.name, "en": info.en},
        "populations": [
            _fields(p, "year", "group", "persons", "origin", "source") for p in county.populations
        ],
        "plans": [_fields(plan, *_PLAN_KEYS) for plan in county.plans],
        "facilities": [_facility(facility) for facility in county.facilities],
        "projects": [
            _project(project, county)
            for plan in county.plans
            for project in county.projects(plan.id)
        ],
        "allocations": [_allocation(a, county) for a in county.table(Allocation).values()],
    }


_PLAN_KEYS = (
    "id", "name", "title", "document_number", "baseline_year", "target_year", "state", "date",
    "rule_set",
)  # fmt: skip
_FACILITY_KEYS = (
    "id", "name", "ownership", "status", "order", "code", "grade", "consortium", "township",
    "village", "address", "emergency_site", "source", "note",
)  # fmt: skip


def _fields(record: object, *names: str) -> dict[str, Any]:
    """Keys that are named as the record's own fields."""
    return {name: getattr(record, name) for name in names}


def _facility(facility: Facility) -> dict[str, Any]:
    place = None
    if facility.place is not None:
        longitude, latitude = facility.place
        place = {"longitude": longitude, "latitude": latitude, "origin": facility.place_origin}
    return _fields(facility, *_FACILITY_KEYS) | {
        "class": facility.facility_class,
        "type": facility.facility_type,
        "group": facility.is_group,
        "place": place,
    }


def _allocation(allocation: Allocation, county: County) -> dict[str, Any]:
    return _fields(allocation, "facility_id", "measure", "basis", "year", "origin", "source") | {
        "plan": allocation.plan_id,
        "facility": county.facility(allocation.facility_id).name,
        "value": _number(allocation),
    }


_PROJECT_KEYS = (
    "id", "order", "number", "name", "nature", "content", "period", "facility_id", "note", "source",
)  # fmt: skip


def _project(project: Project, county: County) -> dict[str, Any]:
    facility = None if project.facility_id is None else county.facility(project.facility_id).name
    return _fields(project, *_PROJECT_KEYS) | {
        "plan": project.plan_id,
        "facility": facility,
        "total_investment": _amount(project.total_investment),
        "period_investment": _amount(project.period_investment),
    }


def _amount(value: Decimal | None) -> str | None:
    return None if value is None else format_count(value)


def findings_report(evaluation: Evaluation, county: County) -> dict[str, Any]:
    """findings: rule, severity, subject, measured, limit, shortfall, source; and unchecked."""
    return {
        "plan": evaluation.plan.name,
        "findings": [
            _finding(finding, county, acknowledgement_of(county, evaluation.plan.id, finding))
            for finding in evaluation.findings
        ],
        "unchecked": [_unchecked(unchecked) for unchecked in evaluation.unchecked],
    }


def _unchecked(unchecked: Unchecked) -> dict[str, Any]:
    return {"rule": unchecked.rule.id} | {
        name: getattr(unchecked, name) for name in ("missing", "year", "left_out", "counted")
    }


def _finding(finding: Finding, county: County, said: Acknowledgement | None) -> dict[str, Any]:
    return {
        "rule": finding.rule.id,
        "severity": finding.severity,
        "subject": {
            "kind": finding.subject.kind,
            "id": finding.subject.id,
            "name": subject_text(finding.subject, county),
        },
        "measure": finding.measure,
        "basis": finding.basis,
        "year": finding.year,
        "measured": None if finding.measured is None else exact(finding.measured),
        "limit": exact(finding.limit),
        "bound": finding.rule.bound,
        "shortfall": finding.shortfall,
        "source": _source(finding.rule.source),
        "acknowledged": None if said is None else _fields(said, "reason", "who", "date"),
    }


def proofreading_report(
    found: Iterable[Discrepancy],
    left_out: Iterable[UncheckedTotal],
    message: Callable[[Discrepancy], str],
) -> dict[str, Any]:
    """findings: kind, places, quotes, message, and the figures by name; and unchecked totals."""
    return {
        "findings": [
            {
                "kind": d.kind,
                "places": list(d.places),
                "quotes": list(d.quotes),
                "message": message(d),
                "figures": dict(d.figures),
            }
            for d in found
        ],
        "unchecked": [
            {"places": list(u.places), "reason": u.reason, "figures": dict(u.figures)}
            for u in left_out
        ],
    }


def coverage_report(found: Coverage) -> dict[str, Any]:
    """Per rule: method (straight-line, detour, road), limit_m, sites, points, population,
    covered_population; of a point measured by road its minutes, or why there is no way.
    """
    return {
        "rules": {measured.rule.id: _rule_coverage(measured) for measured in found.rules},
        "not_checked": {
            "without_coordinates": [d.name for d in found.unplaced],
            "urban_or_rural_unknown": [d.name for d in found.unclassed],
        },
    }


def _rule_coverage(measured: RuleCoverage) -> dict[str, Any]:
    return {
        "method": measured.method,
        "limit_m": measured.limit_m,
        "sites": [
            {
                "id": s.facility_id,
                "name": s.name,
                "longitude": s.longitude,
                "latitude": s.latitude,
                "place_origin": s.place_origin,
            }
            for s in measured.sites
        ],
        "sites_without_place": [f.name for f in measured.unplaced_sites],
        "points": [
            {
                "code": p.division_code,
                "name": p.name,
                "longitude": p.longitude,
                "latitude": p.latitude,
                "place_origin": p.place_origin,
                "population": p.population,
                "nearest": p.nearest_name or None,
                "distance_m": p.distance_m,
                "limit_m": p.limit_m,
                "covered": p.covered,
                **({} if p.way is None else _way(p.way)),
            }
            for p in measured.points
        ],
        "population": measured.population,
        "covered_population": measured.covered_population,
        "source": _source(measured.rule.source),
    }


def _way(way: Way) -> dict[str, Any]:
    minutes = way.minutes
    return {"minutes": None if minutes is None else float(minutes), "no_way": way.no_way}


def _source(source: Source) -> dict[str, Any]:
    return {
        "document": source.document,
        "clause": source.clause,
        "date": source.date,
        "verified": source.verified,
    }


def _number(allocation: Allocation) -> int | str:
    value = allocation.value
    return int(value) if value == value.to_integral_value() else str(value)


def exact(value: Fraction) -> str:
    """An exact figure: `7.27`, or `4/3` where it has no end."""
    text = format_limit(value).replace(MINUS, "-")
    return text if Fraction(text) == value else f"{value.numerator}/{value.denominator}"
