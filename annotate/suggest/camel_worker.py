"""CAMeL-Tools in its worker process: the tasks, and imports that need neither a network nor a writable home.

Nothing but the worker process imports this module (``annotate.worker``).
"""

from __future__ import annotations

import importlib
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest import mock

from annotate.errors import TawsimError
from annotate.suggest import camel_clitics

if TYPE_CHECKING:
    from annotate.suggest.camel_ner import Recognizer

# camel_tools reads a catalogue when it is imported, downloads one where there is none, and fails on a spoilt one. All
# it takes from there are the paths of installed models; we give it ours, so an empty one serves.
_CATALOGUE = '{"version": "0", "packages": {}, "components": {}}'
# Where transformers finds these it imports them, scipy.optimize among them, for losses that no NER model has: 0.3 s of
# every start, and in the package parts of scipy that nothing else needs.
_HIDDEN = ("scipy", "sklearn")


def recognize(params: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Find names in ``texts`` with the model in the folder ``model`` (``int8``: quantised).

    Yields ``{"loaded": true}`` once, then ``{"words", "letters", "seconds"}`` of what was done since the last (letters
    are the code points of the words, seconds those of tokenizer and model), and as texts are finished, in their order,
    ``{"text": index, "found": [[start, end, type, score], …]}``. Offsets are code points of the text.
    """
    recognizer = _recognizer(params["model"], params["int8"])
    yield {"loaded": True}
    yield from recognizer.recognize(params["texts"])


def split(params: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Cut ``words`` at their clitics by the morphology in the file ``database``.

    Yields ``{"splits": {word: [part, …]}}`` for some words at a time, without those that the database does not know.
    """
    analyze = _analyzer(params["database"])
    # CAMeL Morph publishes names, adjectives and particles without the verbs.
    partial = not any(analysis["pos"] == "verb" for analysis in analyze("كان"))
    words = params["words"]
    for start in range(0, len(words), 500):
        found = ((word, camel_clitics.split(word, analyze, partial=partial)) for word in words[start : start + 500])
        yield {"splits": {word: parts for word, parts in found if parts}}


TASKS = {"recognize": recognize, "split": split}


# One model at a time: a BERT of 110 million weights takes 450 MB.
@lru_cache(maxsize=1)
def _recognizer(folder: str, int8: bool) -> Recognizer:
    _import_camel_tools()
    from annotate.suggest.camel_ner import Recognizer

    return Recognizer(Path(folder), int8=int8)


@lru_cache(maxsize=1)
def _analyzer(database: str) -> Callable[[str], Sequence[camel_clitics.Analysis]]:
    _import_camel_tools()
    from camel_tools.morphology.analyzer import Analyzer
    from camel_tools.morphology.database import MorphologyDB
    from camel_tools.morphology.errors import MorphologyError

    try:
        analyzer = Analyzer(MorphologyDB(database, "a"))
    except (MorphologyError, OSError, ValueError, LookupError) as error:
        raise TawsimError(f"{database}: this is no morphology database ({type(error).__name__})") from None
    analyze: Callable[[str], Sequence[camel_clitics.Analysis]] = analyzer.analyze
    return analyze


@lru_cache(maxsize=1)
def _import_camel_tools() -> None:
    """Import ``camel_tools.data``, which makes all later imports of camel_tools harmless.

    It makes a folder in the home even when told to use another, so it is shown a home that is thrown away after.
    """
    sys.modules.update(dict.fromkeys(_HIDDEN))  # type: ignore[arg-type]  # None: as if it were not installed
    os.environ.update(HF_HUB_OFFLINE="1", TRANSFORMERS_OFFLINE="1", HF_HUB_DISABLE_PROGRESS_BARS="1")
    with tempfile.TemporaryDirectory(prefix="tawsim-") as folder:
        Path(folder, "catalogue.json").write_text(_CATALOGUE, encoding="utf-8")
        with mock.patch.dict(os.environ, CAMELTOOLS_DATA=folder, HOME=folder, USERPROFILE=folder):
            try:
                importlib.import_module("camel_tools.data")
            except ModuleNotFoundError as error:
                raise TawsimError(f"CAMeL-Tools is not part of this edition of Tawsim ({error})") from None
