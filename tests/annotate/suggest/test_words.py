"""A text as the sources see it."""

from annotate.suggest.words import PhraseIndex, words_of


def rests(text: str) -> list[str]:
    return [word.rest for words in words_of(text) for word in words]


def test_proclitics_are_told_from_the_word() -> None:
    (words,) = words_of("زار وبالقدسِ")
    assert [(w.folded, w.proclitics, w.rest, w.rest_start) for w in words] == [
        ("زار", "", "زار", 0),
        ("وبالقدس", "وب", "القدس", 6),
    ]


def test_an_unknown_word_is_cut_where_the_text_has_the_rest_alone() -> None:
    assert rests("جاء وتوكاييفان") == ["جاء", "وتوكاييفان"]
    assert rests("جاء وتوكاييفان ثم توكاييفان") == ["جاء", "توكاييفان", "ثم", "توكاييفان"]


def test_a_known_word_is_not_cut_so() -> None:
    assert rests("وليد ليد") == ["وليد", "ليد"]


def test_the_longest_phrase_is_found_also_in_a_hashtag() -> None:
    index = PhraseIndex({"حفر", "حفر الباطن", "حفر الباطن القديمه"})
    (words,) = words_of("وحفر الباطن #حفر_الباطن")
    assert [index.at(words, at) for at in range(len(words))] == [
        (2, 1, "حفر الباطن"),
        None,
        None,
        (3, 13, "حفر الباطن"),
        None,
        None,
    ]
