"""Analyses laid on words as they are written; the analyses here are of the form that CAMeL morphology gives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.suggest.camel_clitics import Analysis, split


def analysis(
    d3seg: str, *, article: bool = False, source: str = "lex", weight: float = -5.0, prc3: str = "0"
) -> Analysis:
    return {
        "d3seg": d3seg,
        "prc0": "Al_det" if article else "0",
        "prc3": prc3,
        "source": source,
        "pos_lex_logprob": weight,
    }


@pytest.mark.parametrize(
    ("expected", "found"),
    [
        ("و|كازاخستان", analysis("وَ+_كَازَاخْستَانُ")),
        ("مدرست|هم", analysis("مُدَرِّسَةُ_+هُم")),
        ("و|ب|مدرست|هم", analysis("وَ+_بِ+_مَدْرَسَتِ_+هِم")),
        # The article stays with its word where it is written with its alef.
        ("ب|القاهرة", analysis("بِ+_ٱل+_قَاهِرَةِ", article=True)),
        ("و|الكازاخستاني", analysis("وَ+_ال+_كَازَاخْستَانِيُّ", article=True)),
        ("ل|ل|اقتصاد", analysis("لِ+_ال+_اِقْتِصادِ", article=True)),
        ("ل|ل|أردن", analysis("لِ+_ل+_أُرْدُنِّ", article=True)),
        # Of three lams two are written: the word keeps its own.
        ("ل|لغة", analysis("لِ+_ال+_لُغَةِ", article=True)),
        # Letters that spelling exchanges, marks and tatweel.
        ("مستشفا|هم", analysis("مُسْتَشْفَى_+هُم")),
        ("و|أحمد", analysis("وَ+_أَحْمَد")),
        ("و|احمد", analysis("وَ+_أَحْمَد")),
        ("وَـ|لُبنـان", analysis("وَ+_لُبْنانَ")),
        # A letter that the analysis does not have goes with the one before, at the beginning with the first part.
        ("و|كتبوا", analysis("وَ+_كَتَبُو")),
        ("اال|قلم", analysis("لِ+_قَلَم")),
        ("سيارة", analysis("سَيّارَة")),
    ],
)
def test_words_are_cut_where_the_analysis_says(expected: str, found: Analysis) -> None:
    word = expected.replace("|", "")
    parts = split(word, lambda _: [found])
    assert parts == tuple(expected.split("|"))


def test_the_best_analysis_counts() -> None:
    """A word of the lexicon before a guess at its spelling, the closer, the likelier, the whole before the cut word."""

    def chosen(word: str, *found: Analysis) -> str:
        parts = split(word, lambda _: found)
        assert parts is not None
        return "|".join(parts)

    assert chosen("كندا", analysis("كَ+_نَدا"), analysis("كَنَدا")) == "كندا"
    assert chosen("كندا", analysis("كَنَدا", weight=-99.0), analysis("كَ+_نَدا")) == "ك|ندا"
    assert chosen("كندا", analysis("كَنَدا", source="spvar"), analysis("كَ+_نَدا")) == "ك|ندا"
    assert chosen("كندة", analysis("كَنَدَة"), analysis("كَ+_نَدَى")) == "كندة"
    assert chosen("أحمد", analysis("أَ+_حَمَد", prc3=">a_ques", weight=0.0), analysis("أَحْمَد")) == "أحمد"


def test_a_clitic_is_written_as_it_is() -> None:
    """زيادة is not زياد and ه, and behind a proclitic stands more than a letter."""
    assert split("زيادة", lambda _: [analysis("زِياد_+ه", source="spvar"), analysis("زِيادَة", weight=-99.0)]) == (
        "زيادة",
    )
    assert split("فوق", lambda _: [analysis("فَ+_وَ+_ق")]) is None
    assert split("له", lambda _: [analysis("لَ_+هُ")]) == ("ل", "ه")


def test_a_database_without_verbs_does_not_overrule_the_lexicon() -> None:
    """كان is a word, whatever such a database takes it for; a word that the lexicon lacks is cut as it says."""

    def partly(word: str, *found: Analysis) -> tuple[str, ...] | None:
        return split(word, lambda _: found, partial=True)

    assert partly("كان", analysis("كَ+_أَنَّ", source="spvar")) is None
    assert partly("فشل", analysis("فَ+_شَلّ")) is None
    assert partly("كندا", analysis("كَنَدا"), analysis("كَ+_نَدا", weight=-99.0)) == ("كندا",)
    assert partly("كندا", analysis("كَنَدا", weight=-99.0)) is None
    assert partly("وكازاخستانغراد", analysis("وَ+_كازاخستانغراد", weight=-99.0)) == ("و", "كازاخستانغراد")


def test_no_analysis_no_parts() -> None:
    assert split("كلمة", lambda _: []) is None
    assert split("كلمة", lambda _: [analysis("كلمة", source="backoff"), {"source": "lex"}, analysis("َ")]) is None
    asked: list[str] = []
    for word in ("", "\u200f", "ّ", "ا" * 41):
        assert split(word, lambda letters: asked.append(letters) or []) is None  # type: ignore[func-returns-value]
    assert asked == []


LETTERS = st.text("ابتلوكهىيءأة", max_size=5)


@given(
    st.text(st.sampled_from("ابتلوكهىيءأة\u0651\u064e\u0640\u200f"), min_size=1, max_size=12),
    st.lists(LETTERS, max_size=3),
    LETTERS,
    st.lists(LETTERS, max_size=2),
    st.booleans(),
)
def test_the_parts_always_are_the_word(
    word: str, before: list[str], stem: str, behind: list[str], article: bool
) -> None:
    segments = "_".join([*(f"{part}+" for part in before), stem, *(f"+{part}" for part in behind)])
    parts = split(word, lambda _: [analysis(segments, article=article)])
    if parts is not None:
        assert "".join(parts) == word
        assert all(parts)
