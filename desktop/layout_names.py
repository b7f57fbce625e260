"""The published layouts as kinds of file in a save dialog, and as entries of a menu."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from models.layout import Layout

_ENDING = " (*.xlsx)"


def layout_filters() -> dict[Layout, str]:
    """Each layout as a file dialog's name filter."""
    translate = QCoreApplication.translate
    return {
        Layout.THREE_COLUMN: translate(
            "ReportsPage", "Authorised, actual and planned beds (*.xlsx)"
        ),
        Layout.ONE_COLUMN: translate("ReportsPage", "Planned beds and remarks (*.xlsx)"),
        Layout.INDICATORS: translate("ReportsPage", "Indicators (*.xlsx)"),
        Layout.BED_STANDARD: translate("ReportsPage", "Beds by class of facility (*.xlsx)"),
        Layout.EQUIPMENT: translate("ReportsPage", "Equipment by facility (*.xlsx)"),
        Layout.PROJECTS: translate("ReportsPage", "Projects (*.xlsx)"),
    }


def layout_name(layout: Layout) -> str:
    """A layout's name without the ending of its file."""
    return layout_filters()[layout].removesuffix(_ENDING)
