"""Which published plan to begin from."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCommandLinkButton, QDialog, QLabel, QVBoxLayout, QWidget

_SAMPLES = (
    ("dazu", "大足区"),
    ("yanjiang", "雁江区"),
    ("wuxi", "巫溪县"),
    ("wushan", "巫山县"),
    ("pingluo", "平罗县"),
)


class SampleDialog(QDialog):
    """`chosen(name, title)`: the sample's name and the county's; `text_requested`: none of them."""

    chosen = Signal(str, str)
    text_requested = Signal()

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Make a county file from a published plan"))
        self.setMinimumWidth(420)
        layout = QVBoxLayout(self)
        note = QLabel(self.tr("Every figure of the plan's tables, with its source."))
        note.setObjectName("muted")
        layout.addWidget(note)
        for name, title in _SAMPLES:
            button = QCommandLinkButton(title)
            button.clicked.connect(lambda _=False, n=name, t=title: self._choose(n, t))
            layout.addWidget(button)
        text = QCommandLinkButton(
            self.tr("Another plan…"), self.tr("Read the tables of a plan's text (.txt)")
        )
        text.clicked.connect(self._ask_text)
        layout.addWidget(text)

    def _choose(self, name: str, title: str) -> None:
        self.accept()
        self.chosen.emit(name, title)

    def _ask_text(self) -> None:
        self.accept()
        self.text_requested.emit()
