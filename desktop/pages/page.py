"""What every page has: a heading, its few actions, a body, and ways to other pages."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from desktop.session import CountySession
from desktop.settings import Settings


class Page(QWidget):
    """Base of all pages.

    `navigate(page, target)` asks the window to show another page at a target: ("facility", id),
    ("cell", facility id, measure, basis) or ("division", code). `show_target` is the other end.
    What is selected is selected on every page (`CountySession.select`): a page shows it by
    `show_selection` as long as it is in front, and when it comes there.
    """

    navigate = Signal(str, object)
    geodata_requested = Signal()  # asks the window to import geographic data

    def __init__(self, session: CountySession, title: str) -> None:
        super().__init__()
        self.session = session
        self.title = QLabel(title)
        self.title.setObjectName("pageTitle")
        self.header = QHBoxLayout()
        self.header.addWidget(self.title)
        self.header.addStretch(1)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 8)
        layout.setSpacing(8)
        layout.addLayout(self.header)
        layout.addLayout(self.body, 1)
        self._is_coming = False  # to the front, where it may select by itself what it shows first
        session.selection_changed.connect(self._follow_selection)

    def add_action(self, action: QAction) -> QToolButton:
        """Put one of the page's own actions at the right of its heading, and on its shortcut."""
        self.addAction(action)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        button = QToolButton()
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.header.addWidget(button)
        return button

    def add_search(self, placeholder: str) -> QLineEdit:
        """A search field at the right end of the heading; Ctrl+F goes there."""
        search = QLineEdit()
        search.setPlaceholderText(placeholder)
        search.setClearButtonEnabled(True)
        search.setFixedWidth(220)
        self.header.addWidget(search)
        find = QAction(self)
        find.setShortcut("Ctrl+F")
        find.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.triggered.connect(search.setFocus)
        find.triggered.connect(search.selectAll)
        self.addAction(find)
        return search

    def show_target(self, target: tuple[str, ...]) -> None:
        """Show what another page pointed at; pages that have nothing to point at ignore it."""

    def show_selection(self, target: tuple[str, str]) -> None:
        """Select ("facility", id) or ("division", code) in this page's tables, where it is there.

        Filters stay as they are, and so does what is being typed.
        """

    def tell_selection(self, target: tuple[str, str]) -> None:
        """The planner has selected ("facility", id) or ("division", code) here."""
        if self.isVisible() and not self._is_coming:
            self.session.select(target)

    def _follow_selection(self, target: tuple[str, str] | None) -> None:
        if target is not None and self.isVisible():
            self.show_selection(target)

    def use_settings(self, settings: Settings) -> None:
        """Take from the settings what this page remembers between starts, and keep it there."""

    @property
    def unfinished(self) -> bool:
        """Whether something was typed here that is neither saved nor given up."""
        return False

    def ask_to_finish(self) -> None:
        """Ask the planner to save or give up what is unfinished."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._is_coming = True
        self.refresh_if_stale()
        if self.session.selection is not None:
            self.show_selection(self.session.selection)
        self._is_coming = False

    def refresh_if_stale(self) -> None:
        """Called when the page comes to the front; a page that postponed work does it now."""
