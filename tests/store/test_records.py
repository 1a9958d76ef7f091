"""What is written to a row or to the journal is what is read from it."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.changes import Change, Record
from annotate.model import Document
from store.records import (
    ANNOTATORS,
    DECISIONS,
    DOCUMENTS,
    LAYERS,
    RECEIPTS,
    RELATIONS,
    SPANS,
    SUGGESTIONS,
    Table,
    change_from_plain,
    change_to_plain,
    to_json,
)
from tests.store import records


@pytest.mark.parametrize(
    ("table", "strategy"),
    [
        (ANNOTATORS, records.annotators),
        (DECISIONS, records.decisions),
        (DOCUMENTS, records.documents),
        (LAYERS, records.layers),
        (RECEIPTS, records.receipts),
        (RELATIONS, records.relations),
        (SPANS, records.spans()),
        (SUGGESTIONS, records.suggestions),
    ],
    ids=lambda value: value.name if isinstance(value, Table) else "",
)
def test_a_row_gives_its_record_back(table: Table[Any], strategy: st.SearchStrategy[Record]) -> None:
    @given(strategy)
    def check(record: Record) -> None:
        row = table.row(record)
        assert len(row) == len(table.columns)
        assert table.record(row) == record

    check()


def there_and_back(change: Change) -> Change:
    return change_from_plain(json.loads(to_json(change_to_plain(change))))


@given(records.rows | records.label_sets)
def test_the_journal_gives_changes_back(record: Record) -> None:
    assert there_and_back(Change(None, record)) == Change(None, record)
    assert there_and_back(Change(record, None)) == Change(record, None)
    assert there_and_back(Change(record, record)) == Change(record, record)


@given(records.documents)
def test_the_journal_holds_of_a_document_no_second_copy(document: Document) -> None:
    came = there_and_back(Change(None, document)).after
    assert isinstance(came, Document)
    assert (came.id, came.name, came.position, came.text, came.meta) == (
        document.id,
        document.name,
        document.position,
        "",
        {},
    )
    renamed = there_and_back(Change(document, document)).after
    assert isinstance(renamed, Document)
    assert renamed.meta == document.meta
