"""The window's actions and menus; which of them can be used now."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from desktop.dialogs.distribute_dialog import DistributeDialog
from desktop.dialogs.measures_dialog import MeasuresDialog
from desktop.dialogs.plan_dialog import PlanDialog
from desktop.dialogs.population_dialog import PopulationDialog
from desktop.file_actions import FileActions
from desktop.layout_names import layout_name
from desktop.workspace import page_titles
from models.catalogue import Language
from models.edits import Edit
from models.layout import Layout
from models.yearly_steps import spread_changes

if TYPE_CHECKING:
    from desktop.main_window import MainWindow

translate = QCoreApplication.translate


_PlanDialog = PopulationDialog | PlanDialog | DistributeDialog | MeasuresDialog


class WindowActions:
    """File, Edit, View and Help of one main window."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.files = FileActions(window)
        self._with_county: list[QAction] = []
        self._make_file_menu()
        self._make_edit_menu()
        self._make_plan_menu()
        self._make_view_menu()
        self._make_help_menu()

    def _make_file_menu(self) -> None:
        files = self.files
        menu = self.window.menuBar().addMenu(translate("WindowActions", "&File"))
        self._add(
            menu,
            translate("WindowActions", "&Open…"),
            files.ask_open,
            QKeySequence.StandardKey.Open,
        )
        new = menu.addMenu(translate("WindowActions", "&New"))
        self._add(new, translate("WindowActions", "From a published plan…"), files.ask_sample)
        self._add(new, translate("WindowActions", "Empty county…"), files.ask_empty)
        self._recent = menu.addMenu(translate("WindowActions", "Recent files"))
        menu.aboutToShow.connect(self._fill_recent)
        menu.addSeparator()
        self._add_for_county(
            menu, translate("WindowActions", "&Import…"), files.ask_import, "Ctrl+I"
        )
        self._add_for_county(
            menu,
            translate("WindowActions", "Import from the clip&board…"),
            files.import_clipboard,
            "Ctrl+Shift+I",
        )
        self._add_for_county(
            menu,
            translate("WindowActions", "Import &geographic data…"),
            files.ask_geodata,
            "Ctrl+Shift+G",
        )
        self._add_for_county(
            menu,
            translate("WindowActions", "Export allocation &workbook…"),
            files.ask_export,
            "Ctrl+E",
        )
        tables = menu.addMenu(translate("WindowActions", "Export &table"))
        for layout in Layout:
            self._add_for_county(tables, layout_name(layout), partial(files.ask_export, layout))
        self._add_for_county(
            menu,
            translate("WindowActions", "Export geograp&hic data…"),
            files.ask_geo_export,
        )
        self._add_for_county(
            menu, translate("WindowActions", "Save a &copy…"), files.ask_copy, "F12"
        )
        menu.addSeparator()
        self._add_for_county(
            menu, translate("WindowActions", "&Close county"), self.window.show_start, "Ctrl+W"
        )
        self._add(
            menu,
            translate("WindowActions", "E&xit"),
            self.window.close,
            QKeySequence.StandardKey.Quit,
        )

    def _make_edit_menu(self) -> None:
        menu = self.window.menuBar().addMenu(translate("WindowActions", "&Edit"))
        self.undo = self._add(menu, "", self._undo, QKeySequence.StandardKey.Undo)
        self.redo = self._add(menu, "", self._redo, QKeySequence.StandardKey.Redo)
        self.redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])

    def _make_plan_menu(self) -> None:
        menu = self.window.menuBar().addMenu(translate("WindowActions", "&Plan"))
        self._add_for_county(
            menu, translate("WindowActions", "&Population…"), lambda: self._open(PopulationDialog)
        )
        self._add_for_county(
            menu, translate("WindowActions", "Plan &attributes…"), lambda: self._open(PlanDialog)
        )
        menu.addSeparator()
        self._add_for_county(
            menu,
            translate("WindowActions", "&Share out a total…"),
            lambda: self._open(DistributeDialog),
        )
        self._add_for_county(
            menu, translate("WindowActions", "Spread targets over the &years"), self._spread
        )
        self._add_for_county(
            menu, translate("WindowActions", "&Own measures…"), lambda: self._open(MeasuresDialog)
        )

    def _spread(self) -> None:
        """Fill the years between baseline and target on a straight line, as one edit."""
        session = self.window.session
        if session is None:
            return
        ids = [f.id for f in session.county.facilities]
        measures = session.catalogue.measures.values()
        changes = spread_changes(session.county, session.plan, measures, ids)
        label = translate("WindowActions", "Spread targets over the years")
        if session.do(Edit(label, changes)):
            self.window.messages.show_note(
                translate("WindowActions", "{count} yearly figures set on a straight line").format(
                    count=len(changes)
                )
            )

    def _open(self, dialog: type[_PlanDialog]) -> None:
        if self.window.session is not None:
            shown = dialog(self.window.session, self.window)
            shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            shown.open()

    def _make_view_menu(self) -> None:
        menu = self.window.menuBar().addMenu(translate("WindowActions", "&View"))
        for number, (name, title) in enumerate(page_titles().items(), 1):
            keys = f"Ctrl+{number % 10}" if number <= 10 else None  # the keys 1 to 9, then 0
            action = self._add_for_county(menu, title, lambda n=name: self._show(n), keys)
            action.setObjectName(name)
        menu.addSeparator()
        language = menu.addMenu(translate("WindowActions", "Language"))
        choices = QActionGroup(language)
        for code, text in ((Language.ZH, "中文"), (Language.EN, "English")):
            action = self._add(language, text, lambda c=code: self.window.language_chosen.emit(c))
            action.setActionGroup(choices)
            action.setCheckable(True)
            action.setChecked(code is self.window.language)

    def _make_help_menu(self) -> None:
        menu = self.window.menuBar().addMenu(translate("WindowActions", "&Help"))
        self._add(menu, translate("WindowActions", "About Weigui"), self.files.show_about)

    def _add(
        self,
        menu: QMenu,
        text: str,
        slot: object,
        shortcut: QKeySequence.StandardKey | str | None = None,
    ) -> QAction:
        action = menu.addAction(text)
        if shortcut is not None:
            action.setShortcut(QKeySequence(shortcut))
        action.triggered.connect(lambda _checked=False: slot())  # type: ignore[operator]
        return action

    def _add_for_county(
        self, menu: QMenu, text: str, slot: object, shortcut: str | None = None
    ) -> QAction:
        action = self._add(menu, text, slot, shortcut)
        self._with_county.append(action)
        return action

    def update(self) -> None:
        """Enable what can be done now, and say what undo and redo would do."""
        session = self.window.session
        for action in self._with_county:
            action.setEnabled(session is not None)
        undo = session.undo_stack.to_undo if session else None
        redo = session.undo_stack.to_redo if session else None
        self.undo.setEnabled(undo is not None)
        self.redo.setEnabled(redo is not None)
        self.undo.setText(
            translate("WindowActions", "Undo: {what}").format(what=undo.label)
            if undo
            else translate("WindowActions", "Undo")
        )
        self.redo.setText(
            translate("WindowActions", "Redo: {what}").format(what=redo.label)
            if redo
            else translate("WindowActions", "Redo")
        )

    def _undo(self) -> None:
        session = self.window.session
        edit = session.undo_stack.to_undo if session else None
        if session is not None and edit is not None and session.undo():
            note = translate("WindowActions", "Undone: {what}").format(what=edit.label)
            self.window.messages.show_note(note)

    def _redo(self) -> None:
        session = self.window.session
        edit = session.undo_stack.to_redo if session else None
        if session is not None and edit is not None and session.redo():
            note = translate("WindowActions", "Redone: {what}").format(what=edit.label)
            self.window.messages.show_note(note)

    def _show(self, page: str) -> None:
        if self.window.workspace is not None:
            self.window.workspace.show_page(page)

    def _fill_recent(self) -> None:
        self._recent.clear()
        for path in self.window.settings.recent_files:
            self._add(self._recent, str(path), lambda p=path: self.window.open_file(p))
        self._recent.setEnabled(not self._recent.isEmpty())
