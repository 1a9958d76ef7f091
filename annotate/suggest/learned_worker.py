"""Training of the learned source in a worker process."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from annotate.suggest.learned import pack, train_by_label
from annotate.suggest.lessons import Lesson
from annotate.suggest.starter import load_starter
from annotate.worker import Task


def _train(params: Mapping[str, Any]) -> Iterator[Any]:
    lessons = [Lesson.from_json(value) for value in params["lessons"]]
    for label, model, done, total in train_by_label(lessons, load_starter(Path(params["seeds"]))):
        yield {"label": label, "model": pack(model), "done": done, "total": total}


TASKS: Mapping[str, Task] = {"train": _train}
