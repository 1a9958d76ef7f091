"""A card of the overview: title, chart, and the buttons that export picture and numbers."""

from __future__ import annotations

import csv
import io
import os
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QPoint, QRect, QRectF, QSize, Signal
from PySide6.QtGui import QImage, QImageWriter, QPaintDevice, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from annotate.errors import TawsimError
from ui.overview.chart import Chart, Table
from ui.panels.parts import ElidedLabel, icon_button, text_label
from ui.theme import Theme

translate = QCoreApplication.translate

_MARGIN = 16
_SHARP = 2
"""A PNG has so many pixels for each of the screen's."""


class ChartCard(QFrame):
    """Sends ``pictureWanted`` and ``numbersWanted`` for its buttons."""

    pictureWanted = Signal()
    numbersWanted = Signal()

    def __init__(self, theme: Theme, name: str, title: str, chart: Chart) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.name, self.title, self.chart = name, title, chart
        chart.setAccessibleName(title)
        self._theme = theme
        self._hint = ElidedLabel("status")
        picture = icon_button("photo-down", theme, translate("Overview", "Save the picture (PNG, SVG)"))
        numbers = icon_button("table-export", theme, translate("Overview", "Save the numbers (CSV)"))
        picture.clicked.connect(self.pictureWanted)
        numbers.clicked.connect(self.numbersWanted)
        self.first, self.last = picture, numbers
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(text_label(title, "strong"))
        head.addWidget(self._hint)
        head.addStretch(1)
        head.addWidget(picture)
        head.addWidget(numbers)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(_MARGIN, 10, _MARGIN, 12)
        self.column.setSpacing(8)
        self.column.addLayout(head)
        self.column.addWidget(chart)
        self.column.addStretch(1)

    def say(self, hint: str) -> None:
        """A few words beside the title."""
        self._hint.show_name(hint)

    # --- files
    def save(self, path: Path) -> None:
        """Write the picture (.png, .svg) or the numbers (.csv). Raises TawsimError with the reason in one line."""
        kind = path.suffix.lower()
        if kind == ".csv":
            write_whole(path, csv_text(self.chart.rows()).encode("utf-8-sig"))
        else:
            write_whole(path, self._svg() if kind == ".svg" else self._png())

    def _png(self) -> bytes:
        image = QImage(self._size() * _SHARP, QImage.Format.Format_ARGB32)
        image.setDevicePixelRatio(_SHARP)
        self._paint(image)
        data = QBuffer()
        QImageWriter(data, QByteArray(b"png")).write(image)
        return bytes(data.data().data())

    def _svg(self) -> bytes:
        data, generator = QBuffer(), QSvgGenerator()
        generator.setOutputDevice(data)
        generator.setSize(self._size())
        generator.setViewBox(QRect(QPoint(), self._size()))
        generator.setTitle(self.title)
        self._paint(generator)
        return bytes(data.data().data())

    def _size(self) -> QSize:
        return QSize(self.chart.width() + 2 * _MARGIN, self.chart.height_ + 40 + _MARGIN)

    def _paint(self, device: QPaintDevice) -> None:
        """Title and chart as on the screen, without the buttons."""
        width = self.chart.width()
        painter = QPainter(device)
        painter.setLayoutDirection(self.layoutDirection())
        painter.fillRect(QRect(QPoint(), self._size()), self._theme["surface"])
        painter.translate(_MARGIN, 0)
        self.chart.say(painter, QRectF(0, 8, width, 24), self.title, self._theme["text"], strong=True)
        painter.translate(0, 40)
        self.chart.draw(painter, width)
        painter.end()


def csv_text(rows: Table) -> str:
    """Rows as CSV (RFC 4180)."""
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue()


def write_whole(path: Path, data: bytes) -> None:
    """Write a file beside and put it in place. Raises TawsimError with the reason in one line."""
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_bytes(data)
        os.replace(beside, path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise TawsimError(f"{path}: {error.strerror or error}") from error
