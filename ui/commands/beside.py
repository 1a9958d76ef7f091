"""Jobs that read the project on a connection of their own: the window's is not for other threads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from annotate.project import Project
from ui.desk import Desk
from ui.jobs import Job


def read_beside(
    desk: Desk,
    title: str,
    read: Callable[[Project, Job], Any],
    done: Callable[[Any], None],
    came: Callable[[Any], None] | None = None,
    failed: Callable[[str], None] | None = None,
) -> Job:
    """Start a job that reads the open project; what goes wrong is said in the strip, or by ``failed``."""
    project, services = desk.workspace.project, desk.workspace.services
    assert project is not None
    path = project.path

    def work(job: Job) -> object:
        beside = services.open_project(path, write=False)
        try:
            return read(beside, job)
        finally:
            beside.close()

    return desk.jobs.start(title, work, done, failed or (lambda why: desk.strip.say(why, "refused")), came)
