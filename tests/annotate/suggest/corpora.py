"""Gold to measure suggestions on: texts with labelled ranges in code points."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from annotate.suggest.making.corpus import read_bio, spans_of
from annotate.suggest.proposals import Proposal

ROOT = Path(__file__).parents[3]
Gold = set[tuple[int, int, str]]


def seed_article() -> tuple[str, Gold]:
    """The seed article as a careful reader marked it."""
    record = json.loads((ROOT / "tests/data/seed-gold.jsonl").read_text(encoding="utf-8"))
    return record["text"], {(span["start"], span["end"], span["label"]) for span in record["spans"]}


def bio_documents(path: Path, first: int = 0, number: int | None = None, size: int = 10**6) -> list[tuple[str, Gold]]:
    """Sentences of a two-column file as documents of ``size`` sentences, one a line, words with a space between."""
    sentences = read_bio(path)[first : None if number is None else first + number]
    documents: list[tuple[str, Gold]] = []
    for start in range(0, len(sentences), size):
        text, gold = "", set[tuple[int, int, str]]()
        for pairs in sentences[start : start + size]:
            ranges = []
            for form, _ in pairs:
                ranges.append((len(text), len(text) + len(form)))
                text += form + " "
            text = text[:-1] + "\n"
            gold |= {(ranges[s][0], ranges[e - 1][1], kind) for s, e, kind in spans_of([tag for _, tag in pairs])}
        documents.append((text, gold))
    return documents


@dataclass(frozen=True, slots=True)
class Counts:
    """How many proposals are right, wrong, and how many of the gold are missed."""

    right: int
    wrong: int
    missed: int

    @classmethod
    def of(cls, gold: Gold, proposals: Iterable[Proposal], labels: Collection[str]) -> Counts:
        wanted = {entry for entry in gold if entry[2] in labels}
        found = {(p.start, p.end, p.label) for p in proposals if p.label in labels}
        return cls(len(wanted & found), len(found - wanted), len(wanted - found))

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)

    def __str__(self) -> str:
        precision = self.right / max(1, self.right + self.wrong)
        recall = self.right / max(1, self.right + self.missed)
        return f"precision {precision:.3f}, recall {recall:.3f}, F1 {self.f1:.3f}"
