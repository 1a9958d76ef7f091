"""The table of differences: kind, text, each colleague's version, what gold has; filtered by kind and by text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from annotate.review.compare import Kind
from ui.icons import draw_icon
from ui.panels.parts import draw_mark
from ui.review.words import KIND_SIGNS, kind_word
from ui.theme import LabelColours, Theme, interface_font, text_font

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_TEXT = 1
"""The column of the text."""
_KIND_WIDTH, _TEXT_WIDTH, _VERSION_WIDTH = 84, 84, 66
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Row:
    """A difference as the table shows it. ``versions`` are word and colours (None: plain) for each annotator."""

    item: str
    kind: Kind
    text: str
    versions: tuple[tuple[str, LabelColours | None], ...]
    gold: str


class DifferencesModel(QAbstractTableModel):
    """Rows under ``ROW``; the display texts are words, so that screen readers and copying have them."""

    ROW = Qt.ItemDataRole.UserRole + 1

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._all: list[Row] = []
        self._rows: list[Row] = []
        self._heads: list[str] = []
        self._kind: Kind | None = None
        self._sought = ""

    def show_rows(self, heads: Sequence[str], rows: Sequence[Row]) -> None:
        """Show these differences, under these headings."""
        self._heads, self._all = list(heads), list(rows)
        self._sift()

    def filter(self, kind: Kind | None, sought: str, fold: Callable[[str], str]) -> None:
        """Keep the rows of a kind (None: all) whose text or words hold a text, both folded."""
        self._kind, self._sought = kind, fold(sought.strip())
        self._fold = fold
        self._sift()

    def counts(self) -> Counter[Kind]:
        """How many differences of each kind there are."""
        return Counter(row.kind for row in self._all)

    def row_of(self, item: str) -> int:
        """The row of an item, or -1 where the filter hides it."""
        return next((number for number, row in enumerate(self._rows) if row.item == item), -1)

    def item_at(self, row: int) -> str:
        """The item of a row."""
        return self._rows[row].item

    def _sift(self) -> None:
        self.beginResetModel()
        self._rows = [row for row in self._all if self._kind in (None, row.kind) and self._holds(row)]
        self.endResetModel()

    def _holds(self, row: Row) -> bool:
        words = [row.text, row.gold, *(word for word, _ in row.versions)]
        return not self._sought or any(self._sought in self._fold(word) for word in words)

    # --- Qt's side
    def rowCount(self, parent: _Index = _ROOT) -> int:
        """How many differences pass the filter."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Kind, text, the annotators, gold."""
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 (Qt's signature)
        """The headings."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeading | _MIDDLE)
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 (Qt's signature)
        """The words of a cell, or the whole row."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == self.ROW:
            return row
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        cells = [kind_word(row.kind), row.text, *(word for word, _ in row.versions), row.gold or "–"]
        return cells[index.column()]


class DifferencesTable(QTableView):
    """Sends ``itemChosen(item id)`` when a person picks a row."""

    itemChosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.rows = DifferencesModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(_Cells(theme, self))
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(32)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.selectionModel().currentRowChanged.connect(self._on_row)
        self._quiet = False

    def show_rows(self, heads: Sequence[str], rows: Sequence[Row], current: str) -> None:
        """Show differences and pick out the current one."""
        self._quiet = True
        self.rows.show_rows(heads, rows)
        self._share_width()
        self._quiet = False
        self.show_current(current)

    def _share_width(self) -> None:
        """Give the text what the others leave, but never less than a few words: the table then scrolls sideways."""
        head = self.horizontalHeader()
        others = [column for column in range(self.rows.columnCount()) if column != _TEXT]
        for column in others:
            head.resizeSection(column, _KIND_WIDTH if column == 0 else _VERSION_WIDTH)
        if others:
            rest = self.viewport().width() - sum(map(head.sectionSize, others))
            head.resizeSection(_TEXT, max(rest, _TEXT_WIDTH))

    def show_current(self, item: str) -> None:
        """Pick out an item's row, if it passes the filter."""
        row = self.rows.row_of(item)
        self._quiet = True
        if row >= 0:
            self.setCurrentIndex(self.rows.index(row, 0))
            self.scrollTo(self.rows.index(row, 0))
        else:
            self.clearSelection()
        self._quiet = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the current row in sight when the card below takes more room."""
        super().resizeEvent(event)
        self._share_width()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def _on_row(self, now: QModelIndex) -> None:
        if now.isValid() and not self._quiet:
            self.itemChosen.emit(self.rows.item_at(now.row()))


class _Cells(QStyledItemDelegate):
    """Draws the cells: a chip for the kind, tags for labels, a check mark for what is decided."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Rows of the look's height."""
        return QSize(60, 32)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a cell."""
        row: Row = index.data(DifferencesModel.ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self._theme["accentSoft"])
        painter.setPen(QPen(self._theme["border"], 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        box = option.rect.adjusted(6, 0, -6, -1)
        column = index.column()
        if column == 0:
            self._kind(painter, box, row.kind, option)
        elif column == 1:
            self._words(painter, box, row.text, text_font("Noto Naskh Arabic", 0.8), self._theme["text"])
        elif column < 2 + len(row.versions):
            word, look = row.versions[column - 2]
            self._version(painter, box, word, look, option)
        else:
            self._gold(painter, box, row.gold, option)
        painter.restore()

    def _kind(self, painter: QPainter, box: QRect, kind: Kind, option: QStyleOptionViewItem) -> None:
        icon, token = KIND_SIGNS[kind]
        font = interface_font(11, QFont.Weight.Medium)
        painter.setFont(font)
        width = min(painter.fontMetrics().horizontalAdvance(kind_word(kind)) + 32, box.width())
        chip = _at_start(box, width, 20, option)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme[f"{token}Soft"])
        painter.drawRoundedRect(QRectF(chip), 4, 4)
        draw_icon(painter, icon, QRectF(_at_start(chip.adjusted(6, 0, -6, 0), 13, 13, option)), self._theme[token])
        words = QStyle.visualRect(option.direction, chip, chip.adjusted(23, 0, -5, 0))
        self._words(painter, words, kind_word(kind), font, self._theme[token])

    def _version(
        self, painter: QPainter, box: QRect, word: str, look: LabelColours | None, option: QStyleOptionViewItem
    ) -> None:
        font = interface_font(11)
        if look is None:
            self._words(painter, box, word, font, self._theme["text2"])
            return
        painter.setFont(font)
        width = min(painter.fontMetrics().horizontalAdvance(word) + 26, box.width())
        tag = _at_start(box, width, 18, option)
        painter.setPen(QPen(QColor(look.border), 1))
        painter.setBrush(QColor(look.fill))
        painter.drawRoundedRect(QRectF(tag).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        draw_mark(painter, look.mark, QRectF(_at_start(tag.adjusted(6, 0, -4, 0), 7, 7, option)), QColor(look.border))
        self._words(
            painter, QStyle.visualRect(option.direction, tag, tag.adjusted(17, 0, -4, 0)), word, font, QColor(look.text)
        )

    def _gold(self, painter: QPainter, box: QRect, gold: str, option: QStyleOptionViewItem) -> None:
        font = interface_font(12)
        if not gold:
            self._words(painter, box, "–", font, self._theme["text3"])
            return
        draw_icon(painter, "check", QRectF(_at_start(box, 14, 14, option)), self._theme["done"])
        words = QStyle.visualRect(option.direction, box, box.adjusted(18, 0, 0, 0))
        self._words(painter, words, gold, font, self._theme["done"])

    @staticmethod
    def _words(painter: QPainter, box: QRect, words: str, font: QFont, colour: QColor) -> None:
        painter.setFont(font)
        painter.setPen(colour)
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeading | _MIDDLE), shown)


def _at_start(box: QRect, width: int, height: int, option: QStyleOptionViewItem) -> QRect:
    """A box of this size at the start side of another, in the middle of its height."""
    found = QRect(box.left(), box.top() + (box.height() - height) // 2, width, height)
    return QStyle.visualRect(option.direction, box, found)
