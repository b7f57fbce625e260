from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from desktop import wording
from desktop.finding_wording import FindingColumn, cell_text
from desktop.session import CountySession
from models.catalogue import Language
from models.county import cell_change
from models.edits import Edit
from models.errors import (
    BadCell,
    BadCells,
    Conflict,
    FileError,
    FileProblem,
    ImportConflict,
    ImportConflicts,
    InvalidValue,
    Reason,
)
from models.measure import Allocation, Basis, Origin
from models.rules.rule import COUNTY, Bound, Finding, Rule, RuleKind, Subject, SubjectKind
from tests.models.rules.made_county import a_rule

KEY = ("plan", "b", "health-personnel", Basis.PLANNED, 2025)


@pytest.fixture
def rules(session: CountySession) -> dict[str, Rule]:
    return {rule.id: rule for rule in session.rules}


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_words(reason: Reason) -> None:
    assert wording.reason_text(reason) not in ("", str(reason))


CELL = BadCell("专栏4", 7, "E", "约40", Reason.NOT_A_NUMBER)
CONFLICT = ImportConflict("Population", (2020,), "830000", "834797")


@pytest.mark.parametrize(
    ("error", "parts"),
    [
        (FileError(Path("a.weigui"), FileProblem.DAMAGED), ["a.weigui", "damaged"]),
        (FileError(Path("a.weigui"), FileProblem.NEWER_VERSION, "9"), ["newer version", "(9)"]),
        (InvalidValue("Facility", "name", "", Reason.EMPTY), ["“” must not be empty"]),
        (InvalidValue("Facility", "name", None, Reason.EMPTY), ["“” must not be empty"]),
        (Conflict("Allocation", KEY), ["nothing was overwritten"]),
        (BadCells((CELL, CELL), "表.xlsx"), ["表.xlsx: 2 cells", "row 7, column E", "“约40”"]),
        (BadCells((CELL,)), ["Clipboard: 1 cells"]),
        (ImportConflicts((CONFLICT,), "plan.txt"), ["plan.txt: 1 records", "830000 ≠ 834797"]),
        (ValueError("odd"), ["odd"]),
        (ValueError(), ["ValueError"]),
    ],
)
def test_an_error_is_one_line_that_names_what_and_where(error: Exception, parts: list[str]) -> None:
    text = wording.error_text(error)
    assert "\n" not in text
    for part in parts:
        assert part in text


def test_a_cell_of_the_clipboard_has_no_sheet() -> None:
    cell = BadCell("", 2, "床位", "x", Reason.NOT_A_NUMBER)
    assert wording.bad_cell_text(cell) == "row 2, column 床位: “x” is not a number"


@pytest.mark.parametrize(
    ("rule", "limit", "measured", "text"),
    [
        ("test.beds", "≥ 6", Fraction(11, 2), "5.50"),
        ("test.staff-per-bed", "≥ 1:1.4", Fraction(7, 5), "1:1.4"),
        ("test.radius-rural", "≤ 10 km", Fraction(12345), "12.35 km"),
        ("test.beds", "≥ 6", None, "—"),
    ],
)
def test_figures_are_written_as_a_plan_writes_them(
    rules: dict[str, Rule], rule: str, limit: str, measured: Fraction | None, text: str
) -> None:
    assert wording.limit_text(rules[rule]) == limit
    assert wording.measured_value(rules[rule], measured) == text


def test_a_limit_of_the_place_itself_is_the_findings_own() -> None:
    """300 + 20 for each of 15 beds are 600; a stop ends at what is authorised."""
    rising = a_rule(
        RuleKind.COUNT, 300, more=Fraction(20), denominator="beds", measure="floor-area",
        per_facility=True, per_county=False,
    )  # fmt: skip
    stop = a_rule(RuleKind.STOP, 0, bound=Bound.AT_MOST, measure="beds")
    for rule, of_rule, of_finding in ((rising, "≥ 300 + 20 × …", "≥ 600"), (stop, "≤ 0", "≤ 600")):
        figures = Fraction(9), Fraction(600), 1
        found = Finding(rule, COUNTY, rule.measure, Basis.PLANNED, 2025, *figures)
        assert wording.limit_text(rule) == of_rule
        assert wording.finding_limit_text(found) == of_finding


def test_a_missed_limit_never_looks_reached(rules: dict[str, Rule]) -> None:
    just_missed = Fraction(13999, 10000)
    assert wording.measured_value(rules["test.staff-per-bed"], just_missed) != "1:1.4"


def test_a_finding_tells_rule_figures_shortfall_and_clause(session: CountySession) -> None:
    change = cell_change(session.county, KEY, Allocation(*KEY, Decimal(10), Origin.PLANNER))
    assert change is not None
    session.do(Edit("staff", (change,)))
    (finding,) = session.evaluation.of_facility("b")
    text = wording.finding_text(finding, session.catalogue, Language.ZH)
    assert text.startswith("床人比: 1:0.25, limit ≥ 1:1.4, 46 人 short (")
    assert text.endswith("第一条")
    assert wording.finding_text(finding, session.catalogue, Language.EN).startswith("Staff per bed")


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        (Subject(SubjectKind.FACILITY, "b"), "乙卫生院"),
        (Subject(SubjectKind.DIVISION, "500999101"), "远镇"),
        (Subject(SubjectKind.COUNTY, ""), "测试县"),
    ],
)
def test_a_subject_is_named(session: CountySession, subject: Subject, name: str) -> None:
    assert wording.subject_text(subject, session.county) == name


def test_points_outside_a_radius_are_counted_in_people(session: CountySession) -> None:
    outside = [f for f in session.evaluation.findings if f.subject.kind is SubjectKind.DIVISION]
    texts = [wording.shortfall_text(f, session.catalogue, Language.EN) for f in outside]
    assert texts == ["40,000 people not covered"]


def test_a_clause_that_nobody_has_seen_is_marked_wherever_it_is_named(
    session: CountySession,
) -> None:
    seen = a_rule(RuleKind.COUNT, 9, measure="beds")
    unseen = replace(seen, source=replace(seen.source, verified=False))
    for rule, clause in ((seen, "一"), (unseen, "一, to be verified")):
        assert wording.clause_text(rule) == clause
        found = Finding(rule, COUNTY, "beds", Basis.PLANNED, 2025, Fraction(5), Fraction(9), 4)
        text = wording.finding_text(found, session.catalogue, session.language)
        assert text.endswith(f"— {clause}")
        source = cell_text(found, FindingColumn.SOURCE, session)
        assert source == f"规划 {clause}"
