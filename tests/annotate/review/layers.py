"""Layers of made-up annotators, written as briefly as the examples in the issue."""

from collections.abc import Mapping, Sequence

from annotate.model import Document, Layer, Relation, Span, State
from annotate.review.layers import Annotations, DocumentLayers

SpanSpec = tuple[int, int, str]
RelationSpec = tuple[str, int, int]


def document(
    text: str,
    layers: Mapping[str, Sequence[SpanSpec]],
    relations: Mapping[str, Sequence[RelationSpec]] | None = None,
    *,
    id: str = "d",
    read: Mapping[str, tuple[tuple[int, int], ...]] | None = None,
) -> DocumentLayers:
    """A document whose layers hold these spans ``(start, end, label)``; relations name spans by their number.

    A layer is done, or in progress with only ``read`` read. Span ids are ``A0``, ``A1`` …, relations ``Ar0`` ….
    """
    held = {}
    for annotator, specs in layers.items():
        ranges = (read or {}).get(annotator)
        state = State.DONE if ranges is None else State.IN_PROGRESS
        spans = [
            Span(id=f"{id}{annotator}{n}", document=id, annotator=annotator, start=start, end=end, label=label)
            for n, (start, end, label) in enumerate(specs)
        ]
        drawn = [
            Relation(
                id=f"{id}{annotator}r{n}",
                document=id,
                annotator=annotator,
                label=label,
                head=spans[head].id,
                tail=spans[tail].id,
            )
            for n, (label, head, tail) in enumerate((relations or {}).get(annotator, ()))
        ]
        layer = Layer(document=id, annotator=annotator, state=state, read=ranges or ())
        held[annotator] = Annotations(layer, tuple(spans), tuple(drawn))
    return DocumentLayers(Document(id=id, name=id, text=text), held)
