"""`weigui proofread`: what contradicts itself in a plan, as text and as JSON."""

from __future__ import annotations

import json

import pytest
from docx import Document

from desktop import cli
from models.discrepancy import DiscrepancyKind

LAYOUT = (
    ("序号", "机构名称", "现有编制床位（张）", "实有床位（张）", "2025年规划编制床位（张）"),
    ("1", "丙县人民医院", "400", "410", "450"),
    ("3", "丙县中医医院", "120", "", "150"),
    ("", "合计", "510", "500", "600"),
)
TOTAL = (
    "专栏2 合计 / 专栏2 第1—2行: 现有编制床位（张）: the printed total is 510, the rows sum to 520 "
    "(-10)"
)


@pytest.fixture
def weigui(qapp, capsys):
    """Run a command; its exit code, output and errors."""

    def run(*arguments):
        code = cli.main([*map(str, arguments), "--lang", "en"])
        return code, *capsys.readouterr()

    return run


@pytest.fixture
def plan(tmp_path):
    """A Word document whose total is 10 short of 400 + 120 and whose table has no row 2."""
    document = Document()
    for text in ("甲省乙市丙县卫生健康“十四五”规划", "专栏2 丙县公立医院布局"):
        document.add_paragraph(text)
    table = document.add_table(len(LAYOUT), len(LAYOUT[0]))
    for row, cells in zip(table.rows, LAYOUT, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    path = tmp_path / "plan.docx"
    document.save(str(path))
    return path


def test_contradictions_of_a_document_are_listed_with_their_places(weigui, plan):
    code, out, _ = weigui("proofread", plan)
    assert code == 1
    assert out.splitlines() == [
        TOTAL,
        "专栏2 第1行 / 专栏2 第2行: the number 2 is left out between 1 and 3",
        "2 contradictions",
    ]


def test_as_json_they_keep_every_figure_and_say_what_was_left_out(weigui, plan):
    code, out, _ = weigui("proofread", plan, "--json")
    report = json.loads(out)
    assert code == 1
    total, number = report["findings"]
    assert total == {
        "kind": "total-differs",
        "places": ["专栏2 合计", "专栏2 第1—2行"],
        "quotes": [
            "合计 | 510 | 500 | 600",
            "1 | 丙县人民医院 | 400 | 410 | 450 … 3 | 丙县中医医院 | 120 | 150",
        ],
        "message": TOTAL,
        "figures": {
            "column": "现有编制床位（张）",
            "printed": "510",
            "sum": "520",
            "difference": "-10",
        },
    }
    assert number["figures"] == {"number": "2", "before": "1", "after": "3"}
    assert report["unchecked"] == [
        {
            "places": ["专栏2 合计"],
            "reason": "blank-cells",
            "figures": {"column": "实有床位（张）", "printed": "500", "sum": "410"},
        }
    ]
    assert weigui("proofread", plan, "--json")[1] == out


@pytest.mark.parametrize("kind", DiscrepancyKind)
def test_each_kind_can_be_left_out_or_asked_for_alone(weigui, plan, kind):
    def kinds(*words):
        code, out, _ = weigui("proofread", plan, "--json", *words)
        found = [one["kind"] for one in json.loads(out)["findings"]]
        assert code == (1 if found else 0)
        return found

    everything = ["total-differs", "number-skipped"]
    assert kinds("--only", kind) == [one for one in everything if one == kind]
    assert kinds("--skip", kind) == [one for one in everything if one != kind]


def test_several_kinds_but_not_both_ways_at_once(weigui, plan):
    only = ("--only", "total-differs", "--only", "number-skipped")
    assert weigui("proofread", plan, *only)[1].endswith("2 contradictions\n")
    for words in (("--only", "typo"), ("--only", "total-differs", "--skip", "rate-differs")):
        assert weigui("proofread", plan, *words)[0] == 2


def test_a_file_without_a_plan_is_refused(weigui, tmp_path):
    path = tmp_path / "empty.docx"
    Document().save(str(path))
    code, out, error = weigui("proofread", path)
    assert (code, out, error.count("\n")) == (2, "", 1)
    assert str(path) in error
