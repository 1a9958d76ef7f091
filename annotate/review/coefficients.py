"""The figures of agreement. A figure that is not defined is None, never a NaN and never a guess."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ratio:
    """Precision, recall and F1 of ``matched`` pairs between ``first`` (the reference) and ``second`` items."""

    matched: int = 0
    first: int = 0
    second: int = 0

    @property
    def precision(self) -> float | None:
        """Matched over the second's items."""
        return self.matched / self.second if self.second else None

    @property
    def recall(self) -> float | None:
        """Matched over the first's items."""
        return self.matched / self.first if self.first else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of the two: 0 where only one side has items, None where neither has."""
        return 2 * self.matched / self.n if self.n else None

    @property
    def n(self) -> int:
        """The items of both sides."""
        return self.first + self.second

    def __add__(self, other: Ratio) -> Ratio:
        return Ratio(self.matched + other.matched, self.first + other.first, self.second + other.second)


def kappa(table: Mapping[tuple[Hashable, Hashable], int]) -> float | None:
    """Cohen's κ of a table of how many units got which pair of values.

    None without units, and where chance alone agrees on all (both gave one and the same value throughout).
    """
    n = sum(table.values())
    first: Counter[Hashable] = Counter()
    second: Counter[Hashable] = Counter()
    for (left, right), count in table.items():
        first[left] += count
        second[right] += count
    expected = sum(count * second[value] for value, count in first.items())
    if n * n == expected:
        return None
    observed = sum(count for (left, right), count in table.items() if left == right)
    return (observed * n - expected) / (n * n - expected)


def alpha(units: Mapping[tuple[str, ...], int]) -> float | None:
    """Krippendorff's α for nominal values: how many units got which values (any order, missing ones left out).

    Units with fewer than two values do not count. None where no unit is left or only one value occurs.
    """
    totals: Counter[str] = Counter()
    disagreement = 0.0
    for values, count in units.items():
        if len(values) < 2:
            continue
        held = Counter(values)
        unlike = len(values) ** 2 - sum(number**2 for number in held.values())
        disagreement += count * unlike / (len(values) - 1)
        for value, number in held.items():
            totals[value] += count * number
    n = sum(totals.values())
    unlike_pairs = n * n - sum(number**2 for number in totals.values())
    return 1 - (n - 1) * disagreement / unlike_pairs if unlike_pairs else None
