"""A random walk of edits, undo, redo and reopening never changes the meaning of a file."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import hypothesis.strategies as st
from hypothesis import HealthCheck, settings
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from db.county_file import create, open_county_file
from desktop.session import CountySession
from models.catalogue import Language
from models.county import cell_change, new_id, remove_facility
from models.edits import Change, Edit, add
from models.facility import Facility, FacilityClass, FacilityType
from models.measure import Allocation, Basis, Origin
from models.plan import Population
from models.rules.evaluate import Evaluation

MEASURES = st.sampled_from(["beds", "health-personnel", "physicians", "nurses"])
VALUES = st.none() | st.decimals(0, 2000, places=1).map(Decimal)


class Walk(RuleBasedStateMachine):
    """Beside the session runs the plainest model there is: a list of whole states."""

    records: list[object]
    catalogue: object

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "walk.weigui"
        create(self.path, self.records, "new")  # type: ignore[arg-type]
        self.session = self._open()
        self.states = [self._state()]  # states[at] is the present one
        self.at = 0

    def _open(self) -> CountySession:
        return CountySession(open_county_file(self.path), self.catalogue, Language.ZH)  # type: ignore[arg-type]

    def _state(self) -> frozenset[object]:
        return frozenset(self.session.county.records())

    def _do(self, *changes: Change | None) -> None:
        edit = Edit("walk", tuple(c for c in changes if c is not None))
        assert self.session.do(edit)
        if edit.changes:
            self.states[self.at + 1 :] = [self._state()]
            self.at += 1

    @rule(data=st.data(), measure=MEASURES, value=VALUES, origin=st.sampled_from(Origin))
    def set_cell(self, data, measure, value, origin):
        county = self.session.county
        facility = data.draw(st.sampled_from(county.facilities))
        key = ("plan", facility.id, measure, Basis.PLANNED, 2025)
        after = None if value is None else Allocation(*key, value, origin)
        self._do(cell_change(county, key, after))

    @rule(values=st.lists(VALUES, min_size=1, max_size=4), measure=MEASURES)
    def paste(self, values, measure):
        county = self.session.county
        changes = []
        for facility, value in zip(county.facilities, values, strict=False):
            key = ("plan", facility.id, measure, Basis.PLANNED, 2025)
            after = None if value is None else Allocation(*key, value, Origin.PLANNER)
            changes.append(cell_change(county, key, after))
        self._do(*changes)

    @rule(name=st.text(min_size=1, max_size=8).filter(str.strip))
    def add_facility(self, name):
        facility = Facility(new_id(), name, FacilityClass.OTHER, FacilityType.CLINIC)
        self._do(*add(facility))

    @precondition(lambda self: len(self.session.county.facilities) > 1)
    @rule(data=st.data())
    def remove_facility(self, data):
        facility = data.draw(st.sampled_from(self.session.county.facilities))
        self._do(*remove_facility(self.session.county, facility.id, "").changes)

    @rule(data=st.data(), site=st.booleans())
    def change_facility(self, data, site):
        facility = data.draw(st.sampled_from(self.session.county.facilities))
        after = replace(facility, emergency_site=site)
        self._do(Change(facility, after) if after != facility else None)

    @rule(persons=st.integers(1, 10**7))
    def change_population(self, persons):
        before = next(iter(self.session.county.table(Population).values()))
        after = replace(before, persons=persons)
        self._do(Change(before, after) if after != before else None)

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

    def teardown(self):
        self.session.close()
        with open_county_file(self.path) as file:
            assert frozenset(file.read().records()) == self.states[self.at]
        self.folder.cleanup()


def test_a_random_walk_never_changes_the_meaning_of_a_file(qapp, county_records, test_catalogue):
    Walk.records, Walk.catalogue = county_records, test_catalogue
    run_state_machine_as_test(
        Walk,
        settings=settings(
            max_examples=12,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
