"""The charts of the Indicators page, on screen and as a file."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop import indicator_wording as words
from desktop.charts import target_chart, township_chart
from desktop.charts.target_chart import draw_targets
from desktop.charts.township_chart import draw_townships
from desktop.charts.trend_chart import draw_trend
from desktop.dialogs.fields import Choice
from desktop.fonts import picture_font
from desktop.pages.chart_view import ChartView
from desktop.session import CountySession
from desktop.tables.indicator_table_model import IndicatorTableModel
from models.indicator_progress import Way, progress_of
from models.midterm_review import review_row
from models.stated_indicator import StatedIndicator
from models.township_gaps import can_be_shared, township_gaps


class ChartKind(StrEnum):
    TARGETS = "targets"
    TOWNSHIPS = "townships"
    TREND = "trend"


class IndicatorCharts(QWidget):
    """One chart at a time; those of one indicator have a choice of it."""

    def __init__(self, session: CountySession, model: IndicatorTableModel) -> None:
        super().__init__()
        self.session, self.model = session, model
        self.kind = ChartKind.TARGETS
        self.view = ChartView(session)
        self.indicator = Choice()
        self.indicator.setMinimumContentsLength(40)
        self.label = QLabel(self.tr("Indicator"))
        self.save_button = QPushButton(self.tr("Save picture…"))
        self._lay_out()
        self.indicator.activated.connect(lambda _: self.draw())
        self.save_button.clicked.connect(self.view.ask_save)
        self.view.resized.connect(self._fit)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self.label)
        line.addWidget(self.indicator)
        line.addStretch(1)
        line.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(line)
        layout.addWidget(self.view, 1)

    def show_kind(self, kind: ChartKind, row: int | None) -> None:
        """Show a chart; of one indicator, that of a row of the table where it can be drawn."""
        self.kind = kind
        of_one = kind is not ChartKind.TARGETS
        self.label.setVisible(of_one)
        self.indicator.setVisible(of_one)
        self._offer()
        if row is not None:
            self.indicator.choose(str(row))
        self.draw()

    def _offer(self) -> None:
        rows = [(n, self.model.row(n).stated) for n in range(self.model.rowCount())]
        language = self.session.language
        self.indicator.offer(
            (words.name_text(stated, language), str(n)) for n, stated in rows if self._fits(stated)
        )

    def _fits(self, stated: StatedIndicator) -> bool:
        if self.kind is ChartKind.TOWNSHIPS:
            return stated.rule is not None and stated.is_measured and can_be_shared(stated.rule)
        return stated.goal is not None

    def _fit(self) -> None:
        if self.isVisible():
            self.draw()

    @property
    def _chosen(self) -> StatedIndicator | None:
        value = self.indicator.value()
        return None if value is None else self.model.row(int(value)).stated

    def draw(self) -> None:
        """Draw the chart anew from the figures of now."""
        session, font = self.session, picture_font()
        if self.kind is ChartKind.TARGETS:
            rows = [
                (self.model.row(n).stated, self.model.computed(n))
                for n in range(self.model.rowCount())
            ]
            shown = [row for row in rows if row[0].goal and row[1].now is not None]
            self.view.make_room(len(shown) * target_chart.ROW_HEIGHT + 1)
            draw_targets(self.view.figure, shown, session.language, font)
        elif self.kind is ChartKind.TOWNSHIPS:
            self._draw_townships()
        else:
            self._draw_trend()
        self.view.show_drawn()

    def _draw_townships(self) -> None:
        session, stated = self.session, self._chosen
        rule = None if stated is None else stated.rule
        found = None if rule is None else township_gaps(rule, session.county, session.plan)
        count = 0 if found is None else len(found.rows)
        self.view.make_room(count * township_chart.ROW_HEIGHT + 1.2)
        draw_townships(
            self.view.figure, rule, found, session.catalogue, session.language, picture_font()
        )

    def _draw_trend(self) -> None:
        session, stated, plan = self.session, self._chosen, self.session.plan
        self.view.make_room()
        years = range(plan.baseline_year, plan.target_year + 1)
        rows, amounts = {}, None
        if stated is not None:
            found = progress_of(stated, session.evaluation, session.catalogue).now
            if found is not None and found.way is Way.COMPUTED and found.year in years:
                amounts = found
            rows = {
                year: review_row(stated, session.evaluation, session.catalogue, year)
                for year in years
            }
        draw_trend(self.view.figure, rows, amounts, session.language, picture_font())
