"""What `show --json` says of a plan's projects; the same report in every run."""

from __future__ import annotations

import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

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


@pytest.mark.slow
@pytest.mark.parametrize("command", ["check", "indicators"])
def test_a_report_is_the_same_in_every_run(dazu_file: Path, command: str) -> None:
    """Sets are in another order in each process, unless the order is made."""
    reports = [
        subprocess.run(
            [sys.executable, "-m", "desktop", command, str(dazu_file), "--json"],
            cwd=Path(__file__).parents[2], check=False, capture_output=True, text=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    ]  # fmt: skip
    assert len(reports[0]) > 1000
    assert reports[0] == reports[1]
