"""What the published layouts are called in menus, lists and names of files."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from models.layout import Layout


def layout_name(layout: Layout) -> str:
    translate = QCoreApplication.translate
    return {
        Layout.THREE_COLUMN: translate("LayoutNames", "Authorised, actual and planned beds"),
        Layout.ONE_COLUMN: translate("LayoutNames", "Planned beds and remarks"),
        Layout.INDICATORS: translate("LayoutNames", "Indicators"),
        Layout.BED_STANDARD: translate("LayoutNames", "Beds by class of facility"),
        Layout.EQUIPMENT: translate("LayoutNames", "Equipment by facility"),
        Layout.PROJECTS: translate("LayoutNames", "Projects"),
    }[layout]
