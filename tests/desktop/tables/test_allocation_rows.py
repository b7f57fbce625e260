from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.session import CountySession
from desktop.tables.allocation_rows import NONE, Grouping, Order, RowFilter, arrange
from models.edits import Change, Edit
from models.facility import FacilityClass, FacilityStatus, FacilityType

EVERY = RowFilter()


def names(
    session: CountySession,
    row_filter: RowFilter = EVERY,
    grouping: Grouping = Grouping.NOTHING,
    folded: frozenset[str] = frozenset(),
    order: Order | None = None,
) -> list[str]:
    """Facilities by id, subtotals in brackets."""
    rows = arrange(session.county, row_filter, grouping, folded, order)
    return [row.facility.id if row.facility else f"[{row.group}]" for row in rows]


@pytest.mark.parametrize(
    ("row_filter", "shown"),
    [
        (RowFilter("卫生院 "), ["b", "c"]),
        (RowFilter(facility_class=FacilityClass.HOSPITAL), ["h", "g"]),
        (RowFilter(facility_type=FacilityType.UNSPECIFIED), ["g"]),
        (RowFilter(township="500999100"), ["h", "b"]),
        (RowFilter(township=NONE), ["g"]),
        (RowFilter(consortium=NONE), ["h", "b", "c", "g"]),
        (RowFilter(consortium="医共体"), []),
        (RowFilter(status=FacilityStatus.PLANNED), []),
        (RowFilter("卫生院", township="500999101"), ["c"]),
    ],
)
def test_filter_lets_through_what_meets_all_of_it(
    session: CountySession, row_filter: RowFilter, shown: list[str]
) -> None:
    assert names(session, row_filter) == shown
    assert not row_filter.is_empty


@pytest.mark.parametrize(
    ("grouping", "shown"),
    [
        (Grouping.NOTHING, ["h", "b", "c", "g"]),
        (Grouping.CLASS, ["[hospital]", "h", "g", "[primary-care]", "b", "c"]),
        (
            Grouping.TYPE,
            ["[general-hospital]", "h", "[township-health-centre]", "b", "c", "[unspecified]", "g"],
        ),
        (Grouping.TOWNSHIP, ["[500999100]", "h", "b", "[500999101]", "c", "[]", "g"]),
    ],
)
def test_facilities_stand_in_their_groups(
    session: CountySession, grouping: Grouping, shown: list[str]
) -> None:
    assert names(session, grouping=grouping) == shown


def test_consortia_come_in_the_order_of_their_first_facility(session: CountySession) -> None:
    county = session.county
    before = [county.facility("c"), county.facility("b")]
    joined = [Change(f, replace(f, consortium=f"{f.id}医共体")) for f in before]
    session.do(Edit("", tuple(joined)))
    shown = ["[b医共体]", "b", "[c医共体]", "c", "[]", "h", "g"]
    assert names(session, grouping=Grouping.CONSORTIUM) == shown


def test_folded_group_keeps_its_subtotal(session: CountySession) -> None:
    folded = frozenset({"hospital"})
    shown = names(session, grouping=Grouping.CLASS, folded=folded)
    assert shown == ["[hospital]", "[primary-care]", "b", "c"]
    assert names(session, folded=frozenset({""})) == ["h", "b", "c", "g"]


def test_order_is_within_groups_and_blanks_come_last_either_way(session: CountySession) -> None:
    keys = {"h": 1, "g": None, "b": 2, "c": 3}
    down = names(session, grouping=Grouping.CLASS, order=Order(lambda f: keys[f.id], True))
    assert down == ["[hospital]", "h", "g", "[primary-care]", "c", "b"]
    assert names(session, order=Order(lambda f: keys[f.id])) == ["h", "b", "c", "g"]
