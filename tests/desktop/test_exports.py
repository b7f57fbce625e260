from __future__ import annotations

import re
from pathlib import Path

import openpyxl
import pytest

from db.county_file import create, open_county_file
from db.samples import sample_records
from desktop import exports
from desktop.background import Cancelled, Task
from desktop.opening import open_session
from desktop.plan_papers import usual_layout
from desktop.session import CountySession
from desktop.sheet_exports import SheetRun
from models.catalogue import Language
from models.errors import FileError, FileProblem
from models.layout import Layout


def test_a_name_says_county_plan_content_and_day(session: CountySession) -> None:
    name = exports.default_name(session, "目标表", ".pdf")
    assert re.fullmatch(r"测试县-规划-目标表-\d{8}\.pdf", name)


def test_a_name_holds_nothing_that_a_file_system_refuses(session: CountySession) -> None:
    assert exports.default_name(session, 'a/b:c"', ".pdf").count("_") == 3


def test_the_usual_layout_is_the_one_the_plan_was_published_in(
    session: CountySession, tmp_path: Path
) -> None:
    assert usual_layout(session) is Layout.THREE_COLUMN
    path = tmp_path / "雁江区.weigui"
    create(path, sample_records("yanjiang"), "new")
    yanjiang = open_session(path, Language.ZH)
    assert usual_layout(yanjiang) is Layout.ONE_COLUMN
    exports.allocation_workbook(yanjiang, tmp_path / "表.xlsx")
    yanjiang.close()
    workbook = openpyxl.load_workbook(tmp_path / "表.xlsx")
    cells = [str(c.value) for row in workbook.worksheets[0].iter_rows() for c in row]
    workbook.close()
    assert any("备注" in cell for cell in cells)
    assert not any("实有" in cell for cell in cells)


def test_sheets_are_of_the_moment_they_were_asked_for(session: CountySession) -> None:
    work = SheetRun().one_pdf(session, ["b"])
    session.close()  # the work needs neither the file nor the county any more
    assert work(Task(lambda task: None)).startswith(b"%PDF")


def test_sheets_can_be_cancelled_before_they_are_set(session: CountySession) -> None:
    work, task = SheetRun().one_pdf(session, ["b"]), Task(lambda task: None)
    task.cancel()
    with pytest.raises(Cancelled):
        work(task)


def test_a_workbook_is_no_plans_text(session: CountySession, tmp_path: Path) -> None:
    path = tmp_path / "表.xlsx"
    exports.allocation_workbook(session, path)
    with pytest.raises(FileError) as refused:
        exports.read_plan(path)
    assert refused.value.problem is FileProblem.UNKNOWN_FORMAT


def test_the_file_can_be_opened_by_others_after_the_session(
    session: CountySession,
) -> None:
    path = session.file.path
    session.close()
    open_county_file(path).close()
