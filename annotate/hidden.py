"""Which layers may tell something while one is at work oneself."""

from __future__ import annotations

from collections.abc import Sequence

from annotate.model import GOLD, Layer, State
from annotate.project import Project


def layers_to_learn_from(project: Project) -> Sequence[Layer]:
    """One's own layers, gold, and a colleague's of documents in which one's own is done.

    Before that, what is made of it would tell what the colleague decided, and the agreement of the two would mean
    nothing.
    """
    me = project.annotator().id
    layers = project.layers()
    finished = {
        layer.document for layer in layers if layer.annotator == me and layer.state in (State.DONE, State.LOCKED)
    }
    return [layer for layer in layers if layer.annotator in (me, GOLD) or layer.document in finished]
