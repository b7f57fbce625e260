"""What the program remembers between starts (never anything about a county)."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from platformdirs import user_config_path
from PySide6.QtCore import QByteArray, QSettings

from models.catalogue import Language

RECENT_FILES = 8


class Settings:
    """A small INI file; `path` is given in tests."""

    def __init__(self, path: Path | None = None) -> None:
        path = path or user_config_path("Weigui", appauthor=False) / "settings.ini"
        self._store = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def language(self) -> Language:
        """Chinese where none was chosen, or where the file names one that is not known."""
        chosen = str(self._store.value("language", ""))
        return Language(chosen) if chosen in set(Language) else Language.ZH

    @language.setter
    def language(self, language: Language) -> None:
        self._store.setValue("language", str(language))

    @property
    def recent_files(self) -> list[Path]:
        """Newest first; files that are gone, or that nobody may see, are left out."""
        stored = self._store.value("recent")
        names = stored if isinstance(stored, list) else [stored] if stored else []
        return [Path(name) for name in names if os.path.exists(name)]  # noqa: PTH110

    def remember_file(self, path: Path) -> None:
        names = [str(path), *(str(p) for p in self.recent_files if p != path)]
        self._store.setValue("recent", names[:RECENT_FILES])

    def layout(self, name: str) -> QByteArray | None:
        """The saved state of a window, splitter or header, or None."""
        value = self._store.value(f"layout/{name}")
        return value if isinstance(value, QByteArray) else None

    def keep_layout(self, name: str, state: QByteArray) -> None:
        self._store.setValue(f"layout/{name}", state)

    @property
    def template_folder(self) -> Path | None:
        """The bureau's own look of target sheets; None where the built-in one is used."""
        name = str(self._store.value("template-folder", ""))
        return Path(name) if name else None

    @template_folder.setter
    def template_folder(self, folder: Path | None) -> None:
        self._store.setValue("template-folder", "" if folder is None else str(folder))

    @property
    def column_sets(self) -> dict[str, list[str]]:
        """The planner's own sets of columns of the allocation table by name, in order."""
        return self._stored("column-sets")

    @column_sets.setter
    def column_sets(self, sets: dict[str, list[str]]) -> None:
        self._store.setValue("column-sets", json.dumps(sets, ensure_ascii=False))

    @property
    def column_widths(self) -> dict[str, int]:
        """The widths of columns of the allocation table that were dragged, in pixels."""
        return self._stored("column-widths")

    @column_widths.setter
    def column_widths(self, widths: dict[str, int]) -> None:
        self._store.setValue("column-widths", json.dumps(widths))

    @property
    def column_mappings(self) -> dict[str, list[str]]:
        """What the columns under a heading hold, as a person said at an import: by the heading's
        signature the layout, then the use of each column (`str` of a ColumnUse)."""
        return self._stored("column-mappings")

    @column_mappings.setter
    def column_mappings(self, mappings: dict[str, list[str]]) -> None:
        self._store.setValue("column-mappings", json.dumps(mappings, ensure_ascii=False))

    @property
    def geo_layers(self) -> dict[str, list[str]]:
        """What layers of geographic files are and what their columns say, as a person said at an
        import: by `models.geo_opening.signature`, as its `texts_of`."""
        return self._stored("geo-layers")

    @geo_layers.setter
    def geo_layers(self, layers: dict[str, list[str]]) -> None:
        self._store.setValue("geo-layers", json.dumps(layers, ensure_ascii=False))

    @property
    def proofread_file(self) -> Path | None:
        """The document that was proofread last; None where there is none, or it is gone."""
        name = str(self._store.value("proofread-file", ""))
        return Path(name) if name and os.path.exists(name) else None  # noqa: PTH110

    @proofread_file.setter
    def proofread_file(self, path: Path) -> None:
        self._store.setValue("proofread-file", str(path))

    @property
    def checks_off(self) -> set[str]:
        """The names of the proofreader's checks that are switched off."""
        return set(str(self._store.value("checks-off", "")).split())

    @checks_off.setter
    def checks_off(self, names: set[str]) -> None:
        self._store.setValue("checks-off", " ".join(sorted(names)))

    def _stored(self, name: str) -> dict[str, Any]:
        """A table that was kept as JSON; empty where there is none, or none that can be read."""
        try:
            found = json.loads(str(self._store.value(name, "{}")))
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}

    def sync(self) -> None:
        self._store.sync()
