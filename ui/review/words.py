"""The words and signs of a review: kinds of differences, why an item is open, what was decided."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from annotate.labels import LabelSet
from annotate.model import Choice, Decision, Span
from annotate.review.compare import Comparison, Item, Kind, RelationItem
from ui.i18n.marking import QT_TRANSLATE_NOOP

_LONGEST = 20

KIND_SIGNS: Mapping[Kind, tuple[str, str]] = {
    Kind.BORDER: ("arrows-horizontal", "difBorder"),
    Kind.CLITIC: ("scissors", "difClitic"),
    Kind.LABEL: ("tag", "difLabel"),
    Kind.MISSING: ("circle-dashed", "difMissing"),
    Kind.RELATION: ("link", "difRelation"),
}
"""Each kind's icon and colour token (``…Soft`` for its ground)."""

_KINDS: Mapping[Kind, str] = {
    Kind.BORDER: QT_TRANSLATE_NOOP("Difference", "Border"),
    Kind.CLITIC: QT_TRANSLATE_NOOP("Difference", "Clitic"),
    Kind.LABEL: QT_TRANSLATE_NOOP("Difference", "Label"),
    Kind.MISSING: QT_TRANSLATE_NOOP("Difference", "Missing"),
    Kind.RELATION: QT_TRANSLATE_NOOP("Difference", "Relation"),
}

_TITLES: Mapping[Kind, str] = {
    Kind.BORDER: QT_TRANSLATE_NOOP("Difference", "The borders differ"),
    Kind.CLITIC: QT_TRANSLATE_NOOP("Difference", "A clitic only"),
    Kind.LABEL: QT_TRANSLATE_NOOP("Difference", "The labels differ"),
    Kind.MISSING: QT_TRANSLATE_NOOP("Difference", "Missing in one layer"),
    Kind.RELATION: QT_TRANSLATE_NOOP("Difference", "The relations differ"),
}

_REASONS: Mapping[str, str] = {
    "agreed": QT_TRANSLATE_NOOP("Reason", "All agree; not in the gold layer yet."),
    "border": QT_TRANSLATE_NOOP("Reason", "Not merged: same label, other borders."),
    "clitic": QT_TRANSLATE_NOOP("Reason", "Not merged: a clitic is inside in one and outside in the other."),
    "label": QT_TRANSLATE_NOOP("Reason", "Not merged: same borders, other labels."),
    "missing": QT_TRANSLATE_NOOP("Reason", "Not merged: not all have marked it."),
    "relation": QT_TRANSLATE_NOOP("Reason", "Not merged: type or direction differ, or not all have drawn it."),
    "unread": QT_TRANSLATE_NOOP("Reason", "Not merged: only one has read this sentence."),
    "end_open": QT_TRANSLATE_NOOP("Reason", "Not merged: an end of the relation is not decided yet."),
    "end_not_chosen": QT_TRANSLATE_NOOP("Reason", "Not merged: an end of the relation was not chosen."),
    "gold_removed": QT_TRANSLATE_NOOP("Reason", "Open again: what was decided has been removed from the gold layer."),
}

_RULES: Mapping[str, str] = {
    "agreed": QT_TRANSLATE_NOOP("Rule", "all agree"),
    "majority": QT_TRANSLATE_NOOP("Rule", "by majority"),
    "clitic": QT_TRANSLATE_NOOP("Rule", "by the clitic rule"),
}


def shown_kind(item: Item) -> Kind:
    """The kind that an item is listed under. A relation that all have drawn is listed only while its ends are open."""
    return Kind.RELATION if isinstance(item, RelationItem) else item.kind


def kind_word(kind: Kind) -> str:
    """The short name of a kind of difference."""
    return QCoreApplication.translate("Difference", _KINDS[kind])


def item_title(item: Item) -> str:
    """What an item is, as a heading."""
    kind = shown_kind(item)
    if kind is not item.kind:
        return QCoreApplication.translate("Difference", "A relation waits for its ends")
    return QCoreApplication.translate("Difference", _TITLES[kind])


def reason_text(code: str) -> str:
    """Why an item is open (a code of ``GoldDraft.why_open``), as a sentence."""
    return QCoreApplication.translate("Reason", _REASONS[code])


def choice_text(decision: Decision, names: Mapping[str, str]) -> str:
    """What was decided: a name, *none*, *edited*; with the rule, if one decided."""
    if decision.rule:
        return QCoreApplication.translate("Rule", _RULES[decision.rule])
    if decision.choice == Choice.NONE:
        return QCoreApplication.translate("Difference", "none")
    if decision.choice == Choice.EDITED:
        return QCoreApplication.translate("Difference", "edited")
    return names.get(decision.choice, decision.choice)


def item_text(comparison: Comparison, item: Item) -> str:
    """The text of an item: of a span its hull, of a relation its ends with an arrow (which Arabic reads leftward)."""
    text = comparison.document.text
    if isinstance(item, RelationItem):
        return arrow_text(text, *(text[end.start : end.end] for end in (item.head, item.tail)))
    return text[item.start : item.end].replace("\n", " ")


def arrow_text(text: str, head: str, tail: str) -> str:
    """Two ends of a relation with an arrow between them that points the way the text is read."""
    leftward = any("\u0590" <= letter <= "\u08ff" for letter in text[:200])
    return f"{head} ← {tail}" if leftward else f"{head} → {tail}"


def version_word(item: Item, annotator: str, labels: LabelSet, language: str) -> tuple[str, str]:
    """An annotator's version of an item as a word, and the label key that colours it (empty for a relation)."""
    version = item.versions.get(annotator)
    if version is None:
        return "–", ""
    if isinstance(version, Span):
        entity = labels.entity(version.label)
        return (entity.name("ar") if entity and language == "ar" else labels.entity_id(version.label)), version.label
    kind = labels.relation(version.label)
    name = kind.name(language) if kind else version.label
    if isinstance(item, RelationItem) and item.arrows[annotator][1] != item.head.id:
        name = QCoreApplication.translate("Difference", "{type}, turned").format(type=name)
    return name, ""


def short_name(name: str) -> str:
    """A name as buttons and chips show it: a long one is cut, and its tooltip has it whole."""
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
