"""The keys: every action with its keys, as this keyboard prints them; press others to change them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QTreeWidget, QTreeWidgetItem, QWidget

from ui.actions import ACTIONS, BY_ID, MENUS
from ui.dialogs.frame import Dialog
from ui.i18n.language import isolated
from ui.keys.bindings import Bindings
from ui.keys.keyboard import Keyboard
from ui.panels.parts import push_button, text_label

translate = QCoreApplication.translate

_ID = Qt.ItemDataRole.UserRole


class _Capture(QLineEdit):
    """Takes the next key press as it is: ``pressed(chord)``."""

    pressed = Signal(str)

    def __init__(self, keyboard: Keyboard) -> None:
        super().__init__()
        self._keyboard = keyboard
        self.setReadOnly(True)

    def event(self, event: QEvent) -> bool:
        """Tab and Esc too: they are keys like others here."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if chord := self._keyboard.chord(event):
                self.pressed.emit(chord)
            return True
        return super().event(event)


class KeysDialog(Dialog):
    """Sends ``changed(Bindings)`` for every change; a clash is said and refused."""

    changed = Signal(object)

    def __init__(self, parent: QWidget, bindings: Bindings, keyboard: Keyboard) -> None:
        super().__init__(parent, translate("Keys", "Keys"))
        self._bindings, self._keyboard = bindings, keyboard
        self._filter = QLineEdit()
        self._filter.setPlaceholderText(translate("Keys", "Find an action or a key"))
        self._filter.setAccessibleName(self._filter.placeholderText())
        self._filter.textChanged.connect(self.seek)
        self._tree = QTreeWidget()
        self._tree.setHeaderLabels([translate("Keys", "Action"), translate("Keys", "Keys")])
        self._tree.setRootIsDecorated(False)
        self._tree.setIndentation(12)
        self._tree.setColumnWidth(0, 340)
        self._tree.currentItemChanged.connect(lambda *_: self._on_row())
        self._capture = _Capture(keyboard)
        self._capture.setPlaceholderText(translate("Keys", "Press the new keys here"))
        self._capture.setAccessibleName(self._capture.placeholderText())
        self._capture.pressed.connect(self.take)
        self._none = push_button(translate("Keys", "No key"))
        self._reset = push_button(translate("Keys", "As delivered"))
        self._all = push_button(translate("Keys", "All as delivered"), "link")
        self._none.clicked.connect(lambda: self._bind([]))
        self._reset.clicked.connect(self.reset)
        self._all.clicked.connect(self.reset_all)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._capture, 1)
        for button in (self._none, self._reset, self._all):
            row.addWidget(button)
        note = text_label(
            translate(
                "Keys",
                "Letters, brackets and digits go by their place on the keyboard, so that they work with Arabic letters "
                "too. 1–9 and the letters of the palette label what is selected; with Shift, a second label.",
            ),
            "hint",
        )
        note.setWordWrap(True)
        for part in (self._filter, self._tree, note):
            self.body.addWidget(part)
        self.body.addLayout(row)
        self.resize(620, 640)
        self._fill()
        self._on_row()
        self._filter.setFocus()

    def choose(self, action: str) -> None:
        """Choose an action (an id)."""
        heads = (self._tree.topLevelItem(row) for row in range(self._tree.topLevelItemCount()))
        items = (head.child(place) for head in heads if head is not None for place in range(head.childCount()))
        self._tree.setCurrentItem(next(item for item in items if item is not None and item.data(0, _ID) == action))

    def reset(self) -> None:
        """The chosen action's keys as delivered."""
        self._bind(None)

    def _fill(self) -> None:
        groups = [(menu, translate("Menu", title)) for menu, title in MENUS.items()]
        modes = [
            ("border", translate("Keys", "While borders move")),
            ("relation", translate("Keys", "While a relation is drawn")),
        ]
        self._tree.clear()
        for group, title in groups + modes:
            actions = [action for action in ACTIONS if (action.menu or action.where) == group]
            if not actions:
                continue
            head = QTreeWidgetItem(self._tree, [title])
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            font = head.font(0)
            font.setBold(True)
            head.setFont(0, font)
            for action in actions:
                item = QTreeWidgetItem(head, [action.name, self._shown(action.id)])
                item.setData(0, _ID, action.id)
            head.setExpanded(True)

    def _shown(self, id_: str) -> str:
        """The keys of an action, each in its own order: a sign at the end of ``Ctrl+,`` would turn round in Arabic."""
        return "   ".join(isolated(self._keyboard.shown(key)) for key in self._bindings.keys(BY_ID[id_]))

    def _current(self) -> str:
        item = self._tree.currentItem()
        return str(item.data(0, _ID) or "") if item is not None else ""

    def _on_row(self) -> None:
        for part in (self._capture, self._none, self._reset):
            part.setEnabled(bool(self._current()))
        self.say("")

    def take(self, chord: str) -> None:
        """Give the chosen action these keys, unless another has them."""
        id_ = self._current()
        if not id_:
            return
        other = self._bindings.conflict(id_, chord)
        if other is not None:
            said = translate("Keys", "{keys} is the key of “{action}”. Give that one another key first.")
            self.say(said.format(keys=self._keyboard.shown(chord), action=other.name))
        else:
            self._bind([chord])

    def _bind(self, keys: list[str] | None) -> None:
        id_ = self._current()
        self._bindings = self._bindings.with_keys(id_, keys)
        if (row := self._tree.currentItem()) is not None:
            row.setText(1, self._shown(id_))
        self.say("")
        self.changed.emit(self._bindings)

    def reset_all(self) -> None:
        """All keys as delivered."""
        self._bindings = Bindings()
        self._fill()
        self.changed.emit(self._bindings)

    def seek(self, text: str) -> None:
        """Show only what has this in its name or keys."""
        sought = text.casefold()
        for row in range(self._tree.topLevelItemCount()):
            head = self._tree.topLevelItem(row)
            if head is None:
                continue
            shown = 0
            for place in range(head.childCount()):
                item = head.child(place)
                if item is None:
                    continue
                fits = sought in f"{item.text(0)} {item.text(1)}".casefold()
                item.setHidden(not fits)
                shown += fits
            head.setHidden(not shown)
