"""Which neighbours a small village may share a facility with, by name."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop import wording
from desktop.session import CountySession
from models.geography import Division
from models.rules.presence import Sharing, sharing
from models.rules.rule import Finding

translate = QCoreApplication.translate
_MOST_NAMES = 6


def neighbour_steps(finding: Finding, session: CountySession) -> list[str]:
    """Of a village without a facility where the rule lets small ones share: its neighbours, and
    which of them have one. Nothing for other findings."""
    rule = finding.rule
    if rule.share_below is None or finding.measured:
        return []
    return [neighbour_line(sharing(rule, session.county, session.plan, finding.subject.id))]


def neighbour_line(around: Sharing) -> str:
    """Its neighbours with a facility, else all of them."""
    if around.served:
        text = translate("NeighbourSteps", "Neighbours that have one: {names}")
        return text.format(names=_names(around.served))
    if around.neighbours:
        text = translate("NeighbourSteps", "None of its neighbours has one: {names}")
        return text.format(names=_names(around.neighbours))
    return translate("NeighbourSteps", "It has no neighbour.")


def _names(divisions: tuple[Division, ...]) -> str:
    shown = wording.listed([division.name for division in divisions[:_MOST_NAMES]])
    if len(divisions) <= _MOST_NAMES:
        return shown
    text = translate("NeighbourSteps", "{names} and {count} more")
    return text.format(names=shown, count=len(divisions) - _MOST_NAMES)
