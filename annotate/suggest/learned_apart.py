"""The source ``learned`` at work in a process of its own.

A project comes by mail or on a stick, and its models with it. CRFsuite reads a model without checking it: a damaged one
ends the process that uses it, which must not be the window's.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from annotate.arabic.clitics import SHIPPED, Clitics
from annotate.model import Json
from annotate.suggest.proposals import Proposal
from annotate.worker_client import WorkerClient, WorkerError

WORKER = "learned"


class LearnedApart:
    """Proposes what the models have learnt that a project keeps (setting ``learned``); see ``learned.Learned``.

    Where they cannot be used it proposes nothing, and ``problem`` says why (one plain line). ``client`` is a worker of
    the name ``WORKER``; whoever made it closes it.
    """

    name = "learned"
    own_labels = True

    def __init__(self, client: WorkerClient, models: Json, seeds: Path) -> None:
        self._client = client
        self._models = models
        self._key = hashlib.sha256(json.dumps(models).encode()).hexdigest()
        self._seeds = str(seeds.resolve())
        self.problem = ""

    def propose(self, text: str, clitics: Clitics = SHIPPED) -> list[Proposal]:
        """The proposals for a document whose words are cut so."""
        found = [Proposal(*row) for row in self._ask("propose", text, clitics) or ()]
        # A model with weights that are no numbers gives likelihoods that are none.
        return [one for one in found if 0 <= one.score <= 1]

    def uncertainty(self, text: str, clitics: Clitics = SHIPPED) -> float:
        """How much is to be learnt from a document, 0…1."""
        return float(self._ask("uncertainty", text, clitics) or 0.0)

    def _ask(self, task: str, text: str, clitics: Clitics) -> Any:  # noqa: ANN401 (a JSON value)
        if not self._models or self.problem:
            return None
        try:
            return self._answer(task, text, clitics)
        except WorkerError as error:
            self.problem = f"what was learnt in this project cannot be used: {error}"
            return None

    def _answer(self, task: str, text: str, clitics: Clitics) -> Any:  # noqa: ANN401
        params: Mapping[str, Any] = {"text": text, "key": self._key, "clitics": clitics.within(text).to_json()}
        for value in self._client.ask(task, params):
            if "missing" not in value:
                return value["found"]
        # A new process, or the models are others than the last ones.
        load = {"models": self._models, "key": self._key, "seeds": self._seeds}
        for _ in self._client.ask("load", load):
            pass
        (value,) = self._client.ask(task, params)
        if "missing" in value:  # asked again of a new process, since the one that had loaded them died of it
            raise WorkerError(f"{WORKER}: the process ended while it used the models")
        return value["found"]
