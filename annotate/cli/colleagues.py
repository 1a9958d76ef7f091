"""The sub-commands for work with colleagues: agree, adjudicate."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from annotate.cli.call import Answer, Call, plural
from annotate.review.report import adjudicate_by_rule, agreement_report
from annotate.session import Session


def answer(call: Call) -> Answer:
    """Do one of these sub-commands."""
    return _agree(call) if call.args.command == "agree" else _adjudicate(call)


def _agree(call: Call) -> Answer:
    with call.project() as project:
        data = agreement_report(project, call.args.between)
    return Answer(data, list(_agree_lines(data)))


def _agree_lines(data: dict[str, Any]) -> Iterator[str]:
    for pair in data["pairs"]:
        yield f"{pair['a']} and {pair['b']}: {plural(pair['documents'], 'document')}, {pair['dropped']} spans left out"
        for kind, ratio in pair["spans"].items():
            yield f"  {kind.replace('_', '-')} F1 {_number(ratio['f1'])} (n {ratio['n']})"
        yield f"  relations F1 {_number(pair['relations']['f1'])} (n {pair['relations']['n']})"
        yield f"  κ of tokens {_number(pair['kappa'])}"
        yield f"  κ of relation types {_number(pair['relations']['kappa_shared'])} (n {pair['relations']['n_shared']})"
        for label, kappa in pair["kappa_labels"].items():
            yield f"  κ {label} {_number(kappa)}"
    yield f"α {_number(data['alpha'])}" if data["pairs"] else "no two annotators have begun a document"


def _number(value: float | None) -> str:
    return "not defined" if value is None else f"{value:.4f}"


def _adjudicate(call: Call) -> Answer:
    with call.project(write=True) as project:
        data = adjudicate_by_rule(Session(project), call.args.between, call.args.auto.split(","))
    decided = plural(data["decided"]["spans"], "span"), plural(data["decided"]["relations"], "relation")
    lines = [f"decided: {', '.join(decided)}; open: {len(data['open'])}"]
    lines += [
        f"{item['document']} {item['start']}–{item['end']}: {item['what']}: {item['why']}" for item in data["open"]
    ]
    return Answer(data, lines)
