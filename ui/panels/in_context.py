"""A hit in its context on one line, shaped as a whole: letters join across its borders, as in بالقاهرة."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from ui.text.blocks import Blocks
from ui.text.shaping import ShapedBlock
from ui.theme import Theme

_BEFORE = 0.4
"""The share of the line that the words before the hit take at most: what follows says more."""


def draw_in_context(
    painter: QPainter, line: QRect, parts: tuple[str, str, str], theme: Theme, *, centred: bool = False
) -> None:
    """Draw what stands before, in and behind a hit with the painter's font, each side cut by words to the room it has.

    ``centred``: the hit in the middle; else the line begins at the side where its paragraph begins.
    """
    before, hit, after = _fitted(parts, painter.fontMetrics().horizontalAdvance, line.width(), centred)
    text = before + hit + after
    shaped = ShapedBlock(text, painter.font(), line.width() * 2, Blocks(text).right_to_left(0))
    stretches = shaped.stretches(len(before), len(before) + len(hit))
    boxes = [box for stretch in stretches if stretch.line == 0 for box in stretch.rectangles]
    left, right = min(box[0] for box in boxes), max(box[1] for box in boxes)
    shown = shaped.lines[0]
    x = float(line.left() - (line.width() if shaped.right_to_left else 0))
    if centred:
        x = line.left() + line.width() / 2 - (left + right) / 2
    origin = QPointF(x, line.top() + (line.height() - shown.height()) / 2)
    path = QPainterPath()
    for low, high in boxes:
        path.addRoundedRect(QRectF(x + low - 1, origin.y(), high - low + 2, shown.height()), 3, 3)
    painter.save()
    painter.setClipRect(line, Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(path, theme["hit"])
    painter.setPen(theme["text2"])
    shown.draw(painter, origin)
    # The same glyphs once more: a colour of its own in the text would break them apart.
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    painter.fillPath(path, theme["hit"])
    painter.setPen(theme["text"])
    shown.draw(painter, origin)
    painter.restore()


def _fitted(
    parts: tuple[str, str, str], advance: Callable[[str], int], width: int, centred: bool
) -> tuple[str, str, str]:
    """The parts without the words for which there is no room: an ellipsis stands for them."""
    before, hit, after = parts
    left = width - advance(hit)
    room = left / 2 if centred else min(width * _BEFORE, left)
    while advance(before) > room and before != "…":
        before = f"…{before.partition(' ')[2]}"
    room = left / 2 if centred else left - advance(before)
    while advance(after) > room and after != "…":
        after = f"{after.rpartition(' ')[0]}…"
    return before, hit, after
