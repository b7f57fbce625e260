"""Import of 10,000 rows, against a bare openpyxl read of the same file in the same run."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from pytest_benchmark.fixture import BenchmarkFixture

from db.exchange.importing import read_table_file
from models.catalogue import Catalogue
from models.county import County
from models.facility import Facility, FacilityClass, FacilityType
from models.plan import Plan

ROWS = 10_000
PLAN = Plan("p", "规划", "造县规划", "", 2020, 2025, "")


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(
        ("序号", "机构名称", "现有编制床位（张）", "实有床位（张）", "2025年规划编制床位（张）")
    )
    for n in range(ROWS):
        sheet.append((n + 1, f"造村{n}卫生室", n % 90, n % 80, n % 100))
    path = tmp_path_factory.mktemp("import") / "床位.xlsx"
    book.save(path)
    return path


def bare_read(path: Path) -> int:
    book = load_workbook(path, data_only=True)
    return sum(1 for sheet in book.worksheets for _ in sheet.iter_rows(values_only=True))


@pytest.mark.timeout(300)
@pytest.mark.benchmark(group="import of 10,000 rows")
def test_bare_read_of_10000_rows(benchmark: BenchmarkFixture, workbook: Path) -> None:
    """What openpyxl alone takes for the same file: the measure of the import."""
    assert benchmark.pedantic(bare_read, (workbook,), rounds=3) == ROWS + 1


@pytest.mark.timeout(300)
@pytest.mark.benchmark(group="import of 10,000 rows")
def test_import_of_10000_rows(
    benchmark: BenchmarkFixture, workbook: Path, catalogue: Catalogue
) -> None:
    """Read, recognised, every name matched, 30,000 changes made."""
    county = County(
        [
            PLAN,
            *(
                Facility(str(n), f"造村{n}卫生室", FacilityClass.PRIMARY_CARE,
                         FacilityType.VILLAGE_CLINIC, order=n)
                for n in range(ROWS)
            ),
        ]
    )  # fmt: skip
    county.facilities  # noqa: B018 - sorted once, as in an open county
    reading = benchmark.pedantic(read_table_file, (workbook, county, PLAN, catalogue), rounds=3)
    assert len(reading.changes) == 3 * ROWS
