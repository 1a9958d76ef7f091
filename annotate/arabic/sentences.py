"""Sentences as ``(start, end)`` ranges in code points, without the white space around them."""

from __future__ import annotations

import regex

_LINE = regex.compile(r"[^\n\u2028\u2029]+")
# A mark that may end a sentence, the quotes and brackets that close with it, and what must follow: white space, or
# directly an Arabic word (news agencies leave the space out; الجزيرة.نت is a host). In numbers neither follows.
_END = regex.compile(r"(?:[.!?\u061F\u06D4]|\u2026)+[\p{Pe}\p{Pf}\"'\u201D]*(?=[\s\x1c-\x1f]|(?!كوم\b)\p{Arabic}{3})")
# One letter and a full stop is an initial or a title (د. أحمد), unless a number goes before it (1990 م.).
_INITIAL = regex.compile(r"(?<![\p{L}\p{M}\p{N}])\p{L}\p{M}*\u0640?\.$")
_AFTER_NUMBER = regex.compile(r"\p{N}[\s\x1c-\x1f]*\p{L}\p{M}*\u0640?\.$")
_WORD_BEFORE = regex.compile(r"[\p{L}\p{M}\p{N}\p{Pe}\p{Pf}\"'\u201D%]")


def sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of a text in order. A line end always ends one; a sentence holds at least one visible character."""
    found: list[tuple[int, int]] = []
    for line in _LINE.finditer(text):
        start = line.start()
        for mark in _END.finditer(text, line.start(), line.end()):
            if _ends(text, start, mark):
                _add(found, text, start, mark.end())
                start = mark.end()
        _add(found, text, start, line.end())
    return found


def _ends(text: str, start: int, mark: regex.Match[str]) -> bool:
    if mark.start() == start or not _WORD_BEFORE.match(text, mark.start() - 1):
        return False
    if text[mark.start()] != "." or mark.group() != ".":
        return True
    before = text[max(start, mark.start() - 12) : mark.end()]
    return not _INITIAL.search(before) or bool(_AFTER_NUMBER.search(before))


def _add(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    inner = piece.strip()
    if inner:
        start += len(piece) - len(piece.lstrip())
        found.append((start, start + len(inner)))
