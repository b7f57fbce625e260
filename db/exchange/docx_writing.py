"""Tables of a plan as a Word document (.docx), set up as GB/T 9704-2012 asks of official papers.

The tables are Word's own: headings repeat on each page, rows stay whole, cells are merged, captions
are numbered by a field that counts on in the document that they are pasted into.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section, _Footer
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from db.exchange.docx_styles import Style, make_styles
from db.exchange.docx_table import add_table
from models.catalogue import Language
from models.paper_layout import by_orientation
from models.plan_document import (
    PlanDocument,
    PlanTable,
    caption,
    caption_label,
)

LONG_SIDE, SHORT_SIDE = Mm(297), Mm(210)
TOP, LEFT = Mm(37), Mm(28)
TEXT_WIDTH, TEXT_HEIGHT = Mm(156), Mm(225)
_RIGHT = Mm(210 - 28 - 156)
_BOTTOM = Mm(297 - 37 - 225)
_FOOTER = Mm(23)  # the number's upper edge is 7 mm under the text
_UNWANTED = ("/thumbnail", "/extended-properties", "/customXml", "/stylesWithEffects")


def document_docx(document: PlanDocument, day: date) -> bytes:
    """The document as a file. `day` is the date of its properties, which name nobody but the
    author that the planner gives."""
    word = Document()
    _clean(word, document, day)
    make_styles(word, document.language)
    word.settings.odd_and_even_pages_header_footer = True
    section = word.sections[0]
    _number_pages(section)
    word.add_paragraph(document.title, Style.TITLE)
    word.add_paragraph(document.subtitle, Style.SUBTITLE)
    for place, (landscape, tables) in enumerate(by_orientation(document)):
        section = word.add_section() if place else section
        _set_up_page(section, landscape=landscape)
        for number, table in tables:
            _add_table(word, document, number, table, landscape)
    if document.source:
        label = "资料来源：" if document.language is Language.ZH else "Source: "
        word.add_paragraph(label + document.source, Style.NOTE)
    content = BytesIO()
    word.save(content)
    return content.getvalue()


def _clean(word: WordDocument, document: PlanDocument, day: date) -> None:
    """Leave out what the library's template says of another program and another writer."""
    for holder in (word.part.package, word.part):
        assert holder is not None
        for name, relation in list(holder.rels.items()):
            if relation.reltype.endswith(_UNWANTED):
                del holder.rels[name]
    properties = word.core_properties
    properties.title, properties.author = document.title, document.author
    properties.comments, properties.last_modified_by = "", document.author
    moment = datetime(day.year, day.month, day.day, tzinfo=UTC).replace(tzinfo=None)
    properties.created = properties.modified = moment


def _set_up_page(section: Section, *, landscape: bool) -> None:
    """The text is 156 × 225 mm; of a turned page its head is at the binding."""
    if landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = LONG_SIDE, SHORT_SIDE
        section.top_margin, section.bottom_margin = LEFT, _RIGHT
        section.left_margin, section.right_margin = _BOTTOM, TOP
        section.footer_distance = Mm(14)
    else:
        section.orientation = WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = SHORT_SIDE, LONG_SIDE
        section.top_margin, section.bottom_margin = TOP, _BOTTOM
        section.left_margin, section.right_margin = LEFT, _RIGHT
        section.footer_distance = _FOOTER
    section.header_distance = Mm(15)


def _number_pages(section: Section) -> None:
    """— 1 — at the outer edge, a character from it: right on odd pages, left on even ones."""
    _add_number(section.footer, WD_ALIGN_PARAGRAPH.RIGHT)
    _add_number(section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT)


def _add_number(footer: _Footer, side: WD_ALIGN_PARAGRAPH) -> None:
    footer.is_linked_to_previous = False
    paragraph = footer.paragraphs[0]
    paragraph.style = Style.PAGE_NUMBER
    paragraph.alignment = side
    paragraph.paragraph_format.right_indent = paragraph.paragraph_format.left_indent = Pt(14)
    paragraph.add_run("— ")
    _add_field(paragraph, "PAGE", "1")
    paragraph.add_run(" —")


def _add_field(paragraph: Paragraph, instruction: str, shown: str) -> None:
    field: BaseOxmlElement = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    run: BaseOxmlElement = OxmlElement("w:r")
    text: BaseOxmlElement = OxmlElement("w:t")
    text.text = shown
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def _add_table(
    word: WordDocument, document: PlanDocument, number: int, table: PlanTable, landscape: bool
) -> None:
    if text := caption(document, number, table):
        _add_caption(word, document, number, text)
    add_table(word, table, TEXT_HEIGHT if landscape else TEXT_WIDTH)
    for note in table.notes:
        word.add_paragraph(note, Style.NOTE)
    if table.signatures:
        word.add_paragraph("\t".join(table.signatures), Style.SIGNATURES)
    if not table.notes and not table.signatures:
        word.add_paragraph("", Style.NOTE)


def _add_caption(word: WordDocument, document: PlanDocument, number: int, text: str) -> None:
    """The number, where there is one, is a field: it counts on where the table is pasted."""
    if not document.is_numbered:
        word.add_paragraph(text, Style.CAPTION)
        return
    label = caption_label(document.language)
    line = word.add_paragraph(label, Style.CAPTION)
    _add_field(line, f"SEQ {label.strip()} \\* ARABIC", str(number))
    line.add_run(text.removeprefix(f"{label}{number}"))
