"""Write docs/cli.md: ``python docs/make_cli.py``, from the checkout. A test compares."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from annotate.cli.arguments import parsers  # noqa: E402

HEAD = """\
# The command line

The same operations as the window's, for lead annotators, pipelines and tests: `python main.py …` in a checkout, the
same words after `tawsim-cli` in the packaged program. No sub-command needs a display, and all but
`suggest --with camel` run without torch.

- A project is one file, `NAME.tawsim`. Without a sub-command the window opens, with the projects and files named.
- A summary is printed for people; with `--json` (after the sub-command) one JSON object instead. All output is UTF-8,
  whatever the locale.
- Exit codes: 0 done; 1 done, with findings to report (`check`, `export --on-loss fail` with losses, `import
  --keep-going` with problems, `self-test` failing); 2 refused, with one line `FILE:LINE: what is wrong` on standard
  error, and nothing half-done.
- Offsets are code points, end exclusive.

This page is made by `python docs/make_cli.py`; the formats are described in [formats.md](formats.md).
"""


def text() -> str:
    """The page."""
    top, commands = parsers()
    parts = [HEAD, _block(top.format_help())]
    for name, parser in commands.items():
        parts += [f"## {name}\n", _block(parser.format_help())]
    return "\n".join(parts)


def _block(help: str) -> str:
    return f"```text\n{help.rstrip()}\n```\n"


if __name__ == "__main__":
    (ROOT / "docs" / "cli.md").write_text(text(), encoding="utf-8", newline="\n")
