"""Peeling (قشر): the names nested in an idafa, as جامعة بيرزيت and بيرزيت in مدير جامعة بيرزيت."""

from __future__ import annotations

from pathlib import Path

import regex

from annotate.arabic.clitics import SHIPPED, Clitics
from annotate.arabic.folding import fold_word
from annotate.labels import LabelSet
from annotate.suggest.gazetteer import Gazetteer, load
from annotate.suggest.people import OFFICES
from annotate.suggest.state_words import STATE_WORDS
from annotate.suggest.words import Word, words_of


def _folded(*words: str) -> frozenset[str]:
    return frozenset(map(fold_word, words))


# The first word of an idafa tells what the whole is.
_HEADS = {
    "ORG": _folded(
        *("جامعة", "كلية", "معهد", "مدرسة", "أكاديمية", "وزارة", "حكومة", "برلمان", "مجلس", "لجنة", "هيئة", "وكالة"),
        *("منظمة", "جمعية", "مؤسسة", "نقابة", "حزب", "حركة", "تنظيم", "جبهة", "جماعة", "شركة", "مجموعة", "بنك", "مصرف"),
        *(
            "صحيفة",
            "جريدة",
            "مجلة",
            "قناة",
            "إذاعة",
            "تلفزيون",
            "نادي",
            "منتخب",
            "فريق",
            "محكمة",
            "جيش",
            "شرطة",
            "قوات",
        ),
        *("اتحاد", "رابطة", "غرفة", "بلدية", "دائرة", "إدارة", "مكتب", "بعثة", "سفارة", "مركز"),
    ),
    "FAC": _folded(
        *("مطار", "ميناء", "مستشفى", "ملعب", "استاد", "مسجد", "جامع", "كنيسة", "قصر", "جسر", "شارع", "ميدان", "ساحة"),
        *("متحف", "فندق", "معبر", "سجن", "سد", "محطة", "قلعة", "حرم"),
    ),
    "LOC": _folded(*("نهر", "جبل", "جبال", "بحر", "محيط", "خليج", "وادي", "صحراء", "بحيرة", "هضبة", "مضيق", "قارة")),
    "EVENT": _folded(
        *("مؤتمر", "قمة", "معركة", "حرب", "ثورة", "انتفاضة", "بطولة", "كأس", "دوري", "مهرجان", "معرض", "انتخابات"),
    ),
    "OCC": OFFICES,
    "GPE": STATE_WORDS | _folded("مخيم", "حي"),
}
_CURRENCIES = _folded(
    *("دولار", "يورو", "دينار", "ريال", "درهم", "جنيه", "ليرة", "شيقل", "شيكل", "روبية", "ين", "يوان")
)
_YEAR = regex.compile(r"[12]\d{3}")
# What stands in for a label that the set lacks.
_INSTEAD = {"GPE": "LOC", "FAC": "LOC"}


def peel(
    text: str, start: int, end: int, labels: LabelSet, seeds: Path, clitics: Clitics = SHIPPED
) -> list[tuple[int, int, str]]:
    """The names inside ``start``…``end`` that end where it ends, outermost first: ``(start, end, label id)``.

    Only what the head word, the gazetteer or the list of names tells a label for; labels are of the set.
    """
    gazetteer = load(seeds)
    known = {entity.id for entity in labels.active()}
    words = [word for sentence in words_of(text[start:end], clitics) for word in sentence]
    found: list[tuple[int, int, str]] = []
    for at in range(1, len(words)):
        label = _label(words[at:], gazetteer)
        label = label if label in known else _INSTEAD.get(label, "")
        if label in known:
            found.append((start + words[at].rest_start, end, label))
    return found


def _label(words: list[Word], gazetteer: Gazetteer) -> str:
    head = words[0].rest.removeprefix("ال")
    if len(words) > 1:
        if label := next((label for label, heads in _HEADS.items() if head in heads), ""):
            return label
        if all(gazetteer.names.score(word.rest) >= 4 for word in words):
            return "PERS"
    elif head in _CURRENCIES:
        return "CURR"
    elif _YEAR.fullmatch(head):
        return "DATE"
    place = gazetteer.index.at(words, 0)
    if place and place[0] == len(words) and gazetteer.places.score(place[2]) >= 2:
        return "GPE"
    return "PERS" if len(words) == 1 and gazetteer.names.score(words[0].rest) >= 7 else ""
