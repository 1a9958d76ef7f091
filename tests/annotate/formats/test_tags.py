"""Tag schemes: what is written is read back, what others write is mended."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from seqeval.metrics import f1_score
from seqeval.metrics.sequence_labeling import get_entities
from seqeval.scheme import IOB2, IOBES

from annotate.formats.tags import SCHEMES, BadTag, TokenSpan, decode, detect, encode, split_tag


@st.composite
def flat_spans(draw: st.DrawFn) -> tuple[int, list[TokenSpan]]:
    """Tokens, and spans on them that do not overlap."""
    length = draw(st.integers(1, 12))
    cuts = sorted(draw(st.sets(st.integers(0, length), max_size=8)))
    spans = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        middle = draw(st.integers(start, end))
        spans += [
            (a, b, draw(st.sampled_from(["PERS", "B-X", "x"]))) for a, b in ((start, middle), (middle, end)) if a < b
        ]
    return length, spans


def read_back(tags: list[str], scheme: str) -> tuple[list[TokenSpan], int]:
    return decode([split_tag(tag) for tag in tags], scheme)


@pytest.mark.parametrize("scheme", SCHEMES)
@given(flat_spans())
def test_every_scheme_gives_its_spans_back(scheme: str, given_spans: tuple[int, list[TokenSpan]]) -> None:
    length, spans = given_spans
    tags = encode(length, spans, scheme)
    assert read_back(tags, scheme) == (sorted(spans), 0)
    if any(tag[0] in "SE" for tag in tags) or scheme != "bioes":
        # An IOB1 file without two neighbours and an IOB2 file may read alike; then they say the same.
        assert read_back(tags, detect([[split_tag(tag) for tag in tags]]))[0] == sorted(spans)


@given(flat_spans())
def test_seqeval_reads_the_same_entities(given_spans: tuple[int, list[TokenSpan]]) -> None:
    length, spans = given_spans
    spans = [(start, end, label.replace("-", "")) for start, end, label in spans]
    expected = [(label, start, end - 1) for start, end, label in sorted(spans)]
    for scheme, strict in (("iob2", IOB2), ("bioes", IOBES)):
        tags = encode(length, spans, scheme)
        assert get_entities(tags) == expected
        if spans:
            assert f1_score([tags], [tags], mode="strict", scheme=strict) == 1.0


def test_neighbours_of_one_label_are_told_apart() -> None:
    spans = [(1, 2, "PERS"), (2, 3, "PERS")]
    assert encode(4, spans, "iob2") == ["O", "B-PERS", "B-PERS", "O"]
    assert encode(4, spans, "iob1") == ["O", "I-PERS", "B-PERS", "O"]
    assert encode(4, spans, "bioes") == ["O", "S-PERS", "S-PERS", "O"]


@pytest.mark.parametrize(
    ("tags", "scheme", "spans", "orphans"),
    [
        ("O I-FAC O", "iob2", [(1, 2, "FAC")], 1),
        ("B-X I-Y I-Y", "iob2", [(0, 1, "X"), (1, 3, "Y")], 1),
        ("I-X I-X B-X", "iob1", [(0, 2, "X"), (2, 3, "X")], 0),
        ("U-X B-Y I-Y L-Y", "bioes", [(0, 1, "X"), (1, 4, "Y")], 0),
        ("B-Y M-Y E-Y S-X", "bioes", [(0, 3, "Y"), (3, 4, "X")], 0),
        ("B-Y O E-X B-Z", "bioes", [(0, 1, "Y"), (2, 3, "X"), (3, 4, "Z")], 1),
    ],
)
def test_what_others_write_is_read_and_mended(tags: str, scheme: str, spans: list[TokenSpan], orphans: int) -> None:
    assert read_back(tags.split(" "), scheme) == (spans, orphans)


@pytest.mark.parametrize(
    ("tags", "scheme"),
    [
        ("B-X I-X O", "iob2"),
        ("I-X I-X O", "iob1"),
        ("B-X B-Y I-Z", "iob2"),
        ("O U-X", "bioes"),
        ("B-X E-X", "bioes"),
        ("O", "iob2"),
    ],
)
def test_the_scheme_is_seen_from_the_tags(tags: str, scheme: str) -> None:
    assert detect([[split_tag(tag) for tag in tags.split(" ")]]) == scheme


@pytest.mark.parametrize("tag", ["B", "I", "B-", "X-PERS", "b-PERS", "PERS", "", "_"])
def test_a_tag_of_another_shape_is_refused(tag: str) -> None:
    with pytest.raises(BadTag, match="is no tag"):
        split_tag(tag)


def test_a_tag_is_cut_at_its_first_hyphen() -> None:
    assert split_tag("B-happened-at") == ("B", "happened-at")
