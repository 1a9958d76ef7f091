"""What is still open in a document: pending suggestions, spans with a question, spans with a finding."""

from __future__ import annotations

from annotate.checks import findings
from annotate.model import Span, Suggestion
from ui.commands.notes import QUESTION
from ui.text.content import Content, order_of
from ui.workspace import Workspace

_CHECKED = 20_000
"""Code points up to which a text is checked at every step to the next open item; longer ones before *done* only."""


def open_items(content: Content, workspace: Workspace) -> list[Span | Suggestion]:
    """The open items of what is shown, in reading order."""
    spans = [item for item in content.items.values() if isinstance(item, Span)]
    wrong: set[str] = set()
    if len(content.text) <= _CHECKED:
        spans.sort(key=order_of)
        wrong = {finding.record for finding in findings(content.text, spans, workspace.relations(), workspace.labels)}
    asked = [span for span in spans if QUESTION in span.attributes or span.id in wrong]
    return sorted([*content.pending, *asked], key=order_of)
