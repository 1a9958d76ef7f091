"""Sentences: a line end always ends one, a full stop where it ends one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.arabic.sentences import sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وصل أمس. وغادر اليوم.", ["وصل أمس.", "وغادر اليوم."]),
        ("هل جاء؟ نعم! حسنا…", ["هل جاء؟", "نعم!", "حسنا…"]),
        ("سطر\n\n  ثان ", ["سطر", "ثان"]),
        ("سطر\u2028ثان\u2029ثالث", ["سطر", "ثان", "ثالث"]),
        ("قال د. أحمد في أ. ف. ب. أمس", ["قال د. أحمد في أ. ف. ب. أمس"]),
        ("د.أحمد", ["د.أحمد"]),
        ("ولد عام 1990 م. ثم سافر", ["ولد عام 1990 م.", "ثم سافر"]),
        ("بلغ 3.5 بالمئة", ["بلغ 3.5 بالمئة"]),
        ('قال "نعم." ثم مضى', ['قال "نعم."', "ثم مضى"]),
        ("«نعم.» ثم", ["«نعم.»", "ثم"]),
        ("المشترك.وقال إنه", ["المشترك.", "وقال إنه"]),
        ("الجزيرة.نت", ["الجزيرة.نت"]),
        ("www.example.com ثم", ["www.example.com ثم"]),
        (". . .", [". . ."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@given(st.text(alphabet='اب. \n؟!\u20281\u00a0)"د', max_size=40))
def test_nothing_but_white_space_is_left_out(text: str) -> None:
    ranges = sentences(text)
    borders = [border for pair in ranges for border in pair]
    assert borders == sorted(borders)
    assert "".join("".join(cut(text)).split()) == "".join(text.split())
    assert all(piece == piece.strip() and piece for piece in cut(text))
    assert not any(end in piece for piece in cut(text) for end in "\n\u2028\u2029")
