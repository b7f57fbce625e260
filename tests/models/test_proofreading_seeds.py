"""Every contradiction of the tables of the five published plans, each with the reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.exchange.plan_text import read_plan_text
from models.proofreading import proofread

PINGLUO = "“十四五”时期卫生健康事业发展指标"
TOTAL, RATE = "total-differs", "rate-differs"
WORSE, AGAIN, NAME = "target-on-wrong-side", "number-repeated", "name-differs"
FOUND = {
    "000": [(WORSE, "专栏1 第27行")],  # 100 is reached, ≥60 asked
    "001": [
        (WORSE, "专栏1 第3行"),  # a death rate of 0 may become 10
        (WORSE, "专栏1 第20行"),  # 98 is reached, ≥97 asked
        (WORSE, "专栏1 第22行"),  # 20 is reached, up to 27 allowed
        (WORSE, "专栏1 第23行"),  # 83.59 is reached, ≥80 asked
    ],
    "002": [
        (TOTAL, "专栏4 合计", "专栏4 第1—27行"),  # authorised: 1749, the rows sum to 1759
        (TOTAL, "专栏4 合计", "专栏4 第1—27行"),  # planned: 2130, the rows sum to 2140
        (RATE, "专栏2 第2行", "专栏2 第1行"),  # 3285 are 3.93 or 3.94, not 3.92
        (RATE, "专栏2 第5行", "专栏2 第1行"),  # 1285 are 1.54: 1.53 is cut off, not rounded
        (RATE, "专栏2 第7行", "专栏2 第1行"),  # 100 are 0.12; 0.13 makes the column sum to 6.15
        (RATE, "专栏1 第20行", "正文第26行"),  # 7116 ÷ 5134 rounds to 1.39
        (WORSE, "专栏1 第21行"),  # 7.9 days are reached, 8.0 allowed
        (AGAIN, "专栏1 第3行", "专栏1 第4行"),  # two rows numbered 3
        (NAME, "专栏5 第6行", "专栏4 第9行"),  # 人民院 for 人民医院
    ],
    "003": [
        (RATE, "表1 主要发展指标 第13行", "正文第13行"),  # 9495 ÷ 9576 is 0.99, not 0.96
        # Two tables called 表1.
        (AGAIN, "表1 主要发展指标", "表1 “十四五”期间公立医院编制床位配置表"),
    ],
    "004": [
        (WORSE, f"{PINGLUO} 第6行"),  # 11.92 is reached, up to 15 allowed
        (WORSE, f"{PINGLUO} 第7行"),  # 90.14 is reached, ≥90 asked
        (WORSE, f"{PINGLUO} 第19行"),  # 98.54 is reached, ≥95 asked
        (WORSE, f"{PINGLUO} 第20行"),  # 99.00 is reached, ≥90 asked
        (WORSE, f"{PINGLUO} 第24行"),  # 43.54 is reached, up to 50 allowed
        (WORSE, f"{PINGLUO} 第27行"),  # 93.3 is reached, ≥90 asked
    ],
}


@pytest.mark.parametrize("plan", FOUND)
def test_contradictions_of_the_tables_are_these_in_this_order(plan: str, seeds: Path) -> None:
    (source,) = seeds.glob(f"{plan}_*.txt")
    published = read_plan_text(source).published
    found = proofread(published)
    assert [(d.kind.value, *d.places) for d in found] == FOUND[plan]
    assert all(len(d.quotes) == len(d.places) for d in found)
    assert all(0 < len(quote) <= 60 for d in found for quote in d.quotes)
    assert proofread(published) == found
