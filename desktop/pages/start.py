"""What the program shows when no county is open: the three ways to begin, and the recent files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCommandLinkButton, QFrame, QLabel, QVBoxLayout, QWidget


class StartPage(QWidget):
    """Signals: open_requested, sample_requested, empty_requested, recent_requested(Path)."""

    open_requested = Signal()
    sample_requested = Signal()
    empty_requested = Signal()
    recent_requested = Signal(object)

    def __init__(self, recent: Sequence[Path]) -> None:
        super().__init__()
        card = QFrame()
        card.setObjectName("card")
        card.setFixedWidth(560)
        layout = QVBoxLayout(card)
        layout.setContentsMargins(28, 24, 28, 24)
        title = QLabel(self.tr("Weigui · county health resource planning"))
        title.setObjectName("pageTitle")
        layout.addWidget(title)
        for text, note, signal in (
            (self.tr("Open a county file"),
             self.tr("A .weigui file from this computer or a USB stick"),
             self.open_requested),
            (self.tr("Make one from a published plan"),
             self.tr("Dazu, Yanjiang, Wuxi, Wushan or Pingluo: every figure published"),
             self.sample_requested),
            (self.tr("Start an empty county"),
             self.tr("Name, baseline and target year; then enter or import"),
             self.empty_requested),
        ):  # fmt: skip
            button = QCommandLinkButton(text, note)
            button.clicked.connect(signal)
            layout.addWidget(button)
        if recent:
            heading = QLabel(self.tr("Recent files"))
            heading.setObjectName("muted")
            layout.addWidget(heading)
        for path in recent:
            button = QCommandLinkButton(path.name, str(path.parent))
            button.clicked.connect(lambda _=False, p=path: self.recent_requested.emit(p))
            layout.addWidget(button)
        outer = QVBoxLayout(self)
        outer.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)
