"""A matrix of cells that can be chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen

from ui.overview.chart import CENTRE, Chart, Table
from ui.theme import Theme, contrast, mixed

_WIDEST = 120
"""A cell is at most so wide."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a matrix: its words, how strongly it is filled (0…1); ``blank`` cells cannot be chosen."""

    words: str = ""
    strength: float = 0.0
    blank: bool = False


class MatrixChart(Chart):
    """A square of cells that can be chosen by mouse and arrows: ``chosen(row, column)``."""

    chosen = Signal(int, int)

    def __init__(self, theme: Theme, empty: str, row: int = 46) -> None:
        super().__init__(theme)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._empty, self._row = empty, row
        self._rows: Sequence[str] = ()
        self._columns: Sequence[str] = ()
        self._cells: Sequence[Sequence[Cell]] = ()
        self.current: tuple[int, int] | None = None

    def show_cells(self, rows: Sequence[str], columns: Sequence[str], cells: Sequence[Sequence[Cell]]) -> None:
        """Show cells under these headings; nothing is chosen then."""
        self._rows, self._columns, self._cells, self.current = rows, columns, cells, None
        self.show_again()

    @property
    def height_(self) -> int:
        """A row for each row of cells and one for the headings."""
        return 28 + self._row * len(self._rows) if self._rows else 60

    def rows(self) -> Table:
        """The cells under their headings."""
        found = [[name, *(cell.words for cell in cells)] for name, cells in zip(self._rows, self._cells, strict=True)]
        return [["", *self._columns], *found]

    def draw(self, painter: QPainter, width: float) -> None:
        """Paint it."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._rows:
            self.say(painter, QRectF(0, 10, width, 40), self._empty, self.theme["text3"], side=CENTRE)
            return
        for column, name in enumerate(self._columns):
            box = self._box(0, column, width).translated(0, -28)
            self.say(painter, QRectF(box.left(), 0, box.width(), 26), name, self.theme["text2"], size=12, side=CENTRE)
        for row, name in enumerate(self._rows):
            box = self.place(QRectF(0, 28 + self._row * row, self._margin(width) - 8, self._row), width)
            self.say(painter, box, name, self.theme["text2"], size=12)
            for column, cell in enumerate(self._cells[row]):
                self._cell(painter, self._box(row, column, width), cell, (row, column) == self.current)

    def _cell(self, painter: QPainter, box: QRectF, cell: Cell, current: bool) -> None:
        inner = box.adjusted(1, 1, -1, -1)
        fill = self.theme["sunken"] if cell.blank else mixed(self.theme["accent"], self.theme["surface"], cell.strength)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(inner, 4, 4)
        inks = (self.theme["text"], self.theme["onAccent"])
        self.say(painter, inner, cell.words, max(inks, key=lambda ink: contrast(ink, fill)), side=CENTRE)
        if current:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.theme["focus"], 2))
            painter.drawRoundedRect(inner.adjusted(1, 1, -1, -1), 4, 4)

    def _margin(self, width: float) -> float:
        return min(96.0, width * 0.28)

    def _box(self, row: int, column: int, width: float) -> QRectF:
        margin = self._margin(width)
        size = min((width - margin) / max(len(self._columns), 1), _WIDEST)
        return self.place(QRectF(margin + size * column, 28 + self._row * row, size, self._row), width)

    # --- choosing
    def choose(self, row: int, column: int) -> None:
        """Choose a cell, if it is there and not blank."""
        inside = 0 <= row < len(self._rows) and 0 <= column < len(self._columns)
        if inside and not self._cells[row][column].blank:
            self.current = row, column
            self.update()
            self.chosen.emit(row, column)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the cell under the mouse."""
        for row in range(len(self._rows)):
            for column in range(len(self._columns)):
                if self._box(row, column, self.width()).contains(event.position()):
                    self.choose(row, column)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from cell to cell, past the blank ones."""
        steps = {Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0), Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1)}
        found = steps.get(Qt.Key(event.key()))
        if found is None or not self._rows:
            super().keyPressEvent(event)
            return
        down, across = found
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            across = -across
        row, column = self.current or (-1 if down else 0, -1 if across else 0)
        row, column = row + down, column + across
        while 0 <= row < len(self._rows) and 0 <= column < len(self._columns) and self._cells[row][column].blank:
            row, column = row + down, column + across
        self.choose(row, column)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the focus is: on the chosen cell, or the first."""
        super().focusInEvent(event)
        self.update()
