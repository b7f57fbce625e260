"""Every figure that the five plans state is a rule: the domain's table, cell by cell."""

from __future__ import annotations

from fractions import Fraction

import pytest

from db.catalogue import load_catalogue
from models.facility import FacilityType
from models.rules.rule import RuleKind

RULES = {rule.id: rule for rules in load_catalogue().rule_sets.values() for rule in rules}
COUNTIES = ("wuxi", "wushan", "dazu", "yanjiang", "pingluo")

# What | Wuxi | Wushan | Dazu | Yanjiang | Pingluo: the target, or "least–most", as printed.
TARGETS = """
beds                            8     8.0  7.27  9.6   5.58
public-hospital-beds            4     .    2.84  .     .
public-beds                     .     .    .     6.0   .
public-tcm-beds                 0.85  .    0.59  0.98  .
rehabilitation-beds             0.42  .    0.42  0.34  .
psychiatric-beds                0.5   .    0.5   0.8   .
icu-beds                        0.06  .    0.1   0.1   .
physicians                      3     3.6  3     3.2   2.89
tcm-physicians                  0.8   .    0.8   0.72  0.59
nurses                          4     4.7  3.21  3.8   3.04
pharmacists                     .     .    0.54  0.35  0.68
gps                             4     .    4     3.5   3
psychiatrists                   6     .    6     4     .
psychiatric-nurses              .     .    .     8.68  .
rehabilitation-physicians       8     .    8     .     .
paediatricians                  0.8   .    0.87  0.87  .
paediatric-beds                 2.5   .    2.5   2.5   .
public-health-staff             0.86  .    0.86  6.64  3
cdc-staff                       0.18  .    0.11  .     .
primary-care-staff              3.5   .    3.5   .     .
ambulances                      1     .    1.0   1     .
childcare-places                4.5   4    3     4.5   1.5
inclusive-childcare-places      2.7   .    2.7   .     1.0
staff-per-bed                   1.6   .    1.4   1.5   .
staff-per-bed-text              .     .    1.6   .     .
nurses-per-physician            1.3   1.3  1.3   1.3   .
nurses-per-bed                  0.58  .    0.58  .     .
physicians-per-bed              0.45  .    0.45  .     .
clinical-pharmacists            0.7   0.7  0.5   .     .
pharmacy-share                  0.08  .    0.08  .     .
icu-share                       0.02–0.05 . 0.02–0.05 . .
observation-share               0.02–0.03 . 0.02–0.03 . .
rehabilitation-share            .     .    .     0.02–0.05 .
public-specialist-share         0.15  .    .     .     .
infectious-beds                 50    .    100   80    .
negative-pressure-rooms         2–10  .    2–10  .     .
negative-pressure-beds          2–20  .    2–20  .     .
negative-pressure-theatres      1     .    1     .     .
hospital-size                   .     .    .     600–1000 .
length-of-stay                  8     .    8.0   8     .
village-doctors                 1     .    1     .     .
clinic-floor-area               .     .    .     .     100
public-health-physicians        1     .    1     1     1
public-health-staff-share       .     .    .     0.25  0.25
tcm-physician-share             .     .    .     0.25  .
grade-a-psychiatrists           1     .    1     .     .
mental-health-workers           1     .    1     .     .
township-ambulances             1     .    .     .     .
health-education-staff          .     .    .     2     .
fever-clinics                   1     .    1     1     .
tcm-halls                       1     .    1     1     .
infectious-departments          1     .    1     1     .
geriatrics-departments          0.6   1    1     1     0.6
geriatrics-departments-text     .     .    0.6   .     .
psychiatry-departments          0.6   .    0.6   .     .
emergency-radius-urban          3500  .    3500  .     .
emergency-radius-rural          10000 .    10000 .     .
service-circle-rural            30    .    .     .     .
service-circle-urban            15    .    .     .     .
township-centres                1     1    1     1     .
community-centres               1     1    1     1     .
community-stations              1     .    0     .     .
village-clinics                 1     1    1     1     .
total-investment                .     412749 .   .     .
period-investment               .     276349 .   .     .
""".strip().splitlines()
CELLS = [
    (f"{county}.{what}", cell)
    for what, *cells in map(str.split, TARGETS)
    for county, cell in zip(COUNTIES, cells, strict=True)
]


@pytest.mark.parametrize(("rule_id", "printed"), [c for c in CELLS if c[1] != "."])
def test_a_figure_of_a_plan_is_a_rule(rule_id, printed):
    rule = RULES[rule_id]
    least, _, most = printed.partition("–")
    per = 100 if rule_id.endswith(".clinical-pharmacists") and rule.per == 1 else 1
    assert rule.limit * per == Fraction(least)
    assert rule.upper == (Fraction(most) if most else None)


def test_a_plan_has_no_rule_that_it_does_not_state():
    stated = {rule_id for rule_id, cell in CELLS if cell != "."}
    others = {rule_id for rule_id in RULES if rule_id.split(".")[0] in COUNTIES} - stated
    assert others == {
        "dazu.cdc-staff-text",
        "dazu.icu-beds-text",
        "yanjiang.beds-text",
        "yanjiang.public-beds-text",
        "yanjiang.no-new-beds",
        "wuxi.public-health-physicians-secondary",
        "dazu.public-health-physicians-secondary",
        "yanjiang.public-health-physicians-secondary",
        "wuxi.preventive-tcm-departments",
        "dazu.preventive-tcm-departments",
        "yanjiang.tcm-departments",
        "wushan.project-dates",
        "pingluo.project-dates",
    }


@pytest.mark.parametrize(
    "what",
    [
        "infectious-departments",
        "geriatrics-departments",
        "psychiatry-departments",
        "observation-share",
    ],
)
def test_wuxi_counts_tcm_hospitals_among_general_hospitals(what):
    """专栏1 第6项 says 含中医，下同: so everything of such hospitals after it."""
    assert RULES[f"wuxi.{what}"].scope.types == {
        FacilityType.GENERAL_HOSPITAL,
        FacilityType.TCM_HOSPITAL,
    }


def test_what_the_table_of_indicators_states_is_computed_in_its_row():
    """But a mean length of stay, which the facilities' own figures do not add up to."""
    in_table = ("专栏1", "表1", "指标表")
    of_plans = [rule for rule in RULES.values() if rule.id.split(".")[0] in COUNTIES]
    tabled = [rule for rule in of_plans if rule.source.clause.startswith(in_table)]
    unnamed = {rule.id for rule in tabled if not rule.indicator}
    assert unnamed == {"dazu.length-of-stay", "wuxi.length-of-stay"}


@pytest.mark.parametrize("county", ["wuxi", "dazu", "yanjiang"])
def test_village_clinics_follow_the_people_of_the_village(county):
    rule = RULES[f"{county}.village-clinics"]
    figures = (rule.share_below, rule.branch_above)
    assert figures == ((None, None) if county == "yanjiang" else (800, 2500))


def test_what_else_the_presence_rules_and_the_stop_state():
    assert RULES["yanjiang.community-centres"].people == (30_000, 100_000)
    assert RULES["dazu.community-stations"].people == (8_000, 20_000)
    stop = RULES["yanjiang.no-new-beds"]
    assert stop.kind is RuleKind.STOP
    assert [(c.measure, c.below, c.figure) for c in stop.conditions] == [
        ("occupancy", True, 75),
        ("length-of-stay", False, 9),
    ]
    assert RULES["wuxi.mental-health-workers"].per == 80
    assert RULES["yanjiang.ambulances"].per == 30_000


@pytest.mark.parametrize(
    ("rule_id", "limit", "verified"),
    [
        ("staff-per-bed-20", "0.70", False),
        ("staff-per-bed-100", "0.88", False),
        ("staff-per-bed-500", "1.03", False),
        ("ward-nurses-per-bed", "0.4", True),
        ("nurses-per-inpatient", "0.5", True),
        ("village-doctors-per-1000", "1", True),
        ("community-hospital-beds", "30", True),
        ("community-hospital-occupancy", "75", True),
        ("community-hospital-staff-per-bed", "0.7", True),
        ("community-hospital-gps", "3", True),
        ("township-centre-staff", "5", False),
        ("township-centre-floor-area", "300", False),
        ("township-centre-floor-area-small", "200", False),
        ("emergency-radius-urban", "5000", True),
        ("emergency-radius-rural", "20000", True),
        ("ambulances-30000", "1", True),
        ("ambulances-50000", "1", True),
        ("beds", "7.40", False),
        ("physicians", "3.20", False),
        ("nurses", "3.80", False),
        ("gps", "3.93", False),
        ("nurses-per-physician", "1.20", False),
        ("staff-per-bed", "1.62", False),
    ],
)
def test_a_national_norm_waits_to_be_switched_on(rule_id, limit, verified):
    rule = RULES[f"national.{rule_id}"]
    assert rule.limit == Fraction(limit)
    assert (rule.active, rule.source.verified) == (False, verified)


def test_norms_that_conflict_stand_side_by_side():
    newer, older = RULES["national.ambulances-30000"], RULES["national.ambulances-50000"]
    assert (newer.per, older.per) == (30_000, 50_000)
    assert older.alternative_to == newer.id
