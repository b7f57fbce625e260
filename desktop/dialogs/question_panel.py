"""A question over the table that stops nothing: what is doubtful, and the answers as buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListWidget, QPushButton, QVBoxLayout

_MOST_ROWS = 6  # shown at a time; the list scrolls

Answer = tuple[str, Callable[[], object]]


class QuestionPanel(QFrame):
    """Hidden until `ask`; put away by any answer. `given_up` tells of the last answer or Esc."""

    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("question")
        self.question = QLabel()
        self.question.setWordWrap(True)
        self.lines = QListWidget()
        self.lines.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.buttons: list[QPushButton] = []
        self._row = QHBoxLayout()
        self._row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 6, 6)
        layout.addWidget(self.question)
        layout.addWidget(self.lines)
        layout.addLayout(self._row)
        self.hide()

    def ask(
        self, question: str, lines: Sequence[str], answers: Sequence[Answer], give_up: str
    ) -> None:
        """Show a question; the way back stands last and has the keyboard, so that a key that was
        meant for the table does no harm."""
        self.put_away()
        self.question.setText(question)
        self.lines.addItems(list(lines))
        rows = min(len(lines), _MOST_ROWS)
        self.lines.setVisible(bool(lines))
        self.lines.setFixedHeight(rows * max(self.lines.sizeHintForRow(0), 1) + 6)
        for text, action in answers:
            self._add_button(text, action)
        self._add_button(give_up, self.given_up.emit)
        self.show()
        self.buttons[-1].setFocus()

    def put_away(self) -> None:
        """Hide the question; whatever it was about is left as it is."""
        self.hide()
        self.lines.clear()
        for button in self.buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self.buttons = []

    def _add_button(self, text: str, action: Callable[[], object]) -> None:
        button = QPushButton(text)
        button.setAutoDefault(True)
        button.clicked.connect(lambda: self._answer(action))
        self._row.addWidget(button)
        self.buttons.append(button)

    def _answer(self, action: Callable[[], object]) -> None:
        self.put_away()
        action()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._answer(self.given_up.emit)
        else:
            super().keyPressEvent(event)
