"""Import in two halves: ``parse`` reads files and knows no project (fit for a job), ``bring_in`` is one undoable step.

The same document is one of equal name and equal text: its layer gets what is new, nothing is doubled.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from annotate.changes import Change
from annotate.formats.admission import admitted
from annotate.formats.catalogue import format_named, recognised
from annotate.formats.content import AnnotatedDocument
from annotate.formats.format import Format
from annotate.formats.reading import FileProblem, Reading
from annotate.import_plan import ImportPlan
from annotate.project import Project
from annotate.session import Session

Progress = Callable[[int, int], None]
"""Told how many of how many are done; may raise to cancel."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that was done to a file's content on the way in, and how often."""

    file: str
    what: str
    count: int


@dataclass(slots=True)
class Parsed:
    """What files held: ``documents`` with the file each came from, and what there is to say about them."""

    documents: list[tuple[str, AnnotatedDocument]] = field(default_factory=list)
    formats: dict[str, str] = field(default_factory=dict)
    changed: list[Remark] = field(default_factory=list)
    problems: list[FileProblem] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What came in. Counts are what the files held, ``changed`` what was done to it, ``problems`` what stayed out."""

    documents: int
    spans: int
    relations: int
    formats: dict[str, str]
    changed: tuple[Remark, ...]
    problems: tuple[FileProblem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """The edit that brings documents in: its changes were planned by ``bring_in``."""

    changes: tuple[Change, ...]
    detail: str
    title: str = "import"

    def plan(self, project: Project) -> tuple[list[Change], str]:
        return list(self.changes), self.detail


def parse(
    paths: Sequence[Path],
    *,
    format: str = "auto",
    encoding: str = "auto",
    fold_presentation_forms: bool = False,
    keep_going: bool = False,
    progress: Progress | None = None,
) -> Parsed:
    """Read files (and folders) into documents.

    Raises TawsimError, in one line that names file and line, for the first fault; with ``keep_going`` faults are
    listed in ``problems`` and the good documents are kept.
    """
    chosen = None if format == "auto" else format_named(format, to_write=False)
    parsed = Parsed()
    files = list(_files(paths, chosen))
    for number, path in enumerate(files):
        if progress:
            progress(number, len(files))
        reading = Reading(path, encoding=encoding, keep_going=keep_going)
        reading.attempt(_parse_one, reading, chosen, fold_presentation_forms, parsed)
        parsed.changed += [Remark(reading.file, what, count) for what, count in sorted(reading.changed.items())]
        parsed.problems += reading.problems
    return parsed


def bring_in(session: Session, parsed: Parsed, *, annotator: str | None = None) -> ImportReport:
    """Bring parsed documents into the session's project as one step.

    Layers go to the annotator of that name, else to the one a document names, else to the project's. Raises
    TawsimError and changes nothing where a layer is locked or the project is read-only.
    """
    plan = ImportPlan(session.project, annotator)
    remarks: list[Remark] = list(parsed.changed)
    for file, document in parsed.documents:
        said = Counter(plan.add(document))
        remarks += [Remark(file, what, count) for what, count in said.items()]
    session.do(Import(changes=tuple(plan.changes()), detail=str(len(parsed.documents))))
    return ImportReport(
        documents=len(parsed.documents),
        spans=sum(len(document.spans) for _, document in parsed.documents),
        relations=sum(len(document.relations) for _, document in parsed.documents),
        formats=parsed.formats,
        changed=tuple(_summed(remarks)),
        problems=tuple(parsed.problems),
    )


def _files(paths: Sequence[Path], chosen: Format | None) -> Iterator[Path]:
    """The files to read: a folder is one of a folder format, or stands for the files in it."""
    for path in paths:
        reading = Reading(path)
        if not path.exists():
            raise reading.problem(0, "no such file")
        if not path.is_dir() or (chosen.folder if chosen else _is_folder_format(reading)):
            yield path
            continue
        inner = sorted(p for p in path.iterdir() if p.is_file() and not p.name.startswith("."))
        if not inner:
            raise reading.problem(0, "an empty folder")
        yield from inner


def _is_folder_format(reading: Reading) -> bool:
    try:
        return recognised(reading).folder
    except FileProblem:
        return False


def _parse_one(reading: Reading, chosen: Format | None, fold: bool, parsed: Parsed) -> None:
    format = chosen or recognised(reading)
    assert format.read is not None
    parsed.formats[reading.file] = format.name
    for document in format.read(reading):
        good = reading.attempt(admitted, reading, document, fold=fold)
        if good is not None:
            parsed.documents.append((reading.file, good))


def _summed(remarks: list[Remark]) -> Iterator[Remark]:
    counts: Counter[tuple[str, str]] = Counter()
    for remark in remarks:
        counts[remark.file, remark.what] += remark.count
    for (file, what), count in counts.items():
        yield Remark(file, what, count)
