"""Colours, fonts and the style sheet: the tokens of ``tokens.json`` as Qt understands them, light and dark."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Template
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette

from annotate.labels import EntityType, LabelSet

_FOLDER = Path(__file__).parent

TEXT_FONTS = {"Noto Naskh Arabic": 20, "Scheherazade New": 23, "Amiri": 22}
"""The families offered for the text and the pixel size at which each looks as large as the others."""


@cache
def tokens() -> dict[str, Any]:
    """The numbers and colours of the visual reference."""
    found: dict[str, Any] = json.loads((_FOLDER / "tokens.json").read_text(encoding="utf-8"))
    return found


@dataclass(frozen=True, slots=True)
class LabelColours:
    """Fill, border and tag text of a label, as ``#RRGGBB``, and the shape of its family mark."""

    fill: str
    border: str
    text: str
    mark: str


@dataclass(frozen=True, slots=True)
class Theme:
    """One of the two looks. ``name`` is ``light`` or ``dark``; ``colours`` maps a token to ``#RRGGBB``."""

    name: str
    colours: Mapping[str, str]

    def __getitem__(self, token: str) -> QColor:
        return QColor(self.colours[token])

    def label(self, labels: LabelSet, key: str) -> LabelColours:
        """The colours of a span's label (a key): the set's own, else those of its place in the set."""
        entity = labels.entity(key)
        if entity is None:
            return LabelColours(self.colours["surface"], self.colours["text3"], self.colours["text2"], "ring")
        return self._label_of(entity, labels.entities.index(entity))

    def _label_of(self, entity: EntityType, place: int) -> LabelColours:
        known = tokens()["labels"]
        names = list(known)
        by_colour = {value["light"]["border"].upper(): name for name, value in known.items()}
        name = by_colour.get(entity.colour.upper()) if entity.colour else names[place % len(names)]
        if name is None:
            return self._own(entity)
        look = known[name][self.name]
        return LabelColours(look["fill"], look["border"], look["text"], entity.mark or known[name]["mark"])

    def _own(self, entity: EntityType) -> LabelColours:
        """A colour that a project chose: lightened or darkened until border (3:1) and tag text (4.5:1) can be read."""
        wanted, surface = QColor(entity.colour), self["surface"]
        if not wanted.isValid():
            wanted = self["text3"]
        fill = mixed(wanted, surface, 0.16)
        border = _until(wanted, surface, 3.0, self["text"])
        text = _until(wanted, fill, 7.0, self["text"])
        return LabelColours(fill.name(), border.name(), text.name(), entity.mark or "square")


def theme(name: str) -> Theme:
    """The look of a name: ``light``, ``dark``, or anything else for what the system uses."""
    if name not in ("light", "dark"):
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        name = "dark" if dark else "light"
    return Theme(name, tokens()[name])


def contrast(one: QColor | str, other: QColor | str) -> float:
    """The WCAG contrast ratio of two colours, 1…21."""
    high, low = sorted((_luminance(QColor(one)), _luminance(QColor(other))), reverse=True)
    return (high + 0.05) / (low + 0.05)


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """``share`` of one colour and the rest of the other."""
    parts = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(a * share + b * (1 - share)) for a, b in parts))


def _until(colour: QColor, ground: QColor, ratio: float, towards: QColor) -> QColor:
    for step in range(11):
        found = mixed(towards, colour, step / 10)
        if contrast(found, ground) >= ratio:
            return found
    return towards


def _luminance(colour: QColor) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def load_fonts(folder: Path) -> list[str]:
    """Load the fonts that ship (``seeds/fonts``); returns the files that could not be read, by name."""
    files = sorted(folder.glob("*.ttf"))
    lost = [file.name for file in files if QFontDatabase.addApplicationFont(str(file)) < 0]
    return lost or ([] if files else [folder.name])


def interface_font(size: int = 13, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The font of the interface in pixels."""
    font = QFont([tokens()["type"]["ui"], "Noto Naskh Arabic"])
    font.setPixelSize(size)
    font.setWeight(weight)
    return font


def text_font(family: str, zoom: float = 1.0) -> QFont:
    """The font of annotated text; ``zoom`` 1.0 is 100 %."""
    font = QFont([family, tokens()["type"]["text"], tokens()["type"]["ui"]])
    font.setPixelSize(max(6, round(TEXT_FONTS.get(family, tokens()["geometry"]["textSize"]) * zoom)))
    font.setWordSpacing(tokens()["geometry"]["wordSpacing"] * zoom)
    return font


def palette(look: Theme) -> QPalette:
    """The Qt palette of a look, for all that the style sheet does not reach."""
    role = QPalette.ColorRole
    found = QPalette()
    for where, token in (
        (role.Window, "window"),
        (role.WindowText, "text"),
        (role.Base, "surface"),
        (role.AlternateBase, "window"),
        (role.Text, "text"),
        (role.Button, "surface"),
        (role.ButtonText, "text"),
        (role.BrightText, "danger"),
        (role.ToolTipBase, "raised"),
        (role.ToolTipText, "text"),
        (role.PlaceholderText, "text3"),
        (role.Highlight, "selection"),
        (role.HighlightedText, "text"),
        (role.Link, "accent"),
        (role.LinkVisited, "accent"),
        (role.Mid, "border"),
        (role.Dark, "control"),
        (role.Light, "surface"),
        (role.Midlight, "hover"),
        (role.Shadow, "border"),
        (role.Accent, "accent"),
    ):
        found.setColor(where, look[token])
    faint = mixed(look["text3"], look["window"], 0.55)
    for where in (role.WindowText, role.Text, role.ButtonText):
        found.setColor(QPalette.ColorGroup.Disabled, where, faint)
    return found


def style_sheet(look: Theme) -> str:
    """The style sheet of a look: ``style.qss`` with the tokens filled in."""
    faint = mixed(look["text3"], look["window"], 0.55).name()
    rules = Template((_FOLDER / "style.qss").read_text(encoding="utf-8"))
    pictures = (_FOLDER / "pictures").as_posix()
    return rules.substitute(look.colours, faint=faint, look=look.name, pictures=pictures)
