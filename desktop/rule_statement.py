"""What a rule states, and of which facilities, in the words of the screens."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from desktop import wording
from models.catalogue import Catalogue, Language
from models.facility import Scope
from models.plan import Plan, PopulationGroup
from models.rules.draft import Fault, figure_text
from models.rules.editing import RuleOrigin, RuleState
from models.rules.investment import TOTAL
from models.rules.rule import TOWNSHIP_PEOPLE, Bound, Condition, Rule, RuleKind

translate = QCoreApplication.translate


def state_word(state: RuleState) -> str:
    """How a rule stands in the plan version."""
    return {
        RuleState.OFF: translate("RuleStatement", "Not in use"),
        RuleState.OWN: translate("RuleStatement", "Own"),
        RuleState.CHANGED: translate("RuleStatement", "Changed"),
        RuleState.UNVERIFIED: translate("RuleStatement", "To be verified"),
        RuleState.AS_PLANNED: translate("RuleStatement", "As planned"),
    }[state]


def origin_word(origin: RuleOrigin) -> str:
    """Who states a rule."""
    return {
        RuleOrigin.PLAN: translate("RuleStatement", "The plan's rules"),
        RuleOrigin.NATIONAL: translate("RuleStatement", "National norms"),
        RuleOrigin.OWN: translate("RuleStatement", "Own rules"),
    }[origin]


def investment_word(measure: str) -> str:
    """What of a project an investment rule adds up."""
    if measure == TOTAL:
        return translate("RuleStatement", "total investment")
    return translate("RuleStatement", "investment in the plan's period")


def measure_word(rule: Rule, catalogue: Catalogue, language: Language) -> str:
    """What a rule measures; "" for one of no figure."""
    if rule.kind is RuleKind.INVESTMENT:
        return investment_word(rule.measure)
    return catalogue.measure_name(rule.measure, language) if rule.measure else ""


def limit_words(rule: Rule, catalogue: Catalogue, language: Language) -> str:
    """The limit with its unit: ≥7.27 beds per 1,000 people; 2%–5%; ≤3.5 km; ≥1:1.4."""
    limit = _bounded(rule)
    unit = "" if rule.measure not in catalogue.measures else _unit(rule, catalogue, language)
    match rule.kind:
        case RuleKind.RATE:
            if rule.population is PopulationGroup.RESIDENT:
                people = translate("RuleStatement", "people")
            else:
                people = translate("RuleStatement", "children of 0–14")
            text = translate("RuleStatement", "{limit} {unit} per {per} {people}")
            return text.format(limit=limit, unit=unit, per=f"{rule.per:,}", people=people)
        case RuleKind.RATIO if rule.per != 1:
            of = catalogue.measure_name(rule.denominator, language)
            text = translate("RuleStatement", "{limit} {unit} per {per} ({of})")
            return text.format(limit=limit, unit=unit, per=f"{rule.per:,}", of=of)
        case RuleKind.COUNT if rule.more is not None:
            return _rising(rule, limit, catalogue, language)
        case RuleKind.COUNT:
            return f"{limit} {unit}".strip()
        case RuleKind.PRESENCE:
            return _presence(rule, catalogue, language)
        case RuleKind.STOP:
            return translate("RuleStatement", "no more than authorised today")
        case RuleKind.RADIUS:
            return translate("RuleStatement", "{limit} km").format(limit=limit)
        case RuleKind.TRAVEL_TIME:
            return translate("RuleStatement", "{limit} minutes").format(limit=limit)
        case RuleKind.INVESTMENT:
            return translate("RuleStatement", "{limit} × 10,000 yuan").format(limit=limit)
        case _:
            return limit


def scope_words(scope: Scope, catalogue: Catalogue, language: Language) -> str:
    """The facilities that a scope chooses."""
    words = [
        wording.listed([catalogue.word(group, word_id, language) for word_id in ids_in_order])
        for group, ids in (
            ("ownership", scope.ownership),
            ("facility-class", scope.classes),
            ("facility-type", scope.types),
        )
        if (ids_in_order := [i for i in catalogue.words[group] if i in ids])
    ]
    words += [wording.listed(sorted(texts)) for texts in (scope.grades, scope.names) if texts]
    return " · ".join(words) if words else translate("RuleStatement", "all facilities")


def statement(rule: Rule, plan: Plan, catalogue: Catalogue, language: Language) -> str:
    """The whole of what a rule states, in one or a few sentences."""
    match rule.kind:
        case RuleKind.STOP:
            return _stop(rule, plan, catalogue, language)
        case RuleKind.PRESENCE:
            return _presence_sentences(rule, catalogue, language)
        case RuleKind.RADIUS | RuleKind.TRAVEL_TIME:
            return _way(rule, catalogue, language)
        case RuleKind.DATES:
            text = translate("RuleStatement", "Every project has a year of {limit}.")
        case RuleKind.INVESTMENT:
            text = translate("RuleStatement", "All projects together, {measure}: {limit}.")
        case RuleKind.DEPARTMENTS:
            text = translate(
                "RuleStatement", "{year}: of {scope}, the share with “{measure}” is {limit}."
            )
        case RuleKind.SHARE:
            text = translate(
                "RuleStatement",
                "{year}: {basis} {measure} as a share of {denominator}, {subject} ({scope}): "
                "{limit}.",
            )
        case RuleKind.RATIO:
            text = translate(
                "RuleStatement",
                "{year}: {denominator} to {basis} {measure}, {subject} ({scope}): {limit}.",
            )
        case RuleKind.COUNT:
            text = translate(
                "RuleStatement", "{year}: {basis} {measure}, {subject} ({scope}): {limit}."
            )
        case _:
            text = translate("RuleStatement", "{year}: {basis} {measure} of {scope}: {limit}.")
    said = text.format(
        year=rule.year_in(plan),
        basis=catalogue.word("basis", rule.basis, language),
        measure=measure_word(rule, catalogue, language),
        denominator=_denominator(rule, catalogue, language),
        scope=scope_words(rule.scope, catalogue, language),
        subject=subject_words(rule),
        limit=limit_words(rule, catalogue, language),
    )
    if not rule.conditions:
        return said
    return translate("RuleStatement", "{said} Only of facilities with {conditions}.").format(
        said=said, conditions=_conditions(rule, catalogue, language)
    )


def subject_words(rule: Rule) -> str:
    """Whether each facility, or the county's sum, is held against the limit."""
    if rule.per_facility and rule.per_county:
        return translate("RuleStatement", "of each facility and of the county")
    if rule.per_facility:
        return translate("RuleStatement", "of each facility")
    return translate("RuleStatement", "of the county")


def fault_text(fault: Fault) -> str:
    """What is wrong with a field that was typed, and what would be right."""
    return {
        Fault.EMPTY: translate("RuleStatement", "must be filled in"),
        Fault.NOT_A_FIGURE: translate("RuleStatement", "must be a figure such as 7.27"),
        Fault.NOT_WHOLE: translate("RuleStatement", "must be a whole number"),
        Fault.NOT_POSITIVE: translate("RuleStatement", "must be more than 0"),
        Fault.ABOVE_WHOLE: translate("RuleStatement", "a share is 100% at most"),
        Fault.BELOW_LIMIT: translate("RuleStatement", "must not be less than where it begins"),
        Fault.NO_MEASURE: translate("RuleStatement", "choose what is measured"),
        Fault.SAME_MEASURE: translate(
            "RuleStatement", "is the same as what is measured; choose what it is divided by"
        ),
        Fault.NO_SUBJECT: translate("RuleStatement", "choose each facility, the county, or both"),
        Fault.NO_CONDITION: translate("RuleStatement", "at least one condition needs a figure"),
        Fault.ONLY_FACILITIES: translate(
            "RuleStatement", "a limit that rises with a figure is of each facility only"
        ),
        Fault.BELOW_ONE: translate(
            "RuleStatement", "is 1 or more: no way is shorter than a straight line"
        ),
        Fault.NO_YEAR: translate("RuleStatement", "must be a year from the baseline year on"),
    }[fault]


def _unit(rule: Rule, catalogue: Catalogue, language: Language) -> str:
    return catalogue.measure_unit(rule.measure, language)


def _denominator(rule: Rule, catalogue: Catalogue, language: Language) -> str:
    if not rule.denominator:
        return ""
    name = catalogue.measure_name(rule.denominator, language)
    if rule.whole is None:
        return name
    return f"{name} ({scope_words(rule.whole, catalogue, language)})"


def _bounded(rule: Rule) -> str:
    """The limit with its sign or its range, in the unit it is typed in."""
    if rule.bound is Bound.BETWEEN and rule.upper is not None:
        return f"{_figure(rule, rule.limit)}–{_figure(rule, rule.upper)}"
    sign = {Bound.AT_LEAST: "≥", Bound.AT_MOST: "≤", Bound.EXACTLY: "=", Bound.BETWEEN: "≥"}
    return sign[rule.bound] + _figure(rule, rule.limit)


def _rising(rule: Rule, limit: str, catalogue: Catalogue, language: Language) -> str:
    """≥300 m² + 20 m² × Beds."""
    return translate("RuleStatement", "{limit} {unit} + {more} {unit} × {of}").format(
        limit=limit,
        unit=_unit(rule, catalogue, language),
        more=figure_text(rule.more, RuleKind.COUNT),
        of=catalogue.measure_name(rule.denominator, language),
    )


def _figure(rule: Rule, value: Fraction) -> str:
    text = figure_text(value, rule.kind)
    if rule.kind in (RuleKind.SHARE, RuleKind.DEPARTMENTS):
        return f"{text}%"
    return f"1:{text}" if rule.kind is RuleKind.RATIO and rule.per == 1 else text


def _presence(rule: Rule, catalogue: Catalogue, language: Language) -> str:
    assert rule.division is not None
    each = catalogue.word("per-division", rule.division, language)
    limit = f"{_bounded(rule)}"
    if rule.people is None:
        return translate("RuleStatement", "{each}: {limit}").format(each=each, limit=limit)
    least, most = rule.people
    text = translate("RuleStatement", "{each}: {limit}, one per {least}–{most} people")
    return text.format(each=each, limit=limit, least=f"{least:,}", most=f"{most:,}")


def _presence_sentences(rule: Rule, catalogue: Catalogue, language: Language) -> str:
    scope = scope_words(rule.scope, catalogue, language)
    said = [
        translate("RuleStatement", "{scope} — {limit}.").format(
            scope=scope, limit=_presence(rule, catalogue, language)
        )
    ]
    if rule.share_below is not None:
        text = translate(
            "RuleStatement", "Under {people} people: may do without where a neighbour has one."
        )
        said.append(text.format(people=f"{rule.share_below:,}"))
        said.append(_neighbour(rule))
    if rule.branch_above is not None:
        text = translate("RuleStatement", "Over {people} people: may have more than one.")
        said.append(text.format(people=f"{rule.branch_above:,}"))
    if rule.branch_beyond is not None:
        text = translate(
            "RuleStatement", "Beyond {metres} m of its best placed one: may have more than one."
        )
        said.append(text.format(metres=f"{rule.branch_beyond:,}"))
    if rule.whole is not None:
        text = translate(
            "RuleStatement", "People of the communities that {whole} serve are left out."
        )
        said.append(text.format(whole=scope_words(rule.whole, catalogue, language)))
    return " ".join(said)


def _neighbour(rule: Rule) -> str:
    if rule.neighbour_within is None:
        return translate(
            "RuleStatement",
            "A neighbour shares its border; where borders are not known, it is in its township.",
        )
    text = translate(
        "RuleStatement",
        "A neighbour shares its border or lies within {metres} m; where neither is known, it is in "
        "its township.",
    )
    return text.format(metres=f"{rule.neighbour_within:,}")


def _stop(rule: Rule, plan: Plan, catalogue: Catalogue, language: Language) -> str:
    text = translate(
        "RuleStatement",
        "{scope}: where in {baseline} {conditions}, no more {measure} is planned for {year} than "
        "is authorised.",
    )
    return text.format(
        scope=scope_words(rule.scope, catalogue, language),
        baseline=plan.baseline_year,
        conditions=_conditions(rule, catalogue, language),
        measure=measure_word(rule, catalogue, language),
        year=rule.year_in(plan),
    )


def _conditions(rule: Rule, catalogue: Catalogue, language: Language) -> str:
    words = [condition_words(c, catalogue, language) for c in rule.conditions]
    return translate("RuleStatement", " and ").join(words)


def condition_words(condition: Condition, catalogue: Catalogue, language: Language) -> str:
    """A condition of a rule: actual occupancy < 75 %."""
    text = translate("RuleStatement", "{what} {sign} {figure} {unit}")
    return text.format(
        what=condition_subject(condition, catalogue, language),
        sign="<" if condition.below else ">",
        figure=figure_text(condition.figure, RuleKind.COUNT),
        unit=condition_unit(condition, catalogue, language),
    )


def condition_subject(condition: Condition, catalogue: Catalogue, language: Language) -> str:
    """What a condition is held against: actual occupancy, people of its township."""
    if condition.measure == TOWNSHIP_PEOPLE:
        return township_people_word()
    return translate("RuleStatement", "{basis} {measure}").format(
        basis=catalogue.word("basis", condition.basis, language),
        measure=catalogue.measure_name(condition.measure, language),
    )


def condition_unit(condition: Condition, catalogue: Catalogue, language: Language) -> str:
    if condition.measure == TOWNSHIP_PEOPLE:
        return translate("RuleStatement", "people")
    return catalogue.measure_unit(condition.measure, language)


def township_people_word() -> str:
    """What a condition may speak of beside the facility's own figures."""
    return translate("RuleStatement", "people of its township")


def _way(rule: Rule, catalogue: Catalogue, language: Language) -> str:
    points = {
        True: translate("RuleStatement", "Urban population points"),
        False: translate("RuleStatement", "Rural population points"),
        None: translate("RuleStatement", "All population points"),
    }[rule.urban]
    if rule.kind is RuleKind.RADIUS:
        text = translate(
            "RuleStatement", "{points}: {limit} in a straight line to an emergency site ({scope})."
        )
    else:
        text = translate(
            "RuleStatement",
            "{points}: {limit} to the nearest of {scope}; by road where the county has a road "
            "layer, else at {speed} km/h, the way reckoned as the straight line × {detour}.",
        )
    return text.format(
        points=points,
        limit=limit_words(rule, catalogue, language),
        scope=scope_words(rule.scope, catalogue, language),
        speed=figure_text(rule.speed, RuleKind.COUNT),
        detour=figure_text(rule.detour, RuleKind.COUNT),
    )
