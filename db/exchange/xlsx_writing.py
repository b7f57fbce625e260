"""Writes a table of the plan as a workbook (.xlsx) in a published layout."""

from __future__ import annotations

from pathlib import Path

from db.exchange.writing import write_whole
from db.exchange.xlsx_document import document_workbook
from models.catalogue import Catalogue, Language
from models.county import County
from models.layout import Layout
from models.plan import Plan
from models.plan_document import PlanDocument, plan_line
from models.plan_tables import layout_plan_tables


def write_allocation_workbook(
    path: Path,
    county: County,
    plan: Plan,
    layout: Layout,
    catalogue: Catalogue,
    language: Language,
) -> None:
    """Write a table of the plan in a published layout, closed (projects: opened) by its sum.

    The layouts of beds have a sheet per table. Blank cells are empty, totals are formulas. Read
    again, the workbook changes nothing. Raises FileError.
    """
    tables = layout_plan_tables(county, plan, layout, catalogue, language)
    subtitle = plan_line(plan, catalogue, language)
    document = PlanDocument(plan.title or plan.name, subtitle, language, tuple(tables))
    write_whole(path, document_workbook(document))
