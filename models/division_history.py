"""What became of a division, and under which codes and names it went before."""

from __future__ import annotations

from collections.abc import Callable

from models.county import County
from models.division_list import plain_name
from models.geography import Division, Succession


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
    """The divisions of a name, else those that a former one of that name went into, by code.

    A name that differs only as offices write it (学坝社区居民委员会) is the same where none is
    exactly so. With a township's code only those within it, the township itself included.
    """
    same: list[Callable[[str], bool]] = [lambda other: other == name]
    plain = plain_name(name)
    same.append(lambda other: plain_name(other) == plain)
    divisions = county.table(Division).values()
    successions = county.table(Succession).values()
    for is_same in same:
        found = [d for d in divisions if township in (None, d.parent, d.code) and is_same(d.name)]
        if found:
            return sorted(found, key=lambda d: d.code)
    for is_same in same:
        heirs = {
            heir.code: heir
            for succession in successions
            if is_same(succession.former_name)
            for heir in present_divisions(county, succession.code)
            if township in (None, heir.parent, heir.code)
        }
        if heirs:
            return sorted(heirs.values(), key=lambda d: d.code)
    return []


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
