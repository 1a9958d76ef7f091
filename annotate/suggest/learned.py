"""The source ``learned``: what this project's annotators have decided, learnt by one CRF for each label.

A CRF for each label gives nested spans at no loss. One more learns the outermost spans of all labels together, so that
it sees which label another excludes, and finds what the others leave out. They learn from read sentences only (an
unread one is not empty), in a worker process; the models are values that the project keeps (setting ``learned``).
"""

from __future__ import annotations

import base64
import lzma
import tempfile
import threading
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from annotate.arabic.clitics import SHIPPED, Clitics
from annotate.errors import TawsimError
from annotate.suggest.crf import Labelled, Model, Rows, Settings, fit, spans_of
from annotate.suggest.learned_features import features_of
from annotate.suggest.lessons import Lesson, WordSpan
from annotate.suggest.proposals import Proposal
from annotate.suggest.starter import Starter, load_starter
from annotate.suggest.words import Word, words_of
from annotate.worker_client import WorkerClient

ENOUGH = 20
"""Read sentences from which on a model is worth training."""
TOGETHER = ""
"""The key, beside label ids, of the model of all labels together."""
# Few sentences give many features of one word only: squares keep their weights small.
_SETTINGS: Settings = {"c1": 0.02, "c2": 0.1, "max_iterations": 45}
# A label needs this many spans: from one there is nothing to generalise.
_SPANS = 2
_MOST_BYTES = 2**27
"""What a packed model may unpack to: one from somewhere else may be made to fill the memory."""

Sentence = list[Word]


def train(found: Sequence[Lesson], starter: Starter) -> dict[str, bytes]:
    """A model for each label of which there are spans enough, and under ``TOGETHER`` one of them all."""
    return {label: model for label, model, _, _ in train_by_label(found, starter)}


def train_by_label(found: Sequence[Lesson], starter: Starter) -> Iterator[tuple[str, bytes, int, int]]:
    """One model after the other, as ``train`` gives them: its key, the model, how many are done and of how many."""
    rows: list[Rows] = []
    spans: list[list[WordSpan]] = []
    for lesson in found:
        read = {number: here for number, _, here in lesson.sentences()}
        for number, features in enumerate(features_of(lesson.words(), starter)):
            if number in read:
                rows.append(features)
                spans.append(read[number])
    counts = Counter(label for here in spans for *_, label in here)
    known = sorted(label for label, count in counts.items() if count >= _SPANS)
    wanted = [*known, TOGETHER] if len(known) > 1 else known
    for done, key in enumerate(wanted, start=1):
        taught = known if key == TOGETHER else [key]
        tags = [_tags(len(row), here, taught) for row, here in zip(rows, spans, strict=True)]
        yield key, fit(rows, tags, _SETTINGS), done, len(wanted)


class Learned:
    """Proposes what the models have learnt; labels are those of the project. A score is the likelihood of the span."""

    name = "learned"
    own_labels = True

    def __init__(self, models: Mapping[str, bytes], starter: Starter) -> None:
        self._models = {label: Model(packed) for label, packed in models.items()}
        self._starter = starter
        self._turn = threading.Lock()

    def propose(self, text: str, clitics: Clitics = SHIPPED) -> list[Proposal]:
        """The proposals for a document, proclitics left out; spans of different labels may nest."""
        best: dict[tuple[int, int, str], float] = {}
        for words, by_model in self._labelled(text, clitics):
            for labelled in by_model.values():
                for first, last, label, score in spans_of(labelled):
                    place = words[first].rest_start, words[last - 1].end, label
                    best[place] = max(score, best.get(place, 0.0))
        return [Proposal(*place, self.name, score) for place, score in best.items()]

    def uncertainty(self, text: str, clitics: Clitics = SHIPPED) -> float:
        """How much is to be learnt from a document: the mean over its words of how unsure a model is at most, 0…1."""
        doubts = [
            max(1 - labelled[at][1] for labelled in by_model.values())
            for words, by_model in self._labelled(text, clitics)
            for at in range(len(words))
        ]
        return sum(doubts) / len(doubts) if doubts else 0.0

    def _labelled(self, text: str, clitics: Clitics = SHIPPED) -> Iterator[tuple[Sentence, dict[str, Labelled]]]:
        if not self._models:
            return
        sentences = words_of(text, clitics)
        for words, rows in zip(sentences, features_of(sentences, self._starter), strict=True):
            with self._turn:
                yield words, {label: model.labelled(rows) for label, model in self._models.items()}


def load_learned(models: Mapping[str, str], seeds: Path) -> Learned:
    """The source with the models that a project keeps (setting ``learned``). Raises TawsimError for damaged ones."""
    return Learned({label: unpack(model) for label, model in models.items()}, load_starter(seeds))


def train_in_worker(
    worker_command: Sequence[str],
    found: Sequence[Lesson],
    seeds: Path,
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> dict[str, str] | None:
    """``train`` in a process of its own: the models as the project keeps them (setting ``learned``).

    ``progress(done, total)`` counts models. None when it was cancelled; no process is left then. Raises TawsimError
    (one line) if the worker fails.
    """
    client = WorkerClient(worker_command, "learned", spare=True)
    models: dict[str, str] = {}
    # The worker's files lie in a folder of this process: a worker that is ended leaves none behind.
    with tempfile.TemporaryDirectory(prefix="tawsim-") as folder:
        params = {
            "seeds": str(seeds.resolve()),
            "folder": folder,
            "lessons": [lesson.to_json() for lesson in found],
            "clitics": (found[0].clitics if found else SHIPPED).to_json(),
        }
        try:
            for value in client.ask("train", params, cancelled):
                models[value["label"]] = value["model"]
                progress(value["done"], value["total"])
        finally:
            client.close()
    return None if cancelled() else models


def pack(model: bytes) -> str:
    """A model as a JSON value."""
    return base64.b64encode(lzma.compress(model)).decode("ascii")


def unpack(value: str) -> bytes:
    """The model that ``pack`` packed. Raises TawsimError for one that is damaged: it would take the program down."""
    try:
        unpacking = lzma.LZMADecompressor(memlimit=_MOST_BYTES)
        model = unpacking.decompress(base64.b64decode(value, validate=True), _MOST_BYTES)
        if not unpacking.eof:
            raise ValueError
        return model
    except (lzma.LZMAError, ValueError, TypeError):
        raise TawsimError("the learned model of this project is damaged: train it again") from None


def _tags(length: int, spans: Iterable[WordSpan], labels: Container[str]) -> list[str]:
    """IOB2 tags for these labels; of spans that overlap the longest."""
    tags = ["O"] * length
    for start, end, label in sorted(spans, key=lambda span: (span[0] - span[1], span)):
        if label in labels and set(tags[start:end]) == {"O"}:
            tags[start:end] = ["B-" + label, *["I-" + label] * (end - start - 1)]
    return tags
