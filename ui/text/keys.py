"""The keys of the text view: caret and selection, and the arrows of the border mode."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ui.text.overlay import Range, Side

if TYPE_CHECKING:
    from ui.text.view import TextView

_Key = Qt.Key
_Modifier = Qt.KeyboardModifier
_MOVES = frozenset(
    {
        _Key.Key_Left,
        _Key.Key_Right,
        _Key.Key_Up,
        _Key.Key_Down,
        _Key.Key_PageUp,
        _Key.Key_PageDown,
        _Key.Key_Home,
        _Key.Key_End,
    }
)


class KeyMoves:
    """Turns key presses into moves of the caret. Letters and commands are the window's."""

    def __init__(self, view: TextView) -> None:
        self._view = view
        self._goal: tuple[int, float] | None = None

    def wants(self, event: QKeyEvent) -> bool:
        """Whether a key moves the caret or a border."""
        plain = event.modifiers() & ~_Modifier.KeypadModifier
        return event.key() in _MOVES and not plain & ~(_Modifier.ShiftModifier | _Modifier.ControlModifier)

    def handle(self, event: QKeyEvent) -> bool:
        """Do what a key says; False for a key that is not the view's."""
        plain = event.modifiers() & ~_Modifier.KeypadModifier
        extend = bool(plain & _Modifier.ShiftModifier)
        by_word = bool(plain & _Modifier.ControlModifier)
        if not self.wants(event):
            return False
        if self._view.border_side is not None and event.key() in (_Key.Key_Left, _Key.Key_Right):
            self._move_border(event.key() == _Key.Key_Left, by_word)
            return True
        target = self._target(_Key(event.key()), by_word, extend)
        if target is None:
            return False
        self._view.move_caret(target, extend=extend)
        return True

    def moved_border(self, span: Range, side: Side, to_left: bool, by_word: bool) -> Range:
        """A span's range after one of its borders moved on the screen by a grapheme or a word; it never gets empty."""
        paths, (start, end) = self._view.paths, span
        at = start if side is Side.START else end
        moved = paths.word_beside(at, to_left) if by_word else paths.beside(at, to_left)
        found = (moved, end) if side is Side.START else (start, moved)
        return found if found[0] < found[1] else span

    def _move_border(self, to_left: bool, by_word: bool) -> None:
        view = self._view
        span = view.page.content.span(view.selected_span or "")
        if span is None or view.border_side is None or span.fragments:
            return
        start, end = self.moved_border((span.start, span.end), view.border_side, to_left, by_word)
        if (start, end) != (span.start, span.end):
            view.borderDragged.emit(span.id, start, end)

    def _target(self, key: Qt.Key, by_word: bool, extend: bool) -> int | None:
        view, paths, caret = self._view, self._view.paths, self._view.caret
        match key:
            case _Key.Key_Left | _Key.Key_Right:
                to_left = key == _Key.Key_Left
                if not extend and not by_word and (edge := self._edge(to_left)) is not None:
                    return edge
                return paths.word_beside(caret, to_left) if by_word else paths.beside(caret, to_left)
            case _Key.Key_Up | _Key.Key_Down | _Key.Key_PageUp | _Key.Key_PageDown:
                if by_word:
                    return None
                page = max(view.viewport().height() // view.page.metrics.pitch - 1, 1)
                lines = page if key in (_Key.Key_PageUp, _Key.Key_PageDown) else 1
                return self._vertical(-lines if key in (_Key.Key_Up, _Key.Key_PageUp) else lines)
            case _Key.Key_Home:
                return 0 if by_word else paths.line_edge(caret, end=False)
            case _Key.Key_End:
                return len(view.text) if by_word else paths.line_edge(caret, end=True)
            case _:
                return None

    def _edge(self, to_left: bool) -> int | None:
        """Where a plain arrow puts the caret while text is selected: the edge of the selection on that side."""
        start, end = self._view.selection()
        if start == end:
            return None
        page = self._view.page
        right_to_left = page.right_to_left(page.content.blocks.index(start))
        return end if to_left == right_to_left else start

    def _vertical(self, lines: int) -> int:
        """Up and down keep to one column, also over shorter lines."""
        view, paths = self._view, self._view.paths
        if self._goal is None or self._goal[0] != view.caret:
            self._goal = view.caret, paths.x(view.caret)
        x = self._goal[1]
        found = paths.vertically(view.caret, x, lines)
        self._goal = found, x
        return found
