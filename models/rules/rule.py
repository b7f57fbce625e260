"""A rule as the catalogue states it, and what a check of it finds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from models.errors import InvalidValue, Reason
from models.facility import EVERYWHERE, Scope
from models.measure import Basis
from models.plan import Nature, Plan, PopulationGroup


class RuleKind(StrEnum):
    RATE = "rate"  # a county total per so many people
    RATIO = "ratio"  # one measure per one (or per 100) of another, of facilities and the county
    SHARE = "share"  # a part of a whole, of facilities and the county
    COUNT = "count"  # a number of each facility (a least count, a size range) or of the county
    PRESENCE = "presence"  # so many facilities in each township, village, or per so many people
    STOP = "stop"  # no more of a measure where conditions hold
    DEPARTMENTS = "departments"  # the share of facilities that have a department
    RADIUS = "radius"  # population points within so many metres of a site
    TRAVEL_TIME = "travel-time"  # population points within so many minutes of a facility
    INVESTMENT = "investment"  # the sum of the projects against the plan's own
    DATES = "dates"  # projects within the years of the plan


class Bound(StrEnum):
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    BETWEEN = "between"  # from `limit` to `upper`, both included
    EXACTLY = "exactly"


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Source:
    """Where a rule is stated. `verified` is False where nobody has seen the clause itself.

    `date` is when the document was made, `edition` which edition of it, `effective` from and until
    when it is in force, as far as known ("2021–2025").
    """

    document: str
    clause: str
    date: str
    verified: bool = True
    edition: str = ""
    effective: str = ""


class PerDivision(StrEnum):
    """The divisions that a presence rule goes through, one by one."""

    TOWN = "town"  # towns and townships (乡镇), without subdistricts
    SUBDISTRICT = "subdistrict"  # 街道
    VILLAGE = "village"  # 行政村
    COMMUNITY = "community"  # 社区


TOWNSHIP_PEOPLE = "township-people"  # in a condition: the people of the facility's township


@dataclass(frozen=True)
class Condition:
    """A figure of the facility that lies strictly below, or strictly above, a limit.

    `measure` is that of a figure, or `TOWNSHIP_PEOPLE`, which has no basis.
    """

    measure: str
    below: bool
    figure: Fraction
    basis: Basis = Basis.ACTUAL

    def holds(self, value: Fraction) -> bool:
        return value < self.figure if self.below else value > self.figure


@dataclass(frozen=True)
class Rule:
    """One line of `resources/rules/*.toml`.

    rate:     measure per `per` people of `population`, counted over `scope`.
    ratio:    measure per `per` of `denominator` on the same basis, of each facility in `scope`
              (`per_facility`) and of the county (`per_county`).
    share:    as a ratio, a part of its whole, 0 to 1; `whole` is the scope of the denominator of
              the county's share where it is another than that of the part.
    count:    measure of each facility in scope, and its sum over the county. Of each facility the
              limit may rise by `more` for each one that it has of `denominator` (300 m² and 20 m²
              for each bed).
    presence: facilities in scope in each `division`: at least `limit` of them, or one per
              `people` where that is more (the least and the most people one may serve).
              A division under `share_below` people may do without where a neighbour has one
              (a shared border, or `neighbour_within` metres); only one above `branch_above`
              people, or beyond `branch_beyond` metres, may have more than one. `whole` are
              facilities that serve their own community, whose people then do not count.
    stop:     planned measure not above what is authorised where all `conditions` hold.
    ratio, share and count of single facilities speak of those whose `conditions` hold.
    departments: share of the facilities in scope that have one or more of measure.
    radius:   distance in metres from a population point to the nearest site, for points whose
              `urban` is as stated.
    travel-time: minutes from a population point to the nearest facility in scope, straight line
              times `detour` at `speed` km/h.
    investment: sum of the projects' `measure` (total-investment, period-investment), in 万元.
    dates:    years of each project's period, from `limit` to `upper`.
    What is measured is held against `limit`, and `upper` where `bound` is between. A rule is
    checked in `year`; None is the plan's target year.
    `limit` and `baseline` are exact. `alternative_to` names the rule that this one contradicts in
    the same document; such a rule is `active = false` until the planner chooses it.
    `indicator` is the name of the indicator row that states the rule, exactly as printed (printed
    numbers repeat: Dazu has two rows 3); "" for a rule stated in the text only.
    """

    id: str
    kind: RuleKind
    nature: Nature
    bound: Bound
    limit: Fraction
    zh: str
    en: str
    source: Source
    measure: str = ""
    denominator: str = ""
    per: int = 1
    population: PopulationGroup = PopulationGroup.RESIDENT
    basis: Basis = Basis.PLANNED
    scope: Scope = EVERYWHERE
    per_facility: bool = False
    per_county: bool = True
    urban: bool | None = None
    baseline: Fraction | None = None
    indicator: str = ""
    active: bool = True
    alternative_to: str = ""
    upper: Fraction | None = None
    year: int | None = None
    whole: Scope | None = None
    division: PerDivision | None = None
    people: tuple[int, int] | None = None
    share_below: int | None = None
    branch_above: int | None = None
    neighbour_within: int | None = None
    branch_beyond: int | None = None
    conditions: tuple[Condition, ...] = ()
    more: Fraction | None = None
    speed: Fraction | None = None
    detour: Fraction = Fraction(1)

    def __post_init__(self) -> None:
        """Raises InvalidValue where the kind cannot be checked without what is left out."""
        if self.kind is RuleKind.TRAVEL_TIME and (not self.speed or self.speed < 0):
            raise InvalidValue("Rule", "speed", self.speed, Reason.OUT_OF_RANGE)
        if self.detour < 1:
            raise InvalidValue("Rule", "detour", self.detour, Reason.OUT_OF_RANGE)
        if self.more is not None and (not self.denominator or self.per_county):
            raise InvalidValue("Rule", "more", self.more, Reason.OUT_OF_RANGE)
        if self.per < 1:
            raise InvalidValue("Rule", "per", self.per, Reason.OUT_OF_RANGE)
        if self.kind is RuleKind.PRESENCE and self.division is None:
            raise InvalidValue("Rule", "division", None, Reason.EMPTY)
        if self.kind is RuleKind.PRESENCE and self.people is not None:
            least, most = self.people
            if not 0 < least <= most:
                raise InvalidValue("Rule", "people", self.people, Reason.OUT_OF_RANGE)

    @property
    def severity(self) -> Severity:
        return Severity.ERROR if self.nature is Nature.BINDING else Severity.WARNING

    def holds(self, measured: Fraction) -> bool:
        """Whether a measured figure is within the limit; exactly at the limit it is."""
        match self.bound:
            case Bound.AT_LEAST:
                return measured >= self.limit
            case Bound.AT_MOST:
                return measured <= self.limit
            case Bound.BETWEEN:
                return self.limit <= measured and (self.upper is None or measured <= self.upper)
            case Bound.EXACTLY:
                return measured == self.limit

    @property
    def limit_m(self) -> Fraction:
        """The limit as a straight line in metres, of a radius or travel-time rule."""
        if self.kind is not RuleKind.TRAVEL_TIME:
            return self.limit
        assert self.speed is not None
        return self.limit * self.speed * 1000 / 60 / self.detour

    def broken_limit(self, measured: Fraction) -> Fraction:
        """The end of a range that a measured figure is beyond; else the limit."""
        if self.bound is Bound.BETWEEN and self.upper is not None and measured > self.upper:
            return self.upper
        return self.limit

    def year_in(self, plan: Plan) -> int:
        """The year in which the rule is checked."""
        return plan.target_year if self.year is None else self.year

    def reads(self, measure: str, basis: Basis) -> bool:
        """Whether a change of this measure on this basis can change what the rule finds."""
        if any((c.measure, c.basis) == (measure, basis) for c in self.conditions):
            return True
        if self.kind is RuleKind.STOP:  # what is planned, and what is authorised today
            return measure == self.measure
        return basis is self.basis and measure in (self.measure, self.denominator)

    @property
    def reads_townships(self) -> bool:
        """Whether the people of townships can change what it finds."""
        return any(condition.measure == TOWNSHIP_PEOPLE for condition in self.conditions)


class SubjectKind(StrEnum):
    COUNTY = "county"
    FACILITY = "facility"
    DIVISION = "division"
    PROJECT = "project"


@dataclass(frozen=True)
class Subject:
    """What a finding is about: the county (""), a facility, a project (id) or a division (code)."""

    kind: SubjectKind
    id: str = ""


COUNTY = Subject(SubjectKind.COUNTY)


@dataclass(frozen=True)
class Finding:
    """A rule that does not hold for a subject.

    `measured` and `limit` are exact, in the rule's own unit (per `per` people, per one, metres);
    measured is None where nothing serves at all. `shortfall` is in whole beds, persons or
    vehicles of `measure` (for a radius rule: people not covered, None where not known; for an
    upper bound: by how many there are too many).
    """

    rule: Rule
    subject: Subject
    measure: str
    basis: Basis
    year: int
    measured: Fraction | None
    limit: Fraction
    shortfall: int | None

    @property
    def severity(self) -> Severity:
        return self.rule.severity


@dataclass(frozen=True)
class Measurement:
    """What a rate or ratio rule measures for one subject, with its inputs, whether it holds or not.

    `numerator` is the sum of the rule's measure, `denominator` people or the sum of the other
    measure. `filled` of `counted` facilities in scope have a value of the measure.
    `population_year` is the year whose population was used (it may be earlier than the target).
    `value` is None where it cannot be computed (no value, or no denominator).
    """

    rule: Rule
    subject: Subject
    year: int
    numerator: Fraction | None
    denominator: Fraction | None
    value: Fraction | None
    filled: int
    counted: int
    population_year: int | None = None


class Missing(StrEnum):
    """Why a rule cannot be computed."""

    NO_POPULATION = "no-population"
    NO_FIGURES = "no-figures"
    NO_DENOMINATOR = "no-denominator"
    NO_FACILITIES = "no-facilities"
    SOME_BLANK = "some-blank"
    NO_DIVISIONS = "no-divisions"
    NO_PLACES = "no-places"
    NOT_ASSIGNED = "not-assigned"  # it is not said which village, or township, a facility serves
    NO_PROJECTS = "no-projects"


@dataclass(frozen=True)
class Unchecked:
    """A rule that cannot be computed, or not for all it applies to: neither a finding nor a pass.

    `left_out` of `counted` facilities, divisions or projects could not be checked.
    """

    rule: Rule
    missing: Missing
    year: int
    left_out: int = 0
    counted: int = 0


@dataclass(frozen=True)
class Checked:
    """All that one rule finds in a county: its findings in order, and what it could not compute."""

    findings: tuple[Finding, ...] = ()
    unchecked: tuple[Unchecked, ...] = ()
