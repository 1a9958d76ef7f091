"""Export: one layer of each document to a file (or folder), whole or not at all, with a list of what did not fit."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from annotate.annotator_names import annotator_named, annotator_names
from annotate.errors import TawsimError
from annotate.formats.catalogue import format_named
from annotate.formats.content import AnnotatedDocument, Loss, Writing
from annotate.formats.format import Format
from annotate.formats.reading import shown
from annotate.formats.tags import SCHEMES
from annotate.layer_content import is_read, layer_content, only_read
from annotate.model import GOLD, Layer, State
from annotate.project import Project
from annotate.vocabulary import clitics_of
from annotate.writing_out import Output

Progress = Callable[[int, int], None]
"""Told how many of how many documents are done; may raise to cancel."""

PARTS = ("train", "dev", "test")
LOSS_KEYS = ("document", "start", "end", "label", "what", "done")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOptions:
    """What to export and how. ``annotator`` is a name, ``gold`` or ``all``; None: gold, else the one there is.

    ``tokens`` is ``word`` or ``clitic``; ``split`` are the shares of train, dev and test; ``states`` and ``only_read``
    leave out what is not so far (a format with the whole text leaves out documents that are not read throughout).
    With ``fail_on_loss`` nothing is written where something would be lost.
    """

    format: str
    annotator: str | None = None
    tokens: str = "word"
    scheme: str = "iob2"
    split: tuple[int, int, int] | None = None
    seed: int = 0
    states: frozenset[State] | None = None
    only_read: bool = False
    fail_on_loss: bool = False


@dataclass(slots=True, kw_only=True)
class ExportReport:
    """What was written; ``written`` is false where ``fail_on_loss`` held it back. ``helpers`` are the files beside
    (losses, a manifest). ``parts`` has, of a split, how many documents each part has, and its spans by label."""

    documents: int = 0
    spans_in: int = 0
    relations_in: int = 0
    losses: list[Loss] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)
    helpers: list[Path] = field(default_factory=list)
    states: Counter[str] = field(default_factory=Counter)
    parts: dict[str, tuple[int, Counter[str]]] = field(default_factory=dict)
    written: bool = True

    @property
    def spans_out(self) -> int:
        """How many spans are in the file, those of changed borders too."""
        return self.spans_in - self._left_out("span")

    @property
    def relations_out(self) -> int:
        """How many relations are in the file."""
        return self.relations_in - self._left_out("relation")

    def _left_out(self, item: str) -> int:
        return sum(loss.item == item and loss.done == "left out" for loss in self.losses)


def export(project: Project, out: Path, options: ExportOptions, *, progress: Progress | None = None) -> ExportReport:
    """Write the chosen layers to ``out``: written beside and renamed, so that ``out`` is the old one or the whole new.

    Raises TawsimError (one line) for an unknown format, several annotators and none named, a place that cannot be
    written.
    """
    format = format_named(options.format, to_write=True)
    _check(options, format)
    if out.resolve() == project.path.resolve():
        raise TawsimError(f"{shown(out)}: the project itself cannot be the export's file")
    report = ExportReport()
    with Output(out, folder=format.folder) as output:
        writing = _writing(project, options)
        for part, documents in _parts(project, options, report, progress):
            helpers = format.write(documents, output.path(part), writing) if format.write else None
            for suffix, text in (helpers or {}).items():
                output.beside(suffix, text, part)
        report.losses = writing.losses
        report.documents -= sum(loss.what == "empty document" for loss in report.losses)
        if options.fail_on_loss and report.losses:
            report.written = False
            return report
        if report.losses:
            output.beside(".losses.tsv", losses_table(report.losses))
        if options.split:
            output.beside(".manifest.json", _manifest(options, report))
        report.files, report.helpers = output.finish(stale=(".losses.tsv", ".manifest.json"))
    return report


def audit(project: Project, options: ExportOptions, *, progress: Progress | None = None) -> ExportReport:
    """What an export would lose, without writing it anywhere a person looks."""
    with tempfile.TemporaryDirectory(prefix="tawsim-") as folder:
        report = export(project, Path(folder, "audit"), options, progress=progress)
    report.files, report.helpers = [], []
    return report


def losses_table(losses: Iterable[Loss]) -> str:
    """The losses as tab-separated lines under a header, the text of each item last."""
    lines = ["\t".join((*LOSS_KEYS, "text"))]
    for loss in losses:
        values = [getattr(loss, key) for key in (*LOSS_KEYS, "text")]
        cells = ["" if value is None else str(value) for value in values]
        lines.append("\t".join(cell.replace("\t", "\\t").replace("\n", "\\n") for cell in cells))
    return "\n".join(lines) + "\n"


def parse_split(text: str) -> tuple[int, int, int]:
    """The three shares of ``80/10/10``. Raises TawsimError."""
    shares = text.split("/")
    if (
        len(shares) != 3
        or not all(share.isascii() and share.isdigit() for share in shares)
        or not sum(map(int, shares))
    ):
        raise TawsimError(f"{text!r} is no split: three shares such as 80/10/10 expected")
    first, second, third = map(int, shares)
    return first, second, third


def _check(options: ExportOptions, format: Format) -> None:
    if options.scheme not in SCHEMES:
        raise TawsimError(f"unknown scheme {options.scheme!r}: {', '.join(SCHEMES)}")
    if options.tokens not in ("word", "clitic"):
        raise TawsimError(f"unknown tokens {options.tokens!r}: word, clitic")
    if options.annotator == "all" and format.name != "jsonl":
        raise TawsimError(f"--annotator all is for jsonl: {format.name} holds one layer of a document")


def _writing(project: Project, options: ExportOptions) -> Writing:
    # Nobody decides anything by an export, so that colleagues' layers count as well.
    cut = clitics_of(project, everyone=True).split if options.tokens == "clitic" else None
    return Writing(labels=project.label_set(), scheme=options.scheme, cut=cut, only_read=options.only_read)


def _parts(
    project: Project, options: ExportOptions, report: ExportReport, progress: Progress | None
) -> Iterator[tuple[str, Iterable[AnnotatedDocument]]]:
    documents = _documents(project, options, report, progress)
    if options.split is None:
        yield "", documents
        return
    parted: dict[str, list[AnnotatedDocument]] = {part: [] for part in PARTS}
    for document in documents:
        part = _part(document, options.split, options.seed)
        parted[part].append(document)
    for part, chosen in parted.items():
        report.parts[part] = len(chosen), Counter(span.label for document in chosen for span in document.spans)
        yield part, chosen


def _part(document: AnnotatedDocument, shares: tuple[int, int, int], seed: int) -> str:
    """By a hash of seed and text: adding documents moves none, and two copies of a text never part."""
    digest = hashlib.sha256(f"{seed}\n{document.text}".encode("utf-8", "surrogatepass")).digest()
    at = int.from_bytes(digest[:8]) * sum(shares) >> 64
    return PARTS[0] if at < shares[0] else PARTS[1] if at < shares[0] + shares[1] else PARTS[2]


def _documents(
    project: Project, options: ExportOptions, report: ExportReport, progress: Progress | None
) -> Iterator[AnnotatedDocument]:
    """The chosen layers in import order, counted in the report as they pass."""
    names = annotator_names(project)
    summaries = project.documents()
    whole = not format_named(options.format, to_write=True).tokens
    for number, summary in enumerate(summaries):
        if progress:
            progress(number, len(summaries))
        for annotator in chosen_annotators(project, summary.id, options.annotator):
            content = layer_content(project, summary.id, annotator, names)
            state = content.state or State.TODO
            if options.states is not None and state not in options.states:
                continue
            if options.only_read:
                content = only_read(content)
                if whole and not is_read(content):
                    continue
            report.documents += 1
            report.states[state.value] += 1
            report.spans_in += len(content.spans)
            report.relations_in += len(content.relations)
            yield content


def chosen_annotators(project: Project, document: str, wanted: str | None) -> Sequence[str | None]:
    """Whose layers of a document are exported (None: nobody's, the bare text).

    Raises TawsimError naming the annotators where there are several, no gold, and none is wanted.
    """
    layers: list[Layer] = list(project.layers(document))
    people = [layer.annotator for layer in layers]
    if wanted == "all":
        return people or [None]
    if wanted is not None:
        person = annotator_named(project, wanted).id
        return [person if person in people else None]
    if GOLD in people:
        return [GOLD]
    if len(people) > 1:
        names = annotator_names(project)
        listed = ", ".join(sorted(names[person] for person in people))
        raise TawsimError(f"{project.document(document).name}: no gold, and several annotators: {listed}; name one")
    return people or [None]


def _manifest(options: ExportOptions, report: ExportReport) -> str:
    """How a split was made, for whoever gets the files."""
    parts = {
        part: {"documents": documents, "labels": dict(sorted(labels.items()))}
        for part, (documents, labels) in report.parts.items()
    }
    made = {
        "format": options.format,
        "tokens": options.tokens,
        "scheme": options.scheme,
        "offsets": "code points, end exclusive",
        "split": "/".join(map(str, options.split or ())),
        "seed": options.seed,
        "parts": parts,
    }
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"
