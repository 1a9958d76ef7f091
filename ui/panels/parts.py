"""Small pieces that all panes are made of: labels by kind, key caps, icon buttons, the swatch of a label."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QIcon,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QPushButton, QSizePolicy, QToolButton, QWidget

from ui.icons import icon
from ui.theme import LabelColours, Theme


def text_label(text: str, kind: str = "", parent: QWidget | None = None) -> QLabel:
    """A label in one of the kinds of the style sheet (``strong``, ``hint``, ``small``, ``heading`` …)."""
    found = _Label(text, parent)
    found.setProperty("kind", kind)
    found.setTextFormat(Qt.TextFormat.PlainText)
    # To the side of the interface: a label by itself goes by the direction of its text.
    found.setAlignment(start_side() | Qt.AlignmentFlag.AlignVCenter)
    return found


def start_side() -> Qt.AlignmentFlag:
    """The side where lines of the interface begin."""
    right = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return Qt.AlignmentFlag.AlignAbsolute | (Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)


def set_margins(layout: QLayout, start: int, top: int, end: int, bottom: int) -> None:
    """Margins by start and end side: Qt's own do not turn round with the layout."""
    right = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    layout.setContentsMargins(end if right else start, top, start if right else end, bottom)


class _Label(QLabel):
    """A label whose lines end where they should: Qt moves a line of Arabic by the space at its end, over the edge."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lay out a text of several lines as documents are laid out."""
        if not self.wordWrap():
            super().paintEvent(event)
            return
        room = self.contentsRect()
        layout = QTextLayout(self.text().replace("\n", "\u2028"), self.font(), self)
        layout.setTextOption(QTextOption(self.alignment() & ~Qt.AlignmentFlag.AlignVertical_Mask))
        top = high = 0.0
        layout.beginLayout()
        while (row := layout.createLine()).isValid():
            row.setLineWidth(room.width())
            row.setPosition(QPointF(0, top))
            high = top + row.ascent() + row.descent()
            top += row.height() + self.fontMetrics().leading()
        layout.endLayout()
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        layout.draw(painter, QPointF(room.left(), room.top() + max(0.0, (room.height() - high) / 2)))


class ElidedLabel(QLabel):
    """A label for a name of any length: it takes the room there is and keeps the whole in its tooltip."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.setProperty("kind", kind)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._whole = ""

    def show_name(self, name: str) -> None:
        """Show a name."""
        self._whole = name
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        """Room for the whole name."""
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        return QSize(min(40, self.sizeHint().width()), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(self.width(), 20)))


def key_cap(keys: str, parent: QWidget | None = None) -> QLabel:
    """A key as it is printed on the keyboard, left to right whatever the language."""
    found = text_label(keys, "key", parent)
    found.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    found.setAlignment(Qt.AlignmentFlag.AlignCenter)
    found.setFixedHeight(18)
    return found


def push_button(text: str, kind: str = "", symbol: QIcon | None = None) -> QPushButton:
    """A button: plain, ``primary`` (one a pane), ``flat``, ``link`` or ``chip``."""
    found = QPushButton(text)
    found.setProperty("kind", kind)
    found.setCursor(Qt.CursorShape.PointingHandCursor if kind == "link" else Qt.CursorShape.ArrowCursor)
    found.setAutoDefault(kind == "primary")
    if symbol is not None:
        found.setIcon(symbol)
        found.setIconSize(QSize(16, 16))
    return found


def icon_button(name: str, theme: Theme, says: str) -> QToolButton:
    """A button of an icon alone; ``says`` is its tooltip and its name for screen readers."""
    found = QToolButton()
    found.setIcon(icon(name, theme["text2"]))
    found.setIconSize(QSize(16, 16))
    found.setToolTip(says)
    found.setAccessibleName(says)
    return found


def icon_label(name: str, colour: QColor, size: int = 16) -> QLabel:
    """An icon that only shows."""
    found = QLabel()
    found.setPixmap(icon(name, colour, size).pixmap(QSize(size, size)))
    found.setFixedSize(size, size)
    return found


def line() -> QFrame:
    """A quiet line between sections."""
    found = QFrame()
    found.setProperty("kind", "line")
    return found


def draw_mark(painter: QPainter, mark: str, box: QRectF, colour: QColor) -> None:
    """The family mark of a label: circle, square, triangle, diamond or ring."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    middle = box.center()
    if mark == "square":
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
    elif mark == "triangle":
        painter.drawPolygon(QPolygonF([QPointF(middle.x(), box.top()), box.bottomRight(), box.bottomLeft()]))
    elif mark == "diamond":
        right, left = QPointF(box.right(), middle.y()), QPointF(box.left(), middle.y())
        painter.drawPolygon(QPolygonF([QPointF(middle.x(), box.top()), right, QPointF(middle.x(), box.bottom()), left]))
    elif mark == "ring":
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 1.6))
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
    else:
        painter.drawEllipse(box)
    painter.restore()


def swatch_icon(look: LabelColours) -> QIcon:
    """The swatch of a label as an icon of 16 pixels, sharp at double size too."""
    picture = QPixmap(32, 32)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    draw_swatch(painter, look, QRectF(0, 0, 16, 16))
    painter.end()
    return QIcon(picture)


def draw_swatch(painter: QPainter, look: LabelColours, box: QRectF) -> None:
    """A label's colours as a small box with its mark."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(look.border), 1.25))
    painter.setBrush(QColor(look.fill))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    middle = box.center()
    draw_mark(painter, look.mark, QRectF(middle.x() - 3, middle.y() - 3, 6, 6), QColor(look.border))
    painter.restore()
