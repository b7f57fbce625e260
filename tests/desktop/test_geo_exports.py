"""The work that writes a county's layers, off the GUI thread."""

from __future__ import annotations

from pathlib import Path

import pyogrio
import pytest

from desktop.background import Cancelled, Task
from desktop.geo_exports import writing_of
from desktop.session import CountySession
from models.county import remove_facilities
from models.errors import FileError, FileProblem
from models.geo_export import ExportLayer


def test_the_county_is_written_as_it_was_when_the_work_was_made(
    session: CountySession, tmp_path: Path
) -> None:
    path = tmp_path / "县.gpkg"
    work = writing_of(session, path, [ExportLayer.FACILITIES])
    session.do(remove_facilities(session.county, ["c"], "删除"))
    layers = work(Task(lambda task: None))
    assert [(layer.name, len(layer)) for layer in layers] == [("医疗卫生机构", 3)]
    assert pyogrio.read_info(path)["features"] == 3


def test_a_cancelled_work_writes_nothing(session: CountySession, tmp_path: Path) -> None:
    path = tmp_path / "县.gpkg"
    task = Task(lambda task: None)
    task.cancel()
    with pytest.raises(Cancelled):
        writing_of(session, path, [ExportLayer.FACILITIES])(task)
    assert not path.exists()


def test_a_county_without_such_layers_writes_nothing(
    session: CountySession, tmp_path: Path
) -> None:
    with pytest.raises(FileError) as refused:
        writing_of(session, tmp_path / "县.gpkg", [ExportLayer.ROADS])(Task(lambda task: None))
    assert refused.value.problem is FileProblem.NOTHING_TO_WRITE
