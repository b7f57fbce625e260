"""Finds the tables of a source and the layout of each, by the words of their headings."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from models.layout import Layout
from models.plan import Plan
from models.source_table import SourceTable, key
from models.table_columns import IGNORED, NAME_WORDS, ColumnReader, ColumnUse, Role

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LONGEST_NAME_WORD = max(map(len, NAME_WORDS)) + 8  # spaces between


@dataclass(frozen=True)
class ColumnMapping:
    """What a planner made of a heading: the layout and the use of each column."""

    layout: Layout
    uses: tuple[ColumnUse, ...]

    def texts(self, plan: Plan) -> list[str]:
        """As the settings remember it: the layout, then each use, with its year as one of the plan
        (`value beds planned target`), so that it serves for the next plan too."""
        return [str(self.layout), *(_relative(use, plan) for use in self.uses)]

    @classmethod
    def parse(cls, texts: Sequence[str], plan: Plan) -> ColumnMapping:
        """The mapping of which `texts` were made, for the years of a plan. Raises ValueError for
        anything else."""
        if not texts:
            raise ValueError(texts)
        return cls(Layout(texts[0]), tuple(_absolute(text, plan) for text in texts[1:]))


def signature(headings: Sequence[str], plan: Plan) -> str:
    """Headings without their spaces and width, their years as ones of the plan: what a correction
    is remembered by."""
    return "|".join(
        _YEAR.sub(lambda year: f"<{relative_year(int(year[0]), plan)}>", key(heading))
        for heading in headings
    )


def relative_year(year: int, plan: Plan) -> str:
    """A year as one of a plan: baseline, target, baseline+2."""
    if year == plan.baseline_year:
        return "baseline"
    return "target" if year == plan.target_year else f"baseline{year - plan.baseline_year:+}"


def _relative(use: ColumnUse, plan: Plan) -> str:
    undated = str(replace(use, year=0))
    return f"{undated} {relative_year(use.year, plan)}" if use.year else undated


def _absolute(text: str, plan: Plan) -> ColumnUse:
    undated, _, year = text.rpartition(" ")
    if not undated:
        return ColumnUse.parse(text)
    if year == "target":
        return ColumnUse.parse(f"{undated} {plan.target_year}")
    found = re.fullmatch(r"baseline([+-]\d{1,3})?", year)
    if found is None:
        raise ValueError(text)
    return ColumnUse.parse(f"{undated} {plan.baseline_year + int(found[1] or 0)}")


@dataclass(frozen=True)
class FoundTable:
    """A table in a source. `layout` is None where its heading is none that is known.

    `heading` and `body` are row indices of `source`; `headings` the text of each column.
    `uses` says what each column holds; `is_remembered` that a person said so before.
    """

    source: SourceTable
    layout: Layout | None
    heading: range
    body: range
    headings: tuple[str, ...]
    uses: tuple[ColumnUse, ...]
    is_remembered: bool = False

    @property
    def title(self) -> str:
        """The first text above the heading on its sheet, else the name of the sheet; where no
        heading is known, the first text of all."""
        above = self.heading.start if self.layout is not None else self.body.stop
        for row in range(above):
            for cell in self.source.rows[row]:
                if cell.text:
                    return cell.text
        return self.source.name

    def mapped(self, layout: Layout | None, uses: Sequence[ColumnUse]) -> FoundTable:
        """The same table, its columns used otherwise."""
        return FoundTable(
            self.source, layout, self.heading, self.body, self.headings, tuple(uses), True
        )


def find_tables(
    source: SourceTable, reader: ColumnReader, remembered: Mapping[str, ColumnMapping]
) -> list[FoundTable]:
    """The tables of a sheet from top to bottom; one of no layout where no heading is known.

    A heading is one row, or two where the upper one spans several columns of the lower one. What a
    person made of the same heading before (`remembered`, by signature) goes before its words.
    """
    headings = []
    row = 0
    while row < len(source.rows):
        found = _heading_at(source, row, reader, remembered)
        if found is not None:
            headings.append(found)
            row = found.heading.stop
        else:
            row += 1
    if not headings:
        return _unknown(source)
    ends = [following.heading.start for following in headings[1:]] + [len(source.rows)]
    return [
        FoundTable(
            source, f.layout, f.heading, range(f.heading.stop, end), f.headings, f.uses,
            f.is_remembered,
        )
        for f, end in zip(headings, ends, strict=True)
    ]  # fmt: skip


def _heading_at(
    source: SourceTable, row: int, reader: ColumnReader, remembered: Mapping[str, ColumnMapping]
) -> FoundTable | None:
    if not (remembered or _has_name_word(source, row)):
        return None
    for height in (2, 1):
        if height == 2 and not _spans(source, row):
            continue
        texts = _heading_texts(source, row, height)
        known = remembered.get(signature(texts, reader.plan)) if remembered else None
        heading = range(row, row + height)
        if known is not None:
            uses = tuple(
                use if use.role is not Role.VALUE or use.measure in reader.measures else IGNORED
                for use in known.uses[: len(texts)]
            )
            uses += (IGNORED,) * (len(texts) - len(uses))
            return FoundTable(source, known.layout, heading, range(0), texts, uses, True)
        layout = reader.layout_of(texts) if _has_name_word(source, row) else None
        if layout is not None:
            uses = reader.uses(layout, texts)
            return FoundTable(source, layout, heading, range(0), texts, uses)
    return None


def _has_name_word(source: SourceTable, row: int) -> bool:
    return any(
        cell.text and len(cell.text) <= _LONGEST_NAME_WORD and key(cell.text) in NAME_WORDS
        for cell in source.rows[row]
    )


def _spans(source: SourceTable, row: int) -> bool:
    """Whether the row and the one below it are one heading: below, some columns have a text of
    their own, and those of the name and the like have none."""
    if row + 1 >= len(source.rows):
        return False
    lower = source.rows[row + 1]
    names = [
        c
        for c, cell in enumerate(source.rows[row])
        if cell.text and len(cell.text) <= _LONGEST_NAME_WORD and key(cell.text) in NAME_WORDS
    ]
    texts = [cell for cell in lower if cell.text and not cell.is_number]
    is_blank_below = all(not source.cell(row + 1, c).text for c in names)
    return bool(texts) and is_blank_below and not any(cell.is_number for cell in lower)


def _heading_texts(source: SourceTable, row: int, height: int) -> tuple[str, ...]:
    width = max(len(source.rows[r]) for r in range(row, row + height))
    if height == 1:
        return tuple(source.text(row, c) for c in range(width))
    texts, above = [], ""
    for column in range(width):
        below = source.cell(row + 1, column)
        above = source.text(row, column) or (above if below.text else "")
        texts.append(f"{above} {below.text}".strip())
    return tuple(texts)


def _unknown(source: SourceTable) -> list[FoundTable]:
    """A sheet whose first row of two texts may be a heading, if a person says so."""
    first = next((r for r in range(len(source.rows)) if any(c.text for c in source.rows[r])), None)
    if first is None:
        return []
    several = (r for r, row in enumerate(source.rows) if sum(bool(c.text) for c in row) > 1)
    row = next(several, first)
    texts = _heading_texts(source, row, 1)
    return [
        FoundTable(
            source, None, range(row, row + 1), range(row + 1, len(source.rows)), texts,
            (IGNORED,) * len(texts),
        )
    ]  # fmt: skip
