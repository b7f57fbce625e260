from __future__ import annotations

import re
import zipfile
from datetime import date
from io import BytesIO

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Mm

from db.exchange.docx_writing import document_docx
from models.catalogue import Language
from models.plan_document import Kind, PlanDocument, PlanTable, Side, TableColumn, TableRow

COLUMNS = (
    TableColumn("类别", 20),
    TableColumn("指标", 40),
    TableColumn("2020年", 12, Kind.COUNT, Side.RIGHT, "床位"),
    TableColumn("2025年", 12, Kind.COUNT, Side.RIGHT, "床位"),
)
ROWS = (
    TableRow(("资源", "医院床位", 100, 120)),
    TableRow(("资源", "其中：公立", None, 80), is_part=True),
    TableRow(("资源", "基层床位\n（张）", 0, 10)),
    TableRow((None, "合计", 100, 130), is_total=True),
)
UPRIGHT = PlanTable(
    "指标", "某县指标", COLUMNS, ROWS, heads=2, joined=0, notes=("注：人口为推算。",)
)
TURNED = PlanTable(
    "项目", "某县项目", COLUMNS[1:3], ROWS[:0], landscape=True, signatures=("填表人：",)
)
DAY = date(2026, 11, 25)


def document(author: str = "", language: Language = Language.ZH) -> PlanDocument:
    return PlanDocument(
        "某县规划", "规划 草案", language, (UPRIGHT, TURNED), source="《某县规划》", author=author
    )


@pytest.fixture(scope="module")
def content() -> bytes:
    return document_docx(document(), DAY)


@pytest.fixture(scope="module")
def word(content: bytes) -> WordDocument:
    return Document(BytesIO(content))


def cells(word: WordDocument, table: int = 0) -> list[list[str]]:
    rows = word.tables[table]._tbl.tr_lst
    return [["\n".join(p.text for p in cell.p_lst) for cell in row.tc_lst] for row in rows]


def test_the_table_says_what_the_plan_says(word: WordDocument) -> None:
    assert cells(word) == [
        ["类别", "指标", "床位"],
        ["", "", "2020年", "2025年"],
        ["资源", "医院床位", "100", "120"],
        ["", "其中：公立", "—", "80"],
        ["", "基层床位\n（张）", "0", "10"],
        ["", "合计", "100", "130"],
    ]


def test_headings_repeat_and_no_row_breaks(word: WordDocument) -> None:
    rows = word.tables[0]._tbl.tr_lst
    repeated = [row.find(f".//{qn('w:tblHeader')}") is not None for row in rows]
    assert repeated == [True, True, False, False, False, False]
    assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in rows)


def test_cells_are_merged_down_and_across(word: WordDocument) -> None:
    first, second, *body = word.tables[0]._tbl.tr_lst
    assert [cell.grid_span for cell in first.tc_lst] == [1, 1, 2]
    assert [cell.vMerge for cell in first.tc_lst] == ["restart", "restart", None]
    assert [cell.vMerge for cell in second.tc_lst] == ["continue", "continue", None, None]
    assert [row.tc_lst[0].vMerge for row in body] == ["restart", "continue", "continue", None]


def test_captions_are_numbered_by_a_field(word: WordDocument) -> None:
    captions = [p for p in word.paragraphs if p.style is not None and p.style.name == "Caption"]
    texts = ["".join(node.text or "" for node in p._p.iter(qn("w:t"))) for p in captions]
    assert texts == ["专栏1 某县指标", "专栏2 某县项目"]
    fields = [field for p in captions for field in p._p.iter(qn("w:fldSimple"))]
    assert [f.get(qn("w:instr")) for f in fields] == ["SEQ 专栏 \\* ARABIC"] * 2


def test_pages_are_set_up_as_official_papers(word: WordDocument) -> None:
    upright, turned = word.sections
    assert [round(side.mm) for side in (upright.page_width, upright.page_height)] == [210, 297]
    margins = (upright.top_margin, upright.bottom_margin, upright.left_margin, upright.right_margin)
    assert [round(side.mm) for side in margins] == [37, 35, 28, 26]  # leaves 156 × 225 mm
    assert [round(side.mm) for side in (turned.page_width, turned.page_height)] == [297, 210]
    width = turned.page_width - turned.left_margin - turned.right_margin
    assert round(width / Mm(1)) == 225


def test_pages_are_numbered_at_the_outer_edge(word: WordDocument) -> None:
    section = word.sections[0]
    for footer, side in ((section.footer, 2), (section.even_page_footer, 0)):
        (paragraph,) = footer.paragraphs
        assert "".join(n.text or "" for n in paragraph._p.iter(qn("w:t"))) == "— 1 —"
        assert paragraph.alignment == side


@pytest.mark.parametrize(
    ("style", "font", "points"),
    [
        ("附表标题", "方正小标宋简体", 22),
        ("Normal", "仿宋_GB2312", 16),
        ("Caption", "黑体", 14),
        ("表格标题行", "黑体", 10.5),
        ("表格文字", "宋体", 10.5),
    ],
)
def test_fonts_are_named_as_the_standard_asks(
    word: WordDocument, style: str, font: str, points: float
) -> None:
    found = word.styles[style]
    fonts = found.element.rPr.find(qn("w:rFonts"))
    assert fonts.get(qn("w:eastAsia")) == font
    assert fonts.get(qn("w:ascii")) == "Times New Roman"
    assert found.font.size.pt == points


def test_fonts_that_a_machine_may_lack_have_other_names(content: bytes) -> None:
    with zipfile.ZipFile(BytesIO(content)) as package:
        fonts = package.read("word/fontTable.xml").decode()
        theme = package.read("word/theme/theme1.xml").decode()
    assert '<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋,FangSong,华文仿宋"/>' in fonts
    assert re.findall(r'<a:ea typeface="(.*?)"/>', theme) == ["黑体", "宋体"]


def test_the_file_names_nobody(content: bytes) -> None:
    with zipfile.ZipFile(BytesIO(content)) as package:
        names = package.namelist()
        core = package.read("docProps/core.xml").decode()
    assert not [name for name in names if "thumbnail" in name or "app.xml" in name]
    assert "<dc:creator></dc:creator>" in core or "<dc:creator/>" in core
    assert "python" not in core
    assert core.count("2026-11-25T00:00:00Z") == 2


def test_the_author_is_named_who_is_given() -> None:
    word = Document(BytesIO(document_docx(document("某县卫生健康委"), DAY)))
    assert word.core_properties.author == "某县卫生健康委"


def test_an_english_document_has_english_captions() -> None:
    word = Document(BytesIO(document_docx(document(language=Language.EN), DAY)))
    texts = ["".join(n.text or "" for n in p._p.iter(qn("w:t"))) for p in word.paragraphs]
    assert "Table 1 某县指标" in texts
    assert "Source: 《某县规划》" in texts


def test_punctuation_is_set_as_in_china(word: WordDocument) -> None:
    """Without it, a comma stands in the middle of its square, as in Hong Kong."""
    languages = {lang.get(qn("w:eastAsia")) for lang in word.styles.element.iter(qn("w:lang"))}
    assert languages == {"zh-CN"}
