from __future__ import annotations

from desktop.undo import UndoStack
from models.edits import Edit

FIRST, SECOND, THIRD = Edit("first", ()), Edit("second", ()), Edit("third", ())


def test_the_last_edit_is_undone_first_and_redone_last() -> None:
    stack = UndoStack()
    stack.push(FIRST)
    stack.push(SECOND)
    assert stack.to_undo is SECOND
    stack.undone()
    stack.undone()
    assert (stack.to_undo, stack.to_redo) == (None, FIRST)
    stack.redone()
    assert (stack.to_undo, stack.to_redo) == (FIRST, SECOND)


def test_a_new_edit_ends_what_could_be_redone() -> None:
    stack = UndoStack()
    stack.push(FIRST)
    stack.undone()
    stack.push(THIRD)
    assert (stack.to_undo, stack.to_redo) == (THIRD, None)
