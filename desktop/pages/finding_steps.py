"""Why a finding was made: the arithmetic of its rule step by step, with the figures of now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from desktop import wording
from desktop.pages.derivation import (
    amount_text,
    counted_line,
    demand_steps,
    measured_steps,
)
from desktop.pages.neighbour_steps import neighbour_steps
from desktop.pages.way_steps import way_steps
from desktop.rule_statement import condition_subject, condition_unit, condition_words, scope_words
from desktop.session import CountySession
from models.facility import FacilityStatus
from models.figures import format_grouped, format_limit, format_rate
from models.measure import Basis
from models.plan import Project
from models.rules import departments, rate, ratio
from models.rules.conditions import condition_value, condition_year
from models.rules.count import more_of
from models.rules.dates import years_of
from models.rules.investment import invested
from models.rules.presence import served_communities
from models.rules.rule import Finding, PerDivision, Rule, RuleKind, SubjectKind
from models.rules.stop import authorised

translate = QCoreApplication.translate
_MOST_NAMED = 12  # facilities or projects, the largest figures first


def finding_steps(finding: Finding, session: CountySession) -> list[str]:
    """The figures used, what the limit demands, and by how much it is missed."""
    match finding.rule.kind:
        case RuleKind.COUNT:
            return _count(finding, session)
        case RuleKind.PRESENCE:
            return _presence(finding, session)
        case RuleKind.STOP:
            return _stop(finding, session)
        case RuleKind.DEPARTMENTS:
            return _departments(finding, session)
        case RuleKind.RADIUS | RuleKind.TRAVEL_TIME:
            return way_steps(finding, session)
        case RuleKind.INVESTMENT:
            return _investment(finding, session)
        case RuleKind.DATES:
            return _dates(finding, session)
        case _:
            return _quotient(finding, session)


def _quotient(finding: Finding, session: CountySession) -> list[str]:
    """A rate, a ratio or a share, of the county or of a facility."""
    rule, county, plan = finding.rule, session.county, session.plan
    if rule.kind is RuleKind.RATE:
        measured = rate.measure(rule, county, plan, finding.basis, finding.year)
    elif finding.subject.kind is SubjectKind.FACILITY:
        facility = county.facility(finding.subject.id)
        measured = ratio.measure_facility(rule, county, plan, facility, finding.basis, finding.year)
    else:
        measured = ratio.measure_county(rule, county, plan, finding.basis, finding.year)
    return [
        *_conditions(finding, session),
        *measured_steps(measured, finding.basis, session),
        *demand_steps(measured, session),
    ]


def _count(finding: Finding, session: CountySession) -> list[str]:
    """A figure of a facility, or the sum of the county, as it stands."""
    rule, measured = finding.rule, _measured(finding)
    if finding.subject.kind is SubjectKind.COUNTY:
        steps = _sum(finding, session)
    else:
        figure = amount_text(rule.measure, finding.basis, measured, session)
        steps = [*_conditions(finding, session), figure]
    unit = session.catalogue.measure_unit(rule.measure, session.language)
    return [*steps, _limit(finding, session), _difference(measured, finding.limit, unit)]


def _sum(finding: Finding, session: CountySession) -> list[str]:
    """Which facilities the sum is of."""
    rule = finding.rule
    measured = session.evaluation.measure(rule, finding.basis, finding.year)
    column = session.county.column(session.plan.id, rule.measure, finding.basis, finding.year)
    ids = session.county.facility_ids(rule.scope) & column.keys()
    figures = [(session.county.facility(i).name, Fraction(column[i].value)) for i in ids]
    total = amount_text(rule.measure, finding.basis, _measured(finding), session)
    return [counted_line(measured, session), f"{_added(figures)} = {total}"]


def _limit(finding: Finding, session: CountySession) -> str:
    """Limit ≥ 80; where it rises with another figure of the facility, 300 + 20 × 15 = 600."""
    rule = finding.rule
    if rule.more is None:
        return translate("FindingSteps", "Limit {limit}").format(limit=wording.limit_text(rule))
    facility = session.county.facility(finding.subject.id)
    more = more_of(rule, session.county, session.plan, facility) or Fraction()
    text = translate("FindingSteps", "Limit: {limit} + {more} × {of} = {needed}")
    return text.format(
        limit=format_grouped(finding.limit - more),
        more=format_grouped(rule.more),
        of=amount_text(rule.denominator, finding.basis, more / rule.more, session),
        needed=format_grouped(finding.limit),
    )


def _conditions(finding: Finding, session: CountySession) -> list[str]:
    """The figures for which the rule speaks of the facility."""
    if finding.subject.kind is not SubjectKind.FACILITY:
        return []
    rule, catalogue, language = finding.rule, session.catalogue, session.language
    facility = session.county.facility(finding.subject.id)
    text = translate("FindingSteps", "{year} {subject}: {value} {unit}; the rule: {limit}")
    lines = []
    for condition in rule.conditions:
        value = condition_value(rule, condition, session.county, session.plan, facility)
        lines.append(
            text.format(
                year=condition_year(rule, condition, session.plan),
                subject=condition_subject(condition, catalogue, language),
                value="" if value is None else format_grouped(value),
                unit=condition_unit(condition, catalogue, language),
                limit=condition_words(condition, catalogue, language),
            )
        )
    return lines


def _stop(finding: Finding, session: CountySession) -> list[str]:
    rule, plan = finding.rule, session.plan
    facility = session.county.facility(finding.subject.id)
    today = authorised(rule, session.county, plan, facility) or Fraction()
    text = translate("FindingSteps", "{year}: {amount}")
    return [
        *_conditions(finding, session),
        text.format(
            year=plan.baseline_year,
            amount=amount_text(rule.measure, Basis.AUTHORISED, today, session),
        ),
        text.format(
            year=finding.year,
            amount=amount_text(rule.measure, Basis.PLANNED, _measured(finding), session),
        ),
        _difference(
            _measured(finding),
            today,
            session.catalogue.measure_unit(rule.measure, session.language),
        ),
    ]


def _presence(finding: Finding, session: CountySession) -> list[str]:
    """What is there, who lives there, what so many people take, and the neighbours."""
    rule, county = finding.rule, session.county
    division = county.division(finding.subject.id)
    in_villages = rule.division in (PerDivision.VILLAGE, PerDivision.COMMUNITY)
    there = [
        facility.name
        for facility in county.facilities
        if (facility.village if in_villages else facility.township) == division.code
        and not facility.is_group
        and facility.status is not FacilityStatus.TO_CLOSE
        and rule.scope.contains(facility)
    ]
    text = translate("FindingSteps", "{scope} in {name}: {count}")
    here = text.format(
        scope=scope_words(rule.scope, session.catalogue, session.language),
        name=division.name,
        count=len(there),
    )
    with_names = translate("FindingSteps", "{here}: {names}")
    people = county.people(division, finding.year)
    return [
        with_names.format(here=here, names=_listed(there)) if there else here,
        *_people(rule, None if people is None else people.persons),
        *_takes(finding, None if people is None else people.persons, session),
        *neighbour_steps(finding, session),
        _difference(_measured(finding), finding.limit, translate("FindingSteps", "facilities")),
    ]


def _people(rule: Rule, people: int | None) -> list[str]:
    """What the people of a division make of a presence rule."""
    if people is None:
        return [translate("FindingSteps", "The people living there are not known.")]
    steps = [translate("FindingSteps", "{count} people live there").format(count=f"{people:,}")]
    if (few := rule.share_below) is not None:
        text = translate("FindingSteps", "{count} or more: it needs one of its own")
        if people < few:
            text = translate("FindingSteps", "Under {count}: it may share with a neighbour")
        steps.append(text.format(count=f"{few:,}"))
    if (many := rule.branch_above) is not None:
        text = translate("FindingSteps", "Not over {count}: no branch")
        if people > many:
            text = translate("FindingSteps", "Over {count}: it may have a branch")
        steps.append(text.format(count=f"{many:,}"))
    return steps


def _takes(finding: Finding, people: int | None, session: CountySession) -> list[str]:
    """How many facilities so many people take, without those who have one of their own."""
    rule, county = finding.rule, session.county
    if rule.people is None or people is None:
        return []
    steps = []
    text = translate("FindingSteps", "{people} − {served} = {left}: {name} has one of its own")
    for community in served_communities(rule, county, county.division(finding.subject.id)):
        known = county.people(community, finding.year)
        served = 0 if known is None else known.persons
        steps.append(
            text.format(
                people=f"{people:,}",
                served=f"{served:,}",
                left=f"{people - served:,}",
                name=community.name,
            )
        )
        people -= served
    return [*steps, *_one_per(people, rule)]


def _one_per(people: int, rule: Rule) -> list[str]:
    """250,000 ÷ 100,000 = 2.5, so 3 at least; 250,000 ÷ 30,000 = 8.33, so 8 at most."""
    assert rule.people is not None
    low, high = rule.people
    fewest = max(int(rule.limit), -(-people // high))
    least = translate("FindingSteps", "{people} ÷ {each} = {quotient}, so {count} at least")
    most = translate("FindingSteps", "{people} ÷ {each} = {quotient}, so {count} at most")
    return [
        text.format(
            people=f"{people:,}",
            each=f"{each:,}",
            quotient=format_rate(Fraction(people, each)),
            count=count,
        )
        for text, each, count in (
            (least, high, fewest),
            (most, low, max(fewest, people // low)),
        )
    ]


def _departments(finding: Finding, session: CountySession) -> list[str]:
    rule, county = finding.rule, session.county
    measured = departments.measure(rule, county, session.plan)
    having, counted = measured.numerator or Fraction(), Fraction(measured.counted)
    column = county.column(session.plan.id, rule.measure, rule.basis, finding.year)
    in_scope = [f for f in county.facilities if rule.scope.contains(f)]
    without = [f.name for f in in_scope if f.id in column and column[f.id].value < 1]
    blank = [f.name for f in in_scope if f.id not in column]
    text = translate("FindingSteps", "{having} of {counted} facilities have one: {value}")
    share = "" if measured.value is None else wording.measured_value(rule, measured.value)
    steps = [
        text.format(having=format_grouped(having), counted=format_grouped(counted), value=share)
    ]
    for names, said in (
        (without, translate("FindingSteps", "Without ({count}): {names}")),
        (blank, translate("FindingSteps", "Blank ({count}): {names}")),
    ):
        if names:
            steps.append(said.format(count=len(names), names=_listed(names)))
    needed = translate("FindingSteps", "Limit {limit}: {share} × {counted} = {needed}").format(
        limit=wording.limit_text(rule),
        share=f"{format_limit(finding.limit * 100)}%",
        counted=format_grouped(counted),
        needed=format_grouped(finding.limit * counted),
    )
    return [*steps, needed, wording.shortfall_text(finding, session.catalogue, session.language)]


def _investment(finding: Finding, session: CountySession) -> list[str]:
    rule = finding.rule
    projects = session.county.projects(session.plan.id)
    stated = [(p.name, Fraction(v)) for p in projects if (v := invested(rule, p)) is not None]
    text = translate("FindingSteps", "{filled} of {counted} projects state a figure")
    unit = translate("FindingSteps", "× 10,000 yuan")
    return [
        text.format(filled=len(stated), counted=len(projects)),
        f"{_added(stated)} = {wording.measured_value(rule, finding.measured)}",
        translate("FindingSteps", "Limit {limit}").format(limit=wording.limit_text(rule)),
        _difference(_measured(finding), finding.limit, unit),
    ]


def _dates(finding: Finding, session: CountySession) -> list[str]:
    rule = finding.rule
    project = session.county.table(Project)[(finding.subject.id,)]
    period = translate("FindingSteps", "Period as printed: {period}; its years: {years}")
    limit = translate("FindingSteps", "Years of the plan: {limit}")
    years = translate("FindingSteps", "years")
    return [
        period.format(
            period=project.period, years=wording.listed([str(y) for y in years_of(project)])
        ),
        limit.format(limit=wording.limit_text(rule)),
        _difference(_measured(finding), finding.limit, years, grouped=False),
    ]


def _measured(finding: Finding) -> Fraction:
    return Fraction() if finding.measured is None else finding.measured


def _difference(measured: Fraction, limit: Fraction, unit: str, *, grouped: bool = True) -> str:
    """600 − 580 = 20 m² short; years are not grouped by thousands."""
    written = format_grouped if grouped else format_limit
    if measured < limit:
        text = translate("FindingSteps", "{limit} − {measured} = {gap} {unit} short")
    else:
        text = translate("FindingSteps", "{measured} − {limit} = {gap} {unit} too many")
    return text.format(
        measured=written(measured),
        limit=written(limit),
        gap=written(abs(measured - limit)),
        unit=unit,
    )


def _added(figures: Iterable[tuple[str, Fraction]]) -> str:
    """甲医院 60 + 乙医院 39, the largest first."""
    largest = sorted(figures, key=lambda named: (-named[1], named[0]))
    parts = [f"{name} {format_grouped(value)}" for name, value in largest[:_MOST_NAMED]]
    if rest := largest[_MOST_NAMED:]:
        text = translate("FindingSteps", "{count} others {sum}")
        total = sum((value for _, value in rest), Fraction())
        parts.append(text.format(count=len(rest), sum=format_grouped(total)))
    return " + ".join(parts)


def _listed(names: Sequence[str]) -> str:
    shown = wording.listed(names[:_MOST_NAMED])
    if len(names) <= _MOST_NAMED:
        return shown
    return translate("FindingSteps", "{names} and {count} more").format(
        names=shown, count=len(names) - _MOST_NAMED
    )
