"""A geographic file on its way into the county, step by step; nothing is changed before the end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop import geo_files
from desktop.dialogs.geo_layers_page import GeoLayersPage
from desktop.dialogs.geo_matches_page import GeoMatchesPage
from desktop.dialogs.geo_position_page import GeoPositionPage, noticed
from desktop.geo_import_wording import outcome_text
from desktop.pages.job_bar import JobBar
from desktop.session import CountySession
from desktop.wording import bad_cell_text
from models.coordinates import CoordinateSystem
from models.edits import Edit
from models.geo_import import GeoImport
from models.geo_opening import signature, texts_of
from models.geo_part import ImportPart
from models.geo_reading import GeoReading, read_layer
from models.known_places import known_places

_LAYERS, _POSITION, _MATCHES, _SUMMARY = range(4)
_MOST_LISTED = 500


class GeoWizard(QDialog):
    """Accepted when the changes were made, as one undoable edit.

    `said` is what a person said of layers that can be remembered, by their `signature`.
    """

    def __init__(
        self,
        session: CountySession,
        path: Path,
        remembered: Mapping[str, Sequence[str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.session, self.path = session, path
        self.said: dict[str, list[str]] = {}
        self.result_: GeoImport | None = None
        self._known = known_places(session.county)
        self.setWindowTitle(self.tr("Import geographic data: {file}").format(file=path.name))
        self.resize(1120, 680)
        self._make_widgets()
        self._lay_out()
        self._go_to(_LAYERS)
        reading = self.tr("Reading {file}…").format(file=path.name)
        self.job.run(geo_files.opening_of(session, path, remembered), self._opened, reading)

    # --- building

    def _make_widgets(self) -> None:
        self.steps = QLabel()
        self.layers = GeoLayersPage()
        self.layers.changed.connect(self._remember)
        self.position = GeoPositionPage()
        self.position.chosen.connect(self._choose_system)
        self.matches = GeoMatchesPage(self.session.county)
        self.matches.decided.connect(self._keep_decisions)
        self.outcomes = QListWidget()
        self.bad_cells = QListWidget()
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self.job = JobBar()
        self.job.note.setWordWrap(True)
        self.job.busy_changed.connect(lambda _: self._show_buttons())
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.back = self.buttons.addButton(self.tr("Back"), role)
        self.next = self.buttons.addButton(self.tr("Next"), role)
        self.take_over = self.buttons.addButton(
            self.tr("Take over"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.back.clicked.connect(self._go_back)
        self.next.clicked.connect(self.go_on)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        last = QWidget()
        column = QVBoxLayout(last)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.summary, self.outcomes, self.bad_cells):
            column.addWidget(widget)
        for each in (self.outcomes, self.bad_cells):
            each.setWordWrap(True)
            each.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.stack = QStackedWidget()
        for page in (self.layers, self.position, self.matches, last):
            self.stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.addWidget(self.steps)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.job)
        layout.addWidget(self.buttons)

    # --- from step to step

    @property
    def parts(self) -> list[ImportPart]:
        """Every layer as it is chosen now."""
        return self.layers.parts

    @property
    def step(self) -> int:
        return self.stack.currentIndex()

    def _go_to(self, step: int) -> None:
        self.stack.setCurrentIndex(step)
        titles = (
            self.tr("1 Layers"), self.tr("2 Position"), self.tr("3 Matching"), self.tr("4 Summary")
        )  # fmt: skip
        marked = [f"<b>{t}</b>" if at == step else t for at, t in enumerate(titles)]
        self.steps.setText("&nbsp;&nbsp;›&nbsp;&nbsp;".join(marked))
        self._show_buttons()

    def _show_buttons(self) -> None:
        is_free = not self.job.is_busy
        self.stack.setEnabled(is_free)
        self.back.setEnabled(is_free and self.step > _LAYERS)
        self.next.setEnabled(is_free and self.step < _SUMMARY and self._may_go_on())
        found = self.result_
        can_take = found is not None and bool(found.changes) and not found.bad
        self.take_over.setEnabled(is_free and self.step == _SUMMARY and can_take)
        is_last = self.step == _SUMMARY
        self.next.setVisible(not is_last)
        self.take_over.setVisible(is_last)
        (self.take_over if is_last else self.next).setDefault(True)

    def _may_go_on(self) -> bool:
        taken = self._taken()
        if self.step == _POSITION:
            return not any(self.parts[at].reading.is_blocked for at in taken)
        return bool(taken)

    def _taken(self) -> list[int]:
        """The places of the layers that are not left out."""
        return [at for at, part in enumerate(self.parts) if part.use is not None]

    def _matched(self) -> list[int]:
        return [at for at in self._taken() if self.parts[at].use.target is not None]  # type: ignore[union-attr]

    def go_on(self) -> None:
        """To the next step; the matching is left out where nothing is matched."""
        if self.step == _LAYERS:
            self.position.show_parts([self.parts[at] for at in self._taken()], self._known)
            self._go_to(_POSITION)
        elif self.step == _POSITION and self._matched():
            self._match()
        else:
            self._sum_up()

    def _go_back(self) -> None:
        self.job.note.clear()
        without_matches = self.step == _SUMMARY and not self._matched()
        self._go_to(self.step - (2 if without_matches else 1))

    def done(self, result: int) -> None:
        if self.job.is_busy:
            self.job.cancel_button.click()
        super().done(result)

    # --- the steps

    def _opened(self, parts: list[ImportPart]) -> None:
        self.layers.show_parts(parts)
        self._show_buttons()

    def _remember(self, row: int) -> None:
        """Take over what was chosen of a layer, and keep it for files like this one."""
        part = self.parts[row]
        self.said[signature(part.reading.layer)] = texts_of(part)
        self._show_buttons()

    def _choose_system(self, row: int, system: CoordinateSystem | None) -> None:
        at = self._taken()[row]
        layer, known = self.parts[at].reading.layer, self._known

        def placed(reading: GeoReading) -> None:
            self.parts[at] = replace(self.parts[at], reading=reading, matches=(), decisions={})
            self.position.show_parts([self.parts[i] for i in self._taken()], self._known)
            self._show_buttons()

        text = self.tr("Placing {layer}…").format(layer=layer.name)
        self.job.run(lambda task: read_layer(layer, known, system), placed, text)

    def _match(self) -> None:
        """Match what was not matched yet with what is chosen now."""
        new = [at for at in self._matched() if not self.parts[at].matches]

        def matched(parts: list[ImportPart]) -> None:
            for at, part in zip(new, parts, strict=True):
                self.parts[at] = part
            self.matches.show_parts([self.parts[at] for at in self._matched()])
            self._go_to(_MATCHES)

        work = geo_files.matching_of(self.session, [self.parts[at] for at in new])
        self.job.run(work, matched, self.tr("Matching features…"))

    def _keep_decisions(self) -> None:
        for at, part in zip(self._matched(), self.matches.parts, strict=True):
            self.parts[at] = part

    def _sum_up(self) -> None:
        parts = [self.parts[at] for at in self._taken()]
        work = geo_files.import_of(self.session, parts, self.path.name)
        self.job.run(work, self._show_result, self.tr("Working out the changes…"))

    def _show_result(self, found: GeoImport) -> None:
        self.result_ = found
        self.outcomes.clear()
        self.outcomes.addItems([outcome_text(outcome) for outcome in found.outcomes])
        for part in (self.parts[at] for at in self._taken()):
            self.outcomes.addItems(noticed(part.reading))
        self.bad_cells.clear()
        self.bad_cells.addItems([f"✕ {bad_cell_text(c)}" for c in found.bad[:_MOST_LISTED]])
        self.bad_cells.setVisible(bool(found.bad))
        self.summary.setText(self._summary_text(found))
        self._go_to(_SUMMARY)

    def _summary_text(self, found: GeoImport) -> str:
        if found.bad:
            return self.tr(
                "Nothing can be taken over before {count} entries marked ✕ are settled: mend them "
                "in the file, choose another column, or leave the features out."
            ).format(count=len(found.bad))
        if not found.changes:
            return self.tr("Nothing would change: the county holds all of it already.")
        return self.tr("{count} changes, made together as one step that can be undone:").format(
            count=len(found.changes)
        )

    def accept(self) -> None:
        """Make the changes as one edit; a refusal (`session.failed`) leaves the wizard open."""
        if self.result_ is None or not self.take_over.isEnabled():
            return
        label = self.tr("Import {file}").format(file=self.path.name)
        if self.session.do(Edit(label, self.result_.changes)):
            super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, but not while features are decided on: it confirms a name there."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not (is_enter and self.step == _MATCHES):
            super().keyPressEvent(event)
