"""What a person chose, kept by QSettings in the platform's place; and what a lab chose for a whole machine.

The machine-wide file (``tawsim.ini`` in the system's configuration folder, or where the variable
``TAWSIM_MACHINE_SETTINGS`` says) gives defaults, and under ``[locked]`` what nobody may change.
"""

from __future__ import annotations

import contextlib
import getpass
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

import platformdirs
from PySide6.QtCore import QByteArray, QLocale, QSettings

RECENT_KEPT = 12

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Key(Generic[T]):
    """A setting: its name in the file, and the value that holds where none is kept."""

    name: str
    default: T


LANGUAGE = Key("language", "")
"""``ar`` or ``en``; empty: not chosen yet."""
ANNOTATOR = Key("annotator", "")
THEME = Key("theme", "system")
TEXT_FONT = Key("text_font", "Noto Naskh Arabic")
ZOOM = Key("zoom", 1.0)
LINE_SPACING = Key("line_spacing", "normal")
"""``tight``, ``normal``, ``wide`` or ``widest``."""
MEASURE = Key("measure", "normal")
"""The width of the text's column: ``narrow``, ``normal`` or ``wide``."""
DIRECTION = Key("direction", "paragraph")
"""``paragraph`` (each by its own letters), ``rtl`` or ``ltr`` for all."""
NUMERALS = Key("numerals", "latin")
"""``latin`` (0–9) or ``arabic`` (٠–٩)."""
LABEL_SET = Key("label_set", "wojood")
MODEL_FOLDER = Key("model_folder", "")
BACKUP_FOLDER = Key("backup_folder", "")
DOWNLOADS = Key("downloads", True)
RECENT: Key[list[str]] = Key("recent", [])
KEYS: Key[dict[str, list[str]]] = Key("keys", {})
DOCUMENTS_PANE = Key("documents_pane", True)
INSPECTOR_PANE = Key("inspector_pane", True)
OCCURRENCES = Key("occurrences", False)
"""Whether *All occurrences* looks through all documents."""
PLACES: Key[dict[str, list[object]]] = Key("places", {})
"""Where one was in a project: its path to ``[document id, caret]`` (code points)."""


class Settings:
    """The settings by key. A damaged value counts as not set and is named in ``damaged``."""

    def __init__(self, file: Path | None = None, machine: Path | None = None) -> None:
        if file is None:
            self._store = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Tawsim", "tawsim")
        else:
            self._store = QSettings(str(file), QSettings.Format.IniFormat)
        self.damaged: list[str] = []
        self._store.sync()
        if self._store.status() != QSettings.Status.NoError:
            self.damaged.append(self._store.fileName())
        self._machine = self._read_machine(machine or _machine_file())

    def __getitem__(self, key: Key[T]) -> T:
        if self.locked(key):
            return self._sound(key, self._machine[f"locked/{key.name}"], key.default)
        return self._sound(key, self._store.value(key.name), self._sound(key, self._machine.get(key.name), key.default))

    def __setitem__(self, key: Key[T], value: T) -> None:
        self._store.setValue(key.name, json.dumps(value, ensure_ascii=False))

    def locked(self, key: Key[T]) -> bool:
        """Whether the machine's file forbids to change it."""
        return f"locked/{key.name}" in self._machine

    def save(self) -> None:
        """Write now what Qt would write soon."""
        self._store.sync()

    def window(self, name: str) -> QByteArray:
        """Qt's own bytes for the window (``geometry``, ``panes``); empty where none are kept."""
        kept = self._store.value(f"window/{name}")
        return kept if isinstance(kept, QByteArray) else QByteArray()

    def keep_window(self, name: str, value: QByteArray) -> None:
        """Keep Qt's own bytes for the window."""
        self._store.setValue(f"window/{name}", value)

    # --- what is read often
    def language(self) -> str:
        """``ar`` or ``en``: what was chosen, else Arabic where the system's language is Arabic."""
        chosen = self[LANGUAGE]
        if chosen in ("ar", "en"):
            return chosen
        return "ar" if QLocale.system().language() == QLocale.Language.Arabic else "en"

    def annotator(self) -> str:
        """The name that new projects get for their annotator: what was typed, else the login name."""
        if typed := self[ANNOTATOR].strip():
            return typed
        try:
            return getpass.getuser()
        except (OSError, KeyError):  # a user id without an entry in the system's list
            return "annotator"

    def add_recent(self, path: Path) -> None:
        """Put a project first among the recent ones."""
        others = [item for item in self[RECENT] if item != str(path)]
        self[RECENT] = [str(path), *others][:RECENT_KEPT]

    def recent(self) -> list[Path]:
        """The recent projects that are still there, latest first."""
        return [Path(item) for item in self[RECENT] if os.path.exists(item)]

    def _sound(self, key: Key[T], stored: object, default: T) -> T:
        if stored is None:
            return default
        value: object = stored
        if isinstance(stored, str):
            with contextlib.suppress(ValueError):
                value = json.loads(stored)
        if isinstance(default, float) and isinstance(value, int):
            value = float(value)
        if isinstance(value, type(default)):
            return value
        if key.name not in self.damaged:
            self.damaged.append(key.name)
        return default

    def _read_machine(self, file: Path) -> dict[str, object]:
        if not file.is_file():
            return {}
        store = QSettings(str(file), QSettings.Format.IniFormat)
        if store.status() != QSettings.Status.NoError or not os.access(file, os.R_OK):
            self.damaged.append(str(file))
            return {}
        return {key: store.value(key) for key in store.allKeys()}


def _machine_file() -> Path:
    if named := os.environ.get("TAWSIM_MACHINE_SETTINGS"):
        return Path(named)
    return Path(platformdirs.site_config_dir("tawsim", appauthor=False)) / "tawsim.ini"
