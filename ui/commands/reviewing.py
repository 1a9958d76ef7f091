"""The review: what its keys decide, as edits like any other."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QObject, Signal

from annotate.changes import Step
from annotate.edits import Edit
from annotate.model import GOLD, Choice
from annotate.review.adjudication import (
    Adjudicate,
    AdjudicateByRule,
    CommentItem,
    Pick,
    Planned,
    Reopen,
    compared,
    repair,
)
from annotate.review.compare import Arrow, Item, RelationItem, SpanItem
from annotate.review.everywhere import same_everywhere
from annotate.review.gold import comparison
from annotate.review.layers import Mark, mark
from annotate.review.rules import Rule
from ui.commands.layers import hidden
from ui.commands.version_edit import ArrowEdit, VersionEdit
from ui.desk import Desk
from ui.dialogs.everywhere import EverywhereDialog, Place
from ui.jobs import Job
from ui.review.page import ReviewPage
from ui.review.state import ReviewState
from ui.review.words import arrow_text, item_text, short_name

translate = QCoreApplication.translate


class ReviewCommands(QObject):
    """Begins and ends the review and decides in it. ``modeChanged`` is sent when it begins, ends, or edits."""

    modeChanged = Signal()

    def __init__(self, desk: Desk, state: ReviewState, page: ReviewPage) -> None:
        super().__init__(desk.window)
        self._desk, self._state, self._page = desk, state, page
        self.active = False
        self._edit, self._arrows = VersionEdit(page.lanes), ArrowEdit(page.card)
        page.commented.connect(self._comment)
        state.moved.connect(self._on_moved)
        desk.workspace.stepped.connect(self._on_step)
        desk.workspace.documentChanged.connect(self._on_document)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """The handlers by action id."""
        return {
            "review": self.toggle,
            "review_close": self.end,
            "review_next": lambda: self._state.step(1),
            "review_previous": lambda: self._state.step(-1),
            "review_lane_down": lambda: self._state.choose_lane(1),
            "review_lane_up": lambda: self._state.choose_lane(-1),
            "review_take": lambda: self._decide(self._state.lane),
            "review_none": lambda: self._decide(Choice.NONE),
            "review_edit": self._begin_edit,
            "review_repair": self._repair,
            "review_everywhere": self._everywhere,
            "review_agreed": self._take_agreed,
            "review_agreed_all": lambda: self._take_by_rule(Rule.AGREED),
            "review_majority_all": lambda: self._take_by_rule(Rule.MAJORITY),
            "review_clitic_all": lambda: self._take_by_rule(Rule.CLITIC),
            "review_reopen": self._reopen,
            "review_comment": self._page.card.comment.setFocus,
            "edit_left": lambda: self._edit.move(to_left=True, by_word=False),
            "edit_right": lambda: self._edit.move(to_left=False, by_word=False),
            "edit_word_left": lambda: self._edit.move(to_left=True, by_word=True),
            "edit_word_right": lambda: self._edit.move(to_left=False, by_word=True),
            "edit_other": self._edit.other,
            "edit_take": self._take_edit,
            "edit_cancel": self._end_edit,
            "retype_next": lambda: self._arrows.step(1),
            "retype_previous": lambda: self._arrows.step(-1),
            "retype_take": self._take_edit,
            "retype_cancel": self._end_edit,
        }

    @property
    def mode(self) -> str:
        """Which mode takes the keys of the lanes: ``review``, or the editing of a span or a relation in it."""
        return "review_edit" if self._edit.active else "review_type" if self._arrows.active else "review"

    @property
    def _editing(self) -> bool:
        return self._edit.active or self._arrows.active

    def names(self) -> list[str]:
        """The names of those whose layers are compared."""
        names = self._state.names()
        return [short_name(names[id]) for id in self._state.annotators]

    def situation(self) -> set[str]:
        """What is there, in the words of ``ui.actions.NEEDS``."""
        found = {"review"} if self.active else set()
        return found | ({"difference"} if self.active and self._state.current is not None else set())

    # --- beginning and ending
    def toggle(self) -> None:
        """Begin the review of the document on the desk, or end it."""
        if self.active:
            self.end()
        elif hidden_text := hidden(self._desk.workspace):
            self._desk.strip.say(hidden_text, "refused")
        elif self._state.choose():
            self.active = True
            self.modeChanged.emit()
            self._page.lanes.setFocus()
        else:
            said = translate("Review", "There is nothing to compare: two annotators must have begun this document.")
            self._desk.strip.say(said, "refused")

    def show(self, annotators: Sequence[str], item: str) -> None:
        """Begin the review of these annotators (gold aside) at an item (its id), if it is there."""
        self.end()
        if not self._state.choose(annotators) and not self._state.choose():
            return
        self.active = True
        found = next((one for one in self._state.items if one.id == item), None)
        self._state.go(found)
        self.modeChanged.emit()
        self._page.lanes.setFocus()

    def end(self) -> None:
        """Back to the text of one's own layer."""
        if self.active:
            self.active = False
            self._forget_edit()
            self._state.close()
            self.modeChanged.emit()
            self._desk.view.setFocus()

    def _on_document(self) -> None:
        if self.active:
            self._state.current = None
            self._forget_edit()
            if not self._state.choose():
                self.end()

    def _on_step(self) -> None:
        if self.active:
            self._forget_edit()
            self._state.reload()

    def _on_moved(self) -> None:
        if self._editing:
            self._end_edit()
        self.modeChanged.emit()

    # --- deciding
    def press(self, chord: str) -> bool:
        """Give the current span the label whose key was pressed; False if it is no label's key."""
        item = self._state.current
        entity = next((e for e in self._desk.workspace.labels.active() if chord and e.shortcut.upper() == chord), None)
        if entity is None or item is None or isinstance(item, RelationItem) or not self._desk.workspace.writable:
            return False
        version = self._edit.mark or self._version(item)
        self._adjudicate(self._pick(item, Choice.EDITED, version._replace(label=entity.key)))
        return True

    def _decide(self, choice: str) -> None:
        item = self._state.current
        if item is not None:
            self._adjudicate(self._pick(item, choice))

    def _adjudicate(self, *picks: Pick) -> None:
        step = self._attempt(Adjudicate(annotators=self._state.annotators, picks=picks, known=self._state.draft))
        if step is not None:
            self._state.to_next_open()

    def _repair(self) -> None:
        item, draft = self._state.current, self._state.draft
        if isinstance(item, RelationItem) and draft is not None and self._state.lane in item.versions:
            self._adjudicate(*repair(draft, item, self._state.lane))

    def _reopen(self) -> None:
        item = self._state.current
        if item is not None:
            self._attempt(Reopen(annotators=self._state.annotators, picks=(self._pick(item, Choice.OPEN),)))

    def _comment(self, text: str) -> None:
        item = self._state.current
        if item is not None and self._desk.workspace.writable:
            edit = CommentItem(annotators=self._state.annotators, document=item.document, item=item.id, comment=text)
            self._attempt(edit)

    def _take_agreed(self) -> None:
        document = self._desk.document.id
        edit = AdjudicateByRule(annotators=self._state.annotators, rules=(Rule.AGREED,), documents=(document,))
        step = self._attempt(edit)
        if step is not None:
            said = translate("Review", "Decided by rule: {count}.").format(count=step.detail)
            self._desk.strip.say(said, "done", undo=True)

    def _attempt(self, edit: Edit) -> Step | None:
        """Make an edit of gold and its decisions, whoever's layer was shown before."""
        return self._desk.attempt(edit, of_layer=False)

    # --- editing a version
    def _version(self, item: SpanItem) -> Mark:
        """The mark in the chosen lane, else the first there is."""
        return mark(item.versions.get(self._state.lane) or next(iter(item.versions.values())))

    def _begin_edit(self) -> None:
        item = self._state.current
        if isinstance(item, RelationItem):
            self._arrows.begin(self._arrow_choices(item), item.arrows.get(self._state.lane))
            if not self._arrows.active:
                said = translate("Refusal", "The label set does not allow this relation here.")
                self._desk.strip.say(said, "refused")
            self.modeChanged.emit()
        elif item is not None:
            version = self._version(item)
            if len(version.pieces) > 1:
                said = translate("Refusal", "A span of several pieces has no two borders to move.")
                self._desk.strip.say(said, "refused")
                return
            self._edit.begin(version, self._desk.document.text)
            self.modeChanged.emit()

    def _take_edit(self) -> None:
        item, edited = self._state.current, self._edit.mark or self._arrows.arrow
        self._end_edit()
        if item is not None and edited is not None:
            self._adjudicate(self._pick(item, Choice.EDITED, edited))

    def _end_edit(self) -> None:
        self._forget_edit()
        self.modeChanged.emit()

    def _forget_edit(self) -> None:
        self._edit.end()
        self._arrows.end()

    def _arrow_choices(self, item: RelationItem) -> list[tuple[Arrow, str]]:
        """The relations that the ends allow, in both directions, each with its words."""
        labels, draft, text = self._desk.workspace.labels, self._state.draft, self._desk.document.text
        assert draft is not None
        found: list[tuple[Arrow, str]] = []
        for head, tail in ((item.head, item.tail), (item.tail, item.head)):
            first, second = (draft.chosen(end) or next(iter(end.versions.values())) for end in (head, tail))
            ends = arrow_text(text, text[first.start : first.end], text[second.start : second.end])
            for kind in labels.allowed_relations(first.label, second.label):
                found.append(((kind.key, head.id, tail.id), f"{kind.name(self._desk.language)}: {ends}"))
        return found

    @staticmethod
    def _pick(item: Item, choice: str, edited: Mark | Arrow | None = None) -> Pick:
        return Pick(document=item.document, item=item.id, choice=choice, edited=edited)

    # --- all documents: long work, on a connection of its own
    def _everywhere(self) -> None:
        item, draft, project = self._state.current, self._state.draft, self._desk.workspace.project
        if item is None or draft is None or project is None:
            return
        who, labels, path = self._state.annotators, self._desk.workspace.labels, project.path
        services, like, lane = self._desk.workspace.services, draft.comparison, self._state.lane

        def work(job: Job) -> list[Place]:
            found: list[Place] = []
            beside = services.open_project(path, write=False)
            try:
                documents = beside.documents()
                for number, summary in enumerate(documents):
                    job.report(number, len(documents))
                    for layers in compared(beside, who, [summary.id]):
                        other = comparison(layers, who, labels)
                        for _, one in same_everywhere([other], like, item):
                            found.append(Place(summary.name, layers.document.text, one, item_text(other, one)))
            finally:
                beside.close()
            return found

        title = translate("Review", "Looking for the same question in all documents")
        self._desk.jobs.start(title, work, lambda places: self._ask_everywhere(places, lane), self._failed)

    def _ask_everywhere(self, places: Sequence[Place], lane: str) -> None:
        names = self._state.names()
        dialog = EverywhereDialog(self._desk.window, places, names.get(lane, ""))
        dialog.chosen.connect(lambda items: self._adjudicate(*(self._pick(item, lane) for item in items)))
        dialog.open()

    def _take_by_rule(self, rule: Rule) -> None:
        project = self._desk.workspace.project
        assert project is not None
        layers = {layer.annotator for layer in project.layers()} - {GOLD}
        who = tuple(annotator.id for annotator in project.annotators() if annotator.id in layers)
        edit = AdjudicateByRule(annotators=who, rules=(rule,))
        services, path = self._desk.workspace.services, project.path

        def work(job: Job) -> Planned:
            job.report(0, 1)
            beside = services.open_project(path, write=False)
            try:
                changes, detail = edit.plan(beside)
            finally:
                beside.close()
            return Planned(title=edit.title, changes=tuple(changes), detail=detail)

        title = translate("Review", "Deciding by rule")
        self._desk.jobs.start(title, work, self._take_planned, self._failed)

    def _take_planned(self, edit: Planned) -> None:
        if not edit.changes:
            self._desk.strip.say(translate("Review", "Nothing new that this rule decides."), "info")
        elif (step := self._attempt(edit)) is not None:
            said = translate("Review", "Decided by rule: {count}.").format(count=step.detail)
            self._desk.strip.say(said, "done", undo=True)

    def _failed(self, why: str) -> None:
        self._desk.strip.say(why, "refused")
