"""Checks of a facility while the planner is still typing it, field by field."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from models.county import County
from models.errors import InvalidValue, Reason
from models.facility import check_place

_DEGREES = re.compile(r"[+-]?\d+(\.\d+)?°?", re.ASCII)


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """What is wrong with one attribute of Facility; one that is not `blocking` is only a hint."""

    field: str
    reason: Reason
    blocking: bool = True


def parse_degrees(field: str, text: str) -> float | None:
    """Decimal degrees that a planner typed; None for blank.

    Full-width digits and a degree sign are accepted. Raises InvalidValue(NOT_A_NUMBER).
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    if not plain:
        return None
    if not _DEGREES.fullmatch(plain):
        raise InvalidValue("Facility", field, text, Reason.NOT_A_NUMBER)
    return float(plain.removesuffix("°"))


def place_problems(longitude: str, latitude: str) -> list[FieldProblem]:
    """What is wrong with typed WGS 84 degrees: no number, only one of the two, not in China."""
    problems = []
    degrees = []
    for field, text in (("longitude", longitude), ("latitude", latitude)):
        try:
            degrees.append(parse_degrees(field, text))
        except InvalidValue as error:
            problems.append(FieldProblem(field, error.reason))
    if problems:
        return problems
    try:
        check_place("Facility", degrees[0], degrees[1])
    except InvalidValue as error:
        return [FieldProblem(error.field, error.reason)]
    return []


def name_problem(
    county: County, facility_id: str, name: str, township: str | None
) -> FieldProblem | None:
    """An empty name or one that the township has already; a hint where another township has it.

    The same name in two townships is allowed, since plans do hold such pairs.
    """
    name = name.strip()
    if not name:
        return FieldProblem("name", Reason.EMPTY)
    namesakes = [f for f in county.facilities if f.name == name and f.id != facility_id]
    if not namesakes:
        return None
    same_township = any(f.township == township for f in namesakes)
    return FieldProblem("name", Reason.DUPLICATE, blocking=same_township)
