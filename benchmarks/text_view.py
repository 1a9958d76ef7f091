"""The text view in the real main window: open, edit, scroll, jump, memory; beside QPlainTextEdit with a highlighter.

`python benchmarks/text_view.py [--quick] [--json FILE]`. Documents of 5,000, 100,000 and 1,000,000 characters made of
the sample article, with a span per 40 characters (nested, crossing, beginning inside words) and a relation per 400,
and one paragraph of 100,000. Each is opened from its project file. An edit goes through the session to the disk
(FULL); its time is told in two parts: the commit, beside a bare commit of the same row, and the rest until the text is
painted anew. The panes follow a moment later. The alternative shows boxes as text formats, without tags and arcs.

At the end the same edits are made while the window learns beside them: 400 sentences of the Wojood sample (quick: 100)
are read (`../shared/data`, or the folder that TAWSIM_SHARED names; without it these rows are left out), the models of
all labels are trained in the worker, then new suggestions come for the documents ahead; an edit that meets a document
whose suggestions are being taken over waits for it. The alternative is the same without.
"""

import argparse
import gc
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument  # noqa: E402
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QScrollBar  # noqa: E402

from annotate.changes import Change, Record, Step  # noqa: E402
from annotate.edits import AddSpan, Edit, Relabel, RemoveSpan, SetBorders  # noqa: E402
from annotate.model import Document, Layer, Relation, Span, State, new_id  # noqa: E402
from annotate.project import JournalEntry  # noqa: E402
from benchmarks.effort import SHARED, wojood  # noqa: E402
from benchmarks.store import Row, bare, insert, new_project  # noqa: E402
from main import Services  # noqa: E402
from store.repository import ProjectFile  # noqa: E402
from ui.app import Program  # noqa: E402
from ui.settings import ANNOTATOR, LANGUAGE, THEME, Settings  # noqa: E402

SIZES = {"5k": 5_000, "100k": 100_000, "1M": 1_000_000}
PARAGRAPH = "one paragraph of 100k"
GOAL_OPEN = {"100k": 50.0, "1M": 150.0}  # milliseconds
GOAL_EDIT, GOAL_BOTH, GOAL_PARAGRAPH = 8.0, 20.0, 16.0
GOAL_COMMIT = 1.5  # times a bare commit
GOAL_SCROLL, GOAL_JUMP = 8.3, 16.0
GOAL_GROWTH = 1.5  # times the median at 5k
GOAL_MEMORY = 150.0  # MiB above the empty window
GOAL_BAD = 200.0  # milliseconds
GOAL_TRAINING = 15.0  # seconds
GOAL_STALL = 50.0  # milliseconds
READ, READ_QUICK, AHEAD = 400, 100, 20  # sentences that are read, documents after them
STEP = 57  # pixels
BAD = {
    "bidi controls": "\u202e\u202b\u2067\u2066abc \u202c\u2069\u2069سلام\u202d" * 40,
    "10,000 marks": "ب" + "\u064e" * 10_000,
    "word of 200k": "ا" * 200_000,
    "only emoji": "😀👩‍🚀" * 3000,
    "only spaces": " " * 100_000,
    "100k empty lines": "\n" * 100_000,
    "U+FFFC": "قبل \ufffc بعد" * 200,
}


class Window:
    """The program with its window, on a project of its own."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self.app = app
        settings = Settings(folder / "settings.ini", folder / "machine.ini")
        settings[LANGUAGE], settings[THEME], settings[ANNOTATOR] = "ar", "light", "benchmark"
        self.program = Program(app, Services(), settings)
        self.program.window.resize(1440, 900)
        self.program.begin([])
        self.settle()

    def settle(self) -> None:
        """Let the panes follow and the first slices of idle work pass."""
        until = time.perf_counter() + 0.02
        while self.program.window.busy or time.perf_counter() < until:
            self.app.processEvents()

    @property
    def bar(self) -> QScrollBar:
        """The scroll bar of the text."""
        return self.program.window.view.verticalScrollBar()

    def show(self, document: str) -> float:
        """Put a document on the desk; gives the milliseconds until its text is painted."""
        return timed(partial(self.program.workspace.show, document), self.app.processEvents)


def timed(*acts: Callable[[], object]) -> float:
    """Milliseconds that these acts take one after the other."""
    begin = time.perf_counter()
    for act in acts:
        act()
    return (time.perf_counter() - begin) * 1000


def p95(values: Sequence[float]) -> float:
    return sorted(values)[min(int(len(values) * 0.95), len(values) - 1)]


# --- what is shown
def document_step(project: ProjectFile, name: str, size: int, joint: str) -> Step:
    """A step that brings in a document of a size with its spans and relations."""
    chance = random.Random(1)
    me = project.annotator().id
    article = (ROOT / "seeds/sample/tajikistan-kazakhstan.txt").read_text(encoding="utf-8")
    paragraphs = [paragraph for paragraph in article.split("\n") if paragraph]
    parts, length = [], 0
    while length < size:
        parts.append(chance.choice(paragraphs))
        length += len(parts[-1]) + 1
    document = Document(id=new_id(), name=name, text=joint.join(parts)[:size])
    labels = [entity.key for entity in project.label_set().entities]
    spans = []
    for start in range(0, size - 80, 40):
        first = start + chance.randrange(20)
        end = first + chance.choice((4, 8, 12, 25, 40))
        label = chance.choice(labels)
        spans.append(Span(id=new_id(), document=document.id, annotator=me, start=first, end=end, label=label))
    relations = []
    for index in range(0, len(spans) - 10, 10):
        head, tail = spans[index].id, spans[index + chance.choice((1, 2, 3, 8))].id
        relations.append(
            Relation(id=new_id(), document=document.id, annotator=me, label="يقع في", head=head, tail=tail)
        )
    layer = Layer(document=document.id, annotator=me)
    records: list[Record] = [document, layer, *spans, *relations]
    return Step("import", me, tuple(Change(None, record) for record in records))


def make_project(folder: Path) -> Path:
    """A project file with all the documents, closed."""
    project = new_project(folder, "text-view")
    for name, size in SIZES.items():
        project.write(document_step(project, name, size, "\n"))
    project.write(document_step(project, PARAGRAPH, 100_000, " "))
    project.close()
    return project.path


# --- measures
def opening(window: Window, ids: dict[str, str], rounds: int) -> dict[str, float]:
    """Median milliseconds from the project file to the painted text."""
    found: dict[str, list[float]] = {name: [] for name in ids}
    for _ in range(rounds):
        for name, id in ids.items():
            window.settle()
            gc.collect()
            found[name].append(window.show(id))
    return {name: statistics.median(times) for name, times in found.items()}


def scrolling(window: Window, rounds: int) -> list[float]:
    """Milliseconds of each step down, and up again at the end."""
    bar, way, found = window.bar, STEP, []
    bar.setValue(0)
    window.settle()
    for _ in range(rounds):
        if not 0 <= bar.value() + way <= bar.maximum():
            way = -way
        found.append(timed(partial(bar.setValue, bar.value() + way), window.app.processEvents))
    return found


def jumping(window: Window, rounds: int) -> list[float]:
    """Milliseconds of each jump to somewhere else."""
    bar, chance, found = window.bar, random.Random(2), []
    for _ in range(rounds):
        target = chance.randrange(max(bar.maximum(), 1))
        found.append(timed(partial(bar.setValue, target), window.app.processEvents))
        window.settle()
    return found


class Edits:
    """Edits of the document on the desk, each measured in its two parts, with a bare commit of a span after each."""

    def __init__(self, window: Window, other: Path) -> None:
        self._window = window
        self._other = other
        self.repaints: list[float] = []
        self.commits: list[float] = []
        self.both: list[float] = []
        self.bare: list[float] = []
        self._commit = 0.0

    def run(self, rounds: int) -> None:
        """Add a span, move its border, relabel it, remove it and undo that, at many places."""
        workspace, view = self._window.program.workspace, self._window.program.window.view
        project, document = workspace.project, workspace.document
        assert isinstance(project, ProjectFile)
        assert document is not None
        write = project.write
        chance = random.Random(3)

        def timed_write(step: Step, *, undoes: int | None = None, redoes: int | None = None) -> JournalEntry:
            begin = time.perf_counter()
            entry = write(step, undoes=undoes, redoes=redoes)
            self._commit = (time.perf_counter() - begin) * 1000
            return entry

        project.write = timed_write  # type: ignore[method-assign]
        with closing(bare(self._other)) as conn:
            other = conn.execute("SELECT document, annotator FROM layers LIMIT 1").fetchone()
            for number in range(rounds):
                self._window.bar.setValue(chance.randrange(max(self._window.bar.maximum(), 1)))
                self._window.settle()
                start = view.paths.at_point(view.page.width / 2, view.scroll_y + chance.randrange(50, 500))
                start = min(start, len(view.text) - 40)
                self._one_round(start, document.id, workspace.annotator.id)
                span = Span(
                    id=new_id(), document=other[0], annotator=other[1], start=number, end=number + 7, label="ORG"
                )
                self.bare.append(timed(partial(insert, conn, span)))
        del project.write

    def _one_round(self, start: int, document: str, annotator: str) -> None:
        id = new_id()
        add = AddSpan(document=document, annotator=annotator, start=start, end=start + 7, label="PERS", id=id)
        edits: list[Edit] = [
            add,
            SetBorders(span=id, start=start, end=start + 19),
            Relabel(span=id, label="EVENT"),
            RemoveSpan(span=id),
        ]
        workspace = self._window.program.workspace
        session = workspace.session
        assert session is not None
        for edit in edits:
            self._measure(partial(workspace.do, edit))
        self._measure(session.undo)
        workspace.do(RemoveSpan(span=id))
        self._window.settle()

    def _measure(self, act: Callable[[], object]) -> None:
        total = timed(act, self._window.app.processEvents)
        self.both.append(total)
        self.commits.append(self._commit)
        self.repaints.append(total - self._commit)
        self._window.settle()


# --- the alternative
class Highlighter(QSyntaxHighlighter):
    """Spans as character formats: what one would do without a view of one's own."""

    def __init__(self, document: QTextDocument, text: str, spans: Iterable[Span]) -> None:
        self._starts: dict[int, list[Span]] = {}
        self._lines = [0]
        for line in text.split("\n"):
            self._lines.append(self._lines[-1] + len(line) + 1)
        self._format = QTextCharFormat()
        self._format.setBackground(QColor("#D3F8DF"))
        for span in spans:
            self._starts.setdefault(self._line(span.start), []).append(span)
        super().__init__(document)

    def _line(self, position: int) -> int:
        return bisect_right(self._lines, position) - 1

    def highlightBlock(self, text: str) -> None:
        """Colour the spans of one paragraph."""
        number = self.currentBlock().blockNumber()
        for span in self._starts.get(number, ()):
            self.setFormat(span.start - self._lines[number], span.end - span.start, self._format)

    def change(self, span: Span, add: bool) -> None:
        """Add or remove a span and colour its paragraph anew."""
        number = self._line(span.start)
        spans = self._starts.setdefault(number, [])
        spans.append(span) if add else spans.remove(span)
        self.rehighlightBlock(self.document().findBlockByNumber(number))


def alternative(app: QApplication, text: str, spans: list[Span], rounds: int) -> dict[str, float]:
    """The same with QPlainTextEdit: open (without reading the file), scroll and jump p95, edit p95."""
    edit = QPlainTextEdit()
    edit.resize(900, 820)
    edit.show()
    app.processEvents()
    made: list[Highlighter] = []

    def show() -> None:
        edit.setPlainText(text)
        made.append(Highlighter(edit.document(), text, spans))
        app.processEvents()

    found = {"open": timed(show)}
    bar, chance, way = edit.verticalScrollBar(), random.Random(2), 2
    steps = []
    for _ in range(rounds):
        way = way if 0 <= bar.value() + way <= bar.maximum() else -way
        steps.append(timed(partial(bar.setValue, bar.value() + way), app.processEvents))
    found["scroll"] = p95(steps)
    jumps = [
        timed(partial(bar.setValue, chance.randrange(max(bar.maximum(), 1))), app.processEvents) for _ in range(rounds)
    ]
    found["jump"] = p95(jumps)
    edits = []
    for number in range(rounds):
        cursor = edit.cursorForPosition(edit.viewport().rect().center())
        start = cursor.position()
        span = Span(id=str(number), document="", annotator="", start=start, end=start + 7, label="")
        for add in (True, False):
            edits.append(timed(partial(made[0].change, span, add), app.processEvents))
    found["edit"] = p95(edits)
    edit.close()
    return found


# --- memory and bad text
def resident() -> float:
    """MiB of memory that this process holds (on systems without /proc: the most it ever held)."""
    status = Path("/proc/self/statm")
    if status.exists():
        return int(status.read_text(encoding="ascii").split(" ")[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 2**20 if sys.platform == "darwin" else peak / 2**10


def memory(app: QApplication, folder: Path, path: Path) -> None:
    """In a process of its own: print the MiB that the document of 1M adds to the empty window once all is measured."""
    window = Window(app, folder)
    gc.collect()
    before = resident()
    workspace = window.program.workspace
    workspace.open(path)
    (id,) = [found.id for found in workspace.project.documents() if found.name == "1M"]  # type: ignore[union-attr]
    window.show(id)
    jumping(window, 40)
    view = window.program.window.view
    while 0 in view.page.exact:
        app.processEvents()
    print(resident() - before)
    window.program.end()


def bad_text(window: Window) -> tuple[str, float]:
    """The longest wait for anything done with text that no one should write: which, and milliseconds."""
    view, worst = window.program.window.view, ("", 0.0)
    for name, text in BAD.items():
        acts: list[Callable[[], object]] = [
            partial(view.set_document, text),
            lambda: window.bar.setValue(window.bar.maximum() // 2),
            lambda: view.move_caret(len(view.text) // 2),
            lambda: view.move_caret(view.paths.beside(view.caret, to_left=True), extend=True),
            partial(view.select, 0, len(text)),
        ]
        for act in acts:
            spent = timed(act, window.app.processEvents)
            worst = max(worst, (name, spent), key=lambda found: found[1])
    return worst


# --- learning beside the window
def make_learning_project(folder: Path, sentences: int) -> Path:
    """A project whose first document is read, with documents ahead of it and one of 5k to be edited; closed."""
    project = new_project(folder, "learning")
    me = project.annotator().id
    keys = {entity.id: entity.key for entity in project.label_set().entities}
    gold = wojood("train").first(sentences)
    read = Document(id=new_id(), name="read", text=gold.text)
    layer = Layer(document=read.id, annotator=me, state=State.IN_PROGRESS, read=((0, len(gold.text)),))
    spans = [
        Span(id=new_id(), document=read.id, annotator=me, start=start, end=end, label=keys[label])
        for start, end, label in sorted(gold.spans)
        if label in keys
    ]
    records: list[Record] = [read, layer, *spans]
    project.write(Step("import", me, tuple(Change(None, record) for record in records)))
    project.write(document_step(project, "5k", SIZES["5k"], "\n"))
    lines = wojood("val").text.split("\n")
    for number in range(AHEAD):
        text = "\n".join(lines[number * 10 : number * 10 + 10])
        ahead = Document(id=new_id(), name=f"ahead {number}", text=text, position=number + 2)
        project.write(Step("import", me, (Change(None, ahead),)))
    project.close()
    return project.path


def learning(app: QApplication, folder: Path, rounds: int, sentences: int) -> list[Row]:
    """The rows of edits beside learning."""
    window = Window(app, folder)
    workspace, jobs = window.program.workspace, window.program.jobs
    workspace.open(make_learning_project(folder, sentences))
    assert workspace.project is not None
    documents = {found.name: found.id for found in workspace.project.documents()}
    ahead = [id for name, id in documents.items() if name.startswith("ahead")]
    other = new_project(folder, "beside")
    other.write(document_step(other, "5k", SIZES["5k"], "\n"))
    other.close()
    commands = window.program.window.commands
    commands.suggestions.suggest_for(ahead, said=False)
    while jobs.running:
        window.settle()
    window.show(documents["5k"])
    alone = Edits(window, other.path)
    alone.run(rounds)
    beside, then = Edits(window, other.path), Edits(window, other.path)
    commands.learning.train()
    (training,) = jobs.running
    while training in jobs.running:
        beside.run(1)
    seconds = training.seconds()
    while len(then.repaints) < len(alone.repaints):
        if not jobs.running:  # as after a training
            commands.suggestions.suggest_for([documents["5k"], *ahead], said=False, ahead=True)
        then.run(1)
    while jobs.running:
        window.settle()
    commands.suggestions.suggest_for([documents["5k"], *ahead], said=False, ahead=True)
    stalls = []
    while jobs.running or window.program.window.busy:
        stalls.append(timed(app.processEvents))
    window.program.window.close()
    window.program.end()
    what = "edit, repainted p95"
    return [
        row(what, "5k, training beside", p95(beside.repaints), other=p95(alone.repaints), goal=GOAL_EDIT),
        row(what, "5k, suggesting beside", p95(then.repaints), other=p95(alone.repaints)),
        row("longest wait, suggesting", f"{AHEAD} documents ahead", max(stalls), goal=GOAL_STALL),
        row("training beside edits", f"{sentences} sentences", seconds, "s", goal=GOAL_TRAINING),
    ]


# --- the table
def row(
    what: str, size: str, value: float, unit: str = "ms", other: float | None = None, goal: float | None = None
) -> Row:
    return {
        "what": what,
        "size": size,
        "value": round(value, 3),
        "unit": unit,
        "alternative": None if other is None else round(other, 3),
        "goal": goal,
        "lower_is_better": True,
    }


def measure(app: QApplication, folder: Path, path: Path, quick: bool) -> list[Row]:
    """All rows, in the order of the table."""
    window = Window(app, folder)
    workspace = window.program.workspace
    workspace.open(path)
    assert workspace.project is not None
    by_name = {found.name: found.id for found in workspace.project.documents()}
    ids = {name: by_name[name] for name in (*SIZES, PARAGRAPH)}
    other = new_project(folder, "other")
    other.write(document_step(other, "100k", 100_000, "\n"))
    other.close()
    opened = opening(window, ids, 5 if quick else 15)
    rows: list[Row] = []
    medians: dict[str, tuple[float, float]] = {}
    for name in ids:
        window.show(ids[name])
        text, spans = workspace.document.text, list(workspace.spans())  # type: ignore[union-attr]
        plain = alternative(app, text, spans, 40 if quick else 150)
        rows.append(row("open to first frame", name, opened[name], other=plain["open"], goal=GOAL_OPEN.get(name)))
        steps, jumps = scrolling(window, 120 if quick else 600), jumping(window, 40 if quick else 200)
        rows.append(row("scroll step p95", name, p95(steps), other=plain["scroll"], goal=GOAL_SCROLL))
        rows.append(row("jump p95", name, p95(jumps), other=plain["jump"], goal=GOAL_JUMP))
        edits = Edits(window, other.path)
        edits.run(12 if quick else 60)
        limit = GOAL_PARAGRAPH if name == PARAGRAPH else GOAL_EDIT
        rows.append(row("edit, repainted p95", name, p95(edits.repaints), other=plain["edit"], goal=limit))
        commit, bare_commit = statistics.median(edits.commits), statistics.median(edits.bare)
        rows.append(row("edit, its commit", name, commit, other=bare_commit, goal=GOAL_COMMIT))
        rows.append(row("edit, both together p95", name, p95(edits.both), goal=GOAL_BOTH))
        medians[name] = statistics.median(edits.repaints), statistics.median(steps)
    for index, what in enumerate(("edit p50", "scroll p50")):
        rows.append(row(what, "1M over 5k", medians["1M"][index], other=medians["5k"][index], goal=GOAL_GROWTH))
    name, wait = bad_text(window)
    rows.append(row("longest wait on bad text", name, wait, goal=GOAL_BAD))
    window.program.end()
    return rows


def show(rows: list[Row]) -> None:
    print(f"{'what':26} {'size':22} {'ours':>9} {'other':>9} {'ratio':>6}  goal")
    for found in rows:
        value, beside, goal = found["value"], found["alternative"], found["goal"]
        assert isinstance(value, float)
        ratio = f"{value / beside:.2f}" if isinstance(beside, float) and beside else ""
        other = f"{beside:.2f}" if isinstance(beside, float) else ""
        limit = "" if goal is None else f"≤ {goal} ×" if goal == GOAL_COMMIT else f"≤ {goal} {found['unit']}"
        print(f"{found['what']:26} {found['size']:22} {value:7.2f} {found['unit']:3} {other:>8} {ratio:>6}  {limit}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--quick", action="store_true", help="fewer rounds: under 50 s on two cores")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the rows as JSON")
    parser.add_argument("--memory", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory(prefix="tawsim-") as name:
        folder = Path(name)
        if args.memory:
            memory(app, folder, args.memory)
            return
        path = make_project(folder)
        command = [sys.executable, __file__, "--memory", str(path)]
        taken = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        rows = measure(app, folder, path, args.quick)
        rows.append(row("memory above an empty window", "1M", float(taken), "MiB", goal=GOAL_MEMORY))
        if (SHARED / "wojood").is_dir():
            rows += learning(app, folder, *((12, READ_QUICK) if args.quick else (60, READ)))
    show(rows)
    if args.json:
        args.json.write_text(json.dumps({"rows": rows}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
