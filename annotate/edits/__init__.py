"""Every edit a person can make: a value whose ``plan`` says what changes, before and after.

An edit decides on the rows as they are (``plan(project)``) and writes nothing itself: ``Session.do`` does. What may not
be done raises EditRefused with a code that the window translates.
"""

from annotate.edits.layers import MarkRead, RenameAnnotator, SetLabels, SetState, joined_ranges
from annotate.edits.relations import AddRelation, RelabelRelation, RemoveRelation, TurnRelation
from annotate.edits.rules import Edit
from annotate.edits.spans import AddSpan, AddSpans, Relabel, RemoveSpan, SetAttribute, SetBorders, SetNote
from annotate.edits.suggestions import Accept, AcceptEdited, AcceptRest, LabelPlaces, Reject

__all__ = [
    "Accept",
    "AcceptEdited",
    "AcceptRest",
    "AddRelation",
    "AddSpan",
    "AddSpans",
    "Edit",
    "LabelPlaces",
    "MarkRead",
    "Reject",
    "Relabel",
    "RelabelRelation",
    "RemoveRelation",
    "RemoveSpan",
    "RenameAnnotator",
    "SetAttribute",
    "SetBorders",
    "SetLabels",
    "SetNote",
    "SetState",
    "TurnRelation",
    "joined_ranges",
]
