from __future__ import annotations

from pathlib import Path

import pytest
from matplotlib.figure import Figure

from desktop.chart_pictures import SIZE, chart_figure, meeting_charts, save_chart
from desktop.session import CountySession
from models.errors import FileError, FileProblem

BEGINNINGS = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}


def test_all_charts_that_have_something_to_show(dazu: CountySession) -> None:
    """Dazu states beds and places, but no staff: no ratio can be drawn."""
    charts = meeting_charts(dazu)
    titles = [chart.title for chart in charts]
    assert len(titles) == len(set(titles)) == 6
    assert sum("Per 1,000 people" in title for title in titles) == 2
    assert not any("Ratios" in title for title in titles)


def test_a_chart_is_as_high_as_its_rows_need(dazu: CountySession) -> None:
    figures = [chart_figure(chart, dazu) for chart in meeting_charts(dazu)]
    heights = [figure.get_figheight() for figure in figures]
    assert all(figure.axes for figure in figures)
    assert min(heights) >= SIZE[1]
    assert len({round(height, 2) for height in heights}) > 3


@pytest.mark.parametrize("ending", BEGINNINGS)
def test_a_figure_is_saved_by_the_ending(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"图.{ending}"
    save_chart(path, Figure(figsize=(1, 1)))
    assert path.read_bytes().startswith(BEGINNINGS[ending])


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError) as refused:
        save_chart(tmp_path / "图.docx", Figure(figsize=(1, 1)))
    assert refused.value.problem is FileProblem.NOT_A_PICTURE
