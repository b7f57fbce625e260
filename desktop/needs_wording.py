"""The three needs beside a staff target in words, the greatest marked, each with its source."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication

from desktop import wording
from desktop.session import CountySession
from models.facility import Facility
from models.figures import format_count
from models.staff_needs import Demand, NeedKind, StaffNeeds, staff_needs
from models.workload_staffing import workload_result
from models.workload_wording import STAFF_DECIMALS, Derivation, equals

translate = QCoreApplication.translate


def needs_of(session: CountySession, facility: Facility, measure: str) -> StaffNeeds:
    """The needs of a staff measure of a facility as the plan stands."""
    county, plan = session.county, session.plan
    return staff_needs(
        county,
        plan,
        session.rules,
        session.catalogue.measures,
        facility,
        measure,
        workload_result(county, plan, facility.id, measure),
    )


def needs_html(needs: StaffNeeds, session: CountySession) -> str:
    """A line for each need, with its sources below it; the binding one in bold."""
    lines = [escape(translate("needs", "What the target must meet:"))]
    for kind in NeedKind:
        head = escape(need_text(kind, needs, session))
        binds = kind in needs.binding
        lines.append(f"<b>{head}</b>" if binds else head)
        lines += [f"&nbsp;&nbsp;{escape(line)}" for line in _sources(kind, needs, session)]
    return "<br>".join(lines)


def need_text(kind: NeedKind, needs: StaffNeeds, session: CountySession) -> str:
    """`By beds: 24 ◀ binding`; a dash where the need is not known."""
    word = session.catalogue.word("staff-need", kind, session.language)
    text = translate("needs", "{need}: {persons}")
    if kind in needs.binding:
        text = translate("needs", "{need}: {persons} ◀ binding")
    return text.format(need=word, persons=format_count(needs.persons(kind)))


def _sources(kind: NeedKind, needs: StaffNeeds, session: CountySession) -> list[str]:
    match kind:
        case NeedKind.NORM:
            return [_demand(demand, session) for demand in needs.norm]
        case NeedKind.BEDS:
            return [_demand(demand, session) for demand in needs.beds]
    result = needs.workload
    if result is None:
        return [translate("needs", "no activities entered (Workload)")]
    required = result.requirement.required
    if required is None:
        return [Derivation(session.catalogue, session.language).cannot(result)]
    text = translate("needs", "WISN {required}, {count} activities")
    return [text.format(required=equals(required, STAFF_DECIMALS), count=len(result.activities))]


def _demand(demand: Demand, session: CountySession) -> str:
    """`Nurses per bed ≥ 1:0.58 × 40 → 24 (专栏1 第9项)`."""
    rule = demand.rule
    own = session.catalogue.rules(session.plan.rule_set)
    source = wording.clause_text(rule)
    if all(rule.id != stated.id for stated in own):  # a norm from outside the plan
        source = f"{rule.source.document} {source}".strip()
    text = translate("needs", "{rule} {limit}: at least {least} ({source})")
    if demand.of is not None:
        text = translate("needs", "{rule} {limit} × {of}: at least {least} ({source})")
    return text.format(
        rule=wording.rule_text(rule, session.language),
        limit=wording.limit_text(rule),
        of="" if demand.of is None else format_count(demand.of),
        least=format_count(demand.least),
        source=source,
    )
