"""The actions at work: handlers by id, menu entries, what a key press does, what can be done now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMenuBar, QPlainTextEdit, QSpinBox, QTextEdit, QWidget

from ui.actions import ACTIONS, BY_ID, MENUS, Action, why_not
from ui.icons import icon
from ui.keys.bindings import Bindings
from ui.keys.keyboard import Keyboard
from ui.panels.command_palette import Entry
from ui.theme import Theme

_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox)
_OF_FIELDS = frozenset(
    {"Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z", "Ctrl+V", "Ctrl+C", "Ctrl+X", "Ctrl+A", "Ctrl+Left", "Ctrl+Right"}
)
"""Chords that a text field keeps for itself."""


class CommandTable(QObject):
    """Every action with its handler. ``situation`` tells what is there now, ``mode`` which mode takes the keys."""

    def __init__(
        self,
        theme: Theme,
        keyboard: Keyboard,
        bindings: Bindings,
        situation: Callable[[], frozenset[str]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._theme, self._keyboard, self.bindings = theme, keyboard, bindings
        self.situation = situation
        self._handlers: dict[str, Callable[[], None]] = {}
        self.entries: dict[str, QAction] = {}
        for action in ACTIONS:
            if action.menu:
                entry = QAction(self)
                entry.triggered.connect(lambda _=False, id_=action.id: self.run(id_))
                if action.icon:
                    entry.setIcon(icon(action.icon, theme["text2"]))
                self.entries[action.id] = entry
        self.show_keys()
        keyboard.layoutChanged.connect(self.show_keys)

    def add(self, handlers: Mapping[str, Callable[[], None]]) -> None:
        """Take over handlers by action id."""
        strange = handlers.keys() - BY_ID.keys()
        assert not strange, strange
        self._handlers.update(handlers)

    def handled(self) -> set[str]:
        """The ids of the actions that have a handler."""
        return set(self._handlers)

    def run(self, id_: str) -> None:
        """Do an action, if it can be done now."""
        if id_ in self._handlers and BY_ID[id_].possible(self.situation()):
            self._handlers[id_]()

    def possible(self, ids: Iterable[str]) -> list[str]:
        """Those of these actions that can be done now."""
        situation = self.situation()
        return [id_ for id_ in ids if BY_ID[id_].possible(situation)]

    # --- keys
    def press(self, chord: str, mode: str, focus: QWidget, in_text: bool) -> bool:
        """Do what a chord means; False if it means nothing here. ``in_text``: the text view has the focus."""
        if isinstance(focus, _FIELDS) and (chord in _OF_FIELDS or not _is_command(chord)):
            return False
        places = [mode] if in_text and mode != "text" else []
        places += ["text", "window"] if in_text and mode == "text" else ["window"]
        for place in places:
            for action in self.bindings.bound(chord, place):
                if action.id in self._handlers and action.possible(self.situation()):
                    self._handlers[action.id]()
                    return True
        return False

    def why(self, chord: str, place: str) -> str:
        """Why a chord that means something in a place cannot be done now; empty for one that means nothing there."""
        found = next((action for action in self.bindings.bound(chord, place) if action.id in self._handlers), None)
        return why_not(found, self.situation()) if found is not None else ""

    def key(self, id_: str) -> str:
        """The first key of an action as the keyboard prints it, or nothing."""
        keys = self.bindings.keys(BY_ID[id_])
        return self._keyboard.shown(keys[0]) if keys else ""

    def show_keys(self) -> None:
        """Write names and keys into the menu entries."""
        for id_, entry in self.entries.items():
            key = self.key(id_)
            name = BY_ID[id_].name
            entry.setText(f"{name}\t{key}" if key else name)
            entry.setIconText(name)

    # --- menus, palette
    def fill(self, bar: QMenuBar) -> None:
        """Make the menus of a menu bar."""
        for menu_id, title in MENUS.items():
            actions = [action for action in ACTIONS if action.menu == menu_id and action.id in self._handlers]
            if actions:
                menu = bar.addMenu(QCoreApplication.translate("Menu", title))
                menu.setToolTipsVisible(True)
                for action in actions:
                    menu.addAction(self.entries[action.id])

    def refresh(self) -> None:
        """Enable what can be done now; the others say why not."""
        situation = self.situation()
        for id_, entry in self.entries.items():
            entry.setEnabled(BY_ID[id_].possible(situation))
            reason = why_not(BY_ID[id_], situation)
            entry.setToolTip(reason or " ".join(filter(None, (BY_ID[id_].name, self.key(id_)))))

    def palette(self) -> Iterator[Entry]:
        """Every action that has a name in a menu, those that can be done now first."""
        situation = self.situation()
        named: list[Action] = [action for action in ACTIONS if action.menu and action.id in self._handlers]
        named.sort(key=lambda action: not action.possible(situation))
        for action in named:
            also = f"{action.text} {QCoreApplication.translate('Menu', MENUS[action.menu])}"
            yield Entry(action.id, action.name, also, action.icon, self.key(action.id), why_not(action, situation))


def _is_command(chord: str) -> bool:
    """Whether a chord is no letter one types: held with Ctrl, or a function key."""
    key = chord.rsplit("+", 1)[-1]
    return chord.startswith("Ctrl+") or (len(key) > 1 and key[0] == "F" and key[1:].isdecimal())
