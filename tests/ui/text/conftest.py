"""A text view with the fonts that ship, and the records to put into it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotate import labels
from annotate.labels import LabelSet
from annotate.model import Relation, Span, Suggestion
from ui.text.style import TextStyle
from ui.text.view import TextView
from ui.theme import load_fonts, theme


@pytest.fixture(scope="session", autouse=True)
def fonts(qapp: object, seeds: Path) -> None:
    """The fonts that ship: pictures and widths are then the same on every machine."""
    assert load_fonts(seeds / "fonts") == []
    # A caret that blinks would be in one of two pictures and not in the other.
    QApplication.setCursorFlashTime(0)


@pytest.fixture(scope="session")
def wojood(seeds: Path) -> LabelSet:
    """The label set of the sample."""
    return labels.read((seeds / "labels" / "wojood.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def sample(seeds: Path) -> str:
    """The text of the sample article."""
    return (seeds / "sample" / "tajikistan-kazakhstan.txt").read_text(encoding="utf-8").rstrip("\n")


class Marked:
    """A text whose spans are named by what they cover."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans: list[Span] = []
        self.relations: list[Relation] = []
        self.suggestions: list[Suggestion] = []

    def span(self, surface: str, label: str = "GPE", nth: int = 1, start: int | None = None) -> Span:
        """Add a span over the nth occurrence of a surface (or at a place)."""
        start = self._place(surface, nth) if start is None else start
        end = start + len(surface)
        made = Span(id=f"s{len(self.spans)}", document="d", annotator="a", start=start, end=end, label=label)
        self.spans.append(made)
        return made

    def suggestion(self, surface: str, label: str = "GPE", nth: int = 1, score: float = 0.9) -> Suggestion:
        """Add a pending suggestion over the nth occurrence of a surface."""
        start = self._place(surface, nth)
        end = start + len(surface)
        made = Suggestion(document="d", annotator="a", start=start, end=end, label=label, by="places", score=score)
        self.suggestions.append(made)
        return made

    def relation(self, head: Span, tail: Span, label: str = "r") -> Relation:
        """Add a relation between two spans."""
        id = f"r{len(self.relations)}"
        made = Relation(id=id, document="d", annotator="a", label=label, head=head.id, tail=tail.id)
        self.relations.append(made)
        return made

    def _place(self, surface: str, nth: int) -> int:
        start = -1
        for _ in range(nth):
            start = self.text.index(surface, start + 1)
        return start


MakeView = Callable[..., TextView]


@pytest.fixture
def make_view(qtbot: QtBot, wojood: LabelSet) -> MakeView:
    """Make a shown view of a marked text at a size."""

    def make(marked: Marked, size: tuple[int, int] = (900, 600), read: Sequence[tuple[int, int]] = ()) -> TextView:
        view = TextView()
        qtbot.addWidget(view)
        view.set_style(TextStyle(theme("light")))
        view.set_labels(wojood)
        view.resize(*size)
        view.set_document(
            marked.text, sorted(marked.spans, key=lambda span: span.order), marked.relations, marked.suggestions, read
        )
        view.show()
        qtbot.waitExposed(view)
        return view

    return make


def picture(view: TextView) -> QImage:
    """What a view looks like now."""
    return view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
