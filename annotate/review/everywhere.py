"""Where else the same question stands: the same folded text with the same versions of the same annotators."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotate.arabic.folding import fold_word
from annotate.model import surface
from annotate.review.compare import Comparison, Item, SpanItem


def same_everywhere(
    comparisons: Iterable[Comparison], like: Comparison, item: Item
) -> Iterator[tuple[Comparison, Item]]:
    """The items, in any of the documents, that ask what ``item`` (of ``like``) asks, itself included if it is there.

    Texts are compared folded: without harakat and tatweel, the forms of a letter as one.
    """
    wanted = _question(like, item)
    for comparison in comparisons:
        for other in comparison.spans if isinstance(item, SpanItem) else comparison.relations:
            if other.kind is item.kind and _question(comparison, other) == wanted:
                yield comparison, other


def _question(comparison: Comparison, item: Item) -> object:
    text = comparison.document.text
    if isinstance(item, SpanItem):
        versions = {who: (fold_word(surface(text, span)), span.label) for who, span in item.versions.items()}
        return fold_word(text[item.start : item.end]), versions, item.absent, item.unread
    # A turned arrow starts at the item that the others end at.
    arrows = {who: (label, head == item.head.id) for who, (label, head, _) in item.arrows.items()}
    return _question(comparison, item.head), _question(comparison, item.tail), arrows, item.absent, item.unread
