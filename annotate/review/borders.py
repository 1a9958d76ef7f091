"""How the borders of two spans differ: not at all, by clitics only, by more."""

from __future__ import annotations

import re

from annotate.review.layers import Mark

_SILENT = re.compile("[\u064b-\u0652\u0670\u0640]")  # harakat, superscript alef, tatweel
_PROCLITICS = re.compile("[وف]?(?:لل|[بكل]?(?:ال)?)")
_ENCLITICS = re.compile("(?:ي|ك|ه|ها|نا|كم|كن|هم|هن|هما|كما)?")


def overlap(first: Mark, second: Mark) -> int:
    """The number of code points that two marks share, counted over their pieces."""
    return sum(
        max(0, min(end, other_end) - max(start, other_start))
        for start, end in first.pieces
        for other_start, other_end in second.pieces
    )


def overlaps(first: Mark, second: Mark) -> bool:
    """Whether two marks share a code point."""
    if not (first.start < second.end and second.start < first.end):
        return False
    return len(first.pieces) == len(second.pieces) == 1 or overlap(first, second) > 0


def clitic_only(text: str, first: Mark, second: Mark) -> bool:
    """Whether two overlapping marks have the same borders, or differ at them by clitics only (labels aside).

    Letters alone decide: a cut in the middle of a word whose first letter looks like a clitic counts as well. Of
    discontinuous spans only the outermost borders may differ.
    """
    if first.pieces == second.pieces:
        return True
    if _inner_borders(first) != _inner_borders(second) or not overlaps(first, second):
        return False
    before = text[first.start : second.start] or text[second.start : first.start]
    after = text[first.end : second.end] or text[second.end : first.end]
    return bool(_PROCLITICS.fullmatch(_SILENT.sub("", before)) and _ENCLITICS.fullmatch(_SILENT.sub("", after)))


def _inner_borders(found: Mark) -> list[int]:
    return [border for piece in found.pieces for border in piece][1:-1]
