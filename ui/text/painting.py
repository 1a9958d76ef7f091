"""Painting a line: what lies under the text, the boxes, the text itself, caret and handles."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from annotate.model import Span, Suggestion
from ui.text.content import key_of
from ui.text.frames import box_height, box_parts, frame
from ui.text.marks import Box, LineMarks
from ui.text.overlay import Overlay, Range, Side
from ui.text.page import LaidBlock, Page
from ui.text.style import Colours
from ui.text.tags import TagPainting

DASHES = [4.0, 3.0]


class LinePainting:
    """Paints single lines of a page. The painter's origin is the left end of the line's baseline."""

    def __init__(self, painter: QPainter, page: Page, overlay: Overlay, colours: Colours) -> None:
        self._painter = painter
        self._page = page
        self._metrics = page.metrics
        self._overlay = overlay
        self._colours = colours
        self._tags = TagPainting(painter, page, overlay, colours)

    def paint(self, laid: LaidBlock, number: int) -> None:
        """Paint a line of a block with all that stands on it."""
        marks = laid.lines[number]
        reach = laid.start + laid.shaped.starts[number], laid.start + laid.shaped.ends[number]
        self._grounds(laid, number, reach)
        for box in marks.boxes:
            self._fill(box, laid)
        self._hits(laid, number, reach)
        start, end = self._overlay.selection
        self._shade(laid, number, (start, end), self._colours["selection"])
        if self._overlay.preview:
            self._shade(laid, number, self._overlay.preview, self._colours["selection"])
        for box in marks.boxes:
            self._outline(box, laid)
        self._bonds(marks)
        self._painter.setPen(self._colours["text"])
        line = laid.shaped.lines[number]
        line.draw(self._painter, QPointF(0, -line.ascent()))
        self._tags.paint(marks, laid.shaped.right_to_left)
        self._grips(marks, laid)
        self._carets(laid, number, reach)

    def _grounds(self, laid: LaidBlock, number: int, reach: Range) -> None:
        overlay = self._overlay
        if overlay.sentence:
            ground = QColor(self._colours["accentSoft"])
            ground.setAlphaF(0.55)
            self._shade(laid, number, overlay.sentence, ground, 4 * self._metrics.zoom)

    def _hits(self, laid: LaidBlock, number: int, reach: Range) -> None:
        for hit, now in self._overlay.hits_in(*reach):
            for rectangle in self._rectangles(laid, number, hit):
                self._painter.setBrush(self._colours["hitNow" if now else "hit"])
                self._painter.setPen(QPen(self._colours["hitEdge"], 1) if now else Qt.PenStyle.NoPen)
                self._painter.drawRoundedRect(rectangle.adjusted(-0.5, 0.5, 0.5, -0.5), 2, 2)

    def _rectangles(self, laid: LaidBlock, number: int, where: Range, grow: float = 0) -> Iterator[QRectF]:
        """The rectangles of a range of the document on one line."""
        first = max(where[0] - laid.start, laid.shaped.starts[number])
        last = min(where[1] - laid.start, laid.shaped.ends[number])
        top, bottom = -self._metrics.box_top - grow, self._metrics.box_bottom + grow
        for stretch in laid.shaped.stretches(first, last) if first < last else ():
            for left, right in stretch.rectangles:
                yield QRectF(left, round(top), right - left, round(bottom) - round(top))

    def _shade(self, laid: LaidBlock, number: int, where: Range, colour: QColor, grow: float = 0) -> None:
        for rectangle in self._rectangles(laid, number, where, grow):
            self._painter.fillRect(rectangle, colour)

    def _fill(self, box: Box, laid: LaidBlock) -> None:
        if isinstance(box.item, Suggestion):
            return
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._page.looks[box.item.label].fill)
        for rectangle, open_left, open_right in box_parts(box, self._metrics, laid.shaped.right_to_left):
            self._painter.drawPath(frame(rectangle, self._metrics.radius, open_left, open_right))

    def _outline(self, box: Box, laid: LaidBlock) -> None:
        overlay = self._overlay
        key = key_of(box.item)
        strong = key == overlay.selected or overlay.emphasised(box.item)
        pen = QPen(self._page.looks[box.item.label].border, 2 if strong else 1)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if isinstance(box.item, Suggestion):
            pen.setDashPattern([part / pen.widthF() for part in DASHES])
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = pen.widthF() / 2
        ring = (overlay.current is not None and key == overlay.current.key) or (
            overlay.candidate is not None and key == overlay.candidate
        )
        for rectangle, open_left, open_right in box_parts(box, self._metrics, laid.shaped.right_to_left):
            left, right = (0 if open_left else inset), (0 if open_right else inset)
            self._painter.setPen(pen)
            inner = rectangle.adjusted(left, inset, -right, -inset)
            self._painter.drawPath(frame(inner, self._metrics.radius - inset, open_left, open_right))
            if ring:
                self._painter.setPen(QPen(self._colours["focus"], 2))
                outer = rectangle.adjusted(-0 if open_left else -3, -3, 0 if open_right else 3, 3)
                self._painter.drawPath(frame(outer, self._metrics.radius + 2, open_left, open_right))

    def _bonds(self, marks: LineMarks) -> None:
        """A dotted line between the pieces of a span of several, along their lower edge."""
        pieces: dict[str, list[Box]] = {}
        for box in marks.boxes:
            if isinstance(box.item, Span) and box.item.fragments:
                pieces.setdefault(box.item.id, []).append(box)
        for boxes in pieces.values():
            boxes.sort(key=lambda box: box.left)
            y = round(box_height(boxes[0], self._metrics)[1]) - 0.5
            self._painter.setPen(QPen(self._page.looks[boxes[0].item.label].border, 1, Qt.PenStyle.DotLine))
            for one, two in pairwise(boxes):
                self._painter.drawLine(QPointF(one.right, y), QPointF(two.left, y))

    def _grips(self, marks: LineMarks, laid: LaidBlock) -> None:
        """The two handles of the selected span: a bar at the border, a knob under it."""
        for box in marks.boxes:
            if key_of(box.item) != self._overlay.selected or isinstance(box.item, Suggestion) or box.item.fragments:
                continue
            top, bottom = box_height(box, self._metrics)
            at_start, at_end = (box.right, box.left) if laid.shaped.right_to_left else (box.left, box.right)
            if box.stretch.opens:
                self._grip(at_start, top, bottom, Side.START)
            if box.stretch.closes:
                self._grip(at_end, top, bottom, Side.END)

    def _grip(self, x: float, top: float, bottom: float, side: Side) -> None:
        painter, active = self._painter, self._overlay.border_side
        colour = self._colours["focus" if active == side else "accent"]
        painter.fillRect(QRectF(round(x) - 1, round(top) - 2, 2, round(bottom) - round(top) + 4), colour)
        size = self._metrics.handle
        knob = QRectF(round(x) - size / 2, round(bottom) - 2, size, size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colours["surface"])
        painter.drawEllipse(knob)
        hollow = active is not None and active != side
        inner = knob.adjusted(2, 2, -2, -2)
        if hollow:
            painter.setPen(QPen(colour, 1.5))
            painter.drawEllipse(inner.adjusted(0.75, 0.75, -0.75, -0.75))
            return
        painter.setBrush(colour)
        painter.drawEllipse(inner if active is None else knob)

    def _carets(self, laid: LaidBlock, number: int, reach: Range) -> None:
        overlay, metrics = self._overlay, self._metrics
        top = round(-metrics.box_top)
        height = round(metrics.box_bottom) - top
        for position in overlay.offered:
            if reach[0] <= position < reach[1]:
                x = round(laid.shaped.x(position - laid.start))
                self._painter.setPen(QPen(self._colours["accent"], 1, Qt.PenStyle.DotLine))
                self._painter.drawLine(QPointF(x + 0.5, top - 3), QPointF(x + 0.5, top + height + 3))
        place = overlay.caret - laid.start
        if overlay.caret_on and 0 <= place <= len(laid.shaped.text) and laid.shaped.line_of(place) == number:
            x = round(laid.shaped.x(place))
            self._painter.fillRect(QRectF(x - 1, top, 2, height), self._colours["text"])
