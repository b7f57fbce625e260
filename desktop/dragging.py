"""What is dragged onto the window or a page of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QDropEvent


def dragged_file(event: QDropEvent) -> Path | None:
    """The file that is dragged, where it is just one on this computer."""
    names = [url.toLocalFile() for url in event.mimeData().urls()]
    return Path(names[0]) if len(names) == 1 and names[0] else None
