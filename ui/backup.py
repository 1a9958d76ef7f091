"""Copies of projects in the backup folder that a person or a lab chose: one a project, made when it is closed."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QObject

from annotate.errors import TawsimError
from ui.settings import BACKUP_FOLDER, Settings
from ui.workspace import Workspace

_log = logging.getLogger(__name__)


class Backup(QObject):
    """Watches a workspace; a project in which nothing was written is not copied."""

    def __init__(self, workspace: Workspace, settings: Settings) -> None:
        super().__init__(workspace)
        self._workspace, self._settings = workspace, settings
        self._written = False
        workspace.stepped.connect(self._on_step)
        workspace.closing.connect(self._on_closing)

    def _on_step(self) -> None:
        self._written = True

    def _on_closing(self) -> None:
        project, folder = self._workspace.project, self._settings[BACKUP_FOLDER]
        written, self._written = self._written, False
        if project is None or not folder or not written:
            return
        target = Path(folder) / project.path.name
        beside = target.with_name(f".{target.name}.new")
        try:
            Path(folder).mkdir(parents=True, exist_ok=True)
            beside.unlink(missing_ok=True)
            project.snapshot(beside)
            beside.replace(target)
        except (OSError, TawsimError) as error:
            # The project itself is whole and closed; a missing drive must not keep anyone from closing it.
            _log.warning("no backup of %s in %s: %s", project.path.name, folder, error)
