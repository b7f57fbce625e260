"""`weigui export`: tables of a plan version as PDF, Word document or workbook."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.opening import reporting_session
from desktop.plan_option import add_plan_option
from desktop.plan_papers import (
    Paper,
    filled_papers,
    plan_document,
    save_document,
    usual_layout,
    version_before,
)
from desktop.session import CountySession
from desktop.usage import WrongUse
from models.catalogue import Language
from models.plan import Plan
from models.plan_document import PaperFormat

translate = QCoreApplication.translate
ALL = "all"


def add_options(parser: ArgumentParser) -> None:
    """What `weigui export` takes besides the file."""
    add_plan_option(parser)
    parser.add_argument(
        "--out", type=Path, required=True, help=translate("export", "the file to write")
    )
    parser.add_argument(
        "--format",
        choices=[str(paper_format) for paper_format in PaperFormat],
        help=translate("export", "the kind of file (without it by the ending of its name)"),
    )
    parser.add_argument(
        "--layout",
        choices=[*map(str, Paper), ALL],
        help=translate("export", "which table (without it the plan's own of beds)"),
    )
    parser.add_argument(
        "--year",
        type=int,
        help=translate("export", "the year of the mid-term review (without it the middle one)"),
    )
    add_document_options(parser)


def add_document_options(parser: ArgumentParser) -> None:
    """What is said of every document that is written."""
    parser.add_argument(
        "--archive", action="store_true", help=translate("export", "PDF/A-2b, to be kept")
    )
    parser.add_argument(
        "--author",
        default="",
        metavar="NAME",
        help=translate("export", "the author in the properties of the files (without it nobody)"),
    )


def run(options: Namespace, language: Language) -> int:
    """Raises FileError, WrongUse."""
    paper_format = _format(options)
    with reporting_session(options, language) as session:
        _check_year(options.year, session.plan)
        papers = _papers(session, options.layout)
        document = plan_document(session, papers, year=options.year, author=options.author)
        save_document(document, options.out, paper_format, archive=options.archive)
    print(translate("export", "Written: {file}").format(file=options.out))
    return 0


def _format(options: Namespace) -> PaperFormat:
    word = options.format or options.out.suffix.lower().removeprefix(".")
    if word not in set(PaperFormat):
        raise WrongUse(
            translate(
                "export", "weigui export: say by --format what kind of file {file} is"
            ).format(file=options.out.name)
        )
    return PaperFormat(word)


def _papers(session: CountySession, layout: str | None) -> list[Paper]:
    if layout == ALL:
        return filled_papers(session)
    paper = Paper(layout or usual_layout(session))
    if paper is Paper.COMPARISON and version_before(session) is None:
        text = translate("export", "weigui export: there is no version before {plan}")
        raise WrongUse(text.format(plan=session.plan.name))
    return [paper]


def _check_year(year: int | None, plan: Plan) -> None:
    if year is not None and not plan.baseline_year <= year <= plan.target_year:
        text = translate("export", "weigui export: {year} is not a year of the plan")
        raise WrongUse(text.format(year=year))
