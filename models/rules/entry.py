"""A rule as an entry of keys and plain values (docs/rules.md), read and written.

The shipped rules are TOML, those that a plan states otherwise are JSON in the county file; both
hold the same keys. Figures are texts ("7.27", "1/80") or whole numbers, so that they stay exact.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from models.errors import InvalidValue, Reason
from models.facility import EVERYWHERE, FacilityClass, FacilityType, Ownership, Scope
from models.measure import Basis, exact
from models.plan import Nature, PopulationGroup
from models.rules.rule import Bound, Condition, PerDivision, Rule, RuleKind, Source

_SCOPE = {
    "classes": FacilityClass,
    "types": FacilityType,
    "ownership": Ownership,
    "grades": str,
    "names": str,
}


def read_rules(document: Mapping[str, Any]) -> tuple[Rule, ...]:
    """The rules of one parsed file of `resources/rules`."""
    return tuple(read_rule({**document["source"], **entry}) for entry in document["rule"])


def read_rule(entry: Mapping[str, Any]) -> Rule:
    """The rule of one entry with the keys of its source; what is left out is as `Rule` has it.

    Raises InvalidValue naming the key whose value is none, KeyError for a key that must be there.
    """
    given: dict[str, Any] = {
        key: _field(entry["id"], key, read, entry[key])
        for key, read in _READERS.items()
        if entry.get(key) is not None
    }
    source = Source(
        entry["document"],
        entry["clause"],
        entry["date"],
        entry.get("verified", True),
        entry.get("edition", ""),
        entry.get("effective", ""),
    )
    return Rule(source=source, **given)


def rule_entry(rule: Rule) -> dict[str, Any]:
    """The entry that `read_rule` reads as this rule; only what differs from what is left out."""
    entry: dict[str, Any] = {}
    for key, write in _WRITERS.items():
        value = getattr(rule, key)
        if key in _MUST or value != _DEFAULTS[key]:
            entry[key] = write(value)
    for key in ("document", "clause", "date", "verified", "edition", "effective"):
        entry[key] = getattr(rule.source, key)
    return entry


def rule_as_text(rule: Rule) -> str:
    """The entry as JSON, always the same for the same rule."""
    return json.dumps(rule_entry(rule), ensure_ascii=False, sort_keys=True)


def rule_from_text(text: str) -> Rule:
    """The rule of `rule_as_text`. Raises InvalidValue for a text that is no rule."""
    try:
        return read_rule(json.loads(text))
    except (ValueError, KeyError, TypeError) as error:
        raise InvalidValue("RuleSetting", "entry", text, Reason.NOT_A_RULE) from error


def _field(rule_id: str, key: str, read: Any, value: Any) -> Any:
    try:
        return read(value)
    except (ValueError, KeyError, TypeError, ZeroDivisionError) as error:
        raise InvalidValue(rule_id, key, str(value), Reason.NOT_A_RULE) from error


def _exact(figure: str | int) -> Fraction:
    if isinstance(figure, float):
        raise TypeError("a float is not exact")
    return Fraction(figure)


def _written(figure: Fraction | None) -> str | None:
    if figure is None:
        return None
    if figure.denominator == 1:
        return str(figure.numerator)
    millionths = figure * 10**6
    if millionths.denominator == 1:
        return str(exact(Decimal(millionths.numerator).scaleb(-6)))
    return f"{figure.numerator}/{figure.denominator}"


def _scope(entry: Mapping[str, Any]) -> Scope:
    unknown = entry.keys() - _SCOPE.keys()
    if unknown:
        raise ValueError(f"a scope has no {sorted(unknown)}")
    return Scope(
        frozenset(map(FacilityClass, entry.get("classes", ()))),
        frozenset(map(FacilityType, entry.get("types", ()))),
        frozenset(map(Ownership, entry.get("ownership", ()))),
        frozenset(entry.get("grades", ())),
        frozenset(entry.get("names", ())),
    )


def _scope_entry(scope: Scope | None) -> dict[str, list[str]] | None:
    if scope is None:
        return None
    parts = {name: sorted(map(str, getattr(scope, name))) for name in _SCOPE}
    return {name: values for name, values in parts.items() if values}


def _condition(entry: Mapping[str, Any]) -> Condition:
    below = "below" in entry
    figure = _exact(entry["below"] if below else entry["above"])
    return Condition(entry["measure"], below, figure, Basis(entry.get("basis", "actual")))


def _condition_entry(condition: Condition) -> dict[str, Any]:
    side = "below" if condition.below else "above"
    return {
        "measure": condition.measure,
        side: _written(condition.figure),
        "basis": str(condition.basis),
    }


_READERS: dict[str, Any] = {
    "id": str,
    "kind": RuleKind,
    "nature": Nature,
    "bound": Bound,
    "limit": _exact,
    "zh": str,
    "en": str,
    "measure": str,
    "denominator": str,
    "per": int,
    "population": PopulationGroup,
    "basis": Basis,
    "scope": _scope,
    "per_facility": bool,
    "per_county": bool,
    "urban": bool,
    "baseline": _exact,
    "indicator": str,
    "active": bool,
    "alternative_to": str,
    "upper": _exact,
    "year": int,
    "whole": _scope,
    "division": PerDivision,
    "people": lambda pair: (int(pair[0]), int(pair[1])),
    "share_below": int,
    "branch_above": int,
    "neighbour_within": int,
    "branch_beyond": int,
    "conditions": lambda entries: tuple(map(_condition, entries)),
    "more": _exact,
    "speed": _exact,
    "detour": _exact,
}
_FIGURES = {"limit", "baseline", "upper", "more", "speed", "detour"}
_SCOPES = {"scope", "whole"}
_MUST = {"id", "kind", "nature", "bound", "limit", "zh", "en"}
_DEFAULTS = {
    key: Rule.__dataclass_fields__[key].default for key in _READERS if key not in _MUST
} | {"scope": EVERYWHERE}


def _writer(key: str) -> Any:
    if key in _FIGURES:
        return _written
    if key in _SCOPES:
        return _scope_entry
    if key == "conditions":
        return lambda conditions: [_condition_entry(c) for c in conditions]
    if key == "people":
        return list
    return lambda value: str(value) if isinstance(value, str) else value


_WRITERS = {key: _writer(key) for key in _READERS}
