"""What is asked of every document that is written: for the archive or not, and by whom."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QWidget


class DocumentOptions(QWidget):
    """PDF/A-2b, and an author for the properties of the files; nobody is named without it."""

    def __init__(self) -> None:
        super().__init__()
        self.archive_box = QCheckBox(self.tr("PDF for the archive (PDF/A-2b)"))
        self.author_line = QLineEdit()
        self.author_line.setPlaceholderText(self.tr("no name is written"))
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(self.archive_box)
        form.addRow(self.tr("Author in the properties"), self.author_line)

    @property
    def archive(self) -> bool:
        return self.archive_box.isEnabled() and self.archive_box.isChecked()

    @property
    def author(self) -> str:
        return self.author_line.text().strip()
