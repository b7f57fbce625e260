"""How target sheets are to be saved: in one PDF or one each, in whose look."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.document_options import DocumentOptions
from desktop.sheet_exports import lay_template
from desktop.wording import error_text
from models.errors import WeiguiError


class SheetDialog(QDialog):
    """Asks for one PDF or one each, for the archive or not, and for the bureau's own look."""

    def __init__(self, count: int, folder: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Save {count} target sheets").format(count=count))
        self.setMinimumWidth(520)
        self.one_choice = QRadioButton(self.tr("In one PDF, with a bookmark for each facility"))
        self.each_choice = QRadioButton(self.tr("A PDF for each facility, in a folder"))
        self.one_choice.setChecked(True)
        self.folder_line = QLineEdit("" if folder is None else str(folder))
        self.folder_line.setPlaceholderText(self.tr("built in"))
        self.note = QLabel(
            self.tr(
                "A folder with your own template, logo (logo.svg or logo.png) and head (head.txt)."
            )
        )
        self.note.setObjectName("muted")
        self.note.setWordWrap(True)
        self.options = DocumentOptions()
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._lay_out()

    def _lay_out(self) -> None:
        choose = QPushButton(self.tr("Choose…"))
        choose.clicked.connect(self._choose_folder)
        self.copy_button = QPushButton(self.tr("Copy the built-in template there"))
        self.copy_button.clicked.connect(self._copy_template)
        self.folder_line.textChanged.connect(self._enable_copy)
        line = QHBoxLayout()
        line.addWidget(self.folder_line, 1)
        line.addWidget(choose)
        form = QFormLayout()
        form.addRow(self.tr("Own look"), line)
        form.addRow("", self.copy_button)
        form.addRow("", self.note)
        layout = QVBoxLayout(self)
        layout.addWidget(self.one_choice)
        layout.addWidget(self.each_choice)
        layout.addLayout(form)
        layout.addWidget(self.options)
        layout.addWidget(self.buttons)
        self._enable_copy()

    @property
    def folder(self) -> Path | None:
        """The folder of the bureau's own look; None for the built-in one."""
        text = self.folder_line.text().strip()
        return Path(text) if text else None

    @property
    def each(self) -> bool:
        return self.each_choice.isChecked()

    def _enable_copy(self) -> None:
        self.copy_button.setEnabled(self.folder is not None)

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder of your own look"), self.folder_line.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.folder_line.setText)
        dialog.open()

    def _copy_template(self) -> None:
        assert self.folder is not None
        try:
            self.note.setText(
                self.tr("Laid there, to be changed: {file}").format(file=lay_template(self.folder))
            )
        except WeiguiError as error:
            self.note.setText(error_text(error))
