"""What a project's settings say of the sources of suggestions, in today's label ids; and how a switch is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from annotate.labels import LabelSet
from annotate.project import Project

DEFAULT_SOURCES = ("places", "starter", "lists", "decided", "learned")
"""The sources that are switched on in a new project (setting ``sources``)."""


def sources_on(project: Project) -> list[str]:
    """The sources that are switched on."""
    return list(project.setting("sources", list(DEFAULT_SOURCES)))


def labels_off(project: Project, labels: LabelSet) -> dict[str, list[str]]:
    """For each source the label ids that it may not suggest."""
    stored: Mapping[str, Sequence[str]] = project.setting("sources_off", {})
    return {source: [labels.current_id(label) for label in off] for source, off in stored.items() if off}


def own_words(project: Project, labels: LabelSet) -> list[tuple[str, str]]:
    """The user's own words, each with its label id."""
    return [(text, labels.current_id(label)) for text, label in project.setting("lists", [])]


def switch(project: Project, labels: LabelSet, source: str, label: str, on: bool) -> None:
    """Switch a source on or off for a label (an id), or with an empty label as a whole."""
    if label:
        off = labels_off(project, labels)
        kept = {one for one in off.get(source, ()) if one != label} | (set() if on else {label})
        project.set_setting("sources_off", {name: ids for name, ids in {**off, source: sorted(kept)}.items() if ids})
    else:
        others = [name for name in sources_on(project) if name != source]
        project.set_setting("sources", [*others, source] if on else others)


def remember_missing(project: Project, missing: Iterable[str]) -> None:
    """Keep which labels of sources were found that the set lacks, so that the table of labels asks about them."""
    known = set(project.setting("labels_missing", []))
    if new := set(missing) - known:
        project.set_setting("labels_missing", sorted(known | new))
