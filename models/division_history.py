"""What became of a division, and under which codes and names it went before."""

from __future__ import annotations

from collections.abc import Iterable

from models.county import County
from models.edits import Change, Record
from models.facility import Facility
from models.geography import Division, DivisionPopulation, Succession
from models.layers import Boundary


def present_divisions(county: County, code: str) -> list[Division]:
    """The divisions that stand today for a code: the one that bears it, else those that it went
    into, however often that changed hands; nothing for a code that never was or left no heir.
    """
    divisions = county.table(Division)
    onward: dict[str, list[str]] = {}
    for succession in county.table(Succession).values():
        onward.setdefault(succession.former, []).append(succession.code)
    found: dict[str, Division] = {}
    seen: set[str] = set()
    ahead = [code]
    while ahead:
        at = ahead.pop(0)
        if at in seen:
            continue
        seen.add(at)
        if (at,) in divisions:
            found[at] = divisions[at,]
        else:
            ahead += onward.get(at, [])
    return list(found.values())


def named_divisions(county: County, name: str, township: str | None = None) -> list[Division]:
    """The divisions of a name, else those that a former one of that name went into.

    With a township's code only those within it, the township itself included.
    """

    def here(divisions: Iterable[Division]) -> list[Division]:
        return [d for d in divisions if township in (None, d.parent, d.code)]

    found = here(d for d in county.divisions if d.name == name)
    if found:
        return found
    former = [s for s in county.table(Succession).values() if s.former_name == name]
    heirs = {d.code: d for s in former for d in present_divisions(county, s.code)}
    return here(heirs.values())


def forerunners(county: County, code: str) -> list[Succession]:
    """What went into a division, the last first, then what had gone into that; renamings too."""
    found: list[Succession] = []
    seen: set[str] = set()
    ahead = [code]
    while ahead:
        at = ahead.pop(0)
        if at in seen:
            continue
        seen.add(at)
        into = [s for s in county.table(Succession).values() if s.code == at and s not in found]
        into.sort(key=lambda s: s.date, reverse=True)
        found += into
        ahead += [s.former for s in into]
    return found


def touched_divisions(change: Change) -> set[str]:
    """The codes of the divisions that a change is about, before or after."""
    sides = (change.before, change.after)
    return {code for side in sides if side is not None for code in _codes(side)}


def _codes(record: Record) -> Iterable[str]:
    match record:
        case Division():
            return (record.code,)
        case DivisionPopulation():
            return (record.division,)
        case Boundary():
            return (record.code,)
        case Succession():
            return (record.former, record.code)
        case Facility():
            return tuple(c for c in (record.village, record.township) if c is not None)
    return ()
