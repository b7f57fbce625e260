"""The shipped Chinese font for what matplotlib draws: charts and the map."""

from __future__ import annotations

from functools import lru_cache

from matplotlib.font_manager import FontProperties

from db.fonts import font_files

_FAMILIES = ["Noto Sans SC", "Microsoft YaHei", "PingFang SC", "sans-serif"]


@lru_cache(maxsize=1)
def picture_font() -> FontProperties:
    """Noto Sans SC, by its file, so that pictures are the same on every machine.

    An SVG only names its fonts: there the next in line is taken where this one is missing.
    """
    return FontProperties(family=_FAMILIES, fname=str(font_files()[0]))
