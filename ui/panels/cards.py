"""What the inspector shows of what is selected: made from the project, as values."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, Qt

from annotate.changes import Record
from annotate.model import Relation, Span, Suggestion, surface
from annotate.project import JournalEntry
from annotate.suggest.occurrences import count
from ui.desk import Desk
from ui.i18n.language import isolated, number
from ui.panels.inspector import Arrow, Card
from ui.wording import source_name, step_name

translate = QCoreApplication.translate

_COUNTED = 100_000
"""Texts longer than this are not searched for occurrences each time something is selected: no number is shown."""
_LINES = 6


def card(desk: Desk, actions: Sequence[str]) -> Card:
    """The card of what is selected in the text; ``actions`` are those that can be done with it now."""
    workspace, view = desk.workspace, desk.view
    if workspace.project is None or workspace.document is None:
        return Card(kind="none")
    if (span := desk.selected_span()) is not None:
        return _span_card(desk, span, actions)
    if view.selected_relation and (relation := workspace.project.relation(view.selected_relation)) is not None:
        return _relation_card(desk, relation, actions)
    if view.current_suggestion is not None:
        return _suggestion_card(desk, view.current_suggestion, actions)
    return Card(kind="none")


def _span_card(desk: Desk, span: Span, actions: Sequence[str]) -> Card:
    labels, text = desk.workspace.labels, desk.document.text
    project = desk.workspace.project
    assert project is not None
    entity = labels.entity_id(span.label)
    kinds = [kind for kind in labels.attributes if not kind.on or entity in kind.on]
    facts = [(translate("Card", "Position"), _position(span.start, span.end))]
    known = {kind.key for kind in labels.attributes}
    if question := span.attributes.get("question"):
        facts.append((translate("Card", "Question"), str(question)))
    facts += [(translate("Card", "Lead’s comment"), comment) for comment in _comments(desk, span)]
    facts += [(key, str(value)) for key, value in span.attributes.items() if key not in {*known, "question"}]
    return Card(
        kind="span",
        title=translate("Card", "Selected span"),
        surface=surface(text, span),
        label=label_word(desk, span.label),
        label_key=span.label,
        look=desk.theme.label(labels, span.label),
        facts=facts,
        attributes=[(kind, span.attributes.get(kind.key)) for kind in kinds],
        note=span.note,
        arrows=[_arrow(desk, relation, span) for relation in project.relations_of(span.id)],
        occurrences=_occurrences(desk, span.start, span.end),
        history=_history(desk, span),
        actions=actions,
    )


def _comments(desk: Desk, span: Span) -> list[str]:
    """What the lead wrote about this place in a review."""
    project = desk.workspace.project
    assert project is not None
    decisions = project.decisions(span.document)
    return [d.comment for d in decisions if d.comment and d.start < span.end and span.start < d.end]


def _suggestion_card(desk: Desk, suggestion: Suggestion, actions: Sequence[str]) -> Card:
    text = desk.document.text
    content = desk.view.page.content
    at, count = content.rank(suggestion) + 1, len(content.pending)
    said = translate("Card", "{n} of {count} pending").format(n=number(at), count=number(count))
    return Card(
        kind="suggestion",
        title=translate("Card", "Suggestion") + f" – {said}",
        surface=text[suggestion.start : suggestion.end],
        label=label_word(desk, suggestion.label),
        label_key=suggestion.label,
        look=desk.theme.label(desk.workspace.labels, suggestion.label),
        facts=[
            (translate("Card", "Score"), number(suggestion.score, 2)),
            (translate("Card", "By"), source_name(suggestion.by)),
            (translate("Card", "Position"), _position(suggestion.start, suggestion.end)),
        ],
        occurrences=_occurrences(desk, suggestion.start, suggestion.end),
        history=[translate("Card", "Suggested by {source}").format(source=source_name(suggestion.by))],
        actions=actions,
    )


def _relation_card(desk: Desk, relation: Relation, actions: Sequence[str]) -> Card:
    project, text = desk.workspace.project, desk.document.text
    assert project is not None
    kind = desk.workspace.labels.relation(relation.label)
    head, tail = project.span(relation.head), project.span(relation.tail)
    ends = [surface(text, end) if end else "" for end in (head, tail)]
    return Card(
        kind="relation",
        title=translate("Card", "Selected relation"),
        surface=kind.name(desk.language) if kind else relation.label,
        facts=[
            (translate("Card", "Source"), _short(ends[0])),
            (translate("Card", "Target"), _short(ends[1])),
        ],
        note=relation.note,
        history=_history(desk, relation),
        actions=actions,
    )


def label_word(desk: Desk, key: str) -> str:
    """The word of a label on its tag: its Arabic name in the Arabic interface, else its id."""
    entity = desk.workspace.labels.entity(key)
    return entity.name("ar") if entity and desk.language == "ar" else desk.workspace.labels.entity_id(key)


def _arrow(desk: Desk, relation: Relation, span: Span) -> Arrow:
    project, labels = desk.workspace.project, desk.workspace.labels
    assert project is not None
    outgoing = relation.head == span.id
    other = project.span(relation.tail if outgoing else relation.head)
    kind = labels.relation(relation.label)
    return Arrow(
        id=relation.id,
        name=kind.name(desk.language) if kind else relation.label,
        outgoing=outgoing,
        label=label_word(desk, other.label) if other else "",
        look=desk.theme.label(labels, other.label if other else ""),
        surface=surface(desk.document.text, other) if other else "",
    )


def _history(desk: Desk, record: Record) -> list[str]:
    project = desk.workspace.project
    assert project is not None
    names = {person.id: person.name for person in project.annotators()}
    entries = list(project.history(record))[-_LINES:]
    return [_line(entry, names.get(entry.step.author, "")) for entry in reversed(entries)]


def _line(entry: JournalEntry, name: str) -> str:
    when = QDateTime.fromString(entry.time, Qt.DateFormat.ISODateWithMs).toLocalTime()
    shown = QLocale().toString(when.time(), "HH:mm")
    if when.date() == QDate.currentDate():
        shown = translate("Card", "today {time}").format(time=shown)
    else:
        shown = QLocale().toString(when.date(), "d MMMM yyyy") + " " + shown
    what = step_name(entry.step)
    if entry.kind == "undo":
        what = translate("Card", "undone: {step}").format(step=what)
    return translate("Card", "{step} — {name}, {when}").format(
        step=what, name=f"\u2068{name}\u2069", when=f"\u2068{shown}\u2069"
    )


def _position(start: int, end: int) -> str:
    return isolated(f"{start}–{end}")


def _short(text: str) -> str:
    return text if len(text) <= 32 else text[:31] + "…"


def _occurrences(desk: Desk, start: int, end: int) -> int | None:
    text = desk.document.text
    return count(text, text[start:end], desk.workspace.clitics.around(start, end)) if len(text) <= _COUNTED else None
