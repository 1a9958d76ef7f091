"""CoNLL-U: read and written so that the conllu library and treebanks agree."""

import conllu
import pytest

from annotate.errors import TawsimError
from tests.annotate.formats.desk import Desk, record
from tests.annotate.formats.test_conll import NESTED
from tests.conftest import Shared


def row(id: str, form: str, misc: str = "_") -> str:
    return "\t".join([id, form, *["_"] * 7, misc]) + "\n"


def test_the_library_reads_what_we_write_and_gives_the_same_bytes(desk: Desk) -> None:
    desk.bring_records(NESTED)
    text = desk.export("conllu", tokens="clitic")
    sentences = conllu.parse(text)
    assert "".join(sentence.serialize() for sentence in sentences) == text
    token = next(token for token in sentences[0] if token["form"] == "القدس")
    assert token["misc"] == {"name": "B-GPE"}
    assert [t["form"] for t in sentences[0] if isinstance(t["id"], tuple)] == ["بوفد", "بالقدس"]
    nested = next(token for token in sentences[0] if token["form"] == "بيرزيت")
    assert nested["misc"] == {"name": "I-OCC", "name2": "I-ORG", "name3": "B-GPE"}
    assert [what for what in desk.losses() if what[1] == "extra column"] == [("nested", "extra column")] * 2
    assert desk.report.spans_out == 9


def test_the_text_comes_back_whatever_stands_between_the_tokens(desk: Desk) -> None:
    text = " \tأحمد  سعيد،   قال:\n\n«نعم».  ثم\\n|عاد "
    desk.bring_records(record(text, (2, 12, "PERS")))
    exported = desk.export("conllu")
    rebuilt = ""
    for sentence in conllu.parse(exported):
        for token in sentence:
            misc = token["misc"] or {}
            unescape = {"\\s": " ", "\\t": "\t", "\\n": "\n", "\\p": "|"}
            spaces = {key: misc.get(key) or "" for key in ("SpacesBefore", "SpacesAfter")}
            for escaped, plain in unescape.items():
                spaces = {key: value.replace(escaped, plain) for key, value in spaces.items()}
            after = "" if misc.get("SpaceAfter") == "No" else spaces["SpacesAfter"] or " "
            rebuilt += spaces["SpacesBefore"] + token["form"] + after
    assert rebuilt == text
    again = Desk(desk.folder / "again")
    again.bring(desk.folder / "out.conllu")
    assert [content.text for content in again.contents()] == [text]
    again.close()


def test_foreign_treebanks(desk: Desk, shared: Shared) -> None:
    desk.bring(shared / "formats/mwt.conllu", shared / "formats/d.conllu")
    assert [content.text.split("\n")[0] for content in desk.contents()] == [
        "بالقدس",
        "اجتمع أحمد سعيد مدير جامعة بيرزيت بوفد شركة النور بالقدس 😀.",
    ]
    assert desk.surfaces()[0] == ("GPE", "القدس")


def test_parts_that_do_not_make_the_word_are_placed_by_their_letters(desk: Desk) -> None:
    text = row("1-3", "للاقتصاد") + row("1", "ل", "NE=O") + row("2", "ال", "NE=O") + row("3", "اقتصاد", "NE=B-X")
    unclear = row("1-2", "عليه") + row("1", "على", "NER=B-Y") + row("2", "ه", "NER=O|bare")
    hopeless = row("1-2", "مما") + row("1", "من", "name=B-Z") + row("2", "شيء", "name=O")
    report = desk.bring_text("f.conllu", f"{text}\n{unclear}\n{hopeless}\n")
    assert desk.surfaces() == [("X", "اقتصاد"), ("Y", "علي"), ("Z", "مما")]
    assert [remark.what for remark in report.changed] == ["span widened to the word"]


def test_comments_keys_and_empty_nodes(desk: Desk) -> None:
    text = (
        "# newdoc id = أول\n# meta.url = x\n# meta.n = [1]\n# other\n"
        + row("1", "علي", "SpaceAfter=No|name=B-PER")
        + row("1.1", "هو")
        + row("2", "،", "Entity=(e1-person")
        + "\n# newdoc id = ثان\n"
        + row("1", "القدس", "Entity=S-LOC")
    )
    report = desk.bring_text("f.conllu", text)
    assert [(content.name, content.text) for content in desk.contents()] == [("أول", "علي،"), ("ثان", "القدس")]
    assert desk.contents()[0].meta == {"url": "x", "n": [1]}
    assert desk.surfaces() == [("PER", "علي"), ("LOC", "القدس")]
    assert {remark.what for remark in report.changed} == {
        "empty node skipped",
        "Entity that is no tag skipped",
        "tags read as bioes",
    }


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (row("1", "أ") + "2\tب\n", ":2: 2 columns, 10 expected"),
        (row("x", "أ"), ":1: 'x' 'أ': no id and form of a token"),
        (row("1", ""), ":1: '1' '': no id and form"),
        (row("1", "أ", "name=PERS"), ":1: 'PERS' is no tag"),
        ("# only comments\n", ": no tokens in it"),
    ],
)
def test_a_broken_line_is_named(desk: Desk, text: str, what: str) -> None:
    with pytest.raises(TawsimError) as refused:
        desk.bring_text("f.conllu", text)
    assert what in str(refused.value)
