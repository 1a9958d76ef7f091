"""What a screen reader gets of the text view: the text, the caret's place, and the spans under the caret.

Qt for Python cannot hand over where the selection begins and ends (``QAccessibleTextInterface::selection`` has out
parameters it does not wrap), so the selection is told by events only. Positions here are UTF-16 units, as Qt counts.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QAccessibleTextCursorEvent,
    QAccessibleTextInterface,
    QAccessibleTextSelectionEvent,
)
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import Shiboken, VoidPtr

from annotate.model import Suggestion
from ui.offsets import Offsets
from ui.text.content import Item

if TYPE_CHECKING:
    from ui.text.view import TextView

# Qt deletes an interface together with its widget; until then Python must not.
_kept: list[QAccessibleInterface] = []


@cache
def install() -> None:
    """Give Qt the interface of text views; before the first one is shown."""
    QAccessible.installFactory(_made)


@lru_cache(maxsize=2)
def _offsets(text: str) -> Offsets:
    """The positions of a document; made once for it."""
    return Offsets(text)


def tell_caret(view: TextView) -> None:
    """Tell a screen reader, where one listens, that the caret or the selection moved."""
    if not QAccessible.isActive():
        return
    offsets = _offsets(view.text)
    start, end = (offsets.to_qt(place) for place in view.selection())
    QAccessible.updateAccessibility(QAccessibleTextCursorEvent(view, offsets.to_qt(view.caret)))
    if start != end:
        QAccessible.updateAccessibility(QAccessibleTextSelectionEvent(view, start, end))


class _Text(QAccessibleTextInterface):
    """The text of a view."""

    def __init__(self, view: TextView) -> None:
        super().__init__()
        self._view = view

    def characterCount(self) -> int:
        """The length of the document."""
        return self._offsets.to_qt(len(self._view.text))

    def text(self, startOffset: int, endOffset: int, /) -> str:
        """A stretch of the document."""
        offsets = self._offsets
        return self._view.text[offsets.to_text(startOffset) : offsets.to_text(endOffset)]

    def cursorPosition(self) -> int:
        """Where the caret stands."""
        return self._offsets.to_qt(self._view.caret)

    def setCursorPosition(self, position: int, /) -> None:
        """Put the caret somewhere."""
        self._view.caret = self._offsets.to_text(position)

    def selectionCount(self) -> int:
        """None, since its ends cannot be told (see above)."""
        return 0

    def addSelection(self, startOffset: int, endOffset: int, /) -> None:
        """Select a stretch."""
        self.setSelection(0, startOffset, endOffset)

    def setSelection(self, selectionIndex: int, startOffset: int, endOffset: int, /) -> None:
        """Select a stretch."""
        offsets = self._offsets
        self._view.select(offsets.to_text(startOffset), offsets.to_text(endOffset))

    def removeSelection(self, selectionIndex: int, /) -> None:
        """Let go of the selection; the caret stays."""
        self._view.caret = self._view.caret

    def characterRect(self, offset: int, /) -> QRect:
        """Where a character is on the screen."""
        return self._view.character_rectangle(self._offsets.to_text(offset))

    def offsetAtPoint(self, point: QPoint, /) -> int:
        """The character at a point of the screen."""
        return self._offsets.to_qt(self._view.position_at(self._view.viewport().mapFromGlobal(point)))

    def scrollToSubstring(self, startIndex: int, endIndex: int, /) -> None:
        """Bring a stretch into sight."""
        self._view.reveal((self._offsets.to_text(startIndex), self._offsets.to_text(endIndex)))

    @property
    def _offsets(self) -> Offsets:
        return _offsets(self._view.text)


class ViewInterface(QAccessibleWidget):
    """A text view as an accessible object; its description says which spans are under the caret."""

    def __init__(self, view: TextView) -> None:
        super().__init__(view, QAccessible.Role.EditableText)
        self._view = view
        self._text = _Text(view)
        # The type stubs want an int here, Qt for Python a pointer.
        self._pointer: Any = VoidPtr(Shiboken.getCppPointer(self._text)[0])

    def interface_cast(self, t: QAccessible.InterfaceType, /) -> int:
        """The text interface where that is asked for."""
        if t == QAccessible.InterfaceType.TextInterface:
            return cast("int", self._pointer)
        return super().interface_cast(t)

    def state(self) -> QAccessible.State:
        """A text of several lines that can be read and selected, not written."""
        state = super().state()
        state.readOnly = state.multiLine = state.selectableText = True
        return state

    def text(self, t: QAccessible.Text, /) -> str:
        """The name of the view; as description the label and the text of each span under the caret."""
        if t == QAccessible.Text.Description:
            return "\n".join(self._said(item) for item in self._view.page.content.at(self._view.caret))
        return super().text(t)

    def _said(self, item: Item) -> str:
        word = self._view.page.looks[item.label].word
        covered = self._view.text[item.start : item.end]
        if isinstance(item, Suggestion):
            return QCoreApplication.translate("TextView", "Suggestion {label}: {text}").format(label=word, text=covered)
        return f"{word}: {covered}"


def _made(key: str, widget: QObject) -> QAccessibleInterface | None:
    """The interface of a text view; None leaves other widgets to Qt."""
    from ui.text.view import TextView

    if not isinstance(widget, TextView):
        return None
    _kept[:] = [one for one in _kept if Shiboken.isValid(one)]
    made = ViewInterface(widget)
    _kept.append(made)
    return made
