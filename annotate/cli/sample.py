"""The sample project: made at its first use, in the user's data folder, from what ships in the seeds."""

from __future__ import annotations

import tempfile
from pathlib import Path

import platformdirs

from annotate.importing import bring_in, parse
from annotate.labels import read
from annotate.services import Services
from annotate.session import Session
from annotate.suggest.run import suggest


def sample_project(services: Services, annotator: str = "me") -> Path:
    """The path of the sample project, which is there from now on, with suggestions made.

    Where the data folder cannot be written it lies in a temporary folder.
    """
    folder = platformdirs.user_data_path("tawsim", appauthor=False)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return _made(services, folder / "sample.tawsim", annotator)
    except OSError:
        return _made(services, Path(tempfile.mkdtemp(prefix="tawsim-"), "sample.tawsim"), annotator)


def _made(services: Services, path: Path, annotator: str) -> Path:
    if path.exists():
        return path
    # Made beside and renamed: a first start that is killed leaves no half sample behind.
    with tempfile.TemporaryDirectory(prefix=".sample-", dir=path.parent) as beside:
        made = Path(beside, path.name)
        labels = read((services.seeds / "labels" / "wojood.json").read_text(encoding="utf-8"))
        project = services.create_project(made, labels=labels, annotator=annotator)
        try:
            sources = services.seeds / "sample"
            texts = [*sorted(sources.glob("*.txt")), *sorted(sources.glob("*.jsonl"))]
            # Two colleagues' layers of the article: review and agreement show something on the first day.
            texts += sorted((services.seeds / "colleagues").glob("*.jsonl"))
            bring_in(Session(project), parse(texts))
            suggest(project, services.seeds)
        finally:
            project.close()
        made.rename(path)
    return path
