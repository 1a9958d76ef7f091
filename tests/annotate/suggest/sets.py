"""The label sets that the tests of suggestions use."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from annotate import labels
from annotate.labels import LabelSet

SEEDS = Path(__file__).parents[3] / "seeds"


@cache
def shipped(name: str) -> LabelSet:
    """A label set of the seeds folder."""
    return labels.read((SEEDS / "labels" / f"{name}.json").read_text(encoding="utf-8"))


def wojood() -> LabelSet:
    return shipped("wojood")


def anercorp() -> LabelSet:
    return shipped("anercorp")


def nested_only(label: str, *, inside: str) -> LabelSet:
    """The default set, with a label that may stand only inside another."""
    found = wojood()
    return replace(found, entities=tuple(replace(e, inside=(inside,)) if e.id == label else e for e in found.entities))
