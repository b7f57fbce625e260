"""Which layers of the county go out, and where to: written off the GUI thread."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop import exports, geo_exports
from desktop.pages.job_bar import JobBar
from desktop.session import CountySession
from models.geo_export import LAYER_NAMES, ExportLayer
from models.geo_source import GeoLayer
from models.plan_document import say


class GeoExportDialog(QDialog):
    """Stays open after writing, to say what was written."""

    def __init__(self, session: CountySession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.setWindowTitle(self.tr("Export geographic data"))
        self.resize(520, 460)
        hint = QLabel(
            self.tr(
                "In WGS 84, which is CGCS2000 within centimetres. A GeoPackage holds all layers "
                "and opens in QGIS; GeoJSON holds one. Layers without features are left out."
            )
        )
        hint.setWordWrap(True)
        self.list = QListWidget()
        for layer in ExportLayer:
            item = QListWidgetItem(say(LAYER_NAMES[layer], session.language), self.list)
            item.setData(Qt.ItemDataRole.UserRole, layer)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
        self.list.itemChanged.connect(lambda _: self._update())
        self.job = JobBar()
        self.job.note.setWordWrap(True)
        self.job.busy_changed.connect(lambda _: self._update())
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.save = self.buttons.addButton(
            self.tr("Save as…"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.save.clicked.connect(self._ask)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (hint, self.list, self.job, self.buttons):
            layout.addWidget(widget)

    @property
    def wanted(self) -> list[ExportLayer]:
        items = [self.list.item(row) for row in range(self.list.count())]
        return [
            ExportLayer(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        ]

    def _update(self) -> None:
        self.save.setEnabled(bool(self.wanted) and not self.job.is_busy)

    def _ask(self) -> None:
        name = exports.default_name(self.session, self.tr("map layers"), ".gpkg")
        kinds = (
            self.tr("GeoPackage: all layers (*.gpkg)"),
            self.tr("GeoJSON: one layer (*.geojson)"),
            self.tr("Excel workbook (*.xlsx)"),
        )
        dialog = QFileDialog(self, self.tr("Save as"), str(self.session.folder), ";;".join(kinds))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(".gpkg")
        endings = dict(zip(kinds, (".gpkg", ".geojson", ".xlsx"), strict=True))
        dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(endings[kind]))
        dialog.selectFile(name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.write(Path(path)))
        dialog.open()

    def write(self, path: Path) -> None:
        """Write the wanted layers; the line at the foot tells how it ended."""

        def tell(layers: list[GeoLayer]) -> None:
            text = self.tr("Written: {file} ({layers} layers, {features} features)")
            count = sum(map(len, layers))
            written = text.format(file=path.name, layers=len(layers), features=count)
            self.job.note.setText(written)

        work = geo_exports.writing_of(self.session, path, self.wanted)
        self.job.run(work, tell, self.tr("Writing {file}…").format(file=path.name))
