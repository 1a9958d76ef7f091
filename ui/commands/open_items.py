"""What is still open in a document: pending suggestions, spans with a question, spans with a finding."""

from __future__ import annotations

from collections.abc import Iterable

from annotate.checks import findings
from annotate.model import Span, Suggestion
from ui.commands.notes import QUESTION
from ui.text.content import order_of
from ui.workspace import Workspace

_CHECKED = 20_000
"""Code points up to which a text is checked at every step to the next open item; longer ones before *done* only."""


def open_items(text: str, items: Iterable[Span | Suggestion], workspace: Workspace) -> list[Span | Suggestion]:
    """The open ones among these items of a document, in reading order."""
    items = list(items)
    spans = sorted((item for item in items if isinstance(item, Span)), key=order_of)
    wrong: set[str] = set()
    if len(text) <= _CHECKED:
        wrong = {finding.record for finding in findings(text, spans, workspace.relations(), workspace.labels)}
    found = [item for item in items if isinstance(item, Suggestion) or QUESTION in item.attributes or item.id in wrong]
    return sorted(found, key=order_of)
