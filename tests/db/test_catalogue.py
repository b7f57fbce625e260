"""The shipped catalogue is complete and consistent."""

from enum import StrEnum
from fractions import Fraction

import pytest

from db.catalogue import load_catalogue
from models import facility, geography, measure, plan
from models.catalogue import Language
from models.comparison import Difference
from models.rules.entry import read_rule, rule_entry
from models.rules.rule import Bound, RuleKind, Severity

CATALOGUE = load_catalogue()
RULES = [rule for rules in CATALOGUE.rule_sets.values() for rule in rules]


@pytest.mark.parametrize(
    ("group", "words"),
    [
        ("facility-class", facility.FacilityClass),
        ("facility-type", facility.FacilityType),
        ("ownership", facility.Ownership),
        ("facility-status", facility.FacilityStatus),
        ("place-origin", facility.PlaceOrigin),
        ("basis", measure.Basis),
        ("origin", measure.Origin),
        ("plan-state", plan.PlanState),
        ("difference", Difference),
        ("nature", plan.Nature),
        ("population-group", plan.PopulationGroup),
        ("population-origin", plan.PopulationOrigin),
        ("division-kind", geography.DivisionKind),
        ("severity", Severity),
        ("bound", Bound),
        ("rule-kind", RuleKind),
    ],
)
def test_every_word_of_the_models_has_both_languages(group: str, words: type[StrEnum]):
    assert set(CATALOGUE.words[group]) == {str(word) for word in words}
    for word in words:
        assert CATALOGUE.word(group, word, Language.ZH) != CATALOGUE.word(group, word, Language.EN)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_reads_known_measures_and_names_its_source(rule):
    read = {rule.measure, rule.denominator} - {""}
    if rule.kind is not RuleKind.INVESTMENT:  # sums of the projects, no measure of facilities
        assert read <= set(CATALOGUE.measures)
    assert read_rule(rule_entry(rule)) == rule
    assert rule.zh
    assert rule.en
    assert rule.source.document
    assert rule.source.clause
    assert rule.limit > 0 or rule.kind is RuleKind.STOP or rule.people


def test_rates_and_ratios_name_what_they_read():
    for rule in RULES:
        if rule.kind not in (
            RuleKind.PRESENCE,
            RuleKind.RADIUS,
            RuleKind.TRAVEL_TIME,
            RuleKind.DATES,
        ):
            assert rule.measure, rule.id
        divides = rule.kind in (RuleKind.RATIO, RuleKind.SHARE) or rule.more is not None
        assert bool(rule.denominator) == divides, rule.id


def test_rule_ids_are_unique_and_alternatives_exist_and_are_off():
    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids))
    for rule in RULES:
        national = rule.id.startswith("national.")
        assert rule.active == (not rule.alternative_to and not national)
        assert not rule.alternative_to or rule.alternative_to in ids


@pytest.mark.parametrize(
    ("rule_id", "baseline", "limit"),
    [
        ("dazu.beds", "6.15", "7.27"),
        ("dazu.public-hospital-beds", "2.39", "2.84"),
        ("dazu.physicians", "2.64", "3"),
        ("dazu.nurses", "3.07", "3.21"),
        ("dazu.staff-per-bed", "1.38", "1.4"),
        ("dazu.gps", "3.17", "4"),
        ("yanjiang.beds", "9.57", "9.6"),
        ("yanjiang.staff-per-bed", "0.96", "1.5"),
        ("yanjiang.nurses-per-physician", "1.14", "1.3"),
    ],
)
def test_the_figures_are_those_of_the_published_tables(rule_id, baseline, limit):
    rule = next(rule for rule in RULES if rule.id == rule_id)
    assert (rule.baseline, rule.limit) == (Fraction(baseline), Fraction(limit))


@pytest.mark.parametrize("county", ["dazu", "yanjiang", "wuxi", "wushan", "pingluo"])
def test_a_rule_says_what_its_indicator_row_says(county):
    """Every rule that names an indicator row has the printed baseline and target of that row."""
    from db.samples import sample_plan
    from models.indicators import parse_published

    table = sample_plan(county).indicators
    assert table is not None
    rows = {row.name: row for row in table.rows}
    for rule in CATALOGUE.rules(county):
        if rule.indicator:
            row = rows[rule.indicator]
            in_hundredths = rule.kind is RuleKind.DEPARTMENTS  # 100 % is 1
            if rule.id.endswith(".clinical-pharmacists"):  # per 100 beds
                in_hundredths = rule.per == 1
            printed_per = 100 if in_hundredths else 1
            assert parse_published(row.target).value == rule.limit * printed_per, rule.id
            baseline = parse_published(row.baseline).value
            assert baseline == (rule.baseline and rule.baseline * printed_per), rule.id


def test_every_measure_has_a_group_that_has_words():
    for one in CATALOGUE.measures.values():
        assert CATALOGUE.word("measure-group", one.group, Language.ZH)
        assert one.unit_zh
        assert one.en
