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
