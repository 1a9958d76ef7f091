"""The agreement of all annotators, pair by pair; behind a pair stand label against label, and the places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from annotate.labels import LabelSet
from annotate.review.agreement import PairAgreement
from annotate.review.coefficients import Ratio
from annotate.review.confusion import LabelPair
from annotate.review.figures import Figures, PairFigures, Place
from ui.i18n.counts import Counts
from ui.i18n.language import number
from ui.overview.bars_chart import BarsChart, LabelBar
from ui.overview.card import ChartCard
from ui.overview.chart import percentage
from ui.overview.matrix_chart import Cell, MatrixChart
from ui.panels.parts import text_label
from ui.theme import Theme

translate = QCoreApplication.translate


_LABELS = 10


class AgreementPart(QObject):
    """Cards: ``card`` with the matrix of agreement, ``labels`` and ``behind`` with what stands behind the chosen pair.

    Sends ``pairChosen(annotator, annotator)`` and ``placeChosen(Place)``.
    """

    pairChosen = Signal(str, str)
    placeChosen = Signal(object)

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        self._theme, self._language = theme, language
        self._figures, self._labels = Figures(), LabelSet(id="none")
        self._names: Mapping[str, str] = {}
        self._pair: PairFigures | None = None
        self.matrix = MatrixChart(theme, translate("Overview", "Two annotators must have begun a document."))
        empty = translate("Overview", "Choose a cell of the agreement.")
        self.confusion = MatrixChart(theme, empty, 30)
        self.places = QListWidget()
        heads = (translate("Overview", "Label"), translate("Overview", "Number"), "F1")
        self.by_label = BarsChart(theme, heads, empty, percent=True)
        self.card = ChartCard(theme, "agreement", translate("Overview", "Agreement"), self.matrix)
        self.behind = ChartCard(theme, "confusion", translate("Overview", "Label against label"), self.confusion)
        self.labels = ChartCard(theme, "agreement-labels", translate("Overview", "Agreement by label"), self.by_label)
        self.labels.say(translate("Overview", "F1, spans of both"))
        self._behind = text_label("", "second")
        self._behind.setWordWrap(True)
        self.card.say(translate("Overview", "F1 of borders and labels"))
        self.card.column.insertWidget(2, self._behind)
        self.places.setProperty("kind", "card")
        self.places.setAccessibleName(translate("Overview", "Places"))
        self.places.setMinimumHeight(120)
        self.behind.column.insertWidget(2, self.places)
        self.matrix.chosen.connect(self._on_pair)
        self.confusion.chosen.connect(self._on_cell)
        for signal in (self.places.itemActivated, self.places.itemClicked):
            signal.connect(lambda row: self.placeChosen.emit(row.data(Qt.ItemDataRole.UserRole)))

    def show_figures(self, figures: Figures, labels: LabelSet, names: Mapping[str, str]) -> None:
        """Show the agreement of a project; ``names`` by annotator id. No pair is chosen then."""
        self._figures, self._labels, self._names, self._pair = figures, labels, names, None
        self._show_agreement()
        self._show_pair()

    def show_pair(self, pair: PairFigures) -> None:
        """Show what stands behind the agreement of two annotators."""
        self._pair = pair
        self._show_pair()

    def _pairs(self) -> dict[tuple[str, str], PairAgreement]:
        found = {(pair.a, pair.b): pair for pair in self._figures.pairs}
        return found | {(b, a): pair for (a, b), pair in found.items()}

    def _show_agreement(self) -> None:
        people = [annotator.id for annotator in self._figures.annotators]
        names, pairs = self._names, self._pairs()
        if len(people) < 2:
            self.matrix.show_cells((), (), ())
            return
        cells = []
        for row in people:
            line = []
            for column in people:
                pair = pairs.get((row, column))
                f1 = pair.exact.f1 if pair else None
                words = percentage(f1, "–") if pair else ""
                line.append(Cell(words, (f1 or 0) * 0.55, blank=pair is None))
            cells.append(line)
        heads = [names[id] for id in people]
        self.matrix.show_cells(heads, heads, cells)

    def _on_pair(self, row: int, column: int) -> None:
        people = [annotator.id for annotator in self._figures.annotators]
        self.pairChosen.emit(people[row], people[column])

    def _show_pair(self) -> None:
        self.places.clear()
        pair = self._pair
        if pair is None:
            alpha = percentage(self._figures.alpha, undefined())
            self._behind.setText(translate("Overview", "Krippendorff’s α of all: {alpha}").format(alpha=alpha))
            self.confusion.show_cells((), (), ())
            self.by_label.show_bars(())
            self.places.hide()
            self.behind.say("")
            return
        self._behind.setText(self._pair_text(pair))
        self._show_labels(pair)
        self._show_documents(pair)
        rows, columns = _labels(pair, 0), _labels(pair, 1)
        most = max((len(places) for places in pair.cells.values()), default=1)
        cells = [[self._confusion_cell(pair, (row, column), most) for column in columns] for row in rows]
        self.confusion.show_cells([self._word(row) for row in rows], [self._word(c) for c in columns], cells)
        names = self._names
        self.behind.say(
            translate("Overview", "rows: {a}, columns: {b}").format(
                a=f"\u2068{names[pair.a]}\u2069", b=f"\u2068{names[pair.b]}\u2069"
            )
        )

    def _show_labels(self, pair: PairFigures) -> None:
        """F1 of each label, the most used first."""
        ratios = sorted(self._pairs()[pair.a, pair.b].by_label.items(), key=lambda found: -found[1].n)
        self.by_label.show_bars([self._label_bar(key, ratio) for key, ratio in ratios[:_LABELS]])

    def _label_bar(self, key: str, ratio: Ratio) -> LabelBar:
        words = percentage(ratio.f1, "–")
        return LabelBar(self._word(key), self._theme.label(self._labels, key), ratio.n, ratio.f1 or 0, words)

    def _show_documents(self, pair: PairFigures) -> None:
        """The documents of both, those on which they agree least first."""
        ratios = self._pairs()[pair.a, pair.b].by_document
        self.places.clear()
        self.places.show()
        figures = {id: ratios.get(id, Ratio()).f1 for id in pair.documents}
        # Those without a figure, in which neither marked anything, stand last.
        for id in sorted(figures, key=lambda id: 2.0 if figures[id] is None else figures[id] or 0.0):
            ratio = ratios.get(id, Ratio())
            words = f"\u2068{pair.documents[id]}\u2069:  F1 {percentage(ratio.f1, undefined())}  (n {number(ratio.n)})"
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, Place(id, pair.documents[id], "", ""))
            self.places.addItem(item)

    def _pair_text(self, pair: PairFigures) -> str:
        found, none = self._pairs()[pair.a, pair.b], undefined()
        names = self._names
        lines = [
            translate("Overview", "{a} and {b}: {documents}, {differences}; left out: {dropped}").format(
                a=f"\u2068{names[pair.a]}\u2069",
                b=f"\u2068{names[pair.b]}\u2069",
                documents=Counts().documents(len(pair.documents)),
                differences=Counts().differences(pair.differences),
                dropped=Counts().spans(found.dropped),
            ),
            translate(
                "Overview", "F1 exact {exact} · clitic {clitic} · overlapping {relaxed} · without label {free}"
            ).format(
                exact=percentage(found.exact.f1, none),
                clitic=percentage(found.clitic.f1, none),
                relaxed=percentage(found.relaxed.f1, none),
                free=percentage(found.label_free.f1, none),
            ),
            translate("Overview", "κ of tokens {kappa} · relations F1 {f1} · κ of relation types {types}").format(
                kappa=percentage(found.kappa, none),
                f1=percentage(found.relations.f1, none),
                types=percentage(found.relation_kappa, none),
            ),
        ]
        return "\n".join(lines)

    def _confusion_cell(self, pair: PairFigures, labels: LabelPair, most: int) -> Cell:
        count = len(pair.cells.get(labels, ()))
        return Cell(number(count) if count else "", 0.1 + 0.45 * count / most if count else 0, blank=not count)

    def _on_cell(self, row: int, column: int) -> None:
        pair = self._pair
        assert pair is not None
        self.places.clear()
        self.places.show()
        for place in pair.cells.get((_labels(pair, 0)[row], _labels(pair, 1)[column]), ()):
            item = QListWidgetItem(f"\u2068{place.name}\u2069:  {place.text}".replace("\n", " "))
            item.setData(Qt.ItemDataRole.UserRole, place)
            self.places.addItem(item)

    def _word(self, key: str | None) -> str:
        return "–" if key is None else label_word(self._labels, key, self._language)


def _labels(pair: PairFigures, side: int) -> Sequence[str | None]:
    """The labels of one side, the most used of both first; nothing marked last."""
    counts: Counter[str | None] = Counter()
    for labels, places in pair.cells.items():
        counts.update(dict.fromkeys(labels, len(places)))
    used = {labels[side] for labels in pair.cells}
    return sorted(used, key=lambda label: (label is None, -counts[label], str(label)))


def undefined() -> str:
    """The word for a figure that is not defined."""
    return translate("Overview", "not defined")


def label_word(labels: LabelSet, key: str, language: str) -> str:
    """A label's word as tags show it."""
    entity = labels.entity(key)
    return entity.name("ar") if entity and language == "ar" else labels.entity_id(key)
