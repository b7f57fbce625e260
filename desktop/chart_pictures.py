"""Charts as pictures: for a file, for the clipboard, and all those for a meeting at once."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, cast

from matplotlib.figure import Figure

from db.exchange.writing import write_whole
from desktop.charts.looks import FORMATS, picture
from desktop.meeting_chart import Chart
from desktop.meeting_charts import MEETING_CHARTS
from desktop.session import CountySession
from models.errors import FileError, FileProblem

SIZE = (10.0, 2.4)  # inches at least: a chart becomes as high as its rows need


def save_chart(path: Path, figure: Figure) -> None:
    """Write a chart as PNG, SVG or PDF, by the ending of `path`.

    Raises FileError: NOT_A_PICTURE for another ending; where it cannot be written, as
    `db.exchange.writing.write_whole` does.
    """
    file_format = path.suffix.lower().removeprefix(".")
    if file_format not in FORMATS:
        raise FileError(path, FileProblem.NOT_A_PICTURE)
    write_whole(path, picture(figure, cast("Literal['png', 'svg', 'pdf']", file_format)))


def meeting_charts(session: CountySession) -> list[Chart]:
    """The charts that have something to show, with the figures of now: one for each subject of the
    rates and of the ratios, the usual one of the others."""
    charts = (
        sort.chart(session, question)
        for sort in MEETING_CHARTS.values()
        for question in sort.for_meeting(session)
    )
    return [chart for chart in charts if not chart.is_empty]


def chart_figure(chart: Chart, session: CountySession) -> Figure:
    """A chart drawn for a file; on any thread."""
    figure = Figure(figsize=SIZE)
    chart.draw(figure, session)
    return figure
