"""The corpora that the makers learn from: sentences of ``(form, tag)`` in IOB2, read in place."""

from __future__ import annotations

import lzma
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Pairs = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Silver:
    """A sentence labelled by models: ``use`` says whether it is good enough to train on."""

    pairs: Pairs
    use: bool


def default_folder() -> Path:
    """The data folder beside the checkout."""
    return Path(__file__).parents[4] / "shared" / "data"


def read_bio(path: Path) -> list[Pairs]:
    """The sentences of a two-column file."""
    return [_pairs(lines) for lines in _blocks(path.read_text(encoding="utf-8"))]


def read_silver(path: Path) -> list[Silver]:
    """The sentences of ``silver.bio.xz`` in their order; a line about the labels stands before each."""
    text = lzma.decompress(path.read_bytes()).decode("utf-8")
    return [Silver(_pairs(lines[1:]), lines[0].startswith("# use")) for lines in _blocks(text)]


def spans_of(tags: list[str]) -> list[tuple[int, int, str]]:
    """The spans ``(first token, last token + 1, type)`` of IOB2 tags; an orphan ``I-`` starts one."""
    spans: list[tuple[int, int, str]] = []
    start, kind = 0, ""
    for index, tag in enumerate([*tags, "O"]):
        prefix, _, here = tag.partition("-")
        if kind and (prefix != "I" or here != kind):
            spans.append((start, index, kind))
            kind = ""
        if here and not kind:
            start, kind = index, here
    return spans


def _blocks(text: str) -> Iterator[list[str]]:
    for block in text.split("\n\n"):
        if lines := [line for line in block.split("\n") if line]:
            yield lines


def _pairs(lines: list[str]) -> Pairs:
    return [(form, tag) for form, _, tag in (line.rpartition(" ") for line in lines)]
