"""Processes that tests wait for."""

from __future__ import annotations

import os
import select


def has_ended(pid: int, seconds: float = 20.0) -> bool:
    """Wait for a process that is not our child: its pidfd becomes readable when it ends."""
    try:
        handle = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([handle], [], [], seconds)[0])
    finally:
        os.close(handle)
