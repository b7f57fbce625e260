from __future__ import annotations

from pathlib import Path

import pytest

from db.county_file import create, open_county_file
from desktop.opening import begin, open_session
from models.catalogue import Language
from models.errors import FileError, FileProblem
from models.plan import CountyInfo, Plan

PLAN = Plan("p", "规划", "新县规划", "", 2020, 2025, "")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "新县.weigui"
    create(path, [CountyInfo("", "新县")], "new")
    return path


def test_a_file_without_a_plan_is_refused_and_let_go_of(path: Path, qapp: object) -> None:
    with pytest.raises(FileError) as refused:
        open_session(path, Language.ZH)
    assert refused.value.problem is FileProblem.NO_PLAN
    open_county_file(path).close()


def test_first_records_join_what_the_file_holds(path: Path, qapp: object) -> None:
    begin(path, [CountyInfo("500999", "别名"), PLAN], "first plan")
    session = open_session(path, Language.ZH)
    assert session.plan == PLAN
    assert session.county.info == CountyInfo("", "新县")
    session.close()
