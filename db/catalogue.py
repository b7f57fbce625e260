"""Reads the catalogue of measures, rules and words from `resources`."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from typing import Any

from models.catalogue import Catalogue
from models.measure import Measure
from models.rules.entry import read_rules
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
