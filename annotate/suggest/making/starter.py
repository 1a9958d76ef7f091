"""Train the starter model that ships in ``seeds/starter``.

    python -m annotate.suggest.making.starter [DATA]

``DATA`` is the folder of corpora (default: the one beside the checkout). The same command gives the same bytes; it
takes two minutes of one core.
"""

from __future__ import annotations

import lzma
import sys
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from annotate.arabic.folding import fold_word
from annotate.suggest.crf import Model, Rows, fit
from annotate.suggest.making.corpus import Pairs, default_folder, read_bio, read_silver, spans_of
from annotate.suggest.starter import BACKGROUND, CLUSTERS, FIRST, PROPERS, SECOND, load_features
from annotate.suggest.starter_features import Background, Features, Memory
from annotate.suggest.words import Word, word

SEEDS = Path(__file__).parents[3] / "seeds"
# So many sentences in a row are taken for one document.
GOLD_BLOCK, SILVER_BLOCK = 1000, 3000

Sentence = list[Word]
Tags = list[str]


def main(data: Path) -> None:
    """Make the tables and both models, and say how large they are."""
    (SEEDS / "starter").mkdir(exist_ok=True)
    _write(CLUSTERS, _clusters(data / "words/clusters.tsv.xz"))
    _write(PROPERS, "\n".join(_propers(data / "camel/morphology.db.xz")).encode())
    gold = read_bio(data / "anercorp/train.bio")
    silver = read_silver(data / "words/silver.bio.xz")
    _write(BACKGROUND, "\n".join(_background([s.pairs for s in silver])).encode())
    features = load_features(SEEDS)
    first, second = train(features, gold, [s.pairs for s in silver], [s.use for s in silver])
    _write(FIRST, first)
    _write(SECOND, second)


def train(
    features: Features, gold: Sequence[Pairs], silver: Sequence[Pairs] = (), use: Sequence[bool] = ()
) -> tuple[bytes, bytes]:
    """The models of the first pass (gold only) and of the second (gold, and the silver sentences to ``use``)."""
    words, tags = _words(gold), _tags(gold)
    rows = [features.first(sentence) for sentence in words]
    first = fit(rows, tags)
    said = label(first, rows)
    memories = _memories(words, said, GOLD_BLOCK)
    silver_words = _words(silver)
    silver_said = label(first, map(features.first, silver_words))
    silver_memories = _memories(silver_words, silver_said, SILVER_BLOCK)
    counts = _counts(silver)
    for at, pairs in enumerate(silver):
        if use[at]:
            words.append(silver_words[at])
            rows.append(features.first(silver_words[at], _without(counts, silver_words[at], pairs)))
            said.append(silver_said[at])
            memories.append(silver_memories[at])
            tags += _tags([pairs])
    for sentence, row, labels, memory in zip(words, rows, said, memories, strict=True):
        features.second(sentence, row, labels, memory)
    return first, fit(rows, tags)


def label(model: bytes, rows: Iterable[Rows]) -> list[Tags]:
    """What a model says of sentences."""
    tagger = Model(model)
    return [tagger.tags(row) for row in rows]


def _memories(words: Sequence[Sentence], said: Sequence[Tags], block: int) -> list[Memory]:
    """For each sentence the memory of its block."""
    memories: list[Memory] = []
    for start in range(0, len(words), block):
        here = words[start : start + block]
        memories += [Memory(here, said[start : start + block])] * len(here)
    return memories


def _words(sentences: Sequence[Pairs]) -> list[Sentence]:
    return [[word(form) for form, _ in pairs] for pairs in sentences]


def _tags(sentences: Sequence[Pairs]) -> list[Tags]:
    """Tags in proper IOB2: the corpus has some spans that begin with ``I-``."""
    found: list[Tags] = []
    for pairs in sentences:
        tags = ["O"] * len(pairs)
        for start, end, kind in spans_of([tag for _, tag in pairs]):
            tags[start:end] = ["B-" + kind, *["I-" + kind] * (end - start - 1)]
        found.append(tags)
    return found


def _counts(sentences: Sequence[Pairs]) -> dict[str, Counter[str]]:
    """Of each word of the sentences the types it has there, and how often it is no name ("")."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for words, tags in zip(_words(sentences), _tags(sentences), strict=True):
        for here, tag in zip(words, tags, strict=True):
            counts[here.rest][tag[2:]] += 1
    return counts


def _background(sentences: Sequence[Pairs]) -> list[str]:
    """The lines of the table that ships: each feature and the words that have it."""
    by_feature: dict[str, list[str]] = defaultdict(list)
    for word_, counts in sorted(_counts(sentences).items()):
        if "," not in word_ and (feature := Background.feature(counts)) != Background.UNKNOWN:
            by_feature[feature].append(word_)
    return [f"{feature}\t{','.join(words)}" for feature, words in sorted(by_feature.items())]


def _without(counts: dict[str, Counter[str]], words: Sentence, pairs: Pairs) -> Background:
    """What the other sentences say of the words of one."""
    others = {here.rest: Counter(counts[here.rest]) for here in words}
    for here, tag in zip(words, _tags([pairs])[0], strict=True):
        others[here.rest][tag[2:]] -= 1
    return Background([f"{Background.feature(said)}\t{word_}" for word_, said in others.items() if "," not in word_])


def _clusters(path: Path) -> bytes:
    lines = lzma.decompress(path.read_bytes()).decode("utf-8").split("\n")[1:]
    _, coarse, middle, fine = zip(*(line.split("\t") for line in lines if line), strict=True)
    return bytes(map(int, coarse)) + bytes(map(int, middle)) + array("H", map(int, fine)).tobytes()


def _propers(path: Path) -> list[str]:
    """The folded proper nouns of a CAMeL Morph database."""
    stems = (
        lzma.decompress(path.read_bytes()).decode("utf-8").partition("###STEMS###")[2].partition("###TABLE AB###")[0]
    )
    return sorted({fold_word(line.partition("\t")[0]) for line in stems.split("\n") if "pos:noun_prop" in line})


def _write(name: str, data: bytes) -> None:
    path = SEEDS / "starter" / name
    path.write_bytes(lzma.compress(data, preset=9 | lzma.PRESET_EXTREME))
    sys.stdout.write(f"{path.relative_to(SEEDS.parent)}: {path.stat().st_size:,} bytes\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else default_folder())
