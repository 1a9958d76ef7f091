"""The sub-commands that send and fetch colleagues' files: handout, handin, receive."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from annotate.cli.call import Answer, Call, plural
from annotate.errors import TawsimError
from annotate.handing_out import AddAnnotators, distributed, documents_named, file_name, handout, recipients
from annotate.receiving import ReceiveReport, receive
from annotate.session import Session


def answer(call: Call) -> Answer:
    """Do one of these sub-commands."""
    match call.args.command:
        case "handout":
            return _handout(call)
        case "handin":
            return _handin(call)
        case _:
            return _receive(call)


def _handout(call: Call) -> Answer:
    args = call.args
    names: list[str] = args.annotators or [args.annotator]
    with call.project(write=True) as project:
        people = recipients(project, names)
        documents = documents_named(project, args.documents)
        shares = distributed(documents, len(people), len(people) if args.each is None else args.each, args.seed)
        paths = _in_folder(args.out, [file_name(person) for person in people]) if args.annotators else [args.out]
        written: list[Path] = []
        try:
            for person, share, path in zip(people, shares, paths, strict=True):
                # What a model has learnt shows in its suggestions: who wants none of these wants no model.
                made = handout(project, person, share, suggestions=args.suggestions, learned=args.suggestions)
                call.services.write_handout(path, made)
                written.append(path)
            Session(project).do(AddAnnotators(annotators=tuple(people)))
        except BaseException:
            for path in written:
                path.unlink()
            raise
    files = [
        {"file": str(path), "annotator": person.name, "documents": len(share)}
        for person, share, path in zip(people, shares, paths, strict=True)
    ]
    lines = [f"{file['file']}: {plural(len(s), 'document')}" for file, s in zip(files, shares, strict=True)]
    return Answer({"files": files} if args.annotators else files[0], lines)


def _in_folder(folder: Path, names: list[str]) -> list[Path]:
    """The paths of the files in the folder, which is made. Raises TawsimError if one of them is there."""
    paths = [folder / name for name in names]
    if len(set(names)) < len(names):
        raise TawsimError(f"{folder}: two of these names make one file name")
    if there := next((path for path in paths if path.exists()), None):
        raise TawsimError(f"{there}: is there already")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise TawsimError(f"{folder}: {error.strerror}") from None
    return paths


def _handin(call: Call) -> Answer:
    out: Path = call.args.out
    with call.project() as project:
        project.snapshot(out)
        mine = [layer for layer in project.layers() if layer.annotator == project.annotator().id]
        data = {"file": str(out), "annotator": project.annotator().name, "documents": len(mine)}
    return Answer(data, [f"{out}: {plural(len(mine), 'document')} by {data['annotator']}"])


def _receive(call: Call) -> Answer:
    with call.project():  # a project that is none is said before the file is read
        pass
    file = call.services.read_colleague_file(call.args.file)
    with call.project(write=True) as project:
        report = receive(Session(project), file)
    data = {
        "annotator": report.annotator,
        "documents": report.documents,
        "spans": report.spans,
        "relations": report.relations,
        "skipped": [{"document": skipped.document, "why": skipped.why} for skipped in report.skipped],
        "replaced": list(report.replaced),
        "labels": list(report.labels),
    }
    return Answer(data, list(_receive_lines(report)), code=1 if report.skipped else 0)


def _receive_lines(report: ReceiveReport) -> Iterator[str]:
    counts = plural(report.documents, "document"), plural(report.spans, "span"), plural(report.relations, "relation")
    yield f"{report.annotator}: {', '.join(counts)} changed"
    for name in report.replaced:
        yield f"{name}: changed here as well; theirs has more steps and is the layer now (undo brings the other back)"
    yield from (f"label {line}" for line in report.labels)
    yield from (f"{skipped.document}: not received: {skipped.why}" for skipped in report.skipped)
