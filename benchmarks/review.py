"""Comparing colleagues: agreement, α, comparison and adjudication by rule, in memory and from a project file.

`python benchmarks/review.py [--quick] [--json FILE]`. Documents of 500 words in which five annotators mark nearly the
same 60 spans. The α of the `krippendorff` package is measured beside ours on the same tokens.
"""

import argparse
import json
import random
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

import krippendorff  # noqa: E402
import numpy as np  # noqa: E402

from annotate import labels  # noqa: E402
from annotate.changes import Change, Step  # noqa: E402
from annotate.model import Annotator, Document, Layer, Span, State  # noqa: E402
from annotate.review.adjudication import AdjudicateByRule  # noqa: E402
from annotate.review.agreement import agreement  # noqa: E402
from annotate.review.coefficients import alpha  # noqa: E402
from annotate.review.compare import compare  # noqa: E402
from annotate.review.figures import figures  # noqa: E402
from annotate.review.layers import Annotations, DocumentLayers, read_layers  # noqa: E402
from store.database import create_project  # noqa: E402
from store.repository import ProjectFile  # noqa: E402

Row = dict[str, object]

GOAL_AGREEMENT = 2.0  # seconds for 200 documents of 5 annotators
PEOPLE = [f"A{n}" for n in range(5)]
LABELS = ["PERS", "ORG", "GPE", "DATE"]
WORDS = ["زار", "الرئيس", "القدس", "أمس", "وكازاخستان", "في", "مدينةِ", "طاجيكستان"]


def corpus(documents: int) -> list[DocumentLayers]:
    """Every annotator leaves out a tenth and moves the end of a third of the spans."""
    chance = random.Random(1)
    found = []
    for number in range(documents):
        words = chance.choices(WORDS, k=500)
        text, starts = "", []
        for word in words:
            starts.append(len(text))
            text += f"{word} "
        places = [(chance.randrange(490), chance.choice(LABELS)) for _ in range(60)]
        id = f"d{number}"
        layers = {}
        for who in PEOPLE:
            spans = {}
            for place, label in places:
                end = place + chance.choice([1, 1, 2])
                if chance.random() < 0.9:
                    spans[place, label] = Span(
                        id=f"{id}{who}{place}{label}",
                        document=id,
                        annotator=who,
                        start=starts[place],
                        end=starts[end] - 1,
                        label=label,
                    )
            layer = Layer(document=id, annotator=who, state=State.DONE, read=((0, len(text)),))
            layers[who] = Annotations(layer, tuple(spans.values()))
        found.append(DocumentLayers(Document(id=id, name=id, text=text, position=number), layers))
    return found


def project_of(documents: list[DocumentLayers], folder: Path) -> ProjectFile:
    label_set = labels.read((ROOT / "seeds/labels/wojood.json").read_text(encoding="utf-8"))
    project = create_project(folder / "review.tawsim", labels=label_set, annotator="Lead")
    changes = [Change(None, Annotator(id=who, name=who)) for who in PEOPLE]
    for held in documents:
        changes.append(Change(None, held.document))
        for work in held.layers.values():
            changes.append(Change(None, work.layer))
            changes += [Change(None, span) for span in work.spans]
    project.write(Step("import", project.annotator().id, tuple(changes)))
    return project


def timed(act: Callable[[], object], times: int) -> float:
    """The median of so many runs, in seconds."""
    taken = []
    for _ in range(times):
        begin = time.perf_counter()
        act()
        taken.append(time.perf_counter() - begin)
    return statistics.median(taken)


def units(documents: list[DocumentLayers]) -> list[tuple[str, ...]]:
    """The values of every token, an annotator each."""
    found = []
    for held in documents:
        for start, end in held.tokens:
            given = [
                "|".join(sorted({s.label for s in work.spans if s.start < end and start < s.end})) or "O"
                for work in held.layers.values()
            ]
            found.append(tuple(given))
    return found


def alpha_row(documents: list[DocumentLayers]) -> Row:
    values = units(documents)
    domain = sorted({value for unit in values for value in unit})
    counts = np.array([[unit.count(value) for value in domain] for unit in values])
    ours = timed(lambda: alpha(Counter(tuple(sorted(unit)) for unit in values)), 3)
    theirs = timed(lambda: krippendorff.alpha(value_counts=counts, level_of_measurement="nominal"), 3)
    return row("α of a tokens' values", f"{len(values):,} tokens", ours, theirs, None)


def row(what: str, size: str, value: float, alternative: float | None, goal: float | None) -> Row:
    return {
        "what": what,
        "size": size,
        "value": round(value, 4),
        "unit": "s",
        "alternative": None if alternative is None else round(alternative, 4),
        "goal": goal,
        "lower_is_better": True,
    }


def measure(quick: bool) -> list[Row]:
    times = 1 if quick else 5
    documents = corpus(200)
    size = "200 documents, 5 annotators"
    import scipy.sparse.csgraph  # noqa: F401 (its import is paid once a program, not once a call)

    rows = [
        row(
            "agreement of all pairs and α",
            size,
            timed(lambda: agreement(documents, PEOPLE), times),
            None,
            GOAL_AGREEMENT,
        )
    ]
    rows.append(
        row("comparison of all five", size, timed(lambda: [compare(held) for held in documents], times), None, None)
    )
    rows.append(alpha_row(documents[:20]))
    with tempfile.TemporaryDirectory(prefix="tawsim-") as folder:
        project = project_of(documents, Path(folder))
        read = timed(lambda: list(read_layers(project, PEOPLE)), times)
        rows.append(row("layers read from the file", size, read, None, None))
        rows.append(row("all figures of the overview", size, timed(lambda: figures(project), times), None, None))
        edit = AdjudicateByRule(annotators=tuple(PEOPLE))
        rows.append(row("what all agree on, planned", size, timed(lambda: edit.plan(project), 1), None, None))
        project.close()
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one run of each")
    parser.add_argument("--json", metavar="FILE", type=Path, help="write the rows as JSON")
    args = parser.parse_args()
    rows = measure(args.quick)
    for found in rows:
        beside = "" if found["alternative"] is None else f"  (krippendorff {found['alternative']} s)"
        goal = "" if found["goal"] is None else f"  goal {found['goal']} s"
        print(f"{found['what']:34} {found['size']:30} {found['value']:8.3f} s{goal}{beside}")
    if args.json:
        args.json.write_text(json.dumps({"rows": rows}, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
