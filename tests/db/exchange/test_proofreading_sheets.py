from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from db.exchange.proofreading_sheets import write_discrepancy_workbook
from models.catalogue import Language
from models.errors import FileError, FileProblem

HEADINGS = ("类别", "位置", "相差", "问题", "原文")
ROW = ("合计不符", "专栏3 合计", "+10", "=190", "合计 | 190\n丁县人民医院 | 100")


@pytest.mark.parametrize(
    ("language", "title"),
    [(Language.ZH, "规划校对清单"), (Language.EN, "Proofreading list")],
)
def test_the_rows_stand_below_title_document_and_headings(
    tmp_path: Path, language: Language, title: str
) -> None:
    path = tmp_path / "清单.xlsx"
    write_discrepancy_workbook(path, "丁县规划.docx", HEADINGS, [ROW], language)
    sheet = load_workbook(path).worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    assert (rows[0][0], rows[1][0]) == (title, "丁县规划.docx")
    assert rows[2:] == [HEADINGS, ROW]
    assert sheet["D4"].data_type == "s"  # what only looks like a formula stays a text


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileError) as refused:
        write_discrepancy_workbook(tmp_path / "no" / "a.xlsx", "a", HEADINGS, [], Language.ZH)
    assert refused.value.problem is FileProblem.NO_SUCH_FOLDER
