"""The fields of a rule: only those that its kind has."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desktop import rule_statement
from desktop.dialogs.condition_rows import ConditionRows
from desktop.dialogs.fields import Choice, Field
from desktop.dialogs.scope_picker import ScopePicker
from desktop.session import CountySession
from models.facility import EVERYWHERE
from models.measure import Basis
from models.plan import Nature, PopulationGroup
from models.rules.draft import (
    FIELDS,
    FIXED_BOUND,
    INVESTMENTS,
    TypedCondition,
    figure_text,
)
from models.rules.rule import Bound, PerDivision, Rule, RuleKind

_PEOPLE_AND_METRES = ("share_below", "neighbour_within", "branch_above", "branch_beyond")
_LINES = ("limit", "upper", "more", "per", *_PEOPLE_AND_METRES, "speed", "detour", "year")
_URBAN = {"urban": True, "rural": False, "both": None}


class RuleForm(QWidget):
    """What a rule states, to be typed and chosen. `changed()`: something was."""

    changed = Signal()

    def __init__(self, session: CountySession) -> None:
        super().__init__()
        self.session = session
        self.kind = RuleKind.RATE
        self._make_inputs()
        self._lay_out()
        self.show_kind(RuleKind.RATE)

    def _words(self, group: str, ids: Any) -> Choice:
        word, language = self.session.catalogue.word, self.session.language
        choice = Choice([(word(group, i, language), str(i)) for i in ids])
        choice.currentIndexChanged.connect(self.changed)
        return choice

    def _make_inputs(self) -> None:
        self.lines = {name: QLineEdit() for name in _LINES}
        self.least, self.most = QLineEdit(), QLineEdit()
        self.choices = {
            "measure": Choice(),
            "denominator": Choice(),
            "bound": self._words("bound", Bound),
            "population": self._words("population-group", PopulationGroup),
            "basis": self._words("basis", Basis),
            "division": self._words("per-division", PerDivision),
            "urban": Choice([
                (self.tr("Urban points"), "urban"),
                (self.tr("Rural points"), "rural"),
                (self.tr("Urban and rural points"), "both"),
            ]),
        }  # fmt: skip
        self.nature = self._words("nature", Nature)
        self.checks = {
            "per_facility": QCheckBox(self.tr("each facility")),
            "per_county": QCheckBox(self.tr("the county as a whole")),
        }
        self.scope, self.whole = ScopePicker(self.session), ScopePicker(self.session)
        self.has_whole = QCheckBox(self.tr("other facilities than those above"))
        self.conditions = ConditionRows(self.session)
        self.units = {"limit": QLabel(), "upper": QLabel(), "more": QLabel()}
        self.lines["year"].setPlaceholderText(str(self.session.plan.target_year))
        self.lines["detour"].setPlaceholderText("1")

    def _lay_out(self) -> None:
        self.form = QFormLayout(self)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.rows: dict[str, QWidget] = {
            **self.lines,
            **self.choices,
            **self.checks,
            "scope": self.scope,
            "people": _side_by_side(self.least, QLabel("–"), self.most),
            "conditions": self.conditions,
            **{name: _side_by_side(self.lines[name], unit) for name, unit in self.units.items()},
            "whole": _stacked(self.has_whole, self.whole),
        }
        self.fields = {name: Field(name, widget) for name, widget in self.rows.items()}
        self.form.addRow(self.tr("Nature"), self.nature)
        for name, label in self._labels().items():
            self.form.addRow(label, self.fields[name])
        for line in (*self.lines.values(), self.least, self.most):
            line.textChanged.connect(self.changed)
        for check in self.checks.values():
            check.toggled.connect(self.changed)
        for name in ("measure", "denominator", "urban"):
            self.choices[name].currentIndexChanged.connect(self.changed)
        self.choices["bound"].currentIndexChanged.connect(self._show_rows)
        self.has_whole.toggled.connect(self.whole.setVisible)
        self.has_whole.toggled.connect(self.changed)
        for picker in (self.scope, self.whole):
            picker.changed.connect(self.changed)
        self.conditions.changed.connect(self.changed)
        self.changed.connect(self._show_units)

    def _labels(self) -> dict[str, str]:
        """What stands before each field; `_label` has what a kind calls otherwise."""
        return {
            "measure": self.tr("What is measured"),
            "bound": self.tr("Must be"),
            "limit": self.tr("Limit"),
            "upper": self.tr("Up to"),
            "more": self.tr("And more"),
            "denominator": self.tr("Divided by"),
            "per": self.tr("Per so many"),
            "population": self.tr("People"),
            "per_facility": self.tr("Holds for"),
            "per_county": "",
            "basis": self.tr("Figures"),
            "division": self.tr("In"),
            "people": self.tr("One per people"),
            "share_below": self.tr("May share under"),
            "neighbour_within": self.tr("Neighbours within (m)"),
            "branch_above": self.tr("May have more over"),
            "branch_beyond": self.tr("May have more beyond (m)"),
            "conditions": self.tr("Where"),
            "speed": self.tr("Speed (km/h)"),
            "detour": self.tr("Way ÷ straight line"),
            "urban": self.tr("Points"),
            "year": self.tr("Year"),
            "scope": self.tr("Applies to"),
            "whole": self.tr("Counted among"),
        }

    def _label(self, name: str) -> str:
        own = {
            (RuleKind.PRESENCE, "limit"): self.tr("At least"),
            (RuleKind.PRESENCE, "whole"): self.tr("Served already by"),
            (RuleKind.STOP, "measure"): self.tr("No more of"),
            (RuleKind.RADIUS, "limit"): self.tr("At most"),
            (RuleKind.TRAVEL_TIME, "limit"): self.tr("At most"),
            (RuleKind.DATES, "limit"): self.tr("From the year"),
            (RuleKind.DATES, "upper"): self.tr("To the year"),
            (RuleKind.COUNT, "denominator"): self.tr("For each one of"),
            (RuleKind.SHARE, "denominator"): self.tr("Share of"),
            (RuleKind.DEPARTMENTS, "measure"): self.tr("Department"),
            (RuleKind.INVESTMENT, "measure"): self.tr("Sum of"),
        }
        return own.get((self.kind, name)) or self._labels()[name]

    def show_kind(self, kind: RuleKind) -> None:
        """The fields of a kind, with examples of what is typed there."""
        self.kind = kind
        names = self._measures()
        for name in ("measure", "denominator"):
            self.choices[name].offer([(self.tr("Choose…"), None), *names])
        self.lines["limit"].setPlaceholderText(self._example())
        self.lines["per"].setPlaceholderText("1000" if kind is RuleKind.RATE else "1")
        self._show_rows()
        self.changed.emit()

    def _measures(self) -> list[tuple[str, str]]:
        if self.kind is RuleKind.INVESTMENT:
            return [(rule_statement.investment_word(i), i) for i in INVESTMENTS]
        catalogue, language = self.session.catalogue, self.session.language
        only = {"departments"} if self.kind is RuleKind.DEPARTMENTS else None
        return [
            (catalogue.measure_name(i, language), i)
            for i, measure in catalogue.measures.items()
            if only is None or measure.group in only
        ]

    def _example(self) -> str:
        return {
            RuleKind.RATE: self.tr("e.g. 7.27"),
            RuleKind.RATIO: self.tr("e.g. 1:1.4"),
            RuleKind.SHARE: self.tr("per cent, e.g. 8"),
            RuleKind.DEPARTMENTS: self.tr("per cent, e.g. 60"),
            RuleKind.RADIUS: self.tr("km, e.g. 3.5"),
            RuleKind.TRAVEL_TIME: self.tr("minutes, e.g. 30"),
            RuleKind.INVESTMENT: self.tr("10,000 yuan"),
            RuleKind.DATES: self.tr("the first year"),
        }.get(self.kind, self.tr("a number, e.g. 1"))

    def _show_rows(self) -> None:
        shown = set(FIELDS[self.kind]) - ({"bound"} if self.kind in FIXED_BOUND else set())
        bound = FIXED_BOUND.get(self.kind, self.choices["bound"].value())
        if bound != Bound.BETWEEN:
            shown.discard("upper")
        for name, field in self.fields.items():
            self.form.setRowVisible(field, name in shown)
            label = self.form.labelForField(field)
            if isinstance(label, QLabel):
                label.setText(self._label(name))
        self.whole.setVisible(self.has_whole.isChecked())
        self.changed.emit()

    def _show_units(self) -> None:
        """The unit in which a limit is typed, after it."""
        catalogue, measure = self.session.catalogue, self.choices["measure"].value()
        is_per_one = self.kind is RuleKind.RATIO and self.lines["per"].text().strip() == "1"
        unit = {
            RuleKind.SHARE: "%",
            RuleKind.DEPARTMENTS: "%",
            RuleKind.RADIUS: self.tr("km"),
            RuleKind.TRAVEL_TIME: self.tr("minutes"),
            RuleKind.INVESTMENT: self.tr("10,000 yuan"),
            RuleKind.PRESENCE: self.tr("facilities"),
        }.get(self.kind, "")
        if not unit and measure is not None and measure in catalogue.measures and not is_per_one:
            unit = catalogue.measure_unit(measure, self.session.language)
        for label in self.units.values():
            label.setText(unit)
            label.setVisible(bool(unit))

    def show_rule(self, rule: Rule) -> None:
        """Fill the fields from a rule."""
        self.show_kind(rule.kind)
        sign = "1:" if rule.kind is RuleKind.RATIO and rule.per == 1 else ""
        for name in ("limit", "upper"):
            text = figure_text(getattr(rule, name), rule.kind)
            self.lines[name].setText(sign + text if text else "")
        for name in ("per", *_PEOPLE_AND_METRES, "year"):
            value = getattr(rule, name)
            self.lines[name].setText("" if value is None else str(value))
        for name in ("more", "speed", "detour"):
            self.lines[name].setText(figure_text(getattr(rule, name), RuleKind.COUNT))
        for name in ("measure", "denominator", "bound", "population", "basis", "division"):
            self.choices[name].choose(str(getattr(rule, name) or "") or None)
        urban = next(word for word, value in _URBAN.items() if value is rule.urban)
        self.choices["urban"].choose(urban)
        self.nature.choose(str(rule.nature))
        for name, check in self.checks.items():
            check.setChecked(getattr(rule, name))
        least, most = rule.people or ("", "")
        self.least.setText(str(least))
        self.most.setText(str(most))
        self.scope.show_scope(rule.scope)
        self.has_whole.setChecked(rule.whole is not None)
        self.whole.show_scope(rule.whole or EVERYWHERE)
        self.conditions.show_conditions(
            TypedCondition(c.measure, c.below, figure_text(c.figure, RuleKind.COUNT), c.basis)
            for c in rule.conditions
        )
        self._show_rows()

    def typed(self) -> dict[str, Any]:
        """What stands in the fields, for `read_draft`."""
        choices = {name: choice.value() for name, choice in self.choices.items()}
        division = choices["division"]
        return {
            **{name: line.text() for name, line in self.lines.items()},
            **{name: check.isChecked() for name, check in self.checks.items()},
            "measure": choices["measure"] or "",
            "denominator": choices["denominator"] or "",
            "bound": Bound(choices["bound"] or Bound.AT_LEAST),
            "population": PopulationGroup(choices["population"] or PopulationGroup.RESIDENT),
            "basis": Basis(choices["basis"] or Basis.PLANNED),
            "division": PerDivision(division) if division else None,
            "urban": _URBAN[choices["urban"] or "both"],
            "people": (self.least.text(), self.most.text()),
            "scope": self.scope.value(),
            "whole": self.whole.value() if self.has_whole.isChecked() else None,
            "conditions": self.conditions.typed(),
        }


def _side_by_side(*widgets: QWidget) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        row.addWidget(widget)
    return box


def _stacked(*widgets: QWidget) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        column.addWidget(widget)
    return box
