"""What became of the suggestions of each source and label, and the switches beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QObject, Signal

from annotate.labels import LabelSet
from annotate.review.fates import Fates, Share, by_source
from annotate.suggest.source_settings import DEFAULT_SOURCES
from ui.overview.agreement_part import label_word
from ui.overview.card import ChartCard
from ui.overview.fate_chart import FateChart, FateRow
from ui.theme import Theme
from ui.wording import source_name

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Switches:
    """The sources that are on, the label ids that each may not suggest or leaves to what was learnt, and whether it can
    be switched here."""

    on: Sequence[str] = ()
    off: Mapping[str, Sequence[str]] = field(default_factory=dict)
    left: Mapping[str, Sequence[str]] = field(default_factory=dict)
    may: bool = False


class SourcesPart(QObject):
    """A ``card`` with a table. Sends ``switched(source, label id or empty, on)``."""

    switched = Signal(str, str, bool)

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        self._theme, self._language = theme, language
        self._fates: Fates = {}
        self._labels, self._switches = LabelSet(id="none"), Switches()
        self.table = FateChart(theme, translate("Overview", "No suggestions decided yet."))
        self.table.switched.connect(self.switched)
        self.card = ChartCard(theme, "sources", translate("Overview", "Right suggestions by source"), self.table)
        self.card.say(translate("Overview", "lighter: edited; the box switches suggestions on and off"))
        self.table.follow(self.card.last)

    def show_fates(self, found: Fates, labels: LabelSet) -> None:
        """Show what became of suggestions."""
        self._fates, self._labels = found, labels
        self._show()

    def show_switches(self, switches: Switches) -> None:
        """Show what is switched on and off."""
        self._switches = switches
        self._show()

    def _show(self) -> None:
        """The sources that something was decided of or that are switched off, each with its labels."""
        shares, off = by_source(self._fates), self._switches.off
        keys = set(shares) | {(source, self._labels.entity_key(id)) for source, ids in off.items() for id in ids}
        silent = {source for source in DEFAULT_SOURCES if source not in self._switches.on}
        found = {source for source, _ in keys} | silent
        groups = []
        for source in (*DEFAULT_SOURCES, *sorted(found - set(DEFAULT_SOURCES))):
            if source in found:
                of_it = {label: shares.get((source, label), Share()) for of, label in keys if of == source and label}
                labels = sorted(of_it, key=lambda label: (-of_it[label].decided, label))
                whole = self._row(source, "", shares.get((source, ""), Share()))
                groups.append([whole, *(self._row(source, label, of_it[label]) for label in labels)])
        self.table.show_groups(groups, self._switches.may)

    def _row(self, source: str, key: str, share: Share) -> FateRow:
        on, named = source in self._switches.on, source_name(source)
        if not key:
            return FateRow(source, "", named, named, None, share, on, left=False)
        id, look = self._labels.entity_id(key), self._theme.label(self._labels, key)
        on = on and id not in self._switches.off.get(source, ())
        left = on and id in self._switches.left.get(source, ())
        return FateRow(source, id, named, label_word(self._labels, key, self._language), look, share, on, left)
