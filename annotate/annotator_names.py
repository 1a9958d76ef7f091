"""Annotators by the names that people type: unique in a project, though two people may share one."""

from __future__ import annotations

from annotate.errors import TawsimError
from annotate.model import GOLD, Annotator
from annotate.project import Project


def annotator_names(project: Project) -> dict[str, str]:
    """Annotator ids to names, gold among them; the second of one name is ``NAME (2)``."""
    names: dict[str, str] = {GOLD: GOLD}
    for annotator in project.annotators():
        if annotator.id == GOLD:
            continue
        name, number = annotator.name, 1
        while name in names.values():
            number += 1
            name = f"{annotator.name} ({number})"
        names[annotator.id] = name
    return names


def annotator_named(project: Project, name: str) -> Annotator:
    """The annotator of a name in this project. Raises TawsimError, naming those there are."""
    names = annotator_names(project)
    for id, known in names.items():
        if known == name:
            return Annotator(id=id, name=known)
    raise TawsimError(f"no annotator {name!r} in this project: {', '.join(names.values())}")
