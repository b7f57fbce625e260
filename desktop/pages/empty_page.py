"""What stands in place of a table that has no rows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget


def empty_page(text: str, *buttons: QPushButton) -> QWidget:
    """What to do first, and the buttons that do it."""
    label = QLabel(text)
    label.setObjectName("muted")
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    label.setWordWrap(True)
    row = QHBoxLayout()
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.addStretch(1)
    layout.addWidget(label)
    layout.addLayout(row)
    layout.addStretch(1)
    return box
