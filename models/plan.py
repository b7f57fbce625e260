"""A plan version and the figures that a published plan states beside its allocations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from models.errors import InvalidValue, Reason


class PlanState(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    ISSUED = "issued"


class Nature(StrEnum):
    """指标性质. A missed binding target is an error; the others are warnings."""

    BINDING = "binding"
    EXPECTED = "expected"
    GUIDING = "guiding"


class PopulationGroup(StrEnum):
    RESIDENT = "resident"  # 常住人口: every per-thousand figure divides by it
    CHILDREN = "children"  # 0–14 years


class PopulationOrigin(StrEnum):
    PUBLISHED = "published"
    IMPLIED = "implied"  # count ÷ rate × 1,000 of the plan's own figures
    ENTERED = "entered"
    PROJECTED = "projected"  # carried on from another year at a rate of growth


@dataclass(frozen=True, slots=True)
class CountyInfo:
    """The county that the file is about; one record, key ()."""

    code: str
    name: str
    en: str = ""

    @property
    def key(self) -> tuple[()]:
        return ()


@dataclass(frozen=True, slots=True)
class Population:
    """People of one group at the end of one year; `source` says how the number was come by."""

    year: int
    group: PopulationGroup
    persons: int
    origin: PopulationOrigin
    source: str = ""

    def __post_init__(self) -> None:
        if self.persons <= 0:
            raise InvalidValue("Population", "persons", self.persons, Reason.OUT_OF_RANGE)

    @property
    def key(self) -> tuple[int, PopulationGroup]:
        return (self.year, self.group)


@dataclass(frozen=True, slots=True)
class Plan:
    """One version of the county's five-year plan.

    `rule_set` names a file of `resources/rules`. `date` is the day of the version, ISO 8601
    (2022-04-15), or "" where none was given.
    """

    id: str
    name: str
    title: str
    document_number: str
    baseline_year: int
    target_year: int
    rule_set: str
    state: PlanState = PlanState.DRAFT
    source: str = ""
    date: str = ""

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise InvalidValue("Plan", "name", self.name, Reason.EMPTY)
        if self.target_year <= self.baseline_year:
            raise InvalidValue("Plan", "target_year", self.target_year, Reason.OUT_OF_RANGE)
        if self.date and not is_date(self.date):
            raise InvalidValue("Plan", "date", self.date, Reason.NOT_A_DATE)

    @property
    def key(self) -> tuple[str]:
        return (self.id,)

    @property
    def is_locked(self) -> bool:
        """Whether what belongs to the version is final (see `models.plan_versions.locked`)."""
        return self.state is PlanState.ISSUED


def is_date(text: str) -> bool:
    """Whether a text is a day as 2022-04-15."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class Indicator:
    """One row of the plan's indicator table (专栏1 / 表1) as printed.

    `baseline` and `target` keep the printed text (`≥3`, `1:1.4`, `——`): see
    `models.indicators.parse_published`. `number` is the printed number, "" for a 其中 sub-row,
    whose `parent` is the id of the row above it. `unit` is what the table's own column of units
    says (人, %); "" where the name carries it in brackets.
    """

    id: str
    plan_id: str
    order: int
    number: str
    name: str
    category: str
    baseline: str
    target: str
    nature: Nature
    parent: str | None = None
    unit: str = ""
    source: str = ""

    @property
    def key(self) -> tuple[str]:
        return (self.id,)


@dataclass(frozen=True, slots=True)
class IndicatorValue:
    """The value of an indicator in one year as the planner entered it (实际值), in its own unit.

    For indicators that cannot be computed from the county's own figures, and for what the
    statistics report where they differ.
    """

    plan_id: str
    indicator_id: str
    year: int
    value: Decimal
    source: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        if not self.value.is_finite():
            raise InvalidValue("IndicatorValue", "value", self.value, Reason.NOT_A_NUMBER)
        if self.value < 0:
            raise InvalidValue("IndicatorValue", "value", self.value, Reason.NEGATIVE)

    @property
    def key(self) -> tuple[str, str, int]:
        return (self.plan_id, self.indicator_id, self.year)


@dataclass(frozen=True, slots=True)
class PublishedFigure:
    """One printed cell of a plan that is not an allocation: a printed total, a class standard.

    `text` is the cell as printed; `table` a name such as `bed-standard`; `column` a measure, basis
    and year joined by spaces, or `rate` and year.
    """

    plan_id: str
    table: str
    row: str
    column: str
    order: int
    text: str
    source: str = ""

    @property
    def key(self) -> tuple[str, str, str, str]:
        return (self.plan_id, self.table, self.row, self.column)


@dataclass(frozen=True, slots=True)
class Project:
    """One capital project (建设项目) of a plan.

    Investments are in 万元 (10,000 yuan), exact; None where the plan prints none. `period` is
    printed text (2021—2025). `facility_id` names the institution that the project builds, if known.
    """

    id: str
    plan_id: str
    order: int
    number: str
    name: str
    nature: str = ""
    content: str = ""
    period: str = ""
    total_investment: Decimal | None = None
    period_investment: Decimal | None = None
    facility_id: str | None = None
    note: str = ""
    source: str = ""

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise InvalidValue("Project", "name", self.name, Reason.EMPTY)
        for field in ("total_investment", "period_investment"):
            value = getattr(self, field)
            if value is not None and not value.is_finite():
                raise InvalidValue("Project", field, value, Reason.NOT_A_NUMBER)
            if value is not None and value < 0:
                raise InvalidValue("Project", field, value, Reason.NEGATIVE)

    @property
    def key(self) -> tuple[str]:
        return (self.id,)
