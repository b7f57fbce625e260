"""Reads and writes the list of divisions as a sheet; `models.division_list` has its columns."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from db.exchange.source_tables import read_source_tables
from db.exchange.writing import write_whole
from db.exchange.xlsx_sheet import Column, Words, append_row, new_book, start_sheet
from models.catalogue import Catalogue, Language
from models.county import County
from models.division_import import DivisionReading, read_divisions
from models.division_list import URBAN_WORDS, DivisionField, heading, people_heading
from models.division_merging import UNDATED
from models.division_people import people_years, persons_of
from models.errors import FileError, FileProblem
from models.geography import Division
from models.plan_document import Value, county_name, say

_WIDTHS = {
    DivisionField.CODE: 16, DivisionField.NAME: 30, DivisionField.KIND: 10,
    DivisionField.TOWNSHIP: 18, DivisionField.URBAN: 12, DivisionField.LONGITUDE: 14,
    DivisionField.LATITUDE: 14,
}  # fmt: skip


def read_division_file(path: Path, county: County, catalogue: Catalogue) -> DivisionReading:
    """What a list of divisions (.xlsx, .csv) changes; all of it or nothing.

    Raises FileError (NOTHING_RECOGNISED without a list in it) or BadCells.
    """
    reading = read_divisions(read_source_tables(path), county, catalogue, path.name)
    if not reading.recognised:
        raise FileError(path, FileProblem.NOTHING_RECOGNISED)
    return reading


def write_division_workbook(
    path: Path, county: County, catalogue: Catalogue, language: Language
) -> None:
    """Write all divisions, each township before its villages, with their people by year.

    Read again, the workbook changes nothing. Raises FileError.
    """
    years = _years(county)
    columns = [
        *(Column(heading(field, language), _WIDTHS[field]) for field in DivisionField),
        *(Column(people_heading(year, language), 14, "right", "#,##0") for year in years),
    ]
    name = say(("行政区划", "Divisions"), language)
    title = f"{county_name(county, language)}{say(('', ' '), language)}{name}"
    book = new_book(title)
    sheet = start_sheet(book, Words(name, title, "", language), columns, 2, landscape=True)
    for township in county.townships:
        villages = [d for d in county.divisions if d.parent == township.code]
        for division in (township, *villages):
            append_row(sheet, columns, _values(division, county, catalogue, language, years))
    content = BytesIO()
    book.save(content)
    write_whole(path, content.getvalue())


def _years(county: County) -> list[int]:
    years = people_years(county)
    return [*years, UNDATED] if any(d.population is not None for d in county.divisions) else years


def _values(
    division: Division,
    county: County,
    catalogue: Catalogue,
    language: Language,
    years: Sequence[int],
) -> list[Value]:
    parent, urban = division.parent, division.urban
    return [
        division.code,
        division.name,
        catalogue.word("division-kind", division.kind, language),
        None if parent is None else county.division(parent).name,
        None if urban is None else say(URBAN_WORDS[urban], language),
        *(
            None if degrees is None else repr(degrees)
            for degrees in (division.longitude, division.latitude)
        ),
        *(persons_of(county, division, year) for year in years),
    ]
