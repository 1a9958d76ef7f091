"""What the text view looks like: a theme, a font, and the measures of the look (*Line geometry*) at a zoom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from PySide6.QtGui import QColor, QFont

from annotate.labels import LabelSet
from ui.theme import Theme, interface_font, text_font, tokens


@dataclass(frozen=True, slots=True)
class TextStyle:
    """The look of the text view: a theme and the family of the annotated text."""

    theme: Theme
    family: str = "Noto Naskh Arabic"


@dataclass(frozen=True, slots=True)
class LabelLook:
    """A label as tags and boxes show it: colours, the shape of its family mark, its word."""

    fill: QColor
    border: QColor
    text: QColor
    mark: str
    word: str


@dataclass(slots=True)
class LabelLooks:
    """The looks of a label set's keys under a theme, each made once. ``language`` picks the words of the tags.

    Arabic tags show a type's Arabic name, others its id: English names are too long for a tag.
    """

    theme: Theme
    labels: LabelSet
    language: str
    _known: dict[str, LabelLook] = field(default_factory=dict)

    def __getitem__(self, key: str) -> LabelLook:
        if key not in self._known:
            self._known[key] = self._made(key)
        return self._known[key]

    def relation(self, key: str) -> str:
        """The word of a relation type."""
        found = self.labels.relation(key)
        return found.name(self.language) if found else key

    def _made(self, key: str) -> LabelLook:
        colours = self.theme.label(self.labels, key)
        entity = self.labels.entity(key)
        word = entity.name("ar") if entity and self.language == "ar" else self.labels.entity_id(key)
        return LabelLook(QColor(colours.fill), QColor(colours.border), QColor(colours.text), colours.mark, word)


class Colours:
    """The colours of a theme by token, each made once."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._known: dict[str, QColor] = {}

    def __getitem__(self, token: str) -> QColor:
        if token not in self._known:
            self._known[token] = self._theme[token]
        return self._known[token]


class Metrics:
    """The measures of the look, all times the zoom, and the fonts that go with them. Lengths are pixels."""

    def __init__(self, style: TextStyle, zoom: float = 1.0, spacing: float = 1.0) -> None:
        geometry: Mapping[str, float] = {
            name: value for name, value in tokens()["geometry"].items() if not isinstance(value, list)
        }
        arrow_width, arrow_length = tokens()["geometry"]["arrow"]
        self.pitch = round(geometry["linePitch"] * zoom * spacing)
        self.baseline = round(24 * zoom * (1 + (spacing - 1) * 0.63))
        self.box_top = geometry["boxTop"] * zoom
        self.box_bottom = geometry["boxBottom"] * zoom
        self.grow = geometry["nestGrow"] * zoom
        self.side = geometry["boxPad"] * zoom
        self.joined = geometry["boxPadJoined"] * zoom
        self.radius = geometry["boxRadius"] * zoom
        self.tag_height = geometry["tagHeight"] * zoom
        self.tag_gap = geometry["tagGap"] * zoom
        self.tag_padding = 4 * zoom
        self.tag_radius = 3 * zoom
        self.mark = 7 * zoom
        self.lane = geometry["laneHeight"] * zoom
        self.arc_radius = geometry["arcRadius"] * zoom
        self.arc_width = geometry["arcWidth"] * zoom
        self.arrow: tuple[float, float] = arrow_width * zoom, arrow_length * zoom
        self.handle = geometry["handle"] * zoom
        self.paragraph_gap = round(10 * zoom)
        self.page_top = round(16 * zoom)
        self.margin = round(geometry["margin"] * zoom)
        self.review_pitch = round(19 * zoom)
        self.review_bar = 17 * zoom
        self.zoom = zoom
        self.font = text_font(style.family, zoom)
        self.tag_font = _sized(interface_font(), geometry["tagFont"] * zoom)
        self.tag_font_strong = QFont(self.tag_font)
        self.tag_font_strong.setWeight(QFont.Weight.DemiBold)

    @cached_property
    def units_per_character(self) -> float:
        """About how wide a character of running Arabic text is: the estimate of heights not yet measured."""
        return self.font.pixelSize() * 0.38


def _sized(font: QFont, size: float) -> QFont:
    font.setPixelSize(max(round(size), 1))
    return font
