from __future__ import annotations

from db.fonts import font_files, font_folder


def test_fonts_are_opentype_files_in_one_folder() -> None:
    for file in font_files():
        assert file.read_bytes()[:4] == b"OTTO"
        assert file.parent == font_folder()
