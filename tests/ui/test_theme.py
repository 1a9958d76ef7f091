"""The palette: contrasts as the visual reference wants them, labels told apart, own colours made legible."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFontDatabase

from annotate.labels import EntityType, LabelSet, read
from ui.icons import MIRRORED
from ui.theme import Theme, contrast, load_fonts, style_sheet, theme, tokens

LOOKS = ["light", "dark"]
GROUNDS = ["window", "surface", "bar", "raised"]
TEXTS = ["text2", "text3", "accent", "danger", "done", "progress", "locked"]


@pytest.mark.parametrize("name", LOOKS)
def test_texts_and_edges_can_be_read(name: str) -> None:
    look = theme(name)
    needed = [("text", ground, 7.0) for ground in [*GROUNDS, "hover", "accentSoft", "selection", "hit", "hitNow"]]
    needed += [(text, ground, 4.5) for text in TEXTS for ground in GROUNDS]
    needed += [("onAccent", "accent", 4.5), ("control", "surface", 3.0), ("arc", "surface", 3.0)]
    needed += [
        ("focus", "surface", 3.0),
        ("focus", "window", 3.0),
        ("accent", "accentSoft", 4.5),
        ("text2", "accentSoft", 4.5),
    ]
    needed += [(f"dif{kind}", f"dif{kind}Soft", 4.5) for kind in ("Border", "Clitic", "Label", "Missing", "Relation")]
    wrong = [f"{one} on {other}" for one, other, least in needed if contrast(look[one], look[other]) < least]
    assert wrong == []


@pytest.mark.parametrize("name", LOOKS)
@pytest.mark.parametrize("file", ["wojood", "anercorp"])
def test_labels_can_be_read_and_told_apart(name: str, file: str, seeds: Path) -> None:
    labels = read((seeds / "labels" / f"{file}.json").read_text(encoding="utf-8"))
    look = theme(name)
    seen = set()
    for entity in labels.entities:
        colours = look.label(labels, entity.key)
        assert contrast(colours.text, colours.fill) >= 4.5, entity.id
        assert contrast(look["text"], colours.fill) >= 7, entity.id
        assert contrast(colours.border, look["surface"]) >= 3, entity.id
        seen.add((colours.border, colours.mark))
    assert len(seen) == len(labels.entities)


@given(st.integers(0, 0xFFFFFF), st.sampled_from(LOOKS))
def test_a_colour_of_ones_own_is_made_legible(value: int, name: str) -> None:
    entity = EntityType(key="X", id="X", colour=f"#{value:06X}")
    labels = LabelSet(id="own", entities=(entity,))
    look = Theme(name, tokens()[name])
    colours = look.label(labels, "X")
    assert contrast(colours.text, colours.fill) >= 4.5
    assert contrast(colours.border, look["surface"]) >= 3


def test_a_label_that_is_not_in_the_set_has_colours_too() -> None:
    colours = theme("light").label(LabelSet(id="empty"), "STRANGE")
    assert contrast(colours.text, colours.fill) >= 4.5


@pytest.mark.parametrize("name", LOOKS)
def test_the_style_sheet_has_no_open_token(name: str) -> None:
    assert "$" not in style_sheet(theme(name))


@pytest.mark.parametrize("name", LOOKS)
def test_the_pictures_of_the_style_sheet_have_the_colours_of_the_look(name: str) -> None:
    folder = Path(__file__).parents[2] / "ui" / "pictures"
    for picture, token in (("chevron-down", "text2"), ("check", "onAccent")):
        drawing = (folder / f"{picture}-{name}.svg").read_text(encoding="utf-8")
        assert f'stroke="{tokens()[name][token]}"' in drawing


def test_the_fonts_that_ship_load(qapp: object, seeds: Path) -> None:
    assert load_fonts(seeds / "fonts") == []
    assert {"Vazirmatn", "Noto Naskh Arabic", "Amiri", "Scheherazade New"} <= set(QFontDatabase.families())


def test_fonts_that_are_missing_are_named(qapp: object, tmp_path: Path) -> None:
    assert load_fonts(tmp_path / "fonts") == ["fonts"]
    (tmp_path / "broken.ttf").write_bytes(b"no font")
    assert load_fonts(tmp_path) == ["broken.ttf"]


def test_every_mirrored_icon_is_there() -> None:
    folder = Path(__file__).parents[2] / "ui" / "icons"
    assert all((folder / f"{name}.svg").is_file() for name in MIRRORED)
