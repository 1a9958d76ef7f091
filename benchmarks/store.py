"""The project file: one edit, a bulk import, loading, lists, history, undo; beside bare sqlite3 where it does the same.

`python benchmarks/store.py [--quick] [--json FILE]`. The two sides of a row take turns in one run, in one folder (the
system's temporary one, or `--folder`, which should lie on the disk that is meant); medians. The bare side does the
least that SQLite must do for the same rows: no journal, no check of what stood there, no objects.
"""

import argparse
import gc
import json
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from annotate import labels  # noqa: E402
from annotate.changes import Change, Record, Step  # noqa: E402
from annotate.edits import Accept, AddSpan  # noqa: E402
from annotate.handing_out import handout, recipients  # noqa: E402
from annotate.model import Document, Layer, Span, Suggestion, new_id  # noqa: E402
from annotate.receiving import receive  # noqa: E402
from annotate.session import Session  # noqa: E402
from store.database import create_project, open_project  # noqa: E402
from store.exchange import read_colleague_file, write_handout  # noqa: E402
from store.repository import ProjectFile  # noqa: E402

Row = dict[str, object]

GOAL_COMMIT = 1.5  # times a bare commit of the same row
GOAL_IMPORT = 1.0  # seconds
GOAL_LOAD = 130.0  # milliseconds
WORDS = ["زار", "الرئيس", "القدس", "أمس", "وكازاخستان", "😀", "في", "مدينةِ"]

SPAN_COLUMNS = 'id, document, annotator, start, "end", label, fragments, attributes, note'


def new_project(folder: Path, name: str) -> ProjectFile:
    found = labels.read((ROOT / "seeds/labels/wojood.json").read_text(encoding="utf-8"))
    return create_project(folder / f"{name}.tawsim", labels=found, annotator="benchmark")


def text_of(characters: int) -> str:
    chance = random.Random(1)
    return " ".join(chance.choices(WORDS, k=characters // 4))[:characters]


def with_spans(project: ProjectFile, characters: int, count: int, name: str = "doc") -> Step:
    """A step that brings in a document with evenly spread spans."""
    me = project.annotator().id
    document = Document(id=new_id(), name=name, text=text_of(characters))
    every = characters // count
    spans = (
        Span(id=new_id(), document=document.id, annotator=me, start=n * every, end=n * every + 5, label="GPE")
        for n in range(count)
    )
    layer = Layer(document=document.id, annotator=me)
    return Step("import", me, (Change(None, document), Change(None, layer), *(Change(None, s) for s in spans)))


def timed(act: Callable[[], object]) -> float:
    begin = time.perf_counter()
    act()
    return time.perf_counter() - begin


def span_row(span: Span) -> tuple[object, ...]:
    place = span.id, span.document, span.annotator, span.start, span.end, span.label
    return *place, "[]", "{}", span.note


def bare(path: Path) -> sqlite3.Connection:
    """A bare connection to a project file, as safe as ours: write-ahead log, FULL."""
    conn = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
        conn.execute(f"PRAGMA {pragma}")
    return conn


def commits(folder: Path, rounds: int) -> Row:
    """One span added: planned, checked, journaled and committed, beside a bare insert and commit of its row."""
    ours, other = new_project(folder, "ours"), new_project(folder, "other")
    for project in (ours, other):
        project.write(with_spans(project, 20_000, 500))
    document = ours.documents()[0].id
    session = Session(ours)
    (layer,) = other.layers()
    other.close()
    mine, theirs = [], []
    with closing(bare(other.path)) as conn:
        for n in range(rounds):
            edit = AddSpan(document=document, annotator=session.annotator, start=n, end=n + 3, label="ORG")
            mine.append(timed(partial(session.do, edit)))
            span = Span(
                id=new_id(), document=layer.document, annotator=layer.annotator, start=n, end=n + 3, label="ORG"
            )
            theirs.append(timed(partial(insert, conn, span)))
    ours.close()
    value, alternative = statistics.median(mine) * 1000, statistics.median(theirs) * 1000
    return row("one edit, to the disk", f"{rounds} edits", value, "ms", alternative, GOAL_COMMIT)


def insert(conn: sqlite3.Connection, span: Span) -> None:
    conn.execute("BEGIN IMMEDIATE")
    conn.execute(f"INSERT INTO spans({SPAN_COLUMNS}) VALUES(?,?,?,?,?,?,?,?,?)", span_row(span))
    conn.execute("COMMIT")


def bulk(folder: Path, spans: int, rounds: int) -> Row:
    """An import of many spans in one step, beside `executemany` of the same rows into the same tables."""
    mine, theirs = [], []
    for n in range(rounds):
        ours, other = new_project(folder, f"bulk{n}"), new_project(folder, f"bare{n}")
        step, same = with_spans(ours, 10 * spans, spans), with_spans(other, 10 * spans, spans)
        other.write(Step("import", same.author, same.changes[:2]))
        other.close()
        rows = [span_row(change.after) for change in same.changes if isinstance(change.after, Span)]
        mine.append(timed(partial(ours.write, step)))
        with closing(bare(other.path)) as conn:
            theirs.append(timed(partial(insert_all, conn, rows)))
        ours.close()
    size = f"{spans:,} spans"
    return row("import in one step", size, statistics.median(mine), "s", statistics.median(theirs), GOAL_IMPORT)


def insert_all(conn: sqlite3.Connection, rows: list[tuple[object, ...]]) -> None:
    conn.execute("BEGIN IMMEDIATE")
    conn.executemany(f"INSERT INTO spans({SPAN_COLUMNS}) VALUES(?,?,?,?,?,?,?,?,?)", rows)
    conn.execute("COMMIT")


def loading(folder: Path, rounds: int) -> Row:
    """A long document and its layer as records, beside the same rows as tuples."""
    project = new_project(folder, "load")
    project.write(with_spans(project, 1_000_000, 25_000))
    (document,) = project.documents()
    me = project.annotator().id
    project.close()
    mine, theirs = [], []
    gc.collect()
    for _ in range(rounds):
        opened = open_project(project.path, write=False)
        mine.append(timed(partial(load, opened, document.id, me)))
        opened.close()
        with closing(sqlite3.connect(project.path)) as conn:
            theirs.append(timed(partial(fetch, conn, document.id, me)))
    value, alternative = statistics.median(mine) * 1000, statistics.median(theirs) * 1000
    return row("load a document", "1,000,000 characters, 25,000 spans", value, "ms", alternative, GOAL_LOAD)


def load(project: ProjectFile, document: str, annotator: str) -> None:
    project.document(document)
    project.spans(document, annotator)


def fetch(conn: sqlite3.Connection, document: str, annotator: str) -> None:
    conn.execute("SELECT text FROM documents WHERE id = ?", (document,)).fetchone()
    layer = f'SELECT {SPAN_COLUMNS} FROM spans WHERE document = ? AND annotator = ? ORDER BY start, "end" DESC, label'
    conn.execute(layer, (document, annotator)).fetchall()


def corpus(folder: Path, documents: int) -> list[Row]:
    """A corpus of many documents: listed, taken back and brought again."""
    project = new_project(folder, "corpus")
    me = project.annotator().id
    text = text_of(3_000)
    changes: list[Change] = []
    for position in range(documents):
        document = Document(id=new_id(), name=f"doc-{position}", text=f"{position} {text}", position=position)
        changes += [Change(None, document), Change(None, Layer(document=document.id, annotator=me))]
        changes += [
            Change(None, Span(id=new_id(), document=document.id, annotator=me, start=n, end=n + 4, label="GPE"))
            for n in range(0, 100, 10)
        ]
    step = Step("import", me, tuple(changes))
    size = f"{documents:,} documents"
    session = Session(project)
    rows = [row("import documents with 10 spans each", size, timed(lambda: project.write(step)), "s")]
    listed = statistics.median(timed(project.documents) for _ in range(5)) * 1000
    rows.append(row("list of documents with counts", size, listed, "ms"))
    rows.append(row("undo the import", size, timed(session.undo), "s"))
    rows.append(row("redo the import", size, timed(session.redo), "s"))
    project.close()
    return rows


def history(folder: Path, count: int) -> list[Row]:
    """What the inspector asks on each selection, of a span that came with many others in one step."""
    project = new_project(folder, "history")
    me = project.annotator().id
    project.write(with_spans(project, 10 * count, 1))
    (document,) = project.documents()
    found = [
        Suggestion(document=document.id, annotator=me, start=10 * n, end=10 * n + 3, label="ORG", by="places")
        for n in range(count)
    ]
    project.replace_suggestions(document.id, me, found)
    session = Session(project)
    size = f"{count:,} suggestions"
    rows = [row("accept at once", size, timed(lambda: session.do(Accept(suggestions=tuple(found)))), "s")]
    span = project.spans(document.id, me)[count // 2]
    asked = statistics.median(timed(lambda: project.history(span)) for _ in range(20)) * 1000
    rows.append(row("history of one of its spans", size, asked, "ms"))
    rows.append(row("undo at once", size, timed(session.undo), "s"))
    project.close()
    return rows


def merging(folder: Path, people: int, documents: int) -> list[Row]:
    """Colleagues' files, each with a layer of every document, received by the lead."""
    lead = new_project(folder, "lead")
    session = Session(lead)
    text = text_of(1_500)
    new = [Document(id=new_id(), name=f"d{n}", text=f"{n} {text}", position=n) for n in range(documents)]
    lead.write(Step("import", session.annotator, tuple(Change(None, document) for document in new)))
    reading, receiving = 0.0, 0.0
    for number, person in enumerate(recipients(lead, [f"annotator {number}" for number in range(people)])):
        path = folder / f"{number}.tawsim"
        write_handout(path, handout(lead, person, [document.id for document in new]))
        theirs = open_project(path)
        records: list[Record] = []
        for document in new:
            records.append(Layer(document=document.id, annotator=person.id))
            records += [
                Span(id=new_id(), document=document.id, annotator=person.id, start=n, end=n + 5, label="GPE")
                for n in range(0, 200, 10)
            ]
        theirs.write(Step("add_spans", person.id, tuple(Change(None, record) for record in records)))
        theirs.close()
        begin = time.perf_counter()
        file = read_colleague_file(path)
        reading += time.perf_counter() - begin
        receiving += timed(partial(receive, session, file))
    lead.close()
    size = f"{people} × {documents:,} documents, 20 spans each"
    return [row("read and check colleagues' files", size, reading, "s"), row("receive them", size, receiving, "s")]


def row(
    what: str, size: str, value: float, unit: str, alternative: float | None = None, goal: float | None = None
) -> Row:
    return {
        "what": what,
        "size": size,
        "value": round(value, 4),
        "unit": unit,
        "alternative": None if alternative is None else round(alternative, 4),
        "goal": goal,
        "lower_is_better": True,
    }


def show(rows: list[Row]) -> None:
    print(f"{'what':38} {'size':36} {'ours':>9} {'bare':>9}  {'ratio':>5}  goal")
    for found in rows:
        value, alternative, goal = found["value"], found["alternative"], found["goal"]
        assert isinstance(value, float)
        ratio = f"{value / alternative:.2f}" if isinstance(alternative, float) else ""
        beside = f"{alternative:.2f}" if isinstance(alternative, float) else ""
        limit = "" if goal is None else f"≤ {goal} ×" if goal == GOAL_COMMIT else f"≤ {goal} {found['unit']}"
        print(f"{found['what']:38} {found['size']:36} {value:6.2f} {found['unit']:>2} {beside:>9}  {ratio:>5}  {limit}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--quick", action="store_true", help="fewer rounds: under 50 s on two cores")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the rows as JSON")
    parser.add_argument("--folder", type=Path, help="where the project files are made (default: the temporary folder)")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="tawsim-", dir=args.folder) as name:
        folder = Path(name)
        rows = [commits(folder, 100 if args.quick else 500)]
        rows.append(bulk(folder, 100_000, 1 if args.quick else 5))
        rows.append(loading(folder, 7 if args.quick else 25))
        rows += corpus(folder, 2_000 if args.quick else 10_000)
        rows += history(folder, 5_000)
        rows += merging(folder, 5, 200 if args.quick else 1_000)
    show(rows)
    if args.json:
        args.json.write_text(json.dumps({"rows": rows}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
