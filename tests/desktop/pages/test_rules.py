"""The Rules page: changed with a reason, seen before it is applied, and undone."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desktop.dialogs.rule_decisions import AnswerDialog
from desktop.dialogs.rule_dialog import RuleDialog
from desktop.pages.derivation import source_lines
from desktop.pages.rules import RulesPage
from desktop.session import CountySession
from desktop.tables.rule_table_model import RuleColumn
from models.catalogue import Catalogue
from models.edits import Change, Edit
from models.measure import Basis
from models.plan import PlanState
from models.rules.editing import RuleOrigin
from models.rules.rule import Rule, RuleKind
from models.rules.setting import RuleSetting

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the offscreen platform


def shown(session: CountySession, qtbot: QtBot) -> RulesPage:
    page = RulesPage(session)
    QAbstractItemModelTester(
        page.model, QAbstractItemModelTester.FailureReportingMode.Fatal, page.model
    )
    qtbot.addWidget(page)
    page.resize(1180, 720)
    page.show()
    return page


@pytest.fixture
def page(session: CountySession, qtbot: QtBot) -> RulesPage:
    return shown(session, qtbot)


def dialog(page: RulesPage, kind: type[QDialog]) -> QDialog:
    (found,) = [d for d in page.findChildren(kind) if d.isVisible()]
    return found


def change(page: RulesPage, rule_id: str, limit: str, reason: str) -> RuleDialog:
    page.select(rule_id)
    page.panel.change.click()
    asked = dialog(page, RuleDialog)
    assert isinstance(asked, RuleDialog)
    asked.form.lines["limit"].setText(limit)
    asked.reason.setText(reason)
    asked.refresh()
    return asked


def answer(page: RulesPage, text: str) -> None:
    asked = dialog(page, AnswerDialog)
    assert isinstance(asked, AnswerDialog)
    asked.line.setText(text)
    asked._answer()


def cell(page: RulesPage, rule_id: str, column: RuleColumn) -> str:
    row = page.model.row_of(rule_id)
    assert row is not None
    return str(page.model.index(row, column).data())


def findings(session: CountySession) -> list[object]:
    return [(f.rule.id, f.subject, f.limit) for f in session.evaluation.findings]


def test_a_rule_is_shown_in_full(page: RulesPage) -> None:
    page.select("test.staff-per-bed")
    assert cell(page, "test.staff-per-bed", RuleColumn.LIMIT) == "≥1:1.4"
    assert cell(page, "test.staff-per-bed", RuleColumn.STATE) == "As planned"
    text = page.panel.text.toPlainText()
    assert "测试规划" in text
    assert "Touches 4 facilities" in text


def test_a_limit_changed_with_a_reason_changes_findings_and_is_undone(
    session: CountySession, page: RulesPage
) -> None:
    # 660 planned beds for 100,000 people are 6.6 per 1,000: enough for 6, too few for 7.
    before = findings(session)
    asked = change(page, "test.beds", "7", "上级要求")
    assert "New findings" in asked.preview.toPlainText()
    asked.apply()
    assert [f.limit for f in session.evaluation.of_county()] == [7]
    assert cell(page, "test.beds", RuleColumn.STATE) == "Changed"
    assert "上级要求" in page.panel.text.toPlainText()
    assert session.undo()
    assert findings(session) == before
    assert cell(page, "test.beds", RuleColumn.STATE) == "As planned"
    assert session.redo()
    page.panel.reset.click()
    assert session.county.table(RuleSetting) == {}


def test_the_panel_says_what_a_rule_finds_after_each_edit(
    session: CountySession, page: RulesPage
) -> None:
    page.select("test.beds")
    assert "Finds now: 0" in page.panel.text.toPlainText()
    before = session.county.allocation("plan", "h", "beds", Basis.PLANNED, 2025)
    assert before is not None
    after = replace(before, value=Decimal(1))  # far too few for 6 per 1,000
    assert session.do(Edit("beds", (Change(before, after),)))
    assert "Finds now: 1" in page.panel.text.toPlainText()
    page.hide()
    assert session.undo()
    page.show()
    assert "Finds now: 0" in page.panel.text.toPlainText()


def test_without_a_reason_or_a_limit_nothing_is_written_and_the_field_says_so(
    session: CountySession, page: RulesPage
) -> None:
    asked = change(page, "test.beds", "", "")
    asked.apply()
    assert "must be filled in" in asked.fields["reason"].message.text()
    assert "must be filled in" in asked.form.fields["limit"].message.text()
    assert session.county.table(RuleSetting) == {}


def test_a_rule_is_switched_off_with_a_reason_by_its_check_box(
    session: CountySession, page: RulesPage
) -> None:
    row = page.model.row_of("test.beds")
    assert row is not None
    box = page.model.index(row, RuleColumn.IN_USE)
    page.model.setData(box, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    answer(page, "")
    assert "test.beds" in [r.id for r in session.rules]
    answer(page, "本县不适用")
    assert "test.beds" not in [r.id for r in session.rules]
    assert cell(page, "test.beds", RuleColumn.STATE) == "Not in use"
    page.select("test.beds")
    page.panel.switch.click()
    assert "test.beds" in [r.id for r in session.rules]


def test_an_own_rule_of_any_kind_is_added_and_removed(
    session: CountySession, page: RulesPage
) -> None:
    page.add.trigger()
    asked = dialog(page, RuleDialog)
    assert isinstance(asked, RuleDialog)
    asked.kind.choose(RuleKind.COUNT)
    asked.name.setText("最少床位")
    asked.form.choices["measure"].choose("beds")
    asked.form.lines["limit"].setText("30")
    asked.form.checks["per_facility"].setChecked(True)
    asked.form.checks["per_county"].setChecked(False)
    asked.reason.setText("本县要求")
    asked.apply()
    found = [f for f in session.evaluation.findings if f.rule.id == "own.001"]
    assert [f.subject.id for f in found] == ["c"]  # 20 planned beds
    assert page.chosen is not None
    assert page.chosen.origin is RuleOrigin.OWN
    page.panel.remove.click()
    assert session.county.table(RuleSetting) == {}


def test_only_the_fields_of_the_kind_are_shown(page: RulesPage) -> None:
    page.add.trigger()
    asked = dialog(page, RuleDialog)
    assert isinstance(asked, RuleDialog)
    for kind in RuleKind:
        asked.kind.choose(kind)
        assert asked.form.fields["division"].isVisible() == (kind is RuleKind.PRESENCE)
        assert asked.form.fields["speed"].isVisible() == (kind is RuleKind.TRAVEL_TIME)
        has_conditions = kind in (RuleKind.STOP, RuleKind.RATIO, RuleKind.SHARE, RuleKind.COUNT)
        assert asked.form.fields["conditions"].isVisible() == has_conditions
        assert asked.form.fields["more"].isVisible() == (kind is RuleKind.COUNT)


def test_filters_hold_rules_back_and_a_chosen_one_clears_them(page: RulesPage) -> None:
    page.kind.choose(RuleKind.RADIUS)
    assert page.proxy.rowCount() == 3  # the plan's, and two national norms
    page.origin.choose(RuleOrigin.OWN)
    assert page.proxy.rowCount() == 0
    page.select("test.beds")
    assert page.chosen is not None
    assert page.chosen.rule.id == "test.beds"


def test_an_issued_version_is_read_only_and_says_why(
    session: CountySession, page: RulesPage
) -> None:
    issued = replace(session.plan, state=PlanState.ISSUED)
    assert session.do(Edit("issue", (Change(session.plan, issued),)))
    assert page.panel.note.isVisible()
    assert not page.panel.change.isEnabled()
    assert not page.add.isEnabled()
    flags = page.model.flags(page.model.index(0, RuleColumn.IN_USE))
    assert not flags & Qt.ItemFlag.ItemIsUserCheckable


def test_text_is_used_instead_of_the_table_in_one_step(dazu: CountySession, qtbot: QtBot) -> None:
    page = shown(dazu, qtbot)
    page.select("dazu.cdc-staff")
    assert "Use this one instead" in page.panel.text.toPlainText()
    page.panel.use_instead.emit("dazu.cdc-staff-text")
    active = {r.id for r in dazu.rules}
    assert "dazu.cdc-staff-text" in active
    assert "dazu.cdc-staff" not in active
    assert dazu.undo()
    assert "dazu.cdc-staff" in {r.id for r in dazu.rules}


def test_nurses_per_bed_of_dazu_changed_and_undone(dazu: CountySession, qtbot: QtBot) -> None:
    page = shown(dazu, qtbot)
    before = findings(dazu)
    change(page, "dazu.nurses-per-bed", "0.7", "提高标准").apply()
    rule = next(r for r in dazu.rules if r.id == "dazu.nurses-per-bed")
    assert rule.limit == Fraction(7, 10)
    assert all(f.limit == rule.limit for f in dazu.evaluation.of_rule(rule))
    assert dazu.undo()
    assert findings(dazu) == before


def test_an_unseen_clause_shows_until_it_is_confirmed(
    session: CountySession, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    beds: Rule = session.catalogue.rules("test")[0]
    norm = replace(beds, id="national.beds", source=replace(beds.source, verified=False))
    shipped = session.catalogue
    sets = {**shipped.rule_sets, "national": (norm,)}
    session.catalogue = Catalogue(shipped.measures, sets, shipped.words)
    session.choose_plan("plan")
    page = shown(session, qtbot)
    assert cell(page, "national.beds", RuleColumn.STATE) == "To be verified"
    page.select("national.beds")
    assert "待核对" in page.panel.text.toPlainText()
    page.panel.confirm.click()
    answer(page, "李明")
    assert cell(page, "national.beds", RuleColumn.STATE) == "As planned"
    confirmed = next(r for r in session.rules if r.id == "national.beds")
    assert not any("待核对" in line for line in source_lines(confirmed, session))
    assert "李明" in page.panel.text.toPlainText()
    assert session.undo()
    assert cell(page, "national.beds", RuleColumn.STATE) == "To be verified"


def test_a_copy_is_a_rule_of_its_own(session: CountySession, page: RulesPage) -> None:
    page.select("test.beds")
    page.panel.copy.click()
    asked = dialog(page, RuleDialog)
    assert isinstance(asked, RuleDialog)
    asked.reason.setText("另设一档")
    asked.apply()
    copy = next(r for r in session.rules if r.id == "own.001")
    assert (copy.limit, copy.per, copy.indicator) == (6, 1000, "")
    assert "test.beds" in [r.id for r in session.rules]


def test_a_rule_opened_and_left_alone_is_the_same_rule(dazu: CountySession, qtbot: QtBot) -> None:
    page = shown(dazu, qtbot)
    for listed in page.model.rules:
        asked = RuleDialog(dazu, listed, page)
        assert asked.rule == listed.rule
        asked.deleteLater()
