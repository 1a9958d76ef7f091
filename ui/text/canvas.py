"""The scrolling canvas: shows a page through a viewport, lays out what is seen and holds the top line still."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from annotate.labels import LabelSet
from ui.text.content import Content
from ui.text.margin import paint_margin
from ui.text.overlay import Overlay, Range
from ui.text.page import Appearance, LaidBlock, Page, differing_lines
from ui.text.painting import LinePainting
from ui.text.style import Colours, LabelLooks, Metrics, TextStyle
from ui.theme import theme

_SLICE = 0.003
"""Seconds that measuring in idle time may take at once."""

_PAUSE = 8
"""Milliseconds between two such slices: input comes first."""

_REST = 120
"""Milliseconds after an edit, a scroll or a new document before measuring goes on."""

_STEP = 38
"""Pixels of one step of the scroll bar at 100 %: a line."""


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A line and where its top stands in the viewport."""

    block: int
    line: int
    y: int


class Canvas(QAbstractScrollArea):
    """Draws a page and scrolls over it. The column of text stands in the middle of the viewport."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = TextStyle(theme("light"))
        self.colours = Colours(self._style.theme)
        self._labels = LabelSet(id="empty")
        self._language = "ar"
        self._zoom, self._spacing, self._measure = 1.0, 1.0, 728
        self._direction: Qt.LayoutDirection | None = None
        self._content = Content()
        self.overlay = Overlay()
        self._shown_value = 0
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._idle = QTimer(self)
        self._idle.timeout.connect(self._on_idle)
        self._unmeasured = 0
        self.page = self._made_page()

    @property
    def column_left(self) -> int:
        """Where the column of text begins in the viewport."""
        return max((self.viewport().width() - int(self.page.width)) // 2, 0)

    def show_content(self, content: Content) -> None:
        """Show other content from its beginning."""
        self._content = content
        self.page = self._made_page()
        self._scroll_to(0)
        self._settle()
        self.viewport().update()

    def rebuild(self) -> None:
        """Lay everything out anew (another width, font or label set); the text at the top stays there."""
        old = self.page
        anchor = self._anchor()
        laid = old.laid(anchor.block)
        position = laid.start + laid.shaped.starts[anchor.line]
        self.page = self._made_page()
        block = self._content.blocks.index(position)
        again = self.page.laid(block)
        line = again.shaped.line_of(position - again.start)
        self._hold(_Anchor(block, line, min(anchor.y, 0) if anchor.block or anchor.line else anchor.y))
        self._settle()
        self.viewport().update()

    def refresh(self, touched: Iterable[int]) -> None:
        """Show that the items of these blocks changed. Only the lines that look different are painted anew."""
        touched = sorted(touched)
        anchor = self._anchor()
        held = self.scroll_y
        before = [(self.page.heights[index], self.page.appearance(index)) for index in touched]
        self.page.refresh(touched)
        self._want_idle(touched)
        heights = [self.page.heights[index] for index in touched]
        moved = [number for number, (height, _) in enumerate(before) if height != heights[number]]
        self._hold(anchor)
        if self.scroll_y != held or len(moved) > 1:
            # Something above the top line grew, or several blocks moved others: rare, and one full frame is soon done.
            self.viewport().update()
        else:
            for number, index in enumerate(touched):
                self._repaint_lines(index, *before[number])
        self._settle()

    def _repaint_lines(self, index: int, height: int, before: Appearance | None) -> None:
        """Paint the lines of a block that changed; what stands below them is moved as it is."""
        after = self.page.appearance(index)
        if before is None or after is None:
            return
        y = self.page.top(index) - self.scroll_y
        changed = differing_lines(before, after)
        if changed is None:
            self.update_block(index)
            return
        grown = self.page.heights[index] - height
        slack, width, bottom = self._slack, self.viewport().width(), self.viewport().height()
        upper = y + before.tops[changed[0]] - slack
        lower = y + before.bottom(changed[1])
        if grown and max(lower, lower + grown) < bottom:
            start = max(lower, 0)
            self.viewport().scroll(0, grown, QRect(0, start + min(grown, 0), width, bottom - start - min(grown, 0)))
        self.viewport().update(0, upper, width, lower + max(grown, 0) + slack - upper)

    @property
    def scroll_y(self) -> int:
        """Which y of the page stands at the top of the viewport."""
        return self.verticalScrollBar().value()

    def update_block(self, index: int) -> None:
        """Paint a block anew."""
        top = self.page.top(index) - self.scroll_y
        height = self.page.heights[index]
        slack = self._slack
        self.viewport().update(0, top - slack, self.viewport().width(), height + 2 * slack)

    def update_range(self, where: Range) -> None:
        """Paint the lines of a range anew, where they are in sight."""
        for index in self._content.blocks.touching(*where):
            if not self.page.is_laid(index):
                continue
            rectangle = self._lines_rectangle(index, where)
            if rectangle.bottom() >= 0 and rectangle.top() <= self.viewport().height():
                self.viewport().update(rectangle)

    def range_rectangle(self, where: Range) -> QRect:
        """The lines of a range (of its first block) in viewport coordinates, laid out if need be."""
        index = self._content.blocks.index(where[0])
        if not self.page.is_laid(index):
            # Its exact height must not push what is in sight.
            anchor = self._anchor()
            self.page.laid(index)
            self._hold(anchor)
        return self._lines_rectangle(index, where)

    def in_sight(self, where: Range) -> bool:
        """Whether a line of a range (of its first block) is in the viewport."""
        index = self._content.blocks.index(where[0])
        return self.page.is_laid(index) and self._lines_rectangle(index, where).intersects(self.viewport().rect())

    def reveal(self, where: Range) -> None:
        """Scroll so that a range is in sight: by little if it is near, to the middle if it is far."""
        for _ in range(2):
            rectangle = self.range_rectangle(where)
            height = self.viewport().height()
            near = round(_STEP * self._zoom)
            if rectangle.top() >= 0 and rectangle.bottom() <= height:
                return
            if -height < rectangle.top() < 0:
                target = self.scroll_y + rectangle.top() - near
            elif height < rectangle.bottom() < 2 * height and rectangle.height() < height - near:
                target = self.scroll_y + rectangle.bottom() - height + near
            else:
                target = self.scroll_y + rectangle.top() - height // 3
            self.verticalScrollBar().setValue(target)

    # --- Qt
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the text; where the column became wider or narrower, lay it out anew."""
        super().resizeEvent(event)
        if int(self._column_width()) != int(self.page.width):
            self.rebuild()
        else:
            self._hold(self._anchor())
            self._settle()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is painted and lay out what comes into sight."""
        value = self.scroll_y
        moved, self._shown_value = self._shown_value - value, value
        if abs(moved) < self.viewport().height():
            self.viewport().scroll(0, moved)
        else:
            self.viewport().update()
        self._settle()
        self._wait()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines in the region that wants painting."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        region, clip = event.region(), event.rect()
        painter.fillRect(clip, self.colours["surface"])
        lines = LinePainting(painter, self.page, self.overlay, self.colours)
        index = self.page.block_at(clip.top() + self.scroll_y - self._slack)
        while index < len(self._content.blocks):
            top = self.page.top(index) - self.scroll_y
            if top > clip.bottom() + self._slack:
                break
            self._paint_block(painter, lines, self.page.laid(index), top, region)
            index += 1
        self.paint_above(painter)
        painter.end()

    def paint_above(self, painter: QPainter) -> None:
        """Paint what stands over all lines (viewport coordinates)."""

    def paint_beside(self, painter: QPainter, laid: LaidBlock, number: int) -> None:
        """Paint what a view of another kind has on a line besides; the origin is the left end of its baseline."""

    # --- inside
    def _paint_block(self, painter: QPainter, lines: LinePainting, laid: LaidBlock, top: int, region: QRegion) -> None:
        slack, width = self._slack, self.viewport().width()
        for number, baseline in enumerate(laid.baselines):
            upper, lower = laid.tops[number], laid.bottom(number)
            if not region.intersects(QRect(0, top + upper - slack, width, lower - upper + 2 * slack)):
                continue
            painter.save()
            painter.translate(self.column_left, top + baseline)
            paint_margin(painter, self.page, laid, number, self.colours)
            lines.paint(laid, number)
            self.paint_beside(painter, laid, number)
            painter.restore()

    @property
    def _slack(self) -> int:
        """How far a line's paint may reach beyond its own height (knobs of handles, rings)."""
        return round(14 * self._zoom)

    def _lines_rectangle(self, index: int, where: Range) -> QRect:
        laid = self.page.laid(index)
        size = len(laid.shaped.text)
        first = laid.shaped.line_of(min(max(where[0] - laid.start, 0), size))
        last = laid.shaped.line_of(min(max(where[1] - 1 - laid.start, where[0] - laid.start, 0), size))
        top = self.page.top(index) + laid.tops[first] - self.scroll_y
        bottom = self.page.top(index) + laid.bottom(last) - self.scroll_y
        slack = self._slack
        return QRect(0, top - slack, self.viewport().width(), bottom - top + 2 * slack)

    def _column_width(self) -> float:
        margins = 2 * round(52 * self._zoom)
        return max(min(self._measure * self._zoom, self.viewport().width() - margins), 120)

    def _made_page(self) -> Page:
        metrics = Metrics(self._style, self._zoom, self._spacing)
        looks = LabelLooks(self._style.theme, self._labels, self._language)
        override = None if self._direction is None else self._direction is Qt.LayoutDirection.RightToLeft
        self._unmeasured = 0
        self._idle.start(_REST)
        bar = self.verticalScrollBar()
        bar.setSingleStep(metrics.pitch)
        return self.make_page(looks, metrics, override)

    def make_page(self, looks: LabelLooks, metrics: Metrics, right_to_left: bool | None) -> Page:
        """The page of the content at the width of the column; a view that draws more on it makes one of its own."""
        return Page(self._content, looks, metrics, self._column_width(), right_to_left)

    def _anchor(self) -> _Anchor:
        """The first line in sight of a block whose height is exact; where none is, of the first block."""
        top = self.scroll_y
        first = index = self.page.block_at(top)
        while not self.page.exact[index]:
            index += 1
            if index == len(self._content.blocks) or not self._block_in_sight(index):
                index = first
                break
        if not self.page.is_laid(index):
            return _Anchor(index, 0, self.page.top(index) - top)
        laid = self.page.laid(index)
        line = laid.line_at(top - self.page.top(index))
        return _Anchor(index, line, self.page.top(index) + laid.tops[line] - top)

    def _block_in_sight(self, index: int) -> bool:
        return self.page.top(index) < self.scroll_y + self.viewport().height()

    def _hold(self, anchor: _Anchor) -> bool:
        """Scroll so that the anchor stands where it stood; False where the page's ends do not allow it."""
        y = self.page.top(anchor.block)
        if self.page.is_laid(anchor.block):
            laid = self.page.laid(anchor.block)
            y += laid.tops[min(anchor.line, len(laid.tops) - 1)]
        wanted = y - anchor.y
        self._scroll_to(wanted)
        return self.scroll_y == wanted

    def _scroll_to(self, value: int) -> None:
        """Set the scroll bar without moving what is painted."""
        bar = self.verticalScrollBar()
        height = self.viewport().height()
        with QSignalBlocker(bar):
            bar.setRange(0, max(self.page.height - height, 0))
            bar.setPageStep(height)
            bar.setValue(value)
        self._shown_value = bar.value()

    def _settle(self) -> None:
        """Lay out what is in sight. The blocks that were already exact stay where they are."""
        for _ in range(4):
            anchor = self._anchor()
            changed = False
            index = self.page.block_at(self.scroll_y)
            while index < len(self._content.blocks) and self._block_in_sight(index):
                before = self.page.heights[index]
                self.page.laid(index)
                changed |= self.page.heights[index] != before
                index += 1
            if not self._hold(anchor):
                self.viewport().update()
            if not changed:
                break

    def _want_idle(self, touched: Iterable[int]) -> None:
        waiting = [index for index in touched if not self.page.exact[index]]
        if waiting:
            self._unmeasured = min(self._unmeasured, *waiting)
            self._idle.start(_REST)
        self._wait()

    def _wait(self) -> None:
        """Put off what is left to measure: someone is at work."""
        if self._idle.isActive():
            self._idle.start(_REST)

    def _on_idle(self) -> None:
        """Make more heights exact. What is above the top line may grow, the top line stays."""
        self._idle.setInterval(_PAUSE)
        anchor = self._anchor()
        until = time.perf_counter() + _SLICE
        while time.perf_counter() < until:
            self._unmeasured = self.page.exact.find(0, self._unmeasured)
            if self._unmeasured < 0:
                self._unmeasured = len(self.page.exact)
                self._idle.stop()
                break
            self.page.measure(self._unmeasured)
        if not self._hold(anchor):
            self.viewport().update()
