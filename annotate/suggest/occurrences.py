"""All occurrences of a stretch of text: whole words, folded, with proclitics left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

from annotate.arabic.folding import Folded, fold, fold_word
from annotate.arabic.tokens import tokenize

# What may stand before a word without being part of it; للـ stands for ل and the article.
_PROCLITICS = regex.compile(r"[وف]?[بكلس]?")
_BEFORE_LAM = regex.compile(r"[وف]?ل")


def occurrences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where what stands at ``start``…``end`` stands in the text, itself among them: ranges in code points, in order.

    Harakat, tatweel, forms of alef, ya and ta marbuta make no difference, and proclitics before the first word are left
    out: كازاخستان is found in وكازاخستان, القدس in للقدس (without its article). A stretch without a letter or digit is
    nowhere.
    """
    return find(text, text[start:end])


def find(text: str, surface: str) -> list[tuple[int, int]]:
    """Where ``surface`` stands in a text, as ``occurrences`` finds it."""
    wanted = [fold_word(surface[start:end]) for start, end in tokenize(surface)]
    if not any(map(str.isalnum, "".join(wanted))):
        return []
    tokens = tokenize(text)
    first, rest = wanted[0], wanted[1:]
    found: list[tuple[int, int]] = []
    for at, (start, end) in enumerate(tokens[: len(tokens) - len(rest)]):
        folded = fold(text[start:end])
        begin = _begin(folded, first)
        if begin is None or [fold_word(text[s:e]) for s, e in tokens[at + 1 : at + len(wanted)]] != rest:
            continue
        place = start + begin, tokens[at + len(rest)][1]
        if not found or found[-1][1] <= place[0]:
            found.append(place)
    return found


def find_in(texts: Iterable[tuple[str, str]], surface: str) -> Iterator[tuple[str, int, int]]:
    """Where ``surface`` stands in many texts, given as ``(id, text)``: ``(id, start, end)``."""
    for id, text in texts:
        for start, end in find(text, surface):
            yield id, start, end


def _begin(token: Folded, first: str) -> int | None:
    """Where in a token the wanted word begins (code points), behind proclitics; None if it is another word."""
    if token.text.endswith(first):
        before = len(token.text) - len(first)
        if _PROCLITICS.fullmatch(token.text, 0, before):
            return token.offsets[before]
    if first.startswith("ال") and token.text.endswith("ل" + first[2:]):
        before = len(token.text) - len(first) + 2
        if _BEFORE_LAM.fullmatch(token.text, 0, before - 1):
            return token.offsets[before]
    return None
