"""Charts against pictures that somebody has looked at.

A picture that is not there yet is written, and its test fails: look at it, and keep it if it is
right. To make one anew, delete it first.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import matplotlib.image
import numpy as np
import pytest
from numpy.typing import NDArray

from desktop.chart_pictures import chart_figure
from desktop.chart_question import ChartName
from desktop.meeting_charts import MEETING_CHARTS
from desktop.session import CountySession

REFERENCE = Path(__file__).parent / "reference"
DPI = 60
BLOCK = 4  # pixels each way become one: edges that other machines smooth otherwise do not count
TOLERANCE = 0.004  # of the way from black to white, on average over the picture


def blocks(picture: bytes) -> NDArray[np.float64]:
    """The picture in grey, so many pixels in one."""
    grey = matplotlib.image.imread(BytesIO(picture))[:, :, :3].mean(axis=2)
    high, wide = (side // BLOCK * BLOCK for side in grey.shape)
    small: NDArray[np.float64] = (
        grey[:high, :wide].reshape(high // BLOCK, BLOCK, wide // BLOCK, BLOCK).mean(axis=(1, 3))
    )
    return small


@pytest.mark.parametrize("name", [ChartName.RATES, ChartName.RATIOS, ChartName.EQUITY])
def test_a_chart_looks_as_it_did(session: CountySession, name: ChartName) -> None:
    sort, found = MEETING_CHARTS[name], BytesIO()
    figure = chart_figure(sort.chart(session, sort.usual(session)), session)
    figure.savefig(found, format="png", dpi=DPI, metadata={"Software": None})
    reference = REFERENCE / f"{name}.png"
    if not reference.exists():
        reference.write_bytes(found.getvalue())
        pytest.fail(f"{reference.name} was not there: look at what was drawn")
    expected, drawn = blocks(reference.read_bytes()), blocks(found.getvalue())
    assert drawn.shape == expected.shape
    assert np.abs(drawn - expected).mean() <= TOLERANCE
