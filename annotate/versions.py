"""Which of two versions of a layer is the newer one, by the steps they hold."""

from __future__ import annotations

from annotate.model import Version


def is_newer(version: Version, than: Version) -> bool:
    """Whether a version stands above another: a total order in which who has seen more steps of all journals is newer.

    Where each has steps that the other lacks, the one with more steps is, and of equally many one and the same.
    """
    return _rank(version) > _rank(than)


def holds(version: Version, other: Version) -> bool:
    """Whether a version holds all steps of another."""
    return all(version.get(journal, (0, "")) >= steps for journal, steps in other.items())


def _rank(version: Version) -> tuple[int, list[tuple[str, tuple[int, str]]]]:
    return sum(steps for steps, _ in version.values()), sorted(version.items())
