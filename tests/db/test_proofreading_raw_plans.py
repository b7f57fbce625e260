"""The running text of the five published plans: what proofreading finds in it, and why it is right.

The texts are not part of this project; where they do not lie beside the checkout, these are
skipped.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from db.exchange.plan_text import read_plan_text
from models.proofreading import proofread

FOLDER = Path(__file__).parents[2] / "../shared/seeds"
FIGURES = ("year", "table", "text", "printed", "limit", "limit_name")
RIGHT = {
    # What the text repeats of the table is the table's; its lists are in order but for a box whose
    # first entry stands at the end of the text, which is no slip of the numbering.
    "000_*.txt": [],
    # A goal for 2030 in a plan for 2021 to 2025; what it says of the indicators is in the table.
    "001_*.txt": [("year-outside", "正文第494行", "2030")],
    "002_*.txt": [
        # Staff of disease control per 1,000.
        ("targets-differ", "正文第707行", "专栏1 第5行", "2025", "0.11", "0.18人"),
        # Intensive-care beds per 1,000, in a sentence whose other four figures are the table's.
        ("targets-differ", "正文第294行", "专栏1 第15行", "2025", "0.1", "0.06张"),
        # Staff per bed.
        ("targets-differ", "正文第568行", "专栏1 第20行", "2025", "1:1.4", "1:1.6"),
        # Share of secondary hospitals with geriatrics: the text asks for less than the table, and
        # less than the baseline already is.
        ("targets-differ", "正文第792行", "专栏1 第29行", "2025", "100", "不低于60%"),
    ],
    "003_*.txt": [
        # 66,400 of the table's row in 万人 against 1,000 of the text; the table means per 10,000.
        ("targets-differ", "正文第338行", "表1 主要发展指标 第1行", "2025", "6.64", "0.1万"),
        # Beds per 1,000: the text's range lies below even the table's baseline.
        ("targets-differ", "正文第224行", "表1 主要发展指标 第5行", "2025", "9.6", "5.0—6.0张左右"),
        # General practitioners per 10,000 in 2020.
        ("targets-differ", "正文第13行", "表1 主要发展指标 第11行", "2020", "2.71", "2.99人"),
        # 51,400 public health staff of 9,495 health staff in all. That the text's 0.1万 is possible
        # (1,000 persons) is not reported.
        ("unit-impossible", "表1 主要发展指标 第1行", "正文第13行", "5.14万人", "9495", "卫生人员"),
    ],
    # What the text repeats of the table is the table's; （9） and （10） in another numeral are no
    # gap, and its goal for 2035 is the long-range one.
    "004_*.txt": [],
}


@pytest.mark.parametrize("name", RIGHT)
def test_the_running_text_of_the_published_plans(name: str) -> None:
    paths = list(FOLDER.glob(name))
    if not paths:
        pytest.skip("the raw plans are not beside the checkout")
    reading = read_plan_text(paths[0])
    in_tables = proofread(reading.published)
    everything = proofread(reading.published, reading.prose)
    assert everything[: len(in_tables)] == in_tables
    found = everything[len(in_tables) :]
    shown = [
        (d.kind.value, *d.places, *(v for k, v in d.figures.items() if k in FIGURES)) for d in found
    ]
    assert shown == RIGHT[name]
    assert all(len(d.quotes) == len(d.places) for d in found)
    assert all(0 < len(quote) <= 60 for d in found for quote in d.quotes)
