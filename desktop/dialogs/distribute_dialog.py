"""Share a county total out among institutions: weights, bounds, a preview, one undoable edit."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSpinBox,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.doubt_wording import doubt_text
from desktop.session import CountySession
from desktop.tables.distribution_table_model import Column, DistributionTableModel, Row
from desktop.wording import obstacle_text
from models.distribution import (
    CannotDistribute,
    Distribution,
    WeightBy,
    distribute,
    distribution_changes,
    total_of_rate,
    weights_of,
)
from models.edits import Edit
from models.facility import Facility, FacilityClass
from models.measure import Basis
from models.plausibility import doubts

LARGEST_TOTAL = 10_000_000
MOST_DOUBTS = 3  # told one by one


class DistributeDialog(QDialog):
    """Accepted when the distribution was applied to the planned figures of the target year.

    Figures in doubt are told under the preview, and applied by a second press.
    """

    def __init__(self, session: CountySession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.result_: Distribution | None = None
        self._doubts: list[str] = []  # about the figures of the preview
        self._asked = False  # whether the planner was asked about them
        self.setWindowTitle(self.tr("Share out a total"))
        self.resize(980, 640)
        self._make_choices()
        self.model = DistributionTableModel()
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        self.verdict = QLabel()
        self.verdict.setWordWrap(True)
        self._lay_out()
        self._connect()
        self._start_again()

    def _make_choices(self) -> None:
        session = self.session
        self.measure = QComboBox()
        for measure in session.catalogue.measures.values():
            if measure.additive and measure.decimals == 0:
                name = session.catalogue.measure_name(measure.id, session.language)
                self.measure.addItem(name, measure.id)
        self.facility_class = QComboBox()
        self.facility_class.addItem(self.tr("All facilities"), "")
        for word in FacilityClass:
            self.facility_class.addItem(
                session.catalogue.word("facility-class", word, session.language), str(word)
            )
        self.by = QComboBox()
        for by, text in self._weight_words().items():
            self.by.addItem(text, str(by))
        self.total = QSpinBox()
        self.total.setRange(0, LARGEST_TOTAL)
        self.total.setGroupSeparatorShown(True)
        self.rate = QDoubleSpinBox()
        self.rate.setRange(0, 1000)
        self.rate.setDecimals(2)
        self.use_rate = QPushButton(self.tr("Use this rate per 1,000 people"))

    def _weight_words(self) -> dict[WeightBy, str]:
        return {
            WeightBy.AUTHORISED: self.tr("Present authorised figures"),
            WeightBy.ACTUAL: self.tr("Present actual figures"),
            WeightBy.PLANNED: self.tr("Planned figures so far"),
            WeightBy.PLANNED_BEDS: self.tr("Planned beds"),
            WeightBy.POPULATION: self.tr("People of the township"),
            WeightBy.EQUAL: self.tr("All alike"),
        }

    def _lay_out(self) -> None:
        rate = QHBoxLayout()
        rate.addWidget(self.rate)
        rate.addWidget(self.use_rate)
        rate.addStretch(1)
        form = QFormLayout()
        form.addRow(self.tr("Measure"), self.measure)
        form.addRow(self.tr("Facilities"), self.facility_class)
        form.addRow(self.tr("In proportion to"), self.by)
        form.addRow(self.tr("Total"), self.total)
        form.addRow("", rate)
        note = QLabel(
            self.tr(
                "Weights and bounds can be typed in the table. Whole numbers by the largest "
                "remainder; equal remainders: larger weight first, then list order."
            )
        )
        note.setObjectName("muted")
        note.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.apply = self.buttons.addButton(
            self.tr("Apply"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(note)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.verdict)
        layout.addWidget(self.buttons)

    def _connect(self) -> None:
        for choice in (self.measure, self.facility_class):
            choice.currentIndexChanged.connect(self._start_again)
        self.by.currentIndexChanged.connect(self._fill)
        self.total.valueChanged.connect(self._preview)
        self.use_rate.clicked.connect(self._take_rate)
        self.model.edited.connect(self._preview)
        self.apply.clicked.connect(self._apply)
        self.buttons.rejected.connect(self.reject)

    def _facilities(self) -> list[Facility]:
        wanted = self.facility_class.currentData()
        return [
            f for f in self.session.county.facilities if not wanted or f.facility_class == wanted
        ]

    def _start_again(self) -> None:
        """Begin with the sum planned so far: no total at all would wipe every target out."""
        session, plan = self.session, self.session.plan
        measure = self.measure.currentData()
        planned = session.county.column(plan.id, measure, Basis.PLANNED, plan.target_year)
        so_far = sum(planned[f.id].value for f in self._facilities() if f.id in planned)
        with QSignalBlocker(self.total):
            self.total.setValue(int(so_far))
        self._fill()

    def _fill(self) -> None:
        session, plan = self.session, self.session.plan
        measure = self.measure.currentData()
        facilities = self._facilities()
        by = WeightBy(self.by.currentData())
        most = session.catalogue.measures[measure].most
        weights = weights_of(session.county, plan, facilities, measure, by)
        planned = session.county.column(plan.id, measure, Basis.PLANNED, plan.target_year)
        self.model.show_rows(
            [
                Row(f, weights[f.id], planned[f.id].value if f.id in planned else None, most=most)
                for f in facilities
            ]
        )
        self._preview()

    def _take_rate(self) -> None:
        rate = Fraction(str(self.rate.value())).limit_denominator(100)
        total = total_of_rate(self.session.county, self.session.plan, rate, 1000)
        if total is None:
            self.verdict.setText(self.tr("The population is not known; enter it first."))
        else:
            self.total.setValue(total)

    def _preview(self) -> None:
        self._doubts, self._asked = [], False
        self.apply.setText(self.tr("Apply"))
        try:
            self.result_ = distribute(self.total.value(), self.model.shares())
        except CannotDistribute as problem:
            self.result_ = None
            names = [self.session.county.facility(i).name for i in problem.facility_ids]
            self.verdict.setText("✕ " + obstacle_text(problem, names))
        else:
            self.verdict.setText(self._verdict())
        self.model.show_result(self.result_)
        self.apply.setEnabled(bool(self.total.value()) and bool(self._changes()))

    def _verdict(self) -> str:
        """What applying would do, and what of it is hard to believe."""
        if not self.total.value():
            return self.tr("Enter the total that is to be shared out.")
        session, changes = self.session, self._changes()
        told = self.tr("{count} figures change; the sum is {sum}.").format(
            count=len(changes), sum=f"{sum(self.result_.values.values()):,}" if self.result_ else ""
        )
        doubtful = doubts(session.county, session.catalogue, changes)
        self._doubts = [
            doubt_text(doubt, session.catalogue, session.language) for doubt in doubtful
        ]
        if not doubtful:
            return told
        count = self.tr("! In doubt: {count}").format(count=len(doubtful))
        more = ["…"] if len(doubtful) > MOST_DOUBTS else []
        return "\n".join([told, count, *self._doubts[:MOST_DOUBTS], *more])

    def _changes(self) -> tuple:
        if self.result_ is None:
            return ()
        return distribution_changes(
            self.session.county,
            self.session.plan,
            self.measure.currentData(),
            self.result_,
            self.tr("shared out: {by}").format(by=self.by.currentText()),
        )

    def _apply(self) -> None:
        if self._doubts and not self._asked:
            self._asked = True
            self.apply.setText(self.tr("Apply anyway"))
            return
        label = self.tr("Share out {total} ({measure})").format(
            total=self.total.value(), measure=self.measure.currentText()
        )
        if self.session.do(Edit(label, self._changes())):
            self.accept()
