"""Relations: draw one (choose target and type by keys), turn round, change the type."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice

from PySide6.QtCore import QCoreApplication, QObject, Signal

from annotate.edits import AddRelation, RelabelRelation, TurnRelation
from annotate.labels import RelationType
from annotate.model import Span
from ui.commands.relation_ways import Way, Ways
from ui.desk import Desk

translate = QCoreApplication.translate

_HINTS = "ASDFGHJKLQWERYUIOPZXCVBNM"
"""The letters that jump to a target, nearest first; T turns round."""

_MOST = 200
"""Targets that Tab walks through."""


@dataclass(slots=True)
class _Choice:
    """A target and the ways to it, likeliest first."""

    span: Span
    ways: list[Way]
    way: int = 0


class RelationCommands(QObject):
    """The mode in which a relation is drawn. ``modeChanged(on)`` is sent when it begins and ends."""

    modeChanged = Signal(bool)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._head: Span | None = None
        self._choices: list[_Choice] = []
        self._at = 0

    def handlers(self) -> dict[str, Callable[[], None]]:
        """The handlers by action id."""
        return {
            "relation": self.begin,
            "turn": self.turn,
            "retype": self.retype,
            "target_next": lambda: self._go(1),
            "target_previous": lambda: self._go(-1),
            "type_next": lambda: self._change_way(1),
            "type_previous": lambda: self._change_way(-1),
            "target_turn": self._turn_choice,
            "target_take": self.take,
            "relation_cancel": self.end,
        }

    @property
    def active(self) -> bool:
        """Whether a relation is being drawn."""
        return self._head is not None

    # --- the mode
    def begin(self) -> None:
        """Begin at the selected span: offer the allowed targets, nearest first, likeliest type chosen."""
        head = self._desk.selected_span()
        assert head is not None
        self._choices = self._offered(head)
        if not self._choices:
            self._desk.strip.say(translate("Relations", "The label set allows no relation from here."), "info")
            return
        self._head, self._at = head, 0
        self.modeChanged.emit(True)
        self._show()

    def end(self) -> None:
        """Leave the mode."""
        if self._head is not None:
            self._head, self._choices = None, []
            self._desk.view.set_relation_mode(None)
            self._desk.strip.clear()
            self.modeChanged.emit(False)

    def hint(self, letter: str) -> bool:
        """Jump to the target of a hint letter; False where there is none."""
        place = _HINTS.find(letter)
        if not (len(letter) == 1 and 0 <= place < len(self._choices)):
            return False
        self._at = place
        self._show()
        return True

    def take(self) -> None:
        """Draw the relation as it is chosen."""
        assert self._head is not None
        head, choice = self._head, self._choices[self._at]
        way = choice.ways[choice.way]
        ends = (choice.span.id, head.id) if way.turned else (head.id, choice.span.id)
        self.end()
        if self._desk.attempt(AddRelation(label=way.type.key, head=ends[0], tail=ends[1])) is not None:
            said = translate("Relations", "Relation added: {type}.").format(type=way.type.name(self._desk.language))
            self._desk.strip.say(said, "done", undo=True)
        self._desk.pick(head)

    def drawn(self, head: str, tail: str) -> None:
        """A relation drawn with the mouse from one span to another (ids): the likeliest type that is allowed."""
        project = self._desk.workspace.project
        spans = (project.span(head), project.span(tail)) if project is not None else (None, None)
        if spans[0] is None or spans[1] is None:
            return
        ways = self._all_ways().between(spans[0], spans[1])
        if not ways:
            said = translate("Relations", "The label set allows no relation between these two.")
            self._desk.strip.say(said, "refused")
            return
        ends = (tail, head) if ways[0].turned else (head, tail)
        edit = AddRelation(label=ways[0].type.key, head=ends[0], tail=ends[1])
        if self._desk.attempt(edit) is not None:
            self._desk.view.selected_relation = edit.id
            said = translate("Relations", "Relation added: {type}.")
            self._desk.strip.say(said.format(type=ways[0].type.name(self._desk.language)), "done", undo=True)

    def _go(self, step: int) -> None:
        self._at = (self._at + step) % len(self._choices)
        self._show()

    def _change_way(self, step: int) -> None:
        choice = self._choices[self._at]
        choice.way = (choice.way + step) % len(choice.ways)
        self._show()

    def _turn_choice(self) -> None:
        """The same type the other way where it is allowed, else the next type that goes the other way."""
        choice = self._choices[self._at]
        now = choice.ways[choice.way]
        other = [n for n, way in enumerate(choice.ways) if way.turned != now.turned]
        same = [n for n in other if choice.ways[n].type.key == now.type.key]
        if other:
            choice.way = (same or other)[0]
            self._show()
        else:
            self._desk.strip.say(translate("Relations", "No type that is allowed goes the other way."), "info")

    def _show(self) -> None:
        assert self._head is not None
        choice = self._choices[self._at]
        way = choice.ways[choice.way]
        hints = {one.span.id: _HINTS[n] for n, one in enumerate(self._choices[: len(_HINTS)])}
        self._desk.view.set_relation_mode(self._head.id, hints, choice.span.id)
        text = self._desk.document.text
        ends = [text[self._head.start : self._head.end], text[choice.span.start : choice.span.end]]
        if way.turned:
            ends.reverse()
        said = translate("Relations", "{head} — {type} → {tail}").format(
            head=f"\u2068{ends[0]}\u2069",
            type=f"\u2068{way.type.name(self._desk.language)}\u2069",
            tail=f"\u2068{ends[1]}\u2069",
        )
        count = len(choice.ways)
        more = (
            translate("Relations", "  (type {n} of {count})").format(n=choice.way + 1, count=count) if count > 1 else ""
        )
        self._desk.strip.say(said + more, "info")

    # --- what is allowed
    def _offered(self, head: Span) -> list[_Choice]:
        """The nearest targets that the label set allows."""
        middle = head.start + head.end
        spans = sorted(self._desk.view.spans(), key=lambda span: abs(span.start + span.end - middle))
        ways = self._all_ways()
        offered = (_Choice(span, found) for span in spans if span.id != head.id and (found := ways.between(head, span)))
        return list(islice(offered, _MOST))

    def _all_ways(self) -> Ways:
        workspace = self._desk.workspace
        return Ways(workspace.labels, self._desk.view.spans(), workspace.relations())

    # --- a relation that is there
    def turn(self) -> None:
        """Turn the selected relation round."""
        if (id_ := self._desk.view.selected_relation) and self._desk.attempt(TurnRelation(relation=id_)) is not None:
            self._desk.strip.say(translate("Relations", "Turned round."), "done", undo=True)

    def retype(self) -> None:
        """Give the selected relation the next type that is allowed between its ends and not there already."""
        relations = {one.id: one for one in self._desk.workspace.relations()}
        chosen = relations[self._desk.view.selected_relation or ""]
        there = {(one.label, one.head, one.tail) for one in relations.values() if one.id != chosen.id}
        kinds = [kind.key for kind in self.types_for(chosen.id) if (kind.key, chosen.head, chosen.tail) not in there]
        place = kinds.index(chosen.label) + 1 if chosen.label in kinds else 0
        following = [key for key in (*kinds[place:], *kinds[:place]) if key != chosen.label]
        if following:
            self.relabel(chosen.id, following[0])
        else:
            self._desk.strip.say(translate("Relations", "No other type is allowed between these two."), "info")

    def relabel(self, relation: str, label: str) -> None:
        """Give a relation (an id) another type (a key)."""
        if self._desk.attempt(RelabelRelation(relation=relation, label=label)) is not None:
            self._desk.strip.say(translate("Relations", "Type changed."), "done", undo=True)

    def types_for(self, relation: str) -> list[RelationType]:
        """The types a relation (an id) could have."""
        project = self._desk.workspace.project
        found = project.relation(relation) if project is not None else None
        ends = (project.span(found.head), project.span(found.tail)) if project is not None and found else (None, None)
        if ends[0] is None or ends[1] is None:
            return []
        return list(self._desk.workspace.labels.allowed_relations(ends[0].label, ends[1].label))
