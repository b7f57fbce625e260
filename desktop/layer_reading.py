"""Large layers of the map are read off the GUI thread, before a rule or a page asks for them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from desktop.background import Task, start
from desktop.map.map_data import map_data
from models.county import County
from models.coverage import coverage
from models.layers import Layer, layer_features
from models.rules.rule import Rule, RuleKind
from models.what_if import WhatIf

LARGE = 1_000_000  # characters of all layers: some 6,000 roads, which take half a second
_KINDS = frozenset({RuleKind.RADIUS, RuleKind.TRAVEL_TIME})


class LayerReading(QObject):
    """Measures and maps a county once, and drops the result: what takes long of it, the features,
    the network of the roads and the reach along it, is then in the caches of those who make it.

    Signal: finished() when the layers begun last have been read.
    """

    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._read: Sequence[Layer] = ()
        self._begun: Sequence[Layer] = ()
        self._task: Task | None = None

    def has_read(self, county: County) -> bool:
        """Whether nobody has to wait long for the layers of a county."""
        layers = county.layers
        return layers == self._read or sum(len(layer.features) for layer in layers) < LARGE

    def begin(self, county: County, rules: Sequence[Rule], year: int) -> None:
        """Read a county's layers; what was begun before is no longer waited for."""
        there = WhatIf().county(county)  # one's own, since the planner goes on editing the other
        self.stop()
        self._begun = there.layers
        self._task = Task(lambda task: _read(task, there, rules, year))
        self._task.finished.connect(self._finish)
        self._task.failed.connect(self._finish)  # whoever asks for them next meets the error
        start(self._task)

    def stop(self) -> None:
        """Nobody waits any more; it ends with the step it is at."""
        if self._task is not None:
            self._task.cancel()
        self._task = None

    def _finish(self, _result: object) -> None:
        if self._task is not None and self.sender() is self._task:
            self._task, self._read = None, self._begun
            self.finished.emit()


def _read(task: Task, county: County, rules: Sequence[Rule], year: int) -> None:
    """Step by step, so that it can be stopped."""
    steps = len(county.layers) + 2
    for done, layer in enumerate(county.layers, 1):
        layer_features(layer.features)
        task.progress(done, steps)
    found = coverage(county, rules, kinds=_KINDS, year=year)
    task.progress(steps - 1, steps)
    map_data(county, found)
