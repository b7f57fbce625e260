"""Everything that can go wrong and that a planner must be told about.

An error carries facts, never a sentence: `desktop.wording` turns it into Chinese or English.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path


class WeiguiError(Exception):
    """Base of all errors that are the planner's to read, not a defect of the program."""


class Reason(StrEnum):
    """Why a single value was refused."""

    NOT_A_NUMBER = "not-a-number"
    NOT_WHOLE = "not-whole"
    NOT_A_DATE = "not-a-date"
    NEGATIVE = "negative"
    TOO_LARGE = "too-large"
    EMPTY = "empty"
    UNKNOWN_FACILITY = "unknown-facility"
    AMBIGUOUS_FACILITY = "ambiguous-facility"
    UNKNOWN_DIVISION = "unknown-division"
    AMBIGUOUS_DIVISION = "ambiguous-division"
    DUPLICATE = "duplicate"
    UNKNOWN_COLUMN = "unknown-column"
    UNKNOWN_CHOICE = "unknown-choice"
    OUT_OF_RANGE = "out-of-range"
    INCOMPLETE_PLACE = "incomplete-place"
    READ_ONLY = "read-only"
    OUTSIDE_TABLE = "outside-table"
    MISSING_REFERENCE = "missing-reference"
    NO_RESULT = "no-result"  # a formula that no program has computed
    OTHER_UNIT = "other-unit"
    WRONG_YEAR = "wrong-year"
    MERGED = "merged"  # one cell that stands for several
    NOT_ARITHMETIC = "not-arithmetic"
    DIVISION_BY_ZERO = "division-by-zero"
    NO_VALUE = "no-value"
    NOT_A_RULE = "not-a-rule"
    NOT_OF_KIND = "not-of-kind"  # a figure that this kind of activity does not have
    TOO_FINE = "too-fine"  # more decimals than are kept
    NOT_THE_SUM = "not-the-sum"  # parts that do not make up the whole
    NOT_AN_AREA = "not-an-area"  # no polygon, or one that crosses itself


class InvalidValue(WeiguiError):
    """A record cannot be made because one field is wrong.

    Attributes: record (class name), field (attribute name), value (as given), reason.
    """

    def __init__(self, record: str, field: str, value: object, reason: Reason) -> None:
        super().__init__(f"{record}.{field}={value!r}: {reason}")
        self.record, self.field, self.value, self.reason = record, field, value, reason


class Conflict(WeiguiError):
    """An edit does not fit what is there: the old value is no longer the one that the edit saw."""

    def __init__(self, record: str, key: tuple[object, ...]) -> None:
        super().__init__(f"{record} {key}")
        self.record, self.key = record, key


class PlanLocked(WeiguiError):
    """An edit was refused, since what it would change belongs to an issued plan version.

    Attributes: plan_id, name (of the version).
    """

    def __init__(self, plan_id: str, name: str) -> None:
        super().__init__(f"{plan_id} {name}")
        self.plan_id, self.name = plan_id, name


@dataclass(frozen=True)
class BadCell:
    """One cell of a paste or an import that cannot be taken.

    `sheet` is the table's or sheet's name ("" for the clipboard); `row` is 1-based as the source
    counts; `column` is the source's own column letter or heading.
    """

    sheet: str
    row: int
    column: str
    value: str
    reason: Reason


class BadCells(WeiguiError):
    """A paste or an import was refused whole because of these cells; nothing was changed."""

    def __init__(self, cells: tuple[BadCell, ...], source: str = "") -> None:
        super().__init__(f"{source}: {len(cells)} bad cells, first {cells[0] if cells else None}")
        self.cells, self.source = cells, source


class FileProblem(StrEnum):
    """Why a file could not be used."""

    MISSING = "missing"
    NOT_A_COUNTY_FILE = "not-a-county-file"
    DAMAGED = "damaged"
    READ_ONLY = "read-only"
    NEWER_VERSION = "newer-version"
    OLDER_VERSION = "older-version"  # may be read after it was brought up to date
    OPEN_ELSEWHERE = "open-elsewhere"
    EXISTS = "exists"
    CANNOT_WRITE = "cannot-write"
    DISK_FULL = "disk-full"
    LOCKED = "locked"  # the file to be replaced is open in a program
    PROTECTED_FOLDER = "protected-folder"  # nothing can be written there
    NAME_TOO_LONG = "name-too-long"
    UNREACHABLE = "unreachable"  # a network share or a drive that went away
    NOT_EMPTY = "not-empty"  # a folder that was to be filled
    UNKNOWN_FORMAT = "unknown-format"
    NOTHING_RECOGNISED = "nothing-recognised"
    MIGRATION_FAILED = "migration-failed"
    NO_SUCH_FOLDER = "no-such-folder"
    NO_PLAN = "no-plan"
    NO_FACILITY = "no-facility"
    NOT_A_PICTURE = "not-a-picture"  # the name of a picture to write has another ending
    EMPTY = "empty"
    CUT_OFF = "cut-off"  # geographic data that end too early or cannot be made out
    PART_MISSING = "part-missing"  # of a shapefile; the detail names it
    NOT_GEODATA = "not-geodata"
    NO_COORDINATES = "no-coordinates"  # a table without columns of coordinates
    TOO_LARGE = "too-large"  # the detail says how many features
    ONE_LAYER = "one-layer"  # several layers for a format that holds one
    NOTHING_TO_WRITE = "nothing-to-write"  # none of the wanted layers has a feature


class FileError(WeiguiError):
    """A file could not be read or written; it was left as it was."""

    def __init__(self, path: Path | str, problem: FileProblem, detail: str = "") -> None:
        super().__init__(f"{path}: {problem} {detail}".strip())
        self.path, self.problem, self.detail = Path(path), problem, detail


NEEDS_NETWORK = "needs-network"


class BrokenTemplate(WeiguiError):
    """A template of the bureau's own cannot be set.

    `line` is the line of the template, None where it is not known; `reason` what is wrong there in
    the words of the program that sets it, or NEEDS_NETWORK.
    """

    def __init__(self, line: int | None, reason: str) -> None:
        super().__init__(f"line {line}: {reason}")
        self.line, self.reason = line, reason


class DoubtfulFigures(WeiguiError):
    """An import was refused whole because nobody confirmed figures out of all proportion."""

    def __init__(self, count: int, source: str) -> None:
        super().__init__(f"{source}: {count} doubtful figures")
        self.count, self.source = count, source


@dataclass(frozen=True)
class ImportConflict:
    """A record that the file already holds with other contents than the source states."""

    record: str
    key: tuple[object, ...]
    present: str
    offered: str


class ImportConflicts(WeiguiError):
    """An import was refused whole because it would overwrite what the county file holds."""

    def __init__(self, conflicts: tuple[ImportConflict, ...], source: str = "") -> None:
        super().__init__(f"{source}: {len(conflicts)} conflicts")
        self.conflicts, self.source = conflicts, source


@dataclass(frozen=True)
class LeftAside:
    """A part of a source that an import did not take, and why (codes worded by the desktop).

    `where` is the place in the source (for text: line number and table title), `text` an excerpt.
    """

    where: str
    text: str
    reason: str
    details: tuple[str, ...] = field(default=())
