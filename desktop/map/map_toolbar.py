"""The tools above the map, one of them in hand, and what is being measured."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from desktop.map.coverage_canvas import CoverageCanvas
from desktop.map.tools import Tool, metres_text


class MapToolbar(QWidget):
    """Puts tools into the hand of a canvas; Esc puts them away again."""

    def __init__(self, canvas: CoverageCanvas) -> None:
        super().__init__()
        self.canvas = canvas
        self._group = QActionGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self.browse = self._tool(self.tr("Select"), self.tr("Select, and move the map"),
                                 canvas.browse)  # fmt: skip
        self.box = self._tool(self.tr("Zoom to box"), self.tr("Drag a rectangle to zoom to"),
                              canvas.box)  # fmt: skip
        self.measure = self._tool(
            self.tr("Measure"),
            self.tr("Click along a way; Backspace takes the last click back"),
            canvas.measure,
        )
        self.place = self._tool(
            self.tr("Plan a facility"), self.tr("Click where it is to be"), canvas.place
        )
        self.move_tool = self._tool(
            self.tr("Move"),
            self.tr("Drag a facility or a population point to another place"),
            canvas.move_tool,
        )
        self.browse.setChecked(True)
        self._row.addSpacing(8)
        self._plain("＋", self.tr("Zoom in"), canvas.zoom_in)
        self._plain("－", self.tr("Zoom out"), canvas.zoom_out)
        self._plain(self.tr("Show all"), self.tr("Show everything (0)"), canvas.home)
        self.readout = QLabel()
        self.readout.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._row.addWidget(self.readout, 1)
        canvas.measure.measured.connect(self._show_measured)
        canvas.escaped.connect(self.put_away)

    def put_away(self) -> None:
        """Take the tool that selects."""
        self.browse.trigger()

    def _tool(self, text: str, tip: str, tool: Tool) -> QAction:
        action = QAction(text, self, checkable=True)
        action.setToolTip(tip)
        action.toggled.connect(lambda on: self.canvas.use(tool) if on else None)
        self._group.addAction(action)
        self._add(action)
        return action

    def _plain(self, text: str, tip: str, slot: object) -> None:
        action = QAction(text, self)
        action.setToolTip(tip)
        action.triggered.connect(slot)
        self._add(action)

    def _add(self, action: QAction) -> None:
        button = QToolButton()
        button.setDefaultAction(action)
        self._row.addWidget(button)

    def _show_measured(self, legs: list[float]) -> None:
        if not legs:
            self.readout.setText("")
            return
        text = metres_text(sum(legs))
        if len(legs) > 1:
            text += " = " + " + ".join(metres_text(leg) for leg in legs)
        self.readout.setText(text)
        self.readout.setToolTip(text)
