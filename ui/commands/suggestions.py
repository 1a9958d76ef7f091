"""Suggestions: go to them, accept, reject, accept the rest of a sentence; and have them made, beside the window."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from annotate.edits import Accept, AcceptRest, Reject
from annotate.model import State, Suggestion
from annotate.project import Project
from annotate.suggest.camel import CamelSource
from annotate.suggest.camel_models import installed_labels
from annotate.suggest.learned_apart import WORKER as LEARNER
from annotate.suggest.proposals import Rules
from annotate.suggest.run import keep, load_sources, problems_of, rules_of
from annotate.suggest.source_settings import remember_missing, sources_on
from annotate.suggest.withdrawing import still_allowed
from annotate.worker_client import WorkerClient
from ui.commands.open_items import open_items
from ui.commands.sentence_steps import sentence_at, sentence_from
from ui.commands.suggesting import Result, ask_camel, ask_sources
from ui.desk import Desk
from ui.i18n.counts import Counts
from ui.i18n.language import isolated, number
from ui.jobs import Job
from ui.panels.status_line import StatusLine
from ui.text.content import order_of
from ui.wording import quoted

translate = QCoreApplication.translate

_LABELS_SAID = 3


class SuggestionCommands:
    """Decisions are steps; suggesting is none, and runs as a job on values."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._camel: WorkerClient | None = None
        self._again: Sequence[str] = ()
        desk.strip.second.connect(self._on_second)
        # It ends by itself when nothing is asked of it for some time.
        self.learner = WorkerClient(desk.workspace.services.worker_command, LEARNER)

    def close(self) -> None:
        """End the worker processes, if any run."""
        self.learner.close()
        if self._camel is not None:
            self._camel.close()

    def handlers(self) -> dict[str, Callable[[], None]]:
        """The handlers by action id."""
        return {
            "next_open": lambda: self._go(False),
            "previous_open": lambda: self._go(True),
            "next_span": lambda: self._go_to_span(False),
            "previous_span": lambda: self._go_to_span(True),
            "accept": self.accept,
            "reject": self.reject,
            "accept_sentence": self.accept_sentence,
            "suggest": self.suggest,
            "suggest_all": self.suggest_all,
        }

    # --- decisions
    def _go(self, backward: bool) -> None:
        """To the next (or previous) open item in reading order, round the end of the document."""
        view = self._desk.view
        items = open_items(view.page.content, self._desk.workspace)
        if not items:
            self._desk.strip.say(translate("Suggestions", "Nothing is open in this document."), "info")
            return
        standing = view.current_suggestion or self._desk.selected_span()
        here = order_of(standing) if standing is not None else (view.caret, 0 if backward else -len(view.text) - 1, "")
        if backward:
            found = next((item for item in reversed(items) if order_of(item) < here), items[-1])
        else:
            found = next((item for item in items if order_of(item) > here), items[0])
        self._desk.pick(found)

    def _go_to_span(self, backward: bool) -> None:
        found = self._desk.view.next_span(backward=backward)
        if found is None and (spans := self._desk.workspace.spans()):
            found = spans[-1 if backward else 0]
        if found is not None:
            self._desk.pick(found)

    def accept(self) -> None:
        """Make the current suggestion a span, and on to the next pending one."""
        view = self._desk.view
        suggestion, following = view.current_suggestion, view.next_suggestion()
        if suggestion is not None and self._desk.attempt(Accept(suggestions=(suggestion,))) is not None:
            self._desk.strip.clear()
            self._onward(following)

    def reject(self) -> None:
        """Reject the current suggestion: it does not come back. On to the next pending one."""
        view = self._desk.view
        suggestion, following = view.current_suggestion, view.next_suggestion()
        if suggestion is not None and self._desk.attempt(Reject(suggestions=(suggestion,))) is not None:
            surface = quoted(self._desk.document.text[suggestion.start : suggestion.end])
            label = self._desk.workspace.labels.entity(suggestion.label)
            said = translate("Suggestions", "Rejected: {text} ({label}).").format(
                text=surface, label=label.name(self._desk.language) if label else suggestion.label
            )
            self._onward(following)
            self._desk.strip.say(said, "gone", undo=True)

    def _onward(self, following: Suggestion | None) -> None:
        """To the pending suggestion that comes next, else to the first there is, else stay."""
        found = following or next(iter(self._desk.view.page.content.pending), None)
        if found is not None:
            self._desk.pick(found)

    def accept_sentence(self) -> None:
        """Accept all that is pending in the sentence of the caret, mark it read, and on to the next sentence."""
        sentence = self.sentence()
        if sentence is None:
            return
        edit = AcceptRest(
            document=self._desk.document.id,
            annotator=self._desk.workspace.annotator.id,
            start=sentence[0],
            end=sentence[1],
        )
        step = self._desk.attempt(edit)
        if step is not None:
            self._desk.strip.say(Counts().accepted(int(step.detail or 0)), "done", undo=True)
        following = sentence_from(self._desk.document.text, sentence[1])
        if following is not None:
            self._enter(following)

    def _enter(self, sentence: tuple[int, int]) -> None:
        inside = self._inside(sentence)
        if inside:
            self._desk.pick(inside[0])
        else:
            self._desk.view.move_caret(sentence[0])

    def _inside(self, sentence: tuple[int, int]) -> list[Suggestion]:
        """The pending suggestions that begin in a sentence."""
        return [one for one in self._desk.workspace.suggestions(sentence) if one.start >= sentence[0]]

    def sentence(self) -> tuple[int, int] | None:
        """The sentence of the current item or the caret."""
        view = self._desk.view
        suggestion, span = view.current_suggestion, self._desk.selected_span()
        item = suggestion or span
        place = item.start if item is not None else view.caret
        return sentence_at(self._desk.document.text, place)

    def shade(self, status: StatusLine) -> None:
        """Shade the sentence that Shift+Enter is about, and say how many suggestions of it are open."""
        suggestion = self._desk.view.current_suggestion
        if self._desk.workspace.document is None or suggestion is None:
            self._desk.view.set_sentence(None)
            status.say("")
            return
        sentence = self.sentence()
        self._desk.view.set_sentence(sentence)
        inside = self._inside(sentence) if sentence else []
        status.say(translate("Suggestions", "in this sentence: {n}").format(n=Counts().pending(len(inside))))

    # --- making them
    def suggest(self) -> None:
        """Have suggestions made for the document on the desk."""
        self.suggest_for([self._desk.document.id], said=True)

    def suggest_all(self) -> None:
        """Have suggestions made for all documents."""
        assert self._desk.workspace.project is not None
        self.suggest_for([summary.id for summary in self._desk.workspace.project.documents()], said=True)

    def suggest_for(self, documents: Sequence[str], *, said: bool, ahead: bool = False) -> None:
        """Start the job: texts and rules go in as values, proposals come back document by document, or page by page.

        The suggestion that one is at stays; ``ahead``: so does all before the end of its sentence.
        """
        project = self._desk.workspace.project
        if project is None or not documents or not self._desk.workspace.writable:
            return
        services, names = self._desk.workspace.services, sources_on(project)
        clitics = self._desk.workspace.clitics.now()
        rules = rules_of(project, clitics)
        texts = [(id_, project.document(id_).text) for id_ in documents]
        local = [name for name in names if name != "camel"]
        sources = load_sources(project, services.seeds, local, clitics, self.learner)
        pending: dict[str, int] = {}
        missing: Counter[str] = Counter()

        # One worker for the window: the next run finds the model loaded.
        self._camel = camel = self._camel or WorkerClient(services.worker_command, CamelSource.name)
        int8 = bool(project.setting("camel_int8", False))
        camel_runs = "camel" in names and bool(installed_labels())

        def work(job: Job) -> None:
            if sources:
                ask_sources(job, texts, sources, rules)
            if camel_runs:
                ask_camel(job, texts, CamelSource(camel, int8=int8, clitics=clitics), rules)

        def came(found: Result) -> None:
            if self._desk.workspace.project is project:
                pending[found.document] = self._take(project, found, rules, ahead)
                missing.update(found.missing)

        def done(_: object) -> None:
            if self._desk.workspace.project is project:
                remember_missing(project, missing)
            if said:
                self._say(sum(pending.values()), missing, without_camel="camel" in names and not camel_runs)
            self._warn(problems_of(sources))

        def failed(message: str) -> None:
            self._again = documents
            self._desk.strip.say(message, "refused", second=_again_name())

        job = self._desk.jobs.start(Counts().suggesting(len(texts)), work, done, failed, came)
        if said:
            job.cancelled.connect(self._say_cancelled)

    def _take(self, project: Project, found: Result, rules: Rules, ahead: bool) -> int:
        """Keep what sources found, but not where one is at work; returns how many suggestions of it are pending."""
        document = found.document
        spare = self._at_work(document, ahead)
        allowed = still_allowed(project, rules, found.proposals)
        pending = keep(project, document, allowed, found.ran, rules, spare, found.stretch)
        if found.splits:
            project.set_clitic_splits(found.splits)
            self._desk.workspace.clitics.learn_splits(found.splits)
        self._desk.workspace.suggested.emit(document, found.stretch)
        return pending

    def _say_cancelled(self) -> None:
        self._desk.strip.say(translate("Suggestions", "Cancelled. The suggestions that came stay."), "info")

    def _warn(self, problems: Sequence[str]) -> None:
        for problem in problems:
            self._desk.strip.say(problem, "refused")

    def _on_second(self, name: str) -> None:
        if name == _again_name():
            self.suggest_for(self._again, said=True)

    def _say(self, pending: int, missing: Counter[str], *, without_camel: bool) -> None:
        """What suggesting gave; and what it left out because the label set lacks it, with the way to its label.

        Or, with the way to a model, that there was none to ask (``without_camel``).
        """
        parts, second = [Counts().suggested(pending)], ""
        if without_camel:
            parts.append(translate("Suggestions", "No CAMeL-Tools model is installed."))
            second = models_name()
        if missing:
            most = [f"{isolated(label)} ({number(count)})" for label, count in missing.most_common(_LABELS_SAID)]
            labels = translate("Suggestions", ", ").join(most) + ("…" if len(missing) > _LABELS_SAID else "")
            said = translate("Suggestions", "Left out, because the label set lacks them: {labels}.")
            # Last: the strip cuts off what is too long.
            parts.append(said.format(labels=labels))
            second = second or label_table_name()
        self._desk.strip.say(" ".join(parts), "info" if without_camel else "done", second=second)

    def _at_work(self, document: str, ahead: bool) -> tuple[int, int]:
        """What of a document must not change now: nothing where it is not on the desk, or ``ahead`` and not begun."""
        workspace, current = self._desk.workspace, self._desk.view.current_suggestion
        if workspace.document is None or workspace.document.id != document:
            return 0, 0
        if ahead and workspace.state() is not State.TODO:
            sentence = self.sentence()
            return 0, sentence[1] if sentence is not None else self._desk.view.caret
        return (current.start, current.end) if current is not None else (0, 0)


def label_table_name() -> str:
    """What the way to the table of the models' labels is called."""
    return translate("Suggestions", "Labels of the models…")


def models_name() -> str:
    """What the way to CAMeL-Tools' models is called."""
    return translate("Suggestions", "Get a model…")


def _again_name() -> str:
    return translate("Suggestions", "Suggest again")
