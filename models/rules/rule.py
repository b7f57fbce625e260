"""A rule as the catalogue states it, and what a check of it finds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from models.facility import EVERYWHERE, Scope
from models.measure import Basis
from models.plan import Nature, PopulationGroup


class RuleKind(StrEnum):
    RATE = "rate"  # a county total per so many people
    RATIO = "ratio"  # one measure per another, of each facility and of the county
    RADIUS = "radius"  # population points within so many metres of a site


class Bound(StrEnum):
    AT_LEAST = "at-least"
    AT_MOST = "at-most"


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Source:
    """Where a rule is stated. `verified` is False where nobody has seen the clause itself."""

    document: str
    clause: str
    date: str
    verified: bool = True


@dataclass(frozen=True)
class Rule:
    """One line of `resources/rules/*.toml`.

    rate:   measure per `per` people of `population`, counted over `scope`, against `limit`.
    ratio:  measure per one of `denominator` on the same basis, of each facility in `scope`
            (`per_facility`) and of the county (`per_county`), against `limit`.
    radius: distance in metres from a population point to the nearest site, against
            `limit` in metres, for points whose `urban` is as stated.
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

    @property
    def severity(self) -> Severity:
        return Severity.ERROR if self.nature is Nature.BINDING else Severity.WARNING

    def holds(self, measured: Fraction) -> bool:
        """Whether a measured figure is within the limit; exactly at the limit it is."""
        if self.bound is Bound.AT_LEAST:
            return measured >= self.limit
        return measured <= self.limit

    def reads(self, measure: str, basis: Basis) -> bool:
        """Whether a change of this measure on this basis can change what the rule finds."""
        return basis is self.basis and measure in (self.measure, self.denominator)


class SubjectKind(StrEnum):
    COUNTY = "county"
    FACILITY = "facility"
    DIVISION = "division"


@dataclass(frozen=True)
class Subject:
    """What a finding is about: the county (id ""), a facility (its id) or a division (its code)."""

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
