"""The tree of heights agrees with plain sums."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ui.text.heights import Heights

SOME = st.lists(st.integers(1, 500), min_size=1, max_size=40)


@given(SOME, st.lists(st.tuples(st.integers(0, 39), st.integers(1, 900)), max_size=20))
def test_tops_and_total_after_changes(heights: list[int], changes: list[tuple[int, int]]) -> None:
    tree = Heights(heights)
    for index, height in changes:
        heights[index % len(heights)] = height
        tree[index % len(heights)] = height
    assert tree.total == sum(heights)
    assert [tree.top(index) for index in range(len(heights))] == [sum(heights[:index]) for index in range(len(heights))]
    assert [tree[index] for index in range(len(tree))] == heights


@given(SOME, st.integers(-50, 12_000))
def test_the_block_found_is_the_one_at_that_height(heights: list[int], y: int) -> None:
    found = Heights(heights).find(y)
    above = sum(heights[:found])
    if y < 0:
        assert found == 0
    elif y >= sum(heights):
        assert found == len(heights) - 1
    else:
        assert above <= y < above + heights[found]
