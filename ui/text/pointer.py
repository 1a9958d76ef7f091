"""What the mouse does in the text view: select, activate, move borders, draw relations."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QMouseEvent, QPainter, QPen

from annotate.model import Span, Suggestion
from ui.text.arcs import Arc
from ui.text.content import key_of
from ui.text.hits import Hit, character_edges, hit
from ui.text.overlay import Range, Side

if TYPE_CHECKING:
    from ui.text.view import TextView

_MAGNET = 5
"""Within so many pixels a dragged border jumps to the border between a stem and its clitic."""

_SCROLL_EVERY = 40
"""Milliseconds between two steps of scrolling while dragging beyond the edge."""


class _Drag(Enum):
    SELECT = auto()
    BORDER = auto()
    TAG = auto()


class Pointer:
    """The mouse over a view. Places of events are viewport pixels."""

    def __init__(self, view: TextView) -> None:
        self._view = view
        self._drag: _Drag | None = None
        self._side = Side.START
        self._pressed = QPoint()
        self._at = QPoint()
        self._moved = False
        self._hit = Hit()
        self._link: tuple[QPoint, QPoint] | None = None
        self._last_word: tuple[Range, Range] | None = None
        self._since_double = QElapsedTimer()
        self._scrolling = QTimer(view)
        self._scrolling.setInterval(_SCROLL_EVERY)
        self._scrolling.timeout.connect(self._on_scroll)

    def reset(self) -> None:
        """Forget what was going on."""
        self._drag = self._link = self._last_word = None
        self._view.overlay.preview = None
        self._scrolling.stop()

    def hit_at(self, point: QPoint) -> Hit:
        """What is under a point of the viewport."""
        view = self._view
        x, y = point.x() - view.column_left, point.y() + view.scroll_y
        return hit(view.page, view.selected_span, x, y)

    def position_at(self, point: QPoint) -> int:
        """The caret position nearest to a point of the viewport."""
        view = self._view
        return view.paths.at_point(point.x() - view.column_left, point.y() + view.scroll_y)

    def press(self, event: QMouseEvent) -> None:
        """Begin what the thing under the mouse is for."""
        point = event.position().toPoint()
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if self._is_third_click():
            self._select_word(again=True)
            return
        self._pressed = self._at = point
        self._moved = False
        self._hit = found = self.hit_at(point)
        if found.handle is not None:
            self._drag, self._side = _Drag.BORDER, found.handle
        elif found.on_tag:
            self._drag = _Drag.TAG
        elif found.arc is not None:
            self._click_arc(found.arc)
        else:
            self._drag = _Drag.SELECT
            extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._moved = extend
            self._view.move_caret(self.position_at(point), extend=extend, reveal=False)

    def move(self, event: QMouseEvent) -> None:
        """Go on with a drag; without one, show what is under the mouse."""
        point = event.position().toPoint()
        self._at = point
        if self._drag is None:
            self._hover(point)
            return
        far = (point - self._pressed).manhattanLength() >= QGuiApplication.styleHints().startDragDistance()
        self._moved = self._moved or far
        if not self._moved:
            return
        height = self._view.viewport().height()
        if not 0 <= point.y() <= height:
            self._scrolling.start()
        else:
            self._scrolling.stop()
        self._drag_to(point)

    def release(self, event: QMouseEvent) -> None:
        """End a drag and say what came of it; without one, activate what was clicked."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._scrolling.stop()
        drag, self._drag = self._drag, None
        point = event.position().toPoint()
        view = self._view
        if drag is _Drag.BORDER:
            self._end_border()
        elif drag is _Drag.TAG and self._moved:
            self._end_link(point)
        elif drag is _Drag.TAG or (drag is _Drag.SELECT and not self._moved):
            self._activate(self._hit)
        elif drag is _Drag.SELECT:
            start, end = view.selection()
            if start < end:
                view.labelRequested.emit(start, end, view.viewport().mapToGlobal(point))
        self._hover(point)

    def double_click(self, event: QMouseEvent) -> None:
        """Select the word without its clitics; where that is selected already, the whole word."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        stem, word = self._view.paths.words(self._character_at(event.position().toPoint()))
        again = self._last_word == (stem, word)
        self._last_word = stem, word
        self._select_word(again=again)
        self._since_double.start()

    def context(self, event: QContextMenuEvent) -> tuple[str, object]:
        """What a menu is wanted for: what is under the mouse; from the keyboard: picked out, or at the caret."""
        view = self._view
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            if view.selected_relation:
                return "relation", view.selected_relation
            item = view.picked_item() or next(iter(view.page.content.at(view.caret)), None)
            return self._of_item(item, view.caret)
        point = event.pos()
        found = self.hit_at(point)
        if found.arc is not None:
            return "relation", found.arc.relations[0]
        return self._of_item(found.item, self.position_at(point))

    def paint(self, painter: QPainter) -> None:
        """Paint the line of a relation that is being drawn."""
        if self._link is not None:
            accent = self._view.colours["accent"]
            painter.setPen(QPen(accent, 2, Qt.PenStyle.DashLine))
            painter.drawLine(*self._link)
            painter.setBrush(accent)
            painter.drawEllipse(QPointF(self._link[1]), 4, 4)

    @staticmethod
    def _of_item(item: Span | Suggestion | None, position: int) -> tuple[str, object]:
        if isinstance(item, Span):
            return "span", item.id
        return ("suggestion", item) if item is not None else ("text", position)

    def _activate(self, found: Hit) -> None:
        view = self._view
        if isinstance(found.item, Span):
            view.selected_span = found.item.id
            view.spanActivated.emit(found.item.id)
        elif isinstance(found.item, Suggestion):
            view.current_suggestion = found.item
            view.suggestionActivated.emit(found.item)
        elif view.selected_span or view.selected_relation or view.current_suggestion:
            view.selected_span = None
            view.selectionChanged.emit()

    def _click_arc(self, arc: Arc) -> None:
        """Pick out the relation; a stub leads on to its other end, and one of several relations to the next."""
        view, relations = self._view, arc.relations
        again = view.selected_relation in relations
        place = relations.index(view.selected_relation) + 1 if view.selected_relation in relations else 0
        chosen = relations[place % len(relations)]
        view.selected_relation = chosen
        if again and arc.is_stub:
            relation = view.page.content.relations[chosen]
            view.reveal_span(relation.head if arc.head is None else relation.tail)
        view.relationActivated.emit(chosen)

    def _drag_to(self, point: QPoint) -> None:
        view = self._view
        if self._drag is _Drag.TAG:
            self._link = self._pressed, point
            self._hover(point)
            view.viewport().update()
            return
        position = self._drawn_to_clitic(self.position_at(point), point)
        if self._drag is _Drag.SELECT:
            view.move_caret(position, extend=True, reveal=False)
            view.overlay.offered = view.paths.clitic_borders(position)
        elif isinstance(span := self._hit.item, Span):
            old = view.overlay.preview or (span.start, span.end)
            new = (position, span.end) if self._side is Side.START else (span.start, position)
            if new[0] < new[1] and new != old:
                view.overlay.preview = new
                view.update_range((min(old[0], new[0]), max(old[1], new[1])))

    def _drawn_to_clitic(self, position: int, point: QPoint) -> int:
        """A border that comes near a clitic's border jumps there: it is what is meant most often inside a word."""
        paths = self._view.paths
        near = [
            border
            for border in paths.clitic_borders(position)
            if abs(paths.x(border) + self._view.column_left - point.x()) <= _MAGNET
        ]
        return near[0] if near else position

    def _end_border(self) -> None:
        view = self._view
        preview, view.overlay.preview = view.overlay.preview, None
        if preview and isinstance(self._hit.item, Span):
            view.update_range(preview)
            view.borderDragged.emit(self._hit.item.id, *preview)

    def _end_link(self, point: QPoint) -> None:
        self._link = None
        self._view.viewport().update()
        head, tail = self._hit.item, self.hit_at(point).item
        if isinstance(head, Span) and isinstance(tail, Span) and head.id != tail.id:
            self._view.relationDrawn.emit(head.id, tail.id)

    def _hover(self, point: QPoint) -> None:
        view = self._view
        found = self.hit_at(point)
        on_button = found.on_tag or found.arc is not None
        shape = Qt.CursorShape.PointingHandCursor if on_button else Qt.CursorShape.IBeamCursor
        if found.handle is not None:
            shape = Qt.CursorShape.SizeHorCursor
        if view.viewport().cursor().shape() is not shape:
            view.viewport().setCursor(shape)
        key = key_of(found.item) if found.item is not None else None
        if key != view.overlay.hovered:
            view.hover(key)

    def _character_at(self, point: QPoint) -> int:
        """The position of the character under a point (not the nearest border)."""
        position = self.position_at(point)
        x = point.x() - self._view.column_left
        for start in (position, self._view.paths.snapped(max(position - 1, 0))):
            if any(left <= x < right for left, right in character_edges(self._view.page, start)):
                return start
        return position

    def _is_third_click(self) -> bool:
        interval = QGuiApplication.styleHints().mouseDoubleClickInterval()
        return (
            self._last_word is not None and self._since_double.isValid() and not self._since_double.hasExpired(interval)
        )

    def _select_word(self, *, again: bool) -> None:
        if self._last_word is not None:
            stem, word = self._last_word
            self._view.select(*(word if again else stem), reveal=False)

    def _on_scroll(self) -> None:
        bar, height = self._view.verticalScrollBar(), self._view.viewport().height()
        beyond = self._at.y() if self._at.y() < 0 else self._at.y() - height
        bar.setValue(bar.value() + max(min(beyond, 60), -60))
        self._drag_to(QPoint(self._at.x(), min(max(self._at.y(), 0), height - 1)))
