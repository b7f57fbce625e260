"""Saving a chart as a picture file."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, cast

from matplotlib.figure import Figure

from db.exchange.writing import write_whole
from desktop.charts.looks import FORMATS, picture
from models.errors import FileError, FileProblem


def save_chart(path: Path, figure: Figure) -> None:
    """Write a chart as PNG, SVG or PDF, by the ending of `path`.

    Raises FileError: NOT_A_PICTURE for another ending; where it cannot be written, as
    `db.exchange.writing.write_whole` does.
    """
    file_format = path.suffix.lower().removeprefix(".")
    if file_format not in FORMATS:
        raise FileError(path, FileProblem.NOT_A_PICTURE)
    write_whole(path, picture(figure, cast("Literal['png', 'svg', 'pdf']", file_format)))
