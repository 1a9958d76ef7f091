"""Which keys do what: the table of actions with a person's own changes over it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ui.actions import ACTIONS, BY_ID, Action


class Bindings:
    """Which keys do what: the table's own, with a person's changes (action id to chords) over them."""

    def __init__(self, changes: Mapping[str, Iterable[str]] | None = None) -> None:
        self._changes = {name: tuple(keys) for name, keys in (changes or {}).items() if name in BY_ID}

    @property
    def changes(self) -> dict[str, list[str]]:
        """What differs from the table, for the settings."""
        return {name: list(keys) for name, keys in self._changes.items()}

    def keys(self, action: Action) -> tuple[str, ...]:
        """The chords of an action."""
        return self._changes.get(action.id, action.keys)

    def bound(self, chord: str, where: str) -> Iterator[Action]:
        """The actions of a chord in a mode, in the order of the table; the first possible one is meant."""
        return (action for action in ACTIONS if action.where == where and chord in self.keys(action))

    def with_keys(self, name: str, keys: Iterable[str] | None) -> Bindings:
        """These bindings with other keys for one action; None: the table's own again."""
        changes: dict[str, Iterable[str]] = {**self._changes}
        changes.pop(name, None)
        if keys is not None and tuple(keys) != BY_ID[name].keys:
            changes[name] = keys
        return Bindings(changes)

    def conflict(self, name: str, chord: str) -> Action | None:
        """Another action that has the chord where both could be meant."""
        one = BY_ID[name]
        return next((other for other in ACTIONS if chord in self.keys(other) and _clash(one, other)), None)


_EXCLUSIVE = {"span", "relation", "suggestion"}
_MODES = {"border", "relation", "review", "review_edit", "review_type", "overview"}


def _clash(one: Action, other: Action) -> bool:
    """Whether two actions can be possible at once: not in different modes, nor on different kinds of things."""
    modes = {one.where, other.where}
    apart = (set(one.needs) & _EXCLUSIVE, set(other.needs) & _EXCLUSIVE)
    if one.id == other.id or (modes & _MODES and len(modes) > 1):
        return False
    return not (all(apart) and apart[0] != apart[1])
