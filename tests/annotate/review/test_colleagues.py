"""The two colleagues of the sample project show every kind of difference on the first day."""

from collections import Counter
from pathlib import Path

import pytest

from annotate.importing import bring_in, parse
from annotate.review.adjudication import compared
from annotate.review.agreement import agreement
from annotate.review.compare import Kind, compare
from annotate.review.report import adjudicate_by_rule
from tests.annotate.review.conftest import Work


def test_they_differ_in_every_way_and_agree_on_most(work: Work, seeds: Path) -> None:
    session = work()
    bring_in(session, parse([*(seeds / "sample").glob("*.txt"), *sorted((seeds / "colleagues").glob("*.jsonl"))]))
    assert len(session.project.documents()) == 1
    people = {annotator.name: annotator.id for annotator in session.project.annotators()}
    both = [people["ليلى"], people["سامي"]]
    (layers,) = compared(session.project, both)
    kinds = Counter(item.kind for item in compare(layers, both).items)
    assert set(kinds) == set(Kind)
    assert kinds[Kind.AGREED] > sum(kinds.values()) / 2
    (pair,) = agreement([layers], both).pairs
    assert pair.exact.f1 == pytest.approx(0.66, abs=0.05)
    assert pair.relation_pairs > 0
    found = adjudicate_by_rule(session, ["ليلى", "سامي"], ["agreed", "clitic"])
    assert found["decided"]["relations"] >= 1
    assert found["open"]
