"""The sub-commands import and export."""

from __future__ import annotations

from collections.abc import Iterator

from annotate.cli.call import Answer, Call, plural
from annotate.errors import TawsimError
from annotate.exporting import LOSS_KEYS, ExportOptions, ExportReport, export, parse_split
from annotate.importing import ImportReport, bring_in, parse
from annotate.model import State
from annotate.session import Session


def answer(call: Call) -> Answer:
    """Do one of these sub-commands."""
    return _import(call) if call.args.command == "import" else _export(call)


def _import(call: Call) -> Answer:
    args = call.args
    call.check()  # a project that is none is said before the files are read
    parsed = parse(
        args.paths,
        format=args.format,
        encoding=args.encoding,
        fold_presentation_forms=args.fold_presentation_forms,
        keep_going=args.keep_going,
        progress=call.progress("files"),
    )
    with call.project(write=True) as project:
        report = bring_in(Session(project), parsed, annotator=args.annotator)
    data = {
        "documents": report.documents,
        "spans": report.spans,
        "relations": report.relations,
        "formats": report.formats,
        "changed": [{"file": r.file, "what": r.what, "count": r.count} for r in report.changed],
        "problems": [{"file": p.file, "line": p.line or None, "what": p.what} for p in report.problems],
    }
    return Answer(data, list(_import_lines(report)), code=1 if report.problems and args.keep_going else 0)


def _import_lines(report: ImportReport) -> Iterator[str]:
    counts = plural(report.documents, "document"), plural(report.spans, "span"), plural(report.relations, "relation")
    yield f"{', '.join(counts)} read"
    for file, format in report.formats.items():
        yield f"{file}: {format}"
    for remark in report.changed:
        yield f"{remark.file}: {remark.what}" + (f" ({remark.count:,} times)" if remark.count > 1 else "")
    for problem in report.problems:
        yield f"left out: {problem}"


def _export(call: Call) -> Answer:
    args = call.args
    options = ExportOptions(
        format=args.format,
        annotator=args.annotator,
        tokens=args.tokens,
        scheme=args.scheme,
        split=parse_split(args.split) if args.split else None,
        seed=args.seed,
        states=_states(args.states),
        only_read=args.only_read,
        fail_on_loss=args.on_loss == "fail",
    )
    with call.project() as project:
        report = export(project, args.out, options, progress=call.progress("documents"))
    data = {
        "documents": report.documents,
        "spans": {"in": report.spans_in, "out": report.spans_out},
        "relations": {"in": report.relations_in, "out": report.relations_out},
        "losses": [{key: getattr(loss, key) for key in LOSS_KEYS} for loss in report.losses],
        "files": [str(path) for path in report.files],
        "beside": [str(path) for path in report.helpers],
        "states": dict(report.states),
    }
    if report.parts:
        data["parts"] = {
            part: {"documents": documents, "labels": dict(labels)} for part, (documents, labels) in report.parts.items()
        }
    return Answer(data, list(_export_lines(report)), code=0 if report.written else 1)


def _states(words: str | None) -> frozenset[State] | None:
    if words is None:
        return None
    known = [state.value for state in State]
    if unknown := next((word for word in words.split(",") if word not in known), None):
        raise TawsimError(f"unknown state {unknown!r}: {', '.join(known)}")
    return frozenset(State(word) for word in words.split(","))


def _export_lines(report: ExportReport) -> Iterator[str]:
    states = ", ".join(f"{count} {state}" for state, count in sorted(report.states.items()))
    yield plural(report.documents, "document") + (f" ({states})" if states else "")
    yield f"{report.spans_out:,} of {plural(report.spans_in, 'span')}"
    yield f"{report.relations_out:,} of {plural(report.relations_in, 'relation')}"
    for part, (documents, labels) in report.parts.items():
        share = ", ".join(f"{label} {count}" for label, count in labels.most_common())
        yield f"{part}: {plural(documents, 'document')}: {share or 'no spans'}"
    for loss in report.losses:
        place = f"{loss.document} {loss.start}–{loss.end} {loss.label}" if loss.start is not None else loss.document
        yield f"{place}: {loss.what}: {loss.done}"
    if not report.written:
        yield "nothing written, since something would be lost"
    yield from map(str, [*report.files, *report.helpers])
