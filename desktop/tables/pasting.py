"""Where the cells of a pasted block fall."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

Text = tuple[int, int, str]  # row, column, text to write there
Block = Sequence[Sequence[str]]


@dataclass(frozen=True)
class Pasting:
    """A block laid from the top left selected cell on.

    `texts` are all that fall inside the table; `beyond` counts texts that fall outside it.
    `inside` are the texts within the selection, None where the selection does not limit the block.
    """

    texts: list[Text]
    beyond: int = 0
    inside: list[Text] | None = None

    @property
    def is_doubtful(self) -> bool:
        return bool(self.beyond) or self.inside is not None


def lay(block: Block, cells: Sequence[tuple[int, int]], rows: int, columns: int) -> Pasting:
    """Lay a block on the selected cells (at least one) of a table of so many rows and columns.

    A selection that is a multiple of the block is filled with copies of it, as in a spreadsheet; a
    block that is larger than several selected cells is doubtful.
    """
    top, left = min(row for row, _ in cells), min(column for _, column in cells)
    height = max(row for row, _ in cells) - top + 1
    width = max(column for _, column in cells) - left + 1
    block_width = max(len(row) for row in block)
    larger = len(cells) > 1 and (len(block) > height or block_width > width)
    whole = not larger and height % len(block) == 0 and width % block_width == 0
    down, across = (height // len(block), width // block_width) if whole else (1, 1)
    every = [
        (top + i * len(block) + r, left + j * block_width + c, text)
        for i in range(down)
        for j in range(across)
        for r, row in enumerate(block)
        for c, text in enumerate(row)
    ]
    texts = [t for t in every if t[0] < rows and t[1] < columns]
    beyond = sum(1 for r, c, text in every if text.strip() and not (r < rows and c < columns))
    inside = [t for t in texts if t[0] < top + height and t[1] < left + width]
    return Pasting(texts, beyond, inside if larger else None)


def without_subtotals(
    pasting: Pasting, height: int, copied: Collection[int], subtotals: Collection[int]
) -> Pasting:
    """Skip the subtotals of a block that was copied with them, `copied` among its `height` rows;
    `subtotals` are those of the table.

    Only where they fall on subtotals and nothing else does; else the pasting is as it was, and
    what falls on a subtotal will be refused.
    """
    rows = {row for row, _, _ in pasting.texts}
    if not copied or not rows:
        return pasting
    top = min(rows)
    skipped = {row for row in rows if (row - top) % height in copied}
    if skipped != rows.intersection(subtotals):
        return pasting
    texts = [text for text in pasting.texts if text[0] not in skipped]
    if not texts:
        return pasting
    inside = pasting.inside
    if inside is not None:
        inside = [text for text in inside if text[0] not in skipped]
    return Pasting(texts, pasting.beyond, inside)
