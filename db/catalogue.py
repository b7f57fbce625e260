"""Reads the catalogue of measures, rules and words from `resources`."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any

from models.catalogue import Catalogue
from models.facility import FacilityClass, FacilityType, Ownership, Scope
from models.measure import Basis, Measure
from models.plan import Nature, PopulationGroup
from models.rules.rule import Bound, Rule, RuleKind, Source
from resources import resource


@lru_cache(maxsize=1)
def load_catalogue() -> Catalogue:
    """The shipped catalogue; read once, since it cannot change while the program runs."""
    rule_files = sorted(f.name for f in resource("rules").iterdir() if f.name.endswith(".toml"))
    return Catalogue(
        measures={m["id"]: _measure(m) for m in _toml("measures.toml")["measure"]},
        rule_sets={
            name.removesuffix(".toml"): read_rules(_toml(f"rules/{name}")) for name in rule_files
        },
        words={
            group: {key: (zh, en) for key, (zh, en) in words.items()}
            for group, words in _toml("words.toml").items()
        },
    )


def read_rules(document: dict[str, Any]) -> tuple[Rule, ...]:
    """The rules of one parsed file of `resources/rules`.

    Figures are TOML strings ("7.27") or whole numbers, so that they stay exact; `limit_ratio`
    is written as in the plans ("1:1.4").
    """
    source = document["source"]
    return tuple(_rule(entry, source) for entry in document["rule"])


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(resource(name).read_text("utf8"))


def _measure(entry: dict[str, Any]) -> Measure:
    unit_zh, unit_en = entry["unit"]
    return Measure(
        entry["id"],
        entry["group"],
        entry["zh"],
        entry["en"],
        unit_zh,
        unit_en,
        entry.get("decimals", 0),
        entry.get("additive", True),
        entry.get("most"),
    )


def _rule(entry: dict[str, Any], source: dict[str, Any]) -> Rule:
    scope = entry.get("scope", {})
    return Rule(
        id=entry["id"],
        kind=RuleKind(entry["kind"]),
        nature=Nature(entry["nature"]),
        bound=Bound(entry["bound"]),
        limit=_exact(entry["limit"]),
        zh=entry["zh"],
        en=entry["en"],
        source=Source(
            entry.get("document", source["document"]),
            entry["clause"],
            entry.get("date", source["date"]),
            entry.get("verified", True),
        ),
        measure=entry.get("measure", ""),
        denominator=entry.get("denominator", ""),
        per=entry.get("per", 1),
        population=PopulationGroup(entry.get("population", "resident")),
        basis=Basis(entry.get("basis", "planned")),
        scope=Scope(
            frozenset(map(FacilityClass, scope.get("classes", ()))),
            frozenset(map(FacilityType, scope.get("types", ()))),
            frozenset(map(Ownership, scope.get("ownership", ()))),
        ),
        per_facility=entry.get("per_facility", False),
        per_county=entry.get("per_county", True),
        urban=entry.get("urban"),
        baseline=_exact(entry["baseline"]) if "baseline" in entry else None,
        indicator=entry.get("indicator", ""),
        active=entry.get("active", True),
        alternative_to=entry.get("alternative_to", ""),
    )


def _exact(figure: str | int) -> Fraction:
    return Fraction(Decimal(figure))
