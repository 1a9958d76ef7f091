"""Which label one annotator gave where another gave which: counts that know their places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from annotate.review.compare import Comparison, SpanItem

LabelPair = tuple[str | None, str | None]
"""The labels (keys) that two annotators gave to the same place; None: read and not marked."""


def confusion(comparisons: Iterable[Comparison], first: str, second: str) -> dict[LabelPair, list[SpanItem]]:
    """The items of each label pair of two annotators. What one of them has not read is left out.

    Borders do not matter here: a span with other borders and the same label stands on the diagonal.
    """
    cells: defaultdict[LabelPair, list[SpanItem]] = defaultdict(list)
    for comparison in comparisons:
        for item in comparison.spans:
            if {first, second} & set(item.unread):
                continue
            labels = [span.label if (span := item.versions.get(who)) else None for who in (first, second)]
            if any(labels):
                cells[labels[0], labels[1]].append(item)
    return dict(cells)
