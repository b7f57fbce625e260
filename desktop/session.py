"""The open county: the file, the county in memory, undo, and the findings, kept in step."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from db.county_file import CountyFile, JournalRow
from desktop.layer_reading import LayerReading
from desktop.undo import UndoStack
from models.catalogue import Catalogue, Language
from models.county import County
from models.division_history import forerunners
from models.edits import Edit, Record
from models.errors import FileError, FileProblem, WeiguiError
from models.layers import Layer
from models.measure import Allocation, Measure
from models.plan import Plan
from models.rules.evaluate import Evaluation
from models.rules.plan_rules import plan_rules
from models.rules.rule import Finding, Rule, RuleKind
from models.rules.setting import RuleSetting


class CountySession(QObject):
    """What the pages work on; the only part of the window that writes the county file.

    Signals:
        changed(Edit): an edit, an undo or a redo is on disk and in memory, findings are up to date.
        plan_changed(): another plan version was chosen, or this one's own attributes were
            changed, or the measures that can be allocated, or the layers of the map, or these have
            been read; everything shown is to be read again.
        failed(WeiguiError): an edit was refused, or a file not written; nothing was changed.
        selection_changed(target): another facility or division is selected, on whatever page.
    """

    changed = Signal(object)
    plan_changed = Signal()
    failed = Signal(object)
    selection_changed = Signal(object)

    def __init__(
        self,
        file: CountyFile,
        catalogue: Catalogue,
        language: Language,
        reading: LayerReading | None = None,
    ) -> None:
        """Large layers are read by `reading`, without one at once.

        Raises FileError: DAMAGED where the file cannot be read, NO_PLAN where it holds none.
        """
        super().__init__()
        self._reading = reading
        if reading is not None:
            reading.finished.connect(self._end_reading)
        self.file = file
        self._shipped = catalogue
        self.language = language
        self.county: County = file.read()
        if not self.county.plans:
            raise FileError(file.path, FileProblem.NO_PLAN)
        self.catalogue = self._with_own_measures()
        self.undo_stack = UndoStack()
        self.saved_at: datetime | None = None
        self.selection: tuple[str, str] | None = None  # ("facility", id) or ("division", code)
        self._choose(self.county.plans[-1])

    def _with_own_measures(self) -> Catalogue:
        return self._shipped.with_measures(self.county.table(Measure).values())

    def _choose(self, plan: Plan) -> None:
        rules: Sequence[Rule] = plan_rules(self.catalogue, self.county, plan)
        self.is_reading = False  # large layers; until then no travel time is checked
        if self._reading is not None and not self._reading.has_read(self.county):
            self.is_reading = True
            self._reading.begin(self.county, rules, plan.target_year)
            rules = [rule for rule in rules if rule.kind is not RuleKind.TRAVEL_TIME]
        self.evaluation = Evaluation(self.county, plan, rules)

    def _end_reading(self) -> None:
        self._choose(self.plan)
        self.plan_changed.emit()

    @property
    def folder(self) -> Path:
        """Where the county file lies; what leaves the program is offered to go there."""
        return self.file.path.absolute().parent

    @property
    def plan(self) -> Plan:
        return self.evaluation.plan

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The plan's active rules."""
        return tuple(self.evaluation.rules)

    def choose_plan(self, plan_id: str) -> None:
        self._choose(self.county.plan(plan_id))
        self.plan_changed.emit()

    def select(self, target: tuple[str, str] | None) -> None:
        """Select ("facility", id) or ("division", code) for map and tables of all pages."""
        if target != self.selection:
            self.selection = target
            self.selection_changed.emit(target)

    def do(self, edit: Edit) -> bool:
        """Carry out an edit; False where it was refused (`failed` has told why). One undo step."""
        if not edit.changes:
            return True
        if not self._perform(edit):
            return False
        self.undo_stack.push(edit)
        self._announce(edit)
        return True

    def undo(self) -> bool:
        """Take the last edit back; False where there is none or it was refused."""
        edit = self.undo_stack.to_undo
        if edit is None or not self._perform(edit.inverse()):
            return False
        self.undo_stack.undone()
        self._announce(edit.inverse())
        return True

    def redo(self) -> bool:
        """Carry out again what was undone last; False where there is none or it was refused."""
        edit = self.undo_stack.to_redo
        if edit is None or not self._perform(edit):
            return False
        self.undo_stack.redone()
        self._announce(edit)
        return True

    def _perform(self, edit: Edit) -> bool:
        """Memory first, since it can be turned back; the screen hears of it only after the disk."""
        try:
            self.county.apply(edit)
        except WeiguiError as error:
            self.failed.emit(error)
            return False
        try:
            self.file.apply(edit)
        except BaseException as error:
            self.county.apply(edit.inverse())  # whatever went wrong: memory is what the disk is
            if not isinstance(error, WeiguiError):
                raise
            self.failed.emit(error)
            return False
        self.saved_at = datetime.now().astimezone()
        if _touches(edit, Measure):
            self.catalogue = self._with_own_measures()
        if _touches(edit, Plan, RuleSetting, Layer):
            present = self.county.table(Plan).get(self.plan.key)
            self._choose(present or self.county.plans[-1])
        else:
            self.evaluation.update(edit)
        return True

    def _announce(self, edit: Edit) -> None:
        self.changed.emit(edit)
        if _touches(edit, Plan, Measure, RuleSetting, Layer):
            self.plan_changed.emit()

    def findings_of(self, plan_id: str, at: datetime | None = None) -> list[Finding]:
        """The findings of a version, as the county stands or as it stood at a moment.

        None of them where there was no such version then. Raises FileError.
        """
        county = self.county if at is None else self.file.county_at(at)
        plan = county.table(Plan).get((plan_id,))
        if plan is None:
            return []
        return Evaluation(county, plan, plan_rules(self.catalogue, county, plan)).findings

    def last_edit_of(self, allocation: Allocation) -> JournalRow | None:
        """Who set the value last, when, and by what action (from the journal)."""
        return self.file.last_edit_of(allocation)

    def edits_of_division(self, code: str) -> list[JournalRow]:
        """What was done to a division and to those that went into it, the last first."""
        former = (succession.former for succession in forerunners(self.county, code))
        return self.file.edits_of_divisions(dict.fromkeys((code, *former)))

    def close(self) -> None:
        if self._reading is not None:
            self._reading.stop()
        self.file.close()


def _touches(edit: Edit, *types: type[Record]) -> bool:
    return any(isinstance(change.record, types) for change in edit.changes)
