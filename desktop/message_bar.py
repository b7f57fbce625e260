"""A line above the page for what went wrong or was done; it never stops the work."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget


class MessageBar(QFrame):
    """One message at a time, until it is closed or the next one comes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.label.setTextInteractionFlags(self.label.textInteractionFlags().TextSelectableByMouse)
        close = QToolButton()
        close.setText("✕")
        close.setAutoRaise(True)
        close.setToolTip(self.tr("Close this message"))
        close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 6, 6)
        layout.addWidget(self.label, 1)
        layout.addWidget(close)
        self.hide()

    def show_error(self, text: str) -> None:
        self._show("✕ " + text, "error")

    def show_note(self, text: str) -> None:
        self._show(text, "note")

    def _show(self, text: str, kind: str) -> None:
        self.setObjectName("notice" if kind == "error" else "note")
        self.style().unpolish(self)
        self.style().polish(self)
        self.label.setText(text)
        self.show()
