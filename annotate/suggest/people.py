"""People by rule: a title or an office before name words, or name words that are hardly anything else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotate.arabic.folding import fold_word
from annotate.arabic.lexicon import Lexicon
from annotate.suggest.gazetteer import FREQUENT_NAME, Entries
from annotate.suggest.words import Word


def _folded(words: str) -> frozenset[str]:
    return frozenset(fold_word(word) for word in words.replace("\n", " ").split(" ") if word)


# With the article or as a form of address: the name follows directly (الرئيس مبارك).
TITLES = _folded("""
الرئيس الرئيسة الملك الملكة الأمير الأميرة السلطان الشيخ الشيخة الإمام البابا البطريرك القس الأب الأنبا المطران
الحاج السيد السيدة الآنسة الأستاذ الأستاذة الدكتور الدكتورة د م أ المهندس المهندسة البروفسور البروفيسور الوزير
الوزيرة النائب النائبة السفير السفيرة القاضي المحامي المحامية المستشار المستشارة الجنرال الفريق اللواء العميد
العقيد المقدم الرائد النقيب الملازم المشير المارشال الرفيق الشهيد الشهيدة الكاتب الكاتبة الشاعر الشاعرة الأديب
الروائي المؤرخ الفيلسوف العالم المفكر المخرج المخرجة الممثل الممثلة الفنان الفنانة المطرب المطربة المغني المغنية
الصحفي الصحافي الصحفية المدرب اللاعب المهاجم الحارس المدافع المتحدث الناطق القائد الزعيم المدير الباحث السائق
البطل الفرعون الخليفة القيصر الإمبراطور
""")
# In the construct state: what they govern comes between (رئيس جمهورية كازاخستان قاسم …).
OFFICES = _folded("""
رئيس رئيسة وزير وزيرة زعيم قائد مدير مديرة سفير سفيرة مستشار مستشارة نائب أمين حاكم محافظ ملك ملكة أمير أميرة
متحدث ناطق عضو مندوب مبعوث مدرب لاعب مهاجم حارس مدافع كابتن قائدة مؤسس مؤسسة مرشد سلطان شيخ إمام رسام مؤلف كاتب
شاعر مخرج منتج ممثل بطل عميد رئيسي
""")
_SPEAKING = _folded("قال وقال أكد وأكد صرح وصرح أعلن وأعلن أضاف وأضاف أوضح وأوضح ذكر وذكر اعتبر وتابع")
_OPENING = _folded("أبو أبي أبا أم عبد فان فون دي")
_LINKS = _OPENING | _folded("بن ابن بنت آل دا دو دل بو")
# How far before a name its office may stand: رئيس جمهورية كازاخستان قاسم …
_REACH = 6
# Words up to this rank are ordinary words unless a list of names holds them.
_ORDINARY = 3_000
_NO_SIGN, _OFFICE, _TITLE = range(3)
# How many are right of single words behind a title, and of longer names behind a title or an office; counted on
# ANERcorp's train part.
_TITLED_WORD, _SIGNED = 0.6, 0.88


class People:
    """Finds names of people in the words of a sentence. ``names`` are folded words with scores 0…9."""

    def __init__(self, names: Entries, lexicon: Lexicon) -> None:
        self._names = names
        self._lexicon = lexicon

    def find(self, words: Sequence[Word]) -> Iterator[tuple[int, int, float]]:
        """The names as ``(first word, last word + 1, score)``; the first may have proclitics, the others not."""
        at = 0
        while at < len(words):
            sign = self._sign(words, at)
            end = self._run(words, at, sign)
            if end > at and (score := self._score(words[at:end], sign)):
                yield at, end, score
                at = end
            else:
                at += 1

    def _run(self, words: Sequence[Word], start: int, sign: int) -> int:
        """Where the name words that begin at ``start`` end; ``start`` where none begins."""
        if not self._begins(words, start, sign):
            return start
        end = start + 1
        linked = words[start].rest in _LINKS
        while end < len(words) and words[end].start > words[end - 1].end and self._goes_on(words, end, linked, sign):
            linked = words[end].folded in _LINKS
            end += 1
        return end - 1 if linked else end

    def _begins(self, words: Sequence[Word], at: int, sign: int) -> bool:
        word = words[at]
        score = self._names.score(word.rest)
        if word.rest in _OPENING or score >= 5:
            return True
        if not sign or word.proclitics:
            return False
        return score >= 3 or self._unknown(word) or self._ordinary_name(words, at, 2)

    def _goes_on(self, words: Sequence[Word], at: int, linked: bool, sign: int) -> bool:
        word = words[at]
        if word.proclitics or word.folded in TITLES:
            return False
        score = self._names.score(word.folded)
        if word.folded in _LINKS or score >= 4 or (linked and word.folded in self._names):
            return True
        if sign and self._ordinary_name(words, at, 1):
            return True
        return (linked or score == 3 or self._unknown(word)) and self._unusual(word)

    def _ordinary_name(self, words: Sequence[Word], at: int, most: int) -> bool:
        """Whether a word is a frequent name though an ordinary word as well, with a sure name soon (إمام علي رحمان).

        At most ``most`` words of the list of names stand before the sure one.
        """
        first = words[at].folded
        if self._names.kind(first) != FREQUENT_NAME or first.startswith("ال") or first in TITLES:
            return False
        for word in words[at + 1 : at + 1 + most]:
            if word.folded not in self._names:
                return False
            if self._names.score(word.folded) >= 5:
                return True
        return False

    def _unknown(self, word: Word) -> bool:
        """A word of letters that no list of words knows, as foreign names are."""
        return len(word.folded) > 3 and word.folded.isalpha() and self._lexicon.rank(word.folded) is None

    def _unusual(self, word: Word) -> bool:
        rank = self._lexicon.rank(word.folded)
        return word.folded.isalpha() and len(word.folded) > 2 and (rank is None or rank > _ORDINARY)

    def _sign(self, words: Sequence[Word], start: int) -> int:
        """Whether a title stands directly before, or an office with what it governs, or a verb of saying."""
        before = start - 1
        if before > 0 and words[before].text == "." and words[before].start == words[before - 1].end:
            before -= 1
        if before < 0:
            return _NO_SIGN
        if words[before].rest in TITLES:
            return _TITLE
        if words[before].folded in _SPEAKING or (before and words[before - 1].rest in TITLES):
            return _OFFICE
        for word in reversed(words[max(0, before - _REACH + 1) : before + 1]):
            if word.rest in OFFICES:
                return _OFFICE
            if not word.folded.isalpha():
                break
        return _NO_SIGN

    def _score(self, name: Sequence[Word], sign: int) -> float:
        """How likely words that look like a name are one; 0 where they are not proposed."""
        scores = [self._names.score(name[0].rest), *(self._names.score(word.folded) for word in name[1:])]
        if len(name) == 1:
            return _TITLED_WORD if sign == _TITLE and scores[0] >= 4 else 0.0
        if sign:
            return _SIGNED if max(scores) >= 5 or any(map(self._unknown, name)) else 0.0
        mean = sum(max(score, 3) for score in scores) / len(name)
        return min(0.9, mean / 10) if max(scores) >= 7 and mean >= 5.5 else 0.0
