"""The menu that saves the map: on which paper, then where and as what kind of file."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget


class PictureMenu(QMenu):
    """Signal: chosen(Path, page), the page one of `desktop.map.drawing.PAGES`."""

    chosen = Signal(Path, str)

    def __init__(self, folder: Path, parent: QWidget) -> None:
        """`folder` is what is offered to save in."""
        super().__init__(parent)
        self._folder = folder
        for page, text in (
            ("A4", self.tr("A4, landscape…")),
            ("A4-portrait", self.tr("A4, portrait…")),
            ("A3", self.tr("A3, landscape…")),
            ("A3-portrait", self.tr("A3, portrait…")),
        ):
            self.addAction(text).triggered.connect(partial(self._ask, page))

    def _ask(self, page: str) -> None:
        dialog = QFileDialog(self.parentWidget(), self.tr("Save picture"), str(self._folder))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(
            [self.tr("PDF (*.pdf)"), self.tr("PNG picture (*.png)"), self.tr("SVG (*.svg)")]
        )
        dialog.setDefaultSuffix("pdf")
        dialog.filterSelected.connect(
            lambda chosen: dialog.setDefaultSuffix(chosen.rpartition("*.")[2].rstrip(")"))
        )
        dialog.fileSelected.connect(lambda name: self.chosen.emit(Path(name), page))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
