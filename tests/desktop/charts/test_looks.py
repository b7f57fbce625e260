from __future__ import annotations

from matplotlib.figure import Figure
from matplotlib.patches import Patch

from desktop.charts.looks import (
    BarLook,
    Pen,
    axes_in,
    lay_out,
    named,
    patch,
    picture,
    shortened,
    write,
)


def test_head_and_notes_leave_the_room_asked_for(figure: Figure, pen: Pen) -> None:
    room = lay_out(figure, pen, 9.0, "说明", ["注一", "注二"])
    assert room.top - room.bottom >= 9.0
    assert figure.get_figheight() > 9.0
    assert room.width == figure.get_figwidth() == 10


def test_a_figure_that_is_high_enough_stays_as_it_is(figure: Figure, pen: Pen) -> None:
    before = figure.get_figheight()
    room = lay_out(figure, pen, 1.0, "说明")
    assert figure.get_figheight() == before
    assert 0 < room.bottom < room.top < before


def test_a_long_note_is_broken_within_the_figure(figure: Figure, pen: Pen) -> None:
    one = lay_out(figure, pen, 1.0, "说明", ["短注"])
    long = lay_out(figure, pen, 1.0, "说明", ["某某镇卫生院、" * 40])
    assert long.bottom > one.bottom
    renderer_width = figure.get_size_inches()[0] * figure.dpi
    write(figure, pen.font)
    assert all(text.get_window_extent().x1 <= renderer_width for text in figure.texts)


def test_axes_stand_where_they_are_put(figure: Figure) -> None:
    axes = axes_in(figure, 2, 1, 7, 5)
    box = axes.get_position()
    width, height = figure.get_size_inches()
    assert [round(side, 6) for side in (box.x0 * width, box.y0 * height, box.x1 * width)] == [
        2, 1, 7,
    ]  # fmt: skip


def test_names_are_cut_by_the_room_they_take() -> None:
    assert shortened("某某卫生院", 5) == "某某卫生院"
    assert shortened("某某中心卫生院", 5) == "某某中心卫…"
    assert shortened("Health", 3) == "Health"


def test_of_many_names_the_first_are_said_and_that_there_are_more() -> None:
    assert named(["甲", "乙"]).count("…") == 0
    assert named([str(n) for n in range(20)]).endswith("7…")


def test_the_legend_shows_the_hatch_of_the_bars() -> None:
    handle = patch(BarLook("white", "xxxx", "black"), "其他")
    assert isinstance(handle, Patch)
    assert (handle.get_hatch(), handle.get_label()) == ("xxxx", "其他")


def test_a_picture_holds_its_text_as_text_and_no_date(figure: Figure, pen: Pen) -> None:
    lay_out(figure, pen, 1.0, "说明")
    write(figure, pen.font)
    svg = picture(figure, "svg").decode()
    assert "测试县：图" in svg
    assert "<dc:date>" not in svg
    assert picture(figure, "pdf").startswith(b"%PDF")
