"""What has changed between two lists of findings: of two versions, or of two moments."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from models.rules.rule import Finding


class FindingChangeKind(StrEnum):
    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"  # other figures than before


@dataclass(frozen=True, slots=True)
class FindingChange:
    """One difference; `before` is None for a new finding, `after` for one that is gone."""

    kind: FindingChangeKind
    before: Finding | None
    after: Finding | None

    @property
    def finding(self) -> Finding:
        found = self.after or self.before
        assert found is not None
        return found


def finding_changes(before: Iterable[Finding], after: Iterable[Finding]) -> list[FindingChange]:
    """New ones first, then those with other figures, then those that are gone, each in order.

    A finding is the same where rule and subject are.
    """
    old = {(f.rule.id, f.subject): f for f in before}
    new = {(f.rule.id, f.subject): f for f in after}
    kinds = FindingChangeKind
    return [
        *(FindingChange(kinds.NEW, None, f) for key, f in new.items() if key not in old),
        *(
            FindingChange(kinds.CHANGED, old[key], f)
            for key, f in new.items()
            if key in old and _figures(f) != _figures(old[key])
        ),
        *(FindingChange(kinds.GONE, f, None) for key, f in old.items() if key not in new),
    ]


def _figures(finding: Finding) -> tuple[object, ...]:
    return finding.measured, finding.limit, finding.shortfall
