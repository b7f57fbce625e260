"""One change, one transaction, one undo step; what is refused changes nothing."""

from dataclasses import replace
from decimal import Decimal

import pytest

from db.county_file import create, open_county_file
from desktop.opening import open_session
from models.catalogue import Language
from models.county import cell_change
from models.edits import Change, Edit, add
from models.errors import Conflict, FileError, FileProblem, PlanLocked
from models.facility import Facility, FacilityClass, FacilityType
from models.measure import Allocation, Basis, Origin
from models.plan import PlanState
from models.rules.evaluate import Evaluation
from models.rules.rule import Severity

KEY = ("plan", "b", "health-personnel", Basis.PLANNED, 2025)


def staff(value: int) -> Allocation:
    return Allocation(*KEY, Decimal(value), Origin.PLANNER)


def set_staff(session, value: int | None) -> Edit:
    change = cell_change(session.county, KEY, None if value is None else staff(value))
    assert change is not None
    return Edit(f"set {value}", (change,))


def test_an_edit_is_announced_after_it_is_in_file_memory_and_findings(session, qtbot):
    seen = []

    def look(edit):
        last = session.file.journal()[-1]
        seen.append(
            (last.label, session.county.allocation(*KEY), session.evaluation.of_facility("b"))
        )

    session.changed.connect(look)
    assert session.do(set_staff(session, 10))
    label, allocation, findings = seen[0]
    assert (label, allocation) == ("set 10", staff(10))
    assert [f.rule.id for f in findings] == ["test.staff-per-bed"]
    assert findings[0].shortfall == 46  # 1.4 × 40 beds = 56


def test_undo_and_redo_take_the_findings_along(session):
    session.do(set_staff(session, 10))
    assert session.evaluation.count(Severity.ERROR) == 2  # the facility's and the county's ratio
    session.undo()
    assert session.county.allocation(*KEY) is None
    assert session.evaluation.count(Severity.ERROR) == 0
    session.redo()
    assert session.county.allocation(*KEY) == staff(10)
    assert session.evaluation.count(Severity.ERROR) == 2


def test_undo_is_a_journal_row_of_its_own(session):
    session.do(set_staff(session, 10))
    before = len(session.file.journal())
    session.undo()
    assert len(session.file.journal()) == before + 1


def test_a_new_edit_ends_what_could_be_redone(session):
    session.do(set_staff(session, 10))
    session.undo()
    session.do(set_staff(session, 20))
    assert session.undo_stack.to_redo is None


def test_an_edit_without_changes_leaves_no_trace(session):
    before = len(session.file.journal())
    assert session.do(Edit("nothing", ()))
    assert (len(session.file.journal()), session.undo_stack.to_undo) == (before, None)


def test_a_stale_edit_is_refused_whole(session, qtbot):
    new = Facility("n", "新院", FacilityClass.OTHER, FacilityType.CLINIC)
    edit = Edit("stale", (*add(new), Change(staff(1), staff(2))))
    with qtbot.waitSignal(session.failed) as failed:
        assert not session.do(edit)
    assert isinstance(failed.args[0], Conflict)
    assert ("n",) not in session.county.table(Facility)
    assert session.undo_stack.to_undo is None


def test_an_edit_that_the_disk_refuses_is_taken_back_from_memory(session, qtbot, monkeypatch):
    def refuse(edit):
        raise FileError(session.file.path, FileProblem.CANNOT_WRITE)

    monkeypatch.setattr(session.file, "apply", refuse)
    with qtbot.waitSignal(session.failed):
        assert not session.do(set_staff(session, 10))
    assert session.county.allocation(*KEY) is None


def test_what_was_done_is_there_after_reopening(session):
    session.do(set_staff(session, 10))
    path = session.file.path
    session.close()
    with open_county_file(path) as file:
        assert file.read().allocation(*KEY) == staff(10)


def test_the_findings_after_an_edit_are_those_of_a_new_evaluation(session):
    session.do(set_staff(session, 10))
    fresh = Evaluation(session.county, session.plan, session.rules)
    assert session.evaluation.findings == fresh.findings


@pytest.mark.parametrize("sample", ["dazu"])
def test_the_sample_opens_with_its_plan(sample, dazu):
    assert dazu.plan.target_year == 2025
    assert len(dazu.rules) > 20


def test_a_file_without_a_plan_is_refused_and_closed(tmp_path):
    path = tmp_path / "empty.weigui"
    create(path, [], "")
    with pytest.raises(FileError) as refusal:
        open_session(path, Language.ZH)
    assert (refusal.value.problem, refusal.value.path) == (FileProblem.NO_PLAN, path)
    open_county_file(path).close()


def set_state(session, state: PlanState) -> bool:
    change = Change(session.plan, replace(session.plan, state=state))
    return session.do(Edit(f"{state}", (change,)))


def test_an_issued_version_refuses_edits_and_undo_until_it_is_a_draft_again(session, qtbot):
    assert session.do(set_staff(session, 50))
    assert set_state(session, PlanState.ISSUED)
    before = set(session.county.records())
    with qtbot.waitSignal(session.failed) as refused:
        assert not session.do(set_staff(session, 60))
    assert isinstance(refused.args[0], PlanLocked)
    assert set(session.county.records()) == before
    assert session.undo()  # of the state: it is a draft again
    assert session.do(set_staff(session, 60))


def test_an_earlier_edit_of_a_version_issued_since_cannot_be_undone(session, qtbot):
    assert session.do(set_staff(session, 50))
    issued = Change(session.plan, replace(session.plan, state=PlanState.ISSUED))
    session.county.apply(Edit("印发", (issued,)))  # in another way than by this undo stack
    session.file.apply(Edit("印发", (issued,)))
    with qtbot.waitSignal(session.failed) as refused:
        assert not session.undo()
    assert isinstance(refused.args[0], PlanLocked)
    assert session.county.allocation(*KEY) == staff(50)
    assert session.undo_stack.to_undo is not None


def test_the_countys_facilities_can_be_edited_while_a_version_is_issued(session):
    assert set_state(session, PlanState.ISSUED)
    facility = session.county.facility("b")
    assert session.do(Edit("改名", (Change(facility, replace(facility, name="新名")),)))


def test_a_defect_while_writing_leaves_memory_as_the_disk_is(session, monkeypatch):
    def fail(edit: Edit) -> None:
        raise RuntimeError("a defect")

    monkeypatch.setattr(session.file, "apply", fail)
    with pytest.raises(RuntimeError):
        session.do(set_staff(session, 10))
    assert session.county.allocation(*KEY) is None
    assert session.undo_stack.to_undo is None


def test_another_selection_is_told_once(session, qtbot):
    with qtbot.waitSignal(session.selection_changed) as told:
        session.select(("facility", "h"))
    assert told.args == [("facility", "h")]
    assert session.selection == ("facility", "h")
    with qtbot.assertNotEmitted(session.selection_changed):
        session.select(("facility", "h"))
