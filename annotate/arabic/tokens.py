"""Word tokens and graphemes as ``(start, end)`` ranges in code points, end exclusive.

A token is a verbatim stretch of the text without white space: letters, digits, harakat, tatweel, ZWNJ, ZWJ and bidi
marks stay together, punctuation and symbols stand alone. Apart from URLs these are the tokens of CAMeL-Tools'
``simple_word_tokenize``.
"""

from __future__ import annotations

import regex

# str.isspace() counts U+001C to U+001F as white space, the Unicode property does not.
_SPACE = r"\s\x1c-\x1f"
_EMOJI = r"\p{Emoji}(?:\p{EMod}|\uFE0F\u20E3?|[\U000E0020-\U000E007E]+\U000E007F)?"
_TOKEN = regex.compile(
    rf"""
    [Hh][Tt][Tt][Pp][Ss]?://[^{_SPACE}]++                       # a URL, up to white space
    | (?=[\p{{P}}\p{{S}}\p{{RI}}]|[0-9]\uFE0F?\u20E3)           # an emoji sequence (UTS 51) is one token
      (?:[0-9*\#]\uFE0F?\u20E3|(?:\p{{RI}}\p{{RI}}|{_EMOJI})(?:\u200D(?:\p{{RI}}\p{{RI}}|{_EMOJI}))*+)
    | [\p{{P}}\p{{S}}]
    | (?:[^{_SPACE}\p{{P}}\p{{S}}0-9Hh]|[0-9](?!\uFE0F?\u20E3)|[Hh](?![Tt][Tt][Pp][Ss]?://))++
    """,
    regex.VERBOSE,
)
_GRAPHEME = regex.compile(r"\X")


def tokenize(text: str) -> list[tuple[int, int]]:
    """The word tokens of a text in order; what lies between them is white space. Time is linear in the text."""
    return [match.span() for match in _TOKEN.finditer(text)]


def graphemes(text: str) -> list[tuple[int, int]]:
    """The graphemes (what a person sees as one character) of a text; together they are the text."""
    return [match.span() for match in _GRAPHEME.finditer(text)]
