"""Agreement and adjudication of a project as the command line prints them (``--json``)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from annotate.annotator_names import annotator_named, annotator_names
from annotate.edits import Edit
from annotate.errors import TawsimError
from annotate.labels import LabelSet
from annotate.model import GOLD, Annotator, Decision, State, surface
from annotate.project import Project
from annotate.review.adjudication import AdjudicateByRule, compared
from annotate.review.agreement import PairAgreement, agreement
from annotate.review.coefficients import Ratio
from annotate.review.compare import Item, RelationItem
from annotate.review.gold import GoldDraft
from annotate.review.layers import read_layers
from annotate.review.rules import Rule
from annotate.session import Session

REASONS = {
    "agreed": "all have the same; no rule has taken it yet",
    "border": "the borders differ",
    "clitic": "the borders differ by a clitic only",
    "label": "the labels differ",
    "missing": "not all have it",
    "relation": "the relation differs, or not all have it",
    "unread": "only one has read this",
    "end_open": "an end of the relation is not decided yet",
    "end_not_chosen": "an end of the relation was not chosen",
    "gold_removed": "the gold that was decided on has been removed since",
    "one_annotator": "only one has annotated this document",
}
"""In English why an item is open, by the codes of ``GoldDraft.why_open``."""


def agreement_report(project: Project, names: Sequence[str] | None = None) -> dict[str, Any]:
    """``agree``: the agreement of these annotators (names; default: all with a layer but gold).

    Raises TawsimError for a name that nobody or more than one has.
    """
    annotators = annotators_named(project, names)
    labels = project.label_set()
    symmetric = [relation.key for relation in labels.relations if relation.symmetric]
    ids = [annotator.id for annotator in annotators]
    found = agreement(read_layers(project, ids), ids, symmetric)
    shown = {annotator.id: annotator.name for annotator in annotators}
    return {"pairs": [_pair(pair, shown, labels) for pair in found.pairs], "alpha": found.alpha}


def adjudicate_by_rule(session: Session, names: Sequence[str] | None, rules: Sequence[str]) -> dict[str, Any]:
    """``adjudicate``: decide by these rules (``agreed``, ``majority``, ``clitic``) and list what stays open.

    Raises TawsimError for an unknown rule, an unknown name, or fewer than two annotators.
    """
    if unknown := next((rule for rule in rules if rule not in set(Rule)), None):
        raise TawsimError(f"unknown rule {unknown!r}: {', '.join(Rule)}")
    annotators = annotators_named(session.project, names)
    if len(annotators) < 2:
        raise TawsimError("adjudicating needs the layers of two annotators or more")
    ids = tuple(annotator.id for annotator in annotators)
    edit: Edit = AdjudicateByRule(annotators=ids, rules=tuple(Rule(rule) for rule in rules))
    step = session.do(edit)
    decided = [change.after for change in step.changes if isinstance(change.after, Decision)] if step else []
    return {
        "decided": {kind + "s": sum(found.kind == kind for found in decided) for kind in ("span", "relation")},
        "open": open_items(session.project, ids),
    }


def open_items(project: Project, annotators: Sequence[str]) -> list[dict[str, Any]]:
    """What waits for a decision between these annotators (ids), in document and reading order."""
    labels = project.label_set()
    names = {summary.id: summary.name for summary in project.documents()}
    both = {layers.document.id: layers for layers in compared(project, annotators)}
    found: list[dict[str, Any]] = []
    for id in names:
        if layers := both.get(id):
            draft = GoldDraft(project, layers, tuple(annotators), labels)
            for item, why in draft.open_items():
                what = describe(item, layers.document.text, labels)
                found.append(_open(names[id], item.start, item.end, what, REASONS[why]))
        elif any(_begun(project, id, annotator) for annotator in annotators):
            end = len(project.document(id).text)
            found.append(_open(names[id], 0, end, "document", REASONS["one_annotator"]))
    return found


def describe(item: Item, text: str, labels: LabelSet) -> str:
    """An item in one line: its versions, each once, as ``GPE كازاخستان`` or ``located_in: شركة → القدس``."""
    if isinstance(item, RelationItem):
        ends = [next(iter(end.versions.values())) for end in (item.head, item.tail)]
        surfaces = [surface(text, span) for span in ends]
        versions = []
        for label, head, _ in item.arrows.values():
            first, second = surfaces if head == item.head.id else reversed(surfaces)
            versions.append(f"{labels.relation_id(label)}: {first} → {second}")
    else:
        versions = [f"{labels.entity_id(span.label)} {surface(text, span)}" for span in item.versions.values()]
    return " | ".join(dict.fromkeys(versions)).replace("\n", " ")


def annotators_named(project: Project, names: Sequence[str] | None) -> list[Annotator]:
    """The annotators of these names, in their order; default: all who have begun a document, gold aside.

    Names are those of ``annotator_names``. Raises TawsimError for a name that nobody has, or that is given twice.
    """
    if names is None:
        begun = {layer.annotator for layer in project.layers() if layer.state is not State.TODO} - {GOLD}
        return [Annotator(id=id, name=name) for id, name in annotator_names(project).items() if id in begun]
    if doubled := next((name for name in names if list(names).count(name) > 1), None):
        raise TawsimError(f"annotator {doubled!r} is named twice")
    return [annotator_named(project, name) for name in names]


def _pair(pair: PairAgreement, names: dict[str, str], labels: LabelSet) -> dict[str, Any]:
    return {
        "a": names[pair.a],
        "b": names[pair.b],
        "documents": pair.documents,
        "spans": {
            "exact": _ratio(pair.exact),
            "relaxed": _ratio(pair.relaxed),
            "clitic": _ratio(pair.clitic),
            "label_free": _ratio(pair.label_free),
        },
        "kappa": pair.kappa,
        "relations": {
            "f1": pair.relations.f1,
            "n": pair.relations.n,
            "kappa_shared": pair.relation_kappa,
            "n_shared": pair.relation_pairs,
        },
        "kappa_labels": {labels.entity_id(label): value for label, value in pair.kappa_labels.items()},
        "dropped": pair.dropped,
    }


def _ratio(ratio: Ratio) -> dict[str, Any]:
    return {"precision": ratio.precision, "recall": ratio.recall, "f1": ratio.f1, "n": ratio.n}


def _open(document: str, start: int, end: int, what: str, why: str) -> dict[str, Any]:
    return {"document": document, "start": start, "end": end, "what": what, "why": why}


def _begun(project: Project, document: str, annotator: str) -> bool:
    layer = project.layer(document, annotator)
    return layer is not None and layer.state is not State.TODO
