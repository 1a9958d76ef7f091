"""People by rule: a title or an office before name words, or name words that are hardly anything else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotate.arabic.folding import fold_word
from annotate.arabic.lexicon import Lexicon
from annotate.suggest.gazetteer import Entries
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
_LINKS = _folded("بن ابن بنت أبو ابو أبي أبا أم آل عبد دي دا دو فان فون دل بو")
_REACH = 6
_RARE = 30_000


class People:
    """Finds names of people in the words of a sentence. ``names`` are folded words with scores 0…9."""

    def __init__(self, names: Entries, lexicon: Lexicon) -> None:
        self._names = names
        self._lexicon = lexicon

    def find(self, words: Sequence[Word]) -> Iterator[tuple[int, int, float]]:
        """The names as ``(first word, last word + 1, score)``; the first may have proclitics, the others not."""
        at = 0
        while at < len(words):
            end = self._run(words, at)
            if end > at and (score := self._score(words, at, end)) > 0:
                yield at, end, score
                at = end
            else:
                at += 1

    def _run(self, words: Sequence[Word], start: int) -> int:
        """Where the name words that begin at ``start`` end; ``start`` where none begins."""
        if not self._begins(words[start], self._signed(words, start) > 0):
            return start
        end = start + 1
        linked = words[start].rest in _LINKS
        while end < len(words) and self._goes_on(words[end], linked) and words[end].start - words[end - 1].end == 1:
            linked = words[end].folded in _LINKS
            end += 1
        return end - 1 if linked else end

    def _begins(self, word: Word, signed: bool) -> bool:
        score = self._names.score(word.rest)
        if word.rest in _LINKS:
            return True
        return score >= 5 or (signed and not word.proclitics and (score >= 3 or self._rare(word)))

    def _goes_on(self, word: Word, linked: bool) -> bool:
        if word.folded in _LINKS:
            return True
        score = self._names.score(word.folded)
        return score >= 4 or (
            not word.proclitics and (linked or score == 3 or self._rare(word)) and self._unusual(word)
        )

    def _rare(self, word: Word) -> bool:
        """A word of letters that no list of words knows, as foreign names are."""
        return len(word.folded) > 3 and word.folded.isalpha() and self._lexicon.rank(word.folded) is None

    def _unusual(self, word: Word) -> bool:
        rank = self._lexicon.rank(word.folded)
        return word.folded.isalpha() and len(word.folded) > 2 and (rank is None or rank > 3000)

    def _signed(self, words: Sequence[Word], start: int) -> int:
        """2 directly behind a title, 1 behind an office and what it governs or a verb of saying, else 0."""
        before = start - 1
        if before >= 0 and words[before].text == "." and words[before].start == words[before - 1].end:
            before -= 1
        if before < 0:
            return 0
        if words[before].rest in TITLES:
            return 2
        if words[before].folded in _SPEAKING:
            return 1
        for index in range(before, max(-1, before - _REACH), -1):
            if not words[index].folded.isalpha():
                return 0
            if words[index].rest in OFFICES:
                return 1
            if words[index].rest in TITLES and index == before - 1:
                return 1
        return 0

    def _score(self, words: Sequence[Word], start: int, end: int) -> float:
        scores = [
            self._names.score(words[start].rest),
            *(self._names.score(word.folded) for word in words[start + 1 : end]),
        ]
        sign = self._signed(words, start)
        length = end - start
        best = max(scores)
        if length == 1:
            return 0.6 if sign == 2 and best >= 3 else 0.0
        mean = sum(max(score, 3) for score in scores) / length
        if sign:
            return min(0.95, 0.6 + mean / 30)
        return min(0.9, mean / 10) if best >= 7 and mean >= 5.5 else 0.0
