"""What a planner decides about a rule and about a finding, for one plan version."""

from __future__ import annotations

from dataclasses import dataclass

from models.errors import InvalidValue, Reason
from models.rules.rule import Subject, SubjectKind


@dataclass(frozen=True, slots=True)
class RuleSetting:
    """How one plan uses one rule, where it differs from the shipped catalogue.

    `entry` is the whole rule as this plan states it (JSON with the keys of `docs/rules.md`), ""
    where the shipped one stands unchanged; a rule of the planner's own has an id that no shipped
    rule has. `reason` says why it was changed, switched off or added. `confirmed` says who has seen
    the clause of a rule that was not verified, and when; "" while nobody has.
    """

    plan_id: str
    rule_id: str
    active: bool
    entry: str = ""
    reason: str = ""
    confirmed: str = ""

    def __post_init__(self) -> None:
        if not self.rule_id.strip():
            raise InvalidValue("RuleSetting", "rule_id", self.rule_id, Reason.EMPTY)

    @property
    def key(self) -> tuple[str, str]:
        return (self.plan_id, self.rule_id)


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """A finding that the planner accepts, with the reason that is printed on the sheets.

    `measured` and `limit` are the finding's figures when it was acknowledged, as exact fractions in
    text ("43/50"; "" where nothing could be measured): where they differ from the finding's now,
    the acknowledgement is shown as outdated. `date` is ISO 8601, `who` the planner's name.
    """

    plan_id: str
    rule_id: str
    subject_kind: SubjectKind
    subject_id: str
    reason: str
    date: str
    who: str = ""
    measured: str = ""
    limit: str = ""

    def __post_init__(self) -> None:
        if not self.reason.strip():
            raise InvalidValue("Acknowledgement", "reason", self.reason, Reason.EMPTY)

    @property
    def key(self) -> tuple[str, str, SubjectKind, str]:
        return (self.plan_id, self.rule_id, self.subject_kind, self.subject_id)

    @property
    def subject(self) -> Subject:
        return Subject(self.subject_kind, self.subject_id)
