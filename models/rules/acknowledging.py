"""Findings that the planner accepts, each with its reason."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from models.county import County
from models.edits import Change, Edit
from models.rules.rule import Finding
from models.rules.setting import Acknowledgement


def acknowledgement_of(county: County, plan_id: str, finding: Finding) -> Acknowledgement | None:
    """What the planner has said about a finding of a plan; None where nothing."""
    subject = finding.subject
    key = (plan_id, finding.rule.id, subject.kind, subject.id)
    return county.table(Acknowledgement).get(key)


def is_outdated(acknowledgement: Acknowledgement, finding: Finding) -> bool:
    """Whether the finding has other figures now than when it was acknowledged."""
    return (acknowledgement.measured, acknowledgement.limit) != _figures(finding)


def acknowledge(
    county: County,
    plan_id: str,
    findings: Iterable[Finding],
    *,
    reason: str,
    who: str,
    date: str,
    label: str,
) -> Edit:
    """The edit that acknowledges findings with one reason, in place of what was said before.

    `date` is ISO 8601. Raises InvalidValue for an empty reason.
    """
    changes = []
    for finding in findings:
        measured, limit = _figures(finding)
        subject = finding.subject
        after = Acknowledgement(
            plan_id, finding.rule.id, subject.kind, subject.id, reason.strip(), date, who,
            measured, limit,
        )  # fmt: skip
        changes.append(Change(acknowledgement_of(county, plan_id, finding), after))
    return Edit(label, tuple(changes))


def withdraw(county: County, plan_id: str, findings: Iterable[Finding], label: str) -> Edit:
    """The edit that takes acknowledgements back; findings that have none are passed over."""
    found = (acknowledgement_of(county, plan_id, finding) for finding in findings)
    return Edit(label, tuple(Change(one, None) for one in found if one is not None))


def _figures(finding: Finding) -> tuple[str, str]:
    return _text(finding.measured), _text(finding.limit)


def _text(figure: Fraction | None) -> str:
    return "" if figure is None else str(figure)
