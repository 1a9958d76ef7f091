"""CoNLL-U: ten columns, tags in MISC, the white space between tokens kept, clitics as multi-word tokens."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from annotate.formats.conllu_reading import BREAKS, KEY, read_conllu
from annotate.formats.content import TOKENS, AnnotatedDocument, Writing
from annotate.formats.format import Format, open_to_write
from annotate.formats.grid import Placed, Sentence, conflict, grid, levels, words
from annotate.formats.tags import encode

_ESCAPES = str.maketrans({"\\": "\\\\", "|": "\\p", "\t": "\\t", "\n": "\\n", "\r": "\\r", " ": "\\s"})


def write_conllu(documents: Iterable[AnnotatedDocument], path: Path, how: Writing) -> None:
    """Syntax columns are empty (``_``). The longest spans stand under ``name``, deeper ones under ``name2`` …"""
    with open_to_write(path) as out:
        for document in documents:
            out.writelines(line + "\n" for line in _lines(document, how))


def _lines(document: AnnotatedDocument, how: Writing) -> Iterator[str]:
    sentences = grid(document, how)
    for relation in document.relations:
        how.lose_relation(document, relation, "relation")
    if not sentences:
        return
    yield f"# newdoc id = {BREAKS.sub(' ', document.name)}"
    for key, value in document.meta.items():
        yield f"# meta.{BREAKS.sub(' ', key)} = {json.dumps(value)}"
    spaces = _Spaces(document, sentences)
    word_starts = [start for start, _ in words(document)]
    for number, sentence in enumerate(sentences, 1):
        text = document.text[sentence.tokens[0][0] : sentence.tokens[-1][1]]
        yield f"# sent_id = {BREAKS.sub(' ', document.name)}-{number}"
        yield f"# text = {BREAKS.sub(' ', text)}"
        yield from _rows(document, sentence, spaces, word_starts, how)
        yield ""
    _lose_details(document, sentences, how)


def _rows(
    document: AnnotatedDocument, sentence: Sentence, spaces: _Spaces, word_starts: Sequence[int], how: Writing
) -> Iterator[str]:
    misc = _tags(document, sentence, how)
    tokens = sentence.tokens
    number = 0
    while number < len(tokens):
        word = bisect_right(word_starts, tokens[number][0])
        end = number + 1
        while end < len(tokens) and bisect_right(word_starts, tokens[end][0]) == word:
            end += 1
        space = spaces.around(tokens[number][0], tokens[end - 1][1], last=end == len(tokens))
        if end - number > 1:
            form = document.text[tokens[number][0] : tokens[end - 1][1]]
            yield _row(f"{number + 1}-{end}", form, space)
        for index in range(number, end):
            own = misc[index] if end - number > 1 else misc[index] + space
            yield _row(str(index + 1), document.text[tokens[index][0] : tokens[index][1]], own)
        number = end


def _row(id: str, form: str, misc: Sequence[str]) -> str:
    return "\t".join([id, form, *["_"] * 7, "|".join(misc) or "_"])


def _tags(document: AnnotatedDocument, sentence: Sentence, how: Writing) -> list[list[str]]:
    """The items in MISC of each token; spans below the first level are listed as standing there only."""
    misc: list[list[str]] = [[] for _ in sentence.tokens]
    found = levels(sentence) or [[]]
    for depth, level in enumerate(found, 1):
        key = KEY if depth == 1 else f"{KEY}{depth}"
        for placed in level if depth > 1 else ():
            how.lose_span(document, placed.span, conflict(placed, found[0]), "extra column")
        triples = [(placed.first, placed.end, placed.span.label) for placed in level]
        for items, tag in zip(misc, encode(len(misc), triples, how.scheme), strict=True):
            if depth == 1 or tag != "O":
                items.append(f"{key}={tag.translate(_ESCAPES)}")
    return misc


class _Spaces:
    """What stands between the tokens of a document."""

    def __init__(self, document: AnnotatedDocument, sentences: Sequence[Sentence]) -> None:
        self._text = document.text
        self._starts = [start for sentence in sentences for start, _ in sentence.tokens]

    def around(self, start: int, end: int, *, last: bool) -> list[str]:
        """The MISC items for the white space behind a word (and before the first of the document).

        One space inside a sentence is what readers take for granted; behind its last word it is said.
        """
        before = self._text[:start] if start == self._starts[0] else ""
        following = bisect_right(self._starts, start)
        while following < len(self._starts) and self._starts[following] < end:
            following += 1
        until = self._starts[following] if following < len(self._starts) else len(self._text)
        gap = self._text[end:until]
        items = [f"SpacesBefore={before.translate(_ESCAPES)}"] if before else []
        if not gap:
            return [*items, "SpaceAfter=No"]
        return items if gap == " " and not last else [*items, f"SpacesAfter={gap.translate(_ESCAPES)}"]


def _lose_details(document: AnnotatedDocument, sentences: Sequence[Sentence], how: Writing) -> None:
    held: list[Placed] = [placed for sentence in sentences for placed in sentence.placed]
    for placed in held:
        if placed.span.attributes:
            how.lose_detail(document, placed.span, "span attribute")
        if placed.span.note:
            how.lose_detail(document, placed.span, "note")
    if set(document.meta) - {TOKENS}:
        how.lose_document(document, "document meta", "extra column")


def _recognises(path: Path, head: str) -> bool:
    return path.suffix.lower() in (".conllu", ".conllup") or head.startswith(("# newdoc", "# sent_id"))


CONLLU = Format(
    name="conllu", suffix=".conllu", read=read_conllu, write=write_conllu, recognises=_recognises, tokens=True
)
