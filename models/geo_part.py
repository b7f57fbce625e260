"""What a person chose of one layer of a file, and what it comes to in a county."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from models.county import County
from models.division_merging import UNDATED
from models.division_references import changes_of
from models.edits import Change, Edit, Record
from models.errors import FileError, FileProblem
from models.geo_matching import GeoMatch, MatchState, Place, Progress, match_features
from models.geo_reading import GeoReading
from models.geo_use import Columns, LayerUse, matched_by

MOST_MATCHED = 20_000  # features of one layer, many times the places of a county


class Verdict(StrEnum):
    """What becomes of a feature that is no place the county knows."""

    NEW = "new"
    LEFT_OUT = "left-out"


Decision = Place | Verdict


@dataclass(frozen=True, eq=False)
class ImportPart:
    """One layer and what it is to become. `use` None: the layer is left out.

    `matches` are those of its features where the use has a target (`matched_part`), `decisions`
    what a person said of a feature by its index. `year` is the one of the column of people,
    UNDATED for none.
    """

    reading: GeoReading
    use: LayerUse | None
    columns: Columns
    year: int = UNDATED
    matches: Sequence[GeoMatch] = ()
    decisions: Mapping[int, Decision] = field(default_factory=dict)

    def decision(self, match: GeoMatch) -> Decision | None:
        """What becomes of a feature; None where that is not yet said: it is left out."""
        chosen = self.decisions.get(match.index)
        if chosen is not None or not match.is_sure:
            return chosen
        return match.candidates[0]

    def is_undecided(self, match: GeoMatch) -> bool:
        """Whether somebody should say which of several a feature is."""
        return match.state in _TO_DECIDE and match.index not in self.decisions


_TO_DECIDE = (MatchState.CANDIDATE, MatchState.DUPLICATE)


@dataclass(frozen=True, slots=True)
class PartOutcome:
    """What a layer comes to, in features: `taken` for a place that was there, `added` as new ones,
    `undecided` and `left_out`. `changes` counts records; `people` numbers of people. `replaces`:
    a layer that was imported before is replaced.
    """

    layer: str
    use: LayerUse
    taken: int = 0
    added: int = 0
    undecided: int = 0
    left_out: int = 0
    changes: int = 0
    people: int = 0
    replaces: bool = False


class Work:
    """A copy of the county that takes record after record, and what was put into it."""

    def __init__(self, county: County) -> None:
        self._given = county
        self.county = County(county.records())
        self._put: dict[tuple[type[Record], tuple[object, ...]], None] = {}

    def put(self, *records: Record) -> None:
        """Make records stand. Raises InvalidValue where one refers to nothing."""
        self.do(changes_of(self.county, records))

    def do(self, changes: Sequence[Change]) -> None:
        self.county.apply(Edit("", tuple(changes)))
        self._put |= dict.fromkeys((type(c.record), c.record.key) for c in changes)

    @property
    def changes(self) -> tuple[Change, ...]:
        """From the county as it was given to what stands now."""
        return changes_of(self._given, [self.county.table(t)[k] for t, k in self._put])


def matched_part(part: ImportPart, county: County, progress: Progress) -> ImportPart:
    """The part with its features matched; what was decided before is forgotten.

    Raises FileError (TOO_LARGE), and what `progress` raises.
    """
    if part.use is None or part.use.target is None:
        return replace(part, matches=(), decisions={})
    layer = part.reading.layer
    if part.reading.taken > MOST_MATCHED:
        raise FileError(layer.name, FileProblem.TOO_LARGE, f"{len(layer)} > {MOST_MATCHED}")
    found = match_features(
        part.reading, county, part.use.target, matched_by(part.columns), progress
    )
    return replace(part, matches=found, decisions={})
