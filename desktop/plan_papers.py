"""What is printed of a plan version beside its target sheets: which table, in which format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from db.exchange.plan_documents import document_bytes
from db.exchange.writing import write_whole
from desktop.background import Task
from desktop.finding_wording import findings_table
from desktop.layout_names import layout_name
from desktop.review_wording import review_sheet
from desktop.session import CountySession
from models.comparison import compare
from models.layout import Layout
from models.plan import Plan
from models.plan_document import PaperFormat, PlanDocument, PlanTable, plan_line
from models.plan_tables import has_figures, layout_plan_tables
from models.report_tables import comparison_tables, review_table, summary_table

translate = QCoreApplication.translate


class Paper(StrEnum):
    """`weigui export --layout` takes these names; those of the published layouts are `Layout`'s."""

    INDICATORS = "indicators"
    BED_STANDARD = "bed-standard"
    THREE_COLUMN = "three-column"
    ONE_COLUMN = "one-column"
    EQUIPMENT = "equipment"
    PROJECTS = "projects"
    SUMMARY = "summary"  # facilities and beds by class
    REVIEW = "mid-term-review"
    FINDINGS = "findings"
    COMPARISON = "comparison"  # with the version before

    @property
    def layout(self) -> Layout | None:
        """The published layout; None for what is made of a plan beside."""
        return Layout(self.value) if self.value in set(Layout) else None


def paper_name(paper: Paper) -> str:
    """What a table is called in lists and names of files."""
    if paper.layout is not None:
        return layout_name(paper.layout)
    return {
        Paper.SUMMARY: translate("PlanPapers", "Facilities and beds by class"),
        Paper.REVIEW: translate("PlanPapers", "Mid-term review"),
        Paper.FINDINGS: translate("PlanPapers", "Findings"),
        Paper.COMPARISON: translate("PlanPapers", "Comparison of versions"),
    }[paper]


def usual_layout(session: CountySession) -> Layout:
    """The layout of beds that fits the plan: one column where it has planned figures only."""
    plan = session.plan
    bases = {basis for basis in Layout.THREE_COLUMN.bases
             if session.county.column(plan.id, "beds", basis, plan.baseline_year)}  # fmt: skip
    return Layout.THREE_COLUMN if bases else Layout.ONE_COLUMN


def filled_papers(session: CountySession) -> list[Paper]:
    """The tables that have something to print, in their order; of the two of beds the plan's."""
    usual, found = usual_layout(session), []
    for paper in Paper:
        match paper:
            case Paper.THREE_COLUMN | Paper.ONE_COLUMN if paper.layout is not usual:
                continue
            case Paper.SUMMARY:
                is_filled = bool(session.county.facilities)
            case Paper.REVIEW:
                is_filled = bool(session.county.indicators(session.plan.id))
            case Paper.FINDINGS:
                is_filled = bool(session.rules)
            case Paper.COMPARISON:
                is_filled = version_before(session) is not None
            case _:
                assert paper.layout is not None
                is_filled = has_figures(
                    session.county, session.plan, paper.layout, session.catalogue
                )
        if is_filled:
            found.append(paper)
    return found


def version_before(session: CountySession) -> Plan | None:
    """The version that the chosen one is compared with."""
    plans = session.county.plans
    place = [plan.id for plan in plans].index(session.plan.id)
    return plans[place - 1] if place else None


def middle_year(plan: Plan) -> int:
    """The year of the mid-term review, unless another is asked for."""
    return (plan.baseline_year + plan.target_year + 1) // 2


def plan_document(
    session: CountySession, papers: Sequence[Paper], *, year: int | None = None, author: str = ""
) -> PlanDocument:
    """The tables with the figures of now. `year` is that of the mid-term review."""
    plan, catalogue, language = session.plan, session.catalogue, session.language
    tables = [t for paper in papers for t in _tables(session, paper, year or middle_year(plan))]
    is_numbered = any(paper.layout for paper in papers)
    title = plan.title or plan.name
    return PlanDocument(
        title if is_numbered or len(tables) > 1 else tables[0].title,
        plan_line(plan, catalogue, language),
        language,
        tuple(tables),
        plan.state,
        catalogue.word("plan-state", plan.state, language),
        plan.source if is_numbered else "",
        author,
        is_numbered,
    )


def _tables(session: CountySession, paper: Paper, year: int) -> Iterable[PlanTable]:
    county, plan = session.county, session.plan
    catalogue, language = session.catalogue, session.language
    if paper.layout is not None:
        return layout_plan_tables(county, plan, paper.layout, catalogue, language)
    match paper:
        case Paper.SUMMARY:
            return [summary_table(county, plan, catalogue, language)]
        case Paper.REVIEW:
            return [review_table(review_sheet(session, year), language)]
        case Paper.COMPARISON:
            before = version_before(session) or plan
            found = compare(county, before.id, plan.id, catalogue.measures)
            return comparison_tables(found, county, catalogue, language)
        case _:
            evaluation = session.evaluation
            return [findings_table([*evaluation.findings, *evaluation.unchecked], session)]


def save_document(
    document: PlanDocument, path: Path, paper_format: PaperFormat, *, archive: bool = False
) -> None:
    """Write a document, on any thread; a PDF for the archive is PDF/A-2b. Raises FileError."""
    write_whole(path, document_bytes(document, paper_format, archive=archive))


def saving_of(
    document: PlanDocument, path: Path, paper_format: PaperFormat, *, archive: bool = False
) -> Callable[[Task], Path]:
    """The work that writes a document, as `save_document` does; cancelled, it writes nothing."""

    def work(task: Task) -> Path:
        task.progress(0, 1)
        content = document_bytes(document, paper_format, archive=archive)
        task.progress(1, 1)
        write_whole(path, content)
        return path

    return work
