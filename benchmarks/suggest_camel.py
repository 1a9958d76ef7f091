"""CAMeL-Tools NER: `predict` as it comes beside the way Tawsim runs the same weights, in one run.

`python benchmarks/suggest_camel.py [--quick] [--json FILE]`; `benchmarks/suggest.py` takes its rows as well.

The model is as large as BERT-base (12 layers, 768 wide; random weights, the vocabulary of the small model in the shared
data), so the speed is that of CAMeL's models; quality is not measured with it. How many labels 8 bits change is
measured with the small trained model. Each way runs in a process of its own, for its peak memory; they take turns at
the same sentences with the same number of threads, and the median of the rounds counts. Start-up and loading are left
out.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))
SHARED = Path(os.environ.get("TAWSIM_SHARED") or ROOT.parent / "shared" / "data")
TINY = SHARED / "camel" / "tiny-ner"
ARTICLE = ROOT / "seeds" / "sample" / "tajikistan-kazakhstan.txt"
GOAL, GOAL_INT8, GOAL_EQUAL = 2.5, 5.0, 99.0
WAYS = ("stock", "ours", "int8")
CORES = os.cpu_count() or 1
THREADS = max(1, CORES - 1)

Row = dict[str, object]
Sentences = list[list[str]]


# --- the child process: asked by lines on standard input


def serve() -> None:
    """Answer {"way", "model", "sentences", "threads"} with {"seconds", "labels", "megabytes"} (the peak)."""
    _import_camel_tools()
    import torch
    from camel_tools.ner import NERecognizer

    from annotate.suggest.camel_ner import Recognizer, Sentence

    def ours(recognizer: Recognizer) -> Callable[[Sentences], Sentences]:
        def label(sentences: Sentences) -> Sentences:
            window = [Sentence.of(index, " ".join(words)) for index, words in enumerate(sentences)]
            for _ in recognizer.label(window):
                pass
            return [[recognizer.labels[label] for label in sentence.labels] for sentence in window]

        return label

    @cache
    def labeller(way: str, model: str) -> Callable[[Sentences], Sentences]:
        if way == "stock":
            predict: Callable[[Sentences], Sentences] = NERecognizer(model, use_gpu=False).predict
            return predict
        return ours(Recognizer(Path(model), int8=way == "int8"))

    for line in sys.stdin:
        request = json.loads(line)
        label = labeller(request["way"], request["model"])
        torch.set_num_threads(request["threads"])
        begin = time.perf_counter()
        labels = label(request["sentences"])
        seconds = time.perf_counter() - begin
        print(json.dumps({"seconds": seconds, "labels": labels, "megabytes": _peak(os.getpid())}), flush=True)


def _import_camel_tools() -> None:
    """With an empty catalogue, so that nothing is downloaded."""
    with tempfile.TemporaryDirectory() as data:
        Path(data, "catalogue.json").write_text('{"version": "0", "packages": {}, "components": {}}')
        os.environ["CAMELTOOLS_DATA"] = data
        import camel_tools.data  # noqa: F401


def _peak(pid: int) -> float | None:
    """The most memory that a process has had (MB); None where the system does not tell."""
    status = Path("/proc", str(pid), "status")
    if not status.exists():
        return None
    return int(status.read_text().partition("VmHWM:")[2].partition("kB")[0]) / 1024


# --- the parent


def make_model(folder: Path) -> None:
    """A model as large as BERT-base with random weights, whose labels are spread by a last layer of large weights."""
    import numpy
    from safetensors.numpy import load_file, save_file

    random = numpy.random.default_rng(1)
    larger = {160: 768, 320: 3072}
    weights = {}
    for name, tensor in load_file(TINY / "model.safetensors").items():
        shape = [larger.get(int(size), int(size)) for size in tensor.shape]
        # The small model has two layers, the large one twelve like its first.
        for layer in range(12) if ".layer.0." in name else [0] if ".layer." not in name else []:
            if name.endswith("LayerNorm.weight"):
                value = numpy.ones(shape, "float32")
            elif name.endswith("bias"):
                value = numpy.zeros(shape, "float32")
            else:
                value = random.standard_normal(shape, "float32") * (0.5 if "classifier" in name else 0.02)
            weights[name.replace(".layer.0.", f".layer.{layer}.")] = value
    save_file(weights, folder / "model.safetensors", {"format": "pt"})
    config = json.loads((TINY / "config.json").read_text(encoding="utf-8"))
    config |= {"hidden_size": 768, "num_hidden_layers": 12, "num_attention_heads": 12, "intermediate_size": 3072}
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    for name in ("vocab.txt", "tokenizer_config.json", "special_tokens_map.json"):
        (folder / name).write_bytes((TINY / name).read_bytes())


class Child:
    """A process that labels sentences in one way."""

    def __init__(self, way: str) -> None:
        words, pipe = [sys.executable, __file__, "--serve"], subprocess.PIPE
        self._process = subprocess.Popen(words, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True)
        self._way = way
        self.seconds: list[float] = []
        self.labels: list[str] = []
        self.megabytes: float | None = None

    def label(self, model: Path, sentences: Sentences, threads: int = THREADS) -> float:
        """Have the sentences labelled once; gives the seconds."""
        assert self._process.stdin
        assert self._process.stdout
        request = {"way": self._way, "model": str(model), "sentences": sentences, "threads": threads}
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        self.labels, self.megabytes = list(chain.from_iterable(answer["labels"])), answer["megabytes"]
        return float(answer["seconds"])

    def end(self) -> None:
        self._process.communicate()


def article() -> Sentences:
    """The words of the sample article's sentences."""
    from annotate.arabic.sentences import sentences
    from annotate.suggest.camel_words import words_of

    text = ARTICLE.read_text(encoding="utf-8")
    return [[text[start:end] for start, end in words_of(text, *range_)] for range_ in sentences(text)]


def speed(children: Mapping[str, Child], quick: bool) -> list[Row]:
    """Words a second and peak memory with a model of BERT-base's size; labels equal to those of `predict`."""
    sentences = article()[: 6 if quick else None]
    words = sum(map(len, sentences))
    with tempfile.TemporaryDirectory() as name:
        model = Path(name)
        make_model(model)
        for child in children.values():
            child.label(model, [["كلمة"]])  # loaded, and the first call's preparations done
        for _ in range(1 if quick else 3):
            for child in children.values():
                child.seconds.append(child.label(model, sentences))
        peak = {way: child.megabytes for way, child in children.items()}
        all_cores = None if quick else words / children["stock"].label(model, sentences, CORES)
    pace = {way: words / statistics.median(child.seconds) for way, child in children.items()}
    same = _equal(children["stock"].labels, children["ours"].labels)
    size = f"BERT-base, {words} words, {THREADS} of {CORES} cores"
    return [
        _row("CAMeL NER", size, pace["ours"], "words/s", pace["stock"], GOAL),
        _row("CAMeL NER, int8", size, pace["int8"], "words/s", pace["stock"], GOAL_INT8),
        *([_row("CAMeL NER", f"{size}, predict on all", pace["ours"], "words/s", all_cores)] if all_cores else []),
        _row("labels as predict's", size, same, "%", None, 100.0),
        _row("peak memory", size, peak["ours"], "MB", peak["stock"], lower=True),
        _row("peak memory, int8", size, peak["int8"], "MB", peak["stock"], lower=True),
    ]


def equality(children: Mapping[str, Child], quick: bool) -> list[Row]:
    """Labels of the small trained model on ANERcorp's test part: ours and int8 beside `predict`."""
    blocks = (SHARED / "anercorp" / "test.bio").read_text(encoding="utf-8").strip().split("\n\n")
    sentences = [[line.partition(" ")[0] for line in block.split("\n")] for block in blocks[: 200 if quick else None]]
    # Words that CAMeL's tokenizer takes for several would be several words for us.
    sentences = [words for words in sentences if _are_tokens(words)]
    for child in children.values():
        child.label(TINY, sentences)
    found = {way: child.labels for way, child in children.items()}
    size = f"small model, {len(found['stock'])} words"
    return [
        _row("labels as predict's", size, _equal(found["stock"], found["ours"]), "%", None, 100.0),
        _row("labels as predict's, int8", size, _equal(found["stock"], found["int8"]), "%", None, GOAL_EQUAL),
    ]


def memory() -> list[Row]:
    """Peak memory of the worker over a text of 10 MB, beside that over a hundredth of it."""
    from annotate.suggest.camel import CamelSource

    text = ARTICLE.read_text(encoding="utf-8")
    peaks = []
    for megabytes in (0.1, 10):
        source = CamelSource([sys.executable, str(ROOT / "main.py"), "--worker"], TINY, Path(tempfile.gettempdir()))
        for part in source.propose([text * round(megabytes * 1e6 / len(text.encode()))]):
            if part.last:
                peaks.append(_peak(source.worker.pid or 0))
        source.close()
    return [_row("peak memory of the worker", "10 MB of text beside 0.1 MB", peaks[1], "MB", peaks[0], lower=True)]


def rows(quick: bool) -> list[Row]:
    """All rows; none where the shared data or CAMeL-Tools is absent."""
    if not TINY.exists():
        print(f"needs {TINY}", file=sys.stderr)
        return []
    children = {way: Child(way) for way in WAYS}
    try:
        found = [*speed(children, quick), *equality(children, quick)]
    finally:
        for child in children.values():
            child.end()
    return found if quick else [*found, *memory()]


def _are_tokens(words: list[str]) -> bool:
    from annotate.suggest.camel_words import words_of

    text = " ".join(words)
    return [text[start:end] for start, end in words_of(text)] == words


def _equal(one: list[str], other: list[str]) -> float:
    return 100 * sum(a == b for a, b in zip(one, other, strict=True)) / len(one)


def _row(
    what: str,
    size: str,
    value: float | None,
    unit: str,
    alternative: float | None,
    goal: float | None = None,
    *,
    lower: bool = False,
) -> Row:
    numbers = {"value": value, "alternative": alternative}
    rounded = {name: None if number is None else round(number, 2) for name, number in numbers.items()}
    return {"what": what, "size": size, "unit": unit, "goal": goal, "lower_is_better": lower, **rounded}


def show(found: Sequence[Row]) -> None:
    print(f"{'what':28} {'size':54} {'value':>9} {'unit':8} {'predict':>9} {'times':>6}  goal")
    for row in found:
        value, alternative = row["value"], row["alternative"]
        beside = ""
        if isinstance(value, float) and isinstance(alternative, float):
            beside = f"{alternative:9.2f} {value / alternative:6.2f}"
        print(f"{row['what']:28} {row['size']:54} {value:9.2f} {row['unit']:8} {beside:16}  {row['goal'] or ''}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="a third of the article, once")
    parser.add_argument("--json", metavar="FILE", type=Path, help="write the rows there as well")
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.serve:
        return serve()
    found = rows(args.quick)
    show(found)
    if args.json:
        args.json.write_text(json.dumps({"rows": found}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return None


if __name__ == "__main__":
    main()
