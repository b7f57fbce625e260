"""The panel at the right of the projects: one project, saved as one edit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFormLayout, QFrame, QLineEdit, QPlainTextEdit, QWidget

from desktop import wording
from desktop.dialogs.fields import Choice, Field
from desktop.dialogs.record_form import RecordFields, RecordForm
from desktop.session import CountySession
from desktop.tables.project_table_model import amount_text
from models.county import new_id
from models.edits import Change, Edit
from models.errors import InvalidValue, Reason
from models.facility_draft import FieldProblem
from models.plan import Project
from models.projects import Investment, parse_investment

translate = QCoreApplication.translate
_LINES = ("number", "name", "nature", "period", "note", "source")


class ProjectFields(RecordFields):
    """The inputs for a project."""

    def __init__(self, session: CountySession) -> None:
        super().__init__()
        self.session = session
        self._make_inputs()
        self._lay_out()
        for line in (*self.lines.values(), *self.amounts.values()):
            line.textChanged.connect(self.changed)
            line.returnPressed.connect(self.entered)
        self.content.textChanged.connect(self.changed)
        self.facility.activated.connect(self.changed)

    def _make_inputs(self) -> None:
        self.lines = {name: QLineEdit() for name in _LINES}
        self.name = self.lines["name"]
        self.amounts = {investment: QLineEdit() for investment in Investment}
        for line in self.amounts.values():
            line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.lines["period"].setPlaceholderText("2021—2025")
        self.content = QPlainTextEdit()
        self.content.setTabChangesFocus(True)
        self.content.setMinimumHeight(140)
        self.facility = Choice()
        self.fields = {
            "name": Field("name", self.name),
            **{i.value: Field(i.value, line) for i, line in self.amounts.items()},
        }

    def _lay_out(self) -> None:
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
        self.setWidget(inputs)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fill(self, record: Project, name: str) -> None:
        for field, line in self.lines.items():
            line.setText(name if field == "name" else getattr(record, field))
            line.setCursorPosition(0)
        for investment, line in self.amounts.items():
            line.setText(amount_text(getattr(record, investment)))
        self.content.setPlainText(record.content)
        self.facility.offer(
            [(self.tr("None"), None), *((f.name, f.id) for f in self.session.county.facilities)]
        )
        self.facility.choose(record.facility_id)

    def state(self) -> tuple[object, ...]:
        lines = (*self.lines.values(), *self.amounts.values())
        texts = tuple(line.text() for line in lines)
        return (*texts, self.content.toPlainText(), self.facility.value())

    def collected(self, base: Project) -> Project:
        texts = {field: line.text().strip() for field, line in self.lines.items()}
        amounts = {i.value: parse_investment(line.text()) for i, line in self.amounts.items()}
        content, facility = self.content.toPlainText().strip(), self.facility.value()
        return replace(base, content=content, facility_id=facility, **texts, **amounts)  # type: ignore[arg-type]

    def problems(self, key: str) -> list[FieldProblem]:
        """More within the period than in all is doubtful and may be saved."""
        found = [] if self.name.text().strip() else [FieldProblem("name", Reason.EMPTY)]
        amounts = {}
        for investment, line in self.amounts.items():
            try:
                amounts[investment] = parse_investment(line.text())
            except InvalidValue as error:
                found.append(FieldProblem(investment.value, error.reason))
        whole, within = amounts.get(Investment.TOTAL), amounts.get(Investment.PERIOD)
        if not found and whole is not None and within is not None and within > whole:
            doubt = FieldProblem(Investment.PERIOD.value, Reason.TOO_LARGE, blocking=False)
            found.append(doubt)
        return found

    def show_problems(self, problems: Iterable[FieldProblem]) -> None:
        by_field = {problem.field: problem for problem in problems}
        for name, field in self.fields.items():
            problem = by_field.get(name)
            text = "" if problem is None else self._problem_text(problem)
            field.tell(text, wrong=problem is not None and problem.blocking)

    def _problem_text(self, problem: FieldProblem) -> str:
        if problem.field == "name":
            return self.tr("A project needs a name.")
        if not problem.blocking:
            return self.tr("is more than the total investment")
        return wording.reason_text(problem.reason)


class ProjectForm(RecordForm[Project]):
    """Shows one project, lets it be changed, and saves the change as one edit."""

    fields: ProjectFields

    def __init__(self, session: CountySession) -> None:
        hint = translate("ProjectForm", "Select a project to see and change it.")
        super().__init__(session, ProjectFields(session), hint)
        session.plan_changed.connect(self.show_nothing)

    @property
    def project_id(self) -> str | None:
        """The recorded project in the form; None where it shows none or a new one."""
        return None if self.record is None else self.record.id

    def start_new(self) -> None:
        """An empty form for a project at the end of the plan's list."""
        plan = self.session.plan
        projects = self.session.county.projects(plan.id)
        order = projects[-1].order + 1 if projects else 1
        number = str(order) if all(p.number for p in projects) else ""
        self.show_new(Project(new_id(), plan.id, order, number, "?"), self.tr("New project"))

    def _edit(self, before: Project | None, after: Project) -> Edit:
        label = self.tr("Add {name}") if before is None else self.tr("Change {name}")
        return Edit(label.format(name=after.name), (Change(before, after),))
