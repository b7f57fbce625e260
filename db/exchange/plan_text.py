"""Reads a published plan from its raw text."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

from db.divisions import divisions
from db.exchange.plan_heading import UNTITLED, Heading, read_heading, stated_counts
from db.exchange.plan_projects import projects_of_boxes
from db.exchange.plan_sheet import Recognised
from db.exchange.plan_tables import recognise
from db.exchange.raw_tables import RawDocument, RawTable, read_raw, read_text
from models.errors import BadCell, BadCells, FileError, FileProblem, LeftAside
from models.implied_population import implied_populations
from models.institution_places import institution_places
from models.published import (
    BedStandardTable,
    EquipmentTable,
    IndicatorTable,
    LayoutTable,
    ProjectTable,
    PublishedPlan,
    bad_cells,
    equipment_institution,
    place,
)
from models.published_classes import (
    class_in_layout,
    is_assumed_emergency_site,
    unlisted_classes,
)


@dataclass(frozen=True, slots=True)
class RecognisedTable:
    """A table taken. `kind` is indicators, bed-standard, layout, equipment or projects; `line` from
    1, that of the box where a box of running text names the projects."""

    kind: str
    table: str
    title: str
    line: int
    rows: int


@dataclass(frozen=True, slots=True)
class PlanReading:
    """What a text gave, and what was made of it.

    `left_aside` reasons: prose, framed-text (a table of one column), unknown-table,
    repeated-table, other-years, unknown-column, note, subtotal.
    `assumed` reasons, to be told since nothing is guessed silently: group-for-unlisted (`text` the
    class of the bed standard that becomes one group facility), taken-for (`text` a name in the
    equipment table, `details` the institution it is taken for), kept-as-figure (`text` a row of the
    equipment table that is no listed institution), unknown-county (`text` its name),
    nature-of-row-above (`text` an indicator, `details` the nature read into its blank cell),
    township-by-elimination (`text` an institution, `details` the one township left for it),
    implied-population (`text` the persons, `details` year, beds, rate), emergency-site (`text` an
    institution taken for one by its type).
    `tables` are all tables of the text in order, with what each became (None: left aside). `bad`
    are the cells for which nothing of it can be taken; `published` then makes no records. `prose`
    is the running text, line number (from 1) and line.
    """

    published: PublishedPlan
    recognised: tuple[RecognisedTable, ...]
    left_aside: tuple[LeftAside, ...]
    assumed: tuple[LeftAside, ...]
    tables: tuple[tuple[RawTable, Recognised | None], ...] = ()
    bad: tuple[BadCell, ...] = ()
    prose: tuple[tuple[int, str], ...] = ()


def read_plan_text(path: Path) -> PlanReading:
    """The plan that a raw text holds.

    Raises FileError as `examine_plan_text`, and BadCells for cells that cannot be what their column
    says.
    """
    reading = examine_plan_text(path)
    if reading.bad:
        raise BadCells(reading.bad, str(path))
    return reading


def examine_plan_text(path: Path) -> PlanReading:
    """The same, bad cells and all.

    Raises FileError (MISSING, UNKNOWN_FORMAT; NOTHING_RECOGNISED, with detail `tables`, `county` or
    `years` for what could not be found).
    """
    reading = examine_document(read_raw(read_text(path)), path)
    if not reading.published.county.name:
        raise FileError(path, FileProblem.NOTHING_RECOGNISED, "county")
    return reading


def examine_document(document: RawDocument, path: Path) -> PlanReading:
    """The plan that the tables and the text of a document hold; its county has no name where
    nothing names it.

    Raises FileError (NOTHING_RECOGNISED, with detail `tables` or `years`).
    """
    tables = _rejoined(document.tables)
    taken, left_aside = _tables(tables)
    if not taken:
        raise FileError(path, FileProblem.NOTHING_RECOGNISED, "tables")
    heading = read_heading(document.prose, [raw.title for raw, _ in taken]) or UNTITLED
    years = _years(heading, [found for _, found in taken])
    if years is None:
        raise FileError(path, FileProblem.NOTHING_RECOGNISED, "years")
    taken = _of_years(years, taken, left_aside)
    published = _published(heading, years, document, [found for _, found in taken])
    bad = (*(cell for _, found in taken for cell in found.bad), *bad_cells(published))
    recognised = [_recognised(raw, found) for raw, found in taken]
    boxes = None if published.projects.rows else projects_of_boxes(document.prose)
    if boxes is not None:
        line, named = boxes
        published = replace(published, projects=named)
        recognised.append(
            RecognisedTable("projects", named.table, named.title, line, len(named.rows))
        )
    if document.prose:
        first, last = document.prose[0][0], document.prose[-1][0]
        where, count = f"第{first}—{last}行", str(len(document.prose))
        left_aside.append(LeftAside(where, "", "prose", (count,)))
    assumed = [
        LeftAside(place(found.table.table, n), text, reason, (detail,))
        for _, found in taken
        for n, text, reason, detail in found.assumed
    ]
    if not bad:
        assumed.extend(_assumed(published))
    found_at = {raw.line: found for raw, found in taken}
    return PlanReading(
        published,
        tuple(recognised),
        tuple(left_aside),
        tuple(assumed),
        tuple((raw, found_at.get(raw.line)) for raw in tables),
        bad,
        document.prose,
    )


def _tables(
    tables: list[RawTable],
) -> tuple[list[tuple[RawTable, Recognised]], list[LeftAside]]:
    taken: list[tuple[RawTable, Recognised]] = []
    left_aside: list[LeftAside] = []
    repeated = {name for name, n in Counter(t.table for t in tables).items() if n > 1}
    seen: set[type] = set()
    for raw in tables:
        where = f"第{raw.line}行"
        name, unnamed = (
            raw.title if raw.table in repeated else raw.table,
            raw.position or f"{where}的表",
        )
        found = recognise(raw, name or unnamed, raw.title or unnamed)
        if found is None or not _rows(found):
            reason = "framed-text" if raw.width == 1 else "unknown-table"
            left_aside.append(_left_table(where, raw, reason))
        elif type(found.table) in seen and not isinstance(found.table, LayoutTable):
            left_aside.append(_left_table(where, raw, "repeated-table"))
        else:
            seen.add(type(found.table))
            taken.append((raw, found))
            for row, text, reason in found.aside:
                place_of_row = place(found.table.table, row) if row else found.table.table
                left_aside.append(LeftAside(place_of_row, text, reason))
    return taken, left_aside


def _rejoined(tables: tuple[RawTable, ...]) -> list[RawTable]:
    """Tables with the parts that an empty line cut off: below a heading that makes them a known
    table, with none of their own. Parts of another width join too, so that their rows are refused
    and not lost.
    """
    joined: list[RawTable] = []
    for raw in tables:
        if joined and raw.adjoining and not raw.title and recognise(raw, "", "") is None:
            before = joined[-1]
            gaps = before.gaps | {len(before.rows) + n for n in raw.gaps}
            rows, places = (*before.rows, *raw.rows), (*before.row_places, *raw.row_places)
            whole = replace(before, rows=rows, gaps=gaps, row_places=places)
            if recognise(whole, "", "") is not None:
                joined[-1] = whole
                continue
        joined.append(raw)
    return joined


def _left_table(where: str, raw: RawTable, reason: str) -> LeftAside:
    text = raw.title or " | ".join(raw.rows[0])[:60]
    return LeftAside(where, text, reason, (str(len(raw.rows)), str(raw.width)))


def _years(heading: Heading, found: list[Recognised]) -> tuple[int, int] | None:
    """Baseline and target year: as the tables' headings say, else the period of the plan, else
    five years (the term of these plans) before the year of a layout table.
    """
    for one in found:
        if len(one.years) == 2:
            return one.years[0], one.years[1]
    if heading.baseline_year is not None and heading.target_year is not None:
        return heading.baseline_year, heading.target_year
    for one in found:
        if len(one.years) == 1:
            return one.years[0] - 5, one.years[0]
    return None


def _of_years(
    years: tuple[int, int],
    taken: list[tuple[RawTable, Recognised]],
    left_aside: list[LeftAside],
) -> list[tuple[RawTable, Recognised]]:
    """The tables of the plan's own years; those of other years are left aside."""
    kept = []
    for raw, found in taken:
        if set(found.years) <= set(years):
            kept.append((raw, found))
        else:
            left_aside.append(_left_table(f"第{raw.line}行", raw, "other-years"))
    return kept


def _published(
    heading: Heading, years: tuple[int, int], document: RawDocument, found: list[Recognised]
) -> PublishedPlan:
    tables = [one.table for one in found]
    return PublishedPlan(
        heading.county,
        heading.rule_set,
        heading.title,
        heading.document_number,
        *years,
        indicators=next(
            (t for t in tables if isinstance(t, IndicatorTable)), IndicatorTable("", "", ())
        ),
        bed_standard=next(
            (t for t in tables if isinstance(t, BedStandardTable)), BedStandardTable("", "", ())
        ),
        layouts=tuple(t for t in tables if isinstance(t, LayoutTable)),
        equipment=next(
            (t for t in tables if isinstance(t, EquipmentTable)), EquipmentTable("", "", (), ())
        ),
        stated=stated_counts(document.prose, years[0]),
        projects=next((t for t in tables if isinstance(t, ProjectTable)), ProjectTable("", "", ())),
    )


_KINDS: dict[type, str] = {
    IndicatorTable: "indicators",
    BedStandardTable: "bed-standard",
    LayoutTable: "layout",
    EquipmentTable: "equipment",
    ProjectTable: "projects",
}


def _recognised(raw: RawTable, found: Recognised) -> RecognisedTable:
    table = found.table
    return RecognisedTable(_KINDS[type(table)], table.table, table.title, raw.line, len(table.rows))


def _rows(found: Recognised) -> bool:
    return bool(found.table.rows or found.bad)


def _assumed(published: PublishedPlan) -> list[LeftAside]:
    assumed = []
    if not published.county.code:
        assumed.append(LeftAside("", published.county.name, "unknown-county"))
    for people in implied_populations(published):
        details = (str(people.year), people.beds, people.rate)
        assumed.append(LeftAside(people.place, str(people.persons), "implied-population", details))
    for layout in published.layouts:
        for n, listed in enumerate(layout.rows, 1):
            facility_class, facility_type, _ = class_in_layout(layout, listed.name)
            if is_assumed_emergency_site(facility_class, facility_type):
                where = place(layout.table, n)
                assumed.append(LeftAside(where, listed.name, "emergency-site"))
    known = divisions(published.county.code)
    for name, its_place in institution_places(published, known).items():
        if its_place.by_elimination:
            left = (its_place.township.name,)
            assumed.append(LeftAside("", name, "township-by-elimination", left))
    for unlisted in unlisted_classes(published):
        where = place(published.bed_standard.table, unlisted.row)
        assumed.append(LeftAside(where, unlisted.printed, "group-for-unlisted"))
    for n, row in enumerate(published.equipment.rows, 1):
        where = place(published.equipment.table, n)
        meant = equipment_institution(published, row.name)
        if meant is None:
            assumed.append(LeftAside(where, row.name, "kept-as-figure"))
        elif meant != row.name:
            assumed.append(LeftAside(where, row.name, "taken-for", (meant,)))
    return assumed
