"""Above the map while something is tried: what it changes, and keep or discard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from desktop.map.wording import people_text, rule_text
from desktop.tables.division_table_model import signed
from models.catalogue import Catalogue, Language
from models.coverage import RuleCoverage


class WhatIfBar(QFrame):
    """Signals: kept(), discarded()."""

    kept = Signal()
    discarded = Signal()

    def __init__(self, catalogue: Catalogue, language: Language) -> None:
        super().__init__()
        self._catalogue, self._language = catalogue, language
        self.setObjectName("question")  # the look of what waits for a decision
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.keep = QPushButton(self.tr("Keep"))
        self.keep.setToolTip(
            self.tr("Write the trial into the county: one step that can be undone")
        )
        self.discard = QPushButton(self.tr("Discard"))
        self.keep.clicked.connect(self.kept)
        self.discard.clicked.connect(self.discarded)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 6, 4)
        row.addWidget(self.text, 1)
        row.addWidget(self.keep)
        row.addWidget(self.discard)
        self.hide()

    def show_trial(
        self, tried: Sequence[str], before: Sequence[RuleCoverage], after: Sequence[RuleCoverage]
    ) -> None:
        """What is tried, and the people covered by each rule shown before and after."""
        self.keep.setEnabled(bool(tried))
        if not tried:
            self.text.setText(
                self.tr(
                    "On trial: switch a facility off (select it first), place one or move one, and "
                    "see who is covered. Nothing is written until you keep it."
                )
            )
            return
        lines = [self.tr("On trial: ") + "、".join(tried)]
        lines += [self._line(b, a) for b, a in zip(before, after, strict=True)]
        self.text.setText("\n".join(lines))

    def _line(self, before: RuleCoverage, after: RuleCoverage) -> str:
        was, now = before.covered_population, after.covered_population
        if was is None or now is None:
            change = people_text(None, self._catalogue, self._language)
        else:
            change = self.tr("{before} → {after} people covered ({change})").format(
                before=f"{was:,}", after=f"{now:,}", change=signed(now - was)
            )
        unknown = len(after.unpopulated)
        if unknown:
            change += self.tr("; {count} points of unknown population not counted").format(
                count=unknown
            )
        points = self.tr("{before} → {after} points not covered").format(
            before=len(before.uncovered), after=len(after.uncovered)
        )
        return f"{rule_text(after.rule, self._language)}: {change}; {points}"
