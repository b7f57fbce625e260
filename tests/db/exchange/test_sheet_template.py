"""The bureau's own look of target sheets, and what happens when it is broken."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from db.exchange.pdf import target_sheets_pdf
from db.exchange.sheet_template import SheetTemplate, built_in, copy_template, read_template
from models.catalogue import Catalogue, Language
from models.county import County
from models.errors import NEEDS_NETWORK, BrokenTemplate, FileError, FileProblem
from models.plan import Plan
from models.rules.evaluate import Evaluation
from models.target_sheet import TargetSheet, target_sheet

DAY = date(2026, 11, 22)
RED = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">'
    '<rect width="40" height="40" fill="#f00"/></svg>'
)


@pytest.fixture
def sheet(county: County, plan: Plan, catalogue: Catalogue) -> TargetSheet:
    rules = tuple(Evaluation(county, plan, catalogue.rules(plan.rule_set)).rules)
    return target_sheet(county, plan, rules, (), catalogue, "h1", Language.ZH)


def text_of(sheet: TargetSheet, template: SheetTemplate) -> str:
    pdf = target_sheets_pdf([sheet], Language.ZH, DAY, template=template)
    with pypdfium2.PdfDocument(pdf) as document:
        return "".join(page.get_textpage().get_text_bounded() for page in document)


def test_without_a_folder_the_built_in_template_is_used() -> None:
    assert read_template(None) == built_in()


def test_an_empty_folder_changes_nothing(sheet: TargetSheet, tmp_path: Path) -> None:
    template = read_template(tmp_path)
    assert not template.is_own
    assert text_of(sheet, template) == text_of(sheet, built_in())


def test_the_copy_is_the_built_in_one_and_is_never_overwritten(tmp_path: Path) -> None:
    copied = copy_template(tmp_path)
    assert copied.read_bytes() == built_in().source
    copied.write_text("changed", "utf8")
    with pytest.raises(FileError) as refused:
        copy_template(tmp_path)
    assert refused.value.problem is FileProblem.EXISTS
    assert copied.read_text("utf8") == "changed"


def test_a_changed_copy_is_what_is_printed(sheet: TargetSheet, tmp_path: Path) -> None:
    copied = copy_template(tmp_path)
    words = copied.read_text("utf8").replace("机构资源配置目标表", "机构资源配置责任书")
    copied.write_text(words, "utf8")
    template = read_template(tmp_path)
    assert template.is_own
    assert "责任书" in text_of(sheet, template)


def test_an_own_template_is_told_how_many_pages_each_sheet_has(
    sheet: TargetSheet, tmp_path: Path
) -> None:
    (tmp_path / "target_sheet.typ").write_text(
        """#let data = json(bytes(sys.inputs.data))
#for sheet in data.sheets {
  heading(sheet.facility.name)
  [has #sheet.pages]
  pagebreak()
  [end]
}
""",
        "utf8",
    )
    assert "has 2" in text_of(sheet, read_template(tmp_path))


def test_head_and_logo_stand_above_the_title(sheet: TargetSheet, tmp_path: Path) -> None:
    (tmp_path / "head.txt").write_text("某县卫生健康委员会\n\n规划科\n", "utf-8-sig")
    (tmp_path / "logo.svg").write_text(RED, "utf8")
    template = read_template(tmp_path)
    assert template.head == ("某县卫生健康委员会", "规划科")
    pdf = target_sheets_pdf([sheet], Language.ZH, DAY, template=template)
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        text = page.get_textpage().get_text_bounded()
        picture = page.render(scale=1).to_pil().convert("RGB")
    assert text.index("规划科") < text.index("目标表")
    assert (255, 0, 0) in {picture.getpixel((x, y)) for x in range(200) for y in range(200)}


def test_a_broken_template_tells_its_line_and_the_reason(
    sheet: TargetSheet, tmp_path: Path
) -> None:
    (tmp_path / "target_sheet.typ").write_text("= 标题\n\n#let a = (1\n", "utf8")
    with pytest.raises(BrokenTemplate) as broken:
        text_of(sheet, read_template(tmp_path))
    assert (broken.value.line, broken.value.reason) == (3, "unclosed delimiter")


def test_a_template_that_would_fetch_a_package_is_refused(
    sheet: TargetSheet, tmp_path: Path
) -> None:
    (tmp_path / "target_sheet.typ").write_text('\n#import "@preview/tablex:0.0.8": *\n', "utf8")
    with pytest.raises(BrokenTemplate) as broken:
        text_of(sheet, read_template(tmp_path))
    assert (broken.value.line, broken.value.reason) == (2, NEEDS_NETWORK)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileError) as refused:
        read_template(tmp_path / "gone")
    assert refused.value.problem is FileProblem.NO_SUCH_FOLDER
