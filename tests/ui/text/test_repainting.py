"""What stands on the screen after partial repaints and scrolls is what a full repaint would show."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from annotate.changes import Change
from annotate.model import Relation, Span
from ui.text.view import TextView

from .conftest import MakeView, Marked, picture

PARAGRAPH = "في البداية، أعرب رئيس البلاد عن امتنانه للجانب الكازاخستاني على الترحيب الحار. "


def on_screen(view: TextView) -> QImage:
    """What the window system has got, as opposed to what a fresh paint would give."""
    QApplication.processEvents()
    whole = view.screen().grabWindow(view.winId()).toImage().convertToFormat(QImage.Format.Format_RGB32)
    corner = view.viewport().mapTo(view.window(), QPoint(0, 0))
    return whole.copy(QRect(corner, view.viewport().size()))


def assert_same(view: TextView, told: str) -> None:
    shown, fresh = on_screen(view), picture(view)
    assert shown.size() == fresh.size()
    one, other = bytes(shown.constBits()), bytes(fresh.constBits())
    if one != other:
        # The corner of a frame may come out a shade apart when its path is cut at another place.
        apart = [index for index, (a, b) in enumerate(zip(one, other, strict=True)) if abs(a - b) > 40]
        assert not apart, f"{told}: {len(apart)} bytes, first in row {apart[0] // shown.bytesPerLine()}"


class Editor:
    """Edits a view at random, as steps of a session would."""

    def __init__(self, view: TextView, seed: int) -> None:
        self.view = view
        self.chance = random.Random(seed)
        self.spans: dict[str, Span] = {}
        self.relations: dict[str, Relation] = {}
        self.count = 0

    def act(self) -> str:
        acts = [
            self.add,
            self.add,
            self.remove,
            self.move,
            self.relate,
            self.scroll,
            self.scroll,
            self.pick,
            self.select,
        ]
        act = self.chance.choice(acts)
        act()
        return act.__name__

    def add(self) -> None:
        start = self._place()
        self.count += 1
        end = min(start + self.chance.choice((1, 4, 9, 30, 120)), len(self.view.text))
        label = self.chance.choice(("GPE", "ORG", "PERS"))
        span = Span(id=f"n{self.count}", document="d", annotator="a", start=start, end=end, label=label)
        self.spans[span.id] = span
        self.view.apply([Change(None, span)])

    def remove(self) -> None:
        if self.spans:
            span = self.spans.pop(self.chance.choice(sorted(self.spans)))
            gone = [relation for relation in self.relations.values() if span.id in (relation.head, relation.tail)]
            for relation in gone:
                del self.relations[relation.id]
            self.view.apply([*(Change(relation, None) for relation in gone), Change(span, None)])

    def move(self) -> None:
        if self.spans:
            before = self.spans[self.chance.choice(sorted(self.spans))]
            after = replace(before, end=min(before.end + self.chance.choice((1, 5, 40)), len(self.view.text)))
            self.spans[before.id] = after
            self.view.apply([Change(before, after)])

    def relate(self) -> None:
        if len(self.spans) > 1:
            head, tail = self.chance.sample(sorted(self.spans), 2)
            self.count += 1
            id = f"r{self.count}"
            relation = Relation(id=id, document="d", annotator="a", label="يقع في", head=head, tail=tail)
            self.relations[id] = relation
            self.view.apply([Change(None, relation)])

    def scroll(self) -> None:
        bar = self.view.verticalScrollBar()
        bar.setValue(bar.value() + self.chance.choice((-700, -57, -3, 3, 57, 700)))

    def pick(self) -> None:
        self.view.selected_span = self.chance.choice([None, *sorted(self.spans)])

    def select(self) -> None:
        start = self._place()
        self.view.select(start, min(start + self.chance.randrange(200), len(self.view.text)))

    def _place(self) -> int:
        view = self.view
        point = QPoint(self.chance.randrange(view.viewport().width()), self.chance.randrange(view.viewport().height()))
        return min(view.position_at(point), len(view.text) - 1)


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("long_paragraph", [False, True])
def test_any_sequence_of_edits_and_scrolls(make_view: MakeView, seed: int, long_paragraph: bool) -> None:
    text = PARAGRAPH * 60 if long_paragraph else "\n".join([PARAGRAPH] * 30)
    view = make_view(Marked(text), (640, 420))
    editor = Editor(view, seed)
    done: list[str] = []
    for _ in range(30):
        done.append(editor.act())
        assert_same(view, " ".join(done))
