"""Parts of a form: a choice among words, and a field with its message below."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from desktop import theme


class Choice(QComboBox):
    """One of several words, each standing for an id (or None); the wheel scrolls past it."""

    def __init__(self, choices: Iterable[tuple[str, str | None]] = ()) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.offer(choices)

    def offer(self, choices: Iterable[tuple[str, str | None]]) -> None:
        """Put other words in its place; what is chosen stays chosen if it is still there."""
        chosen = self.value()
        blocked = self.blockSignals(True)
        self.clear()
        for text, value in choices:
            self.addItem(text, value)
        self.blockSignals(blocked)
        self.choose(chosen)

    def value(self) -> str | None:
        data = self.currentData()
        return None if data is None else str(data)

    def choose(self, value: str | None) -> None:
        """Show a value; the first one where it is not among the choices. No `activated`."""
        found = [i for i in range(self.count()) if self.itemData(i) == value]
        if self.count():
            self.setCurrentIndex(found[0] if found else 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class Field(QWidget):
    """An input with room for one message below it; what is wrong is said in words and marked."""

    def __init__(self, name: str, widget: QWidget) -> None:
        super().__init__()
        self.widget = widget
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setObjectName(f"{name}Message")
        self.message.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(widget)
        layout.addWidget(self.message)
        self.setFocusProxy(widget)

    def tell(self, text: str, *, wrong: bool) -> None:
        """Show why the field is wrong (✕) or doubtful (!); no text: all is well."""
        colour = theme.ERROR if wrong else theme.WARNING
        self.message.setText(f"{'✕' if wrong else '!'} {text}" if text else "")
        self.message.setStyleSheet(f"color: {colour.name()};")
        self.message.setVisible(bool(text))
        marked = f"{type(self.widget).__name__} {{ border: 1px solid {colour.name()}; }}"
        self.widget.setStyleSheet(marked if text else "")
