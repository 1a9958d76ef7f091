"""The Arabic text view: shows a document with one layer's annotations and says what a person does there.

The view decides nothing about annotation and writes nothing: it emits, the window makes the edit through the session
and hands the step's changes to ``apply``. All offsets are code points, end exclusive.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QGuiApplication, QKeyEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QWidget

from annotate.arabic.clitics import SHIPPED, Clitics
from annotate.changes import Change
from annotate.labels import LabelSet
from annotate.model import Relation, Span, Suggestion
from ui.text.accessible import install, tell_caret
from ui.text.caret import CaretPaths
from ui.text.content import Content
from ui.text.hits import character_edges
from ui.text.keys import KeyMoves
from ui.text.overlay import Range
from ui.text.picking import PickingCanvas
from ui.text.pointer import Pointer
from ui.text.style import Colours, TextStyle

ZOOM_STEP = 1.1
ZOOM_LEAST, ZOOM_MOST = 0.5, 4.0


class TextView(PickingCanvas):
    """A document with one layer's spans, relations and pending suggestions, for reading and selecting."""

    selectionChanged = Signal()
    """The selection or the caret's place changed."""
    caretMoved = Signal(int)
    """The caret's new position."""
    spanActivated = Signal(str)
    """A span (its id) was clicked; it is ``selected_span`` already."""
    suggestionActivated = Signal(object)
    """A Suggestion was clicked; it is ``current_suggestion`` already."""
    relationActivated = Signal(str)
    """An arc (a relation's id) was clicked; it is ``selected_relation`` already."""
    borderDragged = Signal(str, int, int)
    """A span's handle was dragged, or its border moved by arrows in border mode: id, new start, new end."""
    relationDrawn = Signal(str, str)
    """A line was drawn from one span's tag to another: ids of head and tail."""
    labelRequested = Signal(int, int, QPoint)
    """Text was selected by dragging: start, end, and the place on the screen where a small palette may open."""
    contextRequested = Signal(str, object, QPoint)
    """A menu is wanted: ``span`` (id), ``suggestion`` (Suggestion), ``relation`` (id) or ``text`` (position); where."""
    zoomChanged = Signal(float)
    """The zoom was changed by Ctrl and the wheel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        install()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.clitics: Callable[[], Clitics] = lambda: SHIPPED
        """How the project cuts words now: a double click and a dragged border go by it."""
        self._pointer = Pointer(self)
        self._keys = KeyMoves(self)
        self._blink = QTimer(self)
        self._blink.timeout.connect(self._on_blink)

    # --- what is shown
    def set_document(
        self,
        text: str,
        spans: Sequence[Span] = (),
        relations: Sequence[Relation] = (),
        suggestions: Sequence[Suggestion] = (),
        read: Sequence[Range] = (),
    ) -> None:
        """Show a document from its beginning; ``spans`` in span order, ``suggestions`` those pending."""
        overlay = self.overlay
        overlay.caret = overlay.anchor = 0
        overlay.selected = overlay.selected_relation = overlay.current = overlay.hovered = None
        overlay.hits, overlay.sentence, overlay.border_side = (), None, None
        overlay.head, overlay.candidates, overlay.candidate = None, {}, None
        self._pointer.reset()
        self.show_content(Content(text, spans, relations, suggestions, read))
        self.place_decisions()
        self._changed_selection()

    def apply(self, changes: Iterable[Change]) -> None:
        """Take over a step's changes; only the blocks of their records are placed and painted anew."""
        touched = self.page.content.apply(changes)
        overlay = self.overlay
        content = self.page.content
        if overlay.selected is not None and overlay.selected not in content.items:
            overlay.selected = overlay.border_side = None
        if overlay.selected_relation not in content.relations:
            overlay.selected_relation = None
        if overlay.current is not None:
            now = content.items.get(overlay.current.key)
            overlay.current = now if isinstance(now, Suggestion) else None
        if overlay.hovered is not None and overlay.hovered not in content.items:
            overlay.hovered = None
        self.refresh(touched)
        self.place_decisions()

    @property
    def text(self) -> str:
        """The text of the document."""
        return self.page.content.text

    def spans(self) -> Iterator[Span]:
        """The spans that are shown, in no order."""
        return (item for item in self.page.content.items.values() if isinstance(item, Span))

    @property
    def has_suggestions(self) -> bool:
        """Whether a suggestion is pending."""
        return bool(self.page.content.pending)

    def set_labels(self, labels: LabelSet, language: str = "ar") -> None:
        """Use a label set; ``language`` picks the words of tags (``ar``: Arabic names, else ids)."""
        self._labels, self._language = labels, language
        self.rebuild()

    def set_style(self, style: TextStyle) -> None:
        """Use another theme or text font."""
        self._style, self.colours = style, Colours(style.theme)
        self.rebuild()
        self.restyle_decisions(style.theme)

    def set_direction(self, direction: Qt.LayoutDirection | None) -> None:
        """Draw every paragraph in one direction; None: each by its own first strong letter."""
        self._direction = direction
        self.rebuild()

    def set_zoom(self, zoom: float) -> None:
        """Scale text and marks; 1.0 is 100 %. Kept within 0.5 … 4."""
        self._zoom = min(max(zoom, ZOOM_LEAST), ZOOM_MOST)
        self.rebuild()
        self.place_decisions()

    @property
    def zoom(self) -> float:
        """The scale of text and marks."""
        return self._zoom

    def set_line_spacing(self, factor: float) -> None:
        """Stretch the distance of lines; 1.0 is 38 px at 100 %."""
        self._spacing = factor
        self.rebuild()

    def set_measure(self, pixels: int) -> None:
        """The greatest width of the column at 100 %."""
        self._measure = pixels
        self.rebuild()

    # --- caret and selection
    def selection(self) -> Range:
        """The selected range; empty at the caret where nothing is selected."""
        return self.overlay.selection

    def selected_text(self) -> str:
        """The text of the selection, verbatim."""
        start, end = self.selection()
        return self.text[start:end]

    def select(self, start: int, end: int, *, reveal: bool = True) -> None:
        """Select a range; the caret stands at its end."""
        size = len(self.text)
        self.move_caret(min(max(start, 0), size), reveal=False)
        self.move_caret(min(max(end, 0), size), extend=True, reveal=reveal)

    @property
    def caret(self) -> int:
        """The caret's position."""
        return self.overlay.caret

    @caret.setter
    def caret(self, position: int) -> None:
        self.move_caret(position)

    def move_caret(self, position: int, *, extend: bool = False, reveal: bool = True) -> None:
        """Move the caret; ``extend``: the selection grows or shrinks with it."""
        overlay = self.overlay
        before, was = overlay.selection, overlay.caret
        overlay.caret = min(max(position, 0), len(self.text))
        if not extend:
            overlay.anchor = overlay.caret
        overlay.offered = ()
        after = overlay.selection
        self._restart_blink()
        for place in {(was, was), (overlay.caret, overlay.caret)}:
            self.update_range(place)
        if before != after:
            for part in _differing(before, after):
                self.update_range(part)
        if reveal:
            self.reveal((overlay.caret, overlay.caret))
        if before != after or was != overlay.caret:
            self.selectionChanged.emit()
            self.caretMoved.emit(overlay.caret)
            tell_caret(self)

    def position_at(self, point: QPoint) -> int:
        """The caret position nearest to a point of the viewport."""
        return self._pointer.position_at(point)

    def character_rectangle(self, position: int) -> QRect:
        """Where the character after a position is on the screen."""
        line = self.range_rectangle((position, position))
        edges = character_edges(self.page, position)
        left, right = edges[0] if edges else (0.0, 0.0)
        corner = self.viewport().mapToGlobal(QPoint(self.column_left + round(left), line.top()))
        return QRect(corner, QSize(round(right - left), line.height()))

    @property
    def paths(self) -> CaretPaths:
        """The ways of the caret over the page as it is laid out now."""
        return CaretPaths(self.page, self.clitics)

    # --- Qt
    def event(self, event: QEvent) -> bool:
        """Keep the keys of the caret from the window's shortcuts; all others are the window's first."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._keys.wants(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the caret; every other key is for the window."""
        if self._keys.handle(event):
            event.accept()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """See ``Pointer``."""
        self._pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """See ``Pointer``."""
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """See ``Pointer``."""
        self._pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word without its clitics; once more: the whole word."""
        self._pointer.double_click(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask the window for a menu about what is under the mouse (from the keyboard: picked out, or at the caret)."""
        kind, what = self._pointer.context(event)
        keyboard = event.reason() is QContextMenuEvent.Reason.Keyboard
        self.contextRequested.emit(kind, what, self._menu_place() if keyboard else event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, scroll without."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            steps = event.angleDelta().y() / 120
            self.set_zoom(self._zoom * ZOOM_STEP**steps)
            self.zoomChanged.emit(self._zoom)
            event.accept()
        else:
            super().wheelEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the caret."""
        super().focusInEvent(event)
        self._restart_blink()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the caret."""
        super().focusOutEvent(event)
        self._blink.stop()
        self.overlay.caret_on = False
        self.update_range((self.caret, self.caret))

    def paint_above(self, painter: QPainter) -> None:
        """Paint the line of a relation being drawn."""
        self._pointer.paint(painter)

    # --- inside
    def _changed_selection(self) -> None:
        self.selectionChanged.emit()
        self.caretMoved.emit(self.caret)

    def _menu_place(self) -> QPoint:
        """Below what a menu from the keyboard is about. (Qt would take the middle of the view.)"""
        start = next((start for start, _ in self._picked_ranges() if self.in_sight((start, start))), self.caret)
        return self.character_rectangle(start).bottomLeft()

    def _restart_blink(self) -> None:
        flash = QGuiApplication.styleHints().cursorFlashTime()
        self.overlay.caret_on = self.hasFocus()
        if self.hasFocus() and flash > 1:
            self._blink.start(flash // 2)
        self.update_range((self.caret, self.caret))

    def _on_blink(self) -> None:
        self.overlay.caret_on = not self.overlay.caret_on
        self.update_range((self.caret, self.caret))


def _differing(one: Range, other: Range) -> list[Range]:
    """The parts of two ranges that are in one of them only."""
    edges = sorted({*one, *other})
    pairs = pairwise(edges)
    return [(a, b) for a, b in pairs if (one[0] <= a and b <= one[1]) != (other[0] <= a and b <= other[1])]
