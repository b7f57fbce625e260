"""The raw text of a published plan, cut into prose and tables of cells.

The format: a line that begins with a tab starts a new cell, a line without one goes on with the
cell, a blank line ends a row, two end the table. A cell can itself hold a blank line (2020年 ⏎ ⏎
实际值): then what follows is a short line that is no heading.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from models.errors import FileError, FileProblem

_CAPTION = re.compile(
    r"^(?P<table>(?:专栏|表)\s*[\d一二三四五六七八九十]+(?:[-－—.．]\d+)*)(?P<rest>.*)$"
)
_HEADING = re.compile(
    r"^(?:第[一二三四五六七八九十百]+[章节条]|[一二三四五六七八九十]+[、．.]|[（(][一二三四五六七八九十\d]+[）)]"
    r"|\d+[．.、]|专栏|表\s*\d|附件|单位[：:]|注[：:])"
)
_LISTED = re.compile(r"(\d+)[．.、]")
_HEADLINE = re.compile("^[^。，；：:]{2,40}(?:指标|项目|一览表|情况表|配置表|计划表)$")
_LONGEST_CELL_LINE = 24  # characters; longer lines after a blank one are prose
_CAPTION_REACH = 4  # lines above a table in which its caption may stand


@dataclass(frozen=True, slots=True)
class RawTable:
    """A table as it stands: `line` is its first line (from 1), `table` 专栏3, `title` the whole
    caption. `adjoining` says that only blank lines part it from the table before. `gaps` are the
    places in `rows` before which rows of blank cells stood. `position` is what the source calls a
    table without a caption, "" for its line, and `row_places` what it calls each of `rows`, none
    where it does not number them.
    """

    line: int
    table: str
    title: str
    rows: tuple[tuple[str, ...], ...]
    adjoining: bool = False
    gaps: frozenset[int] = frozenset()
    position: str = ""
    row_places: tuple[str, ...] = ()

    @property
    def width(self) -> int:
        return max(len(row) for row in self.rows)


@dataclass(frozen=True, slots=True)
class RawDocument:
    """`prose` holds (line number from 1, cleaned text) of the lines outside tables. `places` are
    the source's own words for places that it does not count in lines: 正文第9行 → 说明!A3.
    """

    tables: tuple[RawTable, ...]
    prose: tuple[tuple[int, str], ...]
    places: Mapping[str, str] = field(default_factory=dict)


def read_text(path: Path) -> str:
    """The text of a file in UTF-8 (with or without byte-order mark) or GB 18030.

    Raises FileError: MISSING; UNKNOWN_FORMAT where it is no text in these encodings.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise FileError(path, FileProblem.MISSING) from None
    except OSError as error:
        raise FileError(path, FileProblem.UNKNOWN_FORMAT, error.strerror or "") from error
    if b"\0" not in content:
        for encoding in ("utf-8-sig", "gb18030"):
            try:
                return content.decode(encoding)
            except UnicodeDecodeError:
                continue
    raise FileError(path, FileProblem.UNKNOWN_FORMAT, "encoding")


def clean(text: str) -> str:
    """One line without the spaces that only typeset: those at the ends and beside a character
    that is not ASCII."""
    joined = re.sub(r"\s+", " ", text).strip()
    return re.sub(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])", "", joined)


def read_raw(text: str) -> RawDocument:
    """Cut a text into its tables and its prose."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    tables: list[RawTable] = []
    prose: list[tuple[int, str]] = []
    i, since_table = 0, False
    while i < len(lines):
        if not lines[i].startswith("\t"):
            if lines[i].strip():
                prose.append((i + 1, clean(lines[i])))
                since_table = False
            i += 1
            continue
        rows, gaps, end = _block(lines, i)
        if rows:
            table, title = caption_of(prose, i + 1, rows)
            tables.append(RawTable(i + 1, table, title, tuple(rows), since_table, gaps))
            since_table = True
        if sum(len(row) for row in rows) == 1:  # a line that was merely indented
            prose.append((i + 1, rows[0][0]))
        i = end
    return RawDocument(tuple(tables), tuple(prose))


def _block(lines: list[str], start: int) -> tuple[list[tuple[str, ...]], frozenset[int], int]:
    """The rows that begin at `start`, before which of them rows of blanks were left out, and the
    line after them."""
    rows: list[list[str]] = [[]]
    i = start
    while i < len(lines):
        line = lines[i]
        if line.startswith("\t"):
            rows[-1].extend(line[1:].split("\t"))
        elif line.strip():
            rows[-1][-1] += "\n" + line
        else:
            following = i
            while following < len(lines) and not lines[following].strip(" \u3000"):
                following += 1
            if following == len(lines) or following - i > 1:
                i = following
                break
            if lines[following].startswith("\t"):
                rows.append([])
            elif not _goes_on(lines[following], rows[-1][-1]):
                i = following
                break
        i += 1
    kept: list[tuple[str, ...]] = []
    gaps: set[int] = set()
    for cleaned in (tuple(clean(cell) for cell in row) for row in rows):
        if any(cleaned):
            kept.append(cleaned)
        else:
            gaps.add(len(kept))
    return kept, frozenset(gaps), i


def _goes_on(line: str, cell: str) -> bool:
    """Whether a line after a blank one belongs to the open cell: a short line that is no heading,
    or the next entry of the numbered list that the cell holds."""
    text = line.strip()
    listed, above = _LISTED.match(text), _LISTED.match(cell.rpartition("\n")[2])
    if listed is not None and above is not None:
        return int(listed[1]) == int(above[1]) + 1
    return (
        len(text) <= _LONGEST_CELL_LINE
        and not _HEADING.match(text)
        and not text.endswith(("。", "；", "：", ":"))
    )


def caption_of(
    prose: Sequence[tuple[int, str]], line: int, rows: Sequence[tuple[str, ...]]
) -> tuple[str, str]:
    """Short name and caption of a table that begins at a line: the nearest caption just above it,
    the line above it if it reads as a headline, a first row of one cell; ("", "") for none."""
    for number, text in reversed(prose[-2:]):
        if line - number > _CAPTION_REACH:
            break
        found = _as_caption(text)
        if found[1]:
            return found
    if prose and line - prose[-1][0] <= _CAPTION_REACH and _HEADLINE.match(prose[-1][1]):
        return prose[-1][1], prose[-1][1]
    return _as_caption(rows[0][0]) if len(rows[0]) == 1 else ("", "")


def _as_caption(text: str) -> tuple[str, str]:
    match = _CAPTION.match(text)
    if match is None or text.endswith("。"):
        return "", ""
    table, rest = re.sub(r"\s", "", match["table"]), match["rest"].strip(" :：、.")
    return table, f"{table} {rest}".strip()
