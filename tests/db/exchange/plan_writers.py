"""A plan, given as lines of text and tables of cells, written as text, document and workbook."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from docx import Document
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from models.discrepancy import Discrepancy

Rows = Sequence[Sequence[str]]
Block = str | Rows


def write_text(path: Path, blocks: Sequence[Block]) -> None:
    """A cell a line, with a tab before it; a blank line after a row, two after a table."""
    parts = [
        f"{block}\n"
        if isinstance(block, str)
        else "\n\n".join("\n".join(f"\t{cell}" for cell in row) for row in block) + "\n\n\n"
        for block in blocks
    ]
    path.write_text("\n".join(parts), encoding="utf-8")


def write_word(path: Path, blocks: Sequence[Block]) -> None:
    document = Document()
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        width = max(map(len, block))
        table = document.add_table(len(block), width)
        for r, row in enumerate(block):
            for text, (first, last) in zip(row, spans(row, width), strict=True):
                table.cell(r, first).merge(table.cell(r, last)).text = text
    document.save(str(path))


def write_workbook(path: Path, blocks: Sequence[Block]) -> None:
    """All text on the first sheet; a table on a sheet of its own, below its caption."""
    book = Workbook()
    text = book.worksheets[0]
    text.title = "正文"
    caption = ""
    for block in blocks:
        if not isinstance(block, str):
            fill(book.create_sheet(), caption, block)
            caption = ""
        elif block.startswith(("专栏", "表")):
            caption = block
        else:
            text.append([block])
    book.save(path)


def fill(sheet: Worksheet, caption: str, rows: Rows) -> None:
    sheet.append([caption] if caption else [])
    width = max(map(len, rows))
    for r, row in enumerate(rows, 2):
        for text, (first, last) in zip(row, spans(row, width), strict=True):
            sheet.cell(r, first + 1, int(text) if text.isdecimal() else text or None)
            if last > first:
                sheet.merge_cells(
                    start_row=r, end_row=r, start_column=first + 1, end_column=last + 1
                )


def spans(row: Sequence[str], width: int) -> list[tuple[int, int]]:
    """First and last column of each cell: a row that lacks one begins with a 合计 over two, one of
    fewer has its headings over several."""
    if len(row) == width:
        return [(c, c) for c in range(width)]
    if len(row) == width - 1:
        return [(0, 1), *((c, c) for c in range(2, width))]
    each = (width - 1) // (len(row) - 1)
    return [(0, 0), *((1 + i * each, (i + 1) * each) for i in range(len(row) - 1))]


WRITERS: dict[str, Callable[[Path, Sequence[Block]], None]] = {
    "txt": write_text,
    "docx": write_word,
    "xlsx": write_workbook,
}


def told(found: list[Discrepancy]) -> list[tuple[object, ...]]:
    """All of a contradiction but its places, which are the source's own."""
    return [(one.kind, dict(one.figures), one.quotes) for one in found]
