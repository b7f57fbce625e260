"""Which facilities the allocation table shows: by class, type, township, consortium, status."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.dialogs.fields import Choice
from desktop.session import CountySession
from desktop.tables.allocation_rows import NONE, RowFilter
from models.facility import FacilityClass, FacilityStatus, FacilityType

_WITHOUT = "\0"  # stands for NONE, since "" could not be told from "all" in what is stored


class RowFilterBar(QWidget):
    """Five choices and a way to clear them; only what the county has is offered."""

    changed = Signal()

    def __init__(self, session: CountySession) -> None:
        super().__init__()
        self.session = session
        self._text = ""
        self.class_filter, self.type_filter, self.status = Choice(), Choice(), Choice()
        self.township, self.consortium = Choice(), Choice()
        self.clear_button = QPushButton(self.tr("Clear"))
        self.clear_button.setToolTip(self.tr("Show all facilities"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for choice, name in (
            (self.class_filter, self.tr("Class of facility")),
            (self.type_filter, self.tr("Type")),
            (self.township, self.tr("Township")),
            (self.consortium, self.tr("Consortium")),
            (self.status, self.tr("Status")),
        ):
            choice.setAccessibleName(name)
            choice.setToolTip(name)
            choice.setMinimumContentsLength(9)
            choice.view().setMinimumWidth(180)
            row.addWidget(choice)
        row.addWidget(self.clear_button)
        row.addStretch(1)
        self.offer()
        for choice in self._choices:
            choice.currentIndexChanged.connect(self.changed)
        self.clear_button.clicked.connect(self.clear)

    @property
    def _choices(self) -> tuple[Choice, ...]:
        return (self.class_filter, self.type_filter, self.township, self.consortium, self.status)

    @property
    def active(self) -> int:
        """How many of the choices hold rows back."""
        return sum(choice.value() is not None for choice in self._choices)

    def set_text(self, text: str) -> None:
        """What is looked for in the names."""
        self._text = text
        self.changed.emit()

    def value(self) -> RowFilter:
        def place(value: str | None) -> str | None:
            return NONE if value == _WITHOUT else value

        of_class, of_type = self.class_filter.value(), self.type_filter.value()
        status = self.status.value()
        return RowFilter(
            self._text,
            None if of_class is None else FacilityClass(of_class),
            None if of_type is None else FacilityType(of_type),
            place(self.township.value()),
            place(self.consortium.value()),
            None if status is None else FacilityStatus(status),
        )

    def clear(self) -> None:
        """Let all facilities through again."""
        for choice in self._choices:
            choice.blockSignals(True)
            choice.choose(None)
            choice.blockSignals(False)
        self.changed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.offer()

    def offer(self) -> None:
        """Offer what the facilities have now; what is chosen stays."""
        facilities = self.session.county.facilities
        self._offer_words(
            self.class_filter, self.tr("All classes"), "facility-class",
            FacilityClass, {f.facility_class for f in facilities},
        )  # fmt: skip
        self._offer_words(
            self.type_filter, self.tr("All types"), "facility-type",
            FacilityType, {f.facility_type for f in facilities},
        )  # fmt: skip
        self._offer_words(
            self.status, self.tr("All statuses"), "facility-status",
            FacilityStatus, {f.status for f in facilities},
        )  # fmt: skip
        townships = sorted({f.township for f in facilities if f.township})
        named = [(self.session.county.division(code).name, code) for code in townships]
        without = [(self.tr("Without township"), _WITHOUT)]
        self.township.offer([(self.tr("All townships"), None), *named, *without])
        consortia = sorted({f.consortium for f in facilities} - {NONE})
        without = [(self.tr("In no consortium"), _WITHOUT)]
        all_consortia = (self.tr("All consortia"), None)
        self.consortium.offer([all_consortia, *((c, c) for c in consortia), *without])

    def _offer_words(
        self, choice: Choice, every: str, group: str, ids: Iterable[str], present: set[str]
    ) -> None:
        words = self.session.catalogue.word
        found = [(words(group, i, self.session.language), i) for i in ids if i in present]
        choice.offer([(every, None), *found])
