"""Suggestions by CAMeL-Tools: the side that asks. The model runs in a worker process; nothing here imports torch."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from annotate.arabic.clitics import SHIPPED, Clitics, Table
from annotate.arabic.tokens import tokenize
from annotate.errors import TawsimError
from annotate.suggest.camel_folder import MORPHOLOGY, NER, check_ner
from annotate.suggest.camel_models import data_folder, installed, other_folders
from annotate.suggest.camel_pieces import Part, Piece, groups
from annotate.suggest.proposals import Proposal
from annotate.worker_client import WorkerClient


class CamelSource:
    """CAMeL-Tools' named entities in a worker process, which is started when first needed and ended when idle.

    ``worker`` is the command that starts one, or a client that outlives this source, so that the next one finds the
    model loaded. ``model`` is a model folder (default: the installed one) and may be changed between calls. ``data`` is
    the folder in which models and the morphology are looked for (default: Tawsim's, then CAMeL-Tools' own). ``int8``
    runs the model in 8 bits: several times as fast, and one label in a hundred may differ. ``clitics`` is how
    the project cuts words: its names and its table of splits go before the morphology.
    """

    name = "camel"

    def __init__(
        self,
        worker: Sequence[str] | WorkerClient,
        model: Path | None = None,
        data: Path | None = None,
        *,
        int8: bool = False,
        clitics: Clitics = SHIPPED,
    ) -> None:
        self._folders = [data] if data else [data_folder(), *other_folders()]
        self.model = model
        self._int8 = int8
        self.worker = worker if isinstance(worker, WorkerClient) else WorkerClient(worker, self.name)
        self._words = 0
        self._seconds = 0.0
        self._clitics = clitics
        self._splits = dict(clitics.table)
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
    ) -> Iterator[Part]:
        """The proposals for the texts in reading order, piece by piece (about a page), as they are done.

        Labels are those of the model (LOC, PERS, ORG, MISC). Proclitics and enclitics are outside the spans.
        ``progress(letters)`` is told when the model is loaded, and then how many code points that are no white space
        were done in this call. Once ``cancelled()`` holds, what is done has been yielded and no more comes. Raises
        TawsimError (one line) for no model, a folder that is none, and a worker that fails, dies or hangs; what was
        yielded before stays good, and the next call starts a new worker.
        """
        model = self.model or next(installed(NER, self._folders), None)
        if model is None:
            raise TawsimError("no CAMeL-Tools model is installed: install ner-arabert, or name a model folder")
        check_ner(model)
        params = {"model": str(model.resolve()), "int8": self._int8}
        letters = 0
        for group in groups(texts):
            here = [piece.text for piece in group]
            splits = self.learn_splits(here, cancelled)
            for value in self._ask("recognize", {**params, "texts": here}, cancelled):
                if "text" in value:
                    yield self._part(group[value["text"]], value["found"], splits)
                    splits = {}
                    continue
                if "words" in value:
                    letters += value["letters"]
                    self._words += value["words"]
                    self._seconds += value["seconds"]
                if progress is not None:
                    progress(letters)
            if cancelled is not None and cancelled():
                return

    def learn_splits(self, texts: Iterable[str], cancelled: Callable[[], bool] | None = None) -> Table:
        """Have the morphology, where it is installed, cut the words of these texts into ``splits``; gives the new."""
        folder = next(installed(MORPHOLOGY, self._folders), None)
        if folder is None:
            return {}
        words = {text[start:end] for text in texts for start, end in tokenize(text)} - self._asked
        if not words:
            return {}
        params = {"database": str(folder.resolve() / "morphology.db"), "words": sorted(words)}
        new = {
            word: tuple(parts)
            for value in self._ask("split", params, cancelled)
            for word, parts in value["splits"].items()
            if tuple(parts) != SHIPPED.split(word)
        }
        self._splits |= new
        self._clitics = Clitics(self._clitics.names, dict(self._splits))
        self._asked |= words
        return new

    def close(self) -> None:
        """End the worker process. The source can be used again: the next call starts another."""
        self.worker.close()

    def _ask(self, task: str, params: Mapping[str, Any], cancelled: Callable[[], bool] | None) -> Iterator[Any]:
        return self.worker.ask(task, params, cancelled or (lambda: False))

    def _part(self, piece: Piece, found: Sequence[tuple[int, int, str, float]], splits: Table) -> Part:
        inside = [self._proposal(piece.text, *entity) for entity in found]
        proposals = [
            replace(p, start=piece.start + p.start, end=piece.start + p.end)
            for p in inside
            # A small model takes a dash for a name now and then.
            if any(map(str.isalnum, piece.text[p.start : p.end]))
        ]
        return Part(piece.index, piece.start, piece.end, piece.last, proposals, splits)

    def _proposal(self, text: str, start: int, end: int, label: str, score: float) -> Proposal:
        """The span of whole words without the proclitics of its first and the enclitics of its last word."""
        words = [(start + first, start + last) for first, last in tokenize(text[start:end])]
        if words:
            (start, first), (last, end) = words[0], words[-1]
            start += self._clitics.analyse(text[start:first]).range[0]
            end = last + self._clitics.analyse(text[last:end]).range[1]
        return Proposal(start, end, label, self.name, score)
