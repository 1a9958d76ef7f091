"""The sub-commands suggest, accept and models."""

from __future__ import annotations

from collections.abc import Sequence

from annotate.cli.call import Answer, Call, plural
from annotate.errors import TawsimError
from annotate.model import State, Suggestion
from annotate.project import Project


def answer(call: Call) -> Answer:
    """Do one of these sub-commands."""
    match call.args.command:
        case "suggest":
            return _suggest(call)
        case "accept":
            return _accept(call)
    return _models(call)


def _suggest(call: Call) -> Answer:
    from annotate.suggest.camel_folder import check_ner
    from annotate.suggest.run import check_sources, suggest

    args = call.args
    check_sources(name for name in args.sources or () if name != "camel")
    if args.model:
        check_ner(args.model)
    if args.documents:
        call.check(lambda project: _documents(project, args.documents))
    with call.project(write=True) as project:
        report = suggest(
            project,
            call.services.seeds,
            sources=args.sources or (["camel"] if args.model else None),
            documents=_documents(project, args.documents),
            model=args.model,
            worker_command=call.services.worker_command,
            progress=call.progress("documents"),
        )
    data = {
        "documents": report.documents,
        "suggestions": report.suggestions,
        "words_per_second": report.words_per_second,
        "problems": report.problems,
    }
    counts = ", ".join(f"{source} {count:,}" for source, count in report.suggestions.items())
    lines = [f"{plural(report.documents, 'document')}: {counts or 'nothing to suggest'}"]
    return Answer(data, [*lines, *report.problems])


def _documents(project: Project, names: Sequence[str] | None) -> list[str] | None:
    """The ids of the documents of these names. Raises TawsimError for a name that is none."""
    if names is None:
        return None
    found = []
    for name in names:
        documents = project.find(name=name)
        if not documents:
            raise TawsimError(f"no document {name!r} in this project")
        found += [document.id for document in documents]
    return found


def _accept(call: Call) -> Answer:
    from annotate.edits import Accept
    from annotate.session import Session

    args = call.args
    if not 0 <= args.min_score <= 1:
        raise TawsimError(f"--min-score {args.min_score}: a number between 0 and 1 expected")
    wanted = set(args.sources or ())
    with call.project(write=True) as project:
        chosen, locked = _pending(project, wanted, args.min_score)
        before = _spans(project)
        if chosen:
            Session(project).do(Accept(suggestions=tuple(chosen)))
        spans = _spans(project) - before
    lines = [f"{plural(spans, 'span')} of {plural(len(chosen), 'suggestion')}"]
    if locked:
        lines.append(f"left alone, locked: {', '.join(locked)}")
    return Answer({"spans": spans, "relations": 0}, lines)


def _pending(project: Project, sources: set[str], least: float) -> tuple[list[Suggestion], list[str]]:
    """The pending suggestions to the project's annotator of these sources (none: all), and what is locked."""
    chosen: list[Suggestion] = []
    locked: list[str] = []
    for document in project.documents():
        found = [
            suggestion
            for suggestion in project.suggestions(document.id, project.annotator().id)
            if suggestion.score >= least and (not sources or sources & set(suggestion.by.split("+")))
        ]
        if document.state is State.LOCKED and found:
            locked.append(document.name)
        else:
            chosen += found
    return chosen, locked


def _spans(project: Project) -> int:
    return sum(document.spans for document in project.documents())


def _models(call: Call) -> Answer:
    from annotate.suggest.camel_folder import NER
    from annotate.suggest.camel_models import CamelModels

    args = call.args
    models = CamelModels(call.services.seeds)

    told: tuple[str, int, int] | None = None

    def progress(what: str, done: int, total: int) -> None:
        nonlocal told
        now = f"{what} (MB)", done // 1_000_000, max(1, total // 1_000_000)
        if now != told:
            told = now
            call.progress(now[0])(now[1], now[2])

    new = None
    if args.install:
        new = models.install(args.install, progress)
    elif args.source:
        new = models.install_from(args.source, progress)
    elif args.remove:
        models.remove(args.remove)
    found = models.all()
    data = {
        "models": [
            {"name": model.name, "installed": model.installed, "bytes": model.bytes, "licence": model.licence}
            for model in found
        ]
    }
    lines = [
        f"{model.name}: {'' if model.installed else 'not '}installed, {model.bytes / 1e6:.0f} MB, "
        f"{model.licence or 'no licence stated'}"
        for model in found
    ]
    if new is not None and new.kind == NER:
        lines.append("to use it: suggest PROJECT --with camel")
    return Answer(data, lines)
