"""The learned source in a worker process: training, and its models at work."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from annotate.arabic.clitics import Clitics
from annotate.errors import TawsimError
from annotate.suggest.learned import Learned, load_learned, pack, train_by_label
from annotate.suggest.lessons import Lesson
from annotate.suggest.starter import load_starter
from annotate.worker import Task


def _train(params: Mapping[str, Any]) -> Iterator[Any]:
    tempfile.tempdir = params["folder"]
    clitics = Clitics.from_json(params["clitics"])
    lessons = [Lesson.from_json(value, clitics) for value in params["lessons"]]
    for label, model, done, total in train_by_label(lessons, load_starter(Path(params["seeds"]))):
        yield {"label": label, "model": pack(model), "done": done, "total": total}


class _AtWork:
    """The models that were loaded last. ``key`` is what whoever asks knows them by."""

    def __init__(self) -> None:
        self._key: object = None
        self._learned: Learned | None = None

    def load(self, params: Mapping[str, Any]) -> Iterator[Any]:
        models = params["models"]
        if not isinstance(models, dict) or not all(isinstance(model, str) for model in models.values()):
            raise TawsimError("the learned model of this project is damaged: train it again")
        self._learned = load_learned(models, Path(params["seeds"]))
        self._key = params["key"]
        yield {}

    def propose(self, params: Mapping[str, Any]) -> Iterator[Any]:
        if self._learned is None or params["key"] != self._key:
            yield {"missing": True}
            return
        found = self._learned.propose(params["text"], Clitics.from_json(params["clitics"]))
        yield {"found": [[one.start, one.end, one.label, one.by, one.score] for one in found]}

    def uncertainty(self, params: Mapping[str, Any]) -> Iterator[Any]:
        if self._learned is None or params["key"] != self._key:
            yield {"missing": True}
            return
        yield {"found": self._learned.uncertainty(params["text"], Clitics.from_json(params["clitics"]))}


_at_work = _AtWork()

TASKS: Mapping[str, Task] = {
    "train": _train,
    "load": _at_work.load,
    "propose": _at_work.propose,
    "uncertainty": _at_work.uncertainty,
}
