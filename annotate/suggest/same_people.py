"""People named again: a bare surname is a person where the document says so elsewhere.

Newspapers give the full name once. A model that sees a sentence at a time, and even one that has seen the document
before, misses some of the later mentions; this rule takes them. Its two numbers were chosen on a part of ANERcorp's
train part that the model had not seen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from annotate.arabic.lexicon import Lexicon
from annotate.suggest.crf import Labelled
from annotate.suggest.words import Word

# At least this share of a word's mentions is a person by the model's own account.
_SHARE = 0.4
# Words up to this rank are ordinary words as well: أمل, سعيد.
_ORDINARY = 2000


def with_people_again(
    sentences: Sequence[Sequence[Word]], labelled: Sequence[Labelled], lexicon: Lexicon
) -> list[Labelled]:
    """The tags of a document with bare mentions of its people added; their likelihood is the share of mentions."""
    people: Counter[str] = Counter()
    mentions: Counter[str] = Counter()
    for words, tags in zip(sentences, labelled, strict=True):
        for word, (tag, _) in zip(words, tags, strict=True):
            mentions[word.rest] += 1
            people[word.rest] += tag.endswith("-PERS")
    shares = {
        word: number / mentions[word]
        for word, number in people.items()
        if number >= _SHARE * mentions[word] and len(word) > 2 and (lexicon.rank(word) or _ORDINARY + 1) > _ORDINARY
    }
    return [_added(words, list(tags), shares) for words, tags in zip(sentences, labelled, strict=True)]


def _added(words: Sequence[Word], tags: Labelled, shares: dict[str, float]) -> Labelled:
    for at, word in enumerate(words):
        if tags[at][0] != "O" or word.rest not in shares:
            continue
        follows = at > 0 and tags[at - 1][0].endswith("-PERS") and not word.proclitics
        tags[at] = ("I-PERS" if follows else "B-PERS", shares[word.rest])
        if at + 1 < len(words) and tags[at + 1][0] == "B-PERS" and not words[at + 1].proclitics:
            tags[at + 1] = "I-PERS", tags[at + 1][1]
    return tags
