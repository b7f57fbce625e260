"""The panel at the right of the registry: one facility, saved as one edit."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.facility_fields import FacilityFields
from desktop.session import CountySession
from models.county import new_id
from models.edits import Change, Edit
from models.facility import Facility, FacilityClass, FacilityType
from models.geography import Division


class FacilityForm(QWidget):
    """Shows one facility, lets it be changed, and saves the change as one edit.

    Nothing is written before Save, and Save is off until every field is right. `added(id)` tells
    that a new facility was saved, `released()` that changes were saved or given up, so that the
    form is free to show another.
    """

    added = Signal(str)
    released = Signal()

    def __init__(self, session: CountySession) -> None:
        super().__init__()
        self.session = session
        self.fields = FacilityFields(session)
        self._base: Facility | None = None  # what the fields were filled from
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

    @property
    def facility_id(self) -> str | None:
        """The recorded facility in the form; None where it shows none or a new one."""
        return None if self._base is None or self._is_new else self._base.id

    @property
    def dirty(self) -> bool:
        """Whether something was typed that is not saved."""
        return self._base is not None and self.fields.state() != self._clean

    def show_nothing(self, text: str = "") -> None:
        """No facility, and a hint in its place."""
        self._base = None
        self.hint.setText(text or self.tr("Select a facility to see and change its attributes."))
        self.stack.setCurrentIndex(0)

    def show_facility(self, facility: Facility) -> None:
        self._is_new = False
        self._fill(facility, facility.name)
        self.heading.setText(facility.name)
        self.revert_button.setText(self.tr("Revert"))

    def start_new(self) -> None:
        """An empty form for a facility at the end of the list."""
        self._is_new = True
        last = max((f.order for f in self.session.county.facilities), default=0)
        kind = (FacilityClass.OTHER, FacilityType.UNSPECIFIED)
        self._fill(Facility(new_id(), "?", *kind, order=last + 1), "")
        self.heading.setText(self.tr("New facility"))
        self.revert_button.setText(self.tr("Cancel"))
        self.fields.name.setFocus()

    def ask_to_finish(self) -> None:
        """Say that what was typed is to be saved or given up before anything else is shown."""
        self._notify(self.tr("Save or give up the changes made here first."))
        self.fields.name.setFocus()

    def save(self) -> None:
        """Write the facility as one edit, if there is something to write and all of it is right."""
        if self._base is None or not self.save_button.isEnabled():
            return
        after = self.fields.collected(self._base)
        if self._is_new:
            edit = Edit(self.tr("Add {name}").format(name=after.name), (Change(None, after),))
        else:
            label = self.tr("Change {name}").format(name=after.name)
            edit = Edit(label, (Change(self._base, after),))
        if after != self._base and not self.session.do(edit):
            return
        was_new = self._is_new
        self.show_facility(after)
        if was_new:
            self.added.emit(after.id)
        else:
            self.released.emit()

    def revert(self) -> None:
        """Show the facility as it is recorded; a new one is given up."""
        if self._base is None:
            return
        current = self.session.county.table(Facility).get(self._base.key)
        if current is None:
            self.show_nothing()
        else:
            self.show_facility(current)
        self.released.emit()

    def _fill(self, facility: Facility, name: str) -> None:
        self._base = None  # so that nothing is checked halfway
        self.fields.fill(facility, name)
        self._base = facility
        self._clean = self.fields.state()
        self._notify("")
        self.fields.verticalScrollBar().setValue(0)
        self.stack.setCurrentIndex(1)
        self._check()

    def _check(self) -> None:
        """Tell what is wrong, and let Save only through what is right."""
        if self._base is None:
            return
        problems, dirty = self.fields.problems(self._base.id), self.dirty
        self.fields.show_problems(problems if dirty else ())  # an empty new form is not wrong yet
        self.save_button.setEnabled(dirty and not any(p.blocking for p in problems))
        self.revert_button.setEnabled(dirty or self._is_new)

    def _notify(self, text: str) -> None:
        self.notice.setText(f"! {text}" if text else "")
        self.notice.setVisible(bool(text))

    def _follow(self, edit: Edit) -> None:
        """Show what an edit made elsewhere, unless something is being typed here."""
        if self._base is None:
            return
        records = [change.record for change in edit.changes]
        if any(isinstance(r, Division) for r in records):
            self.fields.offer_townships(self._base.township)
        facility_ids = {r.id for r in records if isinstance(r, Facility)}
        if self._is_new or self._base.id not in facility_ids:
            return
        current = self.session.county.table(Facility).get(self._base.key)
        if current == self._base:
            return
        if self.dirty and not self._would_save(current):
            self._notify(self.tr("Changed elsewhere meanwhile: Revert shows it as it is now."))
        elif current is None:
            self.show_nothing()
        else:
            self.show_facility(current)

    def _would_save(self, current: Facility | None) -> bool:
        """Whether what is recorded now is just what stands in the fields."""
        if self._base is None or not self.save_button.isEnabled():
            return False
        return current == self.fields.collected(self._base)
