"""A person at the window, in English unless a test asks for another language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.window import Person

MakePerson = Callable[..., Person]


@pytest.fixture
def make_person(qtbot: QtBot, tmp_path: Path) -> Iterator[MakePerson]:
    """Start the program; ``language`` and ``look`` as wanted. Every program is ended with the test."""
    people: list[Person] = []

    def make(language: str = "en", look: str = "light") -> Person:
        people.append(Person(qtbot, tmp_path, language, look))
        return people[-1]

    yield make
    for person in people:
        person.leave()


@pytest.fixture
def person(make_person: MakePerson) -> Person:
    """The program in English, just started."""
    return make_person()
