"""A layout that sets its widgets in lines, as words in a paragraph, from the start side."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget


class FlowLayout(QLayout):
    """Widgets at their own size, ``gap`` pixels apart, in as many lines as the width needs."""

    def __init__(self, parent: QWidget, gap: int) -> None:
        super().__init__(parent)
        self._gap = gap
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:
        """Qt's way in."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item of a place, or None beyond the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at a width."""
        return self._set(QRect(0, 0, width, 0), only_measure=True)

    def setGeometry(self, rect: QRect) -> None:
        """Set the lines."""
        super().setGeometry(rect)
        self._set(rect, only_measure=False)

    def sizeHint(self) -> QSize:
        """Room for the widest."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Room for the widest, and the margins."""
        found = QSize()
        for item in self._items:
            found = found.expandedTo(item.sizeHint())
        around = self.contentsMargins()
        return found + QSize(around.left() + around.right(), around.top() + around.bottom())

    def _set(self, rect: QRect, *, only_measure: bool) -> int:
        around = self.contentsMargins()
        room = rect.marginsRemoved(around)
        x, y, height = room.left(), room.top(), 0
        for item in (item for item in self._items if not item.isEmpty()):
            size = item.sizeHint()
            if x > room.left() and x + size.width() > room.right() + 1:
                x, y, height = room.left(), y + height + self._gap, 0
            if not only_measure:
                box = QRect(QPoint(x, y), size)
                item.setGeometry(QStyle.visualRect(QGuiApplication.layoutDirection(), room, box))
            x += size.width() + self._gap
            height = max(height, size.height())
        return y + height - rect.top() + around.bottom()
