"""What a facility's target sheet (机构资源配置目标表) says: facts in the words of one language.

Figures stay exact; `models.figures` writes them. Headings and layout belong to the template.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from models.catalogue import Catalogue, Language
from models.county import County
from models.facility import Facility, FacilityType, PlaceOrigin
from models.measure import Allocation, Basis, Measure, Origin
from models.plan import Plan, PlanState, Project
from models.plan_document import county_name
from models.rules.rule import Rule
from models.sheet_code import sheet_code
from models.sheet_service import SheetService
from models.staffing import least_demanded
from models.yearly_steps import years_between

_FORM_ROWS, _FORM_FINDINGS = 6, 2  # what half a page has room for


@dataclass(frozen=True)
class SheetFacility:
    """The facility's attributes in words; "" where the registry does not know one."""

    id: str
    name: str
    code: str
    facility_class: str
    facility_type: str
    ownership: str
    status: str
    grade: str
    consortium: str
    township: str
    address: str
    longitude: float | None  # WGS 84 degrees
    latitude: float | None
    place_origin: str
    place_is_approximate: bool
    emergency_site: bool
    is_group: bool
    is_village_clinic: bool
    source: str
    note: str


@dataclass(frozen=True)
class Demand:
    """What a rule demands of a planned figure: at least `count`, rounded up.

    A ratio or share demands limit × `base`, the facility's planned figure of the measure
    `base_name`; a least number the limit itself (`base` None), or limit + `more` × `base`.
    """

    rule: str
    limit: Fraction
    more: Fraction | None
    base_name: str
    base: Decimal | None
    count: int
    verified: bool


@dataclass(frozen=True)
class SheetRow:
    """One measure. A figure is None where it is blank.

    `change` is planned − `change_from`; None where either is blank. `origin` and `source` say where
    the planned figure comes from: a table of the plan, the planner, a file, the text of a rule.
    """

    measure: str
    group: str
    name: str
    unit: str
    authorised: Decimal | None
    actual: Decimal | None
    planned: Decimal | None
    change: Decimal | None
    change_from: Basis
    origin: Origin | None
    origin_word: str
    source: str
    note: str
    demands: tuple[Demand, ...]


@dataclass(frozen=True)
class SheetFinding:
    """A rule that the facility does not meet, in the words of the Findings page.

    `state`, `reason` and `who` are those of its acknowledgement, "" where nobody has accepted it.
    """

    severity: str
    rule: str
    measured: str
    limit: str
    shortfall: str
    source: str
    state: str = ""
    reason: str = ""
    who: str = ""


@dataclass(frozen=True)
class SheetSteps:
    """The planned figures of one measure for the years between; None where there is no step."""

    group: str
    name: str
    unit: str
    values: tuple[Decimal | None, ...]


@dataclass(frozen=True)
class TargetSheet:
    """Everything that one facility's sheet prints.

    `steps` are the measures with a figure in one of
    `step_years`, the years between baseline and target. `service` is None where the facility or the
    people around it have no place on the map; `code` is that of `models.sheet_code`.
    """

    county: str
    plan_name: str
    plan_title: str
    document_number: str
    state: PlanState
    state_word: str
    baseline_year: int
    target_year: int
    facility: SheetFacility
    rows: tuple[SheetRow, ...]
    findings: tuple[SheetFinding, ...]
    projects: tuple[Project, ...]
    step_years: tuple[int, ...]
    steps: tuple[SheetSteps, ...]
    service: SheetService | None
    code: str

    @property
    def is_form(self) -> bool:
        """Whether half a page is enough: a village clinic of which there is little to say."""
        return (
            self.facility.is_village_clinic
            and len(self.rows) <= _FORM_ROWS
            and len(self.findings) <= _FORM_FINDINGS
            and not (self.projects or self.steps)
        )


def target_sheet(
    county: County,
    plan: Plan,
    rules: Sequence[Rule],
    findings: Iterable[SheetFinding],
    catalogue: Catalogue,
    facility_id: str,
    language: Language,
    *,
    service: SheetService | None = None,
) -> TargetSheet:
    """The sheet of one facility: its attributes, figures of the plan's two years, and findings.

    `rules` are the plan's that are in force, `findings` those about the facility; `service` is the
    facility's of `sheet_services`, which is made once for all sheets. Rows: beds always, and in the
    catalogue's order every measure that has a figure or of which a rule demands one. Raises
    KeyError for a facility that the county does not have.
    """
    facility = county.facility(facility_id)
    return TargetSheet(
        county=county_name(county, language),
        plan_name=plan.name,
        plan_title=plan.title,
        document_number=plan.document_number,
        state=plan.state,
        state_word=catalogue.word("plan-state", plan.state, language),
        baseline_year=plan.baseline_year,
        target_year=plan.target_year,
        facility=_facility(county, catalogue, facility, language),
        rows=tuple(_rows(county, plan, rules, catalogue, facility, language)),
        findings=tuple(findings),
        projects=tuple(p for p in county.projects(plan.id) if p.facility_id == facility_id),
        step_years=tuple(years_between(plan)),
        steps=tuple(_steps(county, plan, catalogue, facility_id, language)),
        service=service,
        code=sheet_code(county, plan, facility),
    )


def _facility(
    county: County, catalogue: Catalogue, facility: Facility, language: Language
) -> SheetFacility:
    township = "" if facility.township is None else county.division(facility.township).name
    origin = facility.place_origin
    return SheetFacility(
        id=facility.id,
        name=facility.name,
        code=facility.code,
        facility_class=catalogue.word("facility-class", facility.facility_class, language),
        facility_type=catalogue.word("facility-type", facility.facility_type, language),
        ownership=catalogue.word("ownership", facility.ownership, language),
        status=catalogue.word("facility-status", facility.status, language),
        grade=facility.grade,
        consortium=facility.consortium,
        township=township,
        address=facility.address,
        longitude=facility.longitude,
        latitude=facility.latitude,
        place_origin="" if origin is None else catalogue.word("place-origin", origin, language),
        place_is_approximate=origin is PlaceOrigin.APPROXIMATE,
        emergency_site=facility.emergency_site,
        is_group=facility.is_group,
        is_village_clinic=facility.facility_type is FacilityType.VILLAGE_CLINIC,
        source=facility.source,
        note=facility.note,
    )


def _rows(
    county: County,
    plan: Plan,
    rules: Sequence[Rule],
    catalogue: Catalogue,
    facility: Facility,
    language: Language,
) -> Iterator[SheetRow]:
    demands = _demands(county, plan, rules, catalogue, facility, language)
    rule_texts = {rule.id: rule_text(rule, language) for rule in rules}
    for measure in catalogue.measures.values():
        authorised, actual, planned = (
            county.allocation(plan.id, facility.id, measure.id, basis, year)
            for basis, year in (
                (Basis.AUTHORISED, plan.baseline_year),
                (Basis.ACTUAL, plan.baseline_year),
                (Basis.PLANNED, plan.target_year),
            )
        )
        has_figure = authorised is not None or actual is not None or planned is not None
        if not (has_figure or measure.id in demands or measure.id == "beds"):
            continue
        change_from = _change_from(measure, authorised)
        before = authorised if change_from is Basis.AUTHORISED else actual
        yield SheetRow(
            measure=measure.id,
            group=measure.group,
            name=catalogue.measure_name(measure.id, language),
            unit=catalogue.measure_unit(measure.id, language),
            authorised=_value(authorised),
            actual=_value(actual),
            planned=_value(planned),
            change=None if planned is None or before is None else planned.value - before.value,
            change_from=change_from,
            origin=None if planned is None else planned.origin,
            origin_word=(
                "" if planned is None else catalogue.word("origin", planned.origin, language)
            ),
            source="" if planned is None else _source(planned, rule_texts),
            note="" if planned is None else planned.note,
            demands=tuple(demands.get(measure.id, ())),
        )


def _steps(
    county: County, plan: Plan, catalogue: Catalogue, facility_id: str, language: Language
) -> Iterator[SheetSteps]:
    for measure in catalogue.measures.values():
        steps = [
            _value(county.allocation(plan.id, facility_id, measure.id, Basis.PLANNED, year))
            for year in years_between(plan)
        ]
        if any(step is not None for step in steps):
            yield SheetSteps(
                measure.group,
                catalogue.measure_name(measure.id, language),
                catalogue.measure_unit(measure.id, language),
                tuple(steps),
            )


def _source(planned: Allocation, rule_texts: Mapping[str, str]) -> str:
    """What the source names; for a derived figure the texts of its rules (`models.staffing`)."""
    if planned.origin is not Origin.DERIVED:
        return planned.source
    return "; ".join(rule_texts.get(rule, rule) for rule in planned.source.split(", "))


def _change_from(measure: Measure, authorised: Allocation | None) -> Basis:
    """Beds change against the authorised figure; what is seldom authorised, against the actual."""
    if measure.group == "beds" or authorised is not None:
        return Basis.AUTHORISED
    return Basis.ACTUAL


def _demands(
    county: County,
    plan: Plan,
    rules: Sequence[Rule],
    catalogue: Catalogue,
    facility: Facility,
    language: Language,
) -> dict[str, list[Demand]]:
    """What the rules in force demand of the facility's planned figures, by measure."""
    demands: dict[str, list[Demand]] = {}
    for rule in rules:
        least = least_demanded(rule, county, plan, facility)
        if least is None:
            continue
        base = county.allocation(
            plan.id, facility.id, rule.denominator, rule.basis, plan.target_year
        )
        demands.setdefault(rule.measure, []).append(
            Demand(
                rule=rule_text(rule, language),
                limit=rule.limit,
                more=rule.more,
                base_name="" if base is None else catalogue.measure_name(base.measure, language),
                base=_value(base),
                count=least,
                verified=rule.source.verified,
            )
        )
    return demands


def rule_text(rule: Rule, language: Language) -> str:
    """The rule's wording in the catalogue."""
    return rule.zh if language is Language.ZH else rule.en


def _value(allocation: Allocation | None) -> Decimal | None:
    return None if allocation is None else allocation.value
