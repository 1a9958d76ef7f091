"""CAMeL-Tools for real, in its worker process: the small trained model and a genuine morphology run the real code."""

import json
import lzma
import os
import pickle
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from itertools import repeat
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.arabic.clitics import SHIPPED, Clitics
from annotate.errors import TawsimError
from annotate.suggest.camel import CamelSource
from annotate.suggest.camel_folder import check_ner
from annotate.suggest.camel_pieces import Part, groups, stretches
from annotate.suggest.camel_words import words_of
from annotate.suggest.proposals import Proposal
from annotate.worker_client import WorkerClient, WorkerError
from tests.conftest import Shared

ROOT = Path(__file__).parents[3]
COMMAND = [sys.executable, str(ROOT / "main.py"), "--worker"]
ARTICLE = ROOT / "seeds" / "sample" / "tajikistan-kazakhstan.txt"
NASTY = "ذهب \u200f محمد\ufffd \ufffd ّ إلى القاهرة\u200f، ثم عاد\u200bإلى بيروت! 🇱🇧 مدرسـة مَدْرَسَة"


@pytest.fixture(scope="session")
def tiny(shared: Shared) -> Path:
    return shared / "camel" / "tiny-ner"


@pytest.fixture(scope="session")
def data(shared: Shared, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A CAMELTOOLS_DATA folder with the model and the morphology, and a catalogue that is spoilt."""
    folder = tmp_path_factory.mktemp("camel_tools")
    (folder / "catalogue.json").write_text("<html>404</html>")
    shutil.copytree(shared / "camel" / "tiny-ner", folder / "data" / "ner" / "arabert")
    database = folder / "data" / "morphology_db" / "calima-msa-r13" / "morphology.db"
    database.parent.mkdir(parents=True)
    database.write_bytes(lzma.decompress((shared / "camel" / "morphology.db.xz").read_bytes()))
    return folder


@pytest.fixture(scope="session")
def only_source(data: Path) -> Iterator[CamelSource]:
    source = CamelSource(COMMAND, None, data)
    yield source
    source.close()


@pytest.fixture
def camel(only_source: CamelSource, tiny: Path) -> CamelSource:
    """One worker for all tests: to start it takes seconds."""
    only_source.model = tiny
    return only_source


@pytest.fixture
def worker(camel: CamelSource) -> WorkerClient:
    return camel.worker


@pytest.fixture(scope="session")
def sentences(shared: Shared) -> list[str]:
    """The first 200 sentences of ANERcorp's test part."""
    found = (shared / "anercorp" / "test.bio").read_text(encoding="utf-8").split("\n\n")
    return [" ".join(line.partition(" ")[0] for line in block.split("\n") if line) for block in found[:200]]


def rewritten(tiny: Path, folder: Path, label: str) -> Path:
    """The small model with a last layer that gives every word this label."""
    import numpy
    from safetensors.numpy import load_file, save_file

    shutil.copytree(tiny, folder, copy_function=shutil.copyfile)
    folder.chmod(0o755)
    number = json.loads((folder / "config.json").read_text())["label2id"][label]
    weights = load_file(folder / "model.safetensors")
    weights["classifier.weight"] = numpy.zeros_like(weights["classifier.weight"])
    weights["classifier.bias"] = numpy.eye(len(weights["classifier.bias"]), dtype="float32")[number] * 5
    save_file(weights, folder / "model.safetensors", {"format": "pt"})
    return folder


@pytest.fixture(scope="session")
def every_word(tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return rewritten(tiny, tmp_path_factory.mktemp("models") / "b-loc", "B-LOC")


def recognized(worker: WorkerClient, model: Path, *texts: str) -> list[list[list[Any]]]:
    values = worker.ask("recognize", {"model": str(model), "int8": False, "texts": list(texts)})
    return [value["found"] for value in values if "text" in value]


# --- words and labels


@given(st.text(st.one_of(st.sampled_from("اب جد\n.\u200f\ufffd\u0651،\u2028\xa0😀#ـ1a"), st.characters()), max_size=80))
def test_no_word_is_lost_or_moved(text: str) -> None:
    words = words_of(text)
    assert "".join(text[start:end] for start, end in words) == "".join(filter(lambda c: not c.isspace(), text))
    assert words == sorted(words)


@given(st.text("ab .\n", max_size=60), st.integers(1, 9))
def test_long_stretches_are_cut_and_nothing_lies_between_them(text: str, longest: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("annotate.suggest.camel_pieces._LONGEST", longest)
        found = list(stretches(text))
    assert all(end - start <= longest for start, end in found)
    seen = {place for start, end in found for place in range(start, end)}
    assert all(text[place].isspace() for place in set(range(len(text))) - seen)
    assert len(seen) == sum(end - start for start, end in found)


@given(st.lists(st.text("ab .\n", max_size=400), max_size=5))
def test_the_pieces_of_a_text_are_the_text_cut_between_sentences(texts: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("annotate.suggest.camel_pieces._PAGE", 20)
        found = [piece for group in groups(texts) for piece in group]
    assert [piece.index for piece in found if piece.last] == list(range(len(texts)))
    for index, text in enumerate(texts):
        pieces = [piece for piece in found if piece.index == index]
        assert "".join(piece.text for piece in pieces) == text
        assert all(text[piece.start : piece.end] == piece.text for piece in pieces)
        # What the worker sees in the pieces is what it would see in the text.
        there = [(piece.start + start, piece.start + end) for piece in pieces for start, end in stretches(piece.text)]
        assert there == list(stretches(text))


def test_the_labels_are_those_of_predict(
    worker: WorkerClient, tiny: Path, sentences: list[str], tmp_path: Path
) -> None:
    """Nasty and long sentences among them; in 8 bits at least 99 in a hundred agree; weights in a pickle do as well."""
    pickled = tmp_path / "pickled"
    shutil.copytree(tiny, pickled, copy_function=shutil.copyfile)
    pickled.chmod(0o755)
    words = [tiny, pickled / "pytorch_model.bin"]
    script = Path(__file__).with_name("camel_stock.py")
    texts = [*sentences, NASTY, "", " ".join(sentences)[:15_000]]
    answer = subprocess.run(
        [sys.executable, script, *words], input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    found = json.loads(answer.stdout)
    assert found["ours"] == found["stock"]
    assert sum(map(len, found["stock"])) > 5_000
    assert len({label for labels in found["stock"] for label in labels}) > 5
    pairs = [
        pair for ours, int8 in zip(found["ours"], found["int8"], strict=True) for pair in zip(ours, int8, strict=True)
    ]
    assert sum(one == other for one, other in pairs) / len(pairs) >= 0.99

    (pickled / "model.safetensors").unlink()
    check_ner(pickled)
    assert recognized(worker, pickled, *texts[:20]) == recognized(worker, tiny, *texts[:20])


def test_every_word_has_its_place(worker: WorkerClient, every_word: Path) -> None:
    long = "كلمة " * 20_000
    texts = [NASTY, "ا" * 5000 + " بيروت", long, "漢" * 600, ""]
    found = recognized(worker, every_word, *texts)
    silent = {"\u200f", "\ufffd"}
    for text, entities in zip(texts, found, strict=True):
        expected = [[start, end] for start, end in words_of(text) if text[start:end] not in silent]
        assert [[start, end] for start, end, _, _ in entities] == expected
        assert {kind for _, _, kind, _ in entities} <= {"LOC"}
        assert all(0.9 < score <= 1 for *_, score in entities)


def test_an_orphan_continuation_starts_an_entity(worker: WorkerClient, tiny: Path, tmp_path: Path) -> None:
    """And a word that gives no word piece does not break one."""
    model = rewritten(tiny, tmp_path / "i-pers", "I-PERS")
    text = "قاسم \u200f جومارت \ufffd"
    ((entity,),) = recognized(worker, model, text)
    assert entity[:3] == [0, text.index(" \ufffd"), "PERS"]


# --- proposals


def proposed(source: CamelSource, text: str) -> list[Proposal]:
    """The proposals for one text, which together are all of it."""
    parts = list(source.propose([text]))
    assert [part.start for part in parts] == [0, *(part.end for part in parts[:-1])]
    assert (parts[-1].end, parts[-1].last) == (len(text), True)
    return [proposal for part in parts for proposal in part.proposals]


def test_proposals_are_words_without_their_clitics(camel: CamelSource, every_word: Path) -> None:
    """By the morphology where it knows the word, else by rules; a dash is no name."""
    camel.model = every_word
    text = "وكازاخستان – للأردن كندا وارسو (بالقاهرة) وللتعاون مدرستهم"
    proposals = proposed(camel, text)
    assert [text[p.start : p.end] for p in proposals] == [
        "كازاخستان", "أردن", "كندا", "وارسو", "القاهرة", "تعاون", "مدرست",
    ]  # fmt: skip
    assert {(p.label, p.by) for p in proposals} == {("LOC", "camel")}


def test_names_of_the_project_go_before_the_morphology(camel: CamelSource, data: Path, every_word: Path) -> None:
    text = "وكلتود بلخادم ببلخادم بريانة كاليفورنيا"
    clitics = Clitics(frozenset(["بلخادم", "بريانه", "وكلتود"]), {"كاليفورنيا": ("ك", "اليفورنيا")})
    source = CamelSource(camel.worker, every_word, data, clitics=clitics)
    assert [text[p.start : p.end] for p in proposed(source, text)] == [
        "وكلتود", "بلخادم", "بلخادم", "بريانة", "اليفورنيا",
    ]  # fmt: skip


def test_the_article_gets_its_places(camel: CamelSource) -> None:
    text = ARTICLE.read_text(encoding="utf-8")
    proposals = proposed(camel, text)
    assert {"كازاخستان", "أستانا"} <= {text[p.start : p.end] for p in proposals}
    assert camel.words_per_second > 0


def test_many_documents_come_in_order_and_the_same_as_alone(camel: CamelSource, sentences: list[str]) -> None:
    texts = ["", *sentences[:150], " \n", ""]
    letters: list[int] = []
    together = list(camel.propose(texts, letters.append))
    assert [part.index for part in together] == list(range(len(texts)))
    assert letters == sorted(letters)
    assert letters[0] == 0
    # Words that give no word piece are not counted.
    assert letters[-1] == pytest.approx(sum(len(text) - text.count(" ") for text in texts), rel=0.01)
    for index in (0, 3, 80, len(texts) - 1):
        assert _rounded(proposed(camel, texts[index])) == _rounded(together[index].proposals)
    assert list(camel.propose([])) == []


def test_a_long_document_comes_page_by_page_in_reading_order(camel: CamelSource, sentences: list[str]) -> None:
    """Each piece whole sentences; what is found is what is found in each sentence alone."""
    text = "\n".join(sentences)
    parts = list(camel.propose([text]))
    assert len(parts) > len(text) / 4000
    assert max(part.end - part.start for part in parts) < 4000
    assert all(part.start <= p.start < p.end <= part.end for part in parts for p in part.proposals)
    alone = list(camel.propose(sentences))
    starts = [sum(len(sentence) + 1 for sentence in sentences[:index]) for index in range(len(sentences))]
    moved = [(starts[part.index] + p.start, p.label) for part in alone for p in part.proposals]
    assert [(p.start, p.label) for part in parts for p in part.proposals] == moved


def _rounded(proposals: list[Proposal]) -> list[tuple[int, int, str, float]]:
    return [(p.start, p.end, p.label, round(p.score, 3)) for p in proposals]


def test_cancel_keeps_what_came(camel: CamelSource) -> None:
    """Of one long document as of many."""
    article = ARTICLE.read_text(encoding="utf-8")
    for texts in (repeat(article * 3), [article * 2000]):
        came: list[Part] = []
        for part in camel.propose(texts, cancelled=lambda came=came: len(came) >= 2):  # type: ignore[misc]
            came.append(part)
        assert [part.start for part in came] == [0, came[0].end]
        assert all(part.proposals for part in came)
    assert list(camel.propose([], cancelled=lambda: True)) == []


def test_a_killed_worker_keeps_what_came_and_the_next_call_works(tiny: Path, tmp_path: Path) -> None:
    source = CamelSource(COMMAND, tiny, tmp_path)
    article = ARTICLE.read_text(encoding="utf-8")
    came: list[Part] = []
    killed: list[int] = []

    def kill(letters: int) -> None:
        """In the middle of a text that takes seconds."""
        if came and not killed and source.worker.pid:
            killed.append(source.worker.pid)
            os.kill(source.worker.pid, signal.SIGKILL)

    with pytest.raises(WorkerError, match="camel: the process was ended by signal 9"):
        came.extend(source.propose([article * 60], kill))
    assert came
    assert not came[-1].last
    assert proposed(source, article)
    source.close()


def test_a_long_text_takes_no_more_memory_than_a_short_one(camel: CamelSource, sentences: list[str]) -> None:
    text = "\n".join(sentences)
    list(camel.propose([text]))
    status = Path("/proc", str(camel.worker.pid), "status")
    if not status.exists():
        pytest.skip("needs /proc")

    def peak() -> float:
        return int(status.read_text().partition("VmHWM:")[2].partition("kB")[0]) / 1024

    before = peak()
    list(camel.propose([text * (1_000_000 // len(text))]))
    assert peak() - before < 60


# --- clitics by morphology


def test_the_morphology_cuts_words_as_they_are_written(worker: WorkerClient, data: Path) -> None:
    expected = [
        "و|كازاخستان", "لبنان", "وارسو", "باريس", "بيروت", "كندا", "فرنسا", "ليبيا", "مدرست|هم", "ل|ل|أردن",
        "و|ل|ل|عراق", "ب|القاهرة", "و|الكازاخستاني", "ك|باريس", "و|وارسو", "ل|مصر", "ل|ل|أُرْدُن", "و|لبنـان",
        "وليد", "علي|هم", "ل|ه", "و|هو",
    ]  # fmt: skip
    words = ["".join(parts.split("|")) for parts in expected]
    params = {"database": str(data / "data/morphology_db/calima-msa-r13/morphology.db"), "words": words}
    splits = {key: tuple(parts) for value in worker.ask("split", params) for key, parts in value["splits"].items()}
    assert len(splits) > 8
    clitics = Clitics(table=splits)
    assert ["|".join(clitics.split(word)) for word in words] == expected


def test_the_parts_of_every_word_are_the_word(worker: WorkerClient, data: Path, sentences: list[str]) -> None:
    strange = ["\u200f", "ّ", "ا" * 500, "", "،", "abc"]
    words = [*sorted({word for text in sentences for word in text.split(" ")}), *strange]
    params = {"database": str(data / "data/morphology_db/calima-msa-r13/morphology.db"), "words": words}
    values = list(worker.ask("split", params))
    assert len(values) > 1
    splits = {key: parts for value in values for key, parts in value["splits"].items()}
    assert len(splits) > len(words) / 8
    assert all("".join(parts) == word and all(parts) for word, parts in splits.items())
    assert not set(strange) & set(splits)


def test_the_source_keeps_what_the_rules_would_cut_otherwise(camel: CamelSource, data: Path) -> None:
    """For the project's table, which goes before the morphology."""
    camel.learn_splits(["كباريس مدرستهم"])
    assert all("".join(parts) == word and parts != SHIPPED.split(word) for word, parts in camel.splits.items())
    known = {"كباريس": ("كباريس",)}
    source = CamelSource(COMMAND, None, data, clitics=Clitics(table=known))
    source.learn_splits(["كباريس"])
    assert source.splits == known
    assert source.worker.pid is None


# --- what is no model


def bad_folders(tiny: Path, folder: Path) -> dict[str, tuple[Path, str]]:
    import numpy
    from safetensors.numpy import load_file, save_file

    def copy(name: str) -> Path:
        shutil.copytree(tiny, folder / name, copy_function=shutil.copyfile)
        (folder / name).chmod(0o755)
        return folder / name

    cut_off = copy("cut-off")
    weights = (tiny / "model.safetensors").read_bytes()
    (cut_off / "model.safetensors").write_bytes(weights[: len(weights) // 2])
    headless = copy("headless")
    tensors = load_file(tiny / "model.safetensors")
    save_file({k: v for k, v in tensors.items() if "classifier" not in k}, headless / "model.safetensors")
    shapes = copy("shapes")
    save_file({**tensors, "classifier.weight": numpy.zeros((3, 160), "float32")}, shapes / "model.safetensors")
    noise, pickled = copy("noise"), copy("pickled")
    for path, content in ((noise, b"noise"), (pickled, pickle.dumps(Trap(folder / "sprung")))):
        (path / "model.safetensors").unlink()
        (path / "pytorch_model.bin").write_bytes(content)
    return {
        "cut off": (cut_off, "its weights cannot be read"),
        "headless": (headless, "this model has no layer that labels words"),
        "shapes": (shapes, "the model cannot be loaded"),
        "noise": (noise, "holds more than weights|its weights cannot be read"),
        "pickled": (pickled, "holds more than weights; it was not loaded"),
    }


class Trap:
    """A pickle that makes a file when it is loaded."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[Any, ...]:
        return os.mkdir, (str(self.path),)


def test_what_is_no_model_is_said_in_one_line_and_runs_nothing(
    worker: WorkerClient, tiny: Path, tmp_path: Path
) -> None:
    for name, (folder, message) in bad_folders(tiny, tmp_path).items():
        with pytest.raises(TawsimError, match=f"{folder}.*{message}") as caught:
            recognized(worker, folder, "نص")
        assert "\n" not in str(caught.value), name
    assert not (tmp_path / "sprung").exists()


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("absent", "there is no such folder"),
        ("", r"this is no folder of a CAMeL-Tools model \(it has no config.json\)"),
    ],
)
def test_a_folder_without_a_model_needs_no_worker_to_be_refused(tmp_path: Path, name: str, message: str) -> None:
    source = CamelSource(COMMAND, tmp_path / name, tmp_path)
    with pytest.raises(TawsimError, match=f"{tmp_path / name}: {message}"):
        list(source.propose(["نص"]))
    assert source.worker.pid is None


def test_without_a_model_the_way_out_is_named(tmp_path: Path) -> None:
    source = CamelSource(COMMAND, None, tmp_path)
    with pytest.raises(TawsimError, match="no CAMeL-Tools model is installed"):
        list(source.propose(["نص"]))
    assert source.worker.pid is None


def test_a_spoilt_morphology_is_said(tiny: Path, tmp_path: Path) -> None:
    database = tmp_path / "data" / "morphology_db" / "x" / "morphology.db"
    database.parent.mkdir(parents=True)
    database.write_text("###DEFINES###\nDEFINE\n", encoding="utf-8")
    source = CamelSource(COMMAND, tiny, tmp_path)
    try:
        with pytest.raises(TawsimError, match=r"morphology\.db: this is no morphology database"):
            list(source.propose(["نص"]))
    finally:
        source.close()


# --- places where CAMeL-Tools fails by itself


def binding_permissions() -> list[str]:
    """The words before a command that make permission bits bind, which root's privileges undo."""
    if os.name != "posix" or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return []
    if not (setpriv := shutil.which("setpriv")):
        pytest.skip("root needs setpriv to be bound by permission bits")
    return [setpriv, "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all"]


def test_it_works_offline_with_a_home_that_cannot_be_written_and_a_spoilt_catalogue(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    home.chmod(0o555)
    bound = binding_permissions()
    refused = subprocess.run(
        [*bound, sys.executable, "-c", f"open({str(home / 'x')!r}, 'w')"], capture_output=True, check=False
    )
    assert b"PermissionError" in refused.stderr
    for name, value in {"HOME": str(home), "CAMELTOOLS_DATA": str(data), "https_proxy": "http://127.0.0.1:9"}.items():
        monkeypatch.setenv(name, value)
    source = CamelSource([*bound, *COMMAND])
    try:
        proposals = proposed(source, ARTICLE.read_text(encoding="utf-8"))
    finally:
        source.close()
    assert proposals
    assert list(home.iterdir()) == []
    assert (data / "catalogue.json").read_text() == "<html>404</html>"


def test_an_edition_without_camel_tools_says_so(tiny: Path, tmp_path: Path) -> None:
    script = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); sys.modules['camel_tools'] = None\n"
        "from annotate.worker import serve; sys.exit(serve(sys.argv[1:]))"
    )
    source = CamelSource([sys.executable, "-c", script], tiny, tmp_path)
    try:
        with pytest.raises(TawsimError, match="CAMeL-Tools is not part of this edition of Tawsim"):
            list(source.propose(["نص"]))
    finally:
        source.close()


def test_asking_imports_neither_torch_nor_camel_tools() -> None:
    heavy = "{'torch', 'camel_tools', 'transformers'}"
    code = f"import sys, annotate.suggest.camel; sys.exit(len({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
