"""The panel at the right of the projects: one project, saved as one edit."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop import wording
from desktop.dialogs.fields import Choice, Field
from desktop.session import CountySession
from desktop.tables.project_table_model import amount_text
from models.county import new_id
from models.edits import Change, Edit
from models.errors import InvalidValue
from models.plan import Project
from models.projects import Investment, parse_investment

_LINES = ("number", "name", "nature", "period", "note", "source")


class ProjectForm(QWidget):
    """Shows one project, lets it be changed, and saves the change as one edit.

    Nothing is written before Save, and Save is off until every field is right. `added(id)` tells
    that a new project was saved, `released()` that changes were saved or given up.
    """

    added = Signal(str)
    released = Signal()

    def __init__(self, session: CountySession) -> None:
        super().__init__()
        self.session = session
        self._base: Project | None = None  # what the fields were filled from
        self._is_new = False
        self._clean: tuple[object, ...] = ()
        self._make_inputs()
        self._lay_out()
        self._connect()
        self.show_nothing()

    # --- building ---

    def _make_inputs(self) -> None:
        self.lines = {name: QLineEdit() for name in _LINES}
        self.amounts = {investment: QLineEdit() for investment in Investment}
        for line in self.amounts.values():
            line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.lines["period"].setPlaceholderText("2021—2025")
        self.content = QPlainTextEdit()
        self.content.setTabChangesFocus(True)
        self.content.setMinimumHeight(140)
        self.facility = Choice()
        self.fields = {
            "name": Field("name", self.lines["name"]),
            **{i.value: Field(i.value, line) for i, line in self.amounts.items()},
        }

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
        layout.addWidget(self._scrolled_inputs(), 1)
        layout.addLayout(buttons)
        self.hint = QLabel(self.tr("Select a project to see and change it."))
        self.hint.setWordWrap(True)
        self.hint.setObjectName("muted")
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.hint)
        self.stack.addWidget(form)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.stack)

    def _scrolled_inputs(self) -> QScrollArea:
        inputs = QWidget()
        rows = QFormLayout(inputs)
        rows.setContentsMargins(0, 0, 6, 0)
        rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        total, within = self.fields[Investment.TOTAL.value], self.fields[Investment.PERIOD.value]
        for label, widget in (
            (self.tr("Number"), self.lines["number"]),
            (self.tr("Project"), self.fields["name"]),
            (self.tr("Kind of work"), self.lines["nature"]),
            (self.tr("Period"), self.lines["period"]),
            (self.tr("Total (10,000 yuan)"), total),
            (self.tr("In the plan's period"), within),
            (self.tr("Scale and content"), self.content),
            (self.tr("Facility"), self.facility),
            (self.tr("Note"), self.lines["note"]),
            (self.tr("Source"), self.lines["source"]),
        ):
            rows.addRow(label, widget)
        area = QScrollArea()
        area.setWidget(inputs)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _connect(self) -> None:
        for line in (*self.lines.values(), *self.amounts.values()):
            line.textChanged.connect(self._check)
            line.returnPressed.connect(self.save)
        self.content.textChanged.connect(self._check)
        self.facility.activated.connect(self._check)
        self.save_button.clicked.connect(self.save)
        self.revert_button.clicked.connect(self.revert)
        for key, action in (("Ctrl+S", self.save), ("Esc", self.revert)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)
        self.session.changed.connect(self._follow)
        self.session.plan_changed.connect(self.show_nothing)

    # --- what is shown ---

    @property
    def project_id(self) -> str | None:
        """The recorded project in the form; None where it shows none or a new one."""
        return None if self._base is None or self._is_new else self._base.id

    @property
    def dirty(self) -> bool:
        """Whether something was typed that is not saved."""
        return self._base is not None and self._state() != self._clean

    def show_nothing(self) -> None:
        """No project, and a hint in its place."""
        self._base = None
        self.stack.setCurrentIndex(0)

    def show_project(self, project: Project) -> None:
        self._is_new = False
        self._fill(project, project.name)
        self.heading.setText(project.name)
        self.revert_button.setText(self.tr("Revert"))

    def start_new(self) -> None:
        """An empty form for a project at the end of the plan's list."""
        plan = self.session.plan
        projects = self.session.county.projects(plan.id)
        order = projects[-1].order + 1 if projects else 1
        is_numbered = all(p.number for p in projects)
        self._is_new = True
        self._fill(Project(new_id(), plan.id, order, str(order) if is_numbered else "", "?"), "")
        self.heading.setText(self.tr("New project"))
        self.revert_button.setText(self.tr("Cancel"))
        self.lines["name"].setFocus()

    def ask_to_finish(self) -> None:
        """Say that what was typed is to be saved or given up before anything else is shown."""
        self._notify(self.tr("Save or give up the changes made here first."))
        self.lines["name"].setFocus()

    def save(self) -> None:
        """Write the project as one edit, if there is something to write and all of it is right."""
        if self._base is None or not self.save_button.isEnabled():
            return
        after = self._collected(self._base)
        if self._is_new:
            edit = Edit(self.tr("Add {name}").format(name=after.name), (Change(None, after),))
        else:
            label = self.tr("Change {name}").format(name=after.name)
            edit = Edit(label, (Change(self._base, after),))
        if after != self._base and not self.session.do(edit):
            return
        was_new = self._is_new
        self.show_project(after)
        if was_new:
            self.added.emit(after.id)
        else:
            self.released.emit()

    def revert(self) -> None:
        """Show the project as it is recorded; a new one is given up."""
        if self._base is None:
            return
        current = self.session.county.table(Project).get(self._base.key)
        if current is None:
            self.show_nothing()
        else:
            self.show_project(current)
        self.released.emit()

    # --- fields ---

    def _fill(self, project: Project, name: str) -> None:
        self._base = None  # so that nothing is checked halfway
        for field, line in self.lines.items():
            line.setText(name if field == "name" else getattr(project, field))
            line.setCursorPosition(0)
        for investment, line in self.amounts.items():
            line.setText(amount_text(getattr(project, investment)))
        self.content.setPlainText(project.content)
        self.facility.offer(
            [(self.tr("None"), None), *((f.name, f.id) for f in self.session.county.facilities)]
        )
        self.facility.choose(project.facility_id)
        self._base = project
        self._clean = self._state()
        self._notify("")
        self.stack.setCurrentIndex(1)
        self._check()

    def _state(self) -> tuple[object, ...]:
        lines = (*self.lines.values(), *self.amounts.values())
        texts = tuple(line.text() for line in lines)
        return (*texts, self.content.toPlainText(), self.facility.value())

    def _collected(self, base: Project) -> Project:
        """The project as it stands in the fields; raises InvalidValue for an amount."""
        texts = {field: line.text().strip() for field, line in self.lines.items()}
        amounts = {i.value: parse_investment(line.text()) for i, line in self.amounts.items()}
        content, facility = self.content.toPlainText().strip(), self.facility.value()
        return replace(base, content=content, facility_id=facility, **texts, **amounts)  # type: ignore[arg-type]

    def _problems(self) -> dict[str, str]:
        """What is wrong, in words, by field."""
        problems = {}
        for investment, line in self.amounts.items():
            try:
                parse_investment(line.text())
            except InvalidValue as error:
                problems[investment.value] = wording.reason_text(error.reason)
        if not self.lines["name"].text().strip():
            problems["name"] = self.tr("A project needs a name.")
        return problems

    def _doubt(self) -> str:
        """What may be wrong, in words: more within the period than in all."""
        whole, within = (parse_investment(line.text()) for line in self.amounts.values())
        if whole is None or within is None or within <= whole:
            return ""
        return self.tr("is more than the total investment")

    def _check(self) -> None:
        """Tell what is wrong, and let Save only through what is right."""
        if self._base is None:
            return
        problems, dirty = self._problems(), self.dirty
        for name, field in self.fields.items():
            field.tell(problems.get(name, "") if dirty else "", wrong=True)
        if not problems:
            self.fields[Investment.PERIOD.value].tell(self._doubt(), wrong=False)
        self.save_button.setEnabled(dirty and not problems)
        self.revert_button.setEnabled(dirty or self._is_new)

    def _notify(self, text: str) -> None:
        self.notice.setText(f"! {text}" if text else "")
        self.notice.setVisible(bool(text))

    def _follow(self, edit: Edit) -> None:
        """Show what an edit made elsewhere, unless something is being typed here."""
        if self._base is None or self._is_new:
            return
        if self._base.id not in {
            c.record.id for c in edit.changes if isinstance(c.record, Project)
        }:
            return
        current = self.session.county.table(Project).get(self._base.key)
        if current == self._base:
            return
        if self.dirty and not self._would_save(current):
            self._notify(self.tr("Changed elsewhere meanwhile: Revert shows it as it is now."))
        elif current is None:
            self.show_nothing()
        else:
            self.show_project(current)

    def _would_save(self, current: Project | None) -> bool:
        """Whether what is recorded now is just what stands in the fields."""
        if self._base is None or self._problems():
            return False
        return current == self._collected(self._base)
