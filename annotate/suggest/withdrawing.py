"""Takes back what a project's settings no longer let its sources say."""

from __future__ import annotations

from collections.abc import Sequence

from annotate.project import Project
from annotate.suggest.run import DEFAULT_SOURCES, Proposal, keep, rules_of


def withdraw(project: Project) -> Sequence[str]:
    """Take back the annotator's pending suggestions of sources that are switched off, and of labels that a source may
    not suggest; one that another source made too stays that one's. Returns the ids of the documents that changed.

    Suggesting again would leave them: a source that does not run keeps what it had said.
    """
    on, rules = set(project.setting("sources", list(DEFAULT_SOURCES))), rules_of(project)
    annotator = project.annotator().id
    changed: list[str] = []
    for summary in project.documents():
        if not summary.pending:
            continue
        proposals: list[Proposal] = []
        named: set[str] = set()
        withdrawn = False
        for one in project.suggestions(summary.id, annotator):
            label, names = rules.labels.entity_id(one.label), one.by.split("+")
            allowed = [name for name in names if name in on and label not in rules.off.get(name, ())]
            named.update(names)
            withdrawn |= len(allowed) < len(names)
            if allowed:
                proposals.append(Proposal(one.start, one.end, label, "+".join(allowed), one.score))
        if withdrawn:
            keep(project, summary.id, proposals, named, rules)
            changed.append(summary.id)
    return changed
