from __future__ import annotations

from models.county import County
from models.facility import Facility, FacilityClass, FacilityType, Ownership
from models.layout import AllocationTable, Layout, group_rows, layout_tables
from models.measure import Basis

HOSPITAL = Facility(
    "h",
    "人民医院",
    FacilityClass.HOSPITAL,
    FacilityType.GENERAL_HOSPITAL,
    Ownership.PUBLIC,
    order=2,
)
PRIVATE = Facility(
    "p", "仁爱医院", FacilityClass.HOSPITAL, FacilityType.GENERAL_HOSPITAL, Ownership.PRIVATE
)
CENTRE = Facility(
    "c", "龙水卫生院", FacilityClass.PRIMARY_CARE, FacilityType.TOWNSHIP_HEALTH_CENTRE, order=1
)
GROUP = Facility(
    "g", "社会办医院（合计）", FacilityClass.HOSPITAL, FacilityType.UNSPECIFIED, is_group=True
)
COUNTY = County([HOSPITAL, PRIVATE, CENTRE, GROUP])


def test_three_columns_put_each_facility_in_one_table() -> None:
    found = {t.table: t.facilities for t in layout_tables(COUNTY, Layout.THREE_COLUMN)}
    assert found == {
        AllocationTable.PUBLIC_HOSPITALS: (HOSPITAL,),
        AllocationTable.PRIMARY_CARE: (CENTRE,),
        AllocationTable.OTHERS: (PRIVATE,),
    }


def test_one_column_is_one_table_in_published_order() -> None:
    (table,) = layout_tables(COUNTY, Layout.ONE_COLUMN)
    assert table.facilities == (PRIVATE, CENTRE, HOSPITAL)


def test_rows_for_unnamed_institutions_stand_apart() -> None:
    assert group_rows(COUNTY) == [GROUP]


def test_a_table_without_rows_is_left_out() -> None:
    assert layout_tables(County([GROUP]), Layout.THREE_COLUMN) == []


def test_one_column_holds_planned_figures_only() -> None:
    assert Layout.ONE_COLUMN.bases == (Basis.PLANNED,)
