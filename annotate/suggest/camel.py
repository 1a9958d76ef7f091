"""Suggestions by CAMeL-Tools: the side that asks. The model runs in a worker process; nothing here imports torch."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from annotate.arabic.clitics import Table, analyse, split
from annotate.arabic.tokens import tokenize
from annotate.errors import TawsimError
from annotate.suggest.camel_folder import MORPHOLOGY, NER, check_ner
from annotate.suggest.camel_models import data_folder, installed, other_folders
from annotate.suggest.proposals import Proposal
from annotate.worker_client import WorkerClient

# Short documents go to the model together, so that sentences of one length fill a batch: a page or two at a time, which
# takes seconds, not minutes, so that suggestions appear as they come.
_TOGETHER = 6000


class CamelSource:
    """CAMeL-Tools' named entities in a worker process, which is started when first needed and ended when idle.

    ``worker`` is the command that starts one, or a client that outlives this source, so that the next one finds the
    model loaded. ``model`` is a model folder (default: the installed one) and may be changed between calls. ``data`` is
    the folder in which models and the morphology are looked for (default: Tawsim's, then CAMeL-Tools' own). ``int8``
    runs the model in 8 bits: several times as fast, and one label in a hundred may differ. ``splits`` is the clitic
    table of the project, which goes before the morphology.
    """

    name = "camel"

    def __init__(
        self,
        worker: Sequence[str] | WorkerClient,
        model: Path | None = None,
        data: Path | None = None,
        *,
        int8: bool = False,
        splits: Table | None = None,
    ) -> None:
        self._folders = [data] if data else [data_folder(), *other_folders()]
        self.model = model
        self._int8 = int8
        self.worker = worker if isinstance(worker, WorkerClient) else WorkerClient(worker, self.name)
        self._words = 0
        self._seconds = 0.0
        self._splits = dict(splits or {})
        self._asked = set(self._splits)

    @property
    def words_per_second(self) -> float:
        """The speed of all calls so far, without start-up and the loading of the model; 0.0 before any word."""
        return self._words / self._seconds if self._seconds else 0.0

    @property
    def splits(self) -> Table:
        """The clitic table given, and what the morphology, where it is installed, said of the words seen so far.

        Words that the rules cut the same way are left out.
        """
        return self._splits

    def propose(
        self,
        texts: Iterable[str],
        progress: Callable[[int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Iterator[tuple[int, list[Proposal]]]:
        """The proposals for each text, with its index, as they are done.

        Labels are those of the model (LOC, PERS, ORG, MISC). Proclitics and enclitics are outside the spans.
        ``progress(words)`` counts the words of this call. Once ``cancelled()`` holds, what is done has been yielded and
        no more comes. Raises TawsimError (one line) for no model, a folder that is none, and a worker that fails, dies
        or hangs; what was yielded before stays good, and the next call starts a new worker.
        """
        model = self.model or next(installed(NER, self._folders), None)
        if model is None:
            raise TawsimError("no CAMeL-Tools model is installed: install ner-arabert, or name a model folder")
        check_ner(model)
        params = {"model": str(model.resolve()), "int8": self._int8}
        before = self._words
        for first, group in _groups(texts):
            self.learn_splits(group, cancelled)
            for value in self._ask("recognize", {**params, "texts": group}, cancelled):
                if "words" in value:
                    self._words += value["words"]
                    self._seconds += value["seconds"]
                    if progress is not None:
                        progress(self._words - before)
                elif "text" in value:
                    index = value["text"]
                    found = [self._proposal(group[index], *entity) for entity in value["found"]]
                    # A small model takes a dash for a name now and then.
                    yield first + index, [p for p in found if any(map(str.isalnum, group[index][p.start : p.end]))]
            if cancelled is not None and cancelled():
                return

    def learn_splits(self, texts: Iterable[str], cancelled: Callable[[], bool] | None = None) -> None:
        """Have the morphology, where it is installed, cut the words of these texts into ``splits``."""
        folder = next(installed(MORPHOLOGY, self._folders), None)
        if folder is None:
            return
        words = {text[start:end] for text in texts for start, end in tokenize(text)} - self._asked
        if not words:
            return
        params = {"database": str(folder.resolve() / "morphology.db"), "words": sorted(words)}
        for value in self._ask("split", params, cancelled):
            for word, parts in value["splits"].items():
                if tuple(parts) != split(word):
                    self._splits[word] = tuple(parts)
        self._asked |= words

    def close(self) -> None:
        """End the worker process. The source can be used again: the next call starts another."""
        self.worker.close()

    def _ask(self, task: str, params: Mapping[str, Any], cancelled: Callable[[], bool] | None) -> Iterator[Any]:
        return self.worker.ask(task, params, cancelled or (lambda: False))

    def _proposal(self, text: str, start: int, end: int, label: str, score: float) -> Proposal:
        """The span of whole words without the proclitics of its first and the enclitics of its last word."""
        words = [(start + first, start + last) for first, last in tokenize(text[start:end])]
        if words:
            (start, first), (last, end) = words[0], words[-1]
            start += analyse(text[start:first], table=self._splits).range[0]
            end = last + analyse(text[last:end], table=self._splits).range[1]
        return Proposal(start, end, label, self.name, score)


def _groups(texts: Iterable[str]) -> Iterator[tuple[int, list[str]]]:
    """The texts in groups of about ``_TOGETHER`` code points, with the index of each group's first."""
    first, size = 0, 0
    group: list[str] = []
    for text in texts:
        group.append(text)
        size += len(text)
        if size >= _TOGETHER:
            yield first, group
            first, group, size = first + len(group), [], 0
    if group:
        yield first, group
