"""Geographic data from a page: they come in, are managed and go out."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QMenu, QPushButton

from desktop.dialogs.geo_export_dialog import GeoExportDialog
from desktop.dialogs.layers_dialog import LayersDialog
from desktop.pages.page import Page

translate = QCoreApplication.translate


class MapDataMenu(QMenu):
    """Import is asked of the window, which knows what was said of earlier files."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        for text, slot in (
            (_import_text(), page.geodata_requested.emit),
            (self.tr("Layers and road speeds…"), lambda: self._open(LayersDialog)),
            (self.tr("Export geographic data…"), lambda: self._open(GeoExportDialog)),
        ):
            self.addAction(text).triggered.connect(lambda _=False, do=slot: do())

    def _open(self, kind: type[LayersDialog] | type[GeoExportDialog]) -> None:
        dialog: QDialog = kind(self._page.session, self._page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


def geodata_button(page: Page) -> QPushButton:
    """For a page that shows nothing before there are places."""
    button = QPushButton(_import_text())
    button.clicked.connect(lambda _=False: page.geodata_requested.emit())
    return button


def _import_text() -> str:
    return translate("MapDataMenu", "Import geographic data…")
