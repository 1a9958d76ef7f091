"""Hand-outs: which documents go to whom, and what a colleague's file holds. No server: files go by mail or stick."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from annotate.annotator_names import annotator_names
from annotate.changes import Change, Record
from annotate.errors import TawsimError
from annotate.labels import LabelSet
from annotate.model import GOLD, Annotator, Choice, Json, Receipt, new_id
from annotate.project import Project

_SETTINGS = ("clitics", "label_map", "sources", "sources_off")
"""The settings of a project that hold for all who work on it."""

_LEARNT = ("learned", "standing_back", "nested")
"""The settings that hold what was learnt."""

LEARNT_BEFORE = "learned_before"
"""The setting that comes with a learned model: of how many sentences. The model stays until more are read there."""

ASK_NAME = "ask_name"
"""The setting that a hand-out comes with: true until its annotator was asked for a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handout:
    """What a colleague's new file holds: ``records`` stand in it from the start and cannot be undone there."""

    annotator: Annotator
    labels: LabelSet
    settings: Mapping[str, Json]
    clitic_splits: Mapping[str, tuple[str, ...]]
    records: tuple[Record, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AddAnnotators:
    """Make the recipients of hand-outs known to the project, so that every later one to a name is the same person's."""

    annotators: tuple[Annotator, ...]
    title: str = "add_annotators"

    def plan(self, project: Project) -> tuple[list[Change], str]:
        known = {annotator.id for annotator in project.annotators()}
        new = [annotator for annotator in self.annotators if annotator.id not in known]
        return [Change(None, annotator) for annotator in new], ", ".join(annotator.name for annotator in new)


def recipients(project: Project, names: Sequence[str]) -> list[Annotator]:
    """The annotators of these names; for a name that is not there somebody new, whom ``AddAnnotators`` makes known.

    Raises TawsimError for what is no name, and for a name that stands twice.
    """
    ids = {known: id for id, known in annotator_names(project).items()}
    people = {annotator.id: annotator for annotator in project.annotators()}
    for name in names:
        if not name.strip() or name in (GOLD, "all"):
            raise TawsimError(f"{name!r} is no name for an annotator")
        if names.count(name) > 1:
            raise TawsimError(f"{name!r} stands twice: two people need two names")
    return [people[ids[name]] if name in ids else Annotator(id=new_id(), name=name) for name in names]


def documents_named(project: Project, names: Sequence[str] | None) -> list[str]:
    """The ids of the documents of these names, all without names. Raises TawsimError for a name that is not there."""
    summaries = project.documents()
    if names is None:
        return [summary.id for summary in summaries]
    if strange := set(names) - {summary.name for summary in summaries}:
        raise TawsimError(f"no document {sorted(strange)[0]!r} in this project")
    return [summary.id for summary in summaries if summary.name in set(names)]


def distributed(documents: Sequence[str], people: int, each: int, seed: int) -> list[list[str]]:
    """For each of ``people`` their documents, in the order given; every document goes to ``each`` of them.

    The shares differ by at most one document; equal calls give equal shares. Raises TawsimError unless
    1 <= ``each`` <= ``people``.
    """
    if not 1 <= each <= people:
        raise TawsimError(f"a document cannot go to {each} of {people} annotators")
    chance = random.Random(seed)
    shares: list[set[str]] = [set() for _ in range(people)]
    for document in chance.sample(documents, len(documents)):
        # Those who have least take it; the drawn number keeps the same people from always meeting.
        order = sorted(range(people), key=lambda person: (len(shares[person]), chance.random()))
        for person in order[:each]:
            shares[person].add(document)
    return [[document for document in documents if document in share] for share in shares]


def handout(
    project: Project,
    annotator: Annotator,
    documents: Sequence[str],
    *,
    suggestions: bool = False,
    learned: bool = False,
) -> Handout:
    """A file's content for a colleague: texts, label set, their own layers so far, what a lead wrote about them.

    ``documents`` are ids; with ``suggestions`` the project's pending suggestions go along, with ``learned`` what its
    models have learnt. Others' layers do not.
    """
    versions = project.layer_versions(annotator.id)
    settings = {name: value for name in _SETTINGS if (value := project.setting(name)) is not None}
    if learned and project.setting("learned"):
        settings |= {name: value for name in _LEARNT if (value := project.setting(name)) is not None}
        settings[LEARNT_BEFORE] = project.setting("learned_from", 0)
    records: list[Record] = []
    for id in documents:
        document = project.document(id)
        records.append(document)
        layer = project.layer(id, annotator.id)
        if layer is not None:
            records += [layer, *project.spans(id, annotator.id), *project.relations(id, annotator.id)]
            records.append(Receipt(document=id, annotator=annotator.id, version=versions[id].version))
        if suggestions:
            pending = project.suggestions(id, project.annotator().id)
            records += [replace(suggestion, annotator=annotator.id) for suggestion in pending]
        records += [
            replace(decision, choice=Choice.OPEN, rule="", gold="")
            for decision in project.decisions(id)
            if decision.comment
        ]
    return Handout(
        annotator=annotator,
        labels=project.label_set(),
        settings=settings | {ASK_NAME: True},
        clitic_splits=project.clitic_splits(),
        records=tuple(records),
    )


def file_name(annotator: Annotator, taken: Sequence[str] = ()) -> str:
    """A file name for an annotator's hand-out that every system takes, and that is none of ``taken``."""
    stem = re.sub(r'[\\/:*?"<>|\x00-\x1f]', "_", annotator.name).strip(" .") or "annotator"
    name, number = f"{stem}.tawsim", 1
    while name in taken:
        number += 1
        name = f"{stem} ({number}).tawsim"
    return name
