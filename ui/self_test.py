"""The program tries itself: sample, suggestions, a model in its worker, edits, a restart, exports, a painted page.

For the packaged program on a stranger's machine: nothing is written but to a temporary folder, and the parts that run
as processes of their own here do so there.
"""

from __future__ import annotations

import importlib.util
import json
import subprocess
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from annotate.edits.spans import AddSpan
from annotate.edits.suggestions import Accept
from annotate.services import Services
from annotate.session import Session
from annotate.worker_client import WorkerClient
from ui.random_model import write_model
from ui.self_test_page import compare_page

SAMPLE = "tajikistan-kazakhstan.txt"
# Sources that have something to say in a new project: word lists and what is learned from a project are not among them.
_EMBEDDED = ("places", "starter")
_TIMEOUT = 300

StepResult = tuple[str, bool, str]


class Failed(Exception):
    """A step that did not do what it should; the message says what it did."""


def run(services: Services) -> list[StepResult]:
    """All steps in order as (name, passed, what was found). A step that fails does not keep the others from running."""
    with tempfile.TemporaryDirectory(prefix="tawsim-self-test-") as folder:
        return _Test(services, Path(folder)).results()


class _Test:
    def __init__(self, services: Services, folder: Path) -> None:
        self._services = services
        self._folder = folder
        self._project = folder / "تجربة.tawsim"
        self._program = services.worker_command[:-1]

    def results(self) -> list[StepResult]:
        steps: list[tuple[str, Callable[[], str]]] = [
            ("sample", self._sample),
            *((f"suggest {name}", partial(self._suggest, name)) for name in _EMBEDDED),
            ("suggest camel", self._camel),
            ("edit", self._edit),
            ("restart", self._restart),
            ("export", self._export),
            ("page", lambda: compare_page(self._services.seeds)),
        ]
        return [self._attempt(name, step) for name, step in steps]

    def _attempt(self, name: str, step: Callable[[], str]) -> StepResult:
        try:
            return name, True, step()
        except Exception as error:  # whatever goes wrong on this machine is what the test is there to tell
            return name, False, f"{type(error).__name__}: {' '.join(str(error).split())}"

    def _call(self, *words: object) -> dict[str, Any]:
        """A sub-command in a process of its own, as a person would type it; gives what it says with --json."""
        command = [*self._program, *map(str, words), "--json"]
        done = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, timeout=_TIMEOUT, check=False)
        if done.returncode != 0:
            said = done.stderr.decode("utf-8", "replace").strip().splitlines()
            raise Failed(f"{words[0]} ended with {done.returncode}: {said[-1] if said else 'without a word'}")
        answer = json.loads(done.stdout.decode("utf-8"))
        if not isinstance(answer, dict):
            raise Failed(f"{words[0]} answered with something else than an object")
        return answer

    def _sample(self) -> str:
        self._call("new", self._project, "--labels", "wojood")
        report = self._call("import", self._project, self._services.seeds / "sample" / SAMPLE)
        _expect(report["documents"], 1, "documents imported")
        return f"{self._call('info', self._project)['characters']} characters"

    def _suggest(self, source: str) -> str:
        found = self._call("suggest", self._project, "--with", source)["suggestions"].get(source, 0)
        if not found:
            raise Failed("no suggestion")
        return f"{found} suggestions"

    def _camel(self) -> str:
        if importlib.util.find_spec("torch") is None:
            return "skipped: this edition is without CAMeL-Tools"
        model = self._folder / "model"
        write_model(model)
        text = (self._services.seeds / "sample" / SAMPLE).read_text(encoding="utf-8")
        worker = WorkerClient(self._services.worker_command, "camel")
        try:
            answers = list(worker.ask("recognize", {"model": str(model), "texts": [text], "int8": False}))
        finally:
            worker.close()
        found = [(start, end) for answer in answers for start, end, *_ in answer.get("found", [])]
        labelled = {place for start, end in found for place in range(start, end)}
        lost = [place for place, letter in enumerate(text) if not letter.isspace() and place not in labelled]
        if lost:
            raise Failed(f"{len(lost)} letters without a label, the first at {lost[0]}")
        return f"{len(found)} words, each with its label"

    def _edit(self) -> str:
        project = self._services.open_project(self._project)
        try:
            session = Session(project)
            (summary,) = project.documents()
            pending = project.suggestions(summary.id, session.annotator)
            session.do(Accept(suggestions=tuple(pending)))
            label = project.label_set().active()[0].key
            span = AddSpan(document=summary.id, annotator=session.annotator, start=0, end=1, label=label)
            session.do(span)
            before = len(project.spans(summary.id, session.annotator))
            session.undo()
            session.undo()
            _expect(len(project.spans(summary.id, session.annotator)), 0, "spans after undoing all")
            session.redo()
            session.redo()
            _expect(len(project.spans(summary.id, session.annotator)), before, "spans after doing all again")
        finally:
            project.close()
        return f"{before} spans, undone and done again"

    def _restart(self) -> str:
        """Another process finds what was done, and this one can still take it back."""
        before = self._call("info", self._project)["spans"]
        if not before:
            raise Failed("the spans are gone")
        project = self._services.open_project(self._project)
        try:
            Session(project).undo()
        finally:
            project.close()
        _expect(self._call("info", self._project)["spans"], before - 1, "spans after undo in a later run")
        return "all there in another process, undo included"

    def _export(self) -> str:
        lines = self._folder / "export.jsonl"
        written = self._call("export", self._project, lines, "--format", "jsonl")["spans"]["out"]
        texts = 0
        for line in lines.read_text(encoding="utf-8").splitlines():
            document = json.loads(line)
            for span in document["spans"]:
                if not document["text"][span["start"] : span["end"]].strip():
                    raise Failed(f"span {span['id']} covers no text")
                texts += 1
        _expect(texts, written, "spans in the jsonl file")
        conll = self._folder / "export.conll"
        self._call("export", self._project, conll, "--format", "conll2003")
        if "B-GPE" not in conll.read_text(encoding="utf-8"):
            raise Failed("no B-GPE in the conll2003 file")
        return f"{written} spans in jsonl, and conll2003"


def _expect(found: object, wanted: object, what: str) -> None:
    if found != wanted:
        raise Failed(f"{what}: {found} in place of {wanted}")
