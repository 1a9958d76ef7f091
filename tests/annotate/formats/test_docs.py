"""The page on formats names every format and holds what the tests hold."""

from annotate.formats.catalogue import FORMATS
from tests.annotate.formats.test_round_trips import HELD
from tests.conftest import ROOT


def rows(heading: str) -> dict[str, list[str]]:
    """The table under a heading of the page: first cell to the others."""
    page = (ROOT / "docs/formats.md").read_text(encoding="utf-8")
    section = page.split(f"## {heading}\n")[1].split("\n## ")[0]
    lines = [line.strip("|").split("|") for line in section.split("\n") if line.startswith("| `")]
    return {cells[0].strip(" `"): [cell.strip() for cell in cells[1:]] for cells in lines}


def test_every_format_is_described_with_its_ways() -> None:
    ways = {format.name: ["yes" if format.read else "–", "yes" if format.write else "–"] for format in FORMATS}
    assert {name: cells[1:3] for name, cells in rows("Which format for what").items()} == ways


def test_what_the_page_says_a_format_holds_is_what_the_tests_hold() -> None:
    found = {
        name: cells[4] + cells[7] + cells[6] + cells[8] + cells[9] for name, cells in rows("What each holds").items()
    }
    assert found == HELD
