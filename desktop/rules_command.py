"""`weigui rules`: the rules of the catalogue, or of a plan as its settings leave them."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from db.catalogue import load_catalogue
from db.county_file import open_county_file
from desktop.plan_option import add_plan_option, chosen_plan
from desktop.usage import WrongUse
from desktop.wording import limit_text, rule_text
from models.catalogue import Catalogue, Language
from models.rules.entry import rule_entry
from models.rules.plan_rules import plan_rules
from models.rules.rule import Rule, RuleKind

translate = QCoreApplication.translate


def run(options: Namespace, language: Language) -> int:
    """`rules list` or `rules show RULE`. Raises FileError, WrongUse."""
    if options.plan is not None and options.file is None:
        raise WrongUse(translate("rules", "weigui rules: --plan needs --file"))
    return _show(options) if options.action == "show" else _list(options, language)


def add_options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "action", choices=["list", "show"], help=translate("rules", "all rules, or one")
    )
    parser.add_argument("rule", nargs="?", help=translate("rules", "the rule's id, for show"))
    parser.add_argument(
        "--file",
        type=Path,
        help=translate("rules", "a county file: the rules as a plan version of it uses them"),
    )
    add_plan_option(parser)
    parser.add_argument(
        "--set",
        choices=[*sorted(load_catalogue().rule_sets), "own"],
        help=translate("rules", "only the rules of one set"),
    )
    parser.add_argument(
        "--kind",
        choices=[str(kind) for kind in RuleKind],
        help=translate("rules", "only the rules of one kind"),
    )


def _list(options: Namespace, language: Language) -> int:
    """Every rule in its order, one a line, or as JSON with all it states."""
    rules = [
        (rule_set, rule)
        for rule_set, rule in _rules(options)
        if options.set in (None, rule_set) and options.kind in (None, str(rule.kind))
    ]
    if options.json:
        print(_json({"rules": [_entry(rule_set, rule) for rule_set, rule in rules]}))
        return 0
    for _, rule in rules:
        in_use = translate("rules", "in use") if rule.active else translate("rules", "not in use")
        print(f"{rule.id}\t{in_use}\t{rule_text(rule, language)}\t{limit_text(rule)}")
    return 0


def _show(options: Namespace) -> int:
    """All that one rule states."""
    if not options.rule:
        raise WrongUse(translate("rules", "weigui rules show needs the id of a rule"))
    found = [(s, rule) for s, rule in _rules(options) if rule.id == options.rule]
    if not found:
        raise WrongUse(
            translate("rules", "There is no rule {rule}; weigui rules list names them.").format(
                rule=options.rule
            )
        )
    entry = _entry(*found[0])
    if options.json:
        print(_json(entry))
        return 0
    for key, value in entry.items():
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        print(f"{key}\t{text}")
    return 0


def _rules(options: Namespace) -> Iterator[tuple[str, Rule]]:
    """Each rule with the name of its set, "own" for the planner's own."""
    catalogue = load_catalogue()
    shipped = {rule.id: name for name, rules in catalogue.rule_sets.items() for rule in rules}
    rules = _of_file(options, catalogue) if options.file else _shipped(catalogue)
    for rule in rules:
        yield shipped.get(rule.id, "own"), rule


def _shipped(catalogue: Catalogue) -> Iterator[Rule]:
    for name in sorted(catalogue.rule_sets):
        yield from catalogue.rule_sets[name]


def _of_file(options: Namespace, catalogue: Catalogue) -> tuple[Rule, ...]:
    with open_county_file(options.file, read_only=True) as file:
        county = file.read()
    return plan_rules(catalogue, county, chosen_plan(county, options.file, options.plan))


def _entry(rule_set: str, rule: Rule) -> dict[str, Any]:
    return {"set": rule_set, **rule_entry(rule), "active": rule.active}


def _json(report: dict[str, Any]) -> str:
    return json.dumps(report, ensure_ascii=False, indent=2)
