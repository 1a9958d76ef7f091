"""The header strip: where one is, how far the project is, find, undo and redo, all commands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QToolButton,
    QWidget,
)

from annotate.model import State
from ui.i18n.language import number
from ui.icons import icon
from ui.panels.fields import SearchField
from ui.panels.parts import ElidedLabel, icon_label, key_cap, set_margins, text_label
from ui.theme import Theme
from ui.wording import STATE_ICONS, read_only_text, state_name

translate = QCoreApplication.translate

_ROOM_FOR_PROGRESS = 1160
_ROOM_FOR_LAYER = 980


class FindField(SearchField):
    """Find in the document: ``sought`` while one types; Enter goes to the next hit, Shift+Enter to the one before."""

    sought = Signal(str)

    def __init__(self, theme: Theme, key: str) -> None:
        super().__init__(translate("Header", "Find in document"), "search", theme["text3"])
        self.setFixedWidth(212)
        self._count = text_label("", "small", self)
        self._key = key_cap(key, self)
        row = QHBoxLayout(self)
        set_margins(row, 0, 0, 8, 0)
        row.addStretch(1)
        row.addWidget(self._count)
        row.addWidget(self._key)
        right_to_left = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setTextMargins(56 if right_to_left else 0, 0, 0 if right_to_left else 56, 0)
        self.textChanged.connect(self._on_text)

    def show_key(self, key: str) -> None:
        """Show another key: the layout changed."""
        self._key.setText(key)

    def show_count(self, current: int, total: int) -> None:
        """Say which hit of how many is shown; with nothing sought, nothing."""
        sought = bool(self.text())
        self._key.setVisible(not sought)
        self._count.setVisible(sought)
        if total:
            said = translate("Header", "{current} of {total}")
            self._count.setText(said.format(current=number(current), total=number(total)))
        else:
            self._count.setText(translate("Header", "none"))

    def _on_text(self, text: str) -> None:
        self.show_count(0, 0)
        self.sought.emit(text)


class Chip(QFrame):
    """An icon and a word in a frame: a state, a layer, *read-only*."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = QLabel()
        self._text = text_label("", "status")
        self._shown = "", ""
        row = QHBoxLayout(self)
        row.setContentsMargins(7, 0, 8, 0)
        row.setSpacing(5)
        row.addWidget(self._icon)
        row.addWidget(self._text)
        self.setFixedHeight(22)

    def show_as(self, name: str, text: str, colour: QColor, edge: QColor) -> None:
        """Set icon, word, colour of both, and colour of the frame."""
        if (name, text) == self._shown:
            return
        self._shown = name, text
        self._icon.setPixmap(icon(name, colour, 14).pixmap(14, 14))
        self._text.setText(text)
        self._text.setStyleSheet(f"color: {colour.name()}; font-weight: 500;")
        self.setStyleSheet(f"Chip {{ border: 1px solid {edge.name()}; border-radius: 5px; }}")
        self.setAccessibleName(text)


class _CommandsButton(QPushButton):
    """*All commands* with its key inside."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.setAccessibleName(translate("Header", "All commands"))
        row = QHBoxLayout(self)
        set_margins(row, 12, 0, 8, 0)
        row.setSpacing(8)
        self._row, self._key = row, key_cap(key)
        for part in (text_label(self.accessibleName()), self._key):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            row.addWidget(part)
        self.show_key(key)

    def show_key(self, key: str) -> None:
        """Show another key: the layout changed."""
        self._key.setText(key)
        self.setFixedSize(self._row.sizeHint().width(), 28)


class Header(QWidget):
    """The strip over everything. ``commands`` is sent by the button of that name."""

    commands = Signal()

    def __init__(self, theme: Theme, keys: dict[str, str], undo: QToolButton, redo: QToolButton) -> None:
        super().__init__()
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(46)
        self._theme = theme
        self._project, self._document = ElidedLabel("second"), ElidedLabel("strong")
        self._arrow = icon_label("chevron-right", theme["text3"])
        self._state, self._layer, self._read_only = Chip(), Chip(), Chip()
        self._progress = text_label("", "status")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(96)
        self.find_field = FindField(theme, keys["find"])
        self._commands = _CommandsButton(keys["commands"])
        self._commands.clicked.connect(self.commands)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        at_the_start = (self._project, self._arrow, self._document, self._state, self._layer, self._read_only)
        for place in at_the_start:
            row.addWidget(place)
        row.addStretch(1)
        at_the_end: list[QWidget] = [
            self._progress,
            self._bar,
            _divider(theme),
            undo,
            redo,
            _divider(theme),
            self.find_field,
            self._commands,
        ]
        for part in at_the_end:
            row.addWidget(part)

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """Show the keys as the keyboard prints them now."""
        self.find_field.show_key(keys["find"])
        self._commands.show_key(keys["commands"])

    def show_project(self, name: str, read_only: str | None) -> None:
        """Name the project, and who keeps it from being written to."""
        self._project.show_name(name)
        self._read_only.setVisible(read_only is not None)
        if read_only is not None:
            said = translate("Header", "Read-only")
            self._read_only.show_as("lock", said, self._theme["danger"], self._theme["danger"])
            self._read_only.setToolTip(read_only_text(read_only))

    def show_document(self, name: str, state: State | None, annotator: str) -> None:
        """Name the document, its state and whose layer it is; ``state`` None: no document."""
        self._document.show_name(name)
        for part in (self._arrow, self._document, self._state, self._layer):
            part.setVisible(state is not None and (part is not self._layer or self.width() >= _ROOM_FOR_LAYER))
        if state is not None:
            name_, token = STATE_ICONS[state]
            self._state.show_as(name_, state_name(state), self._theme[token], self._theme[token])
            layer = translate("Header", "{name}’s layer").format(name=f"\u2068{annotator}\u2069")
            self._layer.show_as("user", layer, self._theme["text2"], self._theme["border"])

    def show_review(self, names: Sequence[str]) -> None:
        """Say whose layers are compared, in place of whose layer is shown."""
        said = translate("Header", "Review: {names}").format(names=translate("Header", ", ").join(names))
        self._layer.show_as("git-compare", said, self._theme["text2"], self._theme["border"])

    def show_progress(self, done: int, total: int) -> None:
        """How many of the documents are done."""
        said = translate("Header", "{done} of {total} done").format(done=number(done), total=number(total))
        self._progress.setText(said if total else "")
        for part in (self._progress, self._bar):
            part.setVisible(total > 0 and self.width() >= _ROOM_FOR_PROGRESS)
        self._bar.setMaximum(max(total, 1))
        self._bar.setValue(done)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the progress goes first, then whose layer it is."""
        super().resizeEvent(event)
        for part in (self._progress, self._bar):
            part.setVisible(self.width() >= _ROOM_FOR_PROGRESS and bool(self._progress.text()))
        self._layer.setVisible(self.width() >= _ROOM_FOR_LAYER and not self._state.isHidden())


def _divider(theme: Theme) -> QWidget:
    found = QFrame()
    found.setFixedSize(1, 20)
    found.setStyleSheet(f"background: {theme['border'].name()};")
    return found
