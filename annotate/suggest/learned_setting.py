"""What a project keeps of its learned models: the models themselves, and of how many sentences they were learnt."""

from __future__ import annotations

from collections.abc import Mapping

from annotate.handing_out import LEARNT_BEFORE
from annotate.project import Project


def enough(project: Project, least: int) -> int:
    """So many read sentences are worth a training: ``least``, or more than taught the models a hand-out came with."""
    before = project.setting(LEARNT_BEFORE, 0)
    return max(least, before + 1) if isinstance(before, int) else least


def keep_learned(project: Project, models: Mapping[str, str], sentences: int) -> None:
    """Keep what was learnt of so many sentences."""
    project.set_setting("learned", models)
    project.set_setting("learned_from", sentences)
