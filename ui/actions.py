"""The one table of everything a person can do: id, text, keys, icon, place in the menus, and when it can be done.

Menus, command palette, tooltips, status line, help page and ``docs/keys.md`` are all made from it. Texts are English
sources of the translation context ``Action``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from ui.i18n.marking import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Action:
    """Something a person can do.

    ``keys`` are chords of places (``ui.keys``). ``where`` says when they are live: ``window`` (always), ``text`` (the
    text has the focus), ``border``, ``relation``, ``review``, ``review_edit``,
    ``review_type``, ``overview`` (those modes; they take the keys first).
    ``needs`` names what must be there (``NEEDS``). ``short`` is the word in the status line.
    """

    id: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    menu: str = ""
    where: str = "window"
    needs: tuple[str, ...] = ()
    short: str = ""

    @property
    def name(self) -> str:
        """The text in the language of the interface."""
        return QCoreApplication.translate("Action", self.text)

    @property
    def word(self) -> str:
        """The short text in the language of the interface."""
        return QCoreApplication.translate("Action", self.short or self.text)

    def possible(self, situation: Iterable[str]) -> bool:
        """Whether it can be done where ``situation`` (names of needs) is there."""
        return set(self.needs) <= set(situation)


NEEDS: Mapping[str, str] = {
    "project": QT_TRANSLATE_NOOP("Need", "Open a project first."),
    "write": QT_TRANSLATE_NOOP("Need", "The project is open read-only."),
    "document": QT_TRANSLATE_NOOP("Need", "Choose a document first."),
    "own": QT_TRANSLATE_NOOP("Need", "This is another annotator’s layer: it is only shown."),
    "unlocked": QT_TRANSLATE_NOOP("Need", "This document is locked."),
    "selection": QT_TRANSLATE_NOOP("Need", "Select text first."),
    "span": QT_TRANSLATE_NOOP("Need", "Select a span first."),
    "relation": QT_TRANSLATE_NOOP("Need", "Select a relation first."),
    "suggestion": QT_TRANSLATE_NOOP("Need", "Go to a suggestion first (Tab)."),
    "item": QT_TRANSLATE_NOOP("Need", "Select a span or relation first."),
    "markable": QT_TRANSLATE_NOOP("Need", "Select text or a span first."),
    "pending": QT_TRANSLATE_NOOP("Need", "No pending suggestions in this document."),
    "undo": QT_TRANSLATE_NOOP("Need", "Nothing to undo"),
    "redo": QT_TRANSLATE_NOOP("Need", "Nothing to redo"),
    "hits": QT_TRANSLATE_NOOP("Need", "Search for something first (Ctrl+F)."),
    "review": QT_TRANSLATE_NOOP("Need", "Start the review first (Ctrl+R)."),
    "difference": QT_TRANSLATE_NOOP("Need", "Go to a difference in the review first."),
    "overview": QT_TRANSLATE_NOOP("Need", "Open the overview first."),
}
"""What an action may need, with what is said where it is missing."""

MENUS: Mapping[str, str] = {
    "file": QT_TRANSLATE_NOOP("Menu", "File"),
    "edit": QT_TRANSLATE_NOOP("Menu", "Edit"),
    "view": QT_TRANSLATE_NOOP("Menu", "View"),
    "annotate": QT_TRANSLATE_NOOP("Menu", "Annotate"),
    "suggestions": QT_TRANSLATE_NOOP("Menu", "Suggestions"),
    "review": QT_TRANSLATE_NOOP("Menu", "Review"),
    "help": QT_TRANSLATE_NOOP("Menu", "Help"),
}

_EDITING = ("document", "write", "own", "unlocked")

ACTIONS: tuple[Action, ...] = (
    Action("sample", QT_TRANSLATE_NOOP("Action", "Open the sample"), (), "book-2", "file"),
    Action("new", QT_TRANSLATE_NOOP("Action", "New project…"), ("Ctrl+N",), "plus", "file"),
    Action("open", QT_TRANSLATE_NOOP("Action", "Open…"), ("Ctrl+O",), "folder-open", "file"),
    Action("paste", QT_TRANSLATE_NOOP("Action", "Paste text"), ("Ctrl+V",), "clipboard", "file"),
    Action("import", QT_TRANSLATE_NOOP("Action", "Import…"), ("Ctrl+I",), "file-import", "file",
           needs=("project", "write")),
    Action("export", QT_TRANSLATE_NOOP("Action", "Export…"), ("Ctrl+E",), "file-export", "file", needs=("project",)),
    Action("settings", QT_TRANSLATE_NOOP("Action", "Settings…"), ("Ctrl+,",), "settings", "file"),
    Action("close", QT_TRANSLATE_NOOP("Action", "Close the project"), ("Ctrl+W",), "x", "file", needs=("project",)),
    Action("quit", QT_TRANSLATE_NOOP("Action", "Quit"), ("Ctrl+Q",), "logout", "file"),
    # --- edit
    Action("undo", QT_TRANSLATE_NOOP("Action", "Undo"), ("Ctrl+Z",), "arrow-back-up", "edit",
           needs=("undo", "write")),
    Action("redo", QT_TRANSLATE_NOOP("Action", "Redo"), ("Ctrl+Y", "Ctrl+Shift+Z"), "arrow-forward-up", "edit",
           needs=("redo", "write")),
    Action("copy", QT_TRANSLATE_NOOP("Action", "Copy"), ("Ctrl+C",), "copy", "edit", needs=("document", "markable")),
    Action("find", QT_TRANSLATE_NOOP("Action", "Find in document"), ("Ctrl+F",), "search", "edit",
           needs=("document",)),
    Action("find_next", QT_TRANSLATE_NOOP("Action", "Next hit"), ("F3",), "chevron-down", "edit", needs=("hits",)),
    Action("find_previous", QT_TRANSLATE_NOOP("Action", "Previous hit"), ("Shift+F3",), "chevron-up", "edit",
           needs=("hits",)),
    Action("find_all", QT_TRANSLATE_NOOP("Action", "Find in all documents"), ("Ctrl+Shift+F",), "files", "edit",
           needs=("project",)),
    # --- view
    Action("commands", QT_TRANSLATE_NOOP("Action", "All commands"), ("Ctrl+K",), "command", "view",
           short=QT_TRANSLATE_NOOP("Action", "All commands")),
    Action("next_document", QT_TRANSLATE_NOOP("Action", "Next document"), ("Ctrl+PgDown",), "arrow-down", "view",
           needs=("document",)),
    Action("previous_document", QT_TRANSLATE_NOOP("Action", "Previous document"), ("Ctrl+PgUp",), "arrow-up", "view",
           needs=("document",)),
    Action("next_pane", QT_TRANSLATE_NOOP("Action", "Next pane"), ("F6",), "", "view", needs=("project",)),
    Action("previous_pane", QT_TRANSLATE_NOOP("Action", "Previous pane"), ("Shift+F6",), "", "view",
           needs=("project",)),
    Action("to_text", QT_TRANSLATE_NOOP("Action", "Back to the text"), ("Esc",), "", "view", needs=("project",)),
    Action("documents_pane", QT_TRANSLATE_NOOP("Action", "Show or hide the documents"), ("Ctrl+B",),
           "layout-sidebar", "view", needs=("project",)),
    Action("inspector_pane", QT_TRANSLATE_NOOP("Action", "Show or hide the inspector"), ("Ctrl+Shift+B",),
           "layout-sidebar-right", "view", needs=("project",)),
    Action("zoom_in", QT_TRANSLATE_NOOP("Action", "Larger text"), ("Ctrl+=",), "zoom-in", "view",
           needs=("document",)),
    Action("zoom_out", QT_TRANSLATE_NOOP("Action", "Smaller text"), ("Ctrl+-",), "zoom-out", "view",
           needs=("document",)),
    Action("zoom_reset", QT_TRANSLATE_NOOP("Action", "Normal size"), ("Ctrl+0",), "text-size", "view",
           needs=("document",)),
    # --- annotate
    Action("border_mode", QT_TRANSLATE_NOOP("Action", "Move the borders"), ("Enter",), "arrows-horizontal",
           "annotate", "text", (*_EDITING, "span"), QT_TRANSLATE_NOOP("Action", "Borders")),
    Action("start_out", QT_TRANSLATE_NOOP("Action", "Start border a word outward"), ("[",), "", "annotate", "text",
           (*_EDITING, "markable"), QT_TRANSLATE_NOOP("Action", "Start border")),
    Action("start_in", QT_TRANSLATE_NOOP("Action", "Start border a word inward"), ("Shift+[",), "", "annotate",
           "text", (*_EDITING, "markable")),
    Action("end_out", QT_TRANSLATE_NOOP("Action", "End border a word outward"), ("]",), "", "annotate", "text",
           (*_EDITING, "markable"), QT_TRANSLATE_NOOP("Action", "End border")),
    Action("end_in", QT_TRANSLATE_NOOP("Action", "End border a word inward"), ("Shift+]",), "", "annotate", "text",
           (*_EDITING, "markable")),
    Action("clitic_start", QT_TRANSLATE_NOOP("Action", "Clitic in or out at the start border"), ("C",), "scissors",
           "annotate", "text", (*_EDITING, "markable"), QT_TRANSLATE_NOOP("Action", "Clitic")),
    Action("clitic_end", QT_TRANSLATE_NOOP("Action", "Clitic in or out at the end border"), ("Shift+C",), "",
           "annotate", "text", (*_EDITING, "markable")),
    Action("peel", QT_TRANSLATE_NOOP("Action", "Peel: label the inner name too"), ("P",), "copy-plus", "annotate",
           "text", (*_EDITING, "span"), QT_TRANSLATE_NOOP("Action", "Peel")),
    Action("relation", QT_TRANSLATE_NOOP("Action", "Relation from this span"), ("R",), "link", "annotate", "text",
           (*_EDITING, "span"), QT_TRANSLATE_NOOP("Action", "Relation")),
    Action("turn", QT_TRANSLATE_NOOP("Action", "Turn the relation round"), ("T",), "arrows-left-right", "annotate",
           "text", (*_EDITING, "relation"), QT_TRANSLATE_NOOP("Action", "Turn round")),
    Action("retype", QT_TRANSLATE_NOOP("Action", "Next type of the relation"), ("Enter",), "", "annotate", "text",
           (*_EDITING, "relation"), QT_TRANSLATE_NOOP("Action", "Next type")),
    Action("occurrences", QT_TRANSLATE_NOOP("Action", "All occurrences"), ("A",), "copy-check", "annotate", "text",
           (*_EDITING, "markable"), QT_TRANSLATE_NOOP("Action", "All occurrences")),
    Action("remove", QT_TRANSLATE_NOOP("Action", "Delete the span or relation"), ("Delete",), "trash", "annotate",
           "text", (*_EDITING, "item"), QT_TRANSLATE_NOOP("Action", "Delete")),
    Action("note", QT_TRANSLATE_NOOP("Action", "Note"), ("N",), "note", "annotate", "text", (*_EDITING, "item"),
           QT_TRANSLATE_NOOP("Action", "Note")),
    Action("question", QT_TRANSLATE_NOOP("Action", "Question to the lead"), ("Q",), "message-circle", "annotate",
           "text", (*_EDITING, "span"), QT_TRANSLATE_NOOP("Action", "Question")),
    Action("guidelines", QT_TRANSLATE_NOOP("Action", "Guidelines of this label"), ("G",), "clipboard-text",
           "annotate", "text", ("document",), QT_TRANSLATE_NOOP("Action", "Guidelines")),
    Action("next_span", QT_TRANSLATE_NOOP("Action", "Next span"), ("Ctrl+Tab",), "", "annotate", "text",
           ("document",)),
    Action("previous_span", QT_TRANSLATE_NOOP("Action", "Previous span"), ("Ctrl+Shift+Tab",), "", "annotate",
           "text", ("document",)),
    Action("done", QT_TRANSLATE_NOOP("Action", "Done, next document"), ("Ctrl+Enter",), "circle-check", "annotate",
           needs=_EDITING),
    Action("reopen", QT_TRANSLATE_NOOP("Action", "Back to: in progress"), (), "circle-half-2", "annotate",
           needs=("document", "write", "own")),
    Action("lock", QT_TRANSLATE_NOOP("Action", "Lock the document"), (), "lock", "annotate",
           needs=("document", "write", "own")),
    # --- suggestions
    Action("next_open", QT_TRANSLATE_NOOP("Action", "Next open item"), ("Tab",), "", "suggestions", "text",
           ("document",), QT_TRANSLATE_NOOP("Action", "Next")),
    Action("previous_open", QT_TRANSLATE_NOOP("Action", "Previous open item"), ("Shift+Tab",), "", "suggestions",
           "text", ("document",)),
    Action("accept", QT_TRANSLATE_NOOP("Action", "Accept"), ("Enter",), "check", "suggestions", "text",
           (*_EDITING, "suggestion"), QT_TRANSLATE_NOOP("Action", "Accept")),
    Action("reject", QT_TRANSLATE_NOOP("Action", "Reject"), ("X",), "x", "suggestions", "text",
           (*_EDITING, "suggestion"), QT_TRANSLATE_NOOP("Action", "Reject")),
    Action("accept_sentence", QT_TRANSLATE_NOOP("Action", "Accept the sentence, read to here"), ("Shift+Enter",),
           "copy-check", "suggestions", "text", _EDITING, QT_TRANSLATE_NOOP("Action", "Accept the sentence")),
    Action("suggest", QT_TRANSLATE_NOOP("Action", "Suggest for this document"), ("Ctrl+J",), "bulb", "suggestions",
           needs=_EDITING),
    Action("suggest_all", QT_TRANSLATE_NOOP("Action", "Suggest for all documents"), ("Ctrl+Shift+J",), "",
           "suggestions", needs=("project", "write", "own")),
    Action("suggest_selected", QT_TRANSLATE_NOOP("Action", "Suggest for the selected documents"), (), "",
           "suggestions", needs=("project", "write", "own")),
    Action("sources", QT_TRANSLATE_NOOP("Action", "Sources of suggestions…"), (), "filter", "suggestions",
           needs=("project", "write")),
    Action("camel", QT_TRANSLATE_NOOP("Action", "CAMeL-Tools NER…"), (), "cpu", "suggestions"),
    # --- review
    Action("layer_next", QT_TRANSLATE_NOOP("Action", "Show the next annotator’s layer"), ("Ctrl+L",), "user", "view",
           needs=("document",)),
    Action("blind", QT_TRANSLATE_NOOP("Action", "Blind: hide others’ layers until one’s own is done"), (), "eye-off",
           "view", needs=("project", "write")),
    Action("handout", QT_TRANSLATE_NOOP("Action", "Hand out…"), (), "user-plus", "review", needs=("project", "write")),
    Action("handin", QT_TRANSLATE_NOOP("Action", "Hand in…"), (), "file-export", "review", needs=("project",)),
    Action("receive", QT_TRANSLATE_NOOP("Action", "Receive a colleague’s file…"), (), "users", "review",
           needs=("project", "write")),
    Action("review", QT_TRANSLATE_NOOP("Action", "Review: compare and decide"), ("Ctrl+R",), "git-compare", "review",
           needs=("document",), short=QT_TRANSLATE_NOOP("Action", "Review")),
    Action("overview", QT_TRANSLATE_NOOP("Action", "Overview"), ("Ctrl+Shift+R",), "chart-bar", "review",
           needs=("project",)),
    Action("overview_close", QT_TRANSLATE_NOOP("Action", "Back to the text"), ("Esc",), where="overview",
           needs=("overview",)),
    Action("review_agreed_all", QT_TRANSLATE_NOOP("Action", "Take what all agree on, in all documents"), (),
           "copy-check", "review", needs=("project", "write")),
    Action("review_majority_all", QT_TRANSLATE_NOOP("Action", "Take what most have, in all documents"), (), "users",
           "review", needs=("project", "write")),
    Action("review_clitic_all", QT_TRANSLATE_NOOP("Action", "Decide clitics by the project’s rule, in all documents"),
           (), "scissors", "review", needs=("project", "write")),
    Action("review_take", QT_TRANSLATE_NOOP("Action", "Take this version"), ("Enter",), "check", "review", "review",
           ("difference", "write"), QT_TRANSLATE_NOOP("Action", "Take")),
    Action("review_edit", QT_TRANSLATE_NOOP("Action", "Take it, edited"), ("E",), "edit", "review", "review",
           ("difference", "write"), QT_TRANSLATE_NOOP("Action", "Edit")),
    Action("review_none", QT_TRANSLATE_NOOP("Action", "None of them"), ("Delete",), "ban", "review", "review",
           ("difference", "write"), QT_TRANSLATE_NOOP("Action", "None")),
    Action("review_repair", QT_TRANSLATE_NOOP("Action", "Take the relation with its ends"), ("R",), "link", "review",
           "review", ("difference", "write"), QT_TRANSLATE_NOOP("Action", "With its ends")),
    Action("review_everywhere", QT_TRANSLATE_NOOP("Action", "Decide the same everywhere…"), ("A",), "copy-check",
           "review", "review", ("difference", "write"), QT_TRANSLATE_NOOP("Action", "Everywhere")),
    Action("review_agreed", QT_TRANSLATE_NOOP("Action", "Take what all agree on"), ("Shift+Enter",), "copy-check",
           "review", "review", ("review", "write"), QT_TRANSLATE_NOOP("Action", "Take the agreed")),
    Action("review_reopen", QT_TRANSLATE_NOOP("Action", "Open the decision again"), ("Backspace",), "arrow-back-up",
           "review", "review", ("difference", "write")),
    Action("review_comment", QT_TRANSLATE_NOOP("Action", "Comment for the annotators"), ("N",), "message-circle",
           "review", "review", ("difference", "write"), QT_TRANSLATE_NOOP("Action", "Comment")),
    Action("review_next", QT_TRANSLATE_NOOP("Action", "Next difference"), ("Tab",), "", "review", "review",
           ("review",), QT_TRANSLATE_NOOP("Action", "Next difference")),
    Action("review_previous", QT_TRANSLATE_NOOP("Action", "Previous difference"), ("Shift+Tab",), "", "review",
           "review", ("review",)),
    Action("review_lane_down", QT_TRANSLATE_NOOP("Action", "The lane below"), ("Down",), "", "review", "review",
           ("review",), QT_TRANSLATE_NOOP("Action", "Lane")),
    Action("review_lane_up", QT_TRANSLATE_NOOP("Action", "The lane above"), ("Up",), "", "review", "review",
           ("review",)),
    Action("review_close", QT_TRANSLATE_NOOP("Action", "End the review"), ("Esc",), "x", "review", "review",
           ("review",), QT_TRANSLATE_NOOP("Action", "End the review")),
    # --- help
    Action("keys", QT_TRANSLATE_NOOP("Action", "Keys"), ("?", "F1"), "keyboard", "help",
           short=QT_TRANSLATE_NOOP("Action", "Keys")),
    Action("tour", QT_TRANSLATE_NOOP("Action", "Two-minute tour"), (), "player-play", "help"),
    Action("guide", QT_TRANSLATE_NOOP("Action", "User guide"), (), "help-circle", "help"),
    Action("about", QT_TRANSLATE_NOOP("Action", "About Tawsim"), (), "info-circle", "help"),
    # --- border mode
    Action("border_left", QT_TRANSLATE_NOOP("Action", "Border a letter to the left"), ("Left",), where="border",
           short=QT_TRANSLATE_NOOP("Action", "Letter")),
    Action("border_right", QT_TRANSLATE_NOOP("Action", "Border a letter to the right"), ("Right",), where="border"),
    Action("border_word_left", QT_TRANSLATE_NOOP("Action", "Border a word to the left"), ("Ctrl+Left",),
           where="border", short=QT_TRANSLATE_NOOP("Action", "Word")),
    Action("border_word_right", QT_TRANSLATE_NOOP("Action", "Border a word to the right"), ("Ctrl+Right",),
           where="border"),
    Action("border_other", QT_TRANSLATE_NOOP("Action", "The other border"), ("Tab", "Shift+Tab"), where="border",
           short=QT_TRANSLATE_NOOP("Action", "The other border")),
    Action("border_end", QT_TRANSLATE_NOOP("Action", "End moving the borders"), ("Enter", "Esc"), where="border",
           short=QT_TRANSLATE_NOOP("Action", "Finish")),
    # --- relation mode
    Action("target_next", QT_TRANSLATE_NOOP("Action", "Next target"), ("Tab",), where="relation",
           short=QT_TRANSLATE_NOOP("Action", "Next target")),
    Action("target_previous", QT_TRANSLATE_NOOP("Action", "Previous target"), ("Shift+Tab",), where="relation"),
    Action("type_next", QT_TRANSLATE_NOOP("Action", "Next type"), ("Down",), where="relation",
           short=QT_TRANSLATE_NOOP("Action", "Next type")),
    Action("type_previous", QT_TRANSLATE_NOOP("Action", "Previous type"), ("Up",), where="relation"),
    Action("target_turn", QT_TRANSLATE_NOOP("Action", "Turn round before taking"), ("T",), where="relation",
           short=QT_TRANSLATE_NOOP("Action", "Turn round")),
    Action("target_take", QT_TRANSLATE_NOOP("Action", "Take this target"), ("Enter",), where="relation",
           short=QT_TRANSLATE_NOOP("Action", "Take")),
    Action("relation_cancel", QT_TRANSLATE_NOOP("Action", "No relation"), ("Esc",), where="relation",
           short=QT_TRANSLATE_NOOP("Action", "Cancel")),
    # --- editing a version in the review
    Action("edit_left", QT_TRANSLATE_NOOP("Action", "Border a letter to the left"), ("Left",), where="review_edit",
           short=QT_TRANSLATE_NOOP("Action", "Letter")),
    Action("edit_right", QT_TRANSLATE_NOOP("Action", "Border a letter to the right"), ("Right",),
           where="review_edit"),
    Action("edit_word_left", QT_TRANSLATE_NOOP("Action", "Border a word to the left"), ("Ctrl+Left",),
           where="review_edit", short=QT_TRANSLATE_NOOP("Action", "Word")),
    Action("edit_word_right", QT_TRANSLATE_NOOP("Action", "Border a word to the right"), ("Ctrl+Right",),
           where="review_edit"),
    Action("edit_other", QT_TRANSLATE_NOOP("Action", "The other border"), ("Tab", "Shift+Tab"), where="review_edit",
           short=QT_TRANSLATE_NOOP("Action", "The other border")),
    Action("edit_take", QT_TRANSLATE_NOOP("Action", "Take it as edited"), ("Enter",), where="review_edit",
           short=QT_TRANSLATE_NOOP("Action", "Take")),
    Action("edit_cancel", QT_TRANSLATE_NOOP("Action", "Leave it as it was"), ("Esc",), where="review_edit",
           short=QT_TRANSLATE_NOOP("Action", "Cancel")),
    Action("retype_next", QT_TRANSLATE_NOOP("Action", "Next type"), ("Down", "Tab"), where="review_type",
           short=QT_TRANSLATE_NOOP("Action", "Next type")),
    Action("retype_previous", QT_TRANSLATE_NOOP("Action", "Previous type"), ("Up", "Shift+Tab"), where="review_type"),
    Action("retype_take", QT_TRANSLATE_NOOP("Action", "Take it as edited"), ("Enter",), where="review_type",
           short=QT_TRANSLATE_NOOP("Action", "Take")),
    Action("retype_cancel", QT_TRANSLATE_NOOP("Action", "Leave it as it was"), ("Esc",), where="review_type",
           short=QT_TRANSLATE_NOOP("Action", "Cancel")),
)  # fmt: skip

BY_ID: Mapping[str, Action] = {action.id: action for action in ACTIONS}

RESERVED = frozenset(
    key for action in ACTIONS if action.where == "text" for key in action.keys if len(key) == 1 and key.isalpha()
)
"""The command letters: a label set cannot take them."""


def why_not(action: Action, situation: Iterable[str]) -> str:
    """What is said about an action that is not possible; empty when it is."""
    missing = next((need for need in action.needs if need not in set(situation)), None)
    return QCoreApplication.translate("Need", NEEDS[missing]) if missing else ""
