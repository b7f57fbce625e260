"""The list of divisions written as a workbook and read again."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.catalogue import load_catalogue
from db.exchange.division_sheets import read_division_file, write_division_workbook
from db.samples import SAMPLES, sample_records
from models.catalogue import Language
from models.county import County
from models.edits import Edit, add
from models.errors import BadCells, FileError, FileProblem
from tests.models.divided_county import a_county, people

CATALOGUE = load_catalogue()


@pytest.mark.parametrize("language", Language)
def test_what_was_written_changes_nothing_when_read_again(tmp_path: Path, language) -> None:
    county = County(sample_records("dazu"))
    numbers = people("500111001", 2020, 1), people("500111001001", 2021, 0)
    county.apply(Edit("", add(*numbers)))
    path = tmp_path / "区划.xlsx"
    write_division_workbook(path, county, CATALOGUE, language)
    reading = read_division_file(path, county, CATALOGUE)
    assert reading.changes == ()
    assert reading.unchanged == len(county.divisions)


@pytest.mark.parametrize("sample", SAMPLES)
def test_an_empty_county_gets_the_list_of_a_sample(tmp_path: Path, sample: str) -> None:
    county, path = County(sample_records(sample)), tmp_path / "区划.xlsx"
    write_division_workbook(path, county, CATALOGUE, Language.ZH)
    empty = County()
    reading = read_division_file(path, empty, CATALOGUE)
    empty.apply(Edit("导入", reading.changes))

    def told(of: County) -> list[tuple[object, ...]]:
        return [(d.code, d.name, d.kind, d.parent, d.urban, d.place, d.population)
                for d in of.divisions]  # fmt: skip

    assert told(empty) == told(county)
    assert reading.added == len(county.divisions)


def test_a_csv_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "村.csv"
    path.write_text("代码,名称,2020年人口\n11,村11,812\n", "utf-8-sig")
    county = a_county()
    county.apply(Edit("", read_division_file(path, county, CATALOGUE).changes))
    assert county.people(county.division("11"), 2020) == people("11", 2020, 812, "村.csv")


def test_bad_cells_are_told_with_the_file(tmp_path: Path) -> None:
    path = tmp_path / "村.csv"
    path.write_text("代码,名称,2020年人口\n11,村11,很多\n", "utf-8-sig")
    with pytest.raises(BadCells) as error:
        read_division_file(path, a_county(), CATALOGUE)
    assert error.value.source == "村.csv"


def test_a_file_without_a_list_is_told(tmp_path: Path) -> None:
    path = tmp_path / "村.csv"
    path.write_text("甲,乙\n1,2\n", "utf-8-sig")
    with pytest.raises(FileError) as error:
        read_division_file(path, a_county(), CATALOGUE)
    assert error.value.problem is FileProblem.NOTHING_RECOGNISED
