"""Which marks of two layers may be the same, and the greatest number of them that can be at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from annotate.review.borders import overlap
from annotate.review.layers import Mark


def overlapping(first: Iterable[Mark], second: Iterable[Mark]) -> Iterator[tuple[Mark, Mark]]:
    """The pairs of one label that share a code point, in linear time where spans do not pile up."""
    waiting = sorted(second, key=attrgetter("start"))
    position, active = 0, list[Mark]()
    for left in sorted(first, key=attrgetter("start")):
        active = [right for right in active if right.end > left.start]
        while position < len(waiting) and waiting[position].start < left.end:
            active.append(waiting[position])
            position += 1
        for right in active:
            if left.label == right.label and overlap(left, right):
                yield left, right


def most_pairs(edges: Sequence[tuple[int, int]]) -> int:
    """The size of a maximum one-to-one matching of a bipartite graph, given as (left, right) numbers."""
    if not edges:
        return 0
    # Imported here: only who asks for agreement pays for it.
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import maximum_bipartite_matching

    lefts, rights = zip(*edges, strict=True)
    graph = csr_array(([1] * len(edges), (lefts, rights)), shape=(max(lefts) + 1, max(rights) + 1))
    return int((maximum_bipartite_matching(graph) >= 0).sum())


class Pairing:
    """Admissible pairs gathered over documents; marks of different documents never meet."""

    def __init__(self) -> None:
        self._lefts: dict[tuple[str, Mark], int] = {}
        self._rights: dict[tuple[str, Mark], int] = {}
        self._edges: list[tuple[int, int]] = []

    def add(self, document: str, first: Mark, second: Mark) -> None:
        """Let the two marks of a document be matched."""
        left = self._lefts.setdefault((document, first), len(self._lefts))
        right = self._rights.setdefault((document, second), len(self._rights))
        self._edges.append((left, right))

    def matched(self) -> int:
        """The number of pairs when as many as possible are made, each mark in at most one."""
        return most_pairs(self._edges)
