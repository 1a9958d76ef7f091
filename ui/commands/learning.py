"""Learning beside the window: what was read and decided trains the models, and what lies ahead is suggested anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QObject

from annotate.changes import Step
from annotate.errors import TawsimError
from annotate.model import Layer, State
from annotate.project import Project
from annotate.suggest.learned_apart import LearnedApart
from annotate.suggest.learned_setting import Learnt, enough, keep_learned, nests, often_wrong
from annotate.suggest.on_the_way import on_the_way
from annotate.suggest.run import keep, rules_of
from annotate.suggest.source_settings import sources_on
from ui.commands.beside import read_beside
from ui.commands.suggestions import SuggestionCommands
from ui.desk import Desk
from ui.jobs import Job
from ui.panels.documents import DocumentsPane

translate = QCoreApplication.translate

EVERY = 10
"""After so many steps that marked something as read the models are trained anew; after a finished document at once."""
_SHARE = 20
"""… or after one in so many of all sentences, where that is more."""
_AHEAD = 20
"""So many documents from the one on the desk on get new suggestions; the others get theirs as one comes to them."""


class Learning(QObject):
    """Watches the steps. Training runs in a process of its own; cancelled or failed, the models stay as they were."""

    def __init__(self, desk: Desk, suggestions: SuggestionCommands, documents: DocumentsPane) -> None:
        super().__init__(desk.window)
        self._desk, self._suggestions, self._documents = desk, suggestions, documents
        documents.doubtsWanted.connect(self.weigh)
        self._read = 0
        self._every = EVERY
        self._job: Job | None = None
        desk.workspace.stepped.connect(self._on_step)
        desk.workspace.projectChanged.connect(self._on_project)

    def _on_project(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._read, self._job, self._every = 0, None, EVERY

    def _on_step(self, step: Step, _initiator: object) -> None:
        for change in step.changes:
            if isinstance(change.after, Layer):
                before = change.before if isinstance(change.before, Layer) else None
                finished = change.after.state is State.DONE and (before is None or before.state is not State.DONE)
                self._read += self._every if finished else change.after.read != (before.read if before else ())
                self._look_ahead(before.read if before else (), change.after)
        if self._read >= self._every:
            self.train()

    def _look_ahead(self, before: Sequence[tuple[int, int]], layer: Layer) -> None:
        """Suggest the names of a sentence that was just read in the next ones, before one comes to them."""
        workspace = self._desk.workspace
        project, document = workspace.project, workspace.document
        if project is None or document is None or "decided" not in sources_on(project):
            return
        me = project.annotator().id
        mine = (layer.document, layer.annotator) == (document.id, me)
        if mine and (new := set(layer.read) - set(before)):
            rules = rules_of(project, workspace.clitics.now())
            near = on_the_way(project, document.id, max(end for _, end in new), rules)
            # Mostly all of it is pending since the sentence before.
            pending = project.suggestions(document.id, me, stretch=near.stretch)
            there = {(one.start, one.end, rules.labels.entity_id(one.label)) for one in pending}
            if found := [one for one in near.proposals(rules) if (one.start, one.end, one.label) not in there]:
                keep(project, document.id, found, (), rules, stretch=near.stretch)
                workspace.suggested.emit(document.id, near.stretch)

    def train(self) -> None:
        """Train the models, if enough was read and nothing is being trained; then suggest what lies ahead."""
        workspace = self._desk.workspace
        project = workspace.project
        if project is None or not workspace.writable or self._job is not None or "learned" not in sources_on(project):
            return
        self._read = 0
        services, path = workspace.services, project.path

        def work(job: Job) -> Learnt | None:
            # Imported here: whoever only reads pays for no model.
            from annotate.suggest.learned import ENOUGH, train_in_worker
            from annotate.suggest.lessons import lessons, sentences_read
            from annotate.vocabulary import clitics_of

            beside = services.open_project(path, write=False)
            try:
                found, least = lessons(beside, clitics=clitics_of(beside)), enough(beside, ENOUGH)
                wrong = often_wrong(beside)
            finally:
                beside.close()
            if (sentences := sentences_read(found)) < least:
                return None
            command, seeds = services.worker_command, services.seeds
            models = train_in_worker(command, found, seeds, job.report, job.is_cancelled)
            return None if models is None else Learnt(models, sentences, wrong, nests(found))

        def done(learnt: Learnt | None) -> None:
            if workspace.project is not project:
                return
            self._job = None
            if learnt is not None:
                keep_learned(project, learnt)
                # A few sentences more say little beside many, and training takes the longer.
                self._every = max(EVERY, learnt.sentences // _SHARE)
                self._suggestions.suggest_for(self._ahead(), said=False, ahead=True)
            if self._read >= self._every:  # read while this was at work
                self.train()

        def failed(why: str) -> None:
            if workspace.project is project:
                self._job = None
            self._desk.strip.say(why, "refused")

        self._job = self._desk.jobs.start(translate("Learning", "Learning from what was read"), work, done, failed)
        self._job.cancelled.connect(self._on_cancelled)

    def weigh(self) -> None:
        """Ask the models how much is to be learnt from each unfinished document, and sort the pane by it."""
        workspace = self._desk.workspace
        project = workspace.project
        if project is None:
            return
        models = project.setting("learned")
        if not models:
            self._desk.strip.say(translate("Learning", "Nothing is learnt yet: it takes 20 sentences that are read."))
            return
        seeds, clitics = workspace.services.seeds, workspace.clitics.now()

        def read(beside: Project, job: Job) -> Mapping[str, float]:
            learned = LearnedApart(self._suggestions.learner, models, seeds)
            wanted = [one.id for one in beside.documents() if one.state in (State.TODO, State.IN_PROGRESS)]
            doubts: dict[str, float] = {}
            for number, id_ in enumerate(wanted):
                job.report(number, len(wanted))
                doubts[id_] = learned.uncertainty(beside.document(id_).text, clitics)
                if learned.problem:
                    raise TawsimError(learned.problem)
            return doubts

        title = translate("Learning", "Looking for what there is most to learn from")
        read_beside(self._desk, title, read, self._documents.model.set_doubts)

    def _on_cancelled(self) -> None:
        self._job = None

    def _ahead(self) -> list[str]:
        """The document on the desk, and those after it that are not finished and have suggestions."""
        workspace = self._desk.workspace
        assert workspace.project is not None
        here = workspace.document.id if workspace.document is not None else None
        documents = workspace.project.documents()
        first = next((place for place, one in enumerate(documents) if one.id == here), 0)
        wanted = [
            one.id
            for one in documents[first:]
            if one.id == here or (one.pending and one.state in (State.TODO, State.IN_PROGRESS))
        ]
        return wanted[:_AHEAD]
