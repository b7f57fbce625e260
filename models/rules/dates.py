"""Dates: every project has a year within the plan's.

A project that goes on from before (续建) or on after belongs to the plan all the same; one that
ends before its first year, or begins after its last, does not.
"""

from __future__ import annotations

import re
from fractions import Fraction

from models.county import County
from models.plan import Plan, Project
from models.rules.rule import (
    Checked,
    Finding,
    Missing,
    Rule,
    Subject,
    SubjectKind,
    Unchecked,
)

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def check(rule: Rule, county: County, plan: Plan) -> Checked:
    """One finding per project outside the years; `measured` is its nearest year, a year number."""
    projects, year = county.projects(plan.id), rule.year_in(plan)
    if not projects:
        return Checked(unchecked=(Unchecked(rule, Missing.NO_PROJECTS, year),))
    first, last = int(rule.limit), int(rule.limit if rule.upper is None else rule.upper)
    found: list[Finding] = []
    blank = 0
    for project in projects:
        years = years_of(project)
        if not years:
            blank += 1
        elif max(years) < first:
            found.append(_finding(rule, project, max(years), first, year))
        elif min(years) > last:
            found.append(_finding(rule, project, min(years), last, year))
    unchecked: tuple[Unchecked, ...] = ()
    if blank:
        missing = Missing.NO_FIGURES if blank == len(projects) else Missing.SOME_BLANK
        unchecked = (Unchecked(rule, missing, year, blank, len(projects)),)
    return Checked(tuple(found), unchecked)


def years_of(project: Project) -> list[int]:
    """The years that the printed period names (2021—2025 gives both ends)."""
    return [int(text) for text in _YEAR.findall(project.period)]


def _finding(rule: Rule, project: Project, measured: int, limit: int, year: int) -> Finding:
    return Finding(
        rule,
        Subject(SubjectKind.PROJECT, project.id),
        rule.measure,
        rule.basis,
        year,
        Fraction(measured),
        Fraction(limit),
        abs(measured - limit),
    )
