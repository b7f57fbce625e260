"""A small form for a facility planned by a click on the map; the whole of it is on Facilities."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.facility_fields import problem_text
from desktop.dialogs.fields import Choice, Field
from desktop.session import CountySession
from models.county import new_id
from models.facility import Facility, FacilityStatus, FacilityType, PlaceOrigin, usual_class
from models.facility_draft import name_problem


class PlannedFacilityForm(QWidget):
    """Signals: planned(Facility) when it is to be added, dismissed() when it is given up."""

    planned = Signal(object)
    dismissed = Signal()

    def __init__(self, session: CountySession) -> None:
        super().__init__()
        self.session = session
        self._place = (0.0, 0.0)
        word, language = session.catalogue.word, session.language
        self.heading = QLabel(self.tr("Planned facility"))
        self.heading.setStyleSheet("font-weight: 600; font-size: 12pt;")
        self.name = QLineEdit()
        self.name_field = Field("name", self.name)
        self.type = Choice((word("facility-type", t, language), t.value) for t in FacilityType)
        self.type.choose(FacilityType.VILLAGE_CLINIC)
        self.township = Choice()
        self.emergency = QCheckBox(self.tr("Emergency site"))
        self.place = QLabel()
        self.place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.save_button = QPushButton()
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self._lay_out()
        self.name.textChanged.connect(self._check)
        self.township.currentIndexChanged.connect(self._check)
        self.name.returnPressed.connect(self.save)
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.dismissed)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.dismissed)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("Name"), self.name_field)
        form.addRow(self.tr("Type"), self.type)
        form.addRow(self.tr("Township"), self.township)
        form.addRow("", self.emergency)
        form.addRow(self.tr("Place"), self.place)
        hint = QLabel(
            self.tr(
                "A click on another place of the map moves it. Beds, staff and all else are "
                "entered on the Facilities and Allocation pages."
            )
        )
        hint.setWordWrap(True)
        hint.setObjectName("muted")
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 0, 0, 0)
        column.addWidget(self.heading)
        column.addLayout(form)
        column.addWidget(hint)
        column.addLayout(buttons)
        column.addStretch(1)

    def open_at(self, place: tuple[float, float], township: str | None, on_trial: bool) -> None:
        """Ask for a facility at (longitude, latitude) WGS 84; what is typed already stays."""
        self._place = place
        self.place.setText("{:.6f}°E  {:.6f}°N".format(*place))
        self.township.offer(
            [("—", None), *((d.name, d.code) for d in self.session.county.townships)]
        )
        self.township.choose(township)
        self.save_button.setText(self.tr("Try") if on_trial else self.tr("Add"))
        self._check()
        self.name.setFocus()

    def clear(self) -> None:
        """Forget what was typed; type and class stay for the next one."""
        self.name.clear()
        self.emergency.setChecked(False)

    def facility(self) -> Facility:
        """What the fields say, at an approximate place: a click is no survey."""
        facility_type = FacilityType(self.type.currentData())
        last = max((f.order for f in self.session.county.facilities), default=0)
        return Facility(
            new_id(),
            self.name.text().strip(),
            usual_class(facility_type),
            facility_type,
            status=FacilityStatus.PLANNED,
            order=last + 1,
            township=self.township.value(),
            longitude=self._place[0],
            latitude=self._place[1],
            place_origin=PlaceOrigin.APPROXIMATE,
            emergency_site=self.emergency.isChecked(),
        )

    def save(self) -> None:
        if self.save_button.isEnabled():
            self.planned.emit(self.facility())

    def _check(self) -> None:
        problem = name_problem(self.session.county, "", self.name.text(), self.township.value())
        typed = bool(self.name.text())
        text = problem_text(problem) if problem and typed else ""
        self.name_field.tell(text, wrong=problem is not None and problem.blocking)
        self.save_button.setEnabled(problem is None or not problem.blocking)
