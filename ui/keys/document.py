"""The page of keys, made from the table of actions: ``python -m ui.keys.document`` writes ``docs/keys.md``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ui.actions import ACTIONS, MENUS, Action

_MODES = {
    "border": "While borders move",
    "relation": "While a relation is drawn",
    "review": "In the review",
    "review_edit": "While a version is edited in the review",
    "review_type": "While a relation is edited in the review",
    "overview": "In the overview",
}

_HEAD = """# Keys

Made from the table of actions (`ui/actions.py`) by `python -m ui.keys.document`; change them in the program under
*Help, Keys*. Letters, brackets and digits are those of a US keyboard and go by their place: with an Arabic layout
on, press the same key, whatever it prints; the program shows what that is.

`1`–`9` and the letters of the palette label what is selected or relabel the selected span; with `Shift` they give a
second label on the same borders. Arrows, `Shift` and `Ctrl+Shift` move the caret and select; `Ctrl` and the mouse
wheel zoom.
"""


def keys_page() -> str:
    """The page in Markdown."""
    return "\n".join([_HEAD, *_tables()])


def _tables() -> Iterator[str]:
    shown: set[str] = set()
    for menu, title in MENUS.items():
        actions = [action for action in ACTIONS if action.menu == menu and action.where not in _MODES]
        shown |= {action.id for action in actions}
        yield from _table(title, actions)
    for mode, title in _MODES.items():
        yield from _table(title, [action for action in ACTIONS if action.where == mode and action.id not in shown])


def _table(title: str, actions: list[Action]) -> Iterator[str]:
    if actions:
        yield f"## {title}\n\n| keys | what |\n|---|---|"
        for action in actions:
            keys = " · ".join(f"`{key}`" for key in action.keys) or "(in the menu)"
            yield f"| {keys} | {action.text} |"
        yield ""


def main() -> None:
    """Write ``docs/keys.md``."""
    Path(__file__).parents[2].joinpath("docs", "keys.md").write_text(keys_page(), encoding="utf-8", newline="")


if __name__ == "__main__":
    main()
