"""The spec as PyInstaller would read it on each system: what cannot be built here is at least evaluated here."""

import ast
import plistlib
import runpy
import sys
import tomllib
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent.parent
SYSTEMS = ("linux", "win32", "darwin")


class Recorder:
    """Stands in for PyInstaller's building blocks and keeps what they were given."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = []

    def block(self, name: str) -> Any:  # noqa: ANN401 - each block is a class of PyInstaller's
        def record(*args: object, **options: object) -> SimpleNamespace:
            self.calls.append((name, args, options))
            return SimpleNamespace(
                name=options.get("name"),
                scripts=[],
                pure=[("annotate.model", "", "PYMODULE"), ("transformers.models.gpt2.modeling_gpt2", "", "PYMODULE")],
                binaries=[("torch/lib/libtorch_cpu.so", "", "BINARY"), ("torch/bin/test_jit", "", "BINARY")],
                datas=[("babel/locale-data/ar.dat", "", "DATA"), ("babel/locale-data/fr.dat", "", "DATA")],
            )

        return record

    def options(self, name: str) -> list[dict[str, Any]]:
        return [options for kind, _, options in self.calls if kind == name]

    def arguments(self, name: str) -> list[tuple[Any, ...]]:
        return [args for kind, args, _ in self.calls if kind == name]


def evaluate(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, system: str, *, lite: bool = False) -> Recorder:
    """Run build.spec as on `system`; its own files go to a copy of the checkout's layout in tmp_path."""
    for name in ("annotate", "seeds", "store", "ui", "packaging", "main.py", "pyproject.toml"):
        (tmp_path / name).symlink_to(ROOT / name)
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(sys, "path", list(sys.path))
    monkeypatch.setenv("TAWSIM_LITE", "1" if lite else "0")
    recorder = Recorder()
    blocks = {name: recorder.block(name) for name in ("Analysis", "PYZ", "EXE", "COLLECT", "BUNDLE")}
    runpy.run_path(str(ROOT / "build.spec"), init_globals=blocks | {"SPECPATH": str(tmp_path)})
    return recorder


@pytest.fixture(params=SYSTEMS)
def spec(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Recorder:
    return evaluate(monkeypatch, tmp_path, request.param)


def test_every_module_and_seed_goes_in(spec: Recorder) -> None:
    (analysis,) = spec.options("Analysis")
    modules = {*analysis["hiddenimports"]}
    assert {"annotate.worker", "annotate.suggest.camel_worker", "store.database", "ui.app"} <= modules
    assert "camel_tools.ner" in modules
    places = {f"{place}/{Path(source).name}" for source, place in analysis["datas"]}
    assert {
        "seeds/sample/tajikistan-kazakhstan.txt",
        "seeds/fonts/NotoNaskhArabic-Regular.ttf",
        "seeds/fonts/NotoNaskhArabic-OFL.txt",
        "ui/icons/check.svg",
        "ui/icons/LICENSE",
    } <= places
    assert not [place for place in places if place.endswith((".py", ".pyc"))]


def test_what_is_never_used_stays_out(spec: Recorder) -> None:
    ((*_, binaries, datas),) = spec.arguments("COLLECT")
    assert [entry[0] for entry in binaries] == ["torch/lib/libtorch_cpu.so"]
    assert [entry[0] for entry in datas] == ["babel/locale-data/ar.dat"]
    ((pure,),) = spec.arguments("PYZ")
    assert [entry[0] for entry in pure] == ["annotate.model"]


@pytest.mark.parametrize("system", SYSTEMS)
def test_lite_has_no_torch(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, system: str) -> None:
    spec = evaluate(monkeypatch, tmp_path, system, lite=True)
    (analysis,) = spec.options("Analysis")
    assert {"torch", "transformers", "camel_tools"} <= {*analysis["excludes"]}
    assert "camel_tools.ner" not in analysis["hiddenimports"]
    assert spec.options("COLLECT")[0]["name"] == "Tawsim-lite"


def test_linux_makes_one_program_without_windows_parts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    spec = evaluate(monkeypatch, tmp_path, "linux")
    (program,) = spec.options("EXE")
    assert (program["name"], program["icon"], program["version"]) == ("Tawsim", None, None)
    assert not spec.options("BUNDLE")


def test_windows_has_a_console_twin_an_icon_and_a_version(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    spec = evaluate(monkeypatch, tmp_path, "win32")
    assert [(program["name"], program["console"]) for program in spec.options("EXE")] == [
        ("Tawsim", False),
        ("tawsim-cli", True),
    ]
    for program in spec.options("EXE"):
        assert Path(program["icon"]).read_bytes().startswith(b"\0\0\1\0")
        resource = Path(program["version"]).read_text(encoding="utf-8")
        assert isinstance(ast.parse(resource, mode="eval").body, ast.Call)
        version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
        assert repr(version) in resource
    assert not spec.options("BUNDLE")


def test_macos_bundle_opens_projects(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    spec = evaluate(monkeypatch, tmp_path, "darwin")
    (app,) = spec.options("BUNDLE")
    assert app["name"] == "Tawsim.app"
    assert Path(app["icon"]).read_bytes().startswith(b"icns")
    plist = plistlib.loads(plistlib.dumps(app["info_plist"]))
    (declared,) = plist["UTExportedTypeDeclarations"]
    assert declared["UTTypeTagSpecification"]["public.filename-extension"] == ["tawsim"]
    assert plist["CFBundleDocumentTypes"][0]["LSItemContentTypes"] == [declared["UTTypeIdentifier"]]
    assert [program["name"] for program in spec.options("EXE")] == ["Tawsim", "tawsim-cli"]


def test_hidden_imports_exist() -> None:
    """A name that is not there would only be a line in PyInstaller's log."""
    sys.path.insert(0, str(ROOT / "packaging"))
    try:
        bundle: Any = __import__("bundle")
    finally:
        sys.path.pop(0)
    site = {Path(folder) for folder in sys.path if folder.endswith("site-packages")}
    for name in bundle.CAMEL_IN:
        part = Path(*name.split("."))
        assert any((folder / part).with_suffix(".py").exists() or (folder / part).is_dir() for folder in site), name
