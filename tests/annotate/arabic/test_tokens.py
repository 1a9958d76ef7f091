"""Tokens and graphemes: substrings in order, nothing lost, as CAMeL-Tools cuts them."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.arabic.tokens import graphemes, tokenize
from tests.conftest import Shared


def forms(text: str) -> list[str]:
    return [text[start:end] for start, end in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("😀 محمد", ["😀", "محمد"]),
        ("👍🏿 علي", ["👍🏿", "علي"]),
        ("👨‍👩‍👧 علي", ["👨‍👩‍👧", "علي"]),
        ("🇯🇴🇸🇦 1️⃣", ["🇯🇴", "🇸🇦", "1️⃣"]),
        ("بغداد،  العراق", ["بغداد", "،", "العراق"]),
        ("أن ّ لأجل", ["أن", "ّ", "لأجل"]),
        ("ٰ كتاب", ["ٰ", "كتاب"]),
        ("قال\u2003علي\u00a0هنا\u2028ثم", ["قال", "علي", "هنا", "ثم"]),
        ("1,554 إصابة", ["1", ",", "554", "إصابة"]),
        ("مُحَمَّد عَمّان", ["مُحَمَّد", "عَمّان"]),
        ("د.أحمد", ["د", ".", "أحمد"]),
        ("#حفر_الباطن", ["#", "حفر", "_", "الباطن"]),
        ("قالhttps://t.co/x؟ب=1 ثم", ["قال", "https://t.co/x؟ب=1", "ثم"]),
        ("می‌روم كتـــاب مح\u200fمد", ["می‌روم", "كتـــاب", "مح\u200fمد"]),
        ('"علي" جاء', ['"', "علي", '"', "جاء"]),
        ("", []),
        (" \n\t\x1c", []),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert forms(text) == expected


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
def test_nothing_but_white_space_is_lost(text: str) -> None:
    ranges = tokenize(text)
    borders = [0, *(border for pair in ranges for border in pair), len(text)]
    assert borders == sorted(borders)
    assert "".join(forms(text)) == "".join(text.split())
    assert not any(character.isspace() for form in forms(text) for character in form)


@pytest.mark.parametrize("letter", ["ا", "h", "1", "😀", "ا\u064b"])
def test_a_very_long_word_takes_linear_time(letter: str) -> None:
    text = letter * 100_000
    begin = time.process_time()
    tokenize(text)
    assert time.process_time() - begin < 2


def test_the_tokens_are_those_of_camel_tools(shared: Shared) -> None:
    texts = [(shared / "sample/tajikistan-kazakhstan.txt").read_text(encoding="utf-8")]
    for name in ("idrisi/idrisi_ar_cairo_dev.jsonl", "idrisi/idrisi_ar_hafr_dev.jsonl"):
        lines = (shared / name).read_text(encoding="utf-8").split("\n")
        texts += [json.loads(line)["text"] for line in lines if line]
    for name in ("anercorp/test.bio", "wojood/train.txt"):
        texts.append(words_of(shared / name))
    # CAMeL-Tools does not know ⛔ with a variation selector for an emoji and leaves it stuck to the word behind.
    texts = [" ".join(word for word in text.split() if not {"http", "⛔️"} & {word[:4], word[:2]}) for text in texts]
    assert [forms(text) for text in texts] == by_camel_tools(texts)


def by_camel_tools(texts: list[str]) -> list[list[str]]:
    """In a process of its own: the library may not come into this one."""
    code = (
        "import json, sys\n"
        "from camel_tools.tokenizers.word import simple_word_tokenize as tokenize\n"
        "print(json.dumps([tokenize(text) for text in json.load(sys.stdin)]))"
    )
    done = subprocess.run([sys.executable, "-c", code], input=json.dumps(texts), capture_output=True, text=True)
    if "No module named 'camel_tools'" in done.stderr:
        pytest.skip("needs camel-tools")
    found: list[list[str]] = json.loads(done.stdout)
    return found


def words_of(path: Path) -> str:
    return " ".join(line.split(" ")[0] for line in path.read_text(encoding="utf-8").split("\n"))


@given(st.text(max_size=40))
def test_graphemes_are_the_text(text: str) -> None:
    assert "".join(text[start:end] for start, end in graphemes(text)) == text


def test_a_grapheme_is_what_a_person_sees_as_one() -> None:
    assert graphemes("عَمّ👨‍👩‍👧!") == [(0, 2), (2, 4), (4, 9), (9, 10)]
