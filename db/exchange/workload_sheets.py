"""Reads and writes the workload as a workbook: activities, working times, and what comes of them.

The sheets of activities and working times are the same in the empty template, in the export and in
the import; `models.workload_import` says what is read of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from db.exchange.source_tables import read_source_tables
from db.exchange.writing import write_whole
from db.exchange.xlsx_sheet import (
    Column,
    Words,
    append_note,
    append_row,
    new_book,
    start_sheet,
)
from models.catalogue import Catalogue, Language
from models.county import County
from models.errors import FileError, FileProblem
from models.figures import format_rate
from models.measure import Measure
from models.plan import Plan
from models.plan_document import Value, county_name, plan_line, say
from models.workload import Activity, ActivityKind, WorkingTime
from models.workload_import import (
    ACTIVITY_COLUMNS,
    TIME_COLUMNS,
    WorkloadReading,
    read_workload,
    time_column,
)
from models.workload_reading import STAFF, Field
from models.workload_staffing import (
    WorkloadResult,
    plan_activities,
    working_times,
    workload_results,
)
from models.workload_wording import STAFF_DECIMALS, Derivation

_LAST_ROW = 2000  # down to which a choice is offered in a cell
_BLANK_ROWS = 200  # of the template, with the form of their cells
_FIGURE = "#,##0.######"
_WIDTHS = {
    Field.FACILITY: 38, Field.CADRE: 22, Field.KIND: 14, Field.NAME: 28, Field.MINUTES: 18,
    Field.VOLUME: 12, Field.SHARE: 12, Field.HOURS: 12, Field.SOURCE: 24,
}  # fmt: skip
_RIGHT = frozenset({Field.MINUTES, Field.VOLUME, Field.SHARE, Field.HOURS})


def read_workload_file(
    path: Path, county: County, plan: Plan, catalogue: Catalogue
) -> WorkloadReading:
    """What a workbook (or CSV) changes; all of it or nothing.

    Raises FileError (NOTHING_RECOGNISED without either sheet) or BadCells.
    """
    own = catalogue.with_measures(county.table(Measure).values())
    reading = read_workload(read_source_tables(path), county, plan, own, path.name)
    if not reading.recognised:
        raise FileError(path, FileProblem.NOTHING_RECOGNISED)
    return reading


def write_workload_template(
    path: Path, county: County, plan: Plan, catalogue: Catalogue, language: Language
) -> None:
    """Write the empty sheets of activities and working times, with the words that may stand in
    them. Raises FileError."""
    _Writer(county, plan, catalogue, language).write(path, is_empty=True)


def write_workload_workbook(
    path: Path, county: County, plan: Plan, catalogue: Catalogue, language: Language
) -> None:
    """Write activities, working times and results. Raises FileError."""
    _Writer(county, plan, catalogue, language).write(path, is_empty=False)


class _Writer:
    def __init__(
        self, county: County, plan: Plan, catalogue: Catalogue, language: Language
    ) -> None:
        self.county, self.plan, self.language = county, plan, language
        self.catalogue = catalogue.with_measures(county.table(Measure).values())
        self.book: Workbook = new_book(plan.title or plan.name)

    def write(self, path: Path, *, is_empty: bool) -> None:
        activities = [] if is_empty else plan_activities(self.county, self.plan)
        times = [] if is_empty else list(working_times(self.county, self.plan).values())
        lines = self._write_activities(activities)
        time_sheet = self._write_times(times)
        if not is_empty:
            self._write_results(workload_results(self.county, self.plan))
        self._offer_choices(lines, time_sheet)
        buffer = BytesIO()
        self.book.save(buffer)
        write_whole(path, buffer.getvalue())

    def _word(self, group: str, word: str) -> str:
        return self.catalogue.word(group, word, self.language)

    def _start(self, name: tuple[str, str], hint: str, columns: Sequence[Column]) -> Worksheet:
        county = county_name(self.county, self.language)
        title = say((f"{county}{name[0]}", f"{county}: {name[1]}"), self.language)
        words = Words(say(name, self.language), title, hint, self.language)
        return start_sheet(self.book, words, columns, 1, landscape=True)

    # --- activities

    def _write_activities(self, activities: Iterable[Activity]) -> Worksheet:
        columns = [
            Column(
                self._word(ACTIVITY_COLUMNS, field),
                _WIDTHS[field],
                "right" if field in _RIGHT else "left",
                _FIGURE,
            )
            for field in Field
        ]
        sheet = self._start(
            ("工作活动", "Activities"), self._word("workload-note", "columns"), columns
        )
        share = list(Field).index(Field.SHARE) + 1
        for activity in activities:
            row = append_row(sheet, columns, self._line(activity))
            sheet.cell(row, share).number_format = _percent_format(activity.share)
        first = sheet.max_row + 1
        for row in range(first, first + _BLANK_ROWS):
            sheet.cell(row, share).number_format = "0%"
        return sheet

    def _line(self, activity: Activity) -> list[Value]:
        return [
            self.county.facility(activity.facility_id).name,
            self.catalogue.measure_name(activity.measure, self.language),
            self._word("activity-kind", activity.kind),
            activity.name,
            activity.minutes,
            activity.volume,
            activity.share,
            activity.hours,
            activity.source or None,
        ]

    # --- working times

    def _write_times(self, times: Iterable[WorkingTime]) -> Worksheet:
        ids = list(self.catalogue.words[TIME_COLUMNS])
        columns = [
            Column(
                self._word(TIME_COLUMNS, word),
                {"cadre": 24, "source": 36}.get(word, 14),
                "left" if word in ("cadre", "source") else "right",
                _FIGURE,
            )
            for word in ids
        ]
        subtitle = plan_line(self.plan, self.catalogue, self.language)
        sheet = self._start(("工作时间", "Working time"), subtitle, columns)
        for time in times:
            cadre = self.catalogue.measure_name(time.measure, self.language)
            figures = {time_column(f): getattr(time, f) for f in WorkingTime.__dataclass_fields__}
            figures |= {"cadre": cadre, "source": time.source or None}
            append_row(sheet, columns, [figures[word] for word in ids])
        return sheet

    # --- results

    def _write_results(self, results: Sequence[WorkloadResult]) -> None:
        left = ("facility", "cadre", "derivation")
        widths = {"facility": 38, "cadre": 22, "derivation": 80}
        ids = list(self.catalogue.words["workload-result"])
        columns = [
            Column(
                self._word("workload-result", word),
                widths.get(word, 11),
                "left" if word in left else "right",
                "0.00" if word in ("required", "ratio") else "#,##0",
            )
            for word in ids
        ]
        subtitle = plan_line(self.plan, self.catalogue, self.language)
        sheet = self._start(("所需人员", "Staff required"), subtitle, columns)
        derivation = Derivation(self.catalogue, self.language)
        for result in results:
            required = result.requirement
            append_row(
                sheet,
                columns,
                [
                    self.county.facility(result.facility_id).name,
                    self.catalogue.measure_name(result.measure, self.language),
                    _two_decimals(required.required),
                    required.whole,
                    result.current,
                    result.planned,
                    _two_decimals(result.ratio),
                    result.gap,
                    derivation.line(result),
                ],
            )
        append_note(sheet, len(columns), self._word("workload-note", "method"))

    # --- choices

    def _offer_choices(self, lines: Worksheet, times: Worksheet) -> None:
        """A sheet of the words that may stand in a cell, offered in the cells themselves."""
        cadres = [m.id for m in self.catalogue.measures.values() if m.group == STAFF]
        choices = {
            Field.FACILITY: [f.name for f in self.county.facilities],
            Field.CADRE: [self.catalogue.measure_name(m, self.language) for m in cadres],
            Field.KIND: [self._word("activity-kind", kind) for kind in ActivityKind],
        }
        columns = [Column(self._word(ACTIVITY_COLUMNS, f), _WIDTHS[f] + 6) for f in choices]
        sheet = self._start(("可选值", "Choices"), "", columns)
        first = sheet.max_row + 1
        for place in range(max(map(len, choices.values()))):
            append_row(
                sheet,
                columns,
                [words[place] if place < len(words) else None for words in choices.values()],
            )
        for number, (field, words) in enumerate(choices.items(), 1):
            letter = get_column_letter(number)
            last = first + max(len(words), 1) - 1
            area = f"'{sheet.title}'!${letter}${first}:${letter}${last}"
            _offer(lines, list(Field).index(field) + 1, area)
            if field is Field.CADRE:
                _offer(times, 1, area)


def _offer(sheet: Worksheet, column: int, area: str) -> None:
    """Offer the words of an area in the cells under a heading; others may be typed too."""
    choice = DataValidation("list", formula1=f"={area}", allow_blank=True, showErrorMessage=False)
    letter = get_column_letter(column)
    first = int(str(sheet.freeze_panes)[1:])
    choice.add(f"{letter}{first}:{letter}{_LAST_ROW}")
    sheet.add_data_validation(choice)


def _percent_format(share: Decimal | None) -> str:
    """As many decimals as it takes to show the share as it is."""
    return "0%" if (Fraction(share or 0) * 100).denominator == 1 else "0.00##%"


def _two_decimals(value: Fraction | None) -> Decimal | None:
    return None if value is None else Decimal(format_rate(value, STAFF_DECIMALS))
