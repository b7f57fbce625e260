"""The charts of the Indicators page, on screen and as a file."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from matplotlib.figure import Figure
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop import chart_pictures
from desktop import indicator_wording as words
from desktop.charts import target_chart, township_chart
from desktop.charts.target_chart import draw_targets
from desktop.charts.township_chart import draw_townships
from desktop.charts.trend_chart import draw_trend
from desktop.dialogs.fields import Choice
from desktop.fonts import picture_font
from desktop.session import CountySession
from desktop.tables.indicator_table_model import IndicatorTableModel
from models.errors import WeiguiError
from models.indicator_progress import Way, progress_of
from models.midterm_review import review_row
from models.stated_indicator import StatedIndicator
from models.township_gaps import can_be_shared, township_gaps

_DPI = 100  # on the screen
_LEAST_HEIGHT = 4.0  # inches


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
        self.figure = Figure(dpi=_DPI)
        self.canvas = FigureCanvasQTAgg(self.figure)
        self.indicator = Choice()
        self.indicator.setMinimumContentsLength(40)
        self.label = QLabel(self.tr("Indicator"))
        self.save_button = QPushButton(self.tr("Save picture…"))
        self._lay_out()
        self.indicator.activated.connect(lambda _: self.draw())
        self.save_button.clicked.connect(self._ask_save)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self.label)
        line.addWidget(self.indicator)
        line.addStretch(1)
        line.addWidget(self.save_button)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setWidget(self.canvas)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(line)
        layout.addWidget(self.area, 1)

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
            self._set_height(len(shown) * target_chart.ROW_HEIGHT + 1)
            draw_targets(self.figure, shown, session.language, font)
        elif self.kind is ChartKind.TOWNSHIPS:
            self._draw_townships()
        else:
            self._draw_trend()
        self.canvas.draw_idle()

    def _draw_townships(self) -> None:
        session, stated = self.session, self._chosen
        rule = None if stated is None else stated.rule
        found = None if rule is None else township_gaps(rule, session.county, session.plan)
        count = 0 if found is None else len(found.rows)
        self._set_height(count * township_chart.ROW_HEIGHT + 1.2)
        draw_townships(
            self.figure, rule, found, session.catalogue, session.language, picture_font()
        )

    def _draw_trend(self) -> None:
        session, stated, plan = self.session, self._chosen, self.session.plan
        self._set_height(_LEAST_HEIGHT)
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
        draw_trend(self.figure, rows, amounts, session.language, picture_font())

    def _set_height(self, inches: float) -> None:
        """As high as the bars need: the area scrolls, bars are never squeezed."""
        self.canvas.setMinimumHeight(round(max(inches, _LEAST_HEIGHT) * _DPI))
        room = self.area.viewport()
        high = max(self.canvas.minimumHeight(), room.height())
        self.figure.set_size_inches(max(room.width(), 600) / _DPI, high / _DPI, forward=False)

    def _ask_save(self) -> None:
        dialog = QFileDialog(self, self.tr("Save picture"), str(self.session.folder))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(
            [self.tr("PNG picture (*.png)"), self.tr("PDF (*.pdf)"), self.tr("SVG (*.svg)")]
        )
        dialog.setDefaultSuffix("png")
        dialog.filterSelected.connect(
            lambda chosen: dialog.setDefaultSuffix(chosen.rpartition("*.")[2].rstrip(")"))
        )
        dialog.fileSelected.connect(lambda name: self.save_picture(Path(name)))
        dialog.open()

    def save_picture(self, path: Path) -> None:
        """Save the chart shown as PNG, PDF or SVG by the ending."""
        try:
            chart_pictures.save_chart(path, self.figure)
        except WeiguiError as error:
            self.session.failed.emit(error)
