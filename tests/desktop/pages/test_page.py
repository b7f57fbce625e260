"""What is selected on one page is selected on all of them."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop.pages.allocation import AllocationPage
from desktop.pages.coverage import CoveragePage
from desktop.pages.facilities import FacilitiesPage
from desktop.pages.findings import FindingsPage
from desktop.pages.page import Page
from desktop.pages.projects import ProjectsPage
from desktop.pages.reports import ReportsPage
from desktop.pages.workload import WorkloadPage
from desktop.session import CountySession
from desktop.workspace import Workspace
from models.edits import Edit, add
from models.plan import Project
from models.workload import Activity, ActivityKind


@pytest.fixture
def workspace(session: CountySession, qtbot: QtBot) -> Workspace:
    made = Workspace(session)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    return made


def shown(workspace: Workspace, name: str) -> Page:
    workspace.show_page(name)
    return workspace.pages[name]


def test_what_is_selected_on_the_map_is_selected_in_the_tables(workspace: Workspace) -> None:
    coverage = shown(workspace, "coverage")
    assert isinstance(coverage, CoveragePage)
    coverage.canvas.picked.emit(("facility", "b"))
    facilities = shown(workspace, "facilities")
    assert isinstance(facilities, FacilitiesPage)
    assert facilities.selected_ids == ["b"]
    allocation = shown(workspace, "allocation")
    assert isinstance(allocation, AllocationPage)
    chosen = allocation.model.facility_at(allocation.view.currentIndex().row())
    assert chosen is not None
    assert chosen.id == "b"
    reports = shown(workspace, "reports")
    assert isinstance(reports, ReportsPage)
    assert reports.checklist.current_id == "b"


def test_what_is_selected_in_a_table_is_ringed_on_the_map(workspace: Workspace) -> None:
    facilities = shown(workspace, "facilities")
    assert isinstance(facilities, FacilitiesPage)
    facilities.select("h")
    coverage = shown(workspace, "coverage")
    assert isinstance(coverage, CoveragePage)
    assert coverage.canvas.selected is not None
    assert coverage.canvas.selected.target == ("facility", "h")
    assert coverage.panel.facility_name.text() == "甲医院"


def test_a_place_in_a_finding_is_selected_too(workspace: Workspace) -> None:
    findings = shown(workspace, "findings")
    assert isinstance(findings, FindingsPage)
    workspace.session.select(("division", "500999101"))
    assert findings._subject(findings._chosen_row()) == ("division", "500999101")
    findings.show_selection(("facility", "c"))  # its staff is not stated: no finding of it
    assert workspace.session.selection == ("division", "500999101")


def test_lines_of_workload_and_projects_follow_their_facility(workspace: Workspace) -> None:
    session = workspace.session
    lines = [Activity(f"a{f}", "plan", f, "physicians", ActivityKind.SERVICE, "门诊") for f in "hb"]
    projects = [
        Project(f"p{f}", "plan", n, "", f"项目{n}", facility_id=f) for n, f in enumerate("hb")
    ]
    assert session.do(Edit("加", add(*lines, *projects)))
    workload, project = shown(workspace, "workload"), shown(workspace, "projects")
    assert isinstance(workload, WorkloadPage)
    assert isinstance(project, ProjectsPage)
    project.select("pb")
    assert session.selection == ("facility", "b")
    shown(workspace, "workload")
    line = workload.model.line_at(workload.view.currentIndex().row())
    assert line is not None
    assert line.facility_id == "b"


def test_a_page_that_comes_to_the_front_selects_nothing_for_the_others(
    workspace: Workspace,
) -> None:
    for name in workspace.pages:
        shown(workspace, name)
    assert workspace.session.selection is None


def test_a_filter_stays_and_hides_what_is_selected(workspace: Workspace) -> None:
    facilities = shown(workspace, "facilities")
    assert isinstance(facilities, FacilitiesPage)
    facilities.search.setText("乙")
    workspace.session.select(("facility", "h"))
    assert facilities.search.text() == "乙"
    assert facilities.selected_ids == []
