"""Between two trainings: what was decided just before, suggested for what comes next in the document.

It looks a page or two back and some sentences ahead. That takes a few milliseconds, in a book as in a letter, so that
the next sentence has its suggestions before one comes to it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from annotate.project import Project
from annotate.suggest.decided import Decided, shares
from annotate.suggest.lessons import Lesson
from annotate.suggest.proposals import Proposal, Rules, adapt

BACK, AHEAD = 3_000, 1_000
"""Code points that are looked at. What lies farther ahead comes into sight with the next sentences that are read."""


@dataclass(frozen=True, slots=True)
class OnTheWay:
    """A layer around the place that one has come to.

    ``before`` is what was decided up to ``place`` (a code point of the document), ``ahead`` the text from there on;
    with ``cut`` the document goes on behind it.
    """

    document: str
    place: int
    before: Lesson
    ahead: str
    cut: bool

    @property
    def stretch(self) -> tuple[int, int]:
        """What is looked at ahead: start and end in code points of the document."""
        return self.place, self.place + len(self.ahead)

    def proposals(self, rules: Rules) -> list[Proposal]:
        """What the names decided before say of what lies ahead, in code points of the document."""
        found = Decided(shares([self.before])).propose(self.ahead, rules.cut)
        adapted, _ = adapt(self.ahead, found, rules, own_labels=True)
        return [
            replace(p, start=p.start + self.place, end=p.end + self.place)
            for p in adapted
            # A word that is cut off may be another one.
            if p.end < len(self.ahead) or not self.cut
        ]


def on_the_way(project: Project, document: str, place: int, rules: Rules) -> OnTheWay:
    """What the project's annotator has decided shortly before a place of a document. KeyError: it is not there."""
    annotator, text = project.annotator().id, project.document(document).text
    first, last = max(0, place - BACK), place + AHEAD
    layer = project.layer(document, annotator)
    lesson = Lesson(
        text[first:place],
        tuple((start - first, end - first) for start, end in (layer.read if layer else ())),
        tuple(
            (span.start - first, span.end - first, rules.labels.entity_id(span.label))
            for span in project.spans(document, annotator, first, place)
            if not span.fragments
        ),
        rules.cut,
    )
    return OnTheWay(document, place, lesson, text[place:last], last < len(text))
