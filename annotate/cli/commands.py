"""Which module does which sub-command; each is imported when it is called."""

from __future__ import annotations

from annotate.cli.call import Answer, Call


def answer(call: Call) -> Answer:
    """Do the sub-command of a call."""
    match call.args.command:
        case "import" | "export":
            from annotate.cli import files

            return files.answer(call)
        case "suggest" | "accept" | "models":
            from annotate.cli import suggestions

            return suggestions.answer(call)
        case "handout" | "handin" | "receive" | "agree" | "adjudicate":
            from annotate.cli import colleagues

            return colleagues.answer(call)
        case _:
            from annotate.cli import projects

            return projects.answer(call)
