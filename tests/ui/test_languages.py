"""Arabic and English: complete, mirrored, counted right, nothing cut off."""

from __future__ import annotations

import shutil
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QScrollArea, QWidget

from tests.ui.conftest import MakePerson
from tests.window import Person
from ui.i18n.compiling import FOLDER, release, update
from ui.i18n.counts import Counts
from ui.i18n.language import NAMES, Translation, isolated, number, percent
from ui.panels.parts import text_label

TEXT = "زار قاسم جومارت توكاييف مدينة أستانا وكازاخستان.\nعاد الرئيس إلى دوشنبه. عاد إلى أستانا."


@pytest.mark.parametrize("language", NAMES)
def test_every_text_is_translated(language: str, tmp_path: Path) -> None:
    """The ``.ts`` files hold exactly the texts of the sources, none unfinished, and the ``.qm`` is made from them."""
    file = FOLDER / f"tawsim_{language}.ts"
    copy = tmp_path / file.name
    shutil.copy(file, copy)
    update(language, copy)
    assert _messages(copy) == _messages(file), "run: python -m ui.i18n.compiling, and translate what is new"
    unfinished = [source for source, translation in _messages(file) if translation is None]
    assert unfinished == []
    release(file, tmp_path / "made.qm")
    assert (tmp_path / "made.qm").read_bytes() == file.with_suffix(".qm").read_bytes()


def _messages(file: Path) -> list[tuple[str, str | None]]:
    found: list[tuple[str, str | None]] = []
    for context in ET.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            done = translation.get("type") != "unfinished" and all(forms)
            source = f"{context.findtext('name')}: {message.findtext('source')}"
            found.append((source, "|".join(forms) if done else None))
    return sorted(found, key=str)


def test_placeholders_survive_translation() -> None:
    for source, translation in _messages(FOLDER / "tawsim_ar.ts"):
        fields = {part.split("}")[0] for part in source.split("{")[1:]}
        assert {part.split("}")[0] for part in (translation or "").split("{")[1:]} == fields, source


@pytest.mark.parametrize(
    ("n", "expected"),
    [
        (0, "لا اقتراحات معلّقة"),
        (1, "اقتراح معلّق واحد"),
        (2, "اقتراحان معلّقان"),
        (3, "3 اقتراحات معلّقة"),
        (10, "10 اقتراحات معلّقة"),
        (11, "11 اقتراحًا معلّقًا"),
        (14, "14 اقتراحًا معلّقًا"),
        (99, "99 اقتراحًا معلّقًا"),
        (100, "100 اقتراح معلّق"),
        (103, "103 اقتراحات معلّقة"),
    ],
)
def test_arabic_counts(arabic: None, n: int, expected: str) -> None:
    assert Counts().pending(n) == expected


def test_numerals_by_choice(qapp: QApplication) -> None:
    translation = Translation()
    translation.use(qapp, "ar", "arabic")
    assert number(1234) == "١٢٣٤"
    assert Counts().pending(14) == "١٤ اقتراحًا معلّقًا"
    translation.use(qapp, "ar", "latin")
    assert number(1234) == "1234"
    assert number(0.93, 2) == "0.93"
    assert percent(0.62) == isolated("62%")
    translation.use(qapp, "en", "latin")
    assert Counts().pending(1) == "1 pending"
    assert Counts().documents(2) == "2 documents"


@pytest.fixture
def arabic(qapp: QApplication) -> Iterator[None]:
    translation = Translation()
    translation.use(qapp, "ar", "latin")
    yield
    translation.use(qapp, "en", "latin")


def test_arabic_mirrors_the_window(make_person: MakePerson) -> None:
    person = make_person("ar")
    person.open(person.make(TEXT))
    assert QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    documents, inspector = person.window.documents, person.window.inspector
    assert documents.mapToGlobal(documents.pos()).x() > inspector.mapToGlobal(inspector.pos()).x()
    assert person.window.start.isHidden() or not person.window.start.isVisible()


def test_every_line_of_an_arabic_label_begins_at_the_edge(make_person: MakePerson) -> None:
    window = make_person(language="ar").window
    label = text_label("كلمة أولى وكلمة ثانية " * 4, parent=window)
    label.setWordWrap(True)
    label.setFixedWidth(200)
    label.adjustSize()
    picture = label.grab().toImage()
    ground = picture.pixel(0, 0)
    half = picture.height() // 2
    begins = []
    for rows in (range(half), range(half, picture.height())):
        inked = [x for y in rows for x in range(picture.width()) if picture.pixel(x, y) != ground]
        begins.append(max(inked))
    assert abs(begins[0] - begins[1]) <= 1


def test_switching_twice_keeps_text_and_spans(person: Person) -> None:
    person.open(person.make(TEXT))
    person.select("أستانا")
    person.press("3")
    for language in ("ar", "en", "ar"):
        person.window.commands.settings.set_language(language)
        person.settle()
        person.settle()
        assert person.window.desk.language == language
        assert person.view.text == TEXT
        assert person.spans() == [("أستانا", "GPE")]
        assert person.view.page.content.items


DIALOGS = ("export", "settings", "keys", "new", "camel", "sources", "about", "guide", "note", "question", "occurrences")


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("language", NAMES)
def test_nothing_is_cut_off(make_person: MakePerson, language: str, look: str) -> None:
    person = make_person(language, look)
    person.window.resize(1280, 800)
    person.settle()
    assert list(cut_off(person.window)) == []
    person.open(person.make(TEXT))
    person.select("أستانا")
    person.press("3")
    person.settle()
    assert list(cut_off(person.window)) == []
    for action in DIALOGS:
        person.pick("أستانا")
        person.window.table.run(action)
        person.settle()
        dialogs = [one for one in person.window.findChildren(QDialog) if one.isVisible()]
        assert len(dialogs) == 1, action
        assert list(cut_off(dialogs[0])) == [], action
        dialogs[0].close()
        dialogs[0].deleteLater()
        person.settle()


@pytest.mark.parametrize("width", [820, 1000, 1180, 1600])
@pytest.mark.parametrize("language", NAMES)
def test_narrow_and_wide_windows(make_person: MakePerson, language: str, width: int) -> None:
    person = make_person(language)
    person.open(person.make(TEXT, name="مشروع اسمه طويل جدًّا لا يتسع له شريط العنوان في نافذة ضيقة"))
    for surface, key in (("قاسم جومارت توكاييف", "1"), ("وكازاخستان", "3")):
        person.select(surface)
        person.press(key)
    person.pick("قاسم جومارت توكاييف")
    person.press("R", "Enter")
    person.window.showNormal()
    person.window.resize(width, 600)
    person.settle()
    assert person.window.width() == width
    area = person.window.inspector.findChild(QScrollArea)
    body = area.widget() if isinstance(area, QScrollArea) else None
    assert body is not None
    assert isinstance(area, QScrollArea)
    assert body.width() <= area.viewport().width()
    assert list(cut_off(person.window)) == []


def cut_off(where: QWidget) -> Iterator[str]:
    """The texts of labels and buttons that have less room than they need."""
    for label in where.findChildren(QLabel):
        if not label.isVisible() or not label.text() or label.sizePolicy().horizontalPolicy().name == "Ignored":
            continue
        room = label.contentsRect()
        if label.wordWrap():
            short = label.heightForWidth(label.width()) > label.height() + 1
        else:
            widest = max(map(label.fontMetrics().horizontalAdvance, label.text().split("\n")))
            short = widest > room.width() + 1
        if short:
            yield label.text()
    for button in where.findChildren(QAbstractButton):
        if button.isVisible() and button.text() and button.sizeHint().width() > button.width() + 1:
            yield button.text()
