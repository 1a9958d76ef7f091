"""Takes back what a project's settings no longer let its sources say, one document at a time."""

from __future__ import annotations

from collections.abc import Container, Iterable

from annotate.project import Project
from annotate.suggest.proposals import Proposal, Rules
from annotate.suggest.run import keep, rules_of
from annotate.suggest.source_settings import labels_off, sources_on


def withdraw(project: Project, document: str, sources: Container[str]) -> bool:
    """Take back the annotator's pending suggestions in a document that these sources may not make any more: of those
    that are switched off, and of labels that one may not suggest. Returns whether there were any.

    What another source made too stays that one's. Suggesting again would leave them: a source that does not run keeps
    what it had said.
    """
    on, rules = set(sources_on(project)), rules_of(project)
    proposals: list[Proposal] = []
    named: set[str] = set()
    withdrawn = False
    for one in project.suggestions(document, project.annotator().id):
        label, names = rules.labels.entity_id(one.label), one.by.split("+")
        allowed = [n for n in names if n not in sources or (n in on and label not in rules.off.get(n, ()))]
        named.update(names)
        withdrawn |= len(allowed) < len(names)
        if allowed:
            proposals.append(Proposal(one.start, one.end, label, "+".join(allowed), one.score))
    if withdrawn:
        keep(project, document, proposals, named, rules)
    return withdrawn


def still_allowed(project: Project, rules: Rules, proposals: Iterable[Proposal]) -> list[Proposal]:
    """Of what a run found, what its sources may say by now: one may have been switched off since the run began."""
    on, off = set(sources_on(project)), labels_off(project, rules.labels)
    return [p for p in proposals if p.by in on and p.label not in off.get(p.by, ())]


def suggested_by(project: Project, document: str, sources: Container[str]) -> bool:
    """Whether one of these sources made a pending suggestion of the annotator in a document."""
    pending = project.suggestions(document, project.annotator().id)
    return any(name in sources for one in pending for name in one.by.split("+"))
