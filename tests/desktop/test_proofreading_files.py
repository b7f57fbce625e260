from __future__ import annotations

from pathlib import Path

import pytest

from desktop.background import Task
from desktop.proofreading_files import proofreading
from models.discrepancy import DiscrepancyKind
from models.errors import FileError, FileProblem


def nothing(task: Task) -> None:
    """A task to report to that nobody waits for."""


def test_a_document_is_read_and_checked(qapp: object, plan_document: Path) -> None:
    steps: list[tuple[int, int]] = []
    task = Task(nothing)
    task.progressed.connect(lambda done, total: steps.append((done, total)))
    document = proofreading(plan_document)(task)
    assert [one.kind for one in document.found] == [
        DiscrepancyKind.TOTAL_DIFFERS,
        DiscrepancyKind.RATE_DIFFERS,
        DiscrepancyKind.YEAR_OUTSIDE,
    ]
    assert document.path == plan_document
    assert document.tables == (("专栏2 丁县床位配置标准", 3), ("专栏3 丁县床位布局", 2))
    assert document.lines == 5  # title, heading, sentence and two captions
    assert document.unchecked == ()
    assert steps == [(0, 2), (1, 2), (2, 2)]


def test_a_total_that_was_left_out_is_said(qapp: object, plan_document: Path) -> None:
    text = plan_document.read_text("utf-8").replace("\t合计\n\t190\n", "\t合计\n\t—\n")
    plan_document.write_text(text, "utf-8")
    document = proofreading(plan_document)(Task(nothing))
    assert [(total.reason, total.figures["sum"]) for total in document.unchecked] == [
        ("no-total", "180")
    ]


def test_a_file_that_is_gone_is_refused(qapp: object, tmp_path: Path) -> None:
    with pytest.raises(FileError) as refused:
        proofreading(tmp_path / "没有.txt")(Task(nothing))
    assert refused.value.problem is FileProblem.MISSING
