"""Names on the map."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.map.labels import Box, Label, place_labels, text_width, wrap

FRAME: Box = (0.0, 0.0, 400.0, 300.0)


def overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and a[2] > b[0] and a[1] < b[3] and a[3] > b[1]


LABELS = st.lists(
    st.builds(
        Label,
        text=st.sampled_from(["龙岗街道", "大足区人民医院 ≈", "Zhuxi", "珠溪镇"]),
        x=st.floats(0, 400),
        y=st.floats(0, 300),
        radius=st.floats(2, 10),
        size=st.floats(6, 8),
    ),
    max_size=25,
)


@given(LABELS)
def test_no_name_covers_another_or_a_symbol_or_leaves_the_frame(labels: list[Label]) -> None:
    symbols = [label.symbol_box for label in labels]
    boxes = [p.box for p in place_labels(labels, symbols, FRAME)]
    for at, box in enumerate(boxes):
        assert not any(overlap(box, other) for other in boxes[at + 1 :])
        assert not any(overlap(box, symbol) for symbol in symbols)
        assert box[0] >= 0
        assert box[1] >= 0
        assert box[2] <= 400
        assert box[3] <= 300


def test_the_more_important_name_comes_first() -> None:
    first, second = (Label(t, 100, 100, 3, 7) for t in ("甲", "乙"))
    placed = place_labels([first, second], [first.symbol_box], FRAME)
    assert [(p.label.text, p.dx, p.dy) for p in placed] == [("甲", 1, 0), ("乙", -1, 0)]


def test_at_most_so_many_names() -> None:
    labels = [Label("甲", 20.0 * i, 100, 3, 7) for i in range(1, 10)]
    assert len(place_labels(labels, [], FRAME, most=4)) == 4


def test_chinese_is_one_em_wide() -> None:
    assert text_width("龙岗", 10) == 20
    assert text_width("ab", 10) < 15


def test_long_notes_are_broken_to_the_width() -> None:
    text = "坐标按 CGCS2000 Gauss–Krüger 投影量算，距离为直线距离。"
    lines = wrap(text, 10, 120)
    assert len(lines) > 1
    assert all(text_width(line, 10) <= 120 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert wrap("two words", 10, 40) == ["two", "words"]
