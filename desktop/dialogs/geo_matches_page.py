"""Which division or facility each feature is: what is sure, and what a person must say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.geo_import_wording import decision_text, new_text, state_text, use_text
from desktop.tables.geo_match_table_model import GeoMatchTableModel
from desktop.tables.reading_table import ReadingTableView
from desktop.wording import listed
from models.county import County
from models.geo_matching import GeoMatch, GeoTarget, MatchState, Place
from models.geo_part import Decision, ImportPart, Verdict
from models.source_table import key


class GeoMatchesPage(QWidget):
    """`parts` with the decisions made. Signals: decided()."""

    decided = Signal()

    def __init__(self, county: County) -> None:
        super().__init__()
        self._county = county
        self.parts: list[ImportPart] = []
        self._places: list[Place] = []
        self.layer = QComboBox()
        self.layer.setAccessibleName(self.tr("Layer"))
        self.layer.activated.connect(lambda _: self._show_part())
        self.only_open = QCheckBox(self.tr("Only what is to be decided"))
        self.only_open.toggled.connect(lambda _: self._show_part())
        self.counts = QLabel()
        self.model = GeoMatchTableModel(county)
        self.table = ReadingTableView(self.model, (60, 220, 160, 130, 260, 140))
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.current_changed.connect(self._offer)
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("It is"))
        self.choice.setEditable(True)
        self.choice.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.choice.setMaxVisibleItems(16)
        self.choice.setMinimumContentsLength(26)
        completer = QCompleter(self.choice.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.choice.setCompleter(completer)
        typed = self.choice.lineEdit()
        assert typed is not None
        typed.setPlaceholderText(self.tr("a candidate, or type part of a name"))
        typed.returnPressed.connect(self._confirm)
        self.take = QPushButton(self.tr("Confirm"))
        self.take.clicked.connect(self._confirm)
        self.as_new = QPushButton(self.tr("Add as new"))
        self.as_new.clicked.connect(
            lambda: self._decide(dict.fromkeys(self._chosen(), Verdict.NEW))
        )
        self.leave = QPushButton(self.tr("Leave out"))
        self.leave.clicked.connect(
            lambda: self._decide(dict.fromkeys(self._chosen(), Verdict.LEFT_OUT))
        )
        self.all_new = QPushButton(self.tr("Add all unknown as new"))
        self.all_new.clicked.connect(self._add_all)
        for button in (self.take, self.as_new, self.leave, self.all_new):
            button.setAutoDefault(False)
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.layer)
        top.addWidget(self.counts, 1)
        top.addWidget(self.only_open)
        self.bar = QWidget()
        row = QHBoxLayout(self.bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(QLabel(self.tr("The selected ones are:")))
        row.addWidget(self.choice, 1)
        for button in (self.take, self.as_new, self.leave):
            row.addWidget(button)
        row.addSpacing(16)
        row.addWidget(self.all_new)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(top)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.bar)

    def show_parts(self, parts: Sequence[ImportPart]) -> None:
        self.parts = list(parts)
        self.layer.clear()
        for part in self.parts:
            self.layer.addItem(f"{part.reading.layer.name} · {use_text(part.use)}")
        self.layer.setVisible(len(self.parts) > 1)
        self._show_part()

    @property
    def part(self) -> ImportPart:
        return self.parts[max(self.layer.currentIndex(), 0)]

    def _show_part(self) -> None:
        if not self.parts:
            return
        self._places = _places_of(self._county, self.part)
        self.model.show_part(self.part, self.only_open.isChecked())
        unknown = any(match.state is MatchState.NONE for match in self.part.matches)
        self.all_new.setVisible(unknown)
        self.as_new.setToolTip(new_text(self.part.use))
        self._show_counts()
        self._offer()

    def _show_counts(self) -> None:
        part = self.part
        counts = {
            state_text(state): sum(m.state is state for m in part.matches) for state in MatchState
        }
        texts = [f"{text} {count}" for text, count in counts.items() if count]
        undecided = sum(part.is_undecided(m) for m in part.matches)
        left = self.tr("{count} to be decided").format(count=undecided)
        self.counts.setText(listed(texts) + (f" — {left}" if undecided else ""))

    # --- what a person says

    def _selected(self) -> list[GeoMatch]:
        rows = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        return [self.model.match_at(row) for row in rows]

    def _chosen(self) -> list[int]:
        """The indices of the selected features."""
        return [match.index for match in self._selected()]

    def _offer(self) -> None:
        """Offer the candidates of the selected feature first, then all places of the kind."""
        row = self.table.chosen
        for widget in (self.choice, self.take, self.as_new, self.leave):
            widget.setEnabled(row is not None)
        self.choice.clear()
        is_one = len(self._chosen()) == 1
        self.choice.setEnabled(is_one)
        if row is None or not is_one:
            self.choice.setEditText("" if row is None else self.tr("each its likeliest candidate"))
            return
        likely = self.model.match_at(row).candidates
        for place in (*likely, *(p for p in self._places if p not in likely)):
            self.choice.addItem(decision_text(place, self.part.use), place)
        if likely:
            self.choice.insertSeparator(len(likely))
        self.choice.setCurrentIndex(0 if likely else -1)

    def _confirm(self) -> None:
        """The place that is chosen or typed; of several features for each its likeliest."""
        if len(self._chosen()) > 1:
            likely = {m.index: m.candidates[0] for m in self._selected() if m.candidates}
            self._decide(likely)
            return
        typed = key(self.choice.currentText())
        found = [
            self.choice.itemData(at)
            for at in range(self.choice.count())
            if self.choice.itemData(at) is not None and key(self.choice.itemText(at)) == typed
        ]
        if found:
            self._decide(dict.fromkeys(self._chosen(), found[0]))

    def _add_all(self) -> None:
        unknown = [m.index for m in self.part.matches if m.state is MatchState.NONE]
        self._decide(
            dict.fromkeys((i for i in unknown if i not in self.part.decisions), Verdict.NEW)
        )

    def _decide(self, new: Mapping[int, Decision]) -> None:
        at = max(self.layer.currentIndex(), 0)
        decisions = {**self.part.decisions, **new}
        self.parts[at] = replace(self.part, decisions=decisions)
        row = self.table.chosen or 0
        if self.only_open.isChecked():
            self.model.show_part(self.part, only_open=True)
        else:
            self.model.follow(self.part)
            row += 1
        self._show_counts()
        if self.model.rowCount():
            self.table.choose(min(row, self.model.rowCount() - 1))
        self._offer()
        self.decided.emit()


def _places_of(county: County, part: ImportPart) -> list[Place]:
    """All that a feature of the part can be."""
    target = part.use.target if part.use is not None else None
    if target is GeoTarget.FACILITIES:
        return [f for f in county.facilities if not f.is_group]
    is_township = target is GeoTarget.TOWNSHIPS
    return [d for d in county.divisions if (d.parent is None) == is_township]
