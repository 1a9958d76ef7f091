"""The sub-commands about the project itself: new, labels, info, check, self-test."""

from __future__ import annotations

import getpass
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from annotate import labels as label_sets
from annotate.annotator_names import annotator_names
from annotate.cli.call import Answer, Call, plural
from annotate.errors import TawsimError
from annotate.labels import LabelSet
from annotate.model import Layer, State
from annotate.project import Project


def answer(call: Call) -> Answer:
    """Do one of these sub-commands."""
    match call.args.command:
        case "new":
            return _new(call)
        case "labels":
            return _labels(call)
        case "check":
            return _check(call)
        case "info":
            return _info(call)
    return _self_test(call)


def read_labels(path: Path) -> LabelSet:
    """The label set of a file. Raises TawsimError naming the file."""
    try:
        return label_sets.read(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise TawsimError(f"{path}: {(error.strerror or str(error)).lower()}") from None
    except UnicodeDecodeError:
        raise TawsimError(f"{path}: no label set: not a UTF-8 text") from None
    except label_sets.LabelSetError as error:
        raise TawsimError(f"{path}: {error}") from None


def _new(call: Call) -> Answer:
    args = call.args
    labels = read_labels(_template(call.services.seeds, args.labels))
    annotator = args.annotator if args.annotator is not None else _login_name()
    project = call.services.create_project(args.project, labels=labels, annotator=annotator, clitics=args.clitics)
    try:
        ids = [entity.id for entity in labels.entities]
        person = project.annotator().name
    finally:
        project.close()
    data = {"project": str(args.project), "labels": ids, "annotator": person}
    return Answer(data, [f"{args.project}: a new project of {person}, with {plural(len(ids), 'label')} ({labels.id})"])


def _template(seeds: Path, wanted: str) -> Path:
    template = seeds / "labels" / f"{wanted}.json"
    if "/" not in wanted and template.is_file():
        return template
    if Path(wanted).is_file():
        return Path(wanted)
    known = ", ".join(sorted(path.stem for path in (seeds / "labels").glob("*.json")))
    raise TawsimError(f"{wanted}: neither a label-set template ({known}) nor a file")


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # no entry for this user id
        return "annotator"


def _labels(call: Call) -> Answer:
    args = call.args
    wanted = read_labels(args.source) if args.source is not None else None
    with call.project(write=wanted is not None) as project:
        if wanted is not None:
            from annotate.edits import SetLabels
            from annotate.session import Session

            new = label_sets.retire_missing(project.label_set(), wanted, project.used_labels())
            Session(project).do(SetLabels(labels=new))
        labels = project.label_set()
    if args.export is not None:
        from annotate.writing_out import Output

        with Output(args.export, folder=False) as output:
            output.path("").write_text(labels.to_json(), encoding="utf-8", newline="")
            output.finish()
    entities = [entity.id for entity in labels.active()]
    relations = [relation.id for relation in labels.relations if not relation.retired]
    retired = [entity.id for entity in labels.entities if entity.retired]
    retired += [relation.id for relation in labels.relations if relation.retired]
    file = args.export or args.source
    data = {"labels": entities, "relations": relations, "retired": retired, "file": str(file) if file else None}
    lines = [f"labels: {' '.join(entities)}", f"relations: {' '.join(relations)}"]
    return Answer(data, lines + ([f"retired, but in use: {' '.join(retired)}"] if retired else []))


def _check(call: Call) -> Answer:
    from annotate.checks import findings

    found = []
    with call.project() as project:
        labels, names = project.label_set(), annotator_names(project)
        for layer in project.layers():
            document = project.document(layer.document)
            spans = project.spans(layer.document, layer.annotator)
            relations = project.relations(layer.document, layer.annotator)
            found += [
                {
                    "document": document.name,
                    "annotator": names[layer.annotator],
                    "start": finding.start,
                    "end": finding.end,
                    "rule": finding.rule,
                    "what": finding.what,
                }
                for finding in findings(document.text, spans, relations, labels)
            ]
    lines = [f"{f['document']} {f['start']}–{f['end']} ({f['annotator']}): {f['rule']}: {f['what']}" for f in found]
    return Answer({"findings": found}, [*lines, plural(len(found), "finding")], code=1 if found else 0)


def _info(call: Call) -> Answer:
    with call.project() as project:
        names = annotator_names(project)
        documents = project.documents()
        layers = [_layer_counts(project, layer) for layer in project.layers()]
        data = {
            "project": str(project.path),
            "version": project.version,
            "documents": len(documents),
            "characters": sum(document.characters for document in documents),
            "spans": sum(layer.spans for layer in layers),
            "relations": sum(layer.relations for layer in layers),
            "suggestions": sum(len(project.suggestions(d.id, a)) for d in documents for a in names),
            "annotators": [names[annotator.id] for annotator in project.annotators()],
            "labels": [entity.id for entity in project.label_set().entities],
            "states": _states([layer.layer for layer in layers], len(documents)),
            "layers": _layers(layers, names),
        }
    return Answer(data, list(_info_lines(data)))


@dataclass(frozen=True, slots=True)
class _LayerCounts:
    layer: Layer
    spans: int
    relations: int


def _layer_counts(project: Project, layer: Layer) -> _LayerCounts:
    key = layer.document, layer.annotator
    return _LayerCounts(layer, len(project.spans(*key)), len(project.relations(*key)))


def _states(layers: list[Layer], documents: int) -> dict[str, int]:
    """How many layers are in each state; a document without a layer is to do."""
    counts = Counter(layer.state for layer in layers)
    counts[State.TODO] += documents - len({layer.document for layer in layers})
    return {state.value: counts[state] for state in State}


def _layers(counts: list[_LayerCounts], names: dict[str, str]) -> list[dict[str, Any]]:
    people = dict.fromkeys(count.layer.annotator for count in counts)
    return [
        {
            "annotator": names[person],
            "documents": sum(count.layer.annotator == person for count in counts),
            "spans": sum(count.spans for count in counts if count.layer.annotator == person),
            "relations": sum(count.relations for count in counts if count.layer.annotator == person),
        }
        for person in people
    ]


def _info_lines(data: dict[str, Any]) -> Iterator[str]:
    yield f"{data['project']} (schema {data['version']})"
    yield f"{plural(data['documents'], 'document')}, {plural(data['characters'], 'character')}"
    counts = plural(data["spans"], "span"), plural(data["relations"], "relation")
    yield f"{', '.join(counts)}, {plural(data['suggestions'], 'pending suggestion')}"
    yield "states: " + ", ".join(f"{state} {count}" for state, count in data["states"].items())
    yield f"labels: {' '.join(data['labels'])}"
    for layer in data["layers"]:
        counts = plural(layer["documents"], "document"), plural(layer["spans"], "span")
        yield f"{layer['annotator']}: {', '.join(counts)}, {plural(layer['relations'], 'relation')}"


def _self_test(call: Call) -> Answer:
    steps = [{"name": name, "ok": ok, "detail": detail} for name, ok, detail in call.services.self_test()]
    ok = all(step["ok"] for step in steps)
    lines = [f"{'ok  ' if step['ok'] else 'FAIL'} {step['name']}: {step['detail']}" for step in steps]
    return Answer({"ok": ok, "steps": steps}, lines, code=0 if ok else 1)
