"""Saving the coverage map as a picture file: the window and the command line alike."""

from __future__ import annotations

from pathlib import Path

from db.exchange.writing import write_whole
from desktop.fonts import picture_font
from desktop.map.drawing import FORMATS, map_picture
from desktop.map.legend import HIDDEN_AT_FIRST
from desktop.map.map_data import MapData
from models.catalogue import Catalogue, Language
from models.errors import FileError, FileProblem


def save_map(
    path: Path,
    data: MapData,
    catalogue: Catalogue,
    language: Language,
    page: str = "A4",
    hidden: frozenset[str] = HIDDEN_AT_FIRST,
) -> None:
    """Write the map as PNG, SVG or PDF, by the ending of `path`, as large as a page of `PAGES`.

    `hidden` are the parts left out (ids of `desktop.map.legend`).

    Raises FileError: NOT_A_PICTURE for another ending; where it cannot be written, as
    `db.exchange.writing.write_whole` does.
    """
    file_format = path.suffix.lower().removeprefix(".")
    if file_format not in FORMATS:
        raise FileError(path, FileProblem.NOT_A_PICTURE)
    picture = map_picture(data, catalogue, language, picture_font(), file_format, page, hidden)
    write_whole(path, picture)
