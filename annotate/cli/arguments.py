"""The words of the command line. Wrong usage is one line that names the wrong word, without a usage block."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from annotate import __version__
from annotate.cli.call import name
from annotate.errors import TawsimError

Option = Any
"""A keyword argument of argparse's."""


class UsageError(TawsimError):
    """Wrong words on the command line."""


class Parser(argparse.ArgumentParser):
    """Argparse whose errors are one line and whose help is as wide on every terminal."""

    def __init__(self, **options: Option) -> None:
        super().__init__(**options, allow_abbrev=False, formatter_class=partial(argparse.HelpFormatter, width=100))

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{self.prog}: {message}")


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """The call that these words are. Raises UsageError."""
    if argv[0] not in (*COMMANDS, "-h", "--help", "--version"):
        kind = "option" if argv[0].startswith("-") else "sub-command"
        raise UsageError(f"unknown {kind} {argv[0]!r}: {', '.join(COMMANDS)}")
    return parsers()[0].parse_args(argv)


def parsers() -> tuple[Parser, dict[str, Parser]]:
    """The parser of the whole command line, and those of the sub-commands by name."""
    top = Parser(
        prog="tawsim",
        description="Annotate Arabic text. Without a sub-command: the window, with the projects and files named.",
        epilog="tawsim --sample opens the window on the sample project.",
    )
    top.add_argument("--version", action="version", version=f"tawsim {__version__}")
    commands = top.add_subparsers(dest="command", metavar="SUB-COMMAND", required=True, parser_class=Parser)
    found: dict[str, Parser] = {}
    for command, (text, add) in COMMANDS.items():
        description = f"{text[:1].upper()}{text[1:]}."
        found[command] = commands.add_parser(command, help=text, description=description)
        if command not in ("models", "self-test"):
            found[command].add_argument("project", metavar="PROJECT", type=Path, help="the project file")
        add(found[command])
        found[command].add_argument("--json", action="store_true", help="print one JSON object instead of a summary")
    return top, found


def _nothing(parser: Parser) -> None:
    pass


def _new(parser: Parser) -> None:
    parser.add_argument(
        "--labels",
        metavar="TEMPLATE|FILE",
        default="wojood",
        help="a label-set template (wojood, anercorp) or a label-set file; default: wojood",
    )
    parser.add_argument("--annotator", metavar="NAME", type=name, help="who annotates; default: the login name")
    parser.add_argument(
        "--clitics",
        choices=["stem", "word"],
        default="stem",
        help="whether suggested spans leave proclitics and enclitics out (stem, the default) or take whole words",
    )


def _import(parser: Parser) -> None:
    parser.add_argument("paths", metavar="PATH", type=Path, nargs="+", help="files, and folders of files")
    parser.add_argument("--format", metavar="auto|NAME", default="auto", help="default: auto, which says what it found")
    parser.add_argument("--annotator", metavar="NAME", type=name, help="whose layers they become")
    parser.add_argument("--encoding", metavar="auto|NAME", default="auto", help="default: UTF-8, or what the bytes say")
    parser.add_argument(
        "--fold-presentation-forms",
        action="store_true",
        help="write Arabic presentation forms as ordinary letters; offsets follow",
    )
    parser.add_argument(
        "--keep-going", action="store_true", help="bring in the good documents and list each problem (exit 1)"
    )


def _suggest(parser: Parser) -> None:
    parser.add_argument(
        "--with",
        dest="sources",
        metavar="SOURCE",
        action="append",
        help="places, starter, learned or camel; may be repeated; default: those switched on in the project, but camel",
    )
    parser.add_argument(
        "--document",
        dest="documents",
        metavar="NAME",
        type=name,
        action="append",
        help="only this one; may be repeated",
    )
    parser.add_argument("--model", metavar="FOLDER", type=Path, help="a model folder for camel, which it implies")


def _models(parser: Parser) -> None:
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--install", metavar="NAME", help="download a model and install it")
    what.add_argument("--from", dest="source", metavar="PATH", type=Path, help="install a model from a folder or zip")
    what.add_argument("--remove", metavar="NAME", help="remove an installed model")


def _accept(parser: Parser) -> None:
    parser.add_argument("--with", dest="sources", metavar="SOURCE", action="append", help="only of this source")
    parser.add_argument("--min-score", metavar="X", type=float, default=0.0, help="only from this score on (0 to 1)")


def _export(parser: Parser) -> None:
    parser.add_argument("out", metavar="OUT", type=Path, help="the file to write (for brat and the like: the folder)")
    parser.add_argument("--format", metavar="NAME", required=True, help="what to write")
    parser.add_argument(
        "--annotator", metavar="NAME|gold|all", type=name, help="whose layers; default: gold, or the one there is"
    )
    parser.add_argument("--tokens", choices=["word", "clitic"], default="word", help="default: word")
    parser.add_argument(
        "--scheme", choices=["iob2", "iob1", "bioes"], default="iob2", help="of the tags; default: iob2"
    )
    parser.add_argument("--split", metavar="80/10/10", help="write train, dev and test parts")
    parser.add_argument("--seed", metavar="N", type=int, default=0, help="of the split; default: 0")
    parser.add_argument(
        "--states", metavar="done,…", help="only documents in these states (todo, in_progress, done, locked)"
    )
    parser.add_argument("--only-read", action="store_true", help="only what its annotator has read")
    parser.add_argument(
        "--on-loss",
        choices=["report", "fail"],
        default="report",
        help="what to do about what the format cannot hold: list it (default), or write nothing (exit 1)",
    )


def _labels(parser: Parser) -> None:
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--export", metavar="FILE", type=Path, help="write the label set to a file")
    what.add_argument("--import", dest="source", metavar="FILE", type=Path, help="make the label set that of a file")


def _handout(parser: Parser) -> None:
    parser.add_argument("out", metavar="OUT", type=Path, help="the file to write; with --annotators: the folder")
    who = parser.add_mutually_exclusive_group(required=True)
    who.add_argument("--annotator", metavar="NAME", type=name, help="for whom")
    who.add_argument("--annotators", metavar="NAME", type=name, nargs="+", help="for whom, one file each")
    parser.add_argument("--documents", metavar="NAME", type=name, nargs="+", help="only these; default: all")
    parser.add_argument("--each", metavar="K", type=int, help="to how many of them each document goes; default: to all")
    parser.add_argument("--seed", metavar="N", type=int, default=0, help="of the distribution; default: 0")
    parser.add_argument(
        "--suggestions", action="store_true", help="with the pending suggestions and the learned models"
    )


def _handin(parser: Parser) -> None:
    parser.add_argument("out", metavar="OUT", type=Path, help="the file to write")


def _receive(parser: Parser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help="the colleague's file, which is not changed")


def _agree(parser: Parser) -> None:
    parser.add_argument("--between", metavar="NAME", type=name, nargs="+", help="whose layers; default: all but gold")


def _adjudicate(parser: Parser) -> None:
    parser.add_argument("--between", metavar="NAME", type=name, nargs="+", help="whose layers; default: all but gold")
    parser.add_argument(
        "--auto",
        metavar="RULE,…",
        required=True,
        help="agreed: what all agree on becomes gold; also majority and clitic (borders that differ in a clitic only)",
    )


COMMANDS: dict[str, tuple[str, Callable[[Parser], None]]] = {
    "new": ("make a project", _new),
    "import": ("bring in texts and annotations, as one step that can be undone", _import),
    "suggest": ("make suggestions", _suggest),
    "models": ("the CAMeL-Tools models and data on this machine", _models),
    "accept": ("make pending suggestions annotations", _accept),
    "export": ("write training files, and what they could not hold", _export),
    "labels": ("show, write or read the label set", _labels),
    "handout": ("make files for colleagues", _handout),
    "handin": ("make one file for the lead, also while the window is open", _handin),
    "receive": ("bring in a colleague's annotations", _receive),
    "agree": ("how far annotators agree", _agree),
    "adjudicate": ("make gold what a rule can decide", _adjudicate),
    "check": ("find what is likely wrong (exit 1 with findings)", _nothing),
    "info": ("what is in a project", _nothing),
    "self-test": ("try the whole program", _nothing),
}
"""The sub-commands in the order of the help: what each does, and its options."""
