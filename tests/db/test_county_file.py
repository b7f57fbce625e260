"""The county file keeps every edit or none, and refuses what it cannot trust."""

import dataclasses
import json
import sqlite3
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from db.county_file import create, open_county_file
from db.migrate import head
from db.tables import metadata
from models.county import County
from models.edits import Change, Edit, add
from models.errors import Conflict, FileError, FileProblem, PlanLocked
from models.facility import Facility, FacilityClass, FacilityType
from models.measure import Allocation, Basis, Origin
from models.plan import CountyInfo, Plan, PlanState, Population, PopulationGroup, PopulationOrigin

PLAN = Plan("p", "规划", "标题", "", 2020, 2025, "test")
HOSPITAL = Facility("h", "县医院", FacilityClass.HOSPITAL, FacilityType.GENERAL_HOSPITAL)
BEDS = Allocation("p", "h", "beds", Basis.PLANNED, 2025, Decimal("100"), Origin.PLANNER)
RECORDS = (
    CountyInfo("500111", "大足区"),
    Population(2020, PopulationGroup.RESIDENT, 1000, PopulationOrigin.ENTERED),
    PLAN,
    HOSPITAL,
    BEDS,
)
MORE_BEDS = Allocation("p", "h", "beds", Basis.PLANNED, 2025, Decimal("120.5"), Origin.PLANNER)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "大足区 县.weigui"
    create(path, RECORDS, "新建")
    return path


def contents(path: Path) -> set[object]:
    with open_county_file(path) as file:
        return set(file.read().records())


def test_a_new_file_holds_its_records_and_one_journal_row(path):
    with open_county_file(path) as file:
        assert set(file.read().records()) == set(RECORDS)
        assert [row.label for row in file.journal()] == ["新建"]


def test_a_closed_file_is_a_single_file(path):
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_an_edit_and_its_journal_row_are_there_after_reopening(path):
    with open_county_file(path) as file:
        file.apply(Edit("改床位", (Change(BEDS, MORE_BEDS),)))
    with open_county_file(path) as file:
        assert file.read().allocation("p", "h", "beds", Basis.PLANNED, 2025) == MORE_BEDS
        last = file.journal()[-1]
    assert last.label == "改床位"
    assert json.loads(last.changes)[0]["after"]["value"] == "120.5"


def test_an_edit_is_on_disk_while_the_file_is_still_open(path):
    """What a killed program would leave behind: the file and its write-ahead log as they lie."""
    copy = path.parent / "copy"
    copy.mkdir()
    with open_county_file(path) as file:
        file.apply(Edit("改床位", (Change(BEDS, MORE_BEDS),)))
        for name in (path.name, f"{path.name}-wal"):
            (copy / name).write_bytes((path.parent / name).read_bytes())
    assert MORE_BEDS in contents(copy / path.name)


def test_a_killed_program_loses_no_applied_edit(path):
    code = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from db.county_file import open_county_file\n"
        "from models.edits import Edit, add\n"
        "from models.facility import Facility, FacilityClass, FacilityType\n"
        "file = open_county_file(Path(sys.argv[1]))\n"
        "new = Facility('k', '新院', FacilityClass.OTHER, FacilityType.CLINIC)\n"
        "file.apply(Edit('加', add(new)))\n"
        "os._exit(9)\n"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code, str(path)], cwd=root, check=False)
    assert done.returncode == 9
    assert "k" in {getattr(r, "id", "") for r in contents(path)}


def test_an_edit_that_saw_an_older_value_changes_nothing(path):
    stale = Change(MORE_BEDS, BEDS)
    before = contents(path)
    new = add(Facility("n", "新院", FacilityClass.OTHER, FacilityType.CLINIC))
    with open_county_file(path) as file, pytest.raises(Conflict):
        file.apply(Edit("旧", (*new, stale)))
    assert contents(path) == before


@pytest.mark.parametrize(
    "change",
    [
        Change(None, HOSPITAL),
        Change(HOSPITAL, None),
        Change(None, Allocation("p", "x", "beds", Basis.PLANNED, 2025, Decimal(1), Origin.PLANNER)),
    ],
    ids=["added twice", "still referred to", "refers to nothing"],
)
def test_an_edit_that_breaks_a_key_or_reference_is_a_conflict(path, change):
    before = contents(path)
    with open_county_file(path) as file, pytest.raises(Conflict):
        file.apply(Edit("坏", (change,)))
    assert contents(path) == before


def test_nothing_is_written_into_an_issued_plan(path):
    issued = replace(PLAN, state=PlanState.ISSUED)
    with open_county_file(path) as file:
        file.apply(Edit("印发", (Change(PLAN, issued),)))
        with pytest.raises(PlanLocked) as refused:
            file.apply(Edit("改床位", (Change(BEDS, MORE_BEDS),)))
        assert (refused.value.plan_id, refused.value.name) == ("p", "规划")
        assert [row.label for row in file.journal()] == ["新建", "印发"]
        assert BEDS in file.read().records()


def problem_of(path: Path, **options: bool) -> FileProblem:
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(FileError) as caught:
        open_county_file(path, **options)
    assert (path.read_bytes() if path.is_file() else b"") == before, (
        "the file was not left as it was"
    )
    return caught.value.problem


def test_a_missing_file_is_said_to_be_missing(tmp_path):
    assert problem_of(tmp_path / "nothing.weigui") is FileProblem.MISSING
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 a workbook", b"x" * 5000])
def test_another_kind_of_file_is_not_a_county_file(tmp_path, content):
    path = tmp_path / "a.weigui"
    path.write_bytes(content)
    assert problem_of(path) is FileProblem.NOT_A_COUNTY_FILE


def test_another_programs_database_is_not_a_county_file(tmp_path):
    path = tmp_path / "other.weigui"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE t (x)")
    connection.close()
    assert problem_of(path) is FileProblem.NOT_A_COUNTY_FILE


def test_a_damaged_file_is_refused(path):
    content = bytearray(path.read_bytes())
    content[4096 : 4096 * 6] = b"\xff" * (4096 * 5)
    path.write_bytes(content)
    assert problem_of(path) is FileProblem.DAMAGED


def test_a_truncated_file_is_refused(path):
    path.write_bytes(path.read_bytes()[:9000])
    assert problem_of(path) is FileProblem.DAMAGED


def test_a_read_only_file_is_refused_for_writing_and_read_for_reporting(path):
    path.chmod(0o444)
    assert problem_of(path) is FileProblem.READ_ONLY
    with open_county_file(path, read_only=True) as file:
        assert set(file.read().records()) == set(RECORDS)


def test_a_file_of_a_newer_version_is_refused(path):
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    assert problem_of(path) is FileProblem.NEWER_VERSION


def test_a_file_that_is_open_elsewhere_is_refused(path):
    with open_county_file(path):
        assert problem_of(path) is FileProblem.OPEN_ELSEWHERE
        assert problem_of(path, read_only=True) is FileProblem.OPEN_ELSEWHERE
    assert contents(path) == set(RECORDS)


def test_creating_never_overwrites(path):
    before = path.read_bytes()
    with pytest.raises(FileError) as caught:
        create(path, RECORDS, "新建")
    assert caught.value.problem is FileProblem.EXISTS
    assert path.read_bytes() == before


@pytest.mark.parametrize("how", ["created", "copied"])
def test_what_a_killed_program_left_behind_is_not_read_into_a_new_file(path, tmp_path, how):
    """SQLite would replay a log that lies beside a file of the same name."""
    wal = path.with_name(path.name + "-wal")
    with open_county_file(path) as file:
        file.apply(Edit("改床位", (Change(BEDS, MORE_BEDS),)))
        left = wal.read_bytes()
    source = tmp_path / "另县.weigui"
    create(source, RECORDS, "新建")
    path.unlink()
    wal.write_bytes(left)
    if how == "created":
        create(path, RECORDS, "新建")
    else:
        with open_county_file(source) as file:
            file.copy_to(path)
    assert contents(path) == set(RECORDS)


def test_a_failed_creation_leaves_nothing_behind(tmp_path):
    with pytest.raises(Conflict):
        create(tmp_path / "a.weigui", (HOSPITAL, HOSPITAL), "新建")
    assert list(tmp_path.iterdir()) == []


def test_creating_in_a_missing_folder_says_so(tmp_path):
    with pytest.raises(FileError) as caught:
        create(tmp_path / "no" / "a.weigui", RECORDS, "新建")
    assert caught.value.problem is FileProblem.NO_SUCH_FOLDER


def test_a_copy_is_whole_while_the_file_is_open(path, tmp_path):
    copy = tmp_path / "copy.weigui"
    with open_county_file(path) as file:
        file.apply(Edit("改床位", (Change(BEDS, MORE_BEDS),)))
        file.copy_to(copy)
    assert contents(copy) == contents(path)


def test_a_file_is_never_replaced_by_its_own_copy(path):
    with open_county_file(path) as file:
        with pytest.raises(FileError) as refused:
            file.copy_to(path.parent / "." / path.name)
        file.apply(Edit("改床位", (Change(BEDS, MORE_BEDS),)))
    assert refused.value.problem is FileProblem.EXISTS
    with open_county_file(path) as file:
        assert file.journal()[-1].label == "改床位"


def test_the_migrations_make_the_tables_that_the_program_uses(path):
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": False})
        assert compare_metadata(context, metadata) == []
        assert context.get_current_revision() == head()
    engine.dispose()


def test_reading_gives_the_county_that_was_written(path):
    with open_county_file(path) as file:
        county = file.read()
    assert county.info == RECORDS[0]
    assert isinstance(county, County)
    assert county.plan("p") == PLAN


def test_the_journal_tells_who_set_a_cell_last(path):
    again = Allocation("p", "h", "beds", Basis.PLANNED, 2025, Decimal("90"), Origin.PLANNER)
    other = Allocation("p", "h", "nurses", Basis.PLANNED, 2025, Decimal("5"), Origin.PLANNER)
    with open_county_file(path) as file:
        assert file.last_edit_of(BEDS).label == "新建"
        file.apply(Edit("改床位", (Change(BEDS, MORE_BEDS),)))
        file.apply(Edit("再改", (Change(MORE_BEDS, again),)))
        file.apply(Edit("护士", add(other)))
        assert file.last_edit_of(BEDS).label == "再改"
        assert file.last_edit_of(other).label == "护士"
        assert file.last_edit_of(dataclasses.replace(other, year=2024)) is None


def test_a_figure_that_is_no_number_is_damage_said_in_one_line(path):
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA ignore_check_constraints=ON")
        connection.execute("UPDATE allocations SET value = 'x'")
    connection.close()
    with open_county_file(path) as file, pytest.raises(FileError) as caught:
        file.read()
    assert caught.value.problem is FileProblem.DAMAGED
    assert "\n" not in caught.value.detail


def test_a_copy_never_replaces_a_file_that_is_open_elsewhere(path, tmp_path):
    target = tmp_path / "other.weigui"
    create(target, RECORDS[:1], "另一个")
    with open_county_file(path) as file, open_county_file(target):
        with pytest.raises(FileError) as caught:
            file.copy_to(target)
        assert caught.value.problem is FileProblem.OPEN_ELSEWHERE
    assert contents(target) == set(RECORDS[:1])


@pytest.mark.parametrize(
    "statement",
    ["DELETE FROM alembic_version", "INSERT INTO alembic_version VALUES ('9998')"],
)
@pytest.mark.parametrize("read_only", [True, False])
def test_a_file_without_its_one_version_is_damaged(path, statement, read_only):
    with sqlite3.connect(path) as database:
        database.execute(statement)
    database.close()
    with pytest.raises(FileError) as caught:
        open_county_file(path, read_only=read_only)
    assert caught.value.problem is FileProblem.DAMAGED


def test_a_name_that_no_file_can_have_is_refused(path, tmp_path):
    long = tmp_path / ("长" * 300 + ".weigui")
    with pytest.raises(FileError) as caught:
        create(long, RECORDS, "new")
    assert caught.value.problem is FileProblem.CANNOT_WRITE
    with open_county_file(path) as file, pytest.raises(FileError) as caught:
        file.copy_to(long)
    assert caught.value.problem is FileProblem.CANNOT_WRITE
    for impossible in (long, path / "b.weigui"):  # no folder but a file
        with pytest.raises(FileError) as caught:
            open_county_file(impossible)
        assert caught.value.problem is FileProblem.MISSING


def test_a_copy_that_was_cut_off_does_not_stand_in_the_way(path, tmp_path):
    target = tmp_path / "b.weigui"
    (tmp_path / "b.weigui.part").write_bytes(b"half of a copy" * 1000)
    with open_county_file(path) as file:
        file.copy_to(target)
    assert contents(target) == contents(path)
    assert not (tmp_path / "b.weigui.part").exists()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE allocations SET value = '-5'",
        "UPDATE allocations SET value = 'NaN'",
        "UPDATE allocations SET value = zeroblob(10)",
        "UPDATE allocations SET basis = 'foreign'",
        "UPDATE plans SET target_year = 2000",
        "UPDATE facilities SET name = ''",
        "UPDATE facilities SET longitude = 1000, latitude = 95",
        "UPDATE facilities SET township = '999'",
        "DELETE FROM facilities",
    ],
)
def test_what_another_program_made_impossible_is_damage(path, statement):
    database = sqlite3.connect(path)
    database.execute("PRAGMA ignore_check_constraints=ON")
    database.execute(statement)
    database.commit()
    database.close()
    with pytest.raises(FileError) as caught, open_county_file(path) as file:
        file.read()
    assert caught.value.problem is FileProblem.DAMAGED
