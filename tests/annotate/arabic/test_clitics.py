"""Cutting words at their clitics: the parts are the word, and they are the right ones."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.arabic.clitics import SHIPPED, Clitics
from annotate.arabic.folding import fold_word

# Words of ANERcorp's train part and of the seed article with the split that a reader of Arabic makes.
TABLE = """
و|كازاخستان و|جمهورية و|ألماتي و|شيمكنت ل|طاجيكستان ل|رئيسي وفدي ب|مشاركة و|استمرت ل|ل|جانب و|الاهتمام و|الدعم
ل|عقد و|معرض و|الصناعية و|تم ل|تأسيس س|تكون و|التحالف و|ينبغي ب|أساس و|في و|ب|روح و|الاحترام و|ناقش و|على
ل|ل|تعاون و|كذلك و|التي حجم|ها و|أكد رئيس دولت|نا ل|ل|علاقات و|أعرب اهتمام|هما ب|توسيع و|التعدين و|النقل
و|الطاقة و|القطاعات ب|شكل و|العلوم و|الثقافة و|الرياضة و|الأدب و|الفن ل|ل|حديث و|الإقليمية ب|ما ل|ل|إرهاب
و|التطرف و|الجرائم ب|المخدرات و|أشار أن|ه ل|ها ل|ل|أمم ل|مدة و|هذا ل|قد ف|إن ب|سبب علي|ها ب|أن علي|ه ب|هدف ان|ها
ل|أن و|حتى و|ذلك س|يكون ب|الإضافة من|هم و|أضاف بين|هم إن|ه و|بعد ب|قوة و|هذه ب|شأن و|أن ب|نسبة و|قال و|الذي
و|كانت ب|النسبة ب|أن|ه ل|هذا خلال|ها و|بين و|من مع|ه بلاد|ه و|قالت ل|هم عن|ها ب|تسوية و|الآثار و|تشكيل ل|استعادة
و|ل|وجود و|الدماء ب|تعادل|ها وقت|ها و|جمع و|موضع و|قوت|ه ب|استمرار و|تبادل ل|ل|زائر و|يستطيع و|برنامج و|س|ترون
ب|منتجات|نا و|خمسة انتشار|ها و|إلحاق ل|إسرائيل و|وصولا و|القرى ب|كلية ل|شهر ل|ل|مسيحية ب|مساعدة مجال|ه محادثات|ه
و|أمريكيين كلام|ه ل|ل|دمار ب|موجب ل|علماء و|احتلال ل|ارتكاب|ها ب|تجسيد|ها و|الأسكتلنديين و|استخدم ل|حزب ل|تقام
انطلاق|ها ل|إسماعيل و|مع|ها ف|يحتاج ل|استغلال هجوم|ه وزارت|ه ل|تكوين ل|بعض|نا ل|ل|شبان و|قلب ب|مشروع و|كتب
و|ثورت|ها ب|لائحة اغتيال|ه و|انتهى ل|وراثت|ه نظرت|ه تجميع|ها ل|ل|اقتصاد مدرست|هم ب|القدس و|العراق ب|بيروت
ل|لبنان و|فرنسا ب|كندا ل|باريس ل|لغة ف|مصر ك|مصر لبنان وارسو باريس بيروت كندا فرنسا ليبيا لندن بغداد بريطانيا
واشنطن بروكسل كابول فلسطين سوريا ليما بولندا كولومبيا فيينا كوبا كاليفورنيا بالي والتر و|حسن و|وليد بلنسية
برنارد فرانك كوفي وليد كريم فارس بشار كمال عبدالله وزير وزارة ولاية ولادة وجود واحد وفد وقت وضع وسط ولد والد
بيان بداية بعض بعد بين بدأ بلغت بناء سلالة سيارة سبعة ستة سبتمبر سوق فقط فترة فرصة فوق كان كبير كتب كثيف كأس
لقاء لحظة لكن ليس الكازاخستاني الطاجيكية البلدين هذه هنا الله كلا فخامة ورثة فطرية قانون مدينة جامعة شركة
"""


def table() -> list[str]:
    return [word for line in TABLE.split("\n") for word in line.split(" ") if word]


def test_the_table_is_long_enough() -> None:
    assert len(set(table())) >= 250
    assert sum("|" in word for word in set(table())) >= 150


@pytest.mark.parametrize("parts", sorted(set(table())))
def test_words_are_cut_as_a_reader_cuts_them(parts: str) -> None:
    assert "|".join(SHIPPED.split(parts.replace("|", ""))) == parts


WORDS = st.text(alphabet="وفبلكسايهمنتةىأإآ ّـ\u200f\ufefbabc1.", max_size=14)


@given(WORDS, st.lists(WORDS), st.integers(0, 14), st.booleans())
def test_the_parts_are_the_word(word: str, names: list[str], place: int, own: bool) -> None:
    """Whatever a project takes for names: any words, and what stands behind some letters of the word."""
    known = frozenset(map(fold_word, [*names, *[word[place:]] * own]))
    for clitics in (SHIPPED, Clitics(known), Clitics(known, {word: (word[:place], word[place:])})):
        found = clitics.analyse(word)
        assert "".join(found.parts) == word
        assert all(found.parts) or not word or clitics.table
        assert 0 <= found.stem < len(found.parts)
        borders = clitics.borders(word, 0, len(word))
        assert borders == sorted(borders)
        assert all(0 <= border <= len(word) for border in borders)


@pytest.mark.parametrize("word", ["وَكازاخستان", "وكـــازاخستان", "وّكازاخستان"])
def test_marks_and_tatweel_go_with_the_letter_before(word: str) -> None:
    first, stem = SHIPPED.split(word)
    assert first[0] == "و"
    assert stem[0] == "ك"


def test_a_ligature_is_not_cut() -> None:
    assert SHIPPED.split("ﻻقتصاد") == ("ﻻقتصاد",)


def test_the_table_of_the_project_goes_before_the_rules() -> None:
    assert Clitics(table={"بيروت": ("ب", "يروت")}).split("بيروت") == ("ب", "يروت")


def test_a_table_that_does_not_give_the_word_is_not_followed() -> None:
    assert Clitics(table={"بيروت": ("ب", "روت")}).split("بيروت") == ("بيروت",)


@pytest.mark.parametrize(
    "parts", ["ورقلة", "و|ورقلة", "ب|ورقلة", "و|ب|ورقلة", "ودمدني", "و|دمدنا", "ل|بلخادم", "بلخادم"]
)
def test_the_names_of_a_project_stay_whole_and_are_found_behind_clitics(parts: str) -> None:
    clitics = Clitics(frozenset(map(fold_word, ["ورقلة", "ودمدني", "دمدنا", "بلخادم"])))
    assert "|".join(clitics.split(parts.replace("|", ""))) == parts


@pytest.mark.parametrize("word", ["كريم", "فراس", "ستاتا", "فاير", "كندية", "بدأنا", "وكلام"])
def test_a_name_is_not_looked_for_in_words_that_the_lexicon_knows_nor_behind_letters_like_clitics(word: str) -> None:
    """ريم is no name in كريم, اير none in فاير (short names have but و before them), لام none in وكلام."""
    clitics = Clitics(frozenset(map(fold_word, ["ريم", "راس", "تاتا", "اير", "ندية", "دأنا", "لام"])))
    assert clitics.split(word) == SHIPPED.split(word)


def test_a_name_goes_before_the_table_and_the_table_before_names_behind_clitics() -> None:
    clitics = Clitics(frozenset(["بريانه", "دمدني"]), {"بريانة": ("ب", "ريانة"), "ودمدني": ("ودمدني",)})
    assert clitics.split("بريانة") == ("بريانة",)
    assert clitics.split("ودمدني") == ("ودمدني",)


def test_what_a_worker_gets_cuts_the_words_of_its_text_alike() -> None:
    text = "زار وبلخادمٌ وودمدني وكلتود ثم بيروت"
    clitics = Clitics(frozenset(["بلخادم", "ودمدني", "سواهما"]), {"وكلتود": ("وكل", "تود"), "غيرها": ("غير", "ها")})
    sent = clitics.within(text)
    assert sent.names == {"بلخادم", "ودمدني"}
    assert list(sent.table) == ["وكلتود"]
    received = Clitics.from_json(json.loads(json.dumps(sent.to_json())))
    assert received == sent
    assert [received.split(word) for word in text.split(" ")] == [clitics.split(word) for word in text.split(" ")]


def test_borders_lie_inside_the_words_touched() -> None:
    text = "زار وكازاخستان وبالعراق أمس"
    assert SHIPPED.borders(text, 4, 14) == [5]
    assert SHIPPED.borders(text, 7, 9) == [5]
    assert SHIPPED.borders(text, 5, 16) == [5, 16, 17]
    assert SHIPPED.borders(text, 0, 3) == []
