"""The Charts page: the pictures for the meeting, asked for, pointed at, saved and copied."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
)

from desktop.chart_question import ChartName, ChartQuestion
from desktop.dialogs.fields import Choice
from desktop.meeting_chart import Chart, MeetingChart
from desktop.meeting_charts import MEETING_CHARTS
from desktop.pages.chart_view import ChartView
from desktop.pages.page import Page
from desktop.session import CountySession
from models.facility import FacilityClass
from models.measure import Basis

_LIST_EDGE = 24  # pixels beside the longest title
_PICKER_LETTERS = (22, 12, 12)  # of the pickers of subject, basis and class


class ChartsPage(Page):
    """The list of charts at the left, the chosen one beside it with its pickers above.

    Only the chart that is shown is reckoned and drawn, and drawn again only where its figures or
    its room are others.
    """

    def __init__(self, session: CountySession) -> None:
        super().__init__(session, QCoreApplication.translate("ChartsPage", "Charts"))
        self.view = ChartView(session)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Charts"))
        for name, sort in MEETING_CHARTS.items():
            item = QListWidgetItem(sort.title())
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setSizeHint(QSize(0, 32))
            self.list.addItem(item)
        words = self.list.fontMetrics()
        widest = max(words.horizontalAdvance(sort.title()) for sort in MEETING_CHARTS.values())
        self.list.setFixedWidth(widest + _LIST_EDGE)
        self._questions: dict[ChartName, ChartQuestion] = {}
        self._drawn: tuple[Chart, QSize] | None = None
        self._stale = True
        self._add_actions()
        self._lay_out()
        self.setFocusProxy(self.list)
        self.list.setCurrentRow(0)
        self.list.currentRowChanged.connect(lambda row: self._draw())
        self.view.resized.connect(self._follow)
        session.changed.connect(lambda edit: self._follow())
        session.plan_changed.connect(self._follow)

    def _add_actions(self) -> None:
        self.copy_action = QAction(self.tr("Copy picture"), self)
        self.copy_action.setShortcut("Ctrl+Shift+C")
        self.copy_action.triggered.connect(self.view.copy)
        self.save_action = QAction(self.tr("Save picture…"), self)
        self.save_action.triggered.connect(self.view.ask_save)
        for action in (self.copy_action, self.save_action):
            self.add_action(action)

    def _lay_out(self) -> None:
        self.subject, self.basis, self.facility_class = Choice(), Choice(), Choice()
        self.labels = [QLabel() for _ in range(3)]
        pickers = QHBoxLayout()
        for label, picker, letters in zip(self.labels, self._pickers, _PICKER_LETTERS, strict=True):
            picker.setMinimumContentsLength(letters)
            picker.activated.connect(lambda _: self._choose())
            label.setBuddy(picker)
            pickers.addWidget(label)
            pickers.addWidget(picker)
        self.remedy_button = QPushButton()
        self.remedy_button.clicked.connect(self._open_remedy)
        pickers.addStretch(1)
        pickers.addWidget(self.remedy_button)
        right = QVBoxLayout()
        right.addLayout(pickers)
        right.addWidget(self.view, 1)
        both = QHBoxLayout()
        both.addWidget(self.list)
        both.addLayout(right, 1)
        self.body.addLayout(both, 1)

    @property
    def _pickers(self) -> tuple[Choice, Choice, Choice]:
        return self.subject, self.basis, self.facility_class

    @property
    def name(self) -> ChartName:
        """The chart that is shown."""
        return ChartName(self.list.currentItem().data(Qt.ItemDataRole.UserRole))

    def show_chart(self, name: ChartName) -> None:
        self.list.setCurrentRow(list(MEETING_CHARTS).index(name))

    def _follow(self) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh_if_stale()

    def refresh_if_stale(self) -> None:
        if self._stale:
            self._draw()

    def _choose(self) -> None:
        basis, of_class = self.basis.value(), self.facility_class.value()
        self._questions[self.name] = ChartQuestion(
            self.subject.value() or "",
            None if basis is None else Basis(basis),
            None if of_class is None else FacilityClass(of_class),
        )
        self._draw()

    def _draw(self) -> None:
        """Draw the chosen chart from the figures of now, unless it stands there already."""
        session, sort = self.session, MEETING_CHARTS[self.name]
        question = sort.possible(session, self._questions.get(self.name, ChartQuestion()))
        self._offer(sort, question)
        chart, room = sort.chart(session, question), self.view.viewport().size()
        self._stale = False
        if self._drawn == (chart, room):
            return
        self._drawn = (chart, room)
        self.view.make_room()
        self.view.show_drawn(chart.draw(self.view.figure, session))
        self.view.canvas.setAccessibleName(chart.title)
        self.remedy_button.setVisible(chart.is_empty)
        self.remedy_button.setText(self._remedy_words()[chart.remedy])
        for action in (self.copy_action, self.save_action):
            action.setEnabled(not chart.is_empty)

    def _offer(self, sort: MeetingChart, question: ChartQuestion) -> None:
        """Fill the pickers; one without a choice is hidden."""
        session = self.session
        everything: list[tuple[str, str | None]] = [(self.tr("All classes"), None)]
        classes = sort.classes(session)
        offers = (
            (sort.subject_word(), sort.subjects(session), question.subject),
            (self.tr("Basis"), sort.bases(session, question.subject), question.basis),
            (
                self.tr("Class"),
                [*everything, *classes] if classes else [],
                question.facility_class,
            ),
        )
        for label, picker, (word, offered, chosen) in zip(
            self.labels, self._pickers, offers, strict=True
        ):
            picker.offer(offered)
            picker.choose(chosen)
            label.setText(word)
            for widget in (label, picker):
                widget.setVisible(bool(offered))

    def _remedy_words(self) -> dict[str, str]:
        return {
            "allocation": self.tr("Open Allocation"),
            "coverage": self.tr("Open Coverage"),
            "divisions": self.tr("Open Divisions"),
            "indicators": self.tr("Open Indicators"),
            "rules": self.tr("Open Rules"),
        }

    def _open_remedy(self) -> None:
        if self._drawn is not None:
            self.navigate.emit(self._drawn[0].remedy, ())
