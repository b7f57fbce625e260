"""The styles and fonts of a Word document as official papers have them.

Fonts are named as GB/T 9704 asks; where a machine lacks one, Word goes by the other names of its
font table, then by the theme's fonts.
"""

from __future__ import annotations

from enum import StrEnum
from xml.sax.saxutils import quoteattr

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.opc.part import Part
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from models.catalogue import Language

LATIN = "Times New Roman"
TITLE_FONT, BODY_FONT, HEAD_FONT, TABLE_FONT = "方正小标宋简体", "仿宋_GB2312", "黑体", "宋体"
_OTHER_NAMES = {
    TITLE_FONT: "FZXiaoBiaoSong-B05S,方正小标宋_GBK,华文中宋,宋体",
    BODY_FONT: "仿宋,FangSong,华文仿宋",
    HEAD_FONT: "SimHei",
    TABLE_FONT: "SimSun,Songti SC",
}
_LINE = Pt(28.95)  # 22 lines on the 225 mm of a page


class Style(StrEnum):
    TITLE = "附表标题"
    SUBTITLE = "附表说明"
    CAPTION = "Caption"  # 题注: Word's list of tables goes by it
    CELL = "表格文字"
    HEADING = "表格标题行"
    NOTE = "表注"
    SIGNATURES = "表格签署"
    PAGE_NUMBER = "页码"


def make_styles(word: WordDocument, language: Language) -> None:
    """Add the styles, and the fonts that stand in for those a machine lacks."""
    normal = word.styles["Normal"]
    assert isinstance(normal, ParagraphStyle)
    _set(normal, BODY_FONT, 16, language)
    for name, font, points, side in (
        (Style.TITLE, TITLE_FONT, 22, WD_ALIGN_PARAGRAPH.CENTER),
        (Style.SUBTITLE, BODY_FONT, 14, WD_ALIGN_PARAGRAPH.CENTER),
        (Style.CAPTION, HEAD_FONT, 14, WD_ALIGN_PARAGRAPH.CENTER),
        (Style.CELL, TABLE_FONT, 10.5, WD_ALIGN_PARAGRAPH.LEFT),
        (Style.HEADING, HEAD_FONT, 10.5, WD_ALIGN_PARAGRAPH.CENTER),
        (Style.NOTE, TABLE_FONT, 9, WD_ALIGN_PARAGRAPH.LEFT),
        (Style.SIGNATURES, TABLE_FONT, 10.5, WD_ALIGN_PARAGRAPH.LEFT),
        (Style.PAGE_NUMBER, TABLE_FONT, 14, WD_ALIGN_PARAGRAPH.LEFT),
    ):
        style = _style(word, name)
        _set(style, font, points, language)
        style.paragraph_format.alignment = side
    _space(word)
    for spoken in word.styles.element.iter(qn("w:lang")):  # punctuation is set as in China
        spoken.set(qn("w:eastAsia"), "zh-CN")
    for part in (relation.target_part for relation in word.part.rels.values()):
        if part.partname == "/word/fontTable.xml":
            part._blob = _font_table()
        elif part.partname.startswith("/word/theme/"):
            _set_theme(part)


def _style(word: WordDocument, name: Style) -> ParagraphStyle:
    if name is Style.CAPTION:
        style = word.styles[name]
    else:
        style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = word.styles["Normal"]
    assert isinstance(style, ParagraphStyle)
    return style


def _set(style: ParagraphStyle, font: str, points: float, language: Language) -> None:
    """Chinese in `font`, Latin letters and figures in Times; black, upright, single-spaced."""
    style.font.size, style.font.bold, style.font.italic = Pt(points), False, False
    style.font.color.rgb = RGBColor(0, 0, 0)
    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{name}"), LATIN)
    fonts.set(qn("w:eastAsia"), font)
    if language is Language.ZH:  # quotation marks and dashes are Chinese ones
        fonts.set(qn("w:hint"), "eastAsia")
    spacing = style.paragraph_format
    spacing.space_before = spacing.space_after = Pt(0)
    spacing.line_spacing_rule = WD_LINE_SPACING.SINGLE


def _space(word: WordDocument) -> None:
    """The room around titles, captions and notes."""
    normal, title, subtitle, caption, note, signatures = (
        word.styles[name].paragraph_format
        for name in (
            "Normal", Style.TITLE, Style.SUBTITLE, Style.CAPTION, Style.NOTE, Style.SIGNATURES,
        )
    )  # fmt: skip
    normal.line_spacing_rule, normal.line_spacing = WD_LINE_SPACING.EXACTLY, _LINE
    title.space_after, subtitle.space_after = Pt(8), Pt(10)
    caption.space_before, caption.space_after = Pt(10), Pt(5)
    caption.keep_with_next = title.keep_with_next = subtitle.keep_with_next = True
    note.space_before = Pt(3)
    signatures.space_before = Pt(18)
    for place in (Mm(60), Mm(120)):
        signatures.tab_stops.add_tab_stop(place)


def _font_table() -> bytes:
    fonts = "".join(
        f"<w:font w:name={quoteattr(name)}><w:altName w:val={quoteattr(others)}/>"
        '<w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>'
        for name, others in _OTHER_NAMES.items()
    )
    latin = f'<w:font w:name="{LATIN}"><w:charset w:val="00"/><w:family w:val="roman"/></w:font>'
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f"{head}<w:fonts {nsdecls('w')}>{fonts}{latin}</w:fonts>".encode()


def _set_theme(part: Part) -> None:
    """Headings fall back on 黑体, text on 宋体."""
    before, _, after = part.blob.decode().partition("</a:majorFont>")
    empty = '<a:ea typeface=""/>'
    named = [
        text.replace(empty, f'<a:ea typeface="{font}"/>', 1)
        for text, font in ((before, HEAD_FONT), (after, TABLE_FONT))
    ]
    part._blob = "</a:majorFont>".join(named).encode()
