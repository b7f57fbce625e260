"""Which edits can be undone and redone, newest last."""

from __future__ import annotations

from models.edits import Edit


class UndoStack:
    """Edits done and undone since the file was opened (the journal keeps them for ever)."""

    def __init__(self) -> None:
        self._done: list[Edit] = []
        self._undone: list[Edit] = []

    def push(self, edit: Edit) -> None:
        """A new edit was done: what was undone before can no longer be redone."""
        self._done.append(edit)
        self._undone.clear()

    @property
    def to_undo(self) -> Edit | None:
        return self._done[-1] if self._done else None

    @property
    def to_redo(self) -> Edit | None:
        return self._undone[-1] if self._undone else None

    def undone(self) -> None:
        """The edit `to_undo` has been undone."""
        self._undone.append(self._done.pop())

    def redone(self) -> None:
        """The edit `to_redo` has been done again."""
        self._done.append(self._undone.pop())
