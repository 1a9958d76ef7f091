"""The edits of a review: what a lead decides, one by one, everywhere at once, or by rule.

They are edits like any other: planned on what stands, written as one step, journaled with who and when, undone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from annotate.changes import Change
from annotate.errors import EditRefused
from annotate.labels import LabelSet
from annotate.model import GOLD, Annotator, Choice, Decision
from annotate.project import Project
from annotate.review.compare import Arrow, Item, RelationItem, SpanItem
from annotate.review.gold import GoldDraft
from annotate.review.layers import DocumentLayers, Mark, read_layers
from annotate.review.rules import Rule, by_rule

END_REASONS = ("end_open", "end_not_chosen", "same_span", "relation_not_allowed")
"""The codes with which a relation is refused because of what its ends are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """What to decide about one item of one document (ids).

    ``choice`` is the id of the annotator whose version is taken, ``Choice.NONE``, or ``Choice.EDITED`` with what it is
    to be instead: ``edited``, a Mark or an Arrow.
    """

    document: str
    item: str
    choice: str
    edited: Mark | Arrow | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjudicate:
    """Decide items in which the layers of these annotators were compared; one step, however many and wherever.

    ``known`` is a draft in which the items were looked at; it saves comparing again.

    Raises EditRefused: ``item_changed`` when a layer is not what the item was made of any more, and the codes of
    ``GoldDraft.take_mark`` and ``take_arrow``.
    """

    annotators: tuple[str, ...]
    picks: tuple[Pick, ...]
    known: GoldDraft | None = None
    title: str = "adjudicate"

    def plan(self, project: Project) -> tuple[list[Change], str]:
        changes: list[Change] = []
        for draft, items in _drafts(project, self.annotators, self.picks, self.known):
            # Spans first: the relations hang on them.
            for item, pick in sorted(items, key=lambda found: isinstance(found[0], RelationItem)):
                _decide(draft, item, pick)
            changes += draft.changes()
        return with_gold(project, changes), _about(project, self.picks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopen:
    """Take decisions back: what they made gold goes, the items are open again."""

    annotators: tuple[str, ...]
    picks: tuple[Pick, ...]
    title: str = "reopen"

    def plan(self, project: Project) -> tuple[list[Change], str]:
        changes: list[Change] = []
        for draft, items in _drafts(project, self.annotators, self.picks):
            for item, _ in items:
                draft.reopen(item)
            changes += draft.changes()
        return changes, _about(project, self.picks)


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentItem:
    """Write the lead's comment on an item for its annotators; an empty one takes it away."""

    annotators: tuple[str, ...]
    document: str
    item: str
    comment: str
    title: str = "comment"

    def plan(self, project: Project) -> tuple[list[Change], str]:
        pick = Pick(document=self.document, item=self.item, choice=Choice.OPEN)
        ((draft, items),) = _drafts(project, self.annotators, [pick])
        item = items[0][0]
        draft.comment(item, self.comment)
        return with_gold(project, draft.changes()), self.comment[:40]


@dataclass(frozen=True, slots=True, kw_only=True)
class AdjudicateByRule:
    """Decide what the rules decide in all documents that at least two of the annotators have begun, in one step.

    What was decided before stays. A relation whose ends are not both decided with a span stays open.
    """

    annotators: tuple[str, ...]
    rules: tuple[Rule, ...] = (Rule.AGREED,)
    documents: tuple[str, ...] | None = None
    title: str = "adjudicate_by_rule"

    def plan(self, project: Project) -> tuple[list[Change], str]:
        clitics = str(project.setting("clitics", "stem"))
        changes: list[Change] = []
        labels = project.label_set()
        for layers in compared(project, self.annotators, self.documents):
            draft = GoldDraft(project, layers, self.annotators, labels)
            for item in draft.comparison.spans:
                self._decide(draft, item, clitics)
            for relation in draft.comparison.relations:
                self._decide(draft, relation, clitics)
            changes += draft.changes(finish=True)
        decided = sum(isinstance(change.after, Decision) for change in changes)
        return with_gold(project, changes), str(decided)

    def _decide(self, draft: GoldDraft, item: Item, clitics: str) -> None:
        decision = draft.decision(item)
        if decision is not None and decision.choice != Choice.OPEN:
            return
        found = by_rule(item, self.rules, clitics)
        if found is None:
            return
        rule, annotator = found
        try:
            draft.take(item, annotator, rule)
        except EditRefused as refusal:
            if refusal.code not in END_REASONS:
                raise


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """An edit whose changes were planned elsewhere (beside the window), on rows that must still stand as they stood."""

    changes: tuple[Change, ...]
    detail: str
    title: str

    def plan(self, project: Project) -> tuple[list[Change], str]:
        return list(self.changes), self.detail


def compared(
    project: Project, annotators: Sequence[str], documents: Iterable[str] | None = None
) -> Iterator[DocumentLayers]:
    """The documents that at least two of these annotators have begun."""
    return (found for found in read_layers(project, annotators, documents) if len(found.layers) > 1)


def repair(draft: GoldDraft, item: RelationItem, annotator: str) -> tuple[Pick, ...]:
    """What makes an annotator's relation possible where an end was not chosen: their version of that end, and it."""
    relation = item.versions[annotator]
    ends = [draft.comparison.item_of[end] for end in (relation.head, relation.tail)]
    wanted: list[Item] = [*(end for end in ends if draft.chosen(end) is None), item]
    return tuple(Pick(document=item.document, item=found.id, choice=annotator) for found in wanted)


def with_gold(project: Project, changes: Iterable[Change]) -> list[Change]:
    """The changes, before them the one that makes gold an annotator where it is none yet."""
    found = list(changes)
    if found and all(annotator.id != GOLD for annotator in project.annotators()):
        found.insert(0, Change(None, Annotator(id=GOLD, name=GOLD)))
    return found


def _drafts(
    project: Project, annotators: tuple[str, ...], picks: Iterable[Pick], known: GoldDraft | None = None
) -> Iterator[tuple[GoldDraft, list[tuple[Item, Pick]]]]:
    by_document: dict[str, list[Pick]] = {}
    for pick in picks:
        by_document.setdefault(pick.document, []).append(pick)
    labels: LabelSet = project.label_set()
    for layers in read_layers(project, annotators, list(by_document)):
        draft = GoldDraft(project, layers, annotators, labels, known)
        items = draft.comparison.by_id
        wanted = by_document.pop(layers.document.id)
        if any(pick.item not in items for pick in wanted):
            raise _changed()
        yield draft, [(items[pick.item], pick) for pick in wanted]
    if by_document:
        raise _changed()


def _changed() -> EditRefused:
    return EditRefused("item_changed", "a layer has changed since: compare again")


def _decide(draft: GoldDraft, item: Item, pick: Pick) -> None:
    if pick.choice not in (Choice.NONE, Choice.EDITED):
        draft.take(item, pick.choice)
    elif isinstance(item, SpanItem):
        draft.take_mark(item, pick.edited if isinstance(pick.edited, Mark) else None, pick.choice)
    else:
        edited = None if isinstance(pick.edited, Mark) else pick.edited
        draft.take_arrow(item, edited, pick.choice)


def _about(project: Project, picks: Sequence[Pick]) -> str:
    """One pick: from whom; several: how many."""
    if len(picks) != 1:
        return str(len(picks))
    names = {annotator.id: annotator.name for annotator in project.annotators()}
    return names.get(picks[0].choice, picks[0].choice)
