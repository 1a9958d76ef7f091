"""Actions for each gold span: manual, with what ships, with what is learnt, one by one and by sentences.

`python benchmarks/effort.py [--quick] [--json FILE] [--svg FILE]`. Gold is replayed through the program's own edits on
a project file; at its end the layer must be the gold, span for span. What it costs:

    select and label a span                                 2
    accept a suggestion · reject one · accept the rest      1
    give a suggestion its right borders or label            2
    peel: label the names inside a span at once             1   (and 1 to remove each wrong one)

A sentence at a time: the wrong ones are mended or rejected, the missing ones added, and one key takes the rest. The
sources are those of a new project, with what its history makes of them. The Wojood sample's `train.txt` is annotated
and learnt from step by step, and at each step its `val.txt` annotated, by what was learnt so far alone; then once more
as the program goes on, which suggests what was just decided in the sentences ahead. Of ANERcorp it is the test part in
order, without, with that, and with models that are trained again every hundred sentences.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
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
from annotate.suggest.learned_setting import Learnt, keep_learned, nests, often_wrong  # noqa: E402
from annotate.suggest.lessons import lessons  # noqa: E402
from annotate.suggest.making.corpus import read_bio, spans_of  # noqa: E402
from annotate.suggest.on_the_way import on_the_way  # noqa: E402
from annotate.suggest.peel import peel  # noqa: E402
from annotate.suggest.places import load_places  # noqa: E402
from annotate.suggest.proposals import Rules, Source, propose  # noqa: E402
from annotate.suggest.run import keep, rules_of  # noqa: E402
from annotate.suggest.starter import load_starter  # noqa: E402
from annotate.vocabulary import clitics_of  # noqa: E402
from benchmarks.effort_picture import picture  # noqa: E402
from store.database import create_project  # noqa: E402
from store.repository import ProjectFile  # noqa: E402

SHARED = Path(os.environ.get("TAWSIM_SHARED") or ROOT.parent / "shared" / "data")
SEEDS = ROOT / "seeds"
LEARNT = (0, 20, 50, 100, 200, 400, 800)
MANUAL = 2.0
NESTED_GOALS = {100: 1.25, 400: 1.00, 800: 0.85}
FLAT_GOALS = {800: 1.00}
DECIDED_GOAL = 0.90
ANERCORP_TEST = 918
"""Sentences of ANERcorp's test part."""
TRAINING_GOAL = 15.0
# So many sentences of ANERcorp are annotated between two trainings.
_TRAINED_EVERY = 100

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
    ahead: bool
    place: int = 0
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
        self._left = iter(sentences(self.gold.text))

    def suggest(self, sources: Sequence[Source], rules: Rules) -> None:
        """Have what lies ahead suggested."""
        found, _ = propose(self.gold.text, sources, rules)
        ran = [source.name for source in sources]
        keep(self.project, self.document.id, found, ran, rules, spare=(0, self.place))

    def work(self, rules: Rules, number: int | None = None) -> None:
        """Annotate the next so many sentences, or all that are left."""
        for start, end in itertools.islice(self._left, number):
            self._sentence(start, end)
            self.place = end
            if self.ahead:
                near = on_the_way(self.project, self.document.id, end, rules)
                keep(self.project, self.document.id, near.proposals(rules), (), rules, stretch=near.stretch)
        done = {(s.start, s.end, s.label) for s in self._spans(0, self.place)}
        if done != {span for span in self.gold.spans if span[0] < self.place}:
            raise AssertionError("the spans are not as the gold")

    def _sentence(self, start: int, end: int) -> None:
        there = {(s.start, s.end, s.label) for s in self._spans(start, end)}
        gold = {span for span in self.gold.spans if start <= span[0] and span[1] <= end} - there
        stretch = start, end
        pending = self.project.suggestions(self.document.id, self._me(), stretch=stretch)
        pending = [s for s in pending if start <= s.start < end]
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


class Desk:
    """A project in which a text is annotated: with the sources that a new one has, and what is learnt on the way."""

    def __init__(self, gold: Gold, label_set: str, folder: Path, *, ahead: bool) -> None:
        known = labels.read((SEEDS / "labels" / f"{label_set}.json").read_text(encoding="utf-8"))
        self.project = create_project(folder / f"{new_id()}.tawsim", labels=known, annotator="editor")
        # Both corpora have whole words in their spans.
        self.project.set_setting("clitics", "word")
        self.starter = load_starter(SEEDS)
        self.sources: list[Source] = [load_places(SEEDS), self.starter]
        self.editor = Editor(self.project, gold, ahead)
        self.editor.suggest(self.sources, self.rules())

    def rules(self) -> Rules:
        """The project's rules as they are now."""
        return rules_of(self.project, clitics_of(self.project))

    def annotate(self, number: int | None = None) -> Editor:
        """Annotate the next so many sentences, or all that are left."""
        self.editor.work(self.rules(), number)
        return self.editor

    def learn(self) -> float:
        """Learn from all that was read and decided; returns the seconds of one core that the training took."""
        found = lessons(self.project, clitics=clitics_of(self.project))
        begin = time.process_time()
        models = train(found, self.starter)
        seconds = time.process_time() - begin
        keep_learned(self.project, Learnt(dict.fromkeys(models, ""), 0, often_wrong(self.project), nests(found)))
        self.sources[2:] = [Learned(models, self.starter), Decided(shares(found))]
        self.editor.suggest(self.sources, self.rules())
        return seconds

    def try_out(self, gold: Gold, folder: Path, *, ahead: bool) -> Editor:
        """Annotate another text with what this project has learnt, and forget it."""
        rules = self.rules()
        beside = create_project(folder / f"{new_id()}.tawsim", labels=rules.labels, annotator="editor")
        with closing(beside):
            editor = Editor(beside, gold, ahead)
            editor.suggest(self.sources, rules)
            editor.work(rules)
        return editor


def learning(steps: Sequence[int], folder: Path, *, flat: bool) -> Iterator[Row]:
    """The Wojood sample after so many sentences: with what ships, then with what was learnt."""
    lesson, gold = wojood("train").first(steps[-1]), wojood("val")
    lesson, gold = (lesson.flat(), gold.flat()) if flat else (lesson, gold)
    kind = "outermost spans" if flat else "nested spans"
    goals = FLAT_GOALS if flat else NESTED_GOALS
    desk, read = Desk(lesson, "wojood", folder, ahead=True), 0
    with closing(desk.project):
        for number in steps:
            if number:
                desk.annotate(number - read)
                read, seconds = number, desk.learn()
                if not flat:
                    goal = TRAINING_GOAL if number == 400 else None
                    yield row("training all labels, one core", f"{number} sentences", seconds, "s", goal)
            size = f"Wojood val, {kind}, {number} learnt from"
            editor = desk.try_out(gold, folder, ahead=False)
            yield from costs(editor, size, goals.get(number))
            yield row("F1 of suggestions", size, editor.f1, "%", None, lower=False)
            if not flat:
                yield from costs(desk.try_out(gold, folder, ahead=True), f"{size}, and on the way")


def own_domain(lines: int, folder: Path) -> Iterator[Row]:
    """ANERcorp's test part in order, with what ships, with what was decided on the way, and with what was learnt."""
    gold = anercorp().first(lines)
    for ahead in (False, True):
        desk = Desk(gold, "anercorp", folder, ahead=ahead)
        with closing(desk.project):
            size, goal = ("ANERcorp test, decided on the way", DECIDED_GOAL) if ahead else ("ANERcorp test", None)
            yield from costs(desk.annotate(), size, goal)
    desk = Desk(gold, "anercorp", folder, ahead=True)
    with closing(desk.project):
        for _ in range(_TRAINED_EVERY, lines, _TRAINED_EVERY):
            desk.annotate(_TRAINED_EVERY)
            desk.learn()
        yield from costs(desk.annotate(), "ANERcorp test, decided and learnt on the way", DECIDED_GOAL)


def costs(editor: Editor, size: str, goal: float | None = None) -> Iterator[Row]:
    """Actions for each span of what was annotated."""
    spans = len(editor.gold.spans)
    yield row("actions a span, accept the rest", size, editor.actions / spans, "", goal, MANUAL)
    yield row("actions a span, one by one", size, editor.one_by_one / spans, "", None, MANUAL)


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


def show(rows: Sequence[Row]) -> None:
    print(f"{'what':34} {'size':54} {'value':>8}    {'manual':>6}  goal")
    for found in rows:
        beside = "" if found["alternative"] is None else f"{found['alternative']:6.2f}"
        goal = "" if found["goal"] is None else f"≤ {found['goal']}"
        print(f"{found['what']:34} {found['size']:54} {found['value']:8.2f} {found['unit']:2} {beside:>6}  {goal}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument(
        "--quick", action="store_true", help="fewer steps and half of ANERcorp: under 50 s on two cores"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the rows as JSON")
    parser.add_argument("--svg", type=Path, metavar="FILE", help="draw actions and F1 by sentences learnt from")
    args = parser.parse_args()
    steps = (0, 100, 400) if args.quick else LEARNT
    with tempfile.TemporaryDirectory(prefix="tawsim-") as name:
        folder = Path(name)
        rows = list(learning(steps, folder, flat=False))
        rows += [] if args.quick else learning(steps, folder, flat=True)
        rows += own_domain(300 if args.quick else ANERCORP_TEST, folder)
        rows += peeling()
    show(rows)
    if args.json:
        args.json.write_text(json.dumps({"rows": rows}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    if args.svg:
        args.svg.write_text(picture(rows, steps), encoding="utf-8")


if __name__ == "__main__":
    main()
