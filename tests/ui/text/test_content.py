"""What the view knows after a step is what it would know had it been shown the new state."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from annotate.changes import Change
from annotate.model import Layer, Relation, Span, Suggestion, SuggestionState
from ui.text.content import Content, Item, key_of, order_of

TEXT = "\n".join(["كلمة في جملة من كلمات كثيرة"] * 12) + "\n" + "جملة طويلة. " * 400


@st.composite
def spans(draw: st.DrawFn, id: str) -> Span:
    start = draw(st.integers(0, len(TEXT) - 2))
    end = min(start + draw(st.sampled_from([1, 5, 30, 400, 3000])), len(TEXT))
    fragmented = draw(st.booleans())
    fragments = ((start, start + 1), (end - 1, end)) if fragmented and end - start > 4 else ()
    label = draw(st.sampled_from(["GPE", "ORG"]))
    return Span(id=id, document="d", annotator="a", start=start, end=end, label=label, fragments=fragments)


@st.composite
def histories(draw: st.DrawFn) -> tuple[list[Span], list[Change]]:
    first = [draw(spans(f"s{number}")) for number in range(draw(st.integers(0, 6)))]
    standing = {span.id: span for span in first}
    changes: list[Change] = []
    for number in range(draw(st.integers(0, 10))):
        removing = draw(st.booleans())
        if standing and removing:
            id = draw(st.sampled_from(sorted(standing)))
            before = standing.pop(id)
            after = replace(draw(spans(id)), id=id) if draw(st.integers(0, 1)) else None
            changes.append(Change(before, after))
            if after is not None:
                standing[id] = after
        else:
            made = draw(spans(f"n{number}"))
            standing[made.id] = made
            changes.append(Change(None, made))
    return first, changes


def seen(content: Content) -> dict[int, set[Item]]:
    return {index: set(content.in_block(index)) for index in range(len(content.blocks)) if content.count_in(index)}


@given(histories())
def test_applied_changes_equal_a_fresh_start_and_their_inverse_leads_back(
    history: tuple[list[Span], list[Change]],
) -> None:
    first, changes = history
    content = Content(TEXT, first)
    before = seen(content)
    touched = content.apply(changes)
    standing = {span.id: span for span in first}
    for change in changes:
        assert isinstance(change.record, Span)
        standing.pop(change.record.id, None)
        if change.after is not None:
            standing[change.record.id] = change.record
    after = seen(content)
    assert after == seen(Content(TEXT, standing.values()))
    assert {index for index in before.keys() | after.keys() if before.get(index) != after.get(index)} <= touched
    content.apply(change.inverse() for change in reversed(changes))
    assert seen(content) == before


def test_decided_suggestions_go_and_come_back_with_undo() -> None:
    pending = Suggestion(document="d", annotator="a", start=0, end=4, label="GPE", by="places", score=0.5)
    content = Content(TEXT, suggestions=[pending])
    decided = Change(pending, replace(pending, state=SuggestionState.REJECTED))
    assert content.apply([decided]) == {0}
    assert not content.in_block(0)
    content.apply([decided.inverse()])
    assert content.items[pending.key] == pending


def test_pending_suggestions_are_known_in_reading_order_and_by_number() -> None:
    found = [
        Suggestion(document="d", annotator="a", start=start, end=end, label=label, by=by, score=0.5)
        for start, end, label, by in (
            (60, 64, "GPE", "places"), (0, 4, "GPE", "starter"), (0, 12, "ORG", "places"), (0, 4, "GPE", "places"),
            (20, 2000, "ORG", "places"),
        )
    ]  # fmt: skip
    content = Content(TEXT, suggestions=found[:2])
    content.apply([Change(None, one) for one in found[2:]])
    in_order = [content.pending[place] for place in range(5)]
    assert [order_of(one) for one in in_order] == sorted(map(order_of, found))
    assert [content.rank(one) for one in in_order] == [0, 1, 2, 3, 4]
    content.apply([Change(in_order[1], replace(in_order[1], state=SuggestionState.ACCEPTED))])
    assert content.pending == [in_order[0], *in_order[2:]]


def test_a_relation_touches_the_blocks_of_its_ends_and_goes_with_its_span() -> None:
    one = Span(id="1", document="d", annotator="a", start=0, end=4, label="GPE")
    two = Span(id="2", document="d", annotator="a", start=60, end=64, label="GPE")
    relation = Relation(id="r", document="d", annotator="a", label="x", head="1", tail="2")
    content = Content(TEXT, [one, two])
    ends = {content.blocks.index(0), content.blocks.index(60)}
    assert content.apply([Change(None, relation)]) == ends
    assert list(content.relations_of("1")) == [relation]
    assert content.apply([Change(relation, None), Change(two, None)]) == ends
    assert not list(content.relations_of("1"))


def test_reading_touches_the_blocks_newly_read() -> None:
    layer = Layer(document="d", annotator="a")
    content = Content(TEXT)
    assert content.apply([Change(layer, replace(layer, read=((28, 55),)))]) == {1}
    assert content.read == ((28, 55),)


def test_reading_order_goes_through_all_spans_there_and_back() -> None:
    items = [
        Span(id=str(start), document="d", annotator="a", start=start, end=end, label="GPE")
        for start, end in ((0, 17), (5, 17), (11, 17), (40, 44), (400, 3000), (500, 510))
    ]
    content = Content(TEXT, items)
    there, order = [], (-1, 0, "")
    while found := content.following(order, Span):
        there.append(key_of(found))
        order = order_of(found)
    assert there == [key_of(item) for item in sorted(items, key=order_of)]
    back, order = [], (len(TEXT), 0, "")
    while found := content.following(order, Span, backward=True):
        back.append(key_of(found))
        order = order_of(found)
    assert back == there[::-1]
