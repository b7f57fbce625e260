"""The shipped catalogue in memory: measures, rules and words (read by `db.catalogue`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from models.measure import Measure
from models.rules.rule import Rule


class Language(StrEnum):
    ZH = "zh"
    EN = "en"


@dataclass(frozen=True)
class Catalogue:
    """`measures` by id in display order; `rule_sets` by name; `words` by group and id."""

    measures: Mapping[str, Measure]
    rule_sets: Mapping[str, tuple[Rule, ...]]
    words: Mapping[str, Mapping[str, tuple[str, str]]]

    def with_measures(self, own: Iterable[Measure]) -> Catalogue:
        """This catalogue with the measures of a county's own after the shipped ones."""
        return replace(self, measures={**self.measures, **{m.id: m for m in own}})

    def rules(self, rule_set: str) -> tuple[Rule, ...]:
        """The rules of a set; none where the plan names no set that is known."""
        return self.rule_sets.get(rule_set, ())

    def word(self, group: str, word_id: str, language: Language) -> str:
        """The word for an id, e.g. `word("basis", Basis.PLANNED, Language.ZH)` → 规划."""
        zh, en = self.words[group][word_id]
        return zh if language is Language.ZH else en

    def measure_name(self, measure: str, language: Language) -> str:
        found = self.measures[measure]
        return found.zh if language is Language.ZH else found.en

    def measure_unit(self, measure: str, language: Language) -> str:
        found = self.measures[measure]
        return found.unit_zh if language is Language.ZH else found.unit_en
