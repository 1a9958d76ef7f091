"""A project on a desk: files go in, files come out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from annotate.annotator_names import annotator_names
from annotate.exporting import ExportOptions, ExportReport, chosen_annotators, export
from annotate.formats.content import AnnotatedDocument
from annotate.importing import ImportReport, bring_in, parse
from annotate.layer_content import layer_content
from annotate.session import Session
from store.repository import ProjectFile
from tests.projects import new_project

Values = Any
"""Keyword arguments handed on, and JSON."""


class Desk:
    """A new project in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        self.folder = folder
        self.project: ProjectFile = new_project(folder / "p.tawsim")
        self.session = Session(self.project)
        self.report = ExportReport()

    def file(self, name: str, content: str | bytes) -> Path:
        """Write a file to be imported."""
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def bring(self, *paths: Path, annotator: str | None = None, **options: Values) -> ImportReport:
        """Import files."""
        return bring_in(self.session, parse(paths, **options), annotator=annotator)

    def bring_text(self, name: str, content: str | bytes, **options: Values) -> ImportReport:
        """Import a file of this content."""
        return self.bring(self.file(name, content), **options)

    def bring_records(self, *records: dict[str, Any], **options: Values) -> ImportReport:
        """Import a native JSONL file of these records."""
        lines = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
        return self.bring_text("in.jsonl", lines, **options)

    def export(self, format: str, out: str = "", **options: Values) -> str:
        """Export, and give the text of the file; what was lost is in ``report``."""
        path = self.folder / (out or f"out.{format}")
        self.report = export(self.project, path, ExportOptions(format=format, **options))
        return path.read_bytes().decode() if path.is_file() else ""

    def again(self, format: str, **options: Values) -> str:
        """Export, import that into a new project, export from there."""
        self.export(format, **options)
        other = Desk(self.folder / f"again-{format}")
        try:
            other.bring(self.folder / f"out.{format}", format=format)
            return other.export(format, **options)
        finally:
            other.close()

    def contents(self) -> list[AnnotatedDocument]:
        """Every document with the layer that an export takes."""
        names = annotator_names(self.project)
        return [
            layer_content(self.project, summary.id, annotator, names)
            for summary in self.project.documents()
            for annotator in chosen_annotators(self.project, summary.id, None)
        ]

    def surfaces(self) -> list[tuple[str, str]]:
        """Label and surface of every span, in file order."""
        return [
            (span.label, " ".join(content.text[start:end] for start, end in span.pieces))
            for content in self.contents()
            for span in content.spans
        ]

    def losses(self) -> list[tuple[str, str]]:
        """What the last export lost, as (what, done)."""
        return [(loss.what, loss.done) for loss in self.report.losses]

    def close(self) -> None:
        """Close the project."""
        self.project.close()


def record(
    text: str, *spans: tuple[int, int, str], name: str = "d", relations: Values = (), **more: Values
) -> dict[str, Any]:
    """A native record; spans are (start, end, label), relations (head, tail, label) by span number from 1."""
    return {
        "name": name,
        "text": text,
        "spans": [{"id": f"s{n}", "start": s, "end": e, "label": label} for n, (s, e, label) in enumerate(spans, 1)],
        "relations": [
            {"id": f"r{n}", "label": label, "head": f"s{head}", "tail": f"s{tail}"}
            for n, (head, tail, label) in enumerate(relations, 1)
        ],
        **more,
    }
