"""The gold layer of one document being decided: a draft that knows what follows from each decision.

Gold is written as changes to ordinary records of the annotator ``gold``, beside one Decision for each item.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from annotate.arabic.sentences import sentences
from annotate.changes import Change, Record
from annotate.edits.layers import joined_ranges
from annotate.edits.rules import check_borders, open_layer
from annotate.errors import EditRefused
from annotate.labels import LabelSet
from annotate.model import GOLD, Choice, Decision, Layer, Relation, Span, State, new_id
from annotate.project import Project
from annotate.review.borders import clitic_only, overlaps
from annotate.review.compare import Arrow, Comparison, Item, Kind, RelationItem, SpanItem, compare
from annotate.review.layers import DocumentLayers, Mark, Range, mark, read_layer, without


class GoldDraft:
    """The gold layer and the decisions of a document, changed in memory; ``changes`` is what is to be written.

    ``known`` is an earlier draft: what it compared is not compared again if the layers are the same. Raises EditRefused
    (``locked``) where the gold layer is locked.
    """

    def __init__(
        self,
        project: Project,
        layers: DocumentLayers,
        annotators: tuple[str, ...],
        labels: LabelSet,
        known: GoldDraft | None = None,
    ) -> None:
        self.layers: DocumentLayers = layers
        self.annotators: tuple[str, ...] = annotators
        self.labels: LabelSet = labels
        same = known is not None and (known.labels, known.annotators, known.layers) == (labels, annotators, layers)
        self.comparison: Comparison = known.comparison if known and same else comparison(layers, annotators, labels)
        self._project = project
        self._document = layers.document.id
        self._layer = open_layer(project, self._document, GOLD)
        self._spans = {span.id: span for span in project.spans(self._document, GOLD)}
        self._relations = {relation.id: relation for relation in project.relations(self._document, GOLD)}
        self._decisions = {decision.id: decision for decision in project.decisions(self._document)}
        self._before = dict(self._spans), dict(self._relations), dict(self._decisions)

    # --- what stands
    def decision(self, item: Item) -> Decision | None:
        """The decision on an item, a mere comment included."""
        return self._decisions.get(item.id)

    def chosen(self, item: SpanItem) -> Span | None:
        """The gold span that the decision on an item made, or None."""
        decided = self._decisions.get(item.id)
        return self._spans.get(decided.gold) if decided else None

    def why_open(self, item: Item) -> str | None:
        """Why an item still waits for a decision (a code), or None for one that is decided.

        ``gold_removed``, ``end_open``, ``end_not_chosen``, ``agreed``, ``unread``, or the kind of the difference.
        """
        decided = self._decisions.get(item.id)
        if decided and decided.choice != Choice.OPEN:
            there = not decided.gold or decided.gold in self._spans or decided.gold in self._relations
            return None if there else "gold_removed"
        if isinstance(item, RelationItem):
            ends = [self._decisions.get(end.id) for end in (item.head, item.tail)]
            if any(end is None or end.choice == Choice.OPEN for end in ends):
                return "end_open"
            if not (self.chosen(item.head) and self.chosen(item.tail)):
                return "end_not_chosen"
        if item.kind is not Kind.AGREED and not item.absent and len(item.versions) == 1:
            return "unread"
        return item.kind.value

    def open_items(self) -> list[tuple[Item, str]]:
        """The items that wait, in reading order, each with its reason."""
        return [(item, why) for item in self.comparison.items if (why := self.why_open(item))]

    # --- deciding
    def take(self, item: Item, annotator: str, rule: str = "") -> None:
        """Make an annotator's version gold; for one who has none, nothing is. Raises EditRefused as ``take_arrow``."""
        version = item.versions.get(annotator)
        if version is None and annotator not in (*item.absent, *item.unread):
            raise EditRefused("no_version", "this annotator has no version of that")
        if isinstance(item, RelationItem):
            self.take_arrow(item, item.arrows.get(annotator), annotator, rule)
        else:
            found = None if not isinstance(version, Span) else mark(version)
            self.take_mark(item, found, annotator, rule)

    def take_mark(self, item: SpanItem, found: Mark | None, choice: str, rule: str = "") -> None:
        """Make a mark the gold of an item (None: nothing), recorded as ``choice``. Raises EditRefused (bad_border)."""
        old = self._prior_span(item)
        if found is None:
            if old:
                self._drop_span(old)
            self._record(item, choice, rule, "")
            return
        version = next((span for span in item.versions.values() if mark(span) == found), None)
        new = self._gold_span(found, version)
        check_borders(self.layers.document.text, new)
        same = next((span for span in self._spans.values() if mark(span) == found), None)
        if same:
            new = same
            if old and old != same.id:
                self._move_ends(old, same.id)
                self._drop_span(old)
        else:
            new = replace(new, id=old or new.id)
            self._spans[new.id] = new
        self._record(item, choice, rule, new.id)

    def take_arrow(self, item: RelationItem, arrow: Arrow | None, choice: str, rule: str = "") -> None:
        """Make a relation between the gold spans of two items gold (None: nothing).

        Raises EditRefused: ``end_open``, ``end_not_chosen`` (the reason why it cannot be yet), ``same_span``,
        ``relation_not_allowed``.
        """
        if arrow is None:
            for old in self._prior_relations(item):
                del self._relations[old]
            self._record(item, choice, rule, "")
            return
        label, head, tail = arrow[0], self._gold_end(arrow[1]), self._gold_end(arrow[2])
        self._check(label, head, tail)
        old, *others = [*self._prior_relations(item), ""]
        for other in filter(None, others):
            del self._relations[other]
        version = next((item.versions[annotator] for annotator, drawn in item.arrows.items() if drawn == arrow), None)
        new = Relation(
            id=old or new_id(),
            document=self._document,
            annotator=GOLD,
            label=label,
            head=head.id,
            tail=tail.id,
            attributes=version.attributes if version else {},
            note=version.note if version else "",
        )
        held = {(r.label, r.head, r.tail): r.id for r in self._relations.values() if r.id != new.id}
        if same := held.get((label, head.id, tail.id)):
            self._relations.pop(new.id, None)
            self._record(item, choice, rule, same)
            return
        self._relations[new.id] = new
        self._record(item, choice, rule, new.id)

    def reopen(self, item: Item) -> None:
        """Take the decision on an item back, and what it made gold with it; a comment stays."""
        decided = self._decisions.get(item.id)
        if decided is None:
            return
        if not self._owners(decided.gold, item):
            if decided.gold in self._spans:
                self._drop_span(decided.gold)
            self._relations.pop(decided.gold, None)
        if decided.comment:
            self._decisions[item.id] = replace(decided, choice=Choice.OPEN, rule="", gold="")
        else:
            del self._decisions[item.id]

    def comment(self, item: Item, comment: str) -> None:
        """Write the lead's comment on an item, decided or not; an empty one takes it away."""
        decided = self._decisions.get(item.id)
        if decided is None and comment:
            self._record(item, Choice.OPEN, "", "")
            decided = self._decisions[item.id]
        if decided and not comment and decided.choice == Choice.OPEN:
            del self._decisions[item.id]
        elif decided:
            self._decisions[item.id] = replace(decided, comment=comment)

    # --- what is to be written
    def changes(self, *, finish: bool = False) -> Iterator[Change]:
        """The changes of records, then of the gold layer: done once nothing is open and all was read by all.

        With ``finish`` the layer is written even where no record changes: of an article in which nobody found
        anything, that is the gold.
        """
        found = [
            *_changed(self._before[0], self._spans),
            *_changed(self._before[1], self._relations),
            *_changed(self._before[2], self._decisions),
        ]
        yield from found
        if found or finish:
            layer = self._finished_layer()
            if layer != self._layer:
                yield Change(self._layer, layer)

    def _finished_layer(self) -> Layer:
        """The layer as it is now: read is what all have read, but for the sentences with open items."""
        layer = self._layer or Layer(document=self._document, annotator=GOLD)
        text = self.layers.document.text
        waiting = [(item.start, item.end) for item, _ in self.open_items()]
        common = self.layers.common_to(self.comparison.annotators)
        done = not waiting and common == ((0, len(text)),)
        read = without(joined_ranges([*layer.read, *common]), _touched(sentences(text), waiting))
        return replace(layer, state=State.DONE if done else State.IN_PROGRESS, read=read)

    # --- the records
    def _record(self, item: Item, choice: str, rule: str, gold: str) -> None:
        old = self._decisions.get(item.id)
        self._decisions[item.id] = Decision(
            id=item.id,
            document=self._document,
            kind="relation" if isinstance(item, RelationItem) else "span",
            start=item.start,
            end=item.end,
            choice=choice,
            rule=rule,
            gold=gold,
            comment=old.comment if old else "",
        )

    def _gold_span(self, found: Mark, version: Span | None) -> Span:
        return Span(
            id=new_id(),
            document=self._document,
            annotator=GOLD,
            start=found.start,
            end=found.end,
            label=found.label,
            fragments=found.pieces if len(found.pieces) > 1 else (),
            attributes=version.attributes if version else {},
            note=version.note if version else "",
        )

    def _drop_span(self, id: str) -> None:
        del self._spans[id]
        for relation in [r for r in self._relations.values() if id in (r.head, r.tail)]:
            del self._relations[relation.id]
            for decision in [d for d in self._decisions.values() if d.gold == relation.id]:
                del self._decisions[decision.id]

    def _move_ends(self, old: str, new: str) -> None:
        """Hang the relations of one span on another, but for those that are there or would join it to itself."""
        held = {(r.label, r.head, r.tail) for r in self._relations.values()}
        for relation in [r for r in self._relations.values() if old in (r.head, r.tail)]:
            head, tail = (new if end == old else end for end in (relation.head, relation.tail))
            if head != tail and (relation.label, head, tail) not in held:
                self._relations[relation.id] = replace(relation, head=head, tail=tail)

    def _owners(self, gold: str, item: Item) -> list[str]:
        """The other items of this comparison, and decisions of other comparisons, that a gold record came of."""
        return [d.id for d in self._decisions.values() if d.gold == gold and d.id != item.id]

    def _prior_span(self, item: SpanItem) -> str | None:
        """The gold span that a new decision on the item replaces, so that its relations stay.

        That of the last decision; else one that equals a version; else one like a version that was decided on
        when the versions were others, and which nobody has any more.
        """
        decided = self._decisions.get(item.id)
        if decided and decided.gold in self._spans:
            return None if self._owners(decided.gold, item) else decided.gold
        marks = {mark(span) for span in item.versions.values()}
        for span in self._spans.values():
            owners = self._owners(span.id, item)
            if any(owner in self.comparison.by_id for owner in owners):
                continue
            if mark(span) in marks:
                return span.id
            if owners and mark(span) not in self._held and any(self._alike(mark(span), other) for other in marks):
                for owner in owners:
                    del self._decisions[owner]
                return span.id
        return None

    @cached_property
    def _held(self) -> set[Mark]:
        """What any annotator of the project has in this document."""
        layers = [layer for layer in self._project.layers(self._document) if layer.annotator != GOLD]
        return {found for layer in layers for found in read_layer(self._project, layer).marks.values()}

    def _alike(self, first: Mark, second: Mark) -> bool:
        same = first.label == second.label and overlaps(first, second)
        return same or clitic_only(self.layers.document.text, first, second)

    def _prior_relations(self, item: RelationItem) -> list[str]:
        """The gold relations that a new decision on the item replaces.

        Its own; those between the same ends that equal a version; those decided on when the question was another.
        """
        decided = self._decisions.get(item.id)
        own = decided.gold if decided else ""
        ends = {d.id: d.gold for end in (item.head, item.tail) if (d := self._decisions.get(end.id))}
        wanted = {(label, ends.get(head), ends.get(tail)) for label, head, tail in item.arrows.values()}
        found = []
        for relation in self._relations.values():
            owners = self._owners(relation.id, item)
            if any(owner in self.comparison.by_id for owner in owners):
                continue
            same_ends = {relation.head, relation.tail} == set(ends.values())
            version = (relation.label, relation.head, relation.tail) in wanted
            if relation.id == own or version or (owners and same_ends):
                found.append(relation.id)
        return sorted(found, key=lambda id: id != own)

    # --- relations
    def _gold_end(self, item: str) -> Span:
        decided = self._decisions.get(item)
        if decided is None or decided.choice == Choice.OPEN:
            raise EditRefused("end_open", "an end of this relation is not decided yet")
        if decided.gold not in self._spans:
            raise EditRefused("end_not_chosen", "an end of this relation was not chosen")
        return self._spans[decided.gold]

    def _check(self, label: str, head: Span, tail: Span) -> None:
        if head.id == tail.id:
            raise EditRefused("same_span", "a relation needs two spans")
        kind = self.labels.relation(label)
        ends = self.labels.entity_id(head.label), self.labels.entity_id(tail.label)
        if kind and not kind.allows(*ends):
            raise EditRefused("relation_not_allowed", f"{kind.id} may not go from {ends[0]} to {ends[1]}")


def _touched(parts: Sequence[Range], places: Iterable[Range]) -> list[Range]:
    """Those of the parts (ascending, disjoint) that share a code point with one of the places."""
    starts, ends = [start for start, _ in parts], [end for _, end in parts]
    found = {number for start, end in places for number in range(bisect_right(ends, start), bisect_left(starts, end))}
    return [parts[number] for number in sorted(found)]


def _changed(before: Mapping[str, Record], after: Mapping[str, Record]) -> Iterator[Change]:
    for id in [*before, *(id for id in after if id not in before)]:
        if before.get(id) != after.get(id):
            yield Change(before.get(id), after.get(id))


def comparison(layers: DocumentLayers, annotators: tuple[str, ...], labels: LabelSet) -> Comparison:
    """Compare by the relation types of a label set."""
    return compare(layers, annotators, [relation.key for relation in labels.relations if relation.symmetric])
