"""Target sheets on their way out: all in one PDF, or one PDF each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from db.exchange.pdf import target_sheets_pdf
from db.exchange.sheet_template import (
    SheetTemplate,
    built_in,
    copy_template,
    read_template,
)
from db.exchange.writing import write_whole
from desktop.background import Task
from desktop.finding_wording import sheet_finding
from desktop.session import CountySession
from models.county import County
from models.errors import BrokenTemplate
from models.sheet_service import sheet_services
from models.target_sheet import TargetSheet, target_sheet

_AT_ONCE = 50  # sheets between two looks at whether the planner has cancelled


@dataclass
class SheetRun:
    """One run of target sheets: the bureau's folder of templates, if it has one, whether the PDF is
    to be PDF/A-2b, and an author for its properties. `broken` is why the bureau's template was not
    used, after the run.
    """

    folder: Path | None = None
    archive: bool = False
    author: str = ""
    broken: BrokenTemplate | None = field(default=None, init=False)

    def one_pdf(self, session: CountySession, ids: Sequence[str]) -> Callable[[Task], bytes]:
        """The work that makes one PDF of these facilities' sheets; the figures are those of now.

        What it reads is copied here, on the GUI thread; the work may run on any thread. It raises
        FileError where the folder cannot be read; progress counts sheets, the last step sets them.
        """
        gather = _gathering(session, ids)

        def work(task: Task) -> bytes:
            sheets = gather(task)
            return self._set(sheets, session, read_template(self.folder))

        return work

    def pdf_each(
        self, session: CountySession, ids: Sequence[str], folder: Path
    ) -> Callable[[Task], int]:
        """The work that writes a PDF for each facility into `folder` and tells how many."""
        gather = _gathering(session, ids)

        def work(task: Task) -> int:
            sheets = gather(task)
            template = read_template(self.folder)
            for done, (sheet, name) in enumerate(zip(sheets, file_names(sheets), strict=True)):
                task.progress(done, len(sheets))
                write_whole(folder / name, self._set([sheet], session, template))
            task.progress(len(sheets), len(sheets))
            return len(sheets)

        return work

    def _set(
        self, sheets: Sequence[TargetSheet], session: CountySession, template: SheetTemplate
    ) -> bytes:
        """With a broken template of the bureau's own, the built-in one for the rest of the run."""
        if self.broken is None:
            try:
                return self._pdf(sheets, session, template)
            except BrokenTemplate as error:
                if not template.is_own:
                    raise
                self.broken = error
        ours = replace(template, source=built_in().source, is_own=False)
        return self._pdf(sheets, session, ours)

    def _pdf(
        self, sheets: Sequence[TargetSheet], session: CountySession, template: SheetTemplate
    ) -> bytes:
        return target_sheets_pdf(
            sheets, session.language, template=template, archive=self.archive, author=self.author
        )


def _gathering(session: CountySession, ids: Sequence[str]) -> Callable[[Task], list[TargetSheet]]:
    """What gathers the sheets from a copy of the county as it is now."""
    county, plan = County(session.county.records()), session.plan
    rules, catalogue, language = session.rules, session.catalogue, session.language
    found = {i: session.evaluation.of_facility(i) for i in ids}
    findings = {i: [sheet_finding(f, session) for f in each] for i, each in found.items()}

    def gather(task: Task) -> list[TargetSheet]:
        task.progress(0, len(ids))
        services = sheet_services(county, plan.target_year, ids)
        sheets = []
        for done, facility_id in enumerate(ids, 1):
            sheets.append(
                target_sheet(
                    county,
                    plan,
                    rules,
                    findings[facility_id],
                    catalogue,
                    facility_id,
                    language,
                    service=services.get(facility_id),
                )
            )
            if done % _AT_ONCE == 0 or done == len(ids):
                task.progress(done, len(ids))
        return sheets

    return gather


def file_names(sheets: Sequence[TargetSheet]) -> list[str]:
    """A file name for each sheet, by place in the list and name of the facility: 003-双桥医院.pdf.

    Characters that Windows does not allow in names become _.
    """
    digits = max(2, len(str(len(sheets))))
    return [
        f"{number:0{digits}}-{safe_name(sheet.facility.name)}.pdf"
        for number, sheet in enumerate(sheets, 1)
    ]


def safe_name(text: str) -> str:
    """A text as part of a file name on every system; at most 80 characters."""
    text = text.replace(": ", " ")
    return "".join("_" if c in '<>:"/\\|?*' or ord(c) < 32 else c for c in text).strip(" .")[:80]


def lay_template(folder: Path) -> Path:
    """Lay the built-in template into a folder, to be changed there. Raises FileError."""
    return copy_template(folder)
