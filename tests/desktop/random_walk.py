"""What every random walk has: undo, redo, reopening, and what must hold after every step."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    rule,
    run_state_machine_as_test,
)

from db.county_file import create, open_county_file
from desktop.session import CountySession
from models.catalogue import Catalogue, Language
from models.county import County
from models.edits import Change, Edit, Record
from models.rules.evaluate import Evaluation


class Walk(RuleBasedStateMachine):
    """Beside the session runs the plainest model there is: a list of whole states."""

    records: list[Record]
    catalogue: Catalogue

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "walk.weigui"
        create(self.path, self.records, "new")
        self.session = self._open()
        self.states = [self._state()]  # states[at] is the present one
        self.at = 0

    def _open(self) -> CountySession:
        return CountySession(open_county_file(self.path), self.catalogue, Language.ZH)

    @property
    def county(self) -> County:
        return self.session.county

    def _state(self) -> frozenset[object]:
        return frozenset(self.session.county.records())

    def _do(self, *changes: Change | None) -> None:
        self._take(Edit("walk", tuple(c for c in changes if c is not None)))

    def _take(self, edit: Edit) -> None:
        assert self.session.do(edit)
        if edit.changes:
            self.states[self.at + 1 :] = [self._state()]
            self.at += 1

    @rule()
    def undo(self):
        self.session.undo()
        self.at = max(self.at - 1, 0)

    @rule()
    def redo(self):
        self.session.redo()
        self.at = min(self.at + 1, len(self.states) - 1)

    @rule()
    def reopen(self):
        """The file is closed and opened; what could be undone before cannot be any more."""
        self.session.close()
        self.session = self._open()
        self.states, self.at = [self.states[self.at]], 0

    @invariant()
    def memory_is_the_expected_state(self):
        assert self._state() == self.states[self.at]

    @invariant()
    def findings_are_those_of_a_full_evaluation(self):
        session = self.session
        fresh = Evaluation(session.county, session.plan, session.rules)
        assert session.evaluation.findings == fresh.findings
        assert session.evaluation.unchecked == fresh.unchecked

    def teardown(self):
        self.session.close()
        with open_county_file(self.path) as file:
            assert frozenset(file.read().records()) == self.states[self.at]
        self.folder.cleanup()


def walk(machine: type[Walk], examples: int, steps: int) -> None:
    """Walk so many times, so many steps each."""
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
