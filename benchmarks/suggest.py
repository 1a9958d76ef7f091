"""Speed, memory and F1 of each source of suggestions, beside a bare CRF (words only) trained in the same run.

`python benchmarks/suggest.py [--quick] [--json FILE] [--without-camel]`. Spans count when borders and label are exact.
ANERcorp's test part is one document of 918 sentences; of the Wojood sample's `val.txt` people, organisations and places
(GPE and LOC as one) are taken, outermost first. Each source runs in a process of its own, for its peak memory. Words a
second are of one core (processor time), without loading. With the sources' figures stand those of the seed article
(places and people), and how many proposals are right by tenth of their score. Then CAMeL-Tools NER: words a second of
its `predict` and of ours (see `suggest_camel.py`, which prints that part alone).
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from annotate import labels  # noqa: E402
from annotate.labels import LabelSet  # noqa: E402
from annotate.suggest.crf import Model, fit  # noqa: E402
from annotate.suggest.making.corpus import Pairs, read_bio, spans_of  # noqa: E402
from annotate.suggest.proposals import Proposal, Rules, Source, propose, resolve  # noqa: E402
from annotate.suggest.words import word  # noqa: E402

SHARED = Path(os.environ.get("TAWSIM_SHARED") or ROOT.parent / "shared" / "data")
SEEDS = ROOT / "seeds"
SOURCES = ("places", "starter", "places+starter")
TYPES = ("LOC", "PERS", "ORG", "MISC")
GOALS = {
    ("starter", "F1 on ANERcorp's test part"): 75.0,
    ("starter", "F1 on ANERcorp's test part, LOC"): 87.0,
    ("starter", "F1 on ANERcorp's test part, PERS"): 77.0,
    ("starter", "F1 on ANERcorp's test part, ORG"): 58.0,
    ("starter", "words a second"): 10_000.0,
    ("places", "F1 on the seed article"): 80.0,
    ("places+starter", "F1 on the seed article"): 84.0,
}

Range = tuple[int, int, str]
Row = dict[str, object]
Figures = dict[str, float]


def f1(gold: Collection[Range], found: Collection[Range]) -> float:
    """In per cent; ranges are equal in borders and type."""
    right = len(set(gold) & set(found))
    return 200 * right / max(1, len(set(gold)) + len(set(found)))


def document(sentences: Sequence[Pairs]) -> tuple[str, list[list[tuple[int, int]]]]:
    """A text with one sentence a line, and where its words stand."""
    text, places = "", []
    for pairs in sentences:
        line = []
        for form, _ in pairs:
            line.append((len(text), len(text) + len(form)))
            text += form + " "
        places.append(line)
        text = text[:-1] + "\n"
    return text, places


def anercorp(part: str) -> list[Pairs]:
    return read_bio(SHARED / "anercorp" / f"{part}.bio")


def anercorp_gold(sentences: Sequence[Pairs], places: Sequence[Sequence[tuple[int, int]]]) -> set[Range]:
    return {
        (line[start][0], line[end - 1][1], kind)
        for pairs, line in zip(sentences, places, strict=True)
        for start, end, kind in spans_of([tag for _, tag in pairs])
    }


def wojood() -> tuple[list[Pairs], list[list[Range]]]:
    """The forms of the sample's validation part, and for each sentence its outermost spans of three types, by words."""
    sentences: list[Pairs] = []
    spans: list[list[Range]] = []
    for block in (SHARED / "wojood/val.txt").read_text(encoding="utf-8").strip().split("\n\n"):
        rows = [line.split(" ") for line in block.split("\n") if line and not line.startswith("$#$")]
        sentences.append([(row[0], "O") for row in rows])
        found: list[Range] = []
        for kind in ("PERS", "ORG", "GPE", "LOC"):
            tags = [next((tag for tag in row[1:] if tag[2:] == kind), "O") for row in rows]
            found += [(start, end, "LOC" if kind == "GPE" else kind) for start, end, _ in spans_of(tags)]
        spans.append(outermost(found))
    return sentences, spans


def outermost(spans: Iterable[Range]) -> list[Range]:
    kept: list[Range] = []
    for start, end, kind in sorted(spans, key=lambda span: (span[0] - span[1], span)):
        if all(end <= s or e <= start for s, e, _ in kept):
            kept.append((start, end, kind))
    return kept


def label_set(name: str) -> LabelSet:
    return labels.read((SEEDS / "labels" / f"{name}.json").read_text(encoding="utf-8"))


# --- one source, in a process of its own


def measure(names: Sequence[str]) -> Figures:
    """Everything that is measured of these sources together."""
    begin = time.process_time()
    sources = load(names)
    figures: Figures = {"loading": 1000 * (time.process_time() - begin)}
    sentences = anercorp("test")
    text, places = document(sentences)
    begin = time.process_time()
    found = run(text, sources, "anercorp")
    figures["words a second"] = sum(map(len, places)) / (time.process_time() - begin)
    gold = anercorp_gold(sentences, places)
    ranges = {(p.start, p.end, p.label) for p in found}
    figures["F1 on ANERcorp's test part"] = f1(gold, ranges)
    for kind in TYPES:
        there = {range for range in ranges if range[2] == kind}
        figures[f"F1 on ANERcorp's test part, {kind}"] = f1({range for range in gold if range[2] == kind}, there)
    figures["F1 on Wojood's sample, three types"] = on_wojood(sources)
    figures["F1 on the seed article"] = on_the_seed_article(sources)
    figures |= right_by_tenth(found, gold)
    if peak := peak_memory():
        figures["peak memory"] = peak
    return figures


def load(names: Sequence[str]) -> list[Source]:
    from annotate.suggest.places import load_places
    from annotate.suggest.starter import load_starter

    makers: dict[str, Callable[[Path], Source]] = {"places": load_places, "starter": load_starter}
    return [makers[name](SEEDS) for name in names]


def run(text: str, sources: Sequence[Source], labels_of: str) -> list[Proposal]:
    """The suggestions as a project would get them; the corpora mark whole words."""
    rules = Rules(label_set(labels_of), clitics="word")
    return resolve(propose(text, sources, rules)[0], rules.labels)


def on_wojood(sources: Sequence[Source]) -> float:
    sentences, spans = wojood()
    text, places = document(sentences)
    gold = {(line[s][0], line[e - 1][1], kind) for line, here in zip(places, spans, strict=True) for s, e, kind in here}
    three = [(p.start, p.end, "LOC" if p.label == "GPE" else p.label) for p in run(text, sources, "wojood")]
    return f1(gold, outermost(range for range in three if range[2] in ("PERS", "ORG", "LOC")))


def on_the_seed_article(sources: Sequence[Source]) -> float:
    """Places and people; proclitics outside, as in the program."""
    record = json.loads((ROOT / "tests/data/seed-gold.jsonl").read_text(encoding="utf-8"))
    gold = {(span["start"], span["end"], span["label"]) for span in record["spans"]}
    rules = Rules(label_set("wojood"))
    found = resolve(propose(record["text"], sources, rules)[0], rules.labels)
    kinds = ("GPE", "LOC", "PERS")
    here = {(p.start, p.end, p.label) for p in found if p.label in kinds}
    return f1({range for range in gold if range[2] in kinds}, here)


def right_by_tenth(found: Sequence[Proposal], gold: Collection[Range]) -> Figures:
    """The share of proposals that are right, by tenth of score, where a tenth has 20 and more."""
    tenths: dict[int, list[bool]] = {}
    for p in found:
        tenths.setdefault(min(9, int(10 * p.score)), []).append((p.start, p.end, p.label) in gold)
    return {
        f"right of those with scores {tenth / 10}–{tenth / 10 + 0.1:.1f} ({len(right)})": 100 * sum(right) / len(right)
        for tenth, right in sorted(tenths.items())
        if len(right) >= 20
    }


def peak_memory() -> float | None:
    """The most memory that this process has had (MB); None where the system does not tell."""
    status = Path("/proc/self/status")
    if not status.exists():
        return None
    return int(status.read_text().partition("VmHWM:")[2].partition("kB")[0]) / 1024


# --- the alternative


def bare(quick: bool) -> Figures:
    """A CRF on the words alone (the word and two on each side), trained now, with the starter's settings."""
    train, test = anercorp("train"), anercorp("test")
    model = Model(
        fit([words_only(pairs) for pairs in train[:: 4 if quick else 1]], tags_of(train[:: 4 if quick else 1]))
    )
    begin = time.process_time()
    said = [model.tags(words_only(pairs)) for pairs in test]
    figures = {"words a second": sum(map(len, test)) / (time.process_time() - begin)}
    gold, found = numbered(tags_of(test)), numbered(said)
    figures["F1 on ANERcorp's test part"] = f1(gold, found)
    for kind in TYPES:
        of_kind = [{range for range in ranges if range[2] == kind} for ranges in (gold, found)]
        figures[f"F1 on ANERcorp's test part, {kind}"] = f1(*of_kind)
    sentences, spans = wojood()
    found = numbered([model.tags(words_only(pairs)) for pairs in sentences])
    wanted = {(1000 * at + s, 1000 * at + e, kind) for at, here in enumerate(spans) for s, e, kind in here}
    figures["F1 on Wojood's sample, three types"] = f1(wanted, {range for range in found if range[2] != "MISC"})
    return figures


def words_only(pairs: Pairs) -> list[list[str]]:
    forms = ["^", "^", *(word(form).folded for form, _ in pairs), "^", "^"]
    return [[f"{step}{forms[at + step]}" for step in range(-2, 3)] for at in range(2, len(forms) - 2)]


def tags_of(sentences: Sequence[Pairs]) -> list[list[str]]:
    return [[tag for _, tag in pairs] for pairs in sentences]


def numbered(tags: Sequence[Sequence[str]]) -> set[Range]:
    """Spans by words, those of a sentence a thousand further on than those of the one before."""
    return {(1000 * at + s, 1000 * at + e, kind) for at, here in enumerate(tags) for s, e, kind in spans_of(list(here))}


# --- the table


def rows(quick: bool) -> Iterator[Row]:
    """The figures of each source beside those of the bare CRF."""
    alternative = bare(quick)
    for source in SOURCES:
        done = subprocess.run([sys.executable, __file__, "--measure", source], stdout=subprocess.PIPE, check=True)
        for what, value in json.loads(done.stdout).items():
            beside = alternative.get(what)
            yield {
                "what": f"{source}: {what}",
                "size": "bare CRF on a quarter of train" if quick and beside else "",
                "value": round(value, 2),
                "unit": UNITS.get(what, "%"),
                "alternative": None if beside is None else round(beside, 2),
                "goal": GOALS.get((source, what)),
                "lower_is_better": what in ("loading", "peak memory"),
            }


UNITS = {"loading": "ms", "words a second": "words/s", "peak memory": "MB"}


def show(found: Sequence[Row]) -> None:
    print(f"{'what':62} {'value':>10} {'unit':8} {'bare CRF':>10}  goal")
    for row in found:
        beside = "" if row["alternative"] is None else f"{row['alternative']:10.2f}"
        print(f"{row['what']:62} {row['value']:10.2f} {row['unit']:8} {beside:>10}  {row['goal'] or ''}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument(
        "--quick", action="store_true", help="a bare CRF of a quarter of train: under 50 s on two cores"
    )
    parser.add_argument("--json", metavar="FILE", type=Path, help="write the rows there as well")
    parser.add_argument("--without-camel", action="store_true", help="only the sources that ship")
    parser.add_argument("--measure", metavar="SOURCES", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.measure:
        print(json.dumps(measure(args.measure.split("+"))))
        return
    found = list(rows(args.quick))
    show(found)
    if not args.without_camel:
        from benchmarks import suggest_camel

        print()
        camel = suggest_camel.rows(args.quick)
        suggest_camel.show(camel)
        found += camel
    if args.json:
        args.json.write_text(json.dumps({"rows": found}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
