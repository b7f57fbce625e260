"""Which published plan to begin from."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCommandLinkButton, QDialog, QLabel, QVBoxLayout, QWidget


class SampleDialog(QDialog):
    """`chosen(name, title)`: the sample's name and the county's."""

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Make a county file from a published plan"))
        layout = QVBoxLayout(self)
        note = QLabel(self.tr("Every figure of the plan's tables, with its source."))
        note.setObjectName("muted")
        layout.addWidget(note)
        for name, title in (("dazu", "大足区"), ("yanjiang", "雁江区")):
            button = QCommandLinkButton(title)
            button.clicked.connect(lambda _=False, n=name, t=title: self._choose(n, t))
            layout.addWidget(button)

    def _choose(self, name: str, title: str) -> None:
        self.accept()
        self.chosen.emit(name, title)
