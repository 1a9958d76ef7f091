"""The words for codes that the core gives: refusals, step titles, states, sources."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from annotate.changes import Step
from annotate.errors import EditRefused, ReadOnlyProject, StaleEdit, TawsimError
from annotate.model import State
from ui.i18n.counts import Counts
from ui.i18n.marking import QT_TRANSLATE_NOOP

_REFUSALS: Mapping[str, str] = {
    "no_span": QT_TRANSLATE_NOOP("Refusal", "That span is not there any more."),
    "no_relation": QT_TRANSLATE_NOOP("Refusal", "That relation is not there any more."),
    "locked": QT_TRANSLATE_NOOP("Refusal", "This document is locked."),
    "bad_border": QT_TRANSLATE_NOOP("Refusal", "The borders would not leave any text."),
    "duplicate_span": QT_TRANSLATE_NOOP("Refusal", "A span with these borders and this label is there already."),
    "several_pieces": QT_TRANSLATE_NOOP("Refusal", "A span of several pieces has no two borders to move."),
    "two_layers": QT_TRANSLATE_NOOP("Refusal", "A relation joins two spans of one layer."),
    "same_span": QT_TRANSLATE_NOOP("Refusal", "A relation needs two spans."),
    "relation_not_allowed": QT_TRANSLATE_NOOP("Refusal", "The label set does not allow this relation here."),
    "duplicate_relation": QT_TRANSLATE_NOOP("Refusal", "This relation is there already."),
    "bad_name": QT_TRANSLATE_NOOP("Refusal", "That is no name for an annotator."),
    "other_layer": QT_TRANSLATE_NOOP("Refusal", "This is another annotator’s layer: it is only shown."),
    "item_changed": QT_TRANSLATE_NOOP("Refusal", "A layer has changed in the meantime. Look again, then decide."),
    "no_version": QT_TRANSLATE_NOOP("Refusal", "This annotator has no version of that."),
    "end_open": QT_TRANSLATE_NOOP("Refusal", "An end of this relation is not decided yet. R takes the ends as well."),
    "end_not_chosen": QT_TRANSLATE_NOOP("Refusal", "An end of this relation was not chosen. R takes the ends as well."),
}

_STEPS: Mapping[str, str] = {
    "add_span": QT_TRANSLATE_NOOP("Step", "add a span"),
    "add_spans": QT_TRANSLATE_NOOP("Step", "add spans"),
    "move_border": QT_TRANSLATE_NOOP("Step", "move a border"),
    "relabel": QT_TRANSLATE_NOOP("Step", "change a label"),
    "set_attribute": QT_TRANSLATE_NOOP("Step", "set an attribute"),
    "set_note": QT_TRANSLATE_NOOP("Step", "write a note"),
    "remove_span": QT_TRANSLATE_NOOP("Step", "delete a span"),
    "add_relation": QT_TRANSLATE_NOOP("Step", "add a relation"),
    "relabel_relation": QT_TRANSLATE_NOOP("Step", "change a relation's type"),
    "turn_relation": QT_TRANSLATE_NOOP("Step", "turn a relation round"),
    "remove_relation": QT_TRANSLATE_NOOP("Step", "delete a relation"),
    "accept": QT_TRANSLATE_NOOP("Step", "accept"),
    "accept_edited": QT_TRANSLATE_NOOP("Step", "accept, corrected"),
    "accept_rest": QT_TRANSLATE_NOOP("Step", "accept a sentence"),
    "reject": QT_TRANSLATE_NOOP("Step", "reject"),
    "mark_read": QT_TRANSLATE_NOOP("Step", "mark as read"),
    "set_state": QT_TRANSLATE_NOOP("Step", "change a document's state"),
    "set_labels": QT_TRANSLATE_NOOP("Step", "change the label set"),
    "rename_annotator": QT_TRANSLATE_NOOP("Step", "rename an annotator"),
    "import": QT_TRANSLATE_NOOP("Step", "import"),
    "receive": QT_TRANSLATE_NOOP("Step", "receive a colleague's file"),
    "adjudicate": QT_TRANSLATE_NOOP("Step", "adjudicate"),
    "adjudicate_by_rule": QT_TRANSLATE_NOOP("Step", "decide by rule"),
    "reopen": QT_TRANSLATE_NOOP("Step", "open a decision again"),
    "add_annotators": QT_TRANSLATE_NOOP("Step", "add an annotator"),
    "comment": QT_TRANSLATE_NOOP("Step", "comment for the annotators"),
}

_STATES: Mapping[State, str] = {
    State.TODO: QT_TRANSLATE_NOOP("State", "To do"),
    State.IN_PROGRESS: QT_TRANSLATE_NOOP("State", "In progress"),
    State.DONE: QT_TRANSLATE_NOOP("State", "Done"),
    State.LOCKED: QT_TRANSLATE_NOOP("State", "Locked"),
}

STATE_ICONS: Mapping[State, tuple[str, str]] = {
    State.TODO: ("circle", "todo"),
    State.IN_PROGRESS: ("circle-half-2", "progress"),
    State.DONE: ("circle-check", "done"),
    State.LOCKED: ("lock", "locked"),
}
"""Each state's own shape (an icon) and its colour (a token)."""

_READ_ONLY: Mapping[str, str] = {
    "the file is write-protected": QT_TRANSLATE_NOOP("ReadOnly", "Opened read-only: the file is write-protected."),
    "the folder is write-protected": QT_TRANSLATE_NOOP("ReadOnly", "Opened read-only: the folder is write-protected."),
}

_LOSSES: Mapping[str, str] = {
    "nested": QT_TRANSLATE_NOOP("Loss", "nested"),
    "crossing": QT_TRANSLATE_NOOP("Loss", "crossing"),
    "same borders": QT_TRANSLATE_NOOP("Loss", "same borders"),
    "discontinuous": QT_TRANSLATE_NOOP("Loss", "in several pieces"),
    "inside a word": QT_TRANSLATE_NOOP("Loss", "inside a word"),
    "white space at border": QT_TRANSLATE_NOOP("Loss", "white space at the border"),
    "no token": QT_TRANSLATE_NOOP("Loss", "no token in it"),
    "relation": QT_TRANSLATE_NOOP("Loss", "relation"),
    "relation without its span": QT_TRANSLATE_NOOP("Loss", "relation without its span"),
    "relation over a sentence border": QT_TRANSLATE_NOOP("Loss", "relation over a sentence border"),
    "span attribute": QT_TRANSLATE_NOOP("Loss", "attribute of a span"),
    "note": QT_TRANSLATE_NOOP("Loss", "note"),
    "duplicate": QT_TRANSLATE_NOOP("Loss", "duplicate"),
    "relation attribute": QT_TRANSLATE_NOOP("Loss", "attribute of a relation"),
    "document meta": QT_TRANSLATE_NOOP("Loss", "details of the document"),
    "document name": QT_TRANSLATE_NOOP("Loss", "name of the document"),
    "empty document": QT_TRANSLATE_NOOP("Loss", "empty document"),
    "left out": QT_TRANSLATE_NOOP("Loss", "left out"),
    "trimmed": QT_TRANSLATE_NOOP("Loss", "trimmed"),
    "widened to the word": QT_TRANSLATE_NOOP("Loss", "widened to the word"),
    "extra column": QT_TRANSLATE_NOOP("Loss", "in an extra column"),
}

_SOURCES: Mapping[str, str] = {
    "places": QT_TRANSLATE_NOOP("Source", "place names"),
    "starter": QT_TRANSLATE_NOOP("Source", "the starter model"),
    "learned": QT_TRANSLATE_NOOP("Source", "what was learnt here"),
    "lists": QT_TRANSLATE_NOOP("Source", "own lists"),
    "decided": QT_TRANSLATE_NOOP("Source", "what was decided elsewhere"),
    "camel": QT_TRANSLATE_NOOP("Source", "CAMeL-Tools"),
}


def error_text(error: TawsimError) -> str:
    """What a person is told of an error; refusals in the language of the interface."""
    if isinstance(error, EditRefused) and error.code in _REFUSALS:
        return QCoreApplication.translate("Refusal", _REFUSALS[error.code])
    if isinstance(error, StaleEdit):
        return QCoreApplication.translate(
            "Refusal", "This has changed in the meantime. Nothing was written; try again."
        )
    if isinstance(error, ReadOnlyProject):
        return QCoreApplication.translate("Need", "The project is open read-only.")
    return str(error)


def step_name(step: Step) -> str:
    """A step by name, with what it was about: ``delete a span «…»``."""
    name = QCoreApplication.translate("Step", _STEPS[step.title]) if step.title in _STEPS else step.title
    if step.title in ("accept", "reject", "accept_rest", "add_spans") and step.detail.isdecimal():
        return f"{name} ({Counts().suggestions(int(step.detail))})" if step.title != "add_spans" else name
    if step.title == "import" and step.detail.isdecimal():
        return f"{name} ({Counts().documents(int(step.detail))})"
    if step.title == "set_state" and step.detail in list(State):
        return f"{name} ({state_name(State(step.detail))})"
    return f"{name} {quoted(step.detail)}" if step.detail else name


def quoted(text: str, longest: int = 40) -> str:
    """A piece of text in the quotes of the language, cut when it is long, kept apart from the words around it."""
    short = text if len(text) <= longest else text[: longest - 1] + "…"
    return QCoreApplication.translate("Step", "“{text}”").format(text=f"\u2068{short}\u2069")


def loss_text(what: str, done: str) -> str:
    """Why something cannot be exported as it is, and what became of it."""
    words = (QCoreApplication.translate("Loss", _LOSSES[word]) if word in _LOSSES else word for word in (what, done))
    return ": ".join(words)


def state_name(state: State) -> str:
    """A state's name."""
    return QCoreApplication.translate("State", _STATES[state])


def source_name(by: str) -> str:
    """A suggestion's source, or several joined by ``+``."""
    names = (
        QCoreApplication.translate("Source", _SOURCES[part]) if part in _SOURCES else part for part in by.split("+")
    )
    return " + ".join(names)


def read_only_text(reason: str) -> str:
    """Why a project was opened read-only; ``reason`` is what the project says (``Project.read_only``)."""
    if reason.startswith("open by "):
        said = QCoreApplication.translate("ReadOnly", "Opened read-only: {who} has it open.")
        return said.format(who=f"\u2068{reason.removeprefix('open by ')}\u2069")
    if reason in _READ_ONLY:
        return QCoreApplication.translate("ReadOnly", _READ_ONLY[reason])
    return QCoreApplication.translate("ReadOnly", "Opened read-only: {who}").format(who=f"\u2068{reason}\u2069")
