"""Receiving a colleague's layers as one undoable step: what is new comes in, what does not fit is listed.

Which of two versions of a layer is newer is told by the steps of the journals they hold, never by a clock; so files may
come in any order and any number of times.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from annotate.changes import Change, Record, record_key
from annotate.colleague_file import DECIDED, LONGEST_ID, LONGEST_NAME, ColleagueFile, ColleagueLayer
from annotate.errors import TawsimError
from annotate.label_keys import LabelKeys
from annotate.model import GOLD, Document, Receipt, Relation, Span, State
from annotate.project import LayerVersion, Project
from annotate.session import Session
from annotate.versions import holds, is_newer


@dataclass(frozen=True, slots=True)
class Skipped:
    """A document (by name) whose layer did not come in, and why."""

    document: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiveReport:
    """What came in from whom. Counts are what changed: of a file that was received before, none.

    ``replaced`` lists documents whose layer had been changed here too and is now the colleague's (undo brings it
    back); ``labels`` the labels of the file that this project's set lacks, with what is done about them.
    """

    annotator: str
    documents: int
    spans: int
    relations: int
    skipped: tuple[Skipped, ...]
    replaced: tuple[str, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Receive:
    """The edit that brings a colleague's layers in: its changes were planned by ``receive``."""

    changes: tuple[Change, ...]
    detail: str
    title: str = "receive"

    def plan(self, project: Project) -> tuple[list[Change], str]:
        return list(self.changes), self.detail


def receive(session: Session, file: ColleagueFile) -> ReceiveReport:
    """Bring a colleague's file into the session's project: ``planned`` and done."""
    edit, report = planned(session.project, file)
    session.do(edit)
    return report


def planned(project: Project, file: ColleagueFile) -> tuple[Receive, ReceiveReport]:
    """The edit that brings a colleague's file in, and what it will have done. Fit for a job; nothing is written.

    Documents are matched by their ids (the text verifies them), else by the text, and by name where two texts are
    equal. Raises TawsimError where the file's annotator is none.
    """
    name = file.annotator.name
    if file.annotator.id == GOLD or not 0 < len(file.annotator.id) <= LONGEST_ID:
        raise TawsimError(f"{file.path}: it is no annotator's file")
    if not name.strip() or name in (GOLD, "all") or len(name) > LONGEST_NAME:
        raise TawsimError(f"{file.path}: {name[:LONGEST_NAME]!r} is no name for an annotator")
    plan = _Plan(project, file)
    for layer in file.layers:
        plan.add(layer)
    changed = [change.record for change in plan.changes]
    report = ReceiveReport(
        annotator=name,
        documents=sum(isinstance(record, Receipt) for record in changed),
        spans=sum(isinstance(record, Span) for record in changed),
        relations=sum(isinstance(record, Relation) for record in changed),
        skipped=tuple(plan.skipped),
        replaced=tuple(plan.replaced),
        labels=tuple(plan.keys.strange),
    )
    return Receive(changes=tuple(plan.changes), detail=name), report


class _Plan:
    """Takes layers one by one; ``changes`` is what the project needs to hold them."""

    def __init__(self, project: Project, file: ColleagueFile) -> None:
        self._project = project
        self._annotator = file.annotator
        self._versions = project.layer_versions(file.annotator.id)
        self._matched: set[str] = set()
        self.keys = LabelKeys(file.labels, project.label_set())
        self.changes: list[Change] = []
        self.skipped: list[Skipped] = []
        self.replaced: list[str] = []

    def add(self, theirs: ColleagueLayer) -> None:
        match = self._match(theirs.document)
        if isinstance(match, str) or theirs.fault():
            why = match if isinstance(match, str) else theirs.fault()
            self.skipped.append(Skipped(theirs.document.name[:LONGEST_NAME], why))
            return
        self._matched.add(match.id)
        layer, ours = self._project.layer(match.id, self._annotator.id), self._versions.get(match.id)
        if layer is not None and ours is not None:
            if holds(ours.version, theirs.version):
                return
            if layer.state is State.LOCKED:
                self.skipped.append(Skipped(match.name, "locked here"))
                return
            if not is_newer(theirs.version, ours.version):
                self.skipped.append(Skipped(match.name, "changed here as well, by more steps: the layer here is kept"))
                return
        if ours is not None and not holds(theirs.version, ours.version):
            self.replaced.append(match.name)
        self._take(theirs, match, ours)

    def _match(self, theirs: Document) -> Document | str:
        """Our document, or why there is none."""
        same = {document.id: document for document in self._project.find(hash=theirs.hash)}
        if theirs.id in same:
            return same[theirs.id]
        if self._has_document(theirs.id):
            return "its text was changed"
        named = [document for document in same.values() if document.name == theirs.name]
        found = list(same.values()) if len(same) == 1 else named
        if len(found) != 1:
            return "several documents here have its text" if same else "no document here has its text"
        return "another document of the file has the same text" if found[0].id in self._matched else found[0]

    def _has_document(self, id: str) -> bool:
        try:
            self._project.document(id)
        except KeyError:
            return False
        return True

    def _take(self, theirs: ColleagueLayer, document: Document, ours: LayerVersion | None) -> None:
        if not self.changes:
            self.changes += self._introduction()
        receipt = Receipt(
            document=document.id,
            annotator=self._annotator.id,
            version=theirs.version,
            local=ours.local if ours else 0,
        )
        old = [*self._layer_as_it_is(document.id), *([ours.receipt] if ours and ours.receipt else [])]
        self.changes += _difference(old, [*self._as_ours(theirs, document.id), receipt])

    def _as_ours(self, theirs: ColleagueLayer, document: str) -> Iterator[Record]:
        """The colleague's records with the ids and keys that they have here."""
        who, keys = self._annotator.id, self.keys
        ids = self._ids(theirs, document)
        yield replace(theirs.layer, document=document, annotator=who)
        for span in theirs.spans:
            known = replace(span, label=keys.entity(span.label), attributes=keys.attributes(span.attributes))
            yield replace(known, id=ids[span.id], document=document, annotator=who)
        for relation in theirs.relations:
            known_relation = replace(
                relation, label=keys.relation(relation.label), attributes=keys.attributes(relation.attributes)
            )
            id, ends = ids[relation.id], (ids[relation.head], ids[relation.tail])
            yield replace(known_relation, id=id, document=document, annotator=who, head=ends[0], tail=ends[1])
        for suggestion in theirs.suggestions:
            yield replace(suggestion, document=document, annotator=who, label=keys.entity(suggestion.label))

    def _layer_as_it_is(self, document: str) -> Iterator[Record]:
        layer = document, self._annotator.id
        found = self._project.layer(*layer)
        yield from [found] if found is not None else []
        yield from self._project.spans(*layer)
        yield from self._project.relations(*layer)
        yield from self._project.suggestions(*layer, DECIDED)

    def _introduction(self) -> list[Change]:
        """The change that makes the colleague known here, or known by a new name."""
        known = next((a for a in self._project.annotators() if a.id == self._annotator.id), None)
        return [] if known == self._annotator else [Change(known, self._annotator)]

    def _ids(self, theirs: ColleagueLayer, document: str) -> dict[str, str]:
        """The ids that the records have here: their own, unless a record of another layer has them or may have them."""
        layer = document, self._annotator.id
        ids = [span.id for span in theirs.spans] + [relation.id for relation in theirs.relations]
        moved = theirs.document.id != document
        given_up = set(ids) if moved else self._project.ids_elsewhere(ids, *layer)
        return {id: _other_id(id, *layer) if id in given_up else id for id in ids}


def _other_id(id: str, document: str, annotator: str) -> str:
    """An id that is the same whenever the same record comes."""
    return hashlib.sha256("\0".join((document, annotator, id)).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _difference(old: Iterable[Record], new: Iterable[Record]) -> list[Change]:
    """The changes that make the records ``old`` the records ``new``."""
    before = {record_key(record): record for record in old}
    after = {record_key(record): record for record in new}
    keys = dict.fromkeys((*before, *after))
    return [Change(before.get(key), after.get(key)) for key in keys if before.get(key) != after.get(key)]
