"""The tables of a county file (SQLAlchemy Core). Columns are named as the fields of the records.

The schema of a released version is made by `db/migrations`; a test holds the two together.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Dialect,
    Float,
    ForeignKey,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
)

from models.edits import Record
from models.facility import (
    Facility,
    FacilityClass,
    FacilityStatus,
    FacilityType,
    Ownership,
    PlaceOrigin,
)
from models.geography import (
    Division,
    DivisionKind,
    DivisionPopulation,
    Succession,
    SuccessionKind,
)
from models.layers import Boundary, Layer, LayerKind, RoadSpeed
from models.measure import Allocation, Basis, Measure, Origin
from models.plan import (
    CountyInfo,
    Indicator,
    IndicatorValue,
    Nature,
    Plan,
    PlanState,
    Population,
    PopulationGroup,
    PopulationOrigin,
    Project,
    PublishedFigure,
)
from models.rules.rule import SubjectKind
from models.rules.setting import Acknowledgement, RuleSetting
from models.workload import Activity, ActivityKind, WorkingTime


class Word(TypeDecorator[StrEnum]):
    """A StrEnum kept as its text."""

    impl = Text
    cache_ok = True

    def __init__(self, words: type[StrEnum]) -> None:
        super().__init__()
        self.words = words
        self._by_text = {str(word): word for word in words}

    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> str | None:
        return None if value is None else str(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> StrEnum | None:
        if value is None:
            return None
        # Looked up, since making an enum's member from its value takes ten times as long; a text
        # that is none of the words raises ValueError.
        return self._by_text.get(value) or self.words(value)


class Exact(TypeDecorator[Decimal]):
    """A Decimal kept as text, since SQLite's own numbers would round it."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        return None if value is None else str(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value)


metadata = MetaData()


def _text(name: str) -> Column[Any]:
    return Column(name, Text, nullable=False)


county = Table(
    "county",
    metadata,
    Column("code", Text, primary_key=True),
    _text("name"),
    _text("en"),
)

divisions = Table(
    "divisions",
    metadata,
    Column("code", Text, primary_key=True),
    _text("name"),
    Column("kind", Word(DivisionKind), nullable=False),
    Column("parent", Text, ForeignKey("divisions.code"), index=True),
    Column("urban", Boolean),
    Column("longitude", Float),
    Column("latitude", Float),
    Column("place_origin", Word(PlaceOrigin)),
    Column("population", Integer),
    _text("population_note"),
    _text("source"),
)

populations = Table(
    "populations",
    metadata,
    Column("year", Integer, primary_key=True),
    Column("group", Word(PopulationGroup), primary_key=True),
    Column("persons", Integer, CheckConstraint("persons > 0"), nullable=False),
    Column("origin", Word(PopulationOrigin), nullable=False),
    _text("source"),
)

plans = Table(
    "plans",
    metadata,
    Column("id", Text, primary_key=True),
    _text("name"),
    _text("title"),
    _text("document_number"),
    Column("baseline_year", Integer, nullable=False),
    Column("target_year", Integer, nullable=False),
    _text("rule_set"),
    Column("state", Word(PlanState), nullable=False),
    _text("source"),
    _text("date"),
)

facilities = Table(
    "facilities",
    metadata,
    Column("id", Text, primary_key=True),
    _text("name"),
    Column("facility_class", Word(FacilityClass), nullable=False),
    Column("facility_type", Word(FacilityType), nullable=False),
    Column("ownership", Word(Ownership), nullable=False),
    Column("status", Word(FacilityStatus), nullable=False),
    Column("order", Integer, nullable=False),
    _text("code"),
    _text("grade"),
    _text("consortium"),
    Column("township", Text, ForeignKey("divisions.code"), index=True),
    _text("address"),
    Column("longitude", Float),
    Column("latitude", Float),
    Column("place_origin", Word(PlaceOrigin)),
    Column("emergency_site", Boolean, nullable=False),
    Column("is_group", Boolean, nullable=False),
    _text("source"),
    _text("note"),
    Column("village", Text, ForeignKey("divisions.code")),
)

indicators = Table(
    "indicators",
    metadata,
    Column("id", Text, primary_key=True),
    Column("plan_id", Text, ForeignKey("plans.id"), nullable=False, index=True),
    Column("order", Integer, nullable=False),
    _text("number"),
    _text("name"),
    _text("category"),
    _text("baseline"),
    _text("target"),
    Column("nature", Word(Nature), nullable=False),
    Column("parent", Text, ForeignKey("indicators.id"), index=True),
    _text("unit"),
    _text("source"),
)

published_figures = Table(
    "published_figures",
    metadata,
    Column("plan_id", Text, ForeignKey("plans.id"), primary_key=True),
    Column("table", Text, primary_key=True),
    Column("row", Text, primary_key=True),
    Column("column", Text, primary_key=True),
    Column("order", Integer, nullable=False),
    _text("text"),
    _text("source"),
)

measures = Table(
    "measures",
    metadata,
    Column("id", Text, primary_key=True),
    _text("group"),
    _text("zh"),
    _text("en"),
    _text("unit_zh"),
    _text("unit_en"),
    Column("decimals", Integer, nullable=False),
    Column("additive", Boolean, nullable=False),
    Column("most", Integer),
)

projects = Table(
    "projects",
    metadata,
    Column("id", Text, primary_key=True),
    Column("plan_id", Text, ForeignKey("plans.id"), nullable=False, index=True),
    Column("order", Integer, nullable=False),
    _text("number"),
    _text("name"),
    _text("nature"),
    _text("content"),
    _text("period"),
    Column("total_investment", Exact),
    Column("period_investment", Exact),
    Column("facility_id", Text, ForeignKey("facilities.id"), index=True),
    _text("note"),
    _text("source"),
)

allocations = Table(
    "allocations",
    metadata,
    Column("plan_id", Text, ForeignKey("plans.id"), primary_key=True),
    Column("facility_id", Text, ForeignKey("facilities.id"), primary_key=True, index=True),
    Column("measure", Text, primary_key=True),
    Column("basis", Word(Basis), primary_key=True),
    Column("year", Integer, primary_key=True),
    Column("value", Exact, CheckConstraint("CAST(value AS NUMERIC) >= 0"), nullable=False),
    Column("origin", Word(Origin), nullable=False),
    _text("source"),
    _text("note"),
)

indicator_values = Table(
    "indicator_values",
    metadata,
    Column("plan_id", Text, ForeignKey("plans.id"), primary_key=True),
    Column("indicator_id", Text, ForeignKey("indicators.id"), primary_key=True),
    Column("year", Integer, primary_key=True),
    Column("value", Exact, nullable=False),
    _text("source"),
    _text("note"),
)

rule_settings = Table(
    "rule_settings",
    metadata,
    Column("plan_id", Text, ForeignKey("plans.id"), primary_key=True),
    Column("rule_id", Text, primary_key=True),
    Column("active", Boolean, nullable=False),
    _text("entry"),
    _text("reason"),
    _text("confirmed"),
)

acknowledgements = Table(
    "acknowledgements",
    metadata,
    Column("plan_id", Text, ForeignKey("plans.id"), primary_key=True),
    Column("rule_id", Text, primary_key=True),
    Column("subject_kind", Word(SubjectKind), primary_key=True),
    Column("subject_id", Text, primary_key=True),
    _text("reason"),
    _text("date"),
    _text("who"),
    _text("measured"),
    _text("limit"),
)

working_times = Table(
    "working_times",
    metadata,
    Column("plan_id", Text, ForeignKey("plans.id"), primary_key=True),
    Column("measure", Text, primary_key=True),
    Column("working_days", Exact, nullable=False),
    Column("public_holidays", Exact, nullable=False),
    Column("annual_leave", Exact, nullable=False),
    Column("sick_leave", Exact, nullable=False),
    Column("training", Exact, nullable=False),
    Column("hours_per_day", Exact, nullable=False),
    _text("source"),
)

activities = Table(
    "activities",
    metadata,
    Column("id", Text, primary_key=True),
    Column("plan_id", Text, ForeignKey("plans.id"), nullable=False),
    Column("facility_id", Text, ForeignKey("facilities.id"), nullable=False, index=True),
    _text("measure"),
    Column("kind", Word(ActivityKind), nullable=False),
    _text("name"),
    Column("order", Integer, nullable=False),
    Column("minutes", Exact),
    Column("volume", Exact),
    Column("share", Exact),
    Column("hours", Exact),
    _text("source"),
)

journal = Table(
    "journal",
    metadata,
    Column("id", Integer, primary_key=True),
    _text("at"),
    _text("who"),
    _text("label"),
    _text("changes"),
)

division_populations = Table(
    "division_populations",
    metadata,
    Column("division", Text, ForeignKey("divisions.code"), primary_key=True),
    Column("year", Integer, primary_key=True),
    Column("persons", Integer, CheckConstraint("persons >= 0"), nullable=False),
    Column("origin", Word(PopulationOrigin), nullable=False),
    _text("source"),
)

successions = Table(
    "successions",
    metadata,
    Column("former", Text, primary_key=True),
    Column("code", Text, primary_key=True),
    Column("kind", Word(SuccessionKind), nullable=False),
    _text("former_name"),
    _text("date"),
    _text("note"),
)

boundaries = Table(
    "boundaries",
    metadata,
    Column("code", Text, primary_key=True),
    _text("geometry"),
    _text("source"),
)

layers = Table(
    "layers",
    metadata,
    Column("id", Text, primary_key=True),
    _text("name"),
    Column("kind", Word(LayerKind), nullable=False),
    _text("features"),
    Column("order", Integer, nullable=False),
    _text("source"),
    _text("note"),
)

road_speeds = Table(
    "road_speeds",
    metadata,
    Column("road_class", Text, primary_key=True),
    Column("kmh", Exact, nullable=False),
    _text("source"),
)

TABLE_OF: dict[type[Record], Table] = {
    CountyInfo: county,
    Division: divisions,
    Population: populations,
    Measure: measures,
    Plan: plans,
    Facility: facilities,
    Indicator: indicators,
    PublishedFigure: published_figures,
    Project: projects,
    Allocation: allocations,
    IndicatorValue: indicator_values,
    RuleSetting: rule_settings,
    Acknowledgement: acknowledgements,
    WorkingTime: working_times,
    Activity: activities,
    DivisionPopulation: division_populations,
    Succession: successions,
    Boundary: boundaries,
    Layer: layers,
    RoadSpeed: road_speeds,
}
