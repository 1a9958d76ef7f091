"""Build the packaged program for this system into dist/: `python packaging/build.py [--lite]`.

dist/ then holds the folder (on macOS the bundle), its archive, the bill of materials and SHA256SUMS of all archives.
"""

import argparse
import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from importlib.metadata import distribution
from pathlib import Path

from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import DisjunctiveLicense
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

ROOT = Path(__file__).parent.parent
DIST = ROOT / "dist"
LINUX_FILES = ROOT / "packaging" / "linux"
# What the bundle holds beside Python distributions: (name, version, licence, what it is).
OTHER_PARTS = (
    ("cpython", platform.python_version(), "PSF-2.0", ComponentType.FRAMEWORK),
    ("noto-naskh-arabic", "2.021", "OFL-1.1", ComponentType.FILE),
    ("vazirmatn", "33.003", "OFL-1.1", ComponentType.FILE),
    ("scheherazade-new", "4.500", "OFL-1.1", ComponentType.FILE),
    ("amiri", "1.002", "OFL-1.1", ComponentType.FILE),
    ("tabler-icons", "3.52.0", "MIT", ComponentType.FILE),
    ("geonames", "", "CC-BY-4.0", ComponentType.DATA),
)


def version() -> str:
    """The program's version, as pyproject.toml says."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    return str(tomllib.loads(text)["project"]["version"])


def freeze(name: str, *, lite: bool) -> Path:
    """Run PyInstaller; gives the folder (on macOS the bundle) that it made."""
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "build.spec"]
    # Test coverage of the calling process must not follow into the build.
    environment = {key: value for key, value in os.environ.items() if not key.startswith("COV_")}
    subprocess.run(command, cwd=ROOT, env=environment | {"TAWSIM_LITE": "1" if lite else "0"}, check=True)
    return DIST / (f"{name}.app" if sys.platform == "darwin" else name)


def finish_for_linux(folder: Path) -> None:
    """Drop symbols, link the console twin, and put the desktop files and the install script in."""
    inside = folder / "_internal"
    # 90 MB of local symbols in libtorch_cpu alone, 20 in a Python that was built by hand. PyInstaller's own stripping
    # would take all libraries, and breaks those that were patched after linking.
    stripped = [*inside.glob("libpython*.so*"), *inside.glob("python3*/**/*.so"), *inside.glob("torch/**/*.so")]
    subprocess.run(["strip", "--strip-unneeded", *map(str, stripped)], check=True)
    twin = folder / "tawsim-cli"
    twin.unlink(missing_ok=True)
    twin.symlink_to("Tawsim")
    shutil.copytree(LINUX_FILES, folder, dirs_exist_ok=True)
    for picture in (ROOT / "packaging" / "icons").glob("tawsim-*.png"):
        size = picture.stem.removeprefix("tawsim-")
        place = folder / "share" / "icons" / "hicolor" / f"{size}x{size}" / "apps"
        place.mkdir(parents=True, exist_ok=True)
        shutil.copy(picture, place / "tawsim.png")


def pack(folder: Path, stem: str) -> Path:
    """Make the archive that people download: one folder named `stem`."""
    if sys.platform == "linux":
        archive = DIST / f"{stem}.tar.gz"
        with tarfile.open(archive, "w:gz", compresslevel=6) as tar:
            tar.add(folder, arcname=stem)
        return archive
    archive = DIST / f"{stem}.zip"
    if sys.platform == "darwin":
        # Python's zipfile would lose the links and modes inside the bundle.
        subprocess.run(["ditto", "-c", "-k", "--keepParent", str(folder), str(archive)], check=True)
        return archive
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as bag:
        for path in sorted(folder.rglob("*")):
            bag.write(path, Path(stem) / path.relative_to(folder))
    return archive


def bill_of_materials(name: str, stem: str) -> Path:
    """Write what the bundle holds, with versions and licences, as CycloneDX JSON."""
    program = Component(name=name, version=version(), type=ComponentType.APPLICATION, bom_ref=name)
    bom = Bom()
    bom.metadata.component = program
    for listed in (ROOT / "build" / f"{name}.distributions.txt").read_text(encoding="utf-8").split():
        found = distribution(listed)
        fields = found.metadata.json
        licence = str(fields.get("license_expression") or fields.get("license") or "see the package")
        bom.components.add(
            Component(
                name=listed,
                version=found.version,
                purl=PackageURL("pypi", name=listed.lower(), version=found.version),
                licenses=[DisjunctiveLicense(name=licence.splitlines()[0])],
            )
        )
    for part, number, licence, kind in OTHER_PARTS:
        component = Component(name=part, version=number, type=kind, licenses=[DisjunctiveLicense(id=licence)])
        bom.components.add(component)
    bom.register_dependency(program, bom.components)
    file = DIST / f"{stem}.cdx.json"
    file.write_text(JsonV1Dot6(bom).output_as_string(indent=1), encoding="utf-8")
    return file


def write_checksums() -> None:
    """SHA256SUMS of everything in dist/ that people download; `sha256sum -c` checks it."""
    files = [path for path in sorted(DIST.iterdir()) if path.is_file() and path.name != "SHA256SUMS"]
    lines = []
    for path in files:
        with path.open("rb") as stream:
            lines.append(f"{hashlib.file_digest(stream, 'sha256').hexdigest()}  {path.name}\n")
    (DIST / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")


def unpacked_size(folder: Path) -> int:
    """Bytes of the files in the folder, links not followed."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def main() -> None:
    """Build, finish, pack, list and sum."""
    parser = argparse.ArgumentParser(description="Build the packaged program into dist/.")
    parser.add_argument("--lite", action="store_true", help="without CAMeL-Tools and torch")
    parser.add_argument("--no-archive", action="store_true", help="only the folder, for tests")
    options = parser.parse_args()
    name = "Tawsim-lite" if options.lite else "Tawsim"
    system = {"linux": "linux", "win32": "windows", "darwin": "macos"}[sys.platform]
    stem = f"{name.lower()}-{version()}-{system}-{platform.machine().lower()}"
    folder = freeze(name, lite=options.lite)
    if sys.platform == "linux":
        finish_for_linux(folder)
    print(f"{folder.relative_to(ROOT)}: {unpacked_size(folder) / 1e6:.0f} MB unpacked")
    bill_of_materials(name, stem)
    if not options.no_archive:
        archive = pack(folder, stem)
        print(f"{archive.relative_to(ROOT)}: {archive.stat().st_size / 1e6:.0f} MB")
    write_checksums()


if __name__ == "__main__":
    main()
