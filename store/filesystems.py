"""Where a file lies: on a local disk, or where SQLite's write-ahead log must not be used.

A write-ahead log needs memory shared by all who have the file open (no network path has that), and a sync program
would copy the file and its log at different moments.
"""

from __future__ import annotations

import ctypes
import re
import sys
from pathlib import Path, PurePath

_SYNCED = re.compile(
    r"(onedrive|dropbox|google ?drive|my drive|nextcloud|owncloud|icloud ?drive|mobile documents|cloudstorage)\b.*",
    re.IGNORECASE,
)
_NETWORK_FILESYSTEMS = re.compile(
    r"nfs\d?|cifs|smb\d?|smbfs|ncpfs|afs|9p|ceph|davfs|fuse\.(sshfs|rclone|gvfsd-fuse|davfs2?)"
)
_DRIVE_REMOTE = 4


def is_local(path: Path) -> bool:
    """Whether the file lies on a local disk and outside the folders of sync programs."""
    path = path.resolve()
    return not (in_sync_folder(path) or _on_network(path))


def in_sync_folder(path: PurePath) -> bool:
    """Whether a folder of the path is one that OneDrive, Dropbox, Google Drive or their like keep in step."""
    return any(_SYNCED.fullmatch(part) for part in path.parts[:-1])


def network_mount(path: PurePath, mounts: str) -> bool:
    """Whether the innermost mount point above ``path`` in a ``/proc/mounts`` text is a network file system."""
    found = PurePath("/"), ""
    for line in mounts.split("\n"):
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = PurePath(re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), fields[1]))
        if path.is_relative_to(point) and len(point.parts) >= len(found[0].parts):
            found = point, fields[2]
    return bool(_NETWORK_FILESYSTEMS.fullmatch(found[1]))


def _on_network(path: Path) -> bool:
    if sys.platform == "win32":
        return path.drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(path.anchor) == _DRIVE_REMOTE
    if sys.platform == "darwin":
        return path.is_relative_to("/Volumes")  # sticks too: slower there, and safe
    try:
        return network_mount(path, Path("/proc/mounts").read_text(encoding="utf-8", errors="surrogateescape"))
    except OSError:
        return False
