"""The shape of boxes: rounded frames that stay open where a span goes on to another line."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

from ui.text.marks import Box
from ui.text.style import Metrics


def box_height(box: Box, metrics: Metrics) -> tuple[float, float]:
    """Top and bottom of a box relative to the baseline."""
    grow = box.level * metrics.grow
    return -metrics.box_top - grow, metrics.box_bottom + grow


def box_parts(box: Box, metrics: Metrics, right_to_left: bool) -> Iterator[tuple[QRectF, bool, bool]]:
    """The rectangles of a box relative to the column's left and the baseline, each with whether its left and right
    sides are open. Edges stand on whole pixels, so that a border of one pixel is sharp."""
    top, bottom = box_height(box, metrics)
    stretch = box.stretch
    open_left, open_right = not stretch.closes, not stretch.opens
    if not right_to_left:
        open_left, open_right = open_right, open_left
    last = len(stretch.rectangles) - 1
    for number, (left, right) in enumerate(stretch.rectangles):
        low = round(left - (box.pad_left if number == 0 else 0))
        high = round(right + (box.pad_right if number == last else 0))
        rectangle = QRectF(low, round(top), max(high - low, 1), round(bottom) - round(top))
        yield rectangle, open_left and number == 0, open_right and number == last


def frame(rectangle: QRectF, radius: float, open_left: bool, open_right: bool) -> QPainterPath:
    """The outline of a rectangle with round corners; an open side has neither line nor corners."""
    path = QPainterPath()
    if not open_left and not open_right:
        path.addRoundedRect(rectangle, radius, radius)
        return path
    left, top, right, bottom = rectangle.left(), rectangle.top(), rectangle.right(), rectangle.bottom()
    if open_left and open_right:
        path.moveTo(left, top)
        path.lineTo(right, top)
        path.moveTo(left, bottom)
        path.lineTo(right, bottom)
        return path
    outer, inner = (left, right) if open_left else (right, left)
    turn = radius if inner > outer else -radius
    path.moveTo(outer, top)
    path.lineTo(inner - turn, top)
    path.quadTo(inner, top, inner, top + radius)
    path.lineTo(inner, bottom - radius)
    path.quadTo(inner, bottom, inner - turn, bottom)
    path.lineTo(outer, bottom)
    return path
