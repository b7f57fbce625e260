"""The short code of a printed target sheet, by which it is found again in the program.

The first half says which facility of which plan version, the second what the sheet says of it: the
facility's own record, its figures and its projects. The second half is another one as soon as any
of these changes. Five characters stand for 25 bits: among 2,000 facilities in ten versions a first
half is shared by two in about one of 1,700 of them, and then both are given.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b

from models.county import County
from models.facility import Facility
from models.plan import Plan

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O or U to misread
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V", " ": "", "-": ""})
_HALF = 5


@dataclass(frozen=True, slots=True)
class SheetMatch:
    """What a code stands for; `is_current` tells whether the sheet says what the file says now."""

    plan: Plan
    facility: Facility
    is_current: bool


def sheet_code(county: County, plan: Plan, facility: Facility) -> str:
    """The code of a facility's sheet in a plan version: 7KQ4X-M2XD9."""
    return f"{_who(plan, facility)}-{_what(county, plan, facility)}"


def match_code(county: County, code: str) -> list[SheetMatch]:
    """The facilities and versions that a typed code may stand for; empty where none does.

    Small letters, blanks, a missing hyphen and the letters O, I and L for digits are forgiven.
    """
    typed = code.upper().translate(_MISREAD)
    if len(typed) != 2 * _HALF:
        return []
    return [
        SheetMatch(plan, facility, _what(county, plan, facility) == typed[_HALF:])
        for plan in county.plans
        for facility in county.facilities
        if _who(plan, facility) == typed[:_HALF]
    ]


def _who(plan: Plan, facility: Facility) -> str:
    return _letters(f"{plan.id}\x1f{facility.id}")


def _what(county: County, plan: Plan, facility: Facility) -> str:
    figures = [
        f"{measure} {basis} {year} {allocation.value}"
        for plan_id, measure, basis, year in county.columns()
        if plan_id == plan.id
        and (allocation := county.allocation(plan_id, facility.id, measure, basis, year))
    ]
    projects = [repr(p) for p in county.projects(plan.id) if p.facility_id == facility.id]
    return _letters("\x1f".join([repr(facility), *sorted(figures), *projects]))


def _letters(text: str) -> str:
    number = int.from_bytes(blake2b(text.encode(), digest_size=8).digest())
    return "".join(_LETTERS[number >> 5 * place & 31] for place in range(_HALF))
