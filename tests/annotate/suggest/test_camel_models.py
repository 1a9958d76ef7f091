"""The CAMeL-Tools models on a machine: whatever network, disk and people do, an installed model survives."""

import json
import os
import pickle
import shutil
import signal
import stat
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import filelock
import pytest

from annotate.errors import TawsimError
from annotate.suggest import camel_download
from annotate.suggest.camel_models import CamelModels, data_folder, installed, other_folders
from annotate.suggest.camel_transfer import ModelCancelled
from tests.annotate.suggest import camel_server
from tests.annotate.suggest.camel_server import MODEL, Answer, Server, write_catalogue, zipped

ROOT = Path(__file__).parents[3]
OLD = {**MODEL, "vocab.txt": b"[PAD]\n[UNK]\nold\n"}


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(camel_download, "_TIMEOUTS", (1.0, 0.2))
    monkeypatch.setattr(camel_download, "_PAUSE", 0.01)


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server(zipped(MODEL))
    yield server
    server.close()


@pytest.fixture
def models(tmp_path: Path, server: Server) -> CamelModels:
    write_catalogue(tmp_path / "seeds", server.url, server.content, MODEL)
    return CamelModels(tmp_path / "seeds", tmp_path / "data", [])


def write_folder(folder: Path, files: dict[str, bytes]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "data" / "data" / "ner" / "arabert"


def names(models: CamelModels) -> dict[str, bool]:
    return {model.name: model.installed for model in models.all()}


def test_a_package_is_downloaded_checked_and_listed(models: CamelModels, target: Path) -> None:
    assert names(models) == {"ner-arabert": False, "morphology-db-msa-r13": False}
    seen: list[tuple[str, int, int]] = []
    model = models.install("ner-arabert", lambda *progress: seen.append(progress))
    assert (model.name, model.kind, model.licence, model.folder) == ("ner-arabert", "ner", "AraBERT", target)
    assert contents(target) == MODEL
    assert models.all()[0] == model
    assert {what for what, _, _ in seen} == {"download", "unpack"}
    assert all(done <= total for _, done, total in seen)
    assert seen[-1] == ("unpack", model.bytes, model.bytes)
    assert [path.name for path in (target.parents[2] / "downloads").iterdir()] == []


@pytest.mark.parametrize(
    ("plan", "message"),
    [
        ([camel_server.not_found], "the server answered 404 Not Found"),
        ([camel_server.stall] * 4, "the server does not answer"),
        ([camel_server.broken] * 4, "the server answered 503"),
        ([camel_server.too_short], "what came is not the file that the catalogue describes"),
        ([camel_server.wrong_bytes], "what came is not the file that the catalogue describes"),
        ([camel_server.endless], "more comes than the catalogue says"),
        ([camel_server.to_itself], "Exceeded 30 redirects"),
    ],
    ids=["404", "stalls", "503", "too short", "wrong bytes", "endless", "in circles"],
)
def test_an_installed_model_survives_what_servers_do(
    models: CamelModels, server: Server, target: Path, plan: list[Callable[[Answer, int], None]], message: str
) -> None:
    write_folder(target, OLD)
    server.plan = list(plan)
    with pytest.raises(TawsimError, match=message) as caught:
        models.install("ner-arabert")
    assert "\n" not in str(caught.value)
    assert contents(target) == OLD
    models.install("ner-arabert")
    assert contents(target) == MODEL


@pytest.mark.parametrize(
    "plan",
    [
        [camel_server.drop, camel_server.drop, camel_server.drop, camel_server.drop],
        [camel_server.stall, camel_server.broken],
        [camel_server.too_long],
        [camel_server.drop, camel_server.without_ranges],
    ],
    ids=["drops", "stalls once", "too long", "no ranges"],
)
def test_a_download_goes_on_where_it_broke_off(
    models: CamelModels, server: Server, target: Path, plan: list[Callable[[Answer, int], None]]
) -> None:
    server.plan = list(plan)
    models.install("ner-arabert")
    assert contents(target) == MODEL
    assert server.plan == []
    if plan[0] is camel_server.drop:
        assert server.starts == sorted(server.starts)
        assert server.starts[1] > 0


def test_the_beginning_of_an_older_file_is_not_kept(models: CamelModels, server: Server, target: Path) -> None:
    downloads = target.parents[2] / "downloads"
    downloads.mkdir(parents=True)
    (downloads / "ner-arabert-1.0.0.zip.part").write_bytes(b"an older version")
    models.install("ner-arabert")
    assert contents(target) == MODEL
    assert server.starts == [16, 0]


def test_a_server_that_is_not_there_is_said(tmp_path: Path, server: Server) -> None:
    write_catalogue(tmp_path / "seeds", "http://127.0.0.1:9/a.zip", server.content, MODEL)
    with pytest.raises(TawsimError, match=r"127\.0\.0\.1:9/a\.zip: the server cannot be reached"):
        CamelModels(tmp_path / "seeds", tmp_path / "data", []).install("ner-arabert")
    write_catalogue(tmp_path / "seeds", "no address", server.content, MODEL)
    with pytest.raises(TawsimError, match="no address: Failed to parse"):
        CamelModels(tmp_path / "seeds", tmp_path / "data", []).install("ner-arabert")


def test_cancel_keeps_the_old_model_and_what_came(models: CamelModels, server: Server, target: Path) -> None:
    write_folder(target, OLD)
    came: list[int] = []
    with pytest.raises(ModelCancelled):
        models.install("ner-arabert", lambda what, done, total: came.append(done), lambda: bool(came))
    assert contents(target) == OLD
    models.install("ner-arabert")
    assert server.starts == [0, came[-1]]
    assert contents(target) == MODEL


def test_cancel_while_waiting_for_a_server(models: CamelModels, server: Server) -> None:
    server.plan = [camel_server.broken] * 9
    with pytest.raises(ModelCancelled):
        models.install("ner-arabert", cancelled=lambda: len(server.starts) > 1)
    assert len(server.starts) == 2


@pytest.mark.parametrize("silence", [camel_server.stall, camel_server.say_nothing, camel_server.break_down])
def test_cancel_does_not_wait_for_a_server_that_keeps_silent(
    models: CamelModels, server: Server, monkeypatch: pytest.MonkeyPatch, silence: Callable[[Answer, int], None]
) -> None:
    monkeypatch.setattr(camel_download, "_TIMEOUTS", (10.0, 10.0))
    server.plan = [silence]
    some_comes = silence is camel_server.break_down
    came: list[int] = []
    began: list[float] = []

    def cancelled() -> bool:
        if server.silent.is_set() and bool(came) is some_comes:
            began.append(time.monotonic())
        return bool(began)

    with pytest.raises(ModelCancelled):
        models.install("ner-arabert", lambda what, done, total: came.append(done), cancelled)
    assert time.monotonic() - began[0] < 0.5
    models.install("ner-arabert")
    assert (server.starts[1] > 0) is some_comes


def test_ctrl_c_ends_a_download_from_a_silent_server_at_once(tmp_path: Path, server: Server) -> None:
    write_catalogue(tmp_path / "seeds", server.url, server.content, MODEL)
    server.plan = [camel_server.break_down]
    script = (
        "import sys, main; from pathlib import Path; from annotate.cli import run\n"
        f"class Services(main.Services): seeds = Path({str(tmp_path / 'seeds')!r})\n"
        "sys.exit(run(['models', '--install', 'ner-arabert'], Services()))"
    )
    command = subprocess.Popen(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env={**os.environ, "XDG_DATA_HOME": str(tmp_path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert server.silent.wait(20)
    began = time.monotonic()
    command.send_signal(signal.SIGINT)
    assert command.communicate() == (b"", b"interrupted\n")
    assert time.monotonic() - began < 1
    assert command.returncode == 2


def test_a_file_that_changed_meanwhile_comes_anew(models: CamelModels, server: Server, target: Path) -> None:
    """The server is asked for the rest of the version whose beginning came, and sends all of the new one."""
    server.plan = [camel_server.drop, camel_server.drop]
    server.etag = '"old"'
    came: list[int] = []

    def progress(what: str, done: int, total: int) -> None:
        if came and done < came[-1] and what == "download":
            came.append(-1)
        came.append(done)
        if server.asked_if[-1]:
            server.etag = '"new"'

    models.install("ner-arabert", progress)
    assert server.asked_if == [None, '"old"', '"old"']
    assert 0 < server.starts[1] < server.starts[2]
    assert -1 in came
    assert contents(target) == MODEL
    assert list((target.parents[2] / "downloads").iterdir()) == []


def test_cancel_while_unpacking_keeps_the_old_model_and_what_came(
    models: CamelModels, server: Server, target: Path
) -> None:
    write_folder(target, OLD)
    stages: list[str] = []
    with pytest.raises(ModelCancelled):
        models.install("ner-arabert", lambda what, done, total: stages.append(what), lambda: "unpack" in stages)
    assert contents(target) == OLD
    assert [path.name for path in target.parent.iterdir()] == ["arabert"]
    models.install("ner-arabert")
    assert contents(target) == MODEL
    assert server.starts == [0]  # what had come did not come again


def test_files_that_differ_from_the_catalogue_are_refused(tmp_path: Path, server: Server, target: Path) -> None:
    """The zip is the one described, a file in it is not."""
    write_catalogue(tmp_path / "seeds", server.url, server.content, OLD)
    write_folder(target, OLD)
    with pytest.raises(TawsimError, match="its files are not those that the catalogue describes"):
        CamelModels(tmp_path / "seeds", tmp_path / "data", []).install("ner-arabert")
    assert contents(target) == OLD


def test_a_full_disk_is_said_before_anything_comes(
    models: CamelModels, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda path: type("Usage", (), {"free": 1 << 20})())
    with pytest.raises(TawsimError, match="3 MB are needed, 1 MB are free"):
        models.install("ner-arabert")
    assert server.starts == []


def test_a_crash_between_the_renames_is_put_right(models: CamelModels, target: Path) -> None:
    write_folder(target.with_name(".old-arabert"), OLD)
    write_folder(target.with_name(".incoming"), MODEL)
    assert names(models)["ner-arabert"]
    assert contents(target) == OLD
    assert [path.name for path in target.parent.iterdir()] == ["arabert"]


def test_a_rename_that_fails_leaves_the_old_model(models: CamelModels, target: Path) -> None:
    write_folder(target, OLD)

    def snatch(what: str, done: int, total: int) -> None:
        if what == "unpack" and done == total:
            shutil.rmtree(target.with_name(".incoming"))

    with pytest.raises(TawsimError, match="No such file or directory"):
        models.install("ner-arabert", snatch)
    assert contents(target) == OLD
    assert [path.name for path in target.parent.iterdir()] == ["arabert"]


def test_half_a_model_is_none(models: CamelModels, target: Path) -> None:
    write_folder(target, {name: MODEL[name] for name in ("config.json", "vocab.txt")})
    assert not names(models)["ner-arabert"]


def test_one_at_a_time(models: CamelModels, target: Path) -> None:
    write_folder(target, OLD)
    with filelock.FileLock(target.parents[2] / ".lock"):
        for act in (lambda: models.install("ner-arabert"), lambda: models.remove("ner-arabert")):
            with pytest.raises(TawsimError, match="by another Tawsim"):
                act()
    assert contents(target) == OLD


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path, server: Server) -> None:
    write_catalogue(tmp_path / "seeds", server.url, server.content, MODEL)
    (tmp_path / "data").write_text("a file")
    with pytest.raises(TawsimError, match="data: File exists"):
        CamelModels(tmp_path / "seeds", tmp_path / "data", []).install("ner-arabert")


def test_unknown_names_are_refused(models: CamelModels) -> None:
    with pytest.raises(TawsimError, match=r"no such model: no-such \(there are ner-arabert, morphology-db-msa-r13\)"):
        models.install("no-such")
    for name in ("no-such", "ner-arabert"):
        with pytest.raises(TawsimError, match=f"no such model is installed: {name}"):
            models.remove(name)


def test_a_removed_model_is_gone_with_what_was_downloaded(models: CamelModels, server: Server, target: Path) -> None:
    models.install("ner-arabert")
    with pytest.raises(ModelCancelled):
        models.install("ner-arabert", cancelled=lambda: bool(server.starts[1:]))
    models.remove("ner-arabert")
    assert not names(models)["ner-arabert"]
    assert list(target.parent.iterdir()) == []
    assert list((target.parents[2] / "downloads").iterdir()) == []


def test_models_of_camel_tools_itself_are_used_and_left_alone(tmp_path: Path, server: Server) -> None:
    write_catalogue(tmp_path / "seeds", server.url, server.content, MODEL)
    folder = write_folder(tmp_path / "theirs" / "data" / "ner" / "arabert", MODEL)
    models = CamelModels(tmp_path / "seeds", tmp_path / "data", [tmp_path / "theirs"])
    assert (models.all()[0].folder, models.all()[0].own) == (folder, False)
    with pytest.raises(TawsimError, match=r"installed by CAMeL-Tools in .*: remove it there"):
        models.remove("ner-arabert")
    assert contents(folder) == MODEL


def test_the_shipped_catalogue_offers_the_names_and_the_morphology(seeds: Path, tmp_path: Path) -> None:
    offered = CamelModels(seeds, tmp_path, []).all()
    assert [(m.name, m.kind, m.bytes, m.licence, m.installed) for m in offered] == [
        ("ner-arabert", "ner", 541_637_416, "AraBERT", False),
        ("morphology-db-msa-r13", "morphology_db", 40_488_318, "GPL v2", False),
    ]


def test_where_models_are_looked_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    assert other_folders()[0] == tmp_path
    assert len(other_folders()) == 2
    monkeypatch.delenv("CAMELTOOLS_DATA")
    assert len(other_folders()) == 1
    assert data_folder().parts[-2:] == ("tawsim", "camel_tools")
    assert list(installed("ner", [tmp_path / "absent"])) == []


# --- from a folder or a zip


def safetensors(**tensors: bytes) -> bytes:
    """A file of weights with these tensors, as bytes."""
    header, end = {}, 0
    for name, content in tensors.items():
        header[name.replace("_", ".")] = {
            "dtype": "U8",
            "shape": [len(content)],
            "data_offsets": [end, end + len(content)],
        }
        end += len(content)
    described = json.dumps({"__metadata__": {"format": "pt"}, **header}).encode()
    return len(described).to_bytes(8, "little") + described + b"".join(tensors.values())


class Trap:
    """A pickle that makes a folder when it is loaded."""

    def __reduce__(self) -> tuple[Callable[[str], None], tuple[str]]:
        return os.mkdir, ("sprung",)


CAMELBERT = {
    "config.json": MODEL["config.json"],
    "vocab.txt": b"[PAD]\n",
    "model.safetensors": safetensors(classifier_weight=b"weights"),
    "pytorch_model.bin": b"the same as a pickle",
    "optimizer.pt": b"not wanted",
    "README.md": b"---\nlanguage: ar\nlicense: apache-2.0\n---\n",
}
KEPT = {name: CAMELBERT[name] for name in ("config.json", "vocab.txt", "model.safetensors", "README.md")}


def test_a_folder_is_copied_under_its_name_and_only_what_is_needed(models: CamelModels, tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "bert-base-arabic-camelbert-msa-ner", CAMELBERT)
    model = models.install_from(folder)
    assert (model.name, model.licence, model.bytes) == (folder.name, "apache-2.0", sum(map(len, KEPT.values())))
    assert model.folder is not None
    assert contents(model.folder) == KEPT
    assert names(models) == {folder.name: True, "ner-arabert": False, "morphology-db-msa-r13": False}
    models.remove(folder.name)
    assert not model.folder.exists()


@pytest.mark.parametrize("inside", ["", "camelbert/", "a/camelbert/"])
def test_a_zip_may_hold_the_folder_or_its_files(models: CamelModels, tmp_path: Path, inside: str) -> None:
    path = tmp_path / "camelbert.zip"
    path.write_bytes(zipped({inside + name: content for name, content in CAMELBERT.items()}))
    model = models.install_from(path)
    assert model.name == "camelbert"
    assert model.folder is not None
    assert contents(model.folder) == KEPT


def test_camels_own_zip_is_recognised(models: CamelModels, server: Server, tmp_path: Path, target: Path) -> None:
    path = tmp_path / "ner_arabert-1.0.0.zip"
    path.write_bytes(server.content)
    model = models.install_from(path)
    assert (model.name, model.folder) == ("ner-arabert", target)
    other = models.install_from(write_folder(tmp_path / "arabert", OLD))
    assert other.name == "arabert-local"
    assert "training_args.bin" not in contents(target)


def test_nothing_in_a_zip_leads_out_of_the_folder(models: CamelModels, tmp_path: Path) -> None:
    path = tmp_path / "evil.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in CAMELBERT.items():
            archive.writestr(f"../../{name}", content)
        archive.writestr("../../../escaped.txt", b"escaped")
        archive.writestr("/absolute.txt", b"escaped")
        link = zipfile.ZipInfo("../../LICENSE")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    model = models.install_from(path)
    assert model.folder is not None
    assert model.folder.parent == tmp_path / "data" / "data" / "ner"
    assert contents(model.folder) == {**KEPT, "LICENSE": b"/etc/passwd"}
    assert not any((model.folder / name).is_symlink() for name in contents(model.folder))
    assert [path.name for path in tmp_path.rglob("*.txt") if path.name != "vocab.txt"] == []


def encrypted(content: bytes) -> bytes:
    """The zip with the flag of encryption set in every header."""
    data = bytearray(content)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        position = data.find(mark)
        while position >= 0:
            data[position + at] |= 1
            position = data.find(mark, position + 4)
    return bytes(data)


def config(**changes: object) -> bytes:
    return json.dumps({**camel_server.CONFIG, **changes}).encode()


def only_pickled(content: bytes) -> dict[str, bytes]:
    return {**{n: c for n, c in CAMELBERT.items() if n != "model.safetensors"}, "pytorch_model.bin": content}


BAD_FOLDERS = {
    "empty": ({}, "no CAMeL-Tools model is in it"),
    "text": ({"notes.txt": b"x"}, "no CAMeL-Tools model is in it"),
    "no json": ({**CAMELBERT, "config.json": b"{"}, "its config.json describes no model"),
    "a list": ({**CAMELBERT, "config.json": b"[]"}, "its config.json describes no model"),
    "binary": ({**CAMELBERT, "config.json": b"\xff\xfe"}, "its config.json describes no model"),
    "gpt": ({**CAMELBERT, "config.json": config(model_type="gpt2")}, "this is a gpt2 model"),
    "labels": (
        {**CAMELBERT, "config.json": config(id2label={"0": "LABEL_0", "1": "LABEL_1"})},
        r"its labels are not O, B-… and I-… \(LABEL_0, LABEL_1 …\)",
    ),
    "no labels": ({**CAMELBERT, "config.json": b'{"model_type": "bert"}'}, r"\(none …\)"),
    "no vocab": ({n: c for n, c in CAMELBERT.items() if n != "vocab.txt"}, "vocab.txt is missing"),
    "no weights": ({"config.json": MODEL["config.json"], "vocab.txt": b"w"}, "weights are missing"),
    "cut off": ({**CAMELBERT, "model.safetensors": CAMELBERT["model.safetensors"][:-1]}, "is damaged or cut off"),
    "no header": ({**CAMELBERT, "model.safetensors": b"\xff" * 99}, "its weights cannot be read"),
    "a header of nothing": (
        {**CAMELBERT, "model.safetensors": (2).to_bytes(8, "little") + b"[]"},
        "is damaged or cut off",
    ),
    "no classifier": ({**CAMELBERT, "model.safetensors": safetensors(embeddings=b"x")}, "no layer that labels words"),
    "a trap": (only_pickled(pickle.dumps(Trap())), "pytorch_model.bin holds more than weights; it was not loaded"),
    "an old trap": (only_pickled(pickle.dumps(Trap(), 0)), "holds more than weights"),
    "a trap in a zip": (only_pickled(zipped({"model/data.pkl": pickle.dumps(Trap())})), "holds more than weights"),
    "no pickle": (only_pickled(b"noise"), "is damaged or no file of torch"),
    "a zip of no model": (only_pickled(zipped({"notes.txt": b"x"})), "is damaged or no file of torch"),
    "no database": ({"morphology.db": b"SQLite format 3"}, "its morphology.db is no morphology database"),
}


@pytest.mark.parametrize("name", BAD_FOLDERS)
@pytest.mark.parametrize("in_zip", [False, True])
def test_what_is_no_model_is_refused_by_name(models: CamelModels, tmp_path: Path, name: str, in_zip: bool) -> None:
    files, message = BAD_FOLDERS[name]
    path = tmp_path / "given"
    if in_zip:
        path.write_bytes(zipped(files))
    else:
        write_folder(path, files)
    with pytest.raises(TawsimError, match=f"given: .*{message}") as caught:
        models.install_from(path)
    assert "\n" not in str(caught.value)
    assert not Path("sprung").exists()
    assert names(models) == {"ner-arabert": False, "morphology-db-msa-r13": False}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"not a zip", "neither a folder nor a zip"),
        (zipped(CAMELBERT)[:-5], "neither a folder nor a zip"),
        (zipped(CAMELBERT).replace(b"weights", b"weihgts"), "the zip is damaged"),
        (encrypted(zipped(CAMELBERT)), "the zip is encrypted"),
    ],
    ids=["text", "cut off", "flipped", "encrypted"],
)
def test_a_bad_zip_is_said(models: CamelModels, tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "bad.zip"
    path.write_bytes(content)
    with pytest.raises(TawsimError, match=f"bad.zip: .*{message}"):
        models.install_from(path)


def test_what_is_not_there_is_said(models: CamelModels, tmp_path: Path) -> None:
    with pytest.raises(TawsimError, match="absent: there is no such folder or file"):
        models.install_from(tmp_path / "absent")


def test_a_morphology_is_installed_from_a_folder(models: CamelModels, tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "camel-morph", {"morphology.db": b"###DEFINES###\n", "LICENSE": b"x"})
    model = models.install_from(folder)
    assert (model.name, model.kind, model.licence) == ("camel-morph", "morphology_db", "see LICENSE")
    assert list(installed("morphology_db", [tmp_path / "data"])) == [model.folder]
