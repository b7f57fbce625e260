from __future__ import annotations

from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from docx import Document

from db.county_file import open_county_file
from desktop import cli
from models.plan_versions import copy_plan


def export(file: Path, out: Path, *options: str) -> int:
    return cli.main(["export", str(file), "--out", str(out), *options, "--lang", "zh"])


def pdf_text(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        return "".join("".join(page.get_textpage().get_text_bounded().split()) for page in pdf)


def test_the_format_is_that_of_the_ending(dazu_file: Path, tmp_path: Path) -> None:
    assert export(dazu_file, tmp_path / "表.pdf") == 0
    assert export(dazu_file, tmp_path / "表.docx") == 0
    assert export(dazu_file, tmp_path / "表.xlsx") == 0
    assert "专栏1大足区公立医院布局（2021—2025年）" in pdf_text(tmp_path / "表.pdf")
    assert len(Document(str(tmp_path / "表.docx")).tables) == 3
    assert openpyxl.load_workbook(tmp_path / "表.xlsx").sheetnames[0] == "公立医院"


def test_the_format_may_be_said(dazu_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "附表"
    assert export(dazu_file, out, "--format", "docx", "--layout", "equipment") == 0
    assert len(Document(str(out)).tables) == 1


def test_an_ending_of_no_format_is_refused(
    dazu_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(dazu_file, tmp_path / "表.odt") == 2
    assert "--format" in capsys.readouterr().err
    assert not (tmp_path / "表.odt").exists()


def test_all_tables_stand_in_one_document(dazu_file: Path, tmp_path: Path) -> None:
    assert export(dazu_file, tmp_path / "表.xlsx", "--layout", "all") == 0
    assert openpyxl.load_workbook(tmp_path / "表.xlsx").sheetnames == [
        "主要发展指标", "床位配置标准", "公立医院", "基层医疗机构", "编制床位合计",
        "大型医用设备配置规划", "机构与床位汇总", "中期评估", "检查结果",
    ]  # fmt: skip


def test_the_review_is_of_the_year_that_is_asked_for(dazu_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "评估.pdf"
    assert export(dazu_file, out, "--layout", "mid-term-review", "--year", "2024") == 0
    text = pdf_text(out)
    assert text.count("大足区2024年规划中期评估表") == 2  # the head of its one page, and the title
    assert "填表人：" in text


def test_a_year_outside_the_plan_is_refused(dazu_file: Path, tmp_path: Path) -> None:
    options = ("--layout", "mid-term-review", "--year", "2031")
    assert export(dazu_file, tmp_path / "评估.pdf", *options) == 2


def test_a_version_is_compared_with_the_one_before(
    dazu_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "对比.xlsx"
    assert export(dazu_file, out, "--layout", "comparison") == 2
    assert "“十四五”规划（公布）" in capsys.readouterr().err
    with open_county_file(dazu_file) as file:
        county = file.read()
        file.apply(copy_plan(county, county.plans[0].id, name="二稿", date="", label="复制"))
    assert export(dazu_file, out, "--layout", "comparison") == 0
    totals, cells = openpyxl.load_workbook(out).worksheets
    assert [cell.value for cell in totals[3]][3:5] == ["“十四五”规划（公布）", "二稿"]
    assert cells.max_row == 3  # the copy differs in nothing


def test_a_file_for_the_archive_names_its_standard_and_the_author(
    dazu_file: Path, tmp_path: Path
) -> None:
    out = tmp_path / "表.pdf"
    assert export(dazu_file, out, "--archive", "--author", "某县卫生健康委") == 0
    assert b"<pdfaid:part>2</pdfaid:part>" in out.read_bytes()
    with pypdfium2.PdfDocument(out) as pdf:
        assert pdf.get_metadata_value("Author") == "某县卫生健康委"
