"""Gives the activities of one facility to others: all township health centres, for instance."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.fields import Choice
from desktop.session import CountySession
from models.edits import Edit
from models.facility import Facility, FacilityType
from models.workload_editing import Copied, copy_set
from models.workload_staffing import plan_activities

_ID_ROLE = Qt.ItemDataRole.UserRole


class CopyActivitiesDialog(QDialog):
    """Opened with `open()`; accepted when the activities were given, as one undoable edit."""

    def __init__(
        self, session: CountySession, source: Facility, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.session, self.source = session, source
        self.setWindowTitle(self.tr("Apply activities to other facilities"))
        self.setMinimumSize(560, 540)
        catalogue, language = session.catalogue, session.language
        lines = plan_activities(session.county, session.plan)
        cadres = dict.fromkeys(a.measure for a in lines if a.facility_id == source.id)
        named = [(catalogue.measure_name(m, language), m) for m in cadres]
        self.cadre = Choice([(self.tr("All cadres"), None), *named])
        self._all_cadres = frozenset(cadres)
        others = [f for f in session.county.facilities if f.id != source.id]
        types = {f.facility_type for f in others}
        named = [
            (catalogue.word("facility-type", t, language), t.value)
            for t in FacilityType
            if t in types
        ]
        self.type_choice = Choice([(self.tr("All types"), None), *named])
        self.type_choice.choose(source.facility_type)
        self.facilities = QListWidget()
        self.volumes = QCheckBox(self.tr("Annual volumes and hours too (else left blank)"))
        self.update_own = QCheckBox(
            self.tr("Also where such activities are entered: update those of the same name")
        )
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Apply"))
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        self._lay_out()
        self._fill()
        self._connect()

    def _lay_out(self) -> None:
        form = QFormLayout()
        name = QLabel(self.source.name)
        form.addRow(self.tr("Activities of"), name)
        form.addRow(self.tr("Cadre"), self.cadre)
        form.addRow(self.tr("To facilities of the type"), self.type_choice)
        self.all_button = QPushButton(self.tr("Tick all"))
        self.none_button = QPushButton(self.tr("Tick none"))
        ticks = QHBoxLayout()
        ticks.addWidget(self.all_button)
        ticks.addWidget(self.none_button)
        ticks.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.facilities, 1)
        layout.addLayout(ticks)
        layout.addWidget(self.volumes)
        layout.addWidget(self.update_own)
        layout.addWidget(self.summary)
        layout.addWidget(self.buttons)

    def _connect(self) -> None:
        self.type_choice.currentIndexChanged.connect(self._fill)
        self.cadre.currentIndexChanged.connect(self._sum_up)
        self.facilities.itemChanged.connect(self._sum_up)
        self.volumes.toggled.connect(self._sum_up)
        self.update_own.toggled.connect(self._sum_up)
        self.all_button.clicked.connect(lambda: self._tick(Qt.CheckState.Checked))
        self.none_button.clicked.connect(lambda: self._tick(Qt.CheckState.Unchecked))
        self.buttons.accepted.connect(self._apply)
        self.buttons.rejected.connect(self.reject)

    def _fill(self) -> None:
        """List the facilities of the type, all ticked, but those that are to close."""
        wanted = self.type_choice.value()
        self.facilities.blockSignals(True)
        self.facilities.clear()
        for facility in self.session.county.facilities:
            if facility.id == self.source.id or wanted not in (None, facility.facility_type):
                continue
            item = QListWidgetItem(facility.name)
            item.setData(_ID_ROLE, facility.id)
            item.setCheckState(Qt.CheckState.Checked)
            self.facilities.addItem(item)
        self.facilities.blockSignals(False)
        self._sum_up()

    def _tick(self, state: Qt.CheckState) -> None:
        self.facilities.blockSignals(True)
        for row in range(self.facilities.count()):
            self.facilities.item(row).setCheckState(state)
        self.facilities.blockSignals(False)
        self._sum_up()

    def _ticked(self) -> list[str]:
        items = (self.facilities.item(row) for row in range(self.facilities.count()))
        checked = Qt.CheckState.Checked
        return [str(i.data(_ID_ROLE)) for i in items if i.checkState() is checked]

    def found(self) -> Copied:
        """What applying would change now."""
        session, cadre = self.session, self.cadre.value()
        return copy_set(
            session.county,
            session.plan,
            self.source.id,
            self._all_cadres if cadre is None else {cadre},
            self._ticked(),
            with_volumes=self.volumes.isChecked(),
            update=self.update_own.isChecked(),
        )

    def _sum_up(self) -> None:
        found = self.found()
        text = self.tr("{facilities} facilities are ticked: {lines} lines will be written.").format(
            facilities=len(self._ticked()), lines=len(found.changes)
        )
        if found.kept:
            kept = self.tr("{count} have activities of these cadres and keep them.")
            text += " " + kept.format(count=len(found.kept))
        self.summary.setText(text)
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(found.changes))

    def _apply(self) -> None:
        label = self.tr("Apply the activities of {facility} to {count} facilities").format(
            facility=self.source.name, count=len(self._ticked())
        )
        if self.session.do(Edit(label, self.found().changes)):
            self.accept()
