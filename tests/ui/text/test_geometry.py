"""The rectangles of a range are those that Qt itself paints for a selection over it."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QTextCharFormat, QTextLayout, QTextOption

from tests.conftest import Shared
from ui.offsets import Offsets
from ui.text.shaping import ShapedBlock
from ui.theme import text_font

WIDTH = 700
_GRAPHEME = regex.compile(r"\X")
_LAM_ALEF = regex.compile(r"ل\p{M}*[اأإآٱ]")
FONTS = ("Noto Naskh Arabic", "Amiri", "Scheherazade New")


class Oracle:
    """Qt's own painting of selections, column by column."""

    def __init__(self, text: str, font: QFont, right_to_left: bool) -> None:
        self.offsets = Offsets(text)
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)
        option.setAlignment(Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.layout = QTextLayout(text, font)
        self.layout.setTextOption(option)
        self.layout.beginLayout()
        self.rows = 0
        while (line := self.layout.createLine()).isValid():
            line.setLineWidth(WIDTH)
            line.setPosition(QPointF(0, 60 * self.rows))
            self.rows += 1
        self.layout.endLayout()

    def columns(self, start: int, end: int) -> list[set[int]]:
        """The columns that the selection of a range colours on each line."""
        chosen = QTextLayout.FormatRange()
        chosen.start = self.offsets.to_qt(start)
        chosen.length = self.offsets.to_qt(end) - chosen.start
        chosen.format = QTextCharFormat()
        chosen.format.setBackground(QColor("red"))
        chosen.format.setForeground(QColor("red"))
        image = QImage(WIDTH + 60, 60 * self.rows, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        painter.setPen(QColor("white"))
        self.layout.draw(painter, QPointF(30, 0), [chosen])
        painter.end()
        found = []
        for row in range(self.rows):
            # The bottom row of a line's own height: below most glyphs, within every background.
            y = 60 * row + int(self.layout.lineAt(row).height()) - 2
            first = y * image.bytesPerLine()
            greens = bytes(image.constBits())[first + 1 : first + 4 * image.width() : 4]
            found.append({x - 30 for x, green in enumerate(greens) if green < 128})
        return found


def drawn(shaped: ShapedBlock, start: int, end: int) -> list[set[int]]:
    """The columns of our rectangles on each line."""
    found: list[set[int]] = [set() for _ in shaped.lines]
    for stretch in shaped.stretches(start, end):
        for left, right in stretch.rectangles:
            found[stretch.line] |= set(range(round(left), round(right)))
    return found


def borders(text: str) -> list[int]:
    return [0, *(match.end() for match in _GRAPHEME.finditer(text))]


def splits_ligature(text: str, border: int) -> bool:
    """Whether a border stands between lam and alef: there Qt selects the whole ligature, and we half of it."""
    return any(match.start() < border < match.end() for match in _LAM_ALEF.finditer(text))


def wrong_columns(shaped: ShapedBlock, oracle: Oracle, start: int, end: int) -> int:
    """How many columns lie more than a pixel off. White space where a line breaks takes no room with us."""
    wrong = 0
    ours = drawn(shaped, start, end)
    for line, columns in enumerate(ours):
        first, last = max(start, shaped.starts[line]), min(end, shaped.ends[line])
        if last == shaped.ends[line] and line + 1 < len(shaped.lines):
            last = first + len(shaped.text[first:last].rstrip())
        theirs = oracle.columns(first, last)[line] if first < last else set()
        for one, other in ((columns, theirs), (theirs, columns)):
            wrong += sum(not {x - 1, x, x + 1} & other for x in one)
    return wrong


def check(text: str, font: QFont, ranges: Iterator[tuple[int, int]], right_to_left: bool = True) -> None:
    shaped, oracle = ShapedBlock(text, font, WIDTH, right_to_left), Oracle(text, font, right_to_left)
    for start, end in ranges:
        wrong = wrong_columns(shaped, oracle, start, end)
        assert wrong <= 1, f"{text[start:end]!r} at {start}: {wrong} columns, {drawn(shaped, start, end)}"


def some_ranges(text: str, many: int, seed: int) -> Iterator[tuple[int, int]]:
    stops = [stop for stop in borders(text) if not splits_ligature(text, stop)]
    chance = random.Random(seed)
    for _ in range(many if len(stops) > 2 else 0):
        one, two = sorted(chance.sample(range(len(stops)), 2))
        yield stops[one], stops[min(two, one + chance.choice((1, 2, 5, 12, 60)))]


@pytest.mark.parametrize("family", FONTS)
def test_every_paragraph_of_the_sample(sample: str, family: str) -> None:
    for number, paragraph in enumerate(sample.split("\n")):
        check(paragraph, text_font(family), some_ranges(paragraph, 12, number))


@pytest.mark.parametrize("name", ["idrisi_ar_cairo_dev.jsonl", "idrisi_ar_hafr_dev.jsonl"])
def test_every_tweet(shared: Shared, name: str) -> None:
    lines = (shared / f"idrisi/{name}").read_text(encoding="utf-8").split("\n")
    tweets = [json.loads(line)["text"] for line in lines if line.strip()]
    assert any(letter > "\uffff" for tweet in tweets for letter in tweet)
    for number, tweet in enumerate(tweets):
        for paragraph in tweet.split("\n"):
            check(paragraph, text_font("Noto Naskh Arabic"), some_ranges(paragraph, 6, number))


WORDS = st.sampled_from(
    [
        "شركة",
        "Google",
        "123",
        "١٢٣",
        "(USD)",
        "25-08-2024",
        "مُحَمَّد",
        "بلاد",
        "مـــدّ",
        "می‌روم",
        "😀",
        "👩‍🚀",
        "50%",
        "،",
        ".",
        "«و»",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=14), st.booleans(), st.randoms(use_true_random=False))
def test_mixed_directions(words: list[str], right_to_left: bool, chance: random.Random) -> None:
    text = " ".join(words)
    check(text, text_font("Noto Naskh Arabic"), some_ranges(text, 4, chance.randrange(1000)), right_to_left)


def rectangles(
    text: str, start: int, end: int, right_to_left: bool = True, family: str = "Noto Naskh Arabic"
) -> list[tuple[float, float]]:
    shaped = ShapedBlock(text, text_font(family), WIDTH, right_to_left)
    return [rectangle for stretch in shaped.stretches(start, end) for rectangle in stretch.rectangles]


def test_a_range_over_both_directions_lies_in_two_places_of_a_left_to_right_line() -> None:
    text = "see شركة Google العربية now"
    found = rectangles(text, 4, text.index(" العربية"), right_to_left=False)
    assert len(found) == 1
    apart = rectangles(text, text.index("Google"), text.index(" now") - 3, right_to_left=True)
    assert len(apart) == 1
    words = "abc شركة def العربية"
    two = rectangles(words, 2, 6, right_to_left=True)
    assert len(two) == 2
    assert two[0][1] < two[1][0]


@pytest.mark.parametrize("family", FONTS)
def test_a_border_inside_lam_alef_halves_the_ligature(family: str) -> None:
    text = "بلاد"
    (lam,), (alef,), (both,) = (rectangles(text, *where, family=family) for where in ((1, 2), (2, 3), (1, 3)))
    assert both[0] == alef[0] < alef[1] == lam[0] < lam[1] == both[1]


def test_letters_keep_their_places_whatever_is_marked(sample: str) -> None:
    """A range is measured, never formatted: its letters stand where they stand in the whole line."""
    text = "وسوريا بلاد محمد"
    whole = ShapedBlock(text, text_font("Noto Naskh Arabic"), WIDTH, True)
    edges = [whole.x(position) for position in range(len(text) + 1)]
    whole.stretches(1, 6)
    assert edges == [whole.x(position) for position in range(len(text) + 1)]
    assert edges == sorted(edges, reverse=True)


@given(st.text(st.sampled_from("ab بج\u0651\u064e😀👩‍🚀لا\u200c1"), max_size=24))
@settings(max_examples=80, deadline=None)
def test_caret_stops_are_those_of_qt(text: str) -> None:
    """The borders of regex graphemes are places where Qt too lets the caret stand."""
    layout = Oracle(text, text_font("Noto Naskh Arabic"), True).layout
    offsets = Offsets(text)
    ours = {offsets.to_qt(stop) for stop in borders(text)}
    assert ours <= {0} | {place for place in range(offsets.to_qt(len(text)) + 1) if layout.isValidCursorPosition(place)}
