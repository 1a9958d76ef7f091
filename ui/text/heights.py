"""The heights of the blocks as a Fenwick tree: sums and look-ups in logarithmic time."""

from __future__ import annotations

from collections.abc import Iterable


class Heights:
    """Whole pixel heights of blocks one under the other. Changing one and finding a place are O(log n)."""

    def __init__(self, heights: Iterable[int] = ()) -> None:
        self._heights = list(heights)
        self._tree = [0, *self._heights]
        size = len(self._tree)
        for index in range(1, size):
            parent = index + (index & -index)
            if parent < size:
                self._tree[parent] += self._tree[index]
        self.total = sum(self._heights)

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, index: int) -> int:
        return self._heights[index]

    def __setitem__(self, index: int, height: int) -> None:
        delta = height - self._heights[index]
        if not delta:
            return
        self._heights[index] = height
        self.total += delta
        node = index + 1
        while node < len(self._tree):
            self._tree[node] += delta
            node += node & -node

    def top(self, index: int) -> int:
        """Where a block begins: the heights of all before it together."""
        total = 0
        while index:
            total += self._tree[index]
            index -= index & -index
        return total

    def find(self, y: int) -> int:
        """The block at a height: the last that begins at or above ``y`` (the first for a ``y`` above all)."""
        node, left = 0, max(y, 0)
        step = 1 << (len(self._tree).bit_length() - 1)
        while step:
            following = node + step
            if following < len(self._tree) and self._tree[following] <= left:
                node = following
                left -= self._tree[following]
            step >>= 1
        return max(min(node, len(self._heights) - 1), 0)
