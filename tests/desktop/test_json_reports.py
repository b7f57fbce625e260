"""What `show --json` says of a plan's projects."""

from __future__ import annotations

from decimal import Decimal

from desktop.json_reports import county_report
from models.county import County
from models.edits import Edit, add
from models.plan import Project


def test_a_project_is_reported_with_exact_amounts_and_the_name_of_its_facility(
    county_records: list[object],
) -> None:
    county = County(county_records)  # type: ignore[arg-type]
    project = Project("x", "plan", 1, "1", "扩建", "续建", "住院楼", "2021—2023",
                      Decimal("1200.50"), None, "h", "两期", "表3 第1行")  # fmt: skip
    county.apply(Edit("add", add(project)))
    assert county_report(county)["projects"] == [
        {
            "id": "x",
            "plan": "plan",
            "order": 1,
            "number": "1",
            "name": "扩建",
            "nature": "续建",
            "content": "住院楼",
            "period": "2021—2023",
            "total_investment": "1200.5",
            "period_investment": None,
            "facility": "甲医院",
            "facility_id": "h",
            "note": "两期",
            "source": "表3 第1行",
        }
    ]
