"""At the top of the lists: which facilities are asked about, and within what distance."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDoubleSpinBox, QGridLayout, QLabel, QWidget

from desktop.dialogs.scope_picker import WordsMenu
from models.catalogue import Catalogue, Language
from models.coverage_question import Question
from models.facility import FacilityType, Scope

MOST_KM = 200.0
FEW_KM = 5.0  # of a plan that states no radius


class CoverageQuestionBar(QWidget):
    """`changed()` tells of another question, `choice_changed()` of who serves whom."""

    changed = Signal()
    choice_changed = Signal()

    def __init__(self, catalogue: Catalogue, language: Language) -> None:
        super().__init__()
        words = {t.value: catalogue.word("facility-type", t, language) for t in FacilityType}
        self.types = WordsMenu(words)
        self.types.setAccessibleName(self.tr("Types of facility asked about"))
        self.emergency = QCheckBox(self.tr("Emergency sites only"))
        self.radius = QDoubleSpinBox()
        self.radius.setRange(0.1, MOST_KM)
        self.radius.setDecimals(2)
        self.radius.setSingleStep(0.5)
        self.radius.setKeyboardTracking(False)
        self.radius.setSuffix(" " + catalogue.word("map", "kilometres", language))
        self.radius.setValue(FEW_KM)
        self.within_township = QCheckBox(self.tr("Own township only"))
        self.within_township.setToolTip(
            self.tr("Nearest facilities and people served: nobody looks beyond the own township")
        )
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(QLabel(self.tr("Facilities")), 0, 0)
        layout.addWidget(self.types, 0, 1)
        layout.addWidget(self.emergency, 0, 2)
        layout.addWidget(QLabel(self.tr("Within")), 1, 0)
        layout.addWidget(self.radius, 1, 1)
        layout.addWidget(self.within_township, 1, 2)
        layout.setColumnStretch(1, 1)
        self.types.changed.connect(self.changed)
        self.emergency.toggled.connect(self.changed)
        self.radius.valueChanged.connect(self.changed)
        self.within_township.toggled.connect(self.choice_changed)

    @property
    def question(self) -> Question:
        types = frozenset(FacilityType(t) for t in self.types.chosen)
        metres = Fraction(round(self.radius.value() * 1000))
        return Question(metres, Scope(types=types), self.emergency.isChecked())

    def ask(self, question: Question) -> None:
        """Show a question, without telling of it."""
        blocked = self.blockSignals(True)
        self.types.choose(question.scope.types)
        self.emergency.setChecked(question.emergency_only)
        self.radius.setValue(float(question.limit_m / 1000))
        self.blockSignals(blocked)
