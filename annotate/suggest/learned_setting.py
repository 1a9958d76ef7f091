"""What a project keeps of its learned models, of how many sentences they are, and which sources stand back for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from annotate.handing_out import LEARNT_BEFORE
from annotate.labels import LabelSet
from annotate.project import Project
from annotate.review.fates import by_source, fates
from annotate.suggest.proposals import READY_MADE
from annotate.suggest.source_settings import sources_on

# Of so many decided suggestions it can be told how good a source is for a label of this project …
_TOLD = 30
# … and with fewer right it is in the way of the learned models, which have what it says among their features.
_RIGHT = 1 / 2


def enough(project: Project, least: int) -> int:
    """So many read sentences are worth a training: ``least``, or more than taught the models a hand-out came with."""
    before = project.setting(LEARNT_BEFORE, 0)
    return max(least, before + 1) if isinstance(before, int) else least


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


def keep_learned(
    project: Project, models: Mapping[str, str], sentences: int, wrong: Mapping[str, Sequence[str]]
) -> None:
    """Keep what was learnt of so many sentences. A source that is ``often_wrong`` about a learnt label stands back."""
    back = {source: [label for label in labels if label in models] for source, labels in wrong.items()}
    project.set_setting("learned", models)
    project.set_setting("learned_from", sentences)
    project.set_setting("standing_back", {source: labels for source, labels in back.items() if labels})


def standing_back(project: Project, labels: LabelSet) -> dict[str, list[str]]:
    """For each source the label ids that it leaves to the learned models, as long as these are switched on."""
    stored: Mapping[str, Sequence[str]] = project.setting("standing_back", {})
    if "learned" not in sources_on(project):
        return {}
    return {source: [labels.current_id(label) for label in back] for source, back in stored.items()}
