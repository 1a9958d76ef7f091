"""Where the write-ahead log may be used."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from store.filesystems import in_sync_folder, is_local, network_mount

MOUNTS = r"""/dev/vda / ext4 rw 0 0
server:/home /home nfs4 rw,vers=4.2 0 0
/dev/sdb /home/local\040disk ext4 rw 0 0
//server/share /mnt/share cifs rw 0 0
amal@host:/ /mnt/ssh fuse.sshfs rw 0 0
tmpfs /tmp tmpfs rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "network"),
    [
        ("/srv/p.tawsim", False),
        ("/tmp/p.tawsim", False),
        ("/home/amal/p.tawsim", True),
        ("/home/local disk/p.tawsim", False),
        ("/home/local disks/p.tawsim", True),
        ("/mnt/share/deep/p.tawsim", True),
        ("/mnt/ssh/p.tawsim", True),
    ],
)
def test_the_innermost_mount_point_decides(path: str, network: bool) -> None:
    assert network_mount(PurePosixPath(path), MOUNTS) is network


@pytest.mark.parametrize("folder", ["OneDrive", "OneDrive - University", "Dropbox", "Dropbox (Lab)", "Google Drive"])
def test_folders_of_sync_programs_are_known_on_every_system(folder: str) -> None:
    assert in_sync_folder(PureWindowsPath("C:\\Users\\amal", folder, "corpus", "p.tawsim"))
    assert in_sync_folder(PurePosixPath("/somewhere", folder, "p.tawsim"))


def test_a_file_named_like_a_sync_folder_is_in_none() -> None:
    assert not in_sync_folder(PurePosixPath("/somewhere/dropbox.tawsim"))
    assert not in_sync_folder(PurePosixPath("/dropboxes/p.tawsim"))


def test_a_folder_on_this_disk_is_local(tmp_path: Path) -> None:
    assert is_local(tmp_path / "p.tawsim")
    (tmp_path / "link").symlink_to(tmp_path / "Dropbox")
    assert not is_local(tmp_path / "link" / "p.tawsim")
