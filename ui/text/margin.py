"""Painting the margin at the start side of a paragraph: its number, and what its annotator has read."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from ui.i18n.language import number
from ui.text.page import LaidBlock, Page
from ui.text.style import Colours


def paint_margin(painter: QPainter, page: Page, laid: LaidBlock, line: int, colours: Colours) -> None:
    """Paint the margin beside a line. The painter's origin is the left end of the line's baseline."""
    metrics, blocks = page.metrics, page.content.blocks
    right_to_left = laid.shaped.right_to_left

    def across(distance: float, width: float) -> float:
        return page.width + distance if right_to_left else -distance - width

    share = laid.lines[line].read
    if share:
        mark = QColor(colours["accent"])
        mark.setAlphaF(0.55 if share == 1 else 0.28)
        top = laid.tops[line] - laid.baselines[line]
        bottom = laid.bottom(line) - laid.baselines[line]
        last = line + 1 == len(laid.lines)
        if last and blocks.ends_paragraph(laid.index):
            bottom -= metrics.paragraph_gap
        width = 3 * metrics.zoom
        left = across(20 * metrics.zoom, width)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mark)
        painter.drawRect(QRectF(left, top, width, bottom - top))
    if line == 0 and blocks.begins_paragraph(laid.index):
        painter.setFont(metrics.tag_font)
        painter.setPen(colours["text3"])
        width = 26 * metrics.zoom
        box = QRectF(across(25 * metrics.zoom, width), -metrics.box_top, width, metrics.box_top + metrics.box_bottom)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, number(blocks.paragraph(laid.index) + 1))
