"""Actions for each gold span: manual, with what ships, with what is learnt, one by one and by sentences.

`python benchmarks/effort.py [--quick] [--json FILE] [--svg FILE]`. Gold is replayed through the program's own edits on
a project file; at its end the layer must be the gold, span for span. What it costs:

    select and label a span                                 2
    accept a suggestion · reject one · accept the rest      1
    give a suggestion its right borders or label            2
    peel: label the names inside a span at once             1   (and 1 to remove each wrong one)

A sentence at a time: the wrong ones are mended or rejected, the missing ones added, and one key takes the rest. The
Wojood sample's `train.txt` is learnt from, its `val.txt` annotated; of ANERcorp the test part in order, where what was
decided for the same words before is suggested on the way.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from annotate import labels, model  # noqa: E402
from annotate.arabic.sentences import sentences  # noqa: E402
from annotate.changes import Change, Step  # noqa: E402
from annotate.edits import AcceptEdited, AcceptRest, AddSpan, Reject  # noqa: E402
from annotate.model import Document, Suggestion, new_id  # noqa: E402
from annotate.session import Session  # noqa: E402
from annotate.suggest.decided import Decided, shares  # noqa: E402
from annotate.suggest.learned import Learned, train  # noqa: E402
from annotate.suggest.lessons import Lesson, lessons  # noqa: E402
from annotate.suggest.making.corpus import read_bio, spans_of  # noqa: E402
from annotate.suggest.peel import peel  # noqa: E402
from annotate.suggest.places import load_places  # noqa: E402
from annotate.suggest.proposals import Rules, Source, propose  # noqa: E402
from annotate.suggest.run import keep  # noqa: E402
from annotate.suggest.starter import load_starter  # noqa: E402
from store.database import create_project  # noqa: E402
from store.repository import ProjectFile  # noqa: E402

SHARED = Path(os.environ.get("TAWSIM_SHARED") or ROOT.parent / "shared" / "data")
SEEDS = ROOT / "seeds"
LEARNT = (0, 20, 50, 100, 200, 400, 800)
MANUAL = 2.0
NESTED_GOALS = {100: 1.25, 400: 1.00, 800: 0.85}
FLAT_GOALS = {800: 1.00}
DECIDED_GOAL = 0.90
TRAINING_GOAL = 15.0
# After so many sentences those ahead get what was decided.
_REFRESH = 10

Span = tuple[int, int, str]
Row = dict[str, object]


# --- gold


@dataclass(frozen=True, slots=True)
class Gold:
    """A text with one sentence a line, and its spans in code points."""

    text: str
    spans: frozenset[Span]

    def first(self, lines: int) -> Gold:
        """The first so many lines."""
        text = "".join(line + "\n" for line in self.text.split("\n")[:-1][:lines])
        return Gold(text, frozenset(span for span in self.spans if span[1] <= len(text)))

    def flat(self) -> Gold:
        """The outermost spans alone."""
        kept: list[Span] = []
        for start, end, label in sorted(self.spans, key=lambda span: (span[0] - span[1], span)):
            if all(end <= s or e <= start for s, e, _ in kept):
                kept.append((start, end, label))
        return Gold(self.text, frozenset(kept))


def wojood(part: str) -> Gold:
    rows = []
    for block in (SHARED / "wojood" / f"{part}.txt").read_text(encoding="utf-8").strip().split("\n\n"):
        lines = [line.split(" ") for line in block.split("\n") if line and not line.startswith("$#$")]
        kinds = sorted({tag[2:] for fields in lines for tag in fields[1:] if tag != "O"})
        tagged = [[next((t for t in fields[1:] if t[2:] == kind), "O") for fields in lines] for kind in kinds]
        rows.append(([fields[0] for fields in lines], [span for tags in tagged for span in spans_of(tags)]))
    return _gold(rows)


def anercorp() -> Gold:
    sentences = read_bio(SHARED / "anercorp/test.bio")
    return _gold(([form for form, _ in pairs], spans_of([tag for _, tag in pairs])) for pairs in sentences)


def _gold(rows: Iterable[tuple[list[str], list[Span]]]) -> Gold:
    text, spans = "", set[Span]()
    for forms, here in rows:
        places = []
        for form in forms:
            places.append((len(text), len(text) + len(form)))
            text += form + " "
        text = text[:-1] + "\n"
        spans |= {(places[start][0], places[end - 1][1], label) for start, end, label in here}
    return Gold(text, frozenset(spans))


# --- an editor at work


@dataclass
class Editor:
    """Annotates a document of a project sentence by sentence until it is as the gold, and counts what it costs."""

    project: ProjectFile
    gold: Gold
    rules: Rules
    refresh: int = 0
    actions: int = 0
    one_by_one: int = 0
    right: int = 0
    proposed: int = 0
    document: Document = field(init=False)
    session: Session = field(init=False)

    def __post_init__(self) -> None:
        self.document = Document(id=new_id(), name="gold", text=self.gold.text)
        self.session = Session(self.project)
        step = Step("import", self.project.annotator().id, (Change(None, self.document),))
        self.project.write(step)

    def suggest(self, sources: Sequence[Source]) -> None:
        found, _ = propose(self.gold.text, sources, self.rules)
        keep(self.project, self.document.id, found, [source.name for source in sources], self.rules)

    def work(self) -> None:
        for number, (start, end) in enumerate(sentences(self.gold.text), start=1):
            self._sentence(start, end)
            if self.refresh and number % self.refresh == 0:
                self.suggest([Decided(shares(lessons(self.project)))])
        done = {(s.start, s.end, s.label) for s in self._spans()}
        if done != self.gold.spans:
            raise AssertionError(f"{len(done ^ self.gold.spans)} spans are not as the gold")

    def _sentence(self, start: int, end: int) -> None:
        there = {(s.start, s.end, s.label) for s in self._spans(start, end)}
        gold = {span for span in self.gold.spans if start <= span[0] and span[1] <= end} - there
        pending = [s for s in self.project.suggestions(self.document.id, self._me()) if start <= s.start < end]
        right = {(s.start, s.end, s.label) for s in pending} & gold
        self.right += len(right)
        self.proposed += len(pending)
        missing = gold - right
        for suggestion in pending:
            if (suggestion.start, suggestion.end, suggestion.label) not in right:
                self._mend(suggestion, missing)
        for span in sorted(missing):
            self._add(span)
        self.one_by_one += len(right)
        if right:
            self.actions += 1
        self.session.do(AcceptRest(document=self.document.id, annotator=self._me(), start=start, end=end))

    def _mend(self, suggestion: Suggestion, missing: set[Span]) -> None:
        """Give a wrong suggestion the borders and label of a missing span that it touches, else reject it."""
        touched = [span for span in missing if span[0] < suggestion.end and suggestion.start < span[1]]
        if not touched:
            self._count(1)
            self.session.do(Reject(suggestions=(suggestion,)))
            return
        nearest = min(touched, key=lambda s: (abs(s[0] - suggestion.start) + abs(s[1] - suggestion.end), s))
        missing.remove(nearest)
        self._count(2)
        start, end, label = nearest
        self.session.do(AcceptEdited(suggestion=suggestion, start=start, end=end, label=label))

    def _add(self, span: Span) -> None:
        start, end, label = span
        self._count(2)
        self.session.do(AddSpan(document=self.document.id, annotator=self._me(), start=start, end=end, label=label))

    def _count(self, actions: int) -> None:
        self.actions += actions
        self.one_by_one += actions

    def _spans(self, start: int = 0, end: int | None = None) -> Sequence[model.Span]:
        return self.project.spans(self.document.id, self._me(), start, end)

    def _me(self) -> str:
        return self.project.annotator().id

    @property
    def f1(self) -> float:
        return 200 * self.right / max(1, self.proposed + len(self.gold.spans))


@dataclass(frozen=True, slots=True)
class Result:
    """Actions for each gold span, a sentence at a time and one by one, and F1 of the suggestions."""

    rest: float
    one_by_one: float
    f1: float


def annotate(gold: Gold, sources: Sequence[Source], label_set: str, folder: Path, *, refresh: int = 0) -> Result:
    """Annotate a text; every ``refresh`` sentences what was decided so far is suggested for those ahead."""
    known = labels.read((SEEDS / "labels" / f"{label_set}.json").read_text(encoding="utf-8"))
    project = create_project(folder / f"{new_id()}.tawsim", labels=known, annotator="editor")
    try:
        editor = Editor(project, gold, Rules(known, clitics="word"), refresh)
        editor.suggest(sources)
        editor.work()
    finally:
        project.close()
    number = len(gold.spans)
    return Result(editor.actions / number, editor.one_by_one / number, editor.f1)


def learning(steps: Sequence[int], folder: Path, *, flat: bool) -> list[Row]:
    """The Wojood sample after so many sentences: what ships, then the learned source."""
    starter = load_starter(SEEDS)
    lesson, gold = wojood("train"), wojood("val")
    lesson, gold = (lesson.flat(), gold.flat()) if flat else (lesson, gold)
    kind = "outermost spans" if flat else "nested spans"
    rows: list[Row] = []
    for number in steps:
        sources: list[Source] = [load_places(SEEDS), starter]
        if number:
            read = lesson.first(number)
            begin = time.process_time()
            learnt = [Lesson(read.text, ((0, len(read.text)),), tuple(read.spans))]
            models = train(learnt, starter)
            if not flat:
                goal = TRAINING_GOAL if number == 400 else None
                rows.append(
                    row("training all labels, one core", f"{number} sentences", time.process_time() - begin, "s", goal)
                )
            sources = [Learned(models, starter), Decided(shares(learnt))]
        result = annotate(gold, sources, "wojood", folder)
        size = f"Wojood val, {kind}, {number} learnt from"
        goals = FLAT_GOALS if flat else NESTED_GOALS
        rows.append(row("actions a span, accept the rest", size, result.rest, "", goals.get(number), MANUAL))
        rows.append(row("actions a span, one by one", size, result.one_by_one, "", None, MANUAL))
        rows.append(row("F1 of suggestions", size, result.f1, "%", None, lower=False))
    return rows


def own_domain(lines: int | None, folder: Path) -> list[Row]:
    """ANERcorp's test part in order, with what ships, without and with what was decided on the way."""
    gold = anercorp() if lines is None else anercorp().first(lines)
    rows: list[Row] = []
    for refresh in (0, _REFRESH):
        result = annotate(gold, [load_starter(SEEDS)], "anercorp", folder, refresh=refresh)
        size, goal = ("ANERcorp test, decided on the way", DECIDED_GOAL) if refresh else ("ANERcorp test", None)
        rows.append(row("actions a span, accept the rest", size, result.rest, "", goal, MANUAL))
        rows.append(row("actions a span, one by one", size, result.one_by_one, "", None, MANUAL))
    return rows


def peeling() -> list[Row]:
    """Actions for each nested span that ends where the one around it ends: by hand, and peeled."""
    gold = wojood("val")
    known = labels.read((SEEDS / "labels/wojood.json").read_text(encoding="utf-8"))
    inner_spans = actions = 0
    for start, end, _ in gold.flat().spans:
        inner = {span for span in gold.spans if span[1] == end and span[0] > start}
        if not inner:
            continue
        offered = set(peel(gold.text, start, end, known, SEEDS))
        right = inner & offered
        inner_spans += len(inner)
        # The key is dead where nothing is offered.
        actions += (1 + len(offered - right) if offered else 0) + 2 * len(inner - right)
    return [
        row("actions a nested span, peeled", f"{inner_spans} in Wojood val", actions / inner_spans, "", None, MANUAL)
    ]


def row(
    what: str,
    size: str,
    value: float,
    unit: str,
    goal: float | None = None,
    alternative: float | None = None,
    *,
    lower: bool = True,
) -> Row:
    return {
        "what": what,
        "size": size,
        "value": round(value, 3),
        "unit": unit,
        "alternative": alternative,
        "goal": goal,
        "lower_is_better": lower,
    }


# --- the picture


def picture(rows: Sequence[Row]) -> str:
    """Actions for each span by sentences learnt from, as SVG."""
    width, height, left, top = 640, 360, 60, 30

    def x(at: int) -> float:
        return left + at * (width - left - 40) / (len(LEARNT) - 1)

    def y(value: float) -> float:
        return top + (MANUAL - value) * (height - top - 50) / 1.5

    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"',
        ' font-family="sans-serif" font-size="12">',
        f'<rect width="{width}" height="{height}" fill="white"/>',
    ]
    for value in (0.5, 1.0, 1.5, 2.0):
        lines.append(f'<path d="M{left} {y(value):.1f}H{width - 40}" stroke="#ccc"/>')
        lines.append(f'<text x="28" y="{y(value) + 4:.1f}">{value}</text>')
    for at, number in enumerate(LEARNT):
        lines.append(f'<text x="{x(at):.1f}" y="{height - 28}" text-anchor="middle">{number}</text>')
    lines.append(f'<text x="{width / 2}" y="{height - 8}" text-anchor="middle">sentences learnt from</text>')
    curves = (
        ("nested spans, accept the rest", "#0a7d5a"),
        ("nested spans, one by one", "#9a6a00"),
        ("outermost spans, accept the rest", "#2f5fd0"),
    )
    for place, (name, colour) in enumerate(curves):
        spans, _, way = name.partition(", ")
        values = {
            int(str(r["size"]).split(" ")[-3]): r["value"]
            for r in rows
            if r["what"] == f"actions a span, {way}" and f"{spans}," in str(r["size"])
        }
        points = [(x(at), y(float(str(values[number])))) for at, number in enumerate(LEARNT) if number in values]
        path = " ".join(f"{px:.1f},{py:.1f}" for px, py in points)
        lines.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        lines.append(f'<text x="{left + 8}" y="{height - 90 + 16 * place}" fill="{colour}">{name}</text>')
    return "\n".join([*lines, "</svg>", ""])


def show(rows: Sequence[Row]) -> None:
    print(f"{'what':34} {'size':46} {'value':>8}    {'manual':>6}  goal")
    for found in rows:
        beside = "" if found["alternative"] is None else f"{found['alternative']:6.2f}"
        goal = "" if found["goal"] is None else f"≤ {found['goal']}"
        print(f"{found['what']:34} {found['size']:46} {found['value']:8.2f} {found['unit']:2} {beside:>6}  {goal}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument(
        "--quick", action="store_true", help="fewer steps and half of ANERcorp: under 50 s on two cores"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the rows as JSON")
    parser.add_argument("--svg", type=Path, metavar="FILE", help="draw the actions by sentences learnt from")
    args = parser.parse_args()
    steps = (0, 100, 400) if args.quick else LEARNT
    with tempfile.TemporaryDirectory(prefix="tawsim-") as name:
        folder = Path(name)
        rows = learning(steps, folder, flat=False)
        rows += [] if args.quick else learning(steps, folder, flat=True)
        rows += own_domain(300 if args.quick else None, folder)
        rows += peeling()
    show(rows)
    if args.json:
        args.json.write_text(json.dumps({"rows": rows}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    if args.svg:
        args.svg.write_text(picture(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
