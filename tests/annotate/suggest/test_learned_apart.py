"""The learned source in a process of its own: as within, and no model whatsoever ends more than that process."""

from __future__ import annotations

import lzma
import random
import struct
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotate.errors import TawsimError
from annotate.model import Json
from annotate.project import Project
from annotate.suggest.learned import Learned, pack, train, unpack
from annotate.suggest.learned_apart import WORKER as NAME
from annotate.suggest.learned_apart import LearnedApart
from annotate.suggest.run import suggest
from annotate.suggest.starter import load_starter
from annotate.worker_client import WorkerClient
from tests.annotate.suggest.test_learned import NEW, WORKER, lesson
from tests.projects import add_document


@pytest.fixture(scope="module")
def models(seeds: Path) -> dict[str, bytes]:
    return train([lesson()], load_starter(seeds))


@pytest.fixture
def client() -> Iterator[WorkerClient]:
    client = WorkerClient(WORKER, NAME)
    yield client
    client.close()


def packed(models: dict[str, bytes]) -> dict[str, str]:
    return {label: pack(model) for label, model in models.items()}


def test_it_proposes_as_in_this_process(models: dict[str, bytes], client: WorkerClient, seeds: Path) -> None:
    within = Learned(models, load_starter(seeds))
    apart = LearnedApart(client, packed(models), seeds)
    assert apart.propose(NEW) == within.propose(NEW) != []
    assert apart.uncertainty(NEW) == within.uncertainty(NEW) > 0
    assert apart.problem == ""


def test_a_worker_that_went_is_given_the_models_again(
    models: dict[str, bytes], client: WorkerClient, seeds: Path
) -> None:
    apart = LearnedApart(client, packed(models), seeds)
    before = apart.propose(NEW)
    client.close()
    assert apart.propose(NEW) == before
    # Another project, or a new training: the models that are asked for are those that answer.
    other = LearnedApart(client, packed({"UNIT": models["UNIT"]}), seeds)
    assert {one.label for one in other.propose(NEW)} == {"UNIT"}
    assert apart.propose(NEW) == before


def test_nothing_learnt_starts_no_process(client: WorkerClient, seeds: Path) -> None:
    apart = LearnedApart(client, {}, seeds)
    assert (apart.propose(NEW), apart.uncertainty(NEW), client.pid) == ([], 0.0, None)


def test_a_model_that_crashes_crfsuite_is_passed_over(
    models: dict[str, bytes], client: WorkerClient, seeds: Path
) -> None:
    model = bytearray(models["PRODUCT"])
    model[32:36] = struct.pack("<I", 0x7FFFFFFF)  # where the labels are said to stand
    apart = LearnedApart(client, packed({"PRODUCT": bytes(model)}), seeds)
    assert apart.propose(NEW) == []
    assert apart.problem.startswith("what was learnt in this project cannot be used: learned: the process")
    assert apart.uncertainty(NEW) == 0.0
    good = LearnedApart(client, packed(models), seeds)
    assert good.propose(NEW)
    assert good.problem == ""


@pytest.mark.parametrize(
    "setting",
    [["a"], "x", {"ORG": 1}, {"ORG": None}, {"ORG": "AAAA"}, {"ORG": pack(b"")}, {"ORG": pack(b"lCRF")}],
    ids=["a list", "a string", "a number", "null", "no model", "an empty one", "a beginning"],
)
def test_what_is_no_model_is_passed_over(setting: Json, client: WorkerClient, seeds: Path) -> None:
    apart = LearnedApart(client, setting, seeds)
    assert apart.propose(NEW) == []
    assert apart.problem


def test_models_with_flipped_bits_do_no_harm_here(models: dict[str, bytes], client: WorkerClient, seeds: Path) -> None:
    chance = random.Random(8)
    for _ in range(12):
        model = bytearray(models["UNIT"])
        for _ in range(3):
            model[chance.randrange(len(model))] ^= 1 << chance.randrange(8)
        for one in LearnedApart(client, packed({"UNIT": bytes(model)}), seeds).propose(NEW):
            assert 0 <= one.start < one.end <= len(NEW)
            assert 0 <= one.score <= 1


def test_a_model_that_unpacks_to_all_memory_is_refused() -> None:
    bomb = b64encode(lzma.compress(bytes(2**27 + 1), preset=0)).decode("ascii")
    with pytest.raises(TawsimError, match="damaged"):
        unpack(bomb)


def test_a_run_says_what_cannot_be_used_and_goes_on(project: Project, models: dict[str, bytes], seeds: Path) -> None:
    model = bytearray(models["PRODUCT"])
    model[32:36] = struct.pack("<I", 0x7FFFFFFF)
    project.set_setting("learned", packed({"PRODUCT": bytes(model)}))
    document = add_document(project, "زار لبنان أمس.")
    report = suggest(project, seeds, documents=[document.id], worker_command=WORKER)
    assert [problem for problem in report.problems if "cannot be used" in problem]
    assert report.suggestions["places"] == 1
