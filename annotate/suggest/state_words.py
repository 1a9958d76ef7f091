"""State words: the words before a place that belong to its name where a label set says so (``جمهورية كازاخستان``)."""

from __future__ import annotations

import regex

from annotate.arabic.clitics import SHIPPED, Clitics
from annotate.arabic.folding import fold_word

STATE_WORDS = frozenset(
    map(
        fold_word,
        [
            *("جمهورية", "دولة", "مملكة", "سلطنة", "إمارة", "إمبراطورية", "اتحاد"),
            *("مدينة", "بلدة", "قرية", "ولاية", "محافظة", "مقاطعة", "إقليم", "جزيرة", "منطقة", "قضاء", "لواء"),
        ],
    )
)
"""Folded. In the construct state (without the article) they stand directly before the name."""

# What follows the name of a state in its full form: جمهورية مصر العربية.
_FULL_FORMS = frozenset(
    map(
        fold_word,
        ["العربية", "الإسلامية", "الشعبية", "الديمقراطية", "الديموقراطية", "الاتحادية", "الاشتراكية", "المتحدة"],
    )
)
_BEFORE = regex.compile(r"([\p{L}\p{M}\u0640]+)[ \u00a0]+$")
_AFTER = regex.compile(r"[ \u00a0]+([\p{L}\p{M}\u0640]+)")


def with_state_words(text: str, start: int, end: int, clitics: Clitics = SHIPPED) -> tuple[int, int]:
    """The range of a place with the state words before it and, behind a state word, the adjectives of its full form.

    Proclitics of the state word stay outside: و|جمهورية كازاخستان.
    """
    before = _BEFORE.search(text, max(0, start - 40), start)
    if not before:
        return start, end
    parts = clitics.split(before.group(1))
    if fold_word(parts[-1]) not in STATE_WORDS:
        return start, end
    start = before.end(1) - len(parts[-1])
    while (after := _AFTER.match(text, end)) and fold_word(after.group(1)) in _FULL_FORMS:
        end = after.end(1)
    return start, end
