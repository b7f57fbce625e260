"""Each rule of a plan's running text names the paragraph in which its figure stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from db.catalogue import load_catalogue
from models.rules.rule import Rule, RuleKind

FILES = {"wuxi": "000_", "wushan": "001_", "dazu": "002_", "yanjiang": "003_", "pingluo": "004_"}
N = "([一二三四五六七八九十]+)"
# How a plan numbers its text, and how a clause says it: 五、（三）2, or 第二章第二节 一.
NUMBERED = (f"{N}、（{N}）(\\d+)?", (f"{N}、", f"[（(]{N}[）)]", r"(\d+)\s*[.．、]"))
IN_CHAPTERS = (f"第{N}章第{N}节(?: {N})?", (f"第{N}章", f"第{N}节", f"{N}、"))
WAYS = {plan: IN_CHAPTERS if plan == "yanjiang" else NUMBERED for plan in FILES}
MARK = re.compile(r"\[bookmark: \w+\]|\s+")  # what is not of the plan
RULES = [(plan, rule) for plan in WAYS for rule in load_catalogue().rule_sets[plan]]
OF_TEXT = [
    (plan, rule)
    for plan, rule in RULES
    if rule.source.verified and re.match(WAYS[plan][0], rule.source.clause)
]


def paragraphs(path: Path, headings: Iterable[str]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Each line of a raw plan with the numbers of the headings that it stands under."""
    under: tuple[str, ...] = ()
    for line in path.read_text(encoding="utf-8").splitlines():
        for level, heading in enumerate(headings):
            found = re.match(heading, MARK.sub("", line, count=1))
            if found is not None and len(under) >= level:
                under = (*under[:level], found[1])
        yield under, line


def printed(rule: Rule) -> set[str]:
    """How the limit may stand in the text."""
    scale = {RuleKind.SHARE: 100, RuleKind.DEPARTMENTS: 100, RuleKind.RADIUS: Fraction(1, 1000)}
    value = float(rule.limit * scale.get(rule.kind, 1))
    if (rule.kind, rule.denominator) == (RuleKind.RATIO, "health-technical-staff"):  # a share too
        value *= 100
    if rule.kind is RuleKind.PRESENCE:
        return {"1个", "1所", "0.8—2万"}
    ways = {f"{value:g}", f"{value:.1f}", f"{value:.2f}"}
    return ways | ({"全覆盖", "均设"} if value == 100 else set())


@pytest.mark.parametrize(("plan", "rule"), OF_TEXT, ids=[rule.id for _, rule in OF_TEXT])
def test_the_figure_of_a_rule_stands_in_its_clause(seeds: Path, plan: str, rule: Rule) -> None:
    pattern, headings = WAYS[plan]
    found = re.match(pattern, rule.source.clause)
    assert found is not None
    clause = tuple(number for number in found.groups() if number is not None)
    (path,) = seeds.glob(FILES[plan] + "*.txt")
    in_clause = [
        line for under, line in paragraphs(path, headings) if under[: len(clause)] == clause
    ]
    assert any(way in line for way in printed(rule) for line in in_clause), rule.source.clause
