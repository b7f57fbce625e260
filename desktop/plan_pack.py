"""The plan pack: everything of a plan version in one folder or zip, with a list of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.exchange.packing import packing
from db.exchange.writing import write_whole
from desktop.background import Task
from desktop.map.map_data import map_data
from desktop.plan_papers import Paper, filled_papers, paper_name, plan_document, save_document
from desktop.session import CountySession
from desktop.sheet_exports import SheetRun, safe_name
from models.county import County
from models.coverage import coverage
from models.plan_document import (
    PaperFormat,
    PlanDocument,
    PlanTable,
    Side,
    TableColumn,
    TableRow,
    plan_line,
)

if TYPE_CHECKING:
    from desktop.meeting_chart import Chart

# What draws is imported where it draws: matplotlib takes half a second to load.

translate = QCoreApplication.translate
_MAP = (".pdf", ".png")
_CHART = (".png",)  # fonts are laid into each PDF for seconds; a chart can be saved as one singly
_DOCUMENTS = tuple(f".{paper_format}" for paper_format in PaperFormat)


@dataclass(frozen=True)
class _Options:
    """PDF/A-2b or not, and who is named as author, if anybody."""

    archive: bool
    author: str


Write = Callable[[Path, Task, _Options], None]


@dataclass(frozen=True)
class _PackFile:
    """A file of the pack: its name within the pack's folder, and how to write it.

    `write` may run on any thread, and tells the task now and then how far it is.
    """

    name: str
    write: Write


class PlanPack:
    """The files of a pack, with the figures of now: gathered on the GUI thread, written on any."""

    def __init__(self, session: CountySession, template_folder: Path | None = None) -> None:
        """The target sheets are set by the bureau's own template where its folder is given."""
        self._session = session
        self.sheets = SheetRun(template_folder)
        self._number = 0
        self._files: list[_PackFile] = []
        self._add_sheets()
        self._add_papers()
        self._add_map()
        self._add_charts()
        self._contents = self._table_of_contents()
        self._contents_name = translate("PlanPack", "00 Contents") + ".pdf"

    @property
    def names(self) -> list[str]:
        """Of all files, in the order of the list of contents, which is the first."""
        return [self._contents_name, *(file.name for file in self._files)]

    def write(self, path: Path, task: Task, *, archive: bool = False, author: str = "") -> None:
        """Write all files to the folder or zip `path`, whole or not at all. Raises FileError.

        PDFs for the archive are PDF/A-2b; `author` stands in the properties of sheets and tables.
        """
        options, total = _Options(archive, author), len(self._files) + 1
        with packing(path) as folder:
            for done, file in enumerate(self._files):
                task.progress(done, total)
                target = folder / file.name
                target.parent.mkdir(exist_ok=True)
                file.write(target, _Part(task, done, total), options)
            _save(self._contents, folder / self._contents_name, options)
            task.progress(total, total)

    # --- what is in it

    def _add(self, what: str, endings: Sequence[str], write: Write) -> None:
        """One thing in one or several formats, under the next number."""
        self._add_files(self._next(what), endings, write)

    def _next(self, what: str) -> str:
        self._number += 1
        return f"{self._number:02} {safe_name(what)}"

    def _add_files(self, name: str, endings: Sequence[str], write: Write) -> None:
        self._files += [_PackFile(name + ending, write) for ending in endings]

    def _add_sheets(self) -> None:
        session = self._session
        ids = [facility.id for facility in session.county.facilities]
        if not ids:
            return
        run = self.sheets
        make = run.one_pdf(session, ids)

        def write(path: Path, task: Task, options: _Options) -> None:
            run.archive, run.author = options.archive, options.author
            write_whole(path, make(task))

        what = translate("PlanPack", "Target sheets of {count} facilities").format(count=len(ids))
        self._add(what, [".pdf"], write)

    def _add_papers(self) -> None:
        """The published tables together and, in a folder, each by itself; then the reports."""
        papers = filled_papers(self._session)
        published = [p for p in papers if p.layout is not None or p is Paper.SUMMARY]
        if published:
            what = translate("PlanPack", "Tables of the plan")
            self._add(what, _DOCUMENTS, self._document(published))
            folder = self._next(translate("PlanPack", "Tables of the plan, one by one"))
            for number, paper in enumerate(published, 1):
                name = f"{folder}/{number:02} {safe_name(paper_name(paper))}"
                self._add_files(name, _DOCUMENTS, self._document([paper]))
        for paper in papers:
            if paper not in published:
                self._add(paper_name(paper), _DOCUMENTS, self._document([paper]))

    def _document(self, papers: Sequence[Paper]) -> Write:
        document = plan_document(self._session, papers)
        return lambda path, task, options: _save(document, path, options)

    def _add_map(self) -> None:
        from desktop.pictures import save_map

        session = self._session
        rules, catalogue, language = session.rules, session.catalogue, session.language
        county = County(session.county.records())
        if not any(division.place for division in county.divisions):
            return

        def write(path: Path, task: Task, _: _Options) -> None:
            task.progress(0, 1)
            save_map(path, map_data(county, coverage(county, rules)), catalogue, language)

        self._add(translate("PlanPack", "Map of service radii"), _MAP, write)

    def _add_charts(self) -> None:
        """The charts for the meeting, in a folder."""
        from desktop.chart_pictures import meeting_charts

        charts = meeting_charts(self._session)
        if charts:
            folder = self._next(translate("PlanPack", "Charts"))
            for number, chart in enumerate(charts, 1):
                name = f"{folder}/{number:02} {safe_name(chart.title)}"
                self._add_files(name, _CHART, self._drawing(chart))

    def _drawing(self, chart: Chart) -> Write:
        from desktop.chart_pictures import chart_figure, save_chart

        def write(path: Path, task: Task, _: _Options) -> None:
            task.progress(0, 1)
            save_chart(path, chart_figure(chart, self._session))

        return write

    def _table_of_contents(self) -> PlanDocument:
        session = self._session
        plan, language = session.plan, session.language
        name = translate("PlanPack", "Contents")
        title = f"{plan.title or plan.name} {name}"
        columns = (
            TableColumn(translate("PlanPack", "File"), 70),
            TableColumn(translate("PlanPack", "Formats"), 24, side=Side.CENTER),
        )
        endings: dict[str, list[str]] = {}
        for file in self._files:
            stem, _, ending = file.name.rpartition(".")
            endings.setdefault(stem, []).append(ending.upper())
        rows = tuple(TableRow((stem, " ".join(found))) for stem, found in endings.items())
        return PlanDocument(
            title,
            plan_line(plan, session.catalogue, language),
            language,
            (PlanTable(name, title, columns, rows),),
            plan.state,
            session.catalogue.word("plan-state", plan.state, language),
            is_numbered=False,
        )


def _save(document: PlanDocument, path: Path, options: _Options) -> None:
    """Write a document by the ending of its name."""
    paper_format = PaperFormat(path.suffix.removeprefix("."))
    named = replace(document, author=options.author)
    save_document(named, path, paper_format, archive=options.archive)


class _Part(Task):
    """The task of one file: it is cancelled with the whole, and shows the whole's progress."""

    def __init__(self, whole: Task, done: int, total: int) -> None:
        super().__init__(lambda task: None)
        self._whole, self._done, self._total = whole, done, total

    def progress(self, done: int, total: int) -> None:
        self._whole.progress(self._done, self._total)
