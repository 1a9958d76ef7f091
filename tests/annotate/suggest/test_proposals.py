"""How proposals become one project's suggestions."""

import itertools
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from annotate.labels import LabelSet
from annotate.model import Span
from annotate.suggest.proposals import Proposal, Rules, adapt, default_label_map, resolve
from tests.annotate.suggest.sets import anercorp, nested_only, wojood

TEXT = "زار الرئيس وجمهورية كازاخستان وhttps://t.co/باريس ثم بالقدس"


def adapted(label: str, surface: str, rules: Rules, *, own: bool = False) -> list[tuple[str, str]]:
    start = TEXT.index(surface)
    proposal = Proposal(start, start + len(surface), label, "places")
    found, _ = adapt(TEXT, [proposal], rules, own_labels=own)
    return [(TEXT[p.start : p.end], p.label) for p in found]


def test_places_are_gpe_where_the_set_has_it_else_loc() -> None:
    assert adapted("LOC", "القدس", Rules(wojood())) == [("القدس", "GPE")]
    assert adapted("GPE", "القدس", Rules(anercorp())) == [("القدس", "LOC")]


def test_state_words_belong_to_the_name_only_in_sets_that_tell_countries() -> None:
    assert adapted("LOC", "كازاخستان", Rules(wojood())) == [("جمهورية كازاخستان", "GPE")]
    assert adapted("LOC", "كازاخستان", Rules(anercorp())) == [("كازاخستان", "LOC")]


def test_a_label_that_the_set_lacks_is_counted_not_proposed() -> None:
    found, missing = adapt(TEXT, [Proposal(0, 3, "MISC", "starter")], Rules(wojood()))
    assert (found, dict(missing)) == ([], {"MISC": 1})


def test_the_table_of_labels_is_the_projects() -> None:
    assert adapted("LOC", "القدس", Rules(wojood(), label_map={"LOC": "LOC"})) == [("القدس", "LOC")]
    assert adapted("LOC", "القدس", Rules(wojood(), label_map={"LOC": ""})) == []


def test_labels_of_a_source_that_knows_the_set_are_not_mapped() -> None:
    assert adapted("LOC", "القدس", Rules(wojood()), own=True) == [("القدس", "LOC")]


def test_a_source_can_be_switched_off_for_a_label() -> None:
    assert adapted("LOC", "القدس", Rules(wojood(), off={"places": ["GPE"]})) == []
    assert adapted("LOC", "القدس", Rules(wojood(), off={"places": ["PERS"]})) == [("القدس", "GPE")]


def test_nothing_is_proposed_in_a_url() -> None:
    assert adapted("GPE", "باريس", Rules(wojood())) == []


def test_clitics_are_in_the_span_where_the_project_says_so() -> None:
    assert adapted("GPE", "القدس", Rules(wojood(), clitics="word")) == [("بالقدس", "GPE")]


def test_sources_that_agree_are_one_proposal_with_both_names() -> None:
    found = resolve([Proposal(0, 3, "GPE", "places", 0.6), Proposal(0, 3, "GPE", "camel", 0.9)], wojood())
    assert found == [Proposal(0, 3, "GPE", "camel+places", 0.9)]


def test_of_two_with_one_label_the_better_score_stays_else_the_longer() -> None:
    short, long = Proposal(0, 3, "GPE", "a", 0.9), Proposal(0, 8, "GPE", "b", 0.8)
    assert resolve([long, short], wojood()) == [short]
    assert resolve([replace(long, score=0.9), short], wojood()) == [replace(long, score=0.9)]


def test_different_labels_nest_where_the_set_lets_them() -> None:
    outer, inner = Proposal(0, 9, "ORG", "a", 0.9), Proposal(4, 9, "GPE", "b", 0.5)
    assert resolve([inner, outer], wojood()) == [outer, inner]
    assert resolve([inner, outer], nested_only("GPE", inside="EVENT")) == [outer]
    assert resolve([inner, outer], nested_only("GPE", inside="ORG")) == [outer, inner]


def test_no_place_is_proposed_within_a_persons_name() -> None:
    person, place = Proposal(0, 9, "PERS", "a", 0.9), Proposal(4, 9, "GPE", "b", 0.5)
    assert resolve([place, person], wojood()) == [person]


def test_crossing_proposals_and_two_labels_on_the_same_borders_exclude_each_other() -> None:
    first, crossing, same = Proposal(0, 6, "ORG", "a", 0.9), Proposal(4, 9, "GPE", "b", 0.5), Proposal(0, 6, "GPE", "c")
    assert resolve([first, crossing], wojood()) == [first]
    assert resolve([first, same], wojood()) == [same]


def test_a_decision_for_the_same_words_goes_before_a_ready_made_source() -> None:
    guess, decision = Proposal(0, 5, "PERS", "places+starter", 0.9), Proposal(0, 5, "ORG", "decided", 0.5)
    assert resolve([guess, decision], wojood()) == [decision]
    learned = replace(guess, by="learned+starter")
    assert resolve([learned, decision], wojood()) == [learned]
    longer = replace(guess, end=9)
    assert longer in resolve([longer, decision], wojood())


def test_what_a_span_of_the_layer_contradicts_is_not_proposed() -> None:
    span = Span(id="s", document="d", annotator="a", start=0, end=9, label="GPE")
    inside, equal, other = Proposal(4, 9, "GPE", "b"), Proposal(0, 9, "GPE", "b"), Proposal(4, 9, "ORG", "b", 0.4)
    assert resolve([inside, equal, other], wojood(), [span]) == [other]


PROPOSALS = st.lists(
    st.builds(
        lambda start, length, label, by, score: Proposal(start, start + length, label, by, score),
        st.integers(0, 200),
        st.integers(1, 90),
        st.sampled_from(["GPE", "ORG", "PERS"]),
        st.sampled_from(["places", "starter", "camel"]),
        st.sampled_from([0.2, 0.5, 0.9]),
    ),
    max_size=25,
)


@given(PROPOSALS)
def test_what_stands_is_consistent_and_does_not_depend_on_the_order(proposals: list[Proposal]) -> None:
    found = resolve(proposals, wojood())
    assert found == resolve(reversed(proposals), wojood()) == resolve(found, wojood())
    for one, other in itertools.combinations(found, 2):
        overlap = one.start < other.end and other.start < one.end
        nested = (one.start <= other.start and other.end <= one.end) or (
            other.start <= one.start and one.end <= other.end
        )
        assert not overlap or (nested and one.label != other.label)
    borders = {(p.start, p.end, p.label) for p in proposals}
    assert all((p.start, p.end, p.label) in borders for p in found)


def test_the_default_table_names_every_label_of_the_sources() -> None:
    assert default_label_map(wojood()) == {"GPE": "GPE", "LOC": "GPE", "PERS": "PERS", "ORG": "ORG", "MISC": "MISC"}


def test_a_retired_gpe_is_no_gpe() -> None:
    labels: LabelSet = wojood()
    retired = tuple(replace(e, retired=e.id == "GPE") for e in labels.entities)
    assert default_label_map(replace(labels, entities=retired))["GPE"] == "LOC"
