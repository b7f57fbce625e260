"""One calm look on every system: Fusion, one accent colour, tabular figures, a Chinese font."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

ACCENT = QColor("#1f5f8b")
ERROR = QColor("#b3261e")  # findings only
WARNING = QColor("#9a6700")
MUTED = QColor("#6b7280")
LINE = QColor("#d5d9de")
DISABLED = QColor("#a8adb4")
ERROR_FILL = QColor("#fbe4e2")
WARNING_FILL = QColor("#fdf1d3")
SUBTOTAL_FILL = QColor("#eef2f6")

_STYLE = """
QLabel#pageTitle { font-size: 15pt; font-weight: 600; }
QLabel#muted { color: #6b7280; }
QFrame#card { background: palette(base); border: 1px solid #d5d9de; border-radius: 4px; }
QListWidget#rail { background: #26323d; color: #dfe6ec; border: none; outline: 0; }
QListWidget#rail::item { padding: 7px 6px; }
QListWidget#rail::item:selected { background: #1f5f8b; color: white; }
QListWidget#rail::item:hover:!selected { background: #33424f; }
QToolButton { padding: 4px 8px; }
QTableView { gridline-color: #e3e6ea; }
QHeaderView::section { background: #f3f5f7; padding: 4px 6px; border: none;
    border-right: 1px solid #e3e6ea; border-bottom: 1px solid #d5d9de; }
QTableCornerButton::section { background: #f3f5f7; border: none;
    border-right: 1px solid #e3e6ea; border-bottom: 1px solid #d5d9de; }
QFrame#note { background: #e8f0f6; border: 1px solid #b9cfdf; border-radius: 4px; }
QFrame#notice { background: #fbe4e2; border: 1px solid #e3a5a1; border-radius: 4px; }
QFrame#question { background: #fdf1d3; border: 1px solid #e0c681; border-radius: 4px; }
QStatusBar QLabel { padding: 0 8px; }
QLabel#chartHint { background: #fffdf3; border: 1px solid #c9ced4; padding: 3px 6px; }
"""


def apply(app: QApplication, font_files: list[str]) -> None:
    """Set style, palette and font; the shipped fonts are loaded where the system has no Chinese."""
    app.setStyle("Fusion")
    palette = QPalette(app.palette())
    for role, colour in {
        QPalette.ColorRole.Window: QColor("#f7f8f9"),
        QPalette.ColorRole.Base: QColor("white"),
        QPalette.ColorRole.AlternateBase: QColor("#f7f9fb"),
        QPalette.ColorRole.Text: QColor("#1b1f24"),
        QPalette.ColorRole.WindowText: QColor("#1b1f24"),
        QPalette.ColorRole.Button: QColor("#f0f2f4"),
        QPalette.ColorRole.ButtonText: QColor("#1b1f24"),
        QPalette.ColorRole.Highlight: ACCENT,
        QPalette.ColorRole.HighlightedText: QColor("white"),
        QPalette.ColorRole.PlaceholderText: QColor("#8b929a"),
        QPalette.ColorRole.Link: ACCENT,
        QPalette.ColorRole.ToolTipBase: QColor("#fffdf3"),
        QPalette.ColorRole.ToolTipText: QColor("#1b1f24"),
    }.items():
        palette.setColor(role, colour)
    for role in (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.ButtonText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, DISABLED)
    app.setPalette(palette)
    app.setFont(_font(font_files))
    app.setStyleSheet(_STYLE)


def _font(font_files: list[str]) -> QFont:
    chinese = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    for wanted in ("Microsoft YaHei UI", "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC"):
        if wanted in chinese:
            return QFont(wanted, 10)
    families = [
        family
        for file in font_files
        for family in QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(file))
    ]
    return QFont(families[0], 10) if families else QFont()
