"""The shipped Chinese font for what matplotlib draws: charts and the map."""

from __future__ import annotations

from functools import lru_cache

from matplotlib.font_manager import FontProperties

from db.fonts import font_files


@lru_cache(maxsize=1)
def picture_font() -> FontProperties:
    """Noto Sans SC, by its file, so that pictures are the same on every machine."""
    return FontProperties(fname=str(font_files()[0]))
