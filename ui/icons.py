"""The icons: Tabler outlines drawn in the text colour, crisp at every scale, turned round where the layout is."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_FOLDER = Path(__file__).parent / "icons"

MIRRORED = frozenset(
    {
        "arrow-back-up",
        "arrow-forward-up",
        "arrow-left",
        "arrow-right",
        "chevron-left",
        "chevron-right",
        "circle-half-2",
        "layout-sidebar",
        "layout-sidebar-right",
        "logout",
    }
)
"""The icons that show a direction; in a right-to-left layout they are drawn mirrored."""


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawing = (_FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))


def draw_icon(painter: QPainter, name: str, box: QRectF, colour: QColor) -> None:
    """Draw an icon into a box; mirrored where it shows a direction and the layout is right to left."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if name in MIRRORED and QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        painter.translate(box.left() + box.right(), 0)
        painter.scale(-1, 1)
    _renderer(name, colour.name()).render(painter, box)
    painter.restore()


def icon(name: str, colour: QColor, size: int = 16) -> QIcon:
    """An icon in a colour, sharp on every screen that is there. A disabled one is fainter."""
    right_to_left = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    scales = frozenset(screen.devicePixelRatio() for screen in QGuiApplication.screens())
    return _icon(name, colour.name(), size, right_to_left, scales)


@lru_cache(maxsize=512)
def _icon(name: str, colour: str, size: int, right_to_left: bool, scales: frozenset[float]) -> QIcon:
    found = QIcon()
    for scale in scales:
        picture = _blank(size, scale)
        painter = QPainter(picture)
        draw_icon(painter, name, QRectF(0, 0, size, size), QColor(colour))
        painter.end()
        found.addPixmap(picture)
        faint = _blank(size, scale)
        painter = QPainter(faint)
        painter.setOpacity(0.45)
        painter.drawPixmap(0, 0, picture)
        painter.end()
        found.addPixmap(faint, QIcon.Mode.Disabled)
    return found


def _blank(size: int, scale: float) -> QPixmap:
    picture = QPixmap(round(size * scale), round(size * scale))
    picture.setDevicePixelRatio(scale)
    picture.fill(Qt.GlobalColor.transparent)
    return picture


def program_icon() -> QIcon:
    """The icon of the program itself, in its own colours."""
    return QIcon(str(_FOLDER / "tawsim.svg"))
