"""The makers of what ships, on small corpora: they run, repeat themselves, and write what the sources read."""

import lzma
from pathlib import Path

import pytest

from annotate.suggest import gazetteer as lists
from annotate.suggest.making import corpus, gazetteer, starter
from annotate.suggest.starter import load_starter

GOLD = """زار O
الرئيس O
محمد B-PERS
حسن I-PERS
مدينة O
بغداد B-LOC
. O

قال O
محمد B-PERS
إن O
الأمم B-ORG
المتحدة I-ORG
في O
بغداد I-LOC
. O

"""
SILVER = f"# use 0.9\n{GOLD.strip().split(chr(10) * 2)[0]}\n\n# O\nفي O\nباريس B-LOC\n\n"
CLUSTERS = "word\tk50\tk250\tk1000\nفي\t1\t2\t3\nبغداد\t49\t249\t999\nمحمد\t4\t5\t600\n"
MORPHOLOGY = "###STEMS###\nبَغْداد\tX\tpos:noun_prop\nكَبِير\tX\tpos:adj\n###TABLE AB###\n"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A small folder of corpora."""
    files = {
        "anercorp/train.bio": GOLD.encode(),
        "words/silver.bio.xz": lzma.compress(SILVER.encode()),
        "words/clusters.tsv.xz": lzma.compress(CLUSTERS.encode()),
        "camel/morphology.db.xz": lzma.compress(MORPHOLOGY.encode()),
    }
    for name, content in files.items():
        path = tmp_path / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return tmp_path / "data"


def test_the_lists_are_made_from_their_sources(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(gazetteer, "SEEDS", tmp_path / "seeds")
    gazetteer.main(data)
    made = lists.load(tmp_path / "seeds")
    assert made.places.kind("لبنان") == lists.TERRITORY
    assert made.places.kind("بغداد") == lists.LARGE_CITY
    assert made.places.score("بغداد") == 9
    assert made.names.kind("محمد") == lists.FREQUENT_NAME
    assert made.places.kind("العالم") is None
    words = lzma.decompress((tmp_path / "seeds/words/words.txt.xz").read_bytes()).decode().split("\n\n")
    assert words[0].split("\n") == ["في", "بغداد", "محمد"]
    assert {"بغداد", "محمد"} <= set(words[1].split("\n"))
    assert "places" in capsys.readouterr().out


def test_the_starter_is_trained_and_repeats_itself(
    data: Path, tmp_path: Path, seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = tmp_path / "seeds"
    made.mkdir()
    (made / "gazetteer").symlink_to(seeds / "gazetteer")
    monkeypatch.setattr(starter, "SEEDS", made)
    starter.main(data)
    first = {path.name: path.read_bytes() for path in (made / "starter").iterdir()}
    starter.main(data)
    assert first == {path.name: path.read_bytes() for path in (made / "starter").iterdir()}
    assert lzma.decompress(first["propers.txt.xz"]).decode() == "بغداد"
    text = "زار الرئيس محمد حسن مدينة بغداد ."
    proposals = load_starter(made).propose(text)
    assert [(text[p.start : p.end], p.label) for p in proposals] == [("محمد حسن", "PERS"), ("بغداد", "LOC")]


def test_silver_sentences_know_whether_they_are_for_training(data: Path) -> None:
    silver = corpus.read_silver(data / "words/silver.bio.xz")
    assert [sentence.use for sentence in silver] == [True, False]
    assert silver[1].pairs == [("في", "O"), ("باريس", "B-LOC")]


def test_the_folder_of_corpora_lies_beside_the_checkout() -> None:
    assert corpus.default_folder().parts[-2:] == ("shared", "data")
