"""Places and people by lists and rules: what a reader of the seed article marks, and text that no rule was made for."""

import json
import sys
import time
from pathlib import Path

import pytest

from annotate.suggest.places import load_places
from annotate.suggest.proposals import Rules, propose, resolve
from tests.annotate.suggest.corpora import Counts, bio_documents, seed_article
from tests.annotate.suggest.sets import anercorp, wojood
from tests.conftest import Shared


def found(text: str, seeds: Path) -> list[tuple[str, str]]:
    proposals, _ = propose(text, [load_places(seeds)], Rules(wojood()))
    return [(text[p.start : p.end], p.label) for p in resolve(proposals, wojood())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وصل إلى وارسو وبيروت ولبنان", [("وارسو", "GPE"), ("بيروت", "GPE"), ("لبنان", "GPE")]),
        ("في جمهورية مصر العربية", [("جمهورية مصر العربية", "GPE")]),
        ("الجانب الكازاخستاني والمصري", []),
        ("#سوريا و#بيروت", [("سوريا", "GPE"), ("بيروت", "GPE")]),
        ("https://example.com/لبنان", []),
        ("أمطار #كفر_الشيخ", [("كفر_الشيخ", "GPE")]),
        ("الوضع في قطاع غزة", [("غزة", "GPE")]),
        ("😀 الكويت", [("الكويت", "GPE")]),
        ("عَمّانُ", [("عَمّانُ", "GPE")]),
        ("أعلن وزير الخارجية أحمد أبو الغيط أمس", [("أحمد أبو الغيط", "PERS")]),
        ("التقى الملك عبدالله الثاني", [("عبدالله", "PERS")]),
        ("قال د. محمد حسن", [("محمد حسن", "PERS")]),
        ("استقبل الرئيس السوداني عمر حسن البشير", [("عمر حسن البشير", "PERS")]),
        ("في هذا التحالف وفي البلاد", []),
    ],
)
def test_places_and_people(text: str, expected: list[tuple[str, str]], seeds: Path) -> None:
    assert found(text, seeds) == expected


def test_a_small_place_needs_a_sign_somewhere_in_the_document(seeds: Path) -> None:
    assert found("زرت عكار", seeds) == []
    assert found("هناك عكار. زرت بلدة عكار", seeds) == [("عكار", "GPE"), ("بلدة عكار", "GPE")]


def test_the_seed_article_as_a_reader_marks_it(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text, gold = seed_article()
    proposals, _ = propose(text, [load_places(seeds)], Rules(wojood()))
    counts = Counts.of(gold, resolve(proposals, wojood()), {"GPE", "LOC", "PERS"})
    with capsys.disabled():
        sys.stdout.write(f"\nplaces on the seed article: {counts}\n")
    assert counts.f1 >= 0.80


def test_sixty_sentences_that_no_rule_was_made_for(
    seeds: Path, shared: Shared, capsys: pytest.CaptureFixture[str]
) -> None:
    """A guard against fitting rules to the article: the figure is far below the article's, and may not fall."""
    ((text, gold),) = bio_documents((shared / "anercorp/test.bio"), first=300, number=60)
    rules = Rules(anercorp(), clitics="word")
    proposals, _ = propose(text, [load_places(seeds)], rules)
    counts = Counts.of(gold, resolve(proposals, anercorp()), {"LOC", "PERS"})
    with capsys.disabled():
        sys.stdout.write(f"\nplaces on 60 sentences of ANERcorp's test part: {counts}\n")
    assert counts.f1 >= 0.60


def test_the_gold_of_the_seed_article_is_of_its_text(seeds: Path) -> None:
    text, gold = seed_article()
    assert text == (seeds / "sample/tajikistan-kazakhstan.txt").read_text(encoding="utf-8")
    assert len(gold) == 37


def test_tweets_keep_their_offsets(seeds: Path, shared: Shared) -> None:
    lines = (shared / "idrisi/idrisi_ar_hafr_dev.jsonl").read_text(encoding="utf-8").split("\n")
    surfaces = [name for line in lines if line for name, _ in found(json.loads(line)["text"], seeds)]
    assert all(surface[0].isalnum() and surface[-1].isprintable() for surface in surfaces)
    assert {"الرياض", "السعودية"} <= set(surfaces)


def test_the_lists_load_quickly(seeds: Path) -> None:
    """The first suggestion after the start must not be waited for. Generous: the machine may be busy."""
    from annotate.arabic import lexicon
    from annotate.suggest import gazetteer

    lexicon.shipped.cache_clear()
    gazetteer.load.cache_clear()
    begin = time.process_time()
    load_places(seeds)
    assert time.process_time() - begin < 0.5
