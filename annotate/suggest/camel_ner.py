"""Named entities by a CAMeL-Tools model, in the worker process: exact offsets, scores, and no padding for nothing.

``NERecognizer`` loads the model. Its ``predict`` drops words that give no word piece, so that labels shift, pads every
sentence to 256 pieces and tells no scores; so its ``model`` and ``tokenizer`` are fed here. The labels are the same.
"""

from __future__ import annotations

import os
import pickle
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from camel_tools.ner import NERecognizer
from safetensors import SafetensorError, safe_open

from annotate.errors import TawsimError
from annotate.suggest.camel_pieces import stretches
from annotate.suggest.camel_words import words_of

# As predict does: 256 pieces with [CLS] and [SEP].
_CHUNK = 254
# Word pieces in a batch, padding included. More do not make a CPU quicker, but padding and cancelling slower.
_BATCH = 256
# Words whose sentences are sorted by length together.
_WINDOW = 2000

Found = tuple[int, int, str, float]
"""Start, end (code points of the text, end exclusive), the type without B- or I-, and the score."""


@dataclass(slots=True)
class Sentence:
    """The words of a stretch of text number ``index``, and what the model says of each.

    ``labels`` are numbers of labels, -1 for a word that gives no word piece; ``scores`` lie in 0…1.
    """

    index: int
    text: str
    words: list[tuple[int, int]]
    labels: list[int]
    scores: list[float]
    last: bool = False

    @classmethod
    def of(cls, index: int, text: str, start: int = 0, end: int | None = None) -> Sentence:
        """The words of ``text`` from ``start`` to ``end``, not yet labelled."""
        words = words_of(text, start, end)
        return cls(index, text, words, [-1] * len(words), [0.0] * len(words))


@dataclass(slots=True)
class _Chunk:
    """Words that the model sees at once: their numbers, all their pieces, and where each one's first piece stands."""

    sentence: Sentence
    pieces: list[int]
    words: list[int]
    places: list[int]


class Recognizer:
    """A token-classification model in a folder. Raises TawsimError (one line) for a folder that cannot be used."""

    def __init__(self, folder: Path, *, int8: bool = False) -> None:
        # A machine with all cores taken crawls.
        torch.set_num_threads(max(1, _cores() - 1))
        _check_weights(folder)
        try:
            ner = NERecognizer(str(folder), use_gpu=False)
        except (OSError, ValueError, RuntimeError, KeyError) as error:
            raise TawsimError(f"{folder}: the model cannot be loaded: {_first_line(error)}") from None
        self.labels: dict[int, str] = ner.labels_map
        self._tokenizer: Any = ner.tokenizer
        self._model: Any = _quantised(ner.model) if int8 else ner.model
        self._model.eval()

    def recognize(self, texts: Sequence[str]) -> Iterator[dict[str, Any]]:
        """See ``camel_worker.recognize``."""
        found: list[Found] = []
        for window in _windows(texts):
            yield from self.label(window)
            for sentence in window:
                found += self._entities(sentence)
                if sentence.last:
                    yield {"text": sentence.index, "found": found}
                    found = []

    def label(self, window: Sequence[Sentence]) -> Iterator[dict[str, Any]]:
        """Fill in labels and scores, batch by batch of chunks of nearly one length, the longest first."""
        start = time.perf_counter()
        chunks = [chunk for sentence in window for chunk in self._chunks(sentence)]
        chunks.sort(key=lambda chunk: len(chunk.pieces))
        while chunks:
            size = max(1, _BATCH // (len(chunks[-1].pieces) + 2))
            batch = chunks[-size:]
            del chunks[-size:]
            self._predict(batch)
            now = time.perf_counter()
            words = sum(len(chunk.words) for chunk in batch)
            yield {"words": words, "letters": sum(map(_letters, batch)), "seconds": now - start}
            start = time.perf_counter()

    def _chunks(self, sentence: Sentence) -> Iterator[_Chunk]:
        """Cut where ``predict`` does, so that the model sees the same and says the same."""
        chunk = _Chunk(sentence, [], [], [])
        for number, (start, end) in enumerate(sentence.words):
            pieces = self._tokenizer.convert_tokens_to_ids(self._tokenizer.tokenize(sentence.text[start:end]))[:_CHUNK]
            if not pieces:
                continue
            if len(chunk.pieces) + len(pieces) > _CHUNK:
                yield chunk
                chunk = _Chunk(sentence, [], [], [])
            chunk.words.append(number)
            chunk.places.append(len(chunk.pieces) + 1)  # behind [CLS]
            chunk.pieces += pieces
        if chunk.words:
            yield chunk

    def _predict(self, batch: Sequence[_Chunk]) -> None:
        special = self._tokenizer
        rows = [[special.cls_token_id, *chunk.pieces, special.sep_token_id] for chunk in batch]
        longest = max(map(len, rows))
        ids = torch.tensor([row + [special.pad_token_id] * (longest - len(row)) for row in rows])
        mask = torch.tensor([[1] * len(row) + [0] * (longest - len(row)) for row in rows])
        with torch.inference_mode():
            logits = self._model(input_ids=ids, attention_mask=mask, token_type_ids=torch.zeros_like(ids))[0]
            best = logits.float().softmax(-1).max(-1)
        labels, scores = best.indices.tolist(), best.values.tolist()
        for row, chunk in enumerate(batch):
            for word, place in zip(chunk.words, chunk.places, strict=True):
                chunk.sentence.labels[word] = labels[row][place]
                chunk.sentence.scores[word] = scores[row][place]

    def _entities(self, sentence: Sentence) -> list[Found]:
        """Runs of B- and I- words. An I- that continues nothing starts a run; a word without a piece breaks none.

        The score is that of the least certain word.
        """
        found: list[Found] = []
        running = False
        for (start, end), label, score in zip(sentence.words, sentence.labels, sentence.scores, strict=True):
            if label < 0:
                continue
            prefix, _, kind = self.labels[label].partition("-")
            if running and prefix == "I" and kind == found[-1][2]:
                found[-1] = found[-1][0], end, kind, min(score, found[-1][3])
            elif kind:
                found.append((start, end, kind, score))
            running = bool(kind)
        return found


def _letters(chunk: _Chunk) -> int:
    ranges = [chunk.sentence.words[number] for number in chunk.words]
    return sum(end - start for start, end in ranges)


def _windows(texts: Sequence[str]) -> Iterator[list[Sentence]]:
    """The sentences of all texts, about ``_WINDOW`` words at a time. Every text ends with an empty one."""
    window: list[Sentence] = []
    size = 0
    for index, text in enumerate(texts):
        for start, end in stretches(text):
            window.append(Sentence.of(index, text, start, end))
            size += len(window[-1].words)
            if size >= _WINDOW:
                yield window
                window, size = [], 0
        window.append(Sentence(index, text, [], [], [], last=True))
    yield window


def _check_weights(folder: Path) -> None:
    """Look at the weights before transformers does, which fills in a layer that is missing with random numbers."""
    safe, pickled = folder / "model.safetensors", folder / "pytorch_model.bin"
    try:
        if safe.exists():
            with safe_open(safe, framework="pt") as weights:
                names = set(weights.keys())
        else:
            # Weights only: nothing in the file is executed. On the meta device nothing is read but names and shapes.
            names = set(torch.load(pickled, map_location="meta", weights_only=True, mmap=False))
    except (SafetensorError, RuntimeError, EOFError, OSError, TypeError):
        name = (safe if safe.exists() else pickled).name
        raise TawsimError(f"{folder}: its weights cannot be read: {name} is damaged") from None
    except pickle.UnpicklingError:
        raise TawsimError(f"{pickled}: this file holds more than weights; it was not loaded") from None
    if "classifier.weight" not in names:
        raise TawsimError(f"{folder}: this model has no layer that labels words (classifier)")


def _quantised(model: torch.nn.Module) -> torch.nn.Module:
    """The linear layers in 8 bits: half the time, a quarter of the memory, a label in a hundred may differ."""
    with warnings.catch_warnings():
        # torch announces the move of this function to a package of its own; the version is pinned.
        warnings.simplefilter("ignore")
        quantise: Callable[..., torch.nn.Module] = torch.ao.quantization.quantize_dynamic
        return quantise(model, {torch.nn.Linear}, dtype=torch.qint8, inplace=True)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _first_line(error: BaseException) -> str:
    return str(error).partition("\n")[0]
