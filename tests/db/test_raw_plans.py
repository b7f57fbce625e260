"""The raw text of the five published plans: nothing is lost, and nothing else is shipped.

The texts are not part of this project; where they do not lie beside the checkout, these are
skipped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import astuple, replace
from functools import cache
from pathlib import Path

import pytest

from db.exchange.plan_sheet import Sheet
from db.exchange.plan_text import PlanReading, read_plan_text
from db.exchange.raw_tables import RawTable, clean, read_raw, read_text
from db.samples import SAMPLES, published_records, sample_plan, sample_records
from models.county import County
from models.edits import Edit
from models.errors import BadCells, FileError
from models.importing import compare
from models.plan import Project
from models.published import PublishedPlan, place

FOLDER = Path(__file__).parents[2] / "../shared/seeds"
TEXTS = {
    "wuxi": "000_*.txt",
    "wushan": "001_*.txt",
    "dazu": "002_*.txt",
    "yanjiang": "003_*.txt",
    "pingluo": "004_*.txt",
}
KINDS = {
    "wuxi": ["indicators"],
    "wushan": ["indicators", "projects"],
    "dazu": ["indicators", "bed-standard", "layout", "layout", "equipment"],
    "yanjiang": ["indicators", "layout"],
    "pingluo": ["indicators", "projects"],
}


def path_of(name: str) -> Path:
    found = list(FOLDER.glob(TEXTS[name]))
    if not found:
        pytest.skip("the raw plans are not beside the checkout")
    return found[0]


@cache
def reading_of(name: str) -> PlanReading:
    return read_plan_text(path_of(name))


@pytest.mark.parametrize("name", SAMPLES)
def test_raw_text_gives_the_shipped_plan_but_for_the_sentences_of_projects(name: str) -> None:
    read, shipped = reading_of(name).published, sample_plan(name)
    assert without_contents(read) == without_contents(shipped)
    for whole, facts in zip(read.projects.rows, shipped.projects.rows, strict=True):
        assert all(fact in whole.content for fact in facts.content.split("；"))


def without_contents(plan: PublishedPlan) -> PublishedPlan:
    rows = tuple(replace(row, content="") for row in plan.projects.rows)
    return replace(plan, projects=replace(plan.projects, rows=rows))


@pytest.mark.parametrize("name", SAMPLES)
def test_raw_text_gives_the_shipped_county_record_for_record(name: str) -> None:
    read, shipped = published_records(reading_of(name).published), sample_records(name)
    for one, other in zip(read, shipped, strict=True):
        if isinstance(one, Project) and isinstance(other, Project):
            assert replace(one, content="") == replace(other, content="")
        else:
            assert one == other


@pytest.mark.parametrize("name", SAMPLES)
def test_raw_text_tells_what_it_recognised(name: str) -> None:
    assert [t.kind for t in reading_of(name).recognised] == KINDS[name]


@pytest.mark.parametrize("name", SAMPLES)
def test_every_cell_of_every_table_is_taken_or_said_to_be_left_aside(name: str) -> None:
    reading = reading_of(name)
    tables = list(_tables(name))
    starts = {t.line for t in reading.recognised}
    aside = {a.where for a in reading.left_aside}
    taken: RawTable | None = None
    lost = []
    for table in tables:
        if table.line in starts:
            taken = table
        elif f"第{table.line}行" in aside:
            continue  # left aside whole, with title, size and reason
        assert taken is not None, table
        printed = _taken_of(reading, taken)
        lost.extend(
            cell for row in _body(table, taken) for cell in row if not _is_within(cell, printed)
        )
    assert lost == []


def _tables(name: str) -> Iterator[RawTable]:
    yield from read_raw(read_text(path_of(name))).tables


def _body(table: RawTable, taken: RawTable) -> Iterator[list[str]]:
    """The filled cells of a table, row by row; of its first part, those below the heading."""
    headed = len(table.rows) - len(Sheet(table, "", "").body) if table is taken else 0
    for row in table.rows[headed:]:
        yield [cell for cell in row if cell]


def _is_within(cell: str, text: str) -> bool:
    """Whether a cell was taken, be it in parts: a unit within a name is parted from it."""
    return all(part in text for part in re.split("([%‰])", cell))


def _taken_of(reading: PlanReading, table: RawTable) -> str:
    """All that was taken of a table, or told of it, as one text."""
    plan = reading.published
    name = next(t.table for t in reading.recognised if t.line == table.line)
    parts = [plan.indicators, plan.bed_standard, *plan.layouts, plan.equipment, plan.projects]
    (part,) = (p for p in parts if p.table == name)
    told = [a.text for a in reading.left_aside if a.where.startswith(name)]
    return "\n".join([*_texts(astuple(part)), *told])


def _texts(values: object) -> Iterator[str]:
    if isinstance(values, tuple):
        for value in values:
            yield from _texts(value)
    elif values is not None:
        yield str(values)


@pytest.mark.parametrize("name", ["dazu", "yanjiang"])
def test_printed_number_of_an_institution_is_its_row_which_the_source_names(name: str) -> None:
    """序号 of a layout table is no field of its own in the county file."""
    for layout in reading_of(name).published.layouts:
        assert all(row.number in ("", str(n)) for n, row in enumerate(layout.rows, 1))


def stripped(name: str, folder: Path) -> Path:
    """The text as an editor leaves it that takes tabs and spaces off the ends of lines."""
    path = folder / "stripped.txt"
    lines = read_text(path_of(name)).split("\n")
    path.write_text("\n".join(line.rstrip() for line in lines), encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["wuxi", "yanjiang"])
def test_text_without_its_trailing_tabs_reads_the_same_where_unambiguous(
    name: str, tmp_path: Path
) -> None:
    assert read_plan_text(stripped(name, tmp_path)).published == reading_of(name).published


@pytest.mark.parametrize("name", ["wushan", "dazu", "pingluo"])
def test_text_without_its_trailing_tabs_is_refused_where_in_doubt(
    name: str, tmp_path: Path
) -> None:
    with pytest.raises((BadCells, FileError)):
        read_plan_text(stripped(name, tmp_path))


def test_text_read_into_the_county_of_its_sample_only_completes_the_contents_of_projects() -> None:
    county = County(sample_records("wushan"))
    changes, _, conflicts = compare(county, published_records(reading_of("wushan").published))
    assert conflicts == ()
    assert {type(change.record) for change in changes} == {Project}
    county.apply(Edit("import", changes))
    assert "地下车库" in county.projects(county.plans[0].id)[1].content


@pytest.mark.parametrize("name", ["dazu", "yanjiang", "wuxi", "pingluo"])
def test_text_read_into_the_county_of_its_sample_changes_nothing(name: str) -> None:
    county = County(sample_records(name))
    changes, _, conflicts = compare(county, published_records(reading_of(name).published))
    assert (changes, conflicts) == ((), ())


def test_places_of_pingluos_clinics_are_villages_of_the_county() -> None:
    villages = {r.name for r in sample_records("pingluo") if hasattr(r, "parent")}
    for village in ("西润村", "西灵村", "水泉子村", "王家沟村"):
        assert any(name.startswith(village) for name in villages), village


def test_row_places_are_those_of_the_raw_table() -> None:
    plan = reading_of("wushan").published
    assert place(plan.projects.table, 35) == "“十四五”规划支持的重大工程项目 第35行"
    assert clean(plan.projects.rows[34].content).count("平台") > 3
