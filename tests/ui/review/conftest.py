"""A lead at the window with two colleagues' layers of an article."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from annotate.importing import bring_in, parse
from annotate.session import Session
from tests.ui.conftest import MakePerson
from tests.window import Person

LINE = "انضم للأمم ولسوريا وبالقدس ومدرستهم"

Spans = list[tuple[int, int, str]]
Relations = list[tuple[str, int, int]]


@pytest.fixture
def lead(make_person: MakePerson, tmp_path: Path) -> Callable[..., Person]:
    """``lead({name: spans}, {name: relations})``: the window on a project with these finished layers of ``LINE``."""

    def begin(
        layers: dict[str, Spans], relations: dict[str, Relations] | None = None, texts: int = 1, **how: str
    ) -> Person:
        person = make_person(**how)
        path = person.make(*[LINE] * texts)
        files = []
        for name, spans in layers.items():
            for number in range(1, texts + 1):
                files.append(tmp_path / f"{name}{number}.jsonl")
                files[-1].write_text(
                    _line(name, f"t{number}", spans, (relations or {}).get(name, [])), encoding="utf-8"
                )
        project = person.services.open_project(path)
        bring_in(Session(project), parse(files))
        project.close()
        person.window.resize(1440, 900)
        person.open(path)
        return person

    return begin


def _line(annotator: str, name: str, spans: Spans, relations: Relations) -> str:
    record = {
        "name": name,
        "text": LINE,
        "annotator": annotator,
        "state": "done",
        "spans": [
            {"id": f"s{n}", "start": start, "end": end, "label": label, "attributes": {}, "note": ""}
            for n, (start, end, label) in enumerate(spans)
        ],
        "relations": [
            {"id": f"r{n}", "label": label, "head": f"s{head}", "tail": f"s{tail}", "attributes": {}, "note": ""}
            for n, (label, head, tail) in enumerate(relations)
        ],
        "suggestions": [],
        "meta": {},
    }
    return json.dumps(record, ensure_ascii=False) + "\n"
