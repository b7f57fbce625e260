"""What the coverage page measures: the plan's rules and the planner's question, with a trial."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from desktop.map.map_data import MapData, map_data
from desktop.map.wording import rule_text
from desktop.pages.coverage_lists import Asked
from desktop.rule_statement import scope_words
from desktop.session import CountySession
from models.county import County
from models.coverage import Coverage, RuleCoverage, coverage
from models.coverage_question import Question, answer, asked_places
from models.facility import Facility
from models.figures import format_limit
from models.plan import Nature
from models.rules.rule import Bound, Rule, RuleKind, Source
from models.what_if import WhatIf

ALL_RADIUS, QUESTION = "", "question"  # what is shown; else the id of a rule
_FEW_M = Fraction(5000)  # asked about where the plan states no radius
_KINDS = frozenset({RuleKind.RADIUS, RuleKind.TRAVEL_TIME})


class CoverageMeasuring:
    """`recorded` is the county as it is, `tried` with what is on trial (None: nothing is)."""

    def __init__(self, session: CountySession) -> None:
        self.session = session
        self.trial: WhatIf | None = None
        self.choice = ALL_RADIUS
        self.question = self._first_question()
        self.measure()

    def _first_question(self) -> Question:
        """Emergency sites within the widest radius that the plan states, else any facility."""
        limits = [r.limit for r in self.session.rules if r.kind is RuleKind.RADIUS]
        return Question(max(limits, default=_FEW_M), emergency_only=bool(limits))

    def measure(self) -> None:
        """All anew."""
        self.recorded = self._coverage(self.session.county)
        self.measure_trial()

    def measure_trial(self) -> None:
        """Only what depends on the trial."""
        trying = self.trial is not None and self.trial.facilities
        self.county: County = self.session.county
        self.tried = self.recorded
        if self.trial is not None and trying:
            self.county = self.trial.county(self.session.county)
            self.tried = self._coverage(self.county)
        if self.choice not in dict(self.choices()):
            self.choice = self.choices()[0][0]

    def _coverage(self, county: County) -> Coverage:
        year = self.session.plan.target_year
        found = coverage(county, self.session.rules, kinds=_KINDS, year=year)
        own = answer(asked_places(county, self.question, year), self._question_rule())
        return replace(found, rules=(*found.rules, own))

    def _question_rule(self) -> Rule:
        """The question in the words of a rule."""
        translate, question = QCoreApplication.translate, self.question
        who = scope_words(question.scope, self.session.catalogue, self.session.language)
        if question.emergency_only:
            who = translate("CoverageMeasuring", "Emergency sites ({who})").format(who=who)
        text = translate("CoverageMeasuring", "{who} within {limit} km").format(
            who=who, limit=format_limit(question.limit_m / 1000)
        )
        return Rule(
            QUESTION,
            RuleKind.RADIUS,
            Nature.EXPECTED,
            Bound.AT_MOST,
            question.limit_m,
            text,
            text,
            Source("", "", ""),
            scope=question.scope,
        )

    def choices(self) -> list[tuple[str, str]]:
        """What can be shown on the map: ids and words."""
        translate, language = QCoreApplication.translate, self.session.language
        rules = [r.rule for r in self.recorded.rules]
        found = [(r.id, rule_text(r, language)) for r in rules if r.id != QUESTION]
        if any(r.kind is RuleKind.RADIUS and r.id != QUESTION for r in rules):
            found.insert(0, (ALL_RADIUS, translate("CoverageMeasuring", "All radius rules")))
        asked = translate("CoverageMeasuring", "Asked: {question}")
        own = rule_text(rules[-1], language)
        return [*found, (QUESTION, asked.format(question=own))]

    def shown(self, found: Coverage) -> tuple[RuleCoverage, ...]:
        """The rules of a coverage that are shown."""
        if self.choice != ALL_RADIUS:
            return tuple(r for r in found.rules if r.rule.id == self.choice)
        return tuple(
            r for r in found.rules if r.rule.kind is RuleKind.RADIUS and r.rule.id != QUESTION
        )

    def map(self, service: bool) -> MapData:
        """The map of what is shown, with what is on trial, on wish with the service areas."""
        found = replace(self.tried, rules=self.shown(self.tried))
        on_trial = [f.id for f in self.trial.facilities] if self.trial else []
        with_layers = not self.session.is_reading
        return map_data(self.county, found, self.choice, on_trial, service, with_layers)

    def asked(self, within_township: bool) -> Asked:
        """What the lists are made of."""
        session = self.session
        return Asked(
            self.county,
            self.question,
            within_township,
            session.plan.target_year,
            session.catalogue,
            session.language,
        )

    def facility(self, facility_id: str) -> Facility | None:
        """As tried, or recorded; None where there is none."""
        return self.county.table(Facility).get((facility_id,))
