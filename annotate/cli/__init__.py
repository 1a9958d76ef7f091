"""The command line: the same operations as the window's. ``run`` is what ``main`` calls.

No sub-command imports Qt or torch in this process (but for the bare call and ``self-test``); each imports what it needs
when it runs.
"""

from __future__ import annotations

import io
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

from annotate.cli import commands
from annotate.cli.arguments import COMMANDS, UsageError, parse
from annotate.cli.call import Call
from annotate.errors import TawsimError
from annotate.services import Services


def run(argv: Sequence[str], services: Services) -> int:
    """Do what the words say; returns the exit code (0 done, 1 done with findings, 2 refused in one line)."""
    _speak_utf8()
    try:
        return _run(list(argv), services)
    except SystemExit as leaving:  # argparse leaves so after --help and --version
        return int(leaving.code or 0)
    except TawsimError as error:
        return _refused(str(error))
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        return _refused(f"{place}{(error.strerror or str(error)).lower()}")
    except KeyboardInterrupt:
        return _refused("interrupted")
    except Exception as error:  # a fault of ours; no traceback is a user's answer
        last = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(last.filename).name}:{last.lineno}"
        return _refused(f"Tawsim has a fault, please report it: {type(error).__name__}: {error} ({where})")


def _run(argv: list[str], services: Services) -> int:
    if argv[:1] == ["--sample"] and len(argv) == 1:
        from annotate.cli.sample import sample_project

        return services.open_window([sample_project(services)])
    if _is_for_the_window(argv):
        return services.open_window([Path(word) for word in argv])
    args = parse(argv)
    answer = commands.answer(Call(args, services))
    if args.json:
        print(answer.json())
    else:
        for line in answer.lines:
            print(line)
    sys.stdout.flush()
    return answer.code


def _is_for_the_window(argv: list[str]) -> bool:
    """Files on the command line and nothing else. A word that is neither file nor sub-command is wrong usage."""
    if not argv:
        return True
    if argv[0] in COMMANDS or argv[0].startswith("-"):
        return False
    missing = next((word for word in argv if not Path(word).exists()), None)
    if missing is None:
        return True
    if len(argv) == 1 and Path(missing).suffix:
        raise UsageError(f"{missing}: no such file")
    return False


def _refused(line: str) -> int:
    print(" ".join(line.split("\n")), file=sys.stderr, flush=True)
    return 2


def _speak_utf8() -> None:
    """UTF-8 with LF whatever the locale or the console's code page; undecodable names go out as they came in."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="surrogateescape", newline="\n")
