"""The papers for people say what is so: commands, keys, links, dependencies, version."""

from __future__ import annotations

import argparse
import re
import tomllib
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from db.catalogue import load_catalogue
from db.engine import APPLICATION_ID
from db.migrate import head
from db.samples import sample_records
from db.tables import metadata
from desktop import cli, comparison_command, distribution_command, json_reports
from desktop.coverage_command import coverage_of
from models.comparison import compare
from models.county import County
from models.discrepancy import Discrepancy, DiscrepancyKind
from models.discrepancy import Unchecked as UncheckedTotal
from models.distribution import Share, distribute
from models.edits import Edit, remove
from models.measure import Allocation
from models.plan_versions import copy_plan
from models.rules.evaluate import Evaluation

FOLDERS = "|".join(("home", "root", "tmp", "work"))  # where absolute paths of a machine begin
ROOT = Path(__file__).parents[1]
PAPERS = sorted(
    path
    for path in [
        *ROOT.glob("*.md"),
        *(ROOT / "docs").rglob("*.md"),
        *ROOT.glob("resources/**/*.md"),
    ]
)
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf8"))["project"]


def paper(name: str) -> str:
    return (ROOT / name).read_text("utf8")


def anchors(text: str) -> set[str]:
    """The names that headings of a paper can be linked by."""
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", h).strip().lower().replace(" ", "-") for h in headings}


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_within_the_project_leads_somewhere(path: Path) -> None:
    text = path.read_text("utf8")
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if "://" in target:
            continue
        file, _, anchor = target.partition("#")
        assert (path.parent / file).exists(), target
        assert not anchor or anchor in anchors(text), target


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_file_that_is_named_exists(path: Path) -> None:
    named = re.findall(
        r"`((?:desktop|db|models|resources|tests|docs|requirements|licences)/[\w./-]+)`",
        path.read_text("utf8"),
    )
    ours = [name for name in named if not (ROOT / name).exists()]
    assert ours == []


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_paper_names_a_folder_of_one_machine(path: Path) -> None:
    assert not re.findall(rf"/(?:{FOLDERS})\b|[A-Z]:\\", path.read_text("utf8"))


def test_readme_gives_the_two_commands_in_both_languages() -> None:
    for command in ("python3 dev.py run", "python3 dev.py test"):
        assert paper("README.md").count(f"\n{command}\n") == 2


def test_readme_has_pictures_that_are_not_heavy() -> None:
    pictures = re.findall(r"!\[[^]]+\]\(([^)]+)\)", paper("README.md"))
    assert len(pictures) == 2
    assert all((ROOT / picture).stat().st_size < 300_000 for picture in pictures)


def test_changelog_has_the_present_version() -> None:
    assert f"## {PROJECT['version']}\n" in paper("CHANGELOG.md")


def test_architecture_fits_a_page_or_two() -> None:
    assert len(paper("ARCHITECTURE.md").splitlines()) < 120


def test_every_dependency_has_its_reason() -> None:
    names = {re.split(r"[<>=]", line)[0] for line in PROJECT["dependencies"]}
    for file in ("run.in", "dev.in"):
        lines = (ROOT / "requirements" / file).read_text("utf8").splitlines()
        names |= {re.split(r"[<>=]", line)[0] for line in lines if line and line[0] not in "#-"}
    rows = re.findall(r"^\| ([\w, -]+) \| .+ \|$", paper("ARCHITECTURE.md"), re.MULTILINE)
    explained = {name.strip() for row in rows for name in row.split(",")}
    assert names - explained == set()


def test_every_locked_library_has_its_licence() -> None:
    locked = re.findall(r"^([a-z0-9-]+)==", paper("requirements/run.txt"), re.MULTILINE)
    text = paper("THIRD_PARTY.md").lower()
    assert [name for name in locked if name not in text] == []


# --- the command line ------------------------------------------------------------------------


def sections() -> dict[str, str]:
    """The part of the paper about each command, by its name."""
    parts = re.split(r"^## `weigui ([\w-]+)`$", paper("docs/command-line.md"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def parsers() -> dict[str, argparse.ArgumentParser]:
    (action,) = (a for a in cli._parser()._actions if isinstance(a, argparse._SubParsersAction))
    return dict(action.choices)


def actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """All that a command understands, its own commands (weigui geo show) with theirs."""
    for action in parser._actions:
        yield action
        if isinstance(action, argparse._SubParsersAction):
            for inner in action.choices.values():
                yield from actions(inner)


def test_every_command_is_described_and_every_described_command_exists() -> None:
    assert set(sections()) == set(parsers())


@pytest.mark.parametrize("command", sorted(sections()))
def test_every_option_is_described_and_every_described_option_exists(command: str) -> None:
    options = {o for a in actions(parsers()[command]) for o in a.option_strings if o[:2] == "--"}
    described = set(re.findall(r"(?<![-\w])--[a-z][a-z-]*", sections()[command]))
    common = {"--help", "--lang"}
    assert described - common == options - common
    for choices in (a.choices for a in actions(parsers()[command]) if a.choices):
        text = sections()[command] + paper("docs/command-line.md").split("\n## ")[1]
        assert all(str(choice) in text for choice in choices)


def keys(value: object) -> Iterator[str]:
    """Every key of a JSON report, but those that are ids of rules."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if "." not in key:
                yield key
            yield from keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys(inner)


@pytest.fixture(scope="module")
def county() -> County:
    return County(sample_records("dazu"))


@pytest.fixture(scope="module")
def evaluation(county: County) -> Evaluation:
    (plan,) = county.plans
    return Evaluation(county, plan, load_catalogue().rules(plan.rule_set))


def test_every_key_of_show_is_described(county: County) -> None:
    described = set(re.findall(r"`(\w+)`", sections()["show"]))
    assert set(keys(json_reports.county_report(county))) - described == set()


def test_every_key_of_check_is_described(county: County, evaluation: Evaluation) -> None:
    described = set(re.findall(r"`(\w+)`", sections()["check"]))
    report = json_reports.findings_report(evaluation, county)
    assert report["findings"]
    assert set(keys(report)) - described == set()


def test_every_key_of_coverage_is_described(county: County, evaluation: Evaluation) -> None:
    described = set(re.findall(r"`(\w+)`", sections()["coverage"] + sections()["check"]))
    report = json_reports.coverage_report(coverage_of(county, evaluation.rules))
    assert set(keys(report)) - described == set()


def test_every_key_of_distribute_is_described(county: County) -> None:
    (plan,) = county.plans
    beds = load_catalogue().measures["beds"]
    shares = [Share(f.id, Fraction(1)) for f in county.facilities]
    report = distribution_command._report(county, plan, beds, shares, distribute(100, shares))
    described = set(re.findall(r"`(\w+)`", sections()["distribute"]))
    assert set(keys(report)) - described == set()


def test_every_key_of_compare_is_described(county: County) -> None:
    (plan,) = county.plans
    other = County(county.records())
    other.apply(copy_plan(other, plan.id, name="二稿", date="", label="复制"))
    (beds, *_) = (a for a in other.table(Allocation).values() if a.plan_id != plan.id)
    other.apply(Edit("删去", remove(beds)))
    found = compare(other, plan.id, other.plans[1].id, load_catalogue().measures)
    described = set(re.findall(r"`(\w+)`", sections()["compare"]))
    assert set(keys(comparison_command.report(found, other))) - described == set()


def test_every_key_and_kind_of_proofread_is_described() -> None:
    described = set(re.findall(r"`([\w-]+)`", sections()["proofread"]))
    found = [Discrepancy(kind, ("表1",)) for kind in DiscrepancyKind]
    left_out = [UncheckedTotal(("表1",), "no-total", {})]
    report = json_reports.proofreading_report(found, left_out, str)
    assert set(keys(report)) - described == set()
    assert set(DiscrepancyKind) <= described


# --- the county file and the rules -----------------------------------------------------------


def test_the_header_of_a_county_file_is_described() -> None:
    text = paper("docs/file-format.md")
    assert f"| {APPLICATION_ID} (0x{APPLICATION_ID:x}, " in text
    assert f"`alembic_version`: `{head()}` |" in text


def test_every_table_and_column_is_described() -> None:
    text = paper("docs/file-format.md")
    for table in metadata.tables.values():
        assert f"**{table.name}**" in text
        (part,) = re.findall(rf"^\*\*{table.name}\*\*.*?(?=^\*\*|^## )", text, re.M | re.S)
        described = set(re.findall(r"`(\w+)`", part))
        assert {c.name for c in table.columns} - described == set(), table.name


def test_every_key_of_a_rule_is_described() -> None:
    described = set(re.findall(r"^\| (`.+?) \|", paper("docs/rules.md"), re.MULTILINE))
    known = {key for cell in described for key in re.findall(r"`(\w+)`", cell)}
    for file in (ROOT / "resources" / "rules").glob("*.toml"):
        for rule in tomllib.loads(file.read_text("utf8"))["rule"]:
            assert set(rule) - known == set(), rule["id"]


def test_every_inactive_alternative_is_described() -> None:
    text = paper("docs/rules.md")
    for rules in load_catalogue().rule_sets.values():
        for rule in rules:
            if rule.alternative_to:
                assert f"`{rule.alternative_to}`" in text
                assert f"`{rule.id}`" in text
