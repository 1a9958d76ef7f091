"""Which marks of two layers may be the same, and the greatest number of them that can be at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from annotate.review.borders import overlaps
from annotate.review.layers import Mark


def overlapping(first: Sequence[Mark], second: Sequence[Mark]) -> Iterator[tuple[int, int]]:
    """The numbers of those marks of one label that share a code point; both sequences ordered by start.

    Takes linear time where spans do not pile up.
    """
    position, active = 0, list[int]()
    for left, mark in enumerate(first):
        active = [right for right in active if second[right].end > mark.start]
        while position < len(second) and second[position].start < mark.end:
            active.append(position)
            position += 1
        for right in active:
            if mark.label == second[right].label and overlaps(mark, second[right]):
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
        self._edges: list[tuple[int, int]] = []
        self._lefts = self._rights = 0

    def add(self, edges: Iterable[tuple[int, int]], lefts: int, rights: int) -> None:
        """Add a document with so many marks on either side; ``edges`` are the pairs of their numbers."""
        self._edges += [(self._lefts + left, self._rights + right) for left, right in edges]
        self._lefts += lefts
        self._rights += rights

    def matched(self) -> int:
        """The number of pairs when as many as possible are made, each mark in at most one."""
        return most_pairs(self._edges)
