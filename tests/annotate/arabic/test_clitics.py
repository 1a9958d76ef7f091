"""Cutting words at their clitics: the parts are the word, and they are the right ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.arabic.clitics import borders, split
from annotate.arabic.lexicon import Lexicon

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
    assert "|".join(split(parts.replace("|", ""))) == parts


@given(st.text(alphabet="وفبلكسايهمنتةىأإآ ّـ\u200f\ufefbabc1.", max_size=14))
def test_the_parts_are_the_word(word: str) -> None:
    parts = split(word)
    assert "".join(parts) == word
    assert all(parts) or not word


@pytest.mark.parametrize("word", ["وَكازاخستان", "وكـــازاخستان", "وّكازاخستان"])
def test_marks_and_tatweel_go_with_the_letter_before(word: str) -> None:
    first, stem = split(word)
    assert first[0] == "و"
    assert stem[0] == "ك"


def test_a_ligature_is_not_cut() -> None:
    assert split("ﻻقتصاد") == ("ﻻقتصاد",)


def test_the_table_of_the_project_goes_before_the_rules() -> None:
    assert split("بيروت", table={"بيروت": ("ب", "يروت")}) == ("ب", "يروت")


def test_a_table_that_does_not_give_the_word_is_not_followed() -> None:
    assert split("بيروت", table={"بيروت": ("ب", "روت")}) == ("بيروت",)


def test_the_vocabulary_of_a_project_keeps_its_words_whole() -> None:
    lexicon = Lexicon({"رقلة": 500, "رقله": 500})
    assert split("ورقلة", lexicon) == ("و", "رقلة")
    assert split("ورقلة", lexicon.extended(["ورقله"])) == ("ورقلة",)


def test_borders_lie_inside_the_words_touched() -> None:
    text = "زار وكازاخستان وبالعراق أمس"
    assert borders(text, 4, 14) == [5]
    assert borders(text, 7, 9) == [5]
    assert borders(text, 5, 16) == [5, 16, 17]
    assert borders(text, 0, 3) == []
