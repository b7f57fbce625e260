"""A county with figures for every chart, and what a chart says."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text

from desktop.chart_pictures import SIZE
from desktop.charts.looks import Pen
from desktop.fonts import picture_font
from desktop.session import CountySession
from models.edits import Edit, add
from models.measure import Allocation, Basis, Origin

# Health personnel, physicians and nurses planned, of 500, 40 and 20 planned beds.
STAFF = {"h": (650, 200, 260), "b": (60, 20, 30), "c": (28, None, None)}


@pytest.fixture
def session(session: CountySession) -> CountySession:
    """The small county with staff: per bed 1.3 (misses 1.4), 1.5 and, exactly at it, 1.4."""
    cells = [
        Allocation("plan", facility, measure, Basis.PLANNED, 2025, Decimal(value), Origin.PLANNER)
        for facility, values in STAFF.items()
        for measure, value in zip(("health-personnel", "physicians", "nurses"), values, strict=True)
        if value is not None
    ]
    assert session.do(Edit("人员", add(*cells)))
    return session


@pytest.fixture
def pen(session: CountySession) -> Pen:
    return Pen(
        session.catalogue, session.language, picture_font(), "测试县：图", ("来源：测试规划",)
    )


@pytest.fixture
def figure() -> Figure:
    return Figure(figsize=SIZE)


@pytest.fixture
def texts(figure: Figure) -> Callable[[], set[str]]:
    """All that the figure says."""

    def read() -> set[str]:
        found = figure.findobj(Text)
        return {text.get_text().strip() for text in found if isinstance(text, Text)}

    return read
