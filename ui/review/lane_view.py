"""The text of a review: gold on top, colleagues' lanes under each line, the current difference framed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from annotate.labels import LabelSet
from ui.review.lanes import LaneContent, LanePage, PlacedBar, QuietLooks
from ui.text.canvas import Canvas
from ui.text.content import Content
from ui.text.frames import frame
from ui.text.overlay import Range
from ui.text.page import LaidBlock, Page
from ui.text.style import Colours, LabelLooks, Metrics, TextStyle
from ui.text.tags import paint_mark

_MEASURE = 800


class LaneView(Canvas):
    """Shows a comparison; decides nothing. ``itemActivated(item id, annotator id or "")`` is sent on a click."""

    itemActivated = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._current, self._frames, self._lane = "", tuple[Range, ...](), ""
        self._names: Mapping[str, str] = {}
        self._gold = ""
        super().__init__(parent)
        self._measure = _MEASURE
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def make_page(self, looks: LabelLooks, metrics: Metrics, right_to_left: bool | None) -> Page:
        """A page with lanes, once there is something to compare."""
        if not isinstance(self._content, LaneContent):
            return super().make_page(looks, metrics, right_to_left)
        quiet = QuietLooks(looks.theme, looks.labels, looks.language)
        return LanePage(self._content, quiet, metrics, self._column_width(), right_to_left)

    # --- what is shown
    def set_looks(self, style: TextStyle, labels: LabelSet, language: str, zoom: float) -> None:
        """Theme and font, label set, the language of the tags' words, scale."""
        self._style, self.colours = style, Colours(style.theme)
        self._labels, self._language, self._zoom = labels, language, zoom
        self.rebuild()

    def show_lanes(self, content: LaneContent, names: Mapping[str, str], gold: str) -> None:
        """Show a comparison with the names of its annotators; where one looks stays if the text is the same."""
        self._names, self._gold = names, gold
        if self._content.text == content.text:
            self._content = content
            self.rebuild()
        else:
            self.show_content(content)

    def show_nothing(self) -> None:
        """Show no text."""
        self._current, self._frames = "", ()
        self.show_content(Content())

    def set_current(self, item: str, frames: Sequence[Range], lane: str) -> None:
        """Frame an item (its id) over these ranges of text and its lanes, and mark the chosen lane."""
        moved = self._current != item
        self._current, self._frames, self._lane = item, tuple(frames), lane
        if frames and moved:
            self.reveal(frames[0])
        self.viewport().update()

    def set_preview(self, where: Range | None) -> None:
        """Show the borders that are being edited, or none."""
        self.overlay.preview = where
        self.viewport().update()

    # --- Qt
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Activate what was clicked: a bar, else the smallest item at that place of the text."""
        if event.button() == Qt.MouseButton.LeftButton and isinstance(self.page, LanePage):
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            found = self._at(event.position())
            if found:
                self.itemActivated.emit(*found)

    def _at(self, point: QPointF) -> tuple[str, str] | None:
        page = self.page
        assert isinstance(page, LanePage)
        x, y = point.x() - self.column_left, point.y() + self.scroll_y
        laid = page.laid(page.block_at(y))
        below = y - page.top(laid.index)
        number = laid.line_at(below)
        below -= laid.baselines[number]
        for placed in page.lanes[laid.index][number].bars:
            if any(box.contains(x, below) for box, _, _ in _bar_parts(page, laid, number, placed)):
                return placed.bar.item, placed.bar.annotator
        if below < page.metrics.box_bottom:
            position = laid.start + laid.shaped.position(number, x)
            over = [bar for bar in page.content.bars_in(laid.index) if bar.span.start <= position < bar.span.end]
            if over:
                return min(over, key=lambda bar: bar.span.end - bar.span.start).item, ""
        return None

    # --- painting
    def paint_beside(self, painter: QPainter, laid: LaidBlock, number: int) -> None:
        """The lanes under a line."""
        page = self.page
        if not isinstance(page, LanePage) or not page.lanes[laid.index][number].rows:
            return
        line = page.lanes[laid.index][number]
        top = page.lanes_top(laid, number)
        self._name(painter, laid, -page.metrics.box_top - page.metrics.tag_height, self._gold, False)
        for annotator, row in line.names:
            chosen = annotator == self._lane
            self._name(painter, laid, top + row * page.metrics.review_pitch, self._names.get(annotator, ""), chosen)
        for placed in line.bars:
            self._bar(painter, page, laid, number, placed)
        self._frame(painter, page, laid, number)

    def _name(self, painter: QPainter, laid: LaidBlock, top: float, name: str, strong: bool) -> None:
        """A lane's name in the margin at the start side."""
        metrics = self.page.metrics
        width = metrics.margin - 12 * metrics.zoom
        left = self.page.width + 4 * metrics.zoom if laid.shaped.right_to_left else -4 * metrics.zoom - width
        painter.setFont(metrics.tag_font_strong if strong else metrics.tag_font)
        painter.setPen(self.colours["text" if strong else "text2"])
        shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, int(width))
        side = Qt.AlignmentFlag.AlignRight if laid.shaped.right_to_left else Qt.AlignmentFlag.AlignLeft
        box = QRectF(left, top, width, metrics.review_bar)
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, shown)

    def _bar(self, painter: QPainter, page: LanePage, laid: LaidBlock, number: int, placed: PlacedBar) -> None:
        bar, metrics = placed.bar, page.metrics
        look = page.looks[bar.span.label]
        chosen = bar.item == self._current and bar.annotator == self._lane
        ink = self.colours["text3"] if bar.quiet else look.text
        edge = self.colours["border"] if bar.quiet else look.border
        for box, open_left, open_right in _bar_parts(page, laid, number, placed):
            if not bar.quiet:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.fill)
                painter.drawPath(frame(box, metrics.tag_radius, open_left, open_right))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(edge, 2 if chosen else 1))
            painter.drawPath(frame(box, metrics.tag_radius, open_left, open_right))
        if placed.stretch.opens:
            self._bar_word(
                painter, page, laid, (box, look.word, look.mark), (ink, edge if not bar.quiet else ink, chosen)
            )

    def _bar_word(
        self,
        painter: QPainter,
        page: LanePage,
        laid: LaidBlock,
        what: tuple[QRectF, str, str],
        inks: tuple[QColor, QColor, bool],
    ) -> None:
        """Mark and word at the start of a bar; what does not fit is left out."""
        (box, word, mark), (ink, mark_ink, strong), metrics = what, inks, page.metrics
        pad = metrics.tag_padding
        place = QRectF(0, 0, metrics.mark, metrics.mark)
        place.moveCenter(box.center())
        if box.width() < metrics.mark + 2 * pad:
            return
        right_to_left = laid.shaped.right_to_left
        if right_to_left:
            place.moveRight(box.right() - pad)
            room = box.adjusted(pad, 0, -2 * pad - metrics.mark, 0)
        else:
            place.moveLeft(box.left() + pad)
            room = box.adjusted(2 * pad + metrics.mark, 0, -pad, 0)
        paint_mark(painter, mark, place, mark_ink)
        if room.width() >= page.word_width(word):
            painter.setFont(metrics.tag_font_strong if strong else metrics.tag_font)
            painter.setPen(ink)
            side = Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
            painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, word)

    def _frame(self, painter: QPainter, page: LanePage, laid: LaidBlock, number: int) -> None:
        """The frame of the current item: over its text on this line and all lanes."""
        metrics, line = page.metrics, page.lanes[laid.index][number]
        bottom = page.lanes_top(laid, number) + line.rows * metrics.review_pitch
        for start, end in self._frames:
            found = laid.shaped.stretches(start - laid.start, end - laid.start)
            for stretch in (one for one in found if one.line == number):
                box = QRectF(stretch.left, -metrics.box_top, stretch.right - stretch.left, bottom + metrics.box_top)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(self.colours["focus"], 2))
                painter.drawRoundedRect(box.adjusted(-4, -3, 4, 1), 5, 5)


def _bar_parts(page: LanePage, laid: LaidBlock, number: int, placed: PlacedBar) -> Iterator[tuple[QRectF, bool, bool]]:
    """The rectangles of a bar on its line, each with whether its left and right sides are open."""
    metrics, stretch = page.metrics, placed.stretch
    top = round(page.lanes_top(laid, number) + placed.row * metrics.review_pitch) + 0.5
    open_left, open_right = not stretch.closes, not stretch.opens
    if not laid.shaped.right_to_left:
        open_left, open_right = open_right, open_left
    last = len(stretch.rectangles) - 1
    for place, (left, right) in enumerate(stretch.rectangles):
        box = QRectF(round(left) + 0.5, top, max(round(right) - round(left) - 1, 2), round(metrics.review_bar) - 1)
        yield box, open_left and place == 0, open_right and place == last
