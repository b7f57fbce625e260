"""Find and replace in names and in the figures of cells."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from models.edits import Change
from models.facility import Facility


@dataclass(frozen=True, slots=True)
class Replacement:
    """What to look for and what to put there.

    `whole` finds only texts that are nothing else. Capitals are not told from small letters. An
    empty `find` finds blanks where `whole` is set, and nothing where it is not.
    """

    find: str
    by: str
    whole: bool = False

    def found_in(self, text: str) -> bool:
        if self.whole:
            return text.casefold() == self.find.casefold()
        return bool(self.find) and re.search(re.escape(self.find), text, re.IGNORECASE) is not None

    def made_in(self, text: str) -> str:
        """The text after the replacement."""
        if not self.found_in(text):
            return text
        if self.whole:
            return self.by
        return re.sub(re.escape(self.find), lambda _: self.by, text, flags=re.IGNORECASE)


def renamed(facilities: Iterable[Facility], replacement: Replacement) -> tuple[Change, ...]:
    """The changes that replace in names.

    Raises InvalidValue(EMPTY) where nothing would be left of a name.
    """
    changes = []
    for facility in facilities:
        name = replacement.made_in(facility.name).strip()
        if name != facility.name and replacement.found_in(facility.name):
            changes.append(Change(facility, replace(facility, name=name)))
    return tuple(changes)
