"""A page of the sample painted offscreen and compared with the picture of it that ships (``self_test_page.png``).

The comparison is coarse, because systems shade letters differently: the page in 60 × 40 grey fields. A font that is
missing, a page that runs the wrong way, boxes or arcs that are not drawn change fields far beyond that.
``python -m ui.self_test_page`` makes the picture anew after the look of the text was changed on purpose.
"""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from annotate import labels
from annotate.errors import TawsimError
from annotate.model import Relation, Span, Suggestion
from ui.text.view import TextView
from ui.theme import load_fonts

REFERENCE = Path(__file__).with_name("self_test_page.png")
TOLERANCE = 2.0
"""Greatest mean difference of a field, of 255. Shading of letters makes less than 1, a box that is missing more."""

_WIDTH, _HEIGHT = 900, 600
_ACROSS, _DOWN = 60, 40
_MARKS = (("طاجيكستان", "GPE"), ("أستانا", "GPE"), ("إمام علي رحمان", "PERS"), ("قاسم جومارت توكاييف", "PERS"))


def compare_page(seeds: Path) -> str:
    """Paint the page and compare it; says how far it is off. Raises TawsimError where that is too far."""
    with_application()
    difference = difference_of(fields(painted(seeds)), QImage(str(REFERENCE)))
    if difference > TOLERANCE:
        raise TawsimError(f"the painted page is {difference:.2f} off its picture (allowed: {TOLERANCE})")
    return f"{difference:.2f} off its picture (allowed: {TOLERANCE})"


def with_application() -> None:
    """Have a QApplication; a new one is offscreen, so that a display is neither needed nor used."""
    if QApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        QApplication(["tawsim"]).setStyle("fusion")


def painted(seeds: Path, *, marks: bool = True) -> QImage:
    """The beginning of the sample with a few spans, a relation and a suggestion, as the text view paints it."""
    lost = load_fonts(seeds / "fonts")
    if lost:
        raise TawsimError(f"{seeds / 'fonts'}: fonts that cannot be loaded: {', '.join(lost)}")
    text = (seeds / "sample" / "tajikistan-kazakhstan.txt").read_text(encoding="utf-8").rstrip("\n")
    label_set = labels.read((seeds / "labels" / "wojood.json").read_text(encoding="utf-8"))
    spans = [_span(text, *mark, number, label_set) for number, mark in enumerate(_MARKS)]
    relation = Relation(id="r", document="", annotator="", label="located_in", head="2", tail="1")
    start = text.index("كازاخستان")
    offered = Suggestion(
        document="", annotator="", start=start, end=start + 9, label=label_set.entity_key("GPE"), by="places", score=1.0
    )
    view = TextView()
    view.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.resize(_WIDTH, _HEIGHT)
    view.set_labels(label_set, "ar")
    spans.sort(key=lambda span: span.order)
    view.set_document(text, *((spans, [relation], [offered]) if marks else ()))
    return view.grab().toImage()


def fields(picture: QImage) -> QImage:
    """The picture as ``_ACROSS`` × ``_DOWN`` grey fields."""
    small = picture.scaled(
        _ACROSS, _DOWN, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    return small.convertToFormat(QImage.Format.Format_Grayscale8)


def difference_of(one: QImage, other: QImage) -> float:
    """The mean difference of two pictures' fields, 0…255. Raises TawsimError where their sizes differ."""
    if one.size() != other.size():
        raise TawsimError(f"{REFERENCE.name}: cannot be read, or is of another size")
    places = [(x, y) for x in range(one.width()) for y in range(one.height())]
    return sum(abs(one.pixelColor(*place).red() - other.pixelColor(*place).red()) for place in places) / len(places)


def _span(text: str, surface: str, label: str, number: int, label_set: labels.LabelSet) -> Span:
    start = text.index(surface)
    key = label_set.entity_key(label)
    return Span(id=str(number), document="", annotator="", start=start, end=start + len(surface), label=key)


if __name__ == "__main__":
    with_application()
    fields(painted(Path(__file__).parent.parent / "seeds")).save(str(REFERENCE))
