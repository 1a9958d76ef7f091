"""What a project keeps of a training: the models, of how many sentences, which sources stand back, if spans nest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from annotate.handing_out import LEARNT_BEFORE
from annotate.labels import LabelSet
from annotate.project import Project
from annotate.review.fates import by_source, fates
from annotate.suggest.lessons import Lesson
from annotate.suggest.proposals import READY_MADE
from annotate.suggest.source_settings import sources_on

# Of so many decided suggestions it can be told how good a source is for a label of this project …
_TOLD = 30
# … and with fewer right it is in the way of the learned models, which have what it says among their features.
_RIGHT = 1 / 2
# With so many spans, none of them in another, a project does not nest.
_FLAT = 50


def enough(project: Project, least: int) -> int:
    """So many read sentences are worth a training: ``least``, or more than taught the models a hand-out came with."""
    before: int = project.setting(LEARNT_BEFORE, 0)
    return max(least, before + 1)


def often_wrong(project: Project) -> dict[str, list[str]]:
    """For each ready-made source the label ids of which too few of its suggestions were accepted as they were.

    What a source that knows the project said too does not count: that would have been suggested without it.
    """
    alone = {key: share for key, share in fates(project).items() if READY_MADE.issuperset(key[0].split("+"))}
    labels, found = project.label_set(), dict[str, list[str]]()
    for (source, label), share in by_source(alone).items():
        if label and share.decided >= _TOLD and share.right < _RIGHT:
            found.setdefault(source, []).append(labels.entity_id(label))
    return found


def nests(found: Iterable[Lesson]) -> bool:
    """Whether spans lie in spans; as long as there are too few to tell, they may."""
    spans = 0
    for lesson in found:
        reached = 0
        for start, end, _ in sorted(lesson.spans):
            if start < reached:
                return True
            reached = end
        spans += len(lesson.spans)
    return spans < _FLAT


@dataclass(frozen=True, slots=True)
class Learnt:
    """What a training gave: the models, of how many sentences, and what else the project told on the way."""

    models: Mapping[str, str]
    sentences: int
    often_wrong: Mapping[str, Sequence[str]]
    nests: bool


def keep_learned(project: Project, learnt: Learnt) -> None:
    """Keep what was learnt. A source that is ``often_wrong`` about a learnt label stands back."""
    back = {source: [one for one in labels if one in learnt.models] for source, labels in learnt.often_wrong.items()}
    project.set_setting("learned", learnt.models)
    project.set_setting("learned_from", learnt.sentences)
    project.set_setting("standing_back", {source: labels for source, labels in back.items() if labels})
    project.set_setting("nested", learnt.nests)


def standing_back(project: Project, labels: LabelSet) -> dict[str, list[str]]:
    """For each source the label ids that it leaves to the learned models, as long as these are switched on."""
    stored: Mapping[str, Sequence[str]] = project.setting("standing_back", {})
    if "learned" not in sources_on(project):
        return {}
    return {source: [labels.current_id(label) for label in back] for source, back in stored.items()}
