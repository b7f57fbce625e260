"""Which facility of the county a name in a source means.

Only names that are the same but for their writing are matched without asking; what is merely alike
is offered to a person, never taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from heapq import nlargest

from models.county import County
from models.facility import Facility
from models.source_table import key

LEAST_LIKENESS = 0.5  # of difflib's ratio: two names of four characters that share two
MOST_CANDIDATES = 5
_COMPARED_IN_FULL = 40


@dataclass(frozen=True, slots=True)
class NameMatch:
    """`facilities`: none, the one meant, or several that bear the name. `is_exact` is False where
    the writing differs by more than spaces and the width of characters."""

    facilities: tuple[Facility, ...]
    is_exact: bool = True


@dataclass(frozen=True, slots=True)
class Candidate:
    """A facility whose name is like the one asked for; `likeness` is 0 to 1."""

    facility: Facility
    likeness: float


class NameMatcher:
    """The facilities of a county by name. It does not follow later changes of the county."""

    def __init__(self, county: County) -> None:
        self._county_name = key(county.info.name) if county.info else ""
        self._facilities = tuple(county.facilities)
        self._exact: dict[str, list[Facility]] = {}
        self._plain: dict[str, list[Facility]] = {}
        self._characters: list[tuple[Facility, str, frozenset[str]]] = []
        for facility in self._facilities:
            self._exact.setdefault(key(facility.name), []).append(facility)
            plain = self._simplified(facility.name)
            self._plain.setdefault(plain, []).append(facility)
            self._characters.append((facility, plain, frozenset(_without_brackets(plain))))

    def match(self, name: str) -> NameMatch:
        """Exact (but for spaces and width), else the same in plain writing: without the county's
        name before it (大足区、区), brackets of any kind, 中医院 for 中医医院, 龙岗镇中心卫生院 for
        龙岗中心卫生院."""
        found = self._exact.get(key(name))
        if found:
            return NameMatch(tuple(found))
        plain = self._simplified(name)
        return NameMatch(tuple(self._plain.get(plain, ())) if plain else (), is_exact=False)

    def candidates(self, name: str) -> list[Candidate]:
        """The facilities whose names are alike, the likest first; at most MOST_CANDIDATES.

        The likeness is the greater of that of the whole plain names and of those without what
        stands in brackets, so that 龙岗中心卫生院（社区卫生服务中心） is like 龙岗中心卫生院.
        """
        whole = self._simplified(name)
        core = _without_brackets(whole)
        matchers = [SequenceMatcher(None, "", text, autojunk=False) for text in {whole, core}]
        found = []
        for facility, plain in self._sharing_characters(core):
            likeness = max(_likeness(matchers, {plain, _without_brackets(plain)}))
            if likeness >= LEAST_LIKENESS:
                found.append(Candidate(facility, likeness))
        found.sort(key=lambda c: (-c.likeness, c.facility.order, c.facility.name))
        return found[:MOST_CANDIDATES]

    def _sharing_characters(self, name: str) -> list[tuple[Facility, str]]:
        """The facilities with their plain names that share most characters with a name, since
        comparing it in full with thousands of names would take too long."""
        wanted = frozenset(name)
        shares = [
            (len(wanted & characters) / (len(characters) + len(wanted) or 1), n)
            for n, (_, _, characters) in enumerate(self._characters)
        ]
        best = nlargest(_COMPARED_IN_FULL, shares, key=lambda share: share[0])
        return [self._characters[n][:2] for _, n in best]

    def _simplified(self, name: str) -> str:
        plain = key(name).translate(_BRACKETS)
        own = plain.removeprefix(self._county_name) if self._county_name else plain
        if own == plain:
            own = re.sub(r"^[区县市旗](?=.{2})", "", plain)
        own = own.replace("中医医院", "中医院")
        return re.sub(r"(?<=..)(?:镇|乡|街道)(?=中心卫生院|卫生院|社区卫生服务)", "", own)


_BRACKETS = str.maketrans({"[": "(", "]": ")", "【": "(", "】": ")", "〔": "(", "〕": ")"})


def _without_brackets(text: str) -> str:
    return re.sub(r"\([^()]*\)", "", text) or text


def _likeness(matchers: Iterable[SequenceMatcher[str]], names: Iterable[str]) -> list[float]:
    ratios = [0.0]
    for name in names:
        for matcher in matchers:
            matcher.set_seq1(name)
            if matcher.real_quick_ratio() >= LEAST_LIKENESS:
                ratios.append(matcher.ratio())
    return ratios


def unknown_names(names: Iterable[str], county: County) -> dict[str, list[str]]:
    """The names that no facility bears as written, each with those that are alike, likest first."""
    known = {facility.name for facility in county.facilities}
    unknown = sorted(set(names) - known)
    if not unknown:
        return {}
    matcher = NameMatcher(county)
    found = {}
    for name in unknown:
        meant = [facility.name for facility in matcher.match(name).facilities]
        alike = [candidate.facility.name for candidate in matcher.candidates(name)]
        found[name] = list(dict.fromkeys([*meant, *alike]))
    return found
