"""Hypothesis strategies for records of every kind."""

from hypothesis import strategies as st

from annotate.labels import AttributeType, EntityType, LabelSet, RelationType
from annotate.model import (
    Annotator,
    Decision,
    Document,
    Layer,
    Receipt,
    Relation,
    Span,
    State,
    Suggestion,
    SuggestionState,
)

# What SQLite and JSON must carry: everything but lone surrogates, which import refuses, and NUL, which ends a C string.
words = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
ids = st.text("0123456789abcdef", min_size=1, max_size=8)
numbers = st.integers(0, 10**6)
attributes = st.dictionaries(words, words | st.booleans(), max_size=3)
meta = st.dictionaries(words, st.recursive(words | st.none() | numbers, st.lists, max_leaves=4), max_size=3)


@st.composite
def ranges(draw: st.DrawFn, *, least: int = 0) -> tuple[tuple[int, int], ...]:
    """Ascending ranges that do not touch."""
    borders = sorted(draw(st.sets(numbers, min_size=2 * least, max_size=8)))
    return tuple(zip(borders[::2], borders[1::2], strict=False))


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """Spans of one piece or several."""
    pieces = draw(ranges(least=1))
    return Span(
        id=draw(ids),
        document=draw(ids),
        annotator=draw(ids),
        start=pieces[0][0],
        end=pieces[-1][1],
        label=draw(words),
        fragments=pieces if len(pieces) > 1 else (),
        attributes=draw(attributes),
        note=draw(words),
    )


relations = st.builds(
    Relation,
    id=ids,
    document=ids,
    annotator=ids,
    label=words,
    head=ids,
    tail=ids,
    attributes=attributes,
    note=words,
)
layers = st.builds(Layer, document=ids, annotator=ids, state=st.sampled_from(State), read=ranges())
annotators = st.builds(Annotator, id=ids, name=words)
documents = st.builds(Document, id=ids, name=words, text=words, position=numbers, meta=meta)
suggestions = st.builds(
    Suggestion,
    document=ids,
    annotator=ids,
    start=numbers,
    end=numbers,
    label=words,
    by=words,
    score=st.floats(0, 1),
    state=st.sampled_from(SuggestionState),
)
decisions = st.builds(
    Decision,
    id=ids,
    document=ids,
    kind=st.sampled_from(["span", "relation"]),
    start=numbers,
    end=numbers,
    choice=words,
    rule=words,
    gold=words,
    comment=words,
)
receipts = st.builds(
    Receipt,
    document=ids,
    annotator=ids,
    version=st.dictionaries(ids, st.tuples(numbers, ids), max_size=3),
    local=numbers,
)
names = st.dictionaries(st.sampled_from(["ar", "en"]), words, max_size=2)
some_ids = st.lists(ids, max_size=3).map(tuple)
entities = st.builds(EntityType, key=ids, id=ids, names=names, colour=words, inside=some_ids, retired=st.booleans())
label_sets = st.builds(
    LabelSet,
    id=ids,
    version=numbers,
    entities=st.lists(entities, max_size=3, unique_by=lambda entity: entity.key).map(tuple),
    relations=st.lists(
        st.builds(RelationType, key=ids, id=ids, names=names, head=some_ids, tail=some_ids, symmetric=st.booleans()),
        max_size=3,
        unique_by=lambda relation: relation.key,
    ).map(tuple),
    attributes=st.lists(
        st.builds(AttributeType, key=ids, id=ids, names=names, values=some_ids, on=some_ids),
        max_size=3,
        unique_by=lambda attribute: attribute.key,
    ).map(tuple),
)
rows = spans() | relations | layers | annotators | suggestions | decisions | receipts
