"""CAMeL-Tools NER: which model is there, getting one, using it. Torch stays in the worker process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from annotate.errors import TawsimError
from annotate.suggest.camel_folder import NER
from annotate.suggest.camel_models import CamelModel, CamelModels
from annotate.suggest.camel_transfer import ModelCancelled
from annotate.suggest.source_settings import sources_on, switch
from ui.commands.suggestions import SuggestionCommands, models_name
from ui.desk import Desk
from ui.dialogs.models import CamelUse, ModelsDialog
from ui.i18n.language import isolated, number
from ui.jobs import Cancelled, Job
from ui.settings import DOWNLOADS

translate = QCoreApplication.translate


class ModelCommands:
    """Downloads and installs run as jobs that can be cancelled; what was downloaded is continued next time.

    Once a model is there, what one would do next is offered where that is said.
    """

    def __init__(self, desk: Desk, suggestions: SuggestionCommands) -> None:
        self._desk, self._suggestions = desk, suggestions
        desk.strip.second.connect(self._on_second)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """The handlers by action id."""
        return {"camel": self._ask}

    def state(self) -> tuple[list[tuple[str, bool]], str]:
        """The embedded sources by name, each whether it is there; and how it stands with CAMeL-Tools."""
        seeds = self._desk.workspace.services.seeds
        embedded = [
            (translate("Models", "Place names"), any(seeds.glob("gazetteer*"))),
            (translate("Models", "Starter model"), any(seeds.glob("starter/*"))),
        ]
        there = any(model.installed and model.kind == NER for model in self._models())
        return embedded, translate("Models", "ready") if there else translate("Models", "optional")

    def _models(self) -> list[CamelModel]:
        try:
            return CamelModels(self._desk.workspace.services.seeds).all()
        except (TawsimError, OSError):  # said by the dialog, where something can be done about it
            return []

    def _ask(self) -> None:
        workspace = self._desk.workspace
        project, use = workspace.project, None
        if project is not None and workspace.writable:
            use = CamelUse("camel" in sources_on(project), bool(project.setting("camel_int8", False)))
        dialog = ModelsDialog(self._desk.window, self._models(), self._desk.settings[DOWNLOADS], use)
        dialog.downloadWanted.connect(self._download)
        dialog.removeWanted.connect(self._remove)
        dialog.chosen.connect(self._install_from)
        dialog.switched.connect(self._switch)
        dialog.int8Switched.connect(self._switch_int8)
        dialog.suggestWanted.connect(self._suggestions.suggest_all)
        dialog.open()

    def _switch(self, on: bool) -> None:
        project = self._desk.workspace.project
        assert project is not None
        switch(project, project.label_set(), "camel", "", on)

    def _switch_int8(self, on: bool) -> None:
        project = self._desk.workspace.project
        assert project is not None
        project.set_setting("camel_int8", on)

    def _remove(self, name: str) -> None:
        self._suggestions.close()  # the worker may have the model open
        try:
            CamelModels(self._desk.workspace.services.seeds).remove(name)
        except TawsimError as error:
            self._desk.strip.say(str(error), "refused")
        else:
            self._desk.strip.say(translate("Models", "{model} is removed.").format(model=isolated(name)), "gone")

    def _download(self, name: str) -> None:
        def act(models: CamelModels, job: Job) -> CamelModel:
            return models.install(name, lambda what, done, total: job.report(done, total), job.is_cancelled)

        self._start(translate("Models", "Downloading CAMeL-Tools NER"), act)

    def _install_from(self, path: Path) -> None:
        def act(models: CamelModels, job: Job) -> CamelModel:
            return models.install_from(path, lambda what, done, total: job.report(done, total), job.is_cancelled)

        self._start(translate("Models", "Installing the model"), act)

    def _start(self, title: str, act: Callable[[CamelModels, Job], CamelModel]) -> None:
        seeds = self._desk.workspace.services.seeds

        def work(job: Job) -> CamelModel:
            try:
                return act(CamelModels(seeds), job)
            except ModelCancelled:
                raise Cancelled from None
            except OSError as error:
                raise TawsimError(f"{error.filename or ''}: {error.strerror}") from None

        def cancelled() -> None:
            said = translate("Models", "Cancelled. What was downloaded is kept and continued next time.")
            self._desk.strip.say(said, "info")

        job = self._desk.jobs.start(title, work, self._offer, lambda message: self._desk.strip.say(message, "refused"))
        job.cancelled.connect(cancelled)

    def _offer(self, model: CamelModel) -> None:
        """Say that a model is there, and offer the next step: to use it in this project, or to have it suggest."""
        workspace, second = self._desk.workspace, ""
        if model.kind == NER and workspace.project is not None and workspace.writable:
            second = _suggest_name() if "camel" in sources_on(workspace.project) else _use_name()
        said = translate("Models", "{model} is installed ({size} MB).")
        size = number(max(1, round(model.bytes / 1_000_000)))
        self._desk.strip.say(said.format(model=isolated(model.name), size=size), "done", second=second)

    def _on_second(self, name: str) -> None:
        if name == models_name():
            self._ask()
        if not self._desk.workspace.writable:
            return
        if name == _use_name():
            self._switch(True)
            said = translate("Models", "It is used whenever suggestions are made in this project.")
            self._desk.strip.say(said, "done", second=_suggest_name())
        elif name == _suggest_name():
            self._suggestions.suggest_all()


def _use_name() -> str:
    return translate("Models", "Use it in this project")


def _suggest_name() -> str:
    return translate("Models", "Suggest for all documents now")
