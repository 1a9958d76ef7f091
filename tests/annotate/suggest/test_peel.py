"""Names nested in an idafa."""

from pathlib import Path

import pytest

from annotate.labels import LabelSet
from annotate.suggest.peel import peel
from tests.annotate.suggest.sets import anercorp, wojood


@pytest.mark.parametrize(
    ("surface", "labels", "expected"),
    [
        ("مدير جامعة بيرزيت", wojood(), [("جامعة بيرزيت", "ORG"), ("بيرزيت", "GPE")]),
        ("رئيس جمهورية كازاخستان", wojood(), [("جمهورية كازاخستان", "GPE"), ("كازاخستان", "GPE")]),
        ("وزير خارجية لبنان", wojood(), [("لبنان", "GPE")]),
        ("مدير مطار بيروت", wojood(), [("مطار بيروت", "FAC"), ("بيروت", "GPE")]),
        ("مدير مطار بيروت", anercorp(), [("مطار بيروت", "LOC"), ("بيروت", "LOC")]),
        ("اتفاق بين مصر والعراق", wojood(), [("العراق", "GPE")]),
        ("رئيس اللجنة الدولية", wojood(), [("اللجنة الدولية", "ORG")]),
        ("مئة دولار", wojood(), [("دولار", "CURR")]),
        ("اتفاقية عام 1993", wojood(), [("1993", "DATE")]),
        ("شركة النور", wojood(), []),
        ("بيروت", wojood(), []),
    ],
)
def test_peels(surface: str, labels: LabelSet, expected: list[tuple[str, str]], seeds: Path) -> None:
    text = f"قال {surface} أمس"
    found = peel(text, 4, 4 + len(surface), labels, seeds)
    assert [(text[start:end], label) for start, end, label in found] == expected


def test_a_university_named_for_a_person(seeds: Path) -> None:
    text = "رئيس جامعة محمد حسن"
    assert peel(text, 0, len(text), wojood(), seeds)[:2] == [(5, 19, "ORG"), (11, 19, "PERS")]
