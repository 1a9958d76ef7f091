"""What is picked out in a document: a span, a relation, or the suggestion that Enter and X are about."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from annotate.model import Relation, Span, Suggestion
from ui.text.content import order_of
from ui.text.decisions import DecisionBar
from ui.text.layered import LayeredCanvas
from ui.text.overlay import Range
from ui.theme import Theme


class PickingCanvas(LayeredCanvas):
    """A canvas on which at most one thing is picked out, with the buttons of the current suggestion beside it."""

    acceptClicked = Signal()
    rejectClicked = Signal()
    moreClicked = Signal(QPoint)
    """The buttons ✓ ✕ ⋯ beside the current suggestion; the last with the place for a menu."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._decisions = DecisionBar(self)
        self._decisions.accepted.connect(self.acceptClicked)
        self._decisions.rejected.connect(self.rejectClicked)
        self._decisions.more.connect(self.moreClicked)
        self.verticalScrollBar().valueChanged.connect(self.place_decisions)

    @property
    def selected_span(self) -> str | None:
        """The id of the span that is picked out, or None."""
        return self.overlay.selected

    @selected_span.setter
    def selected_span(self, id: str | None) -> None:
        self._pick(span=id)

    @property
    def selected_relation(self) -> str | None:
        """The id of the relation that is picked out, or None."""
        return self.overlay.selected_relation

    @selected_relation.setter
    def selected_relation(self, id: str | None) -> None:
        self._pick(relation=id)

    @property
    def current_suggestion(self) -> Suggestion | None:
        """The pending suggestion that Enter and X are about, or None."""
        return self.overlay.current

    @current_suggestion.setter
    def current_suggestion(self, suggestion: Suggestion | None) -> None:
        self._pick(suggestion=suggestion)

    def picked_item(self) -> Span | Suggestion | None:
        """The span or suggestion that is picked out, or None."""
        return self.overlay.current or self.selected_item()

    def reveal_span(self, id: str) -> None:
        """Scroll so that a span is in sight."""
        if span := self.page.content.span(id):
            self.reveal((span.start, span.end))

    def next_span(self, *, backward: bool = False) -> Span | None:
        """The span after (before) the one picked out, else after the caret, in reading order; None at the end."""
        found = self.page.content.following(self._order(backward), Span, backward)
        return found if isinstance(found, Span) else None

    def next_suggestion(self, *, backward: bool = False) -> Suggestion | None:
        """The pending suggestion after (before) the current item, in reading order; None at the end."""
        found = self.page.content.following(self._order(backward), Suggestion, backward)
        return found if isinstance(found, Suggestion) else None

    def restyle_decisions(self, theme: Theme) -> None:
        """Give the buttons the colours of a theme and the words of the language."""
        self._decisions.restyle(theme)

    def place_decisions(self) -> None:
        """Put the buttons beside the current suggestion, or hide them."""
        self._decisions.place(self.overlay.current)

    def rebuild(self) -> None:
        """Lay everything out anew; what was picked out stays."""
        super().rebuild()
        self.place_decisions()

    def _pick(self, span: str | None = None, relation: str | None = None, suggestion: Suggestion | None = None) -> None:
        """Pick out one thing at most; what was picked out before is let go."""
        overlay, content = self.overlay, self.page.content
        before = self._picked_ranges()
        if overlay.selected != span:
            overlay.border_side = None
        overlay.selected = span if span in content.items else None
        overlay.selected_relation = relation if relation in content.relations else None
        found = content.items.get(suggestion.key) if suggestion else None
        overlay.current = found if isinstance(found, Suggestion) else None
        after = self._picked_ranges()
        for where in (*before, *after):
            self.update_range(where)
        # Of a relation one end in sight is enough: where it was clicked.
        if after and not (overlay.selected_relation and any(map(self.in_sight, after))):
            self.reveal(after[0])
        self.place_decisions()

    def _picked_ranges(self) -> list[Range]:
        overlay, content = self.overlay, self.page.content
        found: list[Range] = []
        if span := self.selected_item():
            found.append((span.start, span.end))
            for relation in content.relations_of(span.id):
                found += self._relation_ranges(relation)
        if overlay.selected_relation and (picked := content.relations.get(overlay.selected_relation)):
            found += self._relation_ranges(picked)
        if overlay.current:
            found.append((overlay.current.start, overlay.current.end))
        return found

    def _relation_ranges(self, relation: Relation) -> list[Range]:
        ends = (self.page.content.span(relation.head), self.page.content.span(relation.tail))
        return [(end.start, end.end) for end in ends if end]

    def _order(self, backward: bool) -> tuple[int, int, str]:
        """Where one stands in reading order: at what is picked out, else at the caret."""
        item = self.picked_item()
        if item is not None:
            return order_of(item)
        caret = self.overlay.caret
        return (caret, -len(self.page.content.text) - 1, "") if not backward else (caret, 0, "")
