"""`weigui chart`: a chart of a plan version as a picture file, and what can be drawn."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.chart_question import ChartName, ChartQuestion
from desktop.opening import reporting_session
from desktop.plan_option import add_plan_option
from desktop.session import CountySession
from desktop.usage import WrongUse
from desktop.wording import listed
from models.catalogue import Language
from models.facility import FacilityClass
from models.measure import Basis

if TYPE_CHECKING:
    from desktop.meeting_chart import MeetingChart, Offer

# What draws is imported where it draws: every command loads this module.
translate = QCoreApplication.translate


def add_options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "name",
        nargs="?",
        choices=[str(name) for name in ChartName],
        help=translate("chart", "which chart"),
    )
    parser.add_argument(
        "--out", type=Path, help=translate("chart", "the picture to write: .png, .svg or .pdf")
    )
    parser.add_argument(
        "--list", action="store_true", help=translate("chart", "list the charts and their choices")
    )
    parser.add_argument(
        "--measure",
        metavar="ID",
        help=translate("chart", "what it is of: an id that --list names (without it the first)"),
    )
    parser.add_argument(
        "--basis",
        choices=[str(basis) for basis in Basis],
        help=translate("chart", "authorised, actual or planned figures"),
    )
    parser.add_argument(
        "--class",
        dest="facility_class",
        choices=[str(word) for word in FacilityClass],
        help=translate("chart", "only facilities of this class"),
    )
    add_plan_option(parser)


def run(options: Namespace, language: Language) -> int:
    """Raises FileError, WrongUse."""
    if not options.list and (options.name is None or options.out is None):
        raise WrongUse(translate("chart", "weigui chart: give a chart and --out, or --list"))
    with reporting_session(options, language) as session:
        if options.list:
            _list(session)
        else:
            _write(session, options)
    return 0


def _list(session: CountySession) -> None:
    """A line per chart and choice: chart, id, bases that have figures, words."""
    from desktop.meeting_charts import MEETING_CHARTS

    for name, sort in MEETING_CHARTS.items():
        subjects = sort.subjects(session) or [("", "")]
        for words, subject in subjects:
            bases = " ".join(basis for _, basis in sort.bases(session, subject))
            title = f"{sort.title()} · {words}" if words else sort.title()
            print(f"{name}\t{subject}\t{bases}\t{title}")


def _write(session: CountySession, options: Namespace) -> None:
    from desktop.chart_pictures import chart_figure, save_chart
    from desktop.meeting_charts import MEETING_CHARTS

    sort = MEETING_CHARTS[ChartName(options.name)]
    chart = sort.chart(session, _question(session, sort, options))
    save_chart(options.out, chart_figure(chart, session))  # an empty one says why
    print(translate("chart", "Written: {file}").format(file=options.out))


def _question(session: CountySession, sort: MeetingChart, options: Namespace) -> ChartQuestion:
    """The question of the options; what is not to be had is wrong use, never replaced."""
    subject = sort.possible(session, ChartQuestion(options.measure or "")).subject
    if options.measure is not None:
        _require("--measure", options.measure, sort.subjects(session))
    if options.basis is not None:
        _require("--basis", options.basis, sort.bases(session, subject))
    if options.facility_class is not None:
        _require("--class", options.facility_class, sort.classes(session))
    asked = ChartQuestion(
        subject,
        None if options.basis is None else Basis(options.basis),
        None if options.facility_class is None else FacilityClass(options.facility_class),
    )
    return sort.possible(session, asked)


def _require(option: str, value: str, offered: Offer) -> None:
    known = [one for _, one in offered]
    if value in known:
        return
    if not known:
        text = translate("chart", "weigui chart: this chart has no choice of {option}")
        raise WrongUse(text.format(option=option))
    text = translate("chart", "weigui chart: {option} cannot be {value}; possible are {known}")
    raise WrongUse(text.format(option=option, value=value, known=listed(known)))
