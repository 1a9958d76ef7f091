"""What every test shares: no screen, no one's own settings, and where the data lies."""

import os
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The settings, data and caches of whoever runs the tests are neither read nor written.
_home = tempfile.TemporaryDirectory(prefix="tawsim-tests-")
for _name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
    os.environ[_name] = str(Path(_home.name, _name))


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of what ships inside the program."""
    return ROOT / "seeds"


class Shared:
    """The corpora beside the checkout. They may not all be passed on, so they are no part of the repository."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __truediv__(self, name: str) -> Path:
        """Give the path of the file or folder `name`; skip the test, naming it, where it is absent."""
        found = self.folder / name
        if not found.exists():
            pytest.skip(f"needs {name} in {self.folder}")
        return found


@pytest.fixture(scope="session")
def shared() -> Shared:
    """`shared / "anercorp/test.bio"`: a file in `../shared/data`, or where the variable TAWSIM_SHARED says."""
    return Shared(Path(os.environ.get("TAWSIM_SHARED") or ROOT.parent / "shared" / "data"))
