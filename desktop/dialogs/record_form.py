"""The panel at the right of a list: one record of it, saved as one edit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.session import CountySession
from models.edits import Edit, Record
from models.facility_draft import FieldProblem

R = TypeVar("R", bound=Record)


class RecordFields(QScrollArea):
    """The inputs for the attributes of a record.

    `changed()` tells that something was typed or chosen; `entered()` that Return was pressed.
    """

    changed = Signal()
    entered = Signal()
    name: QLineEdit

    def fill(self, record: Any, name: str) -> None:
        """Show a record, under a name of its own (a new one has none yet)."""
        raise NotImplementedError

    def state(self) -> tuple[object, ...]:
        """What stands in the inputs, to see whether anything was changed."""
        raise NotImplementedError

    def collected(self, base: Any) -> Any:
        """`base` with what was typed.

        Raises InvalidValue where `problems` holds a blocking one.
        """
        raise NotImplementedError

    def problems(self, key: str) -> Sequence[FieldProblem]:
        """What is wrong with what stands in the inputs for the record of that key."""
        raise NotImplementedError

    def show_problems(self, problems: Iterable[FieldProblem]) -> None:
        """Tell each problem at its field; the other fields are right."""
        raise NotImplementedError


class RecordForm(QWidget, Generic[R]):
    """Shows one record, lets it be changed, and saves the change as one edit.

    Nothing is written before Save, and Save is off until every field is right. `added(id)` tells
    that a new record was saved, `released()` that changes were saved or given up, so that the form
    is free to show another.
    """

    added = Signal(str)
    released = Signal()

    def __init__(self, session: CountySession, fields: RecordFields, hint: str) -> None:
        super().__init__()
        self.session = session
        self.fields = fields
        self._usual_hint = hint
        self._base: R | None = None  # what the fields were filled from
        self._is_new = False
        self._clean: tuple[object, ...] = ()
        self._lay_out()
        self.fields.changed.connect(self._check)
        self.fields.entered.connect(self.save)
        self.save_button.clicked.connect(self.save)
        self.revert_button.clicked.connect(self.revert)
        for key, action in (("Ctrl+S", self.save), ("Esc", self.revert)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)
        session.changed.connect(self._follow)
        self.show_nothing()

    # --- what a kind of record does its own way

    def _edit(self, before: R | None, after: R) -> Edit:
        """What Save does; `before` is None for a new record."""
        raise NotImplementedError

    def _follow_others(self, edit: Edit) -> None:
        """Follow what an edit did to what the inputs offer."""

    # --- building

    def _lay_out(self) -> None:
        self.heading = QLabel()
        self.heading.setWordWrap(True)
        self.heading.setStyleSheet("font-weight: 600; font-size: 12pt;")
        self.notice = QLabel()
        self.notice.setWordWrap(True)
        self.save_button = QPushButton(self.tr("Save"))
        self.revert_button = QPushButton()
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.revert_button)
        buttons.addWidget(self.save_button)
        form = QWidget()
        layout = QVBoxLayout(form)
        layout.setContentsMargins(10, 0, 0, 0)
        layout.addWidget(self.heading)
        layout.addWidget(self.notice)
        layout.addWidget(self.fields, 1)
        layout.addLayout(buttons)
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        self.hint.setObjectName("muted")
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.hint)
        self.stack.addWidget(form)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.stack)

    # --- what is shown

    @property
    def record(self) -> R | None:
        """The recorded one in the form; None where it shows none or a new one."""
        return None if self._is_new else self._base

    @property
    def dirty(self) -> bool:
        """Whether something was typed that is not saved."""
        return self._base is not None and self.fields.state() != self._clean

    def show_nothing(self, text: str = "") -> None:
        """No record, and a hint in its place."""
        self._base = None
        self.hint.setText(text or self._usual_hint)
        self.stack.setCurrentIndex(0)

    def show_record(self, record: R) -> None:
        self._is_new = False
        name = str(getattr(record, "name", ""))
        self._fill(record, name)
        self.heading.setText(name)
        self.revert_button.setText(self.tr("Revert"))

    def show_new(self, record: R, heading: str) -> None:
        """Inputs for a new record; its name is still to be typed."""
        self._is_new = True
        self._fill(record, "")
        self.heading.setText(heading)
        self.revert_button.setText(self.tr("Cancel"))
        self.fields.name.setFocus()

    def ask_to_finish(self) -> None:
        """Say that what was typed is to be saved or given up before anything else is shown."""
        self._notify(self.tr("Save or give up the changes made here first."))
        self.fields.name.setFocus()

    def save(self) -> None:
        """Write the record as one edit, if there is something to write and all of it is right."""
        if self._base is None or not self.save_button.isEnabled():
            return
        after = self.fields.collected(self._base)
        was_new = self._is_new
        edit = self._edit(None if was_new else self._base, after)
        if (was_new or after != self._base) and not self.session.do(edit):
            return
        self.show_record(after)
        if was_new:
            self.added.emit(_id(after))
        else:
            self.released.emit()

    def revert(self) -> None:
        """Show the record as it stands in the county; a new one is given up."""
        if self._base is None:
            return
        current = self._recorded(self._base)
        if current is None:
            self.show_nothing()
        else:
            self.show_record(current)
        self.released.emit()

    def _recorded(self, record: R) -> R | None:
        return self.session.county.table(type(record)).get(record.key)

    def _fill(self, record: R, name: str) -> None:
        self._base = None  # so that nothing is checked halfway
        self.fields.fill(record, name)
        self._base = record
        self._clean = self.fields.state()
        self._notify("")
        self.fields.verticalScrollBar().setValue(0)
        self.stack.setCurrentIndex(1)
        self._check()

    def _check(self) -> None:
        """Tell what is wrong, and let Save only through what is right."""
        if self._base is None:
            return
        problems, dirty = self.fields.problems(_id(self._base)), self.dirty
        # An empty new form is not wrong yet; what is doubtful is told of a record as it stands.
        self.fields.show_problems([p for p in problems if dirty or not p.blocking])
        self.save_button.setEnabled(dirty and not any(p.blocking for p in problems))
        self.revert_button.setEnabled(dirty or self._is_new)

    def _notify(self, text: str) -> None:
        self.notice.setText(f"! {text}" if text else "")
        self.notice.setVisible(bool(text))

    # --- following the session

    def _follow(self, edit: Edit) -> None:
        """Show what an edit made elsewhere, unless something is being typed here."""
        if self._base is None:
            return
        self._follow_others(edit)
        of = type(self._base)
        touched = {change.record.key for change in edit.changes if isinstance(change.record, of)}
        if self._is_new or self._base.key not in touched:
            return
        current = self._recorded(self._base)
        if current == self._base:
            return
        if self.dirty and not self._would_save(current):
            self._notify(self.tr("Changed elsewhere meanwhile: Revert shows it as it is now."))
        elif current is None:
            self.show_nothing()
        else:
            self.show_record(current)

    def _would_save(self, current: R | None) -> bool:
        """Whether what is recorded now is just what stands in the fields."""
        if self._base is None or not self.save_button.isEnabled():
            return False
        return bool(current == self.fields.collected(self._base))


def _id(record: Record) -> str:
    """The first part of a record's key, which the forms have records of."""
    return "".join(map(str, record.key[:1]))
