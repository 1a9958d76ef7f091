"""What can be decided without asking: by rules whose name stands with the decision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from enum import StrEnum

from annotate.review.compare import Item, Kind, SpanItem
from annotate.review.layers import mark


class Rule(StrEnum):
    """What decides.

    ``AGREED``: all who read it have the same. ``MAJORITY``: more than half of those who read it have the same, or have
    nothing. ``CLITIC``: all have it and differ by clitics only; the project's policy says whether they belong inside.
    """

    AGREED = "agreed"
    MAJORITY = "majority"
    CLITIC = "clitic"


def by_rule(item: Item, rules: Collection[Rule], clitics: str) -> tuple[Rule, str] | None:
    """The rule that decides an item, and the annotator whose version (or silence) it takes; None: a person must.

    ``clitics`` is the project's policy: ``stem`` (outside the span) or ``word``.
    """
    if Rule.AGREED in rules and item.kind is Kind.AGREED:
        return Rule.AGREED, next(iter(item.versions))
    if Rule.MAJORITY in rules and (winner := _majority(item)):
        return Rule.MAJORITY, winner
    if Rule.CLITIC in rules and isinstance(item, SpanItem) and (winner := _by_policy(item, clitics)):
        return Rule.CLITIC, winner
    return None


def _by_policy(item: SpanItem, clitics: str) -> str | None:
    if item.kind is not Kind.CLITIC or item.absent:
        return None
    spans = item.versions.values()
    widest = (item.start, item.end)
    inner = max(span.start for span in spans), min(span.end for span in spans)
    wanted = widest if clitics == "word" else inner
    return next((who for who, span in item.versions.items() if (span.start, span.end) == wanted), None)


def _majority(item: Item) -> str | None:
    """Who stands for what more than half have."""
    held: dict[str, object] = dict.fromkeys(item.absent)
    if isinstance(item, SpanItem):
        held |= {who: mark(span) for who, span in item.versions.items()}
    else:
        held |= item.arrows
    value, votes = Counter(held.values()).most_common(1)[0]
    return next(who for who in held if held[who] == value) if 2 * votes > len(held) > 1 else None
