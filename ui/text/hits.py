"""What lies under a point of the page: a handle, a tag, an arc, a box, or text."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPainterPathStroker

from annotate.model import Span
from ui.text.arcs import Arc
from ui.text.content import Item
from ui.text.frames import box_height, box_parts
from ui.text.marks import Box
from ui.text.overlay import Side
from ui.text.page import LaidBlock, Page
from ui.text.tags import arc_label_box, arc_path, tag_box

_ARC_REACH = 9.0
"""How wide an arc is for the mouse, in pixels at 100 %."""


@dataclass(frozen=True, slots=True)
class Hit:
    """What a point of the page is on; all None: text or nothing. ``arc`` holds the arc of a relation."""

    handle: Side | None = None
    item: Item | None = None
    on_tag: bool = False
    arc: Arc | None = None


def hit(page: Page, selected: str | None, x: float, y: float) -> Hit:
    """What is at a point (x from the left of the column, y from the top of the page), the topmost first.

    ``selected`` is the span that has handles.
    """
    span = page.content.span(selected) if selected else None
    if span is not None:
        reach = 8 * page.metrics.zoom
        for side, grip in grips(page, span).items():
            if QRectF(grip.x() - reach, grip.y() - reach, 2 * reach, 2 * reach).contains(x, y):
                return Hit(handle=side, item=span)
    index = page.block_at(y)
    laid = page.laid(index)
    below = y - page.top(index)
    line = laid.line_at(below)
    return _on_line(page, laid, line, QPointF(x, below - laid.baselines[line]))


def grips(page: Page, span: Span) -> dict[Side, QPointF]:
    """The middles of the knobs of a span's handles, where their blocks are laid out."""
    found: dict[Side, QPointF] = {}
    if span.fragments:
        return found
    blocks = page.content.blocks
    for index in {blocks.index(span.start), blocks.index(max(span.end - 1, span.start))}:
        if not page.is_laid(index):
            continue
        laid = page.laid(index)
        for box in boxes_of(laid, span):
            _, bottom = box_height(box, page.metrics)
            y = page.top(index) + laid.baselines[box.stretch.line] + bottom - 2 + page.metrics.handle / 2
            at_start, at_end = (box.right, box.left) if laid.shaped.right_to_left else (box.left, box.right)
            if box.stretch.opens:
                found[Side.START] = QPointF(at_start, y)
            if box.stretch.closes:
                found[Side.END] = QPointF(at_end, y)
    return found


def boxes_of(laid: LaidBlock, item: Item) -> list[Box]:
    """The boxes of an item in a block, line by line."""
    return [box for line in laid.lines for box in line.boxes if box.item == item]


def last_box(page: Page, item: Item) -> QRectF | None:
    """The part of an item's box where the item ends, in pixels of the page; None where it is not laid out."""
    index = page.content.blocks.index(max(item.end - 1, item.start))
    if not page.is_laid(index):
        return None
    laid = page.laid(index)
    boxes = boxes_of(laid, item)
    if not boxes:
        return None
    parts = [part for part, _, _ in box_parts(boxes[-1], page.metrics, laid.shaped.right_to_left)]
    part = parts[0] if laid.shaped.right_to_left else parts[-1]
    return part.translated(0, page.top(index) + laid.baselines[boxes[-1].stretch.line])


def tags_between(page: Page, top: float, bottom: float) -> list[QRectF]:
    """The tags on the lines between two heights of the page, in pixels of the page; only of blocks laid out."""
    found = []
    for index in range(page.block_at(top), page.block_at(bottom) + 1):
        if page.is_laid(index):
            laid = page.laid(index)
            for marks, baseline in zip(laid.lines, laid.baselines, strict=True):
                y = page.top(index) + baseline
                found += [tag_box(tag, page.metrics.tag_height).translated(0, y) for tag in marks.tags]
    return found


def character_edges(page: Page, position: int) -> list[tuple[float, float]]:
    """The left and right edges of the character after a position, from the left of the column."""
    laid = page.laid(page.content.blocks.index(position))
    place = position - laid.start
    stretches = laid.shaped.stretches(place, min(place + 1, len(laid.shaped.text)))
    return [rectangle for stretch in stretches for rectangle in stretch.rectangles]


def _on_line(page: Page, laid: LaidBlock, line: int, point: QPointF) -> Hit:
    marks, metrics = laid.lines[line], page.metrics
    for tag in reversed(marks.tags):
        if tag_box(tag, metrics.tag_height).contains(point):
            return Hit(item=tag.item, on_tag=True)
    for arc in marks.arcs:
        if arc_label_box(arc, metrics.zoom).contains(point):
            return Hit(arc=arc)
    stroker = QPainterPathStroker()
    stroker.setWidth(_ARC_REACH * metrics.zoom)
    for arc in marks.arcs:
        path: QPainterPath = arc_path(arc, metrics.arc_radius, 0)
        if stroker.createStroke(path).contains(point):
            return Hit(arc=arc)
    under = [box for box in marks.boxes if _contains(box, laid, page, point)]
    return Hit(item=min(under, key=lambda box: (box.level, box.item.end - box.item.start)).item) if under else Hit()


def _contains(box: Box, laid: LaidBlock, page: Page, point: QPointF) -> bool:
    return any(part.contains(point) for part, _, _ in box_parts(box, page.metrics, laid.shaped.right_to_left))
