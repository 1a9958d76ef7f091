"""What is being reviewed: whose layers, the items that differ, which one is current, whose lane is chosen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Signal

from annotate.model import GOLD, Annotator, Choice, Decision, Relation, Span, State
from annotate.review.agreement import exact_agreement
from annotate.review.compare import Item, Kind, RelationItem
from annotate.review.gold import GoldDraft
from annotate.review.layers import DocumentLayers, read_layers
from ui.text.overlay import Range
from ui.workspace import Workspace


class ReviewState(QObject):
    """A comparison of the document on the desk.

    ``changed`` is sent when items or decisions did, ``moved`` when the current item or lane did.
    """

    changed = Signal()
    moved = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._chosen: tuple[str, ...] = ()
        self.layers: DocumentLayers | None = None
        self.draft: GoldDraft | None = None
        self.items: list[Item] = []
        self.current: Item | None = None
        self.lane = ""

    # --- whose layers
    def available(self) -> list[Annotator]:
        """Who has begun the document on the desk, gold aside."""
        project, document = self._workspace.project, self._workspace.document
        if project is None or document is None:
            return []
        begun = {layer.annotator for layer in project.layers(document.id) if layer.state is not State.TODO} - {GOLD}
        return [annotator for annotator in project.annotators() if annotator.id in begun]

    @property
    def annotators(self) -> tuple[str, ...]:
        """Whose layers are compared (ids)."""
        return self._chosen

    def names(self) -> dict[str, str]:
        """The names of all annotators, by id."""
        project = self._workspace.project
        return {annotator.id: annotator.name for annotator in project.annotators()} if project else {}

    def choose(self, annotators: Iterable[str] | None = None) -> bool:
        """Compare these annotators' layers (default: all there are); False where there are not two."""
        there = [annotator.id for annotator in self.available()]
        wanted = there if annotators is None else [id for id in there if id in set(annotators)]
        if len(wanted) < 2:
            return False
        self._chosen = tuple(wanted)
        self.reload()
        return True

    def close(self) -> None:
        """Compare nothing any more."""
        self._chosen, self.layers, self.draft, self.items, self.current, self.lane = (), None, None, [], None, ""
        self.changed.emit()

    def reload(self) -> None:
        """Compare again: a layer or a decision has changed. The current item stays if it is there still."""
        project, document = self._workspace.project, self._workspace.document
        if project is None or document is None or len(self._chosen) < 2:
            return
        (self.layers,) = read_layers(project, self._chosen, [document.id])
        self.draft = draft = GoldDraft(project, self.layers, self._chosen, self._workspace.labels, self.draft)
        self.items = [
            item
            for item in draft.comparison.items
            if item.kind is not Kind.AGREED or draft.why_open(item) not in (None, "agreed")
        ]
        at = self.current.id if self.current else ""
        self.current = next((item for item in self.items if item.id == at), None)
        if self.current is None:
            self.current = self._open_item_after(-1) or next(iter(self.items), None)
            self._choose_first_lane()
        self.changed.emit()
        self.moved.emit()

    # --- what is there
    def is_open(self, item: Item) -> bool:
        """Whether an item waits for a decision."""
        return self.draft is not None and self.draft.why_open(item) is not None

    def decided(self) -> int:
        """How many of the items shown are decided."""
        return sum(not self.is_open(item) for item in self.items)

    def agreed_open(self) -> int:
        """How many items all agree on that are not in gold yet."""
        if self.draft is None:
            return 0
        return sum(self.draft.why_open(item) == "agreed" for item in self.draft.comparison.items)

    def decision(self, item: Item) -> Decision | None:
        """The decision on an item, a mere comment included."""
        return self.draft.decision(item) if self.draft else None

    def gold(self) -> tuple[Sequence[Span], Sequence[Relation], set[str]]:
        """The gold spans and relations, and the ids of those spans that all agree on."""
        project, document = self._workspace.project, self._workspace.document
        assert project is not None
        assert document is not None
        assert self.draft is not None
        agreed = {
            decision.gold
            for item in self.draft.comparison.spans
            if item.kind is Kind.AGREED and (decision := self.draft.decision(item))
        }
        return project.spans(document.id, GOLD), project.relations(document.id, GOLD), agreed

    def f1(self) -> float | None:
        """Exact span F1 of the first two annotators in this document."""
        if self.layers is None:
            return None
        return exact_agreement(self.layers, *self._chosen[:2]).f1

    # --- where one is
    def go(self, item: Item | None, lane: str = "") -> None:
        """Make an item current, and a lane if it is one of those compared."""
        if item is None:
            return
        changed = self.current is None or self.current.id != item.id
        self.current = item
        if lane in self._chosen:
            self.lane = lane
        elif changed:
            self._choose_first_lane()
        self.moved.emit()

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) difference, round at the ends."""
        if self.items:
            here = self.items.index(self.current) if self.current in self.items else -1 if by > 0 else 0
            self.go(self.items[(here + by) % len(self.items)])

    def to_next_open(self) -> None:
        """Go to the next open difference; where none is left, stay."""
        here = self.items.index(self.current) if self.current in self.items else -1
        self.go(self._open_item_after(here))

    def choose_lane(self, by: int) -> None:
        """Choose the lane below (1) or above (-1)."""
        if self._chosen:
            here = self._chosen.index(self.lane) if self.lane in self._chosen else 0
            self.lane = self._chosen[(here + by) % len(self._chosen)]
            self.moved.emit()

    def frames(self) -> list[Range]:
        """The ranges of text that the current item is about: a relation's two ends."""
        item = self.current
        if item is None:
            return []
        if isinstance(item, RelationItem):
            return [(end.start, end.end) for end in (item.head, item.tail)]
        return [(item.start, item.end)]

    def _open_item_after(self, here: int) -> Item | None:
        order = [*self.items[here + 1 :], *self.items[: max(here, 0)]]
        return next((item for item in order if self.is_open(item)), None)

    def _choose_first_lane(self) -> None:
        if self.current is None:
            return
        decided = self.decision(self.current)
        if decided and decided.choice in self._chosen and decided.choice != Choice.OPEN:
            self.lane = decided.choice
        else:
            self.lane = next(iter(self.current.versions))
