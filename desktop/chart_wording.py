"""What stands at the head and at the foot of a chart: county, basis, source and population."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop import wording
from desktop.session import CountySession
from models.measure import Basis
from models.plan import PopulationGroup
from models.plan_document import county_name

translate = QCoreApplication.translate


def title_text(session: CountySession, *parts: str) -> str:
    county = county_name(session.county, session.language)
    words = " · ".join(part for part in parts if part)
    if not county:
        return words
    return translate("ChartWording", "{county}: {chart}").format(county=county, chart=words)


def source_text(session: CountySession) -> str:
    """Which plan, in which state."""
    plan = session.plan
    names = dict.fromkeys(name for name in (plan.title, plan.name) if name)
    return translate("ChartWording", "Source: {plan} ({state})").format(
        plan=" · ".join(names),
        state=session.catalogue.word("plan-state", plan.state, session.language),
    )


def residents_text(session: CountySession) -> str:
    """The population that rates divide by, in the baseline and the target year."""
    plan, county, parts = session.plan, session.county, []
    for year in (plan.baseline_year, plan.target_year):
        people = county.population(year, PopulationGroup.RESIDENT)
        if people is None:
            text = translate("ChartWording", "{year}: not known").format(year=year)
        else:
            text = translate("ChartWording", "{year}: {persons} (of {of_year}, {origin})").format(
                year=year,
                persons=f"{people.persons:,}",
                of_year=people.year,
                origin=session.catalogue.word("population-origin", people.origin, session.language),
            )
        parts.append(text)
    people_word = session.catalogue.word(
        "population-group", PopulationGroup.RESIDENT, session.language
    )
    return translate("ChartWording", "{group}: {figures}").format(
        group=people_word, figures=wording.listed(parts)
    )


def basis_text(session: CountySession, basis: Basis, year: int) -> str:
    return translate("ChartWording", "{basis} ({year})").format(
        basis=session.catalogue.word("basis", basis, session.language), year=year
    )
