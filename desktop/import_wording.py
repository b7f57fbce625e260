"""What an import recognised, assumed and left aside, in the planner's words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QCoreApplication

from desktop.wording import reason_text
from models.catalogue import Catalogue, Language
from models.errors import LeftAside, Reason
from models.importing import CellProblem, ImportReading, Note, RecognisedPart
from models.layout import Layout
from models.table_columns import ColumnUse, Role

translate = QCoreApplication.translate


def report_lines(reading: ImportReading) -> Iterator[str]:
    """The whole report, a line each: recognised, assumed, left aside, and the count of changes."""
    for table in reading.recognised:
        yield translate("import", "Recognised: {what}").format(what=recognised_text(table))
    for part in reading.assumed:
        yield translate("import", "Assumed: {what}").format(what=aside_text(part))
    yield from _note_lines(reading.notes)
    for part in reading.left_aside:
        yield translate("import", "Left aside: {what}").format(what=aside_text(part))
    yield translate("import", "{count} changes, {same} stand in the county already").format(
        count=len(reading.changes), same=reading.unchanged
    )


def _note_lines(notes: Iterable[CellProblem]) -> Iterator[str]:
    """One line a kind of remark: what, how often, and where first."""
    kinds: dict[Note | Reason, list[CellProblem]] = {}
    for note in notes:
        kinds.setdefault(note.code, []).append(note)
    for found in kinds.values():
        first = found[0]
        yield translate("import", "Accepted: {what} ({count}, first {place})").format(
            what=note_text(first), count=len(found), place=place_text(first)
        )


def place_text(problem: CellProblem) -> str:
    """Table and cell of a mark: 公立医院!E4."""
    return f"{problem.table}!{problem.column}{problem.row}"


def note_text(problem: CellProblem) -> str:
    """Why a cell is marked: what was accepted in it, or why it is refused."""
    if isinstance(problem.code, Reason):
        return translate("import", "“{text}” {reason}").format(
            text=problem.text, reason=reason_text(problem.code)
        )
    texts = {
        Note.NUMBER_AS_TEXT: translate("import", "number stored as text"),
        Note.FULL_WIDTH: translate("import", "full-width digits"),
        Note.THOUSANDS: translate("import", "thousands separators"),
        Note.UNIT_DROPPED: translate("import", "unit behind the number"),
        Note.BLANK_MARK: translate("import", "mark for blank, kept as blank"),
        Note.MERGED_CELLS: translate("import", "merged cell"),
        Note.HIDDEN_ROW: translate("import", "hidden row, taken"),
        Note.FORMULA_RESULT: translate("import", "result of a formula"),
        Note.NAME_TAKEN_FOR: translate("import", "name taken for {detail}"),
        Note.TOTAL_ROW: translate("import", "total row, computed and not taken"),
    }
    return texts[problem.code].format(detail=problem.detail)


def layout_name(layout: Layout) -> str:
    """What a planner calls a layout."""
    return {
        Layout.INDICATORS: translate("import", "indicators"),
        Layout.BED_STANDARD: translate("import", "bed standard by class"),
        Layout.THREE_COLUMN: translate("import", "authorised, actual and planned figures"),
        Layout.ONE_COLUMN: translate("import", "planned figures and remarks"),
        Layout.EQUIPMENT: translate("import", "equipment by institution"),
        Layout.PROJECTS: translate("import", "projects"),
    }[layout]


def recognised_text(table: RecognisedPart) -> str:
    """A table that was taken: its title, its kind, where it begins, how many rows."""
    kinds = {
        "indicators": translate("import", "indicators"),
        "bed-standard": translate("import", "bed standard by class"),
        "layout": translate("import", "beds by institution"),
        "equipment": translate("import", "equipment by institution"),
        "projects": translate("import", "capital projects"),
    }
    return translate("import", "{title} ({kind}, from line {line}, {rows} rows)").format(
        title=table.title, kind=kinds.get(table.kind, table.kind), line=table.where, rows=table.rows
    )


def aside_text(part: LeftAside) -> str:
    """A part that was left aside or assumed: where it stands, and why."""
    what = " ".join(text for text in (part.where, part.text) if text)
    return translate("import", "{what}: {why}").format(what=what, why=_reason(part))


def _reason(part: LeftAside) -> str:
    first = part.details[0] if part.details else ""
    reasons = {
        "prose": translate("import", "running text, {first} paragraphs outside tables"),
        "framed-text": translate("import", "text in a frame, which is no table"),
        "unknown-table": translate("import", "a table of a kind that is not taken yet"),
        "repeated-table": translate("import", "a second table of the same kind"),
        "unknown-column": translate("import", "a column that Weigui does not know"),
        "note": translate("import", "a note beside a table"),
        "hidden-row": translate("import", "a hidden row"),
        "name-left-aside": translate("import", "left aside by your choice"),
        "subtotal": translate("import", "a subtotal, which is computed"),
        "group-for-unlisted": translate(
            "import", "no institution of this class is listed; one row stands for all of them"
        ),
        "taken-for": translate("import", "taken for {first}"),
        "kept-as-figure": translate(
            "import", "not an institution of the county; kept as a published figure"
        ),
        "other-years": translate("import", "a table of other years than the plan's"),
        "total-differs": translate(
            "import", "a typed total; its rows sum to {first}, which is what counts"
        ),
        "implied-population": translate(
            "import", "the population is implied by a published count and its rate"
        ),
        "emergency-site": translate(
            "import", "the plan names no emergency sites; these are taken for sites until confirmed"
        ),
        "nature-of-row-above": translate(
            "import", "the nature is blank and taken from the row above: {first}"
        ),
        "township-by-elimination": translate(
            "import", "its township is not stated; {first} is the only one left, to be confirmed"
        ),
        "unknown-county": translate("import", "no shipped list of divisions for this county"),
    }
    return reasons.get(part.reason, part.reason).format(first=first)


def use_text(use: ColumnUse, catalogue: Catalogue, language: Language) -> str:
    """What a column holds: 床位, 规划 2025."""
    if use.role is Role.VALUE and use.basis is not None:
        own = catalogue.measures.get(use.measure)
        name = use.measure if own is None else catalogue.measure_name(use.measure, language)
        basis = catalogue.word("basis", use.basis, language)
        return translate("import", "{measure}, {basis} {year}").format(
            measure=name, basis=basis, year=use.year
        )
    if use.role is Role.RATE:
        return translate("import", "beds per 1,000 residents {year}").format(year=use.year)
    return {
        Role.IGNORED: translate("import", "not taken"),
        Role.NUMBER: translate("import", "number in the list"),
        Role.NAME: translate("import", "name"),
        Role.REMARK: translate("import", "remark"),
        Role.CATEGORY: translate("import", "category"),
        Role.UNIT: translate("import", "unit"),
        Role.BASELINE: translate("import", "baseline value"),
        Role.TARGET: translate("import", "target value"),
        Role.NATURE: translate("import", "nature"),
        Role.CONTENT: translate("import", "scale and content"),
        Role.PERIOD: translate("import", "period"),
        Role.TOTAL_INVESTMENT: translate("import", "total investment"),
        Role.PERIOD_INVESTMENT: translate("import", "investment in the plan period"),
    }[use.role]
