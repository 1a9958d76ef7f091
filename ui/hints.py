"""What the status line says: the keys that matter where one is."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from ui.actions import BY_ID
from ui.commands.table import CommandTable

translate = QCoreApplication.translate

_BORDER = ("border_left", "border_word_left", "border_other", "border_end")
_RELATION = ("target_take", "target_next", "type_next", "target_turn", "relation_cancel")
_SPAN = ("border_mode", "LABELS", "relation", "start_out", "end_out", "clitic_start", "peel", "occurrences", "remove")
_SUGGESTION = ("accept", "reject", "accept_sentence", "LABELS", "clitic_start", "next_open")
_RELATION_ITEM = ("retype", "turn", "remove", "note", "next_open")
_SELECTION = ("LABELS", "clitic_start", "occurrences", "copy")
_TEXT = ("next_open", "accept_sentence", "done", "find", "commands", "keys")
_REVIEW = ("review_take", "review_none", "review_edit", "LABELS", "review_next", "review_lane_down", "review_repair",
           "review_everywhere", "review_agreed", "review_close")  # fmt: skip
_REVIEW_EDIT = ("edit_left", "edit_word_left", "edit_other", "LABELS", "edit_take", "edit_cancel")
_REVIEW_TYPE = ("retype_next", "retype_take", "retype_cancel")
_REVIEWING = {"review": _REVIEW, "review_edit": _REVIEW_EDIT, "review_type": _REVIEW_TYPE}
_START = ("commands", "open", "new", "keys")


def hints(table: CommandTable, mode: str, situation: Iterable[str]) -> list[tuple[str, str]]:
    """(key as shown, word) for what is selected, or for the mode that takes the keys."""
    there = set(situation)
    if mode == "border":
        wanted: tuple[str, ...] = _BORDER
    elif mode == "relation":
        wanted = _RELATION
    elif mode == "overview":
        wanted = ("overview_close", "commands")
    elif mode in _REVIEWING:
        wanted = _REVIEWING[mode]
    elif "suggestion" in there:
        wanted = _SUGGESTION
    elif "span" in there:
        wanted = _SPAN
    elif "relation" in there:
        wanted = _RELATION_ITEM
    elif "selection" in there:
        wanted = _SELECTION
    else:
        wanted = _TEXT if "document" in there else _START
    return [_hint(table, name) for name in wanted if name == "LABELS" or BY_ID[name].possible(there)]


def _hint(table: CommandTable, name: str) -> tuple[str, str]:
    if name == "LABELS":
        return "1–9", translate("Status", "Label")
    return _SIGNS.get(table.key(name), table.key(name)), BY_ID[name].word


_SIGNS = {"Left": "← →", "Ctrl+Left": "Ctrl+← →", "Down": "↓", "⇧+Enter": "⇧Enter"}
