"""What became of the suggestions of each source and label, each with a switch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from annotate.review.fates import Share
from ui.i18n.language import number, percent
from ui.overview.chart import CENTRE, END, Chart, Table
from ui.overview.shares import fate_text, left_text, why_left_text
from ui.panels.parts import draw_swatch
from ui.theme import LabelColours, Theme, mixed

translate = QCoreApplication.translate

_ROW, _GROUP_GAP, _COLUMN_GAP, _SWITCH = 28.0, 12.0, 40.0, 26.0
_NOTE = 14.0
"""A line with a note below is so much higher."""
_NAMES = 176
_LEAST = 340
"""A column is so wide at least; as many stand side by side as there is room for."""


@dataclass(frozen=True, slots=True)
class FateRow:
    """A line: a source as a whole (no ``look``), or one of its labels. ``label`` is an id, empty for the source.

    ``left``: the source leaves the label to what was learnt.
    """

    source: str
    label: str
    source_name: str
    name: str
    look: LabelColours | None
    share: Share
    on: bool
    left: bool

    @property
    def height(self) -> float:
        """How high the line is (pixels)."""
        return _ROW + _NOTE * self.left


class FateChart(Chart):
    """Sources in columns, under each its labels. Sends ``switched(source, label, on)``."""

    switched = Signal(str, str, bool)

    def __init__(self, theme: Theme, empty: str) -> None:
        super().__init__(theme)
        self._empty = empty
        self._groups: Sequence[Sequence[FateRow]] = ()
        self._switches: dict[tuple[str, str], QCheckBox] = {}
        self._may = True
        self._before: QWidget | None = None

    def follow(self, part: QWidget) -> None:
        """The switches come after this part when the focus goes on."""
        self._before = part

    def show_groups(self, groups: Sequence[Sequence[FateRow]], may: bool) -> None:
        """Show sources, each with its own line first; ``may``: they can be switched."""
        self._groups, self._may = groups, may
        self._make_switches()
        self.show_again()
        self._place_switches()

    def box_of(self, source: str, label: str = "") -> QCheckBox:
        """The switch of a source, or of one of its labels (an id)."""
        return self._switches[source, label]

    @property
    def height_(self) -> int:
        """As high as the longest column."""
        ends = [y + _height(group) for _, y, group in self._places(self.width())]
        return round(max(ends, default=60.0))

    def rows(self) -> Table:
        """Every line with its numbers."""
        head = [
            translate("Overview", "Source"),
            translate("Overview", "Label"),
            translate("Overview", "Number"),
            translate("Overview", "Accepted as they were"),
            translate("Overview", "Edited"),
            translate("Overview", "Rejected"),
            translate("Overview", "Accepted"),
            translate("Overview", "Switched on"),
            left_text(),
        ]
        yes, no = translate("Overview", "yes"), translate("Overview", "no")
        found = [head]
        for row in (row for group in self._groups for row in group):
            share = row.share
            counts = [str(n) for n in (share.decided, share.accepted, share.edited, share.rejected)]
            right = f"{share.right:.4f}" if share.decided else ""
            found.append(
                [
                    row.source_name,
                    row.name if row.label else "",
                    *counts,
                    right,
                    *(yes if found else no for found in (row.on, row.left)),
                ]
            )
        return found

    def draw(self, painter: QPainter, width: float) -> None:
        """Paint it."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._groups:
            self.say(painter, QRectF(0, 10, width, 40), self._empty, self.theme["text3"], side=CENTRE)
            return
        wide = self._column_width(width)
        for x, y, group in self._places(width):
            for top, row in _tops(y, group):
                self._draw_row(painter, width, QRectF(x, top, wide, _ROW), row)

    def _draw_row(self, painter: QPainter, width: float, box: QRectF, row: FateRow) -> None:
        def at(left: float, top: float, wide: float, high: float) -> QRectF:
            return self.place(QRectF(left, box.top() + top, wide, high), width)

        dim = 1.0 if row.on else 0.5
        left, right = box.left(), box.right() - _SWITCH
        colour = self.theme["text" if row.on else "text3"]
        painter.setOpacity(dim)
        if row.look is not None:
            draw_swatch(painter, row.look, at(left, 6, 16, 16))
        painter.setOpacity(1.0)
        begin = left if row.look is None else left + 24
        track = QRectF(left + _NAMES, 10, right - left - _NAMES - 104, 8)
        self.say(painter, at(begin, 0, left + _NAMES - 6 - begin, _ROW), row.name, colour, strong=row.look is None)
        if row.left:
            note = at(begin, _ROW - 5, right - begin, _NOTE)
            self.say(painter, note, left_text(), self.theme["text3"], size=12)
        if not row.share.decided:
            none = translate("Overview", "none decided")
            self.say(painter, at(right - 106, 0, 100, _ROW), none, self.theme["text3"], size=12, side=END)
            return
        self._draw_bar(painter, at(track.left(), track.top(), track.width(), track.height()), row.share, dim)
        self.say(painter, at(right - 98, 0, 48, _ROW), percent(row.share.right), colour, side=END)
        self.say(
            painter, at(right - 46, 0, 40, _ROW), number(row.share.decided), self.theme["text3"], size=12, side=END
        )

    def _draw_bar(self, painter: QPainter, track: QRectF, share: Share, dim: float) -> None:
        """The track, on it what was edited, and over that what was accepted as it was."""
        accent, surface = self.theme["accent"], self.theme["surface"]
        painter.setPen(Qt.PenStyle.NoPen)
        for count, colour in (
            (share.decided, self.theme["sunken"]),
            (share.accepted + share.edited, mixed(accent, self.theme["sunken"], 0.4)),
            (share.accepted, accent),
        ):
            filled = QRectF(track)
            filled.setWidth(track.width() * count / share.decided)
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                filled.moveRight(track.right())
            painter.setBrush(mixed(colour, surface, dim))
            painter.drawRoundedRect(filled, 3, 3)

    # --- where the columns are
    def _column_width(self, width: float) -> float:
        columns = self._columns(width)
        return (width - (columns - 1) * _COLUMN_GAP) / columns

    def _columns(self, width: float) -> int:
        return max(1, min(int((width + _COLUMN_GAP) // (_LEAST + _COLUMN_GAP)), len(self._groups)))

    def _places(self, width: float) -> list[tuple[float, float, Sequence[FateRow]]]:
        """The groups, each where the shortest column ends."""
        ends = [0.0] * self._columns(width)
        found = []
        for group in self._groups:
            column = ends.index(min(ends))
            y = ends[column] + (_GROUP_GAP if ends[column] else 0)
            found.append((column * (self._column_width(width) + _COLUMN_GAP), y, group))
            ends[column] = y + _height(group)
        return found

    # --- switches
    def _make_switches(self) -> None:
        """A switch for each line; those that are there stay, with the focus that one may have."""
        rows = {(row.source, row.label): row for group in self._groups for row in group}
        for key in [key for key in self._switches if key not in rows]:
            self._switches.pop(key).deleteLater()
        before = self._before
        for key, row in rows.items():
            box = self._switches.get(key) or self._new_switch(*key)
            box.setChecked(row.on)
            box.setEnabled(self._may and (not row.label or rows[row.source, ""].on))
            named = (row.source_name,) if not row.label else (row.source_name, row.name)
            box.setAccessibleName(" · ".join(named))
            box.setAccessibleDescription(" ".join([fate_text(row.share), *([why_left_text()] if row.left else [])]))
            box.setToolTip(
                why_left_text()
                if row.left
                else translate("Overview", "Switched on: suggestions are made.")
                if row.on
                else translate("Overview", "Switched off: no suggestions are made.")
            )
            if before is not None:
                QWidget.setTabOrder(before, box)
            before = box

    def _new_switch(self, source: str, label: str) -> QCheckBox:
        box = QCheckBox(self)
        box.clicked.connect(lambda on: self.switched.emit(source, label, on))
        box.show()
        self._switches[source, label] = box
        return box

    def _place_switches(self) -> None:
        wide = self._column_width(self.width())
        for x, y, group in self._places(self.width()):
            for top, row in _tops(y, group):
                box = QRectF(x + wide - _SWITCH + 4, top + 2, _SWITCH - 4, _ROW - 4)
                at = self.place(box, self.width()).toRect()
                self._switches[row.source, row.label].setGeometry(QRect(at))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other columns, other height."""
        super().resizeEvent(event)
        self._place_switches()
        self.updateGeometry()


def _height(group: Sequence[FateRow]) -> float:
    return sum(row.height for row in group)


def _tops(y: float, group: Sequence[FateRow]) -> Iterator[tuple[float, FateRow]]:
    """The lines of a group that begins at ``y``, each with where it begins."""
    for row in group:
        yield y, row
        y += row.height
