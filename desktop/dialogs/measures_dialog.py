"""The planner's own measures, beside the shipped catalogue."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop.session import CountySession
from models.county import new_id
from models.edits import Edit, add, remove
from models.measure import Allocation, Measure
from models.workload import Activity, WorkingTime


class MeasuresDialog(QDialog):
    """Lists the own measures; adding or removing one is one undoable edit at once."""

    def __init__(self, session: CountySession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.setWindowTitle(self.tr("Own measures"))
        self.resize(520, 480)
        self.list = QListWidget()
        self.zh, self.en, self.unit = QLineEdit(), QLineEdit(), QLineEdit()
        self.group = QComboBox()
        for group in session.catalogue.words["measure-group"]:
            self.group.addItem(
                session.catalogue.word("measure-group", group, session.language), group
            )
        self.decimals = QSpinBox()
        self.decimals.setRange(0, 4)
        self.additive = QCheckBox(self.tr("Can be summed over facilities"))
        self.additive.setChecked(True)
        self.note = QLabel()
        self.note.setObjectName("muted")
        self.note.setWordWrap(True)
        self.add_button = QPushButton(self.tr("Add"))
        self.remove_button = QPushButton(self.tr("Remove the selected one"))
        self._lay_out()
        self.add_button.clicked.connect(self._add)
        self.remove_button.clicked.connect(self._remove)
        for signal in (self.zh.textChanged, self.unit.textChanged):
            signal.connect(self._enable)
        self.list.currentItemChanged.connect(self._enable)
        session.changed.connect(self._fill)
        self._fill()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("Name in Chinese"), self.zh)
        form.addRow(self.tr("Name in English"), self.en)
        form.addRow(self.tr("Unit"), self.unit)
        form.addRow(self.tr("Kind"), self.group)
        form.addRow(self.tr("Decimal places"), self.decimals)
        form.addRow("", self.additive)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.add_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.remove_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.list, 1)
        layout.addLayout(form)
        layout.addWidget(self.note)
        layout.addWidget(buttons)

    @property
    def _own(self) -> list[Measure]:
        return list(self.session.county.table(Measure).values())

    def _fill(self, _edit: object = None) -> None:
        self.list.clear()
        for measure in self._own:
            item = QListWidgetItem(f"{measure.zh}（{measure.unit_zh}）")
            item.setData(Qt.ItemDataRole.UserRole, measure.id)
            self.list.addItem(item)
        self._enable()

    def _enable(self) -> None:
        name = self.zh.text().strip()
        taken = any(name in (m.zh, m.en) for m in self.session.catalogue.measures.values())
        measure = self._selected()
        used = measure is not None and self._is_used(measure)
        self.add_button.setEnabled(bool(name and self.unit.text().strip()) and not taken)
        self.remove_button.setEnabled(measure is not None and not used)
        if name and taken:
            self.note.setText(self.tr("There is a measure of this name already."))
        elif used:
            self.note.setText(self.tr("This measure has figures; clear them before removing it."))
        else:
            self.note.setText("")

    def _selected(self) -> Measure | None:
        item = self.list.currentItem()
        if item is None:
            return None
        return self.session.county.table(Measure).get((item.data(Qt.ItemDataRole.UserRole),))

    def _is_used(self, measure: Measure) -> bool:
        county = self.session.county
        using: tuple[Allocation | Activity | WorkingTime, ...] = (
            *county.table(Allocation).values(),
            *county.table(Activity).values(),
            *county.table(WorkingTime).values(),
        )
        return any(record.measure == measure.id for record in using)

    def _add(self) -> None:
        name, unit = self.zh.text().strip(), self.unit.text().strip()
        measure = Measure(
            f"own-{new_id()}",
            self.group.currentData(),
            name,
            self.en.text().strip() or name,
            unit,
            unit,
            self.decimals.value(),
            self.additive.isChecked(),
        )
        label = self.tr("Add the measure {name}").format(name=name)
        if self.session.do(Edit(label, add(measure))):
            for field in (self.zh, self.en, self.unit):
                field.clear()

    def _remove(self) -> None:
        measure = self._selected()
        if measure is not None:
            label = self.tr("Remove the measure {name}").format(name=measure.zh)
            self.session.do(Edit(label, remove(measure)))
