"""The layers over a document that the window sets: search hits, the sentence, the modes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from annotate.model import Span
from ui.text.canvas import Canvas
from ui.text.content import Key
from ui.text.overlay import Range, Side


class LayeredCanvas(Canvas):
    """A canvas with what lies over the annotated text without being part of it."""

    def selected_item(self) -> Span | None:
        """The span that is picked out."""
        return self.page.content.span(self.overlay.selected) if self.overlay.selected else None

    def hover(self, key: Key | None) -> None:
        """Show an item (a span's id, a suggestion's key) as the one under the mouse, or none."""
        before, self.overlay.hovered = self.overlay.hovered, key
        for one in (before, key):
            if one is not None and (item := self.page.content.items.get(one)):
                self.update_range((item.start, item.end))

    def set_search(self, hits: Sequence[Range], current: int | None = None) -> None:
        """Show search hits (ascending); ``current`` is the index of the one that is scrolled to."""
        self.overlay.hits, self.overlay.hit_now = tuple(hits), current
        self.viewport().update()
        if current is not None:
            self.reveal(hits[current])

    def set_sentence(self, sentence: Range | None) -> None:
        """Shade a sentence, or none."""
        if sentence != self.overlay.sentence:
            old, self.overlay.sentence = self.overlay.sentence, sentence
            for where in (old, sentence):
                if where:
                    self.update_range(where)

    def set_border_mode(self, side: Side | None) -> None:
        """Begin (end: None) the mode in which arrows move a border of the selected span; see ``borderDragged``."""
        self.overlay.border_side = side if self.overlay.selected else None
        if span := self.selected_item():
            self.update_range((span.start, span.end))

    @property
    def border_side(self) -> Side | None:
        """The border that arrows move, or None outside the border mode."""
        return self.overlay.border_side

    def set_relation_mode(
        self, head: str | None, candidates: Mapping[str, str] | None = None, chosen: str | None = None
    ) -> None:
        """Mark the head of a relation to be made and its possible targets (id to hint letter); None ends the mode."""
        self.overlay.head, self.overlay.candidates = head, dict(candidates or {})
        self.overlay.candidate = chosen
        self.viewport().update()
        if chosen and (span := self.page.content.span(chosen)):
            self.reveal((span.start, span.end))
