from __future__ import annotations

import pytest

from models.catalogue import Language
from models.paper_layout import by_orientation, paper_widths, type_points
from models.plan_document import Kind, PlanDocument, PlanTable, TableColumn, TableRow


def table(
    *widths: float, rows: tuple[TableRow, ...] = (), heading: str = "值", landscape: bool = False
) -> PlanTable:
    columns = tuple(TableColumn(heading, width) for width in widths)
    return PlanTable("表", "表", columns, rows, landscape=landscape)


def test_tables_that_share_a_page_keep_their_numbers() -> None:
    tables = (table(1), table(2), table(3, landscape=True), table(4))
    runs = by_orientation(PlanDocument("", "", Language.ZH, tables))
    assert [(turned, [number for number, _ in run]) for turned, run in runs] == [
        (False, [1, 2]), (True, [3]), (False, [4])
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("widths", "landscape", "points"),
    [
        ((40, 44), False, 10.5),  # as many characters as the page has
        ((60, 60), False, 9.0),
        ((60, 60), True, 10.5),
        ((100, 100), False, 7.5),
    ],
)
def test_the_type_is_smaller_where_columns_ask_for_more(
    widths: tuple[int, ...], landscape: bool, points: float
) -> None:
    assert type_points(table(*widths, landscape=landscape)) == points


def test_columns_share_the_page_as_they_ask() -> None:
    assert paper_widths(table(20, 60)) == [0.25, 0.75]


def test_no_column_breaks_a_word_or_a_number() -> None:
    rows = (TableRow(("1", "authorised 1234567")),)
    narrow, wide = paper_widths(table(84, 4, rows=rows))
    assert wide == pytest.approx((len("authorised") + 2) / 84)
    assert narrow + wide == pytest.approx(1)


def test_a_short_heading_stands_in_one_line() -> None:
    _, wide = paper_widths(table(84, 1, heading="指标性质"))
    assert wide == pytest.approx((8 + 2) / 84)


def test_where_nothing_fits_all_are_squeezed_alike() -> None:
    rows = (TableRow(("a" * 198, "b" * 98)),)
    assert paper_widths(table(10, 10, rows=rows)) == pytest.approx([2 / 3, 1 / 3])


def test_a_blank_figure_takes_no_more_than_its_dash() -> None:
    columns = (TableColumn("名", 80), TableColumn("数", 4, Kind.COUNT))
    found = paper_widths(PlanTable("表", "表", columns, (TableRow(("甲", None)),)))
    assert found[1] == pytest.approx(4 / 84)


def test_figures_and_spans_of_years_are_not_broken() -> None:
    """24.8（18年） takes 12 characters, 2020—2025 nine, each with two more beside it. Of the 84
    of a page a long text gets the rest; in proportion it would have got more."""
    columns = (
        TableColumn("年限", 6),
        TableColumn("指标", 6, Kind.FIGURE),
        TableColumn("内容", 90),
    )
    table = PlanTable("表", "表", columns, (TableRow(("2020—2025", "24.8（18年）", "长" * 200)),))
    period, figure, text = (share * 84 for share in paper_widths(table))
    assert period == pytest.approx(11)
    assert figure == pytest.approx(14)
    assert text == pytest.approx(84 - 25)
