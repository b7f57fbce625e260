"""`weigui rules`: what the catalogue holds, and what a plan makes of it."""

from __future__ import annotations

import json

import pytest

from db.county_file import open_county_file
from desktop import cli
from models.edits import Edit, add
from models.rules.setting import RuleSetting


@pytest.fixture
def weigui(qapp, capsys):
    """Run a command; its exit code, output and errors."""

    def run(*arguments):
        code = cli.main([*map(str, arguments), "--lang", "en"])
        return code, *capsys.readouterr()

    return run


def test_a_rule_is_shown_with_all_it_states(weigui):
    code, out, _ = weigui("rules", "show", "dazu.beds", "--json")
    rule = json.loads(out)
    assert code == 0
    assert (rule["set"], rule["limit"], rule["per"], rule["active"]) == ("dazu", "7.27", 1000, True)
    assert rule["clause"] == "专栏1 第8项"


def test_rules_are_listed_by_set_and_kind_always_alike(weigui):
    arguments = ("rules", "list", "--set", "yanjiang", "--kind", "stop", "--json")
    code, out, _ = weigui(*arguments)
    assert code == 0
    assert [rule["id"] for rule in json.loads(out)["rules"]] == ["yanjiang.no-new-beds"]
    assert weigui(*arguments)[1] == out


def test_a_file_lists_the_rules_as_its_plan_uses_them(weigui, dazu_file):
    with open_county_file(dazu_file) as file:
        plan = file.read().plans[-1]
        off = RuleSetting(plan.id, "dazu.beds", False, reason="另定")
        file.apply(Edit("停用", add(off)))
    _, out, _ = weigui("rules", "list", "--file", dazu_file, "--json")
    rules = {rule["id"]: rule for rule in json.loads(out)["rules"]}
    assert rules["dazu.beds"]["active"] is False
    assert {rule["set"] for rule in rules.values()} == {"dazu", "national"}


def test_a_rule_that_is_not_there_is_told(weigui):
    code, _, error = weigui("rules", "show", "dazu.nothing")
    assert code == 2
    assert "dazu.nothing" in error
    assert weigui("rules", "show")[0] == 2
