"""A rule as a planner types it: which fields each kind has, and what is wrong with them.

Limits are typed as plans print them: 1:1.4 for a ratio, per cent for a share, kilometres for a
radius. They become exact fractions; nothing passes through a float.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Any

from models.errors import InvalidValue, Reason
from models.facility import EVERYWHERE
from models.measure import Basis
from models.plan import Plan
from models.rules.investment import PERIOD, TOTAL
from models.rules.rule import TOWNSHIP_PEOPLE, Bound, Condition, Rule, RuleKind, Source

_FIGURES = ("measure", "bound", "limit", "upper")
_SUBJECTS = ("per_facility", "per_county")
# What the form of a kind shows, in its order; `upper` only where the bound is a range.
FIELDS: Mapping[RuleKind, tuple[str, ...]] = {
    RuleKind.RATE: (*_FIGURES, "per", "population", "basis", "scope", "year"),
    RuleKind.RATIO: (
        *_FIGURES, "per", "denominator", *_SUBJECTS, "conditions", "basis", "scope", "year"
    ),
    RuleKind.SHARE: (
        *_FIGURES, "denominator", *_SUBJECTS, "conditions", "basis", "scope", "whole", "year"
    ),
    RuleKind.COUNT: (
        *_FIGURES, "more", "denominator", *_SUBJECTS, "conditions", "basis", "scope", "year"
    ),
    RuleKind.PRESENCE: (
        "scope", "limit", "division", "people", "share_below", "neighbour_within", "branch_above",
        "branch_beyond", "whole",
    ),
    RuleKind.STOP: ("measure", "conditions", "scope", "year"),
    RuleKind.DEPARTMENTS: ("measure", "bound", "limit", "upper", "basis", "scope", "year"),
    RuleKind.RADIUS: ("limit", "urban", "scope"),
    RuleKind.TRAVEL_TIME: ("limit", "speed", "detour", "urban", "scope"),
    RuleKind.INVESTMENT: _FIGURES,
    RuleKind.DATES: ("limit", "upper"),
}  # fmt: skip
# Kinds that hold against one sort of bound only.
FIXED_BOUND: Mapping[RuleKind, Bound] = {
    RuleKind.PRESENCE: Bound.AT_LEAST,
    RuleKind.STOP: Bound.AT_MOST,
    RuleKind.RADIUS: Bound.AT_MOST,
    RuleKind.TRAVEL_TIME: Bound.AT_MOST,
    RuleKind.DATES: Bound.BETWEEN,
}
INVESTMENTS = (TOTAL, PERIOD)
_PERCENT = frozenset({RuleKind.SHARE, RuleKind.DEPARTMENTS})
_WHOLE_LIMIT = frozenset({RuleKind.PRESENCE, RuleKind.DATES})
_FIGURE = re.compile(r"\d+(\.\d+)?(/\d*[1-9]\d*)?", re.ASCII)
_TYPED = str.maketrans("０１２３４５６７８９．：／％", "0123456789.:/%")
_LATEST_YEAR = 2100


class Fault(StrEnum):
    """What is wrong with a field of a draft."""

    EMPTY = "empty"
    NOT_A_FIGURE = "not-a-figure"
    NOT_WHOLE = "not-whole"
    NOT_POSITIVE = "not-positive"
    ABOVE_WHOLE = "above-whole"  # a share of more than 100 %
    BELOW_LIMIT = "below-limit"  # a range that ends before it begins
    NO_MEASURE = "no-measure"
    SAME_MEASURE = "same-measure"
    NO_SUBJECT = "no-subject"  # neither each facility nor the county
    NO_CONDITION = "no-condition"
    ONLY_FACILITIES = "only-facilities"  # a limit that rises with a figure is of each facility
    BELOW_ONE = "below-one"  # a way shorter than the straight line
    NO_YEAR = "no-year"


@dataclass(frozen=True, slots=True)
class DraftProblem:
    """What is wrong with one field; `field` is an attribute of Rule, of its source, or "reason"."""

    field: str
    fault: Fault


@dataclass(frozen=True, slots=True)
class TypedCondition:
    """A condition as typed; one whose figure is blank is none."""

    measure: str
    below: bool
    figure: str
    basis: Basis


class _Wrong(Exception):
    def __init__(self, fault: Fault) -> None:
        self.fault = fault


def parse_figure(text: str, kind: RuleKind) -> Fraction:
    """The limit that is typed for a kind.

    Raises InvalidValue for what is no figure of 0 or more.
    """
    cleaned = re.sub(r"[\s,，]", "", text).translate(_TYPED)
    if kind is RuleKind.RATIO:
        cleaned = cleaned.removeprefix("1:")
    is_percent = kind in _PERCENT
    if is_percent:
        cleaned = cleaned.removesuffix("%")
    if not _FIGURE.fullmatch(cleaned):
        raise InvalidValue("Rule", "limit", text, Reason.NOT_A_NUMBER)
    top, _, bottom = cleaned.partition("/")
    value = Fraction(top) / Fraction(bottom or 1)
    if is_percent:
        return value / 100
    return value * 1000 if kind is RuleKind.RADIUS else value


def figure_text(value: Fraction | None, kind: RuleKind) -> str:
    """What `parse_figure` reads as this limit; "" for none."""
    if value is None:
        return ""
    if kind in _PERCENT:
        value *= 100
    elif kind is RuleKind.RADIUS:
        value /= 1000
    scaled = value * 10**6
    if scaled.denominator != 1:
        return f"{value.numerator}/{value.denominator}"
    whole, rest = divmod(scaled.numerator, 10**6)
    return f"{whole}.{rest:06}".rstrip("0").rstrip(".")


def read_draft(
    base: Mapping[str, Any],
    source: Source,
    typed: Mapping[str, Any],
    measures: Collection[str],
    plan: Plan,
) -> tuple[Rule | None, list[DraftProblem]]:
    """The rule that is typed, or what is wrong with it.

    `base` holds id, kind, nature, zh, en and what else the form does not show; `typed` the fields
    of the kind, texts where text is typed. `measures` are those that the county has.
    """
    kind = base["kind"]
    given, problems = dict(base), []
    given["bound"] = FIXED_BOUND.get(kind, typed.get("bound", Bound.AT_LEAST))
    for field in FIELDS[kind]:
        try:
            given[field] = _read(field, kind, typed, measures, plan, given["bound"])
        except _Wrong as wrong:
            problems.append(DraftProblem(field, wrong.fault))
    given.setdefault("limit", Fraction(0))
    problems += _name_problems(given, source)
    if not problems:
        problems += _cross_problems(given)
    return (None, problems) if problems else (Rule(source=source, **given), [])


def _name_problems(given: Mapping[str, Any], source: Source) -> list[DraftProblem]:
    texts = {"zh": given["zh"], "document": source.document}
    return [DraftProblem(name, Fault.EMPTY) for name, text in texts.items() if not text.strip()]


def _cross_problems(given: Mapping[str, Any]) -> list[DraftProblem]:
    """What is wrong between fields that are right one by one."""
    kind, fields = given["kind"], FIELDS[given["kind"]]
    found = []
    upper = given.get("upper")
    if upper is not None and upper < given["limit"]:
        found.append(DraftProblem("upper", Fault.BELOW_LIMIT))
    is_same = "denominator" in fields and given["denominator"] == given["measure"]
    if is_same and given.get("whole") is None:  # else: a part of the facilities in all of them
        found.append(DraftProblem("denominator", Fault.SAME_MEASURE))
    if "per_facility" in fields and not (given["per_facility"] or given["per_county"]):
        found.append(DraftProblem("per_facility", Fault.NO_SUBJECT))
    if given.get("more") is not None and given["per_county"]:
        found.append(DraftProblem("per_county", Fault.ONLY_FACILITIES))
    if kind is RuleKind.PRESENCE and given["people"] and given["people"][0] > given["people"][1]:
        found.append(DraftProblem("people", Fault.BELOW_LIMIT))
    return found


def _read(
    field: str,
    kind: RuleKind,
    typed: Mapping[str, Any],
    measures: Collection[str],
    plan: Plan,
    bound: Bound,
) -> Any:
    """The value of one field. Raises _Wrong."""
    value = typed.get(field)
    match field:
        case "denominator" if kind is RuleKind.COUNT and not (typed.get("more") or "").strip():
            return ""  # the limit does not rise
        case "measure" | "denominator":
            return _measure(value, INVESTMENTS if kind is RuleKind.INVESTMENT else measures)
        case "limit":
            return _limit(value, kind)
        case "upper":
            return _limit(value, kind) if bound is Bound.BETWEEN else None
        case "year":
            return _year(value, plan)
        case "conditions":
            return _conditions(value or (), measures, needed=kind is RuleKind.STOP)
    return _READERS[field](value) if field in _READERS else value


def _chosen(value: Any) -> Any:
    if not value:
        raise _Wrong(Fault.EMPTY)
    return value


def _measure(value: str | None, measures: Collection[str]) -> str:
    if not value or value not in measures:
        raise _Wrong(Fault.NO_MEASURE)
    return value


def _limit(text: str | None, kind: RuleKind) -> Fraction:
    if not (text or "").strip():
        raise _Wrong(Fault.EMPTY)
    try:
        value = parse_figure(text or "", kind)
    except InvalidValue:
        raise _Wrong(Fault.NOT_A_FIGURE) from None
    if kind in _PERCENT and value > 1:
        raise _Wrong(Fault.ABOVE_WHOLE)
    if kind in _WHOLE_LIMIT and value.denominator != 1:
        raise _Wrong(Fault.NOT_WHOLE)
    if kind in (RuleKind.RADIUS, RuleKind.TRAVEL_TIME) and not value:
        raise _Wrong(Fault.NOT_POSITIVE)
    return value


def _figure(text: str | None) -> Fraction:
    """A figure above zero."""
    value = _limit(text, RuleKind.COUNT)
    if not value:
        raise _Wrong(Fault.NOT_POSITIVE)
    return value


def _whole(text: str | None) -> int:
    value = _figure(text)
    if value.denominator != 1:
        raise _Wrong(Fault.NOT_WHOLE)
    return int(value)


def _at_least_one(value: Fraction) -> Fraction:
    if value < 1:
        raise _Wrong(Fault.BELOW_ONE)
    return value


def _people(pair: Sequence[str] | None) -> tuple[int, int] | None:
    least, most = pair or ("", "")
    if not least.strip() and not most.strip():
        return None
    return _whole(least), _whole(most)


def _year(text: str | None, plan: Plan) -> int | None:
    if not (text or "").strip():
        return None
    value = _whole(text)
    if not plan.baseline_year <= value <= _LATEST_YEAR:
        raise _Wrong(Fault.NO_YEAR)
    return value


def _conditions(
    typed: Sequence[TypedCondition], measures: Collection[str], *, needed: bool
) -> tuple[Condition, ...]:
    known = {*measures, TOWNSHIP_PEOPLE}
    found = tuple(
        Condition(_measure(c.measure, known), c.below, _limit(c.figure, RuleKind.COUNT), c.basis)
        for c in typed
        if c.figure.strip()
    )
    if needed and not found:
        raise _Wrong(Fault.NO_CONDITION)
    return found


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "per": _whole,
    "share_below": lambda text: _whole(text) if text else None,
    "branch_above": lambda text: _whole(text) if text else None,
    "neighbour_within": lambda text: _whole(text) if text else None,
    "branch_beyond": lambda text: _whole(text) if text else None,
    "people": _people,
    "more": lambda text: _figure(text) if (text or "").strip() else None,
    "speed": _figure,
    "detour": lambda text: _at_least_one(_figure(text or "1")),
    "scope": lambda scope: scope or EVERYWHERE,
    "division": _chosen,
}
