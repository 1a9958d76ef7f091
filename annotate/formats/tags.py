"""Tag schemes: spans to one tag a token and back. Spans are ``(first, end, label)`` in tokens, end exclusive."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

TokenSpan = tuple[int, int, str]

SCHEMES = ("iob2", "iob1", "bioes")

_TAG = re.compile(r"([BIELSUM])-(.+)")
_SAME = {"L": "E", "U": "S", "M": "I"}


class BadTag(ValueError):
    """A tag of no scheme; the message names it."""


def split_tag(tag: str) -> tuple[str, str]:
    """Prefix and label of a tag, cut at its first hyphen; ``("O", "")`` for O. Raises BadTag."""
    if tag == "O":
        return "O", ""
    match = _TAG.fullmatch(tag)
    if not match:
        raise BadTag(f"{tag!r} is no tag")
    return match[1], match[2]


def detect(sentences: Iterable[Sequence[tuple[str, str]]]) -> str:
    """The scheme of a whole file, given the split tags of its sentences; BILOU and BMES count as ``bioes``."""
    iob2 = opens_with_i = False
    for sentence in sentences:
        before = ""
        for prefix, label in sentence:
            if prefix in "SUEL":
                return "bioes"
            iob2 = iob2 or (prefix == "B" and label != before)
            opens_with_i = opens_with_i or (prefix == "I" and label != before)
            before = label
    return "iob1" if opens_with_i and not iob2 else "iob2"


def decode(sentence: Sequence[tuple[str, str]], scheme: str) -> tuple[list[TokenSpan], int]:
    """The spans of one sentence's split tags, and how many were mended (an ``I-`` that continues nothing)."""
    spans: list[TokenSpan] = []
    orphans = 0
    start, open_label = 0, ""
    for index, (given, label) in enumerate([*sentence, ("O", "")]):
        prefix = _SAME.get(given, given)
        goes_on = bool(open_label) and label == open_label and prefix in "IE"
        if open_label and not goes_on:
            spans.append((start, index, open_label))
            open_label = ""
        if prefix == "O":
            continue
        if not goes_on:
            start, open_label = index, label
            orphans += prefix == "E" or (prefix == "I" and scheme != "iob1")
        if prefix in "ES":
            spans.append((start, index + 1, label))
            open_label = ""
    return spans, orphans


def encode(length: int, spans: Iterable[TokenSpan], scheme: str) -> list[str]:
    """The tags of a sentence of ``length`` tokens whose spans do not overlap."""
    tags = ["O"] * length
    ended = (-1, "")
    for start, end, label in sorted(spans):
        inner = ["I"] * (end - start)
        if scheme != "iob1" or ended == (start, label):
            inner[0] = "B"
        if scheme == "bioes":
            inner[-1] = "E" if end - start > 1 else "S"
        tags[start:end] = [f"{prefix}-{label}" for prefix in inner]
        ended = (end, label)
    return tags
