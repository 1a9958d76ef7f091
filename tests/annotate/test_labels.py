"""Label sets: what ships reads, what is none is refused in one line, what is in use is never dropped."""

import json
from pathlib import Path

import pytest
from hypothesis import given

from annotate import labels
from annotate.labels import EntityType, LabelSet, LabelSetError, RelationType, retire_missing
from tests.store import records


@pytest.fixture
def wojood(seeds: Path) -> LabelSet:
    return labels.read((seeds / "labels/wojood.json").read_text(encoding="utf-8"))


@pytest.fixture
def anercorp(seeds: Path) -> LabelSet:
    return labels.read((seeds / "labels/anercorp.json").read_text(encoding="utf-8"))


def test_the_sets_that_ship_hold_what_they_promise(wojood: LabelSet, anercorp: LabelSet) -> None:
    assert [entity.id for entity in anercorp.entities] == ["PERS", "LOC", "ORG", "MISC"]
    assert len(wojood.entities) == 21
    assert [relation.id for relation in wojood.relations][:4] == ["located_in", "works_for", "has_title", "part_of"]
    for labelset in (wojood, anercorp):
        assert all(entity.name("ar") != entity.id for entity in labelset.entities)
        assert labels.read(labelset.to_json()) == labelset


def test_argument_types_decide_which_relations_are_offered(wojood: LabelSet) -> None:
    assert [relation.id for relation in wojood.allowed_relations("PERS", "OCC")] == ["has_title"]
    assert {relation.id for relation in wojood.allowed_relations("ORG", "GPE")} >= {"located_in", "part_of"}
    assert wojood.allowed_relations("DATE", "DATE") == ()


def test_keys_and_ids_are_told_apart() -> None:
    labelset = LabelSet(
        id="x",
        entities=(EntityType(key="k1", id="Person", names={"ar": "شخص"}),),
        relations=(RelationType(key="r1", id="knows", head=("Person",), tail=("Person",)),),
    )
    assert (labelset.entity_id("k1"), labelset.entity_key("Person")) == ("Person", "k1")
    assert (labelset.relation_id("r1"), labelset.relation_key("knows")) == ("knows", "r1")
    assert (labelset.entity_id("strange"), labelset.entity_key("strange")) == ("strange", "strange")
    assert (labelset.relation_id("strange"), labelset.relation_key("strange")) == ("strange", "strange")
    assert [relation.key for relation in labelset.allowed_relations("k1", "k1")] == ["r1"]
    assert (labelset.entities[0].name("ar"), labelset.entities[0].name("en")) == ("شخص", "Person")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{", "not a label set"),
        ("[]", "expected"),
        ('{"id":"x"}', "expected"),
        ('{"id":"x","entities":[{"id":"A B"}]}', "not a name of ASCII letters"),
        ('{"id":"x","entities":[{"id":"شخص"}]}', "not a name of ASCII letters"),
        ('{"id":"x","entities":[{"names":{}}]}', "not a label set"),
        ('{"id":"x","entities":["A"]}', "not a label set"),
        ('{"id":"x","entities":[{"id":"A","colours":"red"}]}', "colours"),
        ('{"id":"x","entities":[{"id":"A"},{"id":"A"}]}', "'A' stands twice"),
        ('{"id":"x","entities":[{"id":"A","shortcut":"a"},{"id":"B","shortcut":"A"}]}', "given twice"),
        ('{"id":"x","entities":[{"id":"A"}],"relations":[{"id":"r","head":["B"]}]}', "'B', which is no entity"),
        ('{"id":"x","entities":[],"version":"new"}', "not a label set"),
    ],
)
def test_what_is_no_label_set_is_refused_in_one_line(text: str, reason: str) -> None:
    with pytest.raises(LabelSetError) as refused:
        labels.read(text)
    assert reason in str(refused.value)
    assert "\n" not in str(refused.value)


@given(records.label_sets)
def test_json_values_give_the_set_back(labelset: LabelSet) -> None:
    assert labels.from_plain(json.loads(labelset.to_json())) == labelset


class TestRetiring:
    """Another set comes in; labels in use that it lacks stay, retired."""

    def test_what_is_not_used_goes(self, wojood: LabelSet, anercorp: LabelSet) -> None:
        assert retire_missing(wojood, anercorp, {"PERS"}) == anercorp

    def test_what_is_used_stays_and_is_not_offered(self, wojood: LabelSet, anercorp: LabelSet) -> None:
        found = retire_missing(wojood, anercorp, {"GPE", "located_in"})
        gpe = found.entity("GPE")
        assert gpe is not None
        assert (gpe.id, gpe.retired, gpe.shortcut) == ("GPE", True, "")
        assert found.active() == anercorp.entities
        assert found.allowed_relations("PERS", "GPE") == ()
        relation = found.relation("located_in")
        assert relation is not None
        assert relation.retired
        assert set(relation.tail) == {"GPE", "LOC"}

    def test_the_result_can_be_exported_and_imported_again(self, wojood: LabelSet, anercorp: LabelSet) -> None:
        used = {entity.key for entity in wojood.entities} | {relation.key for relation in wojood.relations}
        found = retire_missing(wojood, anercorp, used)
        assert labels.read(found.to_json()) == found
        back = retire_missing(found, wojood, used)
        assert {entity.key for entity in back.entities if entity.retired} == {"MISC"} & used
        assert back.active() == wojood.active()

    def test_a_type_whose_id_stays_keeps_its_key(self) -> None:
        old = LabelSet(id="x", entities=(EntityType(key="k1", id="Person"),))
        new = LabelSet(id="y", entities=(EntityType(key="Person", id="Person"), EntityType(key="ORG", id="ORG")))
        assert [entity.key for entity in retire_missing(old, new, {"k1"}).entities] == ["k1", "ORG"]

    def test_a_retired_type_gives_its_id_to_the_new_one(self) -> None:
        old = LabelSet(id="x", entities=(EntityType(key="a", id="Person"), EntityType(key="b", id="Org")))
        new = LabelSet(id="y", entities=(EntityType(key="a", id="Org"),))
        found = retire_missing(old, new, {"a", "b"})
        assert [(entity.key, entity.id, entity.retired) for entity in found.entities] == [
            ("a", "Org", False),
            ("b", "Org-old", True),
        ]
