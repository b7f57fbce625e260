"""Every kind of contradiction has a sentence that gives each of its figures."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from desktop import language
from desktop.proofreading_wording import discrepancy_statement, discrepancy_text
from models.catalogue import Language
from models.discrepancy import Discrepancy, DiscrepancyKind

KIND = DiscrepancyKind
ROUNDED = "row year printed rounding_least rounding_most"
PEOPLE = "population_least population_most"
# The names of the figures of each kind, a rate's in its three forms.
FIGURES = [
    (KIND.TOTAL_DIFFERS, "column printed sum difference"),
    (KIND.RATE_DIFFERS, f"{ROUNDED} count computed_least computed_most {PEOPLE}"),
    (KIND.RATE_DIFFERS, f"{ROUNDED} numerator denominator computed"),
    (KIND.RATE_DIFFERS, "row year printed other"),
    (KIND.NUMBER_REPEATED, "number"),
    (KIND.TARGET_ON_WRONG_SIDE, "row baseline target"),
    (KIND.PART_EXCEEDS_WHOLE, "column part whole part_name whole_name"),
    (KIND.NAME_DIFFERS, "printed listed"),
    (KIND.TARGETS_DIFFER, "row year table text"),
    (KIND.NUMBER_SKIPPED, "number before after"),
    (KIND.UNIT_IMPOSSIBLE, "row printed limit limit_name"),
    (KIND.YEAR_OUTSIDE, "year first last"),
    (KIND.INSTITUTION_MISSING, "name there"),
]


def test_no_kind_is_forgotten() -> None:
    assert {kind for kind, _ in FIGURES} == set(KIND)


@pytest.mark.parametrize("spoken", Language)
@pytest.mark.parametrize(("kind", "names"), FIGURES)
def test_the_sentence_gives_every_figure(
    qapp: QApplication, kind: DiscrepancyKind, names: str, spoken: Language
) -> None:
    figures = {name: f"〈{n}〉" for n, name in enumerate(names.split())}
    found = Discrepancy(kind, ("专栏1 第1行", "正文第9行"), figures)
    translators = language.install(qapp, spoken)
    try:
        statement = discrepancy_statement(found)
        assert discrepancy_text(found) == f"专栏1 第1行 / 正文第9行: {statement}"
    finally:
        for translator in translators:
            qapp.removeTranslator(translator)
    assert [figure for figure in figures.values() if figure not in statement] == []
    assert "{" not in statement
