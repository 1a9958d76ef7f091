"""The overview page: cards with figures, filtered by annotator and period; behind a number stand its places."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotate.labels import LabelSet
from annotate.model import GOLD, Annotator, State
from annotate.review.fates import by_label
from annotate.review.figures import Figures
from ui.i18n.counts import Counts
from ui.i18n.language import isolated, percent
from ui.icons import icon
from ui.overview.agreement_part import AgreementPart, label_word
from ui.overview.bars_chart import BarsChart, LabelBar
from ui.overview.card import ChartCard, csv_text
from ui.overview.days_chart import DaysChart, Series
from ui.overview.parts_chart import Part, PartsChart
from ui.overview.sources_part import SourcesPart
from ui.panels.parts import push_button, text_label
from ui.theme import Theme
from ui.wording import STATE_ICONS, state_name

translate = QCoreApplication.translate

_LABELS = 10
_PERIODS = (7, 14, 30, 90)


class OverviewPage(QWidget):
    """Sends ``pairChosen(annotator, annotator)``, ``placeChosen(Place)``, ``saveWanted(card or None, kind)``."""

    pairChosen = Signal(str, str)
    placeChosen = Signal(object)
    saveWanted = Signal(object, str)

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme, self._language = theme, language
        self._figures, self._labels = Figures(), LabelSet(id="none")
        empty = translate("Overview", "Numbers appear after the first finished document.")
        kind, count = translate("Overview", "Label"), translate("Overview", "Number")
        self.states = PartsChart(theme, (translate("Overview", "What"), count))
        self.days = DaysChart(
            theme, translate("Overview", "Day"), translate("Overview", "No spans marked in these days.")
        )
        self.labels = BarsChart(theme, (kind, count), empty)
        self.agreement = AgreementPart(theme, language)
        self.fate = BarsChart(
            theme,
            (kind, count, translate("Overview", "Accepted")),
            translate("Overview", "No suggestions decided yet."),
            percent=True,
        )
        self.sources = SourcesPart(theme, language)
        self._who, self._period = QComboBox(), QComboBox()
        self._build()

    def _build(self) -> None:
        titles = (
            ("documents", translate("Overview", "Documents"), self.states),
            ("days", translate("Overview", "Spans a day"), self.days),
            ("labels", translate("Overview", "Labels"), self.labels),
            ("suggestions", translate("Overview", "Right suggestions"), self.fate),
        )
        self.cards = {name: ChartCard(self._theme, name, title, chart) for name, title, chart in titles}
        agreement = self.agreement
        for part in (self.sources.card, agreement.card, agreement.behind, agreement.labels):
            self.cards[part.name] = part
        for card in self.cards.values():
            card.pictureWanted.connect(lambda card=card: self.saveWanted.emit(card, "picture"))
            card.numbersWanted.connect(lambda card=card: self.saveWanted.emit(card, "numbers"))
        self.cards["suggestions"].say(translate("Overview", "accepted as they were, of those decided"))
        inner = QWidget()
        whole = QVBoxLayout(inner)
        whole.setContentsMargins(24, 12, 24, 24)
        whole.setSpacing(12)
        whole.addLayout(self._bar())
        whole.addLayout(self._grid())
        whole.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(scroll, 1)
        self.agreement.pairChosen.connect(self.pairChosen)
        self.agreement.placeChosen.connect(self.placeChosen)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(16)
        places = {
            "documents": (0, 0, 1),
            "days": (0, 1, 2),
            "labels": (1, 0, 1),
            "agreement": (1, 1, 1),
            "suggestions": (1, 2, 1),
            "sources": (2, 0, 3),
            "confusion": (3, 0, 2),
            "agreement-labels": (3, 2, 1),
        }
        for name, (row, column, span) in places.items():
            grid.addWidget(self.cards[name], row, column, 1, span)
        for column in range(3):
            grid.setColumnStretch(column, 1)
        return grid

    def _bar(self) -> QHBoxLayout:
        for days in _PERIODS:
            self._period.addItem(Counts().last_days(days), days)
        self._period.setCurrentIndex(1)
        for box in (self._who, self._period):
            box.setMinimumWidth(150)
        self._period.setAccessibleName(translate("Overview", "Period"))
        self._who.setAccessibleName(translate("Overview", "Annotator"))
        self._who.currentIndexChanged.connect(self._show)
        self._period.currentIndexChanged.connect(self._show)
        export = push_button(
            translate("Overview", "Export the numbers (CSV)"), "", icon("table-export", self._theme["text2"])
        )
        export.clicked.connect(lambda: self.saveWanted.emit(None, "numbers"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(text_label(translate("Overview", "Overview"), "heading"))
        row.addStretch(1)
        for part in (self._who, self._period, export):
            row.addWidget(part)
        return row

    # --- what is shown
    def show_figures(self, figures: Figures, labels: LabelSet) -> None:
        """Show the figures of a project."""
        self._figures, self._labels = figures, labels
        before = self._who.currentData()
        self._who.blockSignals(True)
        self._who.clear()
        self._who.addItem(translate("Overview", "All annotators"), "")
        for annotator in figures.annotators:
            self._who.addItem(self._name(annotator), annotator.id)
        self._who.setCurrentIndex(max(self._who.findData(before), 0))
        self._who.blockSignals(False)
        self._show()
        self.agreement.show_figures(figures, labels, self._names())
        self.sources.show_fates(figures.suggestions, labels)

    def numbers(self) -> str:
        """All numbers of the page as one CSV text, card under card, each with its title."""
        return "\r\n".join(f"{card.title}\r\n{csv_text(card.chart.rows())}" for card in self.cards.values())

    def _name(self, annotator: Annotator) -> str:
        return translate("Overview", "Gold") if annotator.id == GOLD else annotator.name

    def _names(self) -> dict[str, str]:
        return {annotator.id: self._name(annotator) for annotator in self._figures.annotators}

    def _wanted(self) -> list[str]:
        who = self._who.currentData()
        return [who] if who else [annotator.id for annotator in self._figures.annotators if annotator.id != GOLD]

    def _show(self) -> None:
        self._show_states()
        self._show_days()
        self._show_labels()
        self._show_fate()

    def show_pending(self, pending: int) -> None:
        """Show how many suggestions are pending now."""
        self._figures.pending = pending
        self._show_states()

    def _show_states(self) -> None:
        figures = self._figures
        states = figures.states.get(self._who.currentData() or "", Counter())
        parts = []
        for state in (State.DONE, State.IN_PROGRESS, State.TODO, State.LOCKED):
            symbol, token = STATE_ICONS[state]
            parts.append(Part(state_name(state), states[state], self._theme[token], symbol))
        wanted = self._wanted()
        facts = [
            (translate("Overview", "Spans"), sum(figures.labels.get(id, Counter()).total() for id in wanted)),
            (translate("Overview", "Relations"), sum(figures.relations[id] for id in wanted)),
            (translate("Overview", "Pending suggestions"), figures.pending),
        ]
        self.states.show_parts(parts, facts)
        self.cards["documents"].say(Counts().documents(figures.documents))

    def _show_days(self) -> None:
        figures = self._figures
        last = max(figures.days, default=date.today())
        days = [last - timedelta(days=n) for n in reversed(range(self._period.currentData() or 14))]
        found = [day for day in days if day in figures.days]
        days = days[days.index(found[0]) :] if found else []
        names = self._names()
        colours = [self._theme[f"series{n}"] for n in (1, 2, 3, 4)]
        series = [
            Series(names[id], colours[place % 4], [figures.days.get(day, Counter())[id] for day in days])
            for place, id in enumerate(self._wanted())
            if id in names
        ]
        words = [QLocale().toString(QDate(day.year, day.month, day.day), "d/M") for day in days]
        self.days.show_days([isolated(word) for word in words], series)

    def _show_labels(self) -> None:
        counts: Counter[str] = sum((self._figures.labels.get(id, Counter()) for id in self._wanted()), Counter())
        most = max(counts.values(), default=1)
        bars = [self._label_bar(key, count, count / most) for key, count in counts.most_common(_LABELS)]
        rest = counts.most_common()[_LABELS:]
        more = ""
        if rest:
            more = translate("Overview", "and {labels} more, together {spans}").format(
                labels=Counts().labels(len(rest)), spans=Counts().spans(sum(count for _, count in rest))
            )
        self.labels.show_bars(bars, more)
        self.cards["labels"].say(Counts().spans(counts.total()))

    def _show_fate(self) -> None:
        shares = sorted(by_label(self._figures.suggestions).items(), key=lambda found: -found[1].right)
        bars = [
            self._label_bar(key, share.decided, share.right, percent(share.right)) for key, share in shares[:_LABELS]
        ]
        self.fate.show_bars(bars)

    def _label_bar(self, key: str, count: int, share: float, words: str = "") -> LabelBar:
        return LabelBar(
            label_word(self._labels, key, self._language), self._theme.label(self._labels, key), count, share, words
        )

    def parts(self) -> list[QWidget]:
        """What the focus goes round: the filters, then card after card."""
        rounds: list[QWidget] = [self._who]
        for card in self.cards.values():
            matrix = card.chart if card.chart.focusPolicy() != Qt.FocusPolicy.NoFocus else None
            rounds.append(matrix or card.first)
        return rounds

    def focus_first(self) -> None:
        """Give the focus to the agreement, from which arrows go on."""
        self.agreement.matrix.setFocus()
