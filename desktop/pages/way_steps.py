"""Why a place is too far from a facility, or too long on the way: what was measured, and how."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from desktop import wording
from desktop.session import CountySession
from models.coverage import Point, coverage
from models.figures import format_limit, format_rate
from models.road_access import REACH_M
from models.road_travel import NoWay, Way
from models.rules.rule import Finding, Rule, RuleKind

translate = QCoreApplication.translate


def way_steps(finding: Finding, session: CountySession) -> list[str]:
    """A distance or a time to the nearest facility, and who lives there."""
    rule = finding.rule
    limit = translate("FindingSteps", "Limit {limit}").format(limit=wording.limit_text(rule))
    if finding.shortfall is None:
        people = translate("FindingSteps", "The people living there are not known.")
    else:
        text = translate("FindingSteps", "{count} people live there")
        people = text.format(count=f"{finding.shortfall:,}")
    point = _point(finding, session)
    way = None if point is None else point.way
    if finding.measured is None:
        return [_no_way(None if way is None else way.no_way), limit, people]
    nearest = [] if point is None else [
        translate("FindingSteps", "Nearest: {name}").format(name=point.nearest_name)
    ]  # fmt: skip
    line = _way_line(rule, finding.measured) if way is None else _road_line(way, finding)
    return [*nearest, line, limit, people]


def _no_way(why: NoWay | None) -> str:
    if why is NoWay.NO_ROAD:
        text = translate("FindingSteps", "No road lies within {km} km on foot of the place.")
        return text.format(km=format_limit(Fraction(REACH_M, 1000)))
    if why is NoWay.CUT_OFF:
        return translate("FindingSteps", "No road leads from the place to any of the facilities.")
    return translate("FindingSteps", "No facility has coordinates.")


def _road_line(way: Way, finding: Finding) -> str:
    """By road: on foot 0.45 km + on roads 12.30 km, 26.4 min in all."""
    stretches = [
        (way.walk_m, translate("FindingSteps", "on foot {km} km")),
        (way.road_m, translate("FindingSteps", "on roads {km} km")),
        (way.ferry_m, translate("FindingSteps", "by ferry {km} km")),
    ]
    told = [text.format(km=format_rate(Fraction(m) / 1000)) for m, text in stretches if m]
    assert finding.measured is not None
    return translate("FindingSteps", "By road: {stretches}, {minutes} in all").format(
        stretches=" + ".join(told), minutes=wording.measured_value(finding.rule, finding.measured)
    )


def _way_line(rule: Rule, measured: Fraction) -> str:
    """9,634 m in a straight line; with a speed 9.63 km × 1.3 ÷ 30 km/h × 60 = 25.05 min."""
    if rule.kind is RuleKind.RADIUS or rule.speed is None:
        text = translate("FindingSteps", "In a straight line: {distance} m")
        return text.format(distance=f"{round(measured):,}")
    kilometres = measured * rule.speed / 60 / rule.detour
    text = translate(
        "FindingSteps", "In a straight line {km} km × {detour} ÷ {speed} km/h × 60 = {minutes}"
    )
    return text.format(
        km=format_rate(kilometres),
        detour=format_limit(rule.detour),
        speed=format_limit(rule.speed),
        minutes=wording.measured_value(rule, measured),
    )


def _point(finding: Finding, session: CountySession) -> Point | None:
    """The population point that a finding is about, as it is measured now."""
    rule = finding.rule
    found = coverage(session.county, [rule], kinds=frozenset({rule.kind}), year=finding.year)
    points = (point for of_rule in found.rules for point in of_rule.points)
    return next((p for p in points if p.division_code == finding.subject.id), None)
