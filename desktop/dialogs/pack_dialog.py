"""What a plan pack holds, before it is written."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QVBoxLayout, QWidget

from desktop.dialogs.document_options import DocumentOptions
from desktop.plan_pack import PlanPack
from desktop.session import CountySession


class PackDialog(QDialog):
    """The names of the files of `pack`, and the options of its documents."""

    def __init__(
        self, session: CountySession, template_folder: Path | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.pack = PlanPack(session, template_folder)
        self.setWindowTitle(self.tr("Plan pack"))
        self.resize(520, 480)
        note = QLabel(
            self.tr("Version: {name}. These go into one folder or zip:").format(
                name=session.plan.name
            )
        )
        note.setWordWrap(True)
        self.files = QListWidget()
        self.files.addItems(self.pack.names)
        self.options = DocumentOptions()
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (note, self.files, self.options, buttons):
            layout.addWidget(widget)
