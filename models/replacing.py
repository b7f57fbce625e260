"""Find and replace in names and in the figures of cells."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from models.county import County
from models.edits import Change
from models.errors import InvalidValue, Reason
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


def renamed(
    county: County, facilities: Iterable[Facility], replacement: Replacement
) -> tuple[Change, ...]:
    """The changes that replace in the names of facilities of the county.

    Raises InvalidValue: EMPTY where nothing would be left of a name, DUPLICATE where a township
    (or none) would have two facilities of one name that it does not have now.
    """
    changes = []
    new: dict[tuple[str], Facility] = {}
    for facility in facilities:
        name = replacement.made_in(facility.name).strip()
        if name != facility.name and replacement.found_in(facility.name):
            new[facility.key] = replace(facility, name=name)
            changes.append(Change(facility, new[facility.key]))
    taken = {(f.township, f.name) for f in county.facilities if f.key not in new}
    for facility in new.values():
        if (facility.township, facility.name) in taken:
            raise InvalidValue("Facility", "name", facility.name, Reason.DUPLICATE)
        taken.add((facility.township, facility.name))
    return tuple(changes)
