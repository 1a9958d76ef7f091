"""Whose layer is shown, and blind mode, which hides the others' until one's own is done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from annotate.model import GOLD, Annotator, State
from ui.desk import Desk
from ui.workspace import Workspace

translate = QCoreApplication.translate

BLIND = "blind"
"""The project's setting: whether others' layers are hidden until one's own is done."""


class LayerCommands:
    """Shows the layers of the document in turn: one's own, the colleagues', gold."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def handlers(self) -> dict[str, Callable[[], None]]:
        """The handlers by action id."""
        return {"layer_next": self.show_next, "blind": self.toggle_blind}

    def show_next(self) -> None:
        """Show the next annotator's layer of the document, round to one's own."""
        workspace, strip = self._desk.workspace, self._desk.strip
        if workspace.own and (said := hidden(workspace)):
            strip.say(said, "refused")
            return
        layers = shown_in_turn(workspace)
        here = next((n for n, annotator in enumerate(layers) if annotator.id == workspace.annotator.id), 0)
        following = layers[(here + 1) % len(layers)]
        if following.id == workspace.annotator.id:
            strip.say(translate("Layers", "Nobody else has begun this document."), "info")
            return
        workspace.show_layer(following)
        if not workspace.own:
            said = translate("Layers", "{name}’s layer: it is only shown.")
            strip.say(said.format(name=f"\u2068{following.name}\u2069"), "info")
        else:
            strip.clear()

    def toggle_blind(self) -> None:
        """Hide the others' layers until one's own is done, or not."""
        project = self._desk.workspace.project
        assert project is not None
        blind = not project.setting(BLIND, False)
        project.set_setting(BLIND, blind)
        on = translate("Layers", "Blind: others’ layers are hidden until your own is done.")
        off = translate("Layers", "Not blind: all layers can be seen.")
        self._desk.strip.say(on if blind else off, "info")


def shown_in_turn(workspace: Workspace) -> list[Annotator]:
    """Who has a layer of the document on the desk: first oneself, gold last."""
    project, document = workspace.project, workspace.document
    assert project is not None
    assert document is not None
    begun = {layer.annotator for layer in project.layers(document.id) if layer.state is not State.TODO}
    own = project.annotator()
    others = [one for one in project.annotators() if one.id in begun - {own.id, GOLD}]
    gold = [Annotator(id=GOLD, name=translate("Layers", "Gold"))] if GOLD in begun else []
    return [own, *others, *gold]


def hidden(workspace: Workspace) -> str:
    """Why the others' layers of the document on the desk may not be seen yet; empty where they may."""
    project, document = workspace.project, workspace.document
    if project is None or document is None or not project.setting(BLIND, False):
        return ""
    layer = project.layer(document.id, project.annotator().id)
    if layer is not None and layer.state in (State.DONE, State.LOCKED):
        return ""
    return translate("Layers", "Blind: first your own layer of this document must be done.")
