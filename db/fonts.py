"""The Chinese fonts that the program brings along, so that paper is the same on every machine."""

from __future__ import annotations

from pathlib import Path

from pylopdf_fonts_zh_cn import sans_path, serif_path


def font_files() -> list[Path]:
    """Noto Sans SC and Noto Serif SC, regular weight (OFL), from the font package."""
    return [sans_path(), serif_path()]


def font_folder() -> Path:
    """The folder that holds exactly those files (and the package's own code)."""
    return sans_path().parent
