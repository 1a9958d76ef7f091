"""What became of suggestions, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from annotate.review.fates import Share
from ui.i18n.language import number, percent

translate = QCoreApplication.translate


def share_text(share: Share) -> str:
    """How many were right, of how many: ``62% of 148``; nothing where nothing is decided."""
    if not share.decided:
        return ""
    return translate("Shares", "{percent} of {n}").format(percent=percent(share.right), n=number(share.decided))


def fate_text(share: Share) -> str:
    """What became of them, each number by name."""
    said = translate("Shares", "as they were: {accepted} · edited: {edited} · rejected: {rejected}")
    return said.format(accepted=number(share.accepted), edited=number(share.edited), rejected=number(share.rejected))


def left_text() -> str:
    """The note of a label that a source leaves to the learned models."""
    return translate("Shares", "left to what was learnt")


def why_left_text() -> str:
    """What stands behind that note."""
    return translate(
        "Shares",
        "Too little of what this source alone suggested for the label was right, so what was learnt decides. It is "
        "counted anew at each training; with “what was learnt here” switched off, the source suggests it again.",
    )
