"""Which module does which sub-command; each is imported when it is called."""

from __future__ import annotations

from annotate.cli.call import Answer, Call


def answer(call: Call) -> Answer:
    """Do the sub-command of a call."""
    match call.args.command:
        case "import" | "export":
            from annotate.cli.files import answer as files

            return files(call)
        case "suggest" | "accept" | "models":
            from annotate.cli.suggestions import answer as suggestions

            return suggestions(call)
        case "handout" | "handin" | "receive":
            from annotate.cli.exchange import answer as exchange

            return exchange(call)
        case "agree" | "adjudicate":
            from annotate.cli.colleagues import answer as colleagues

            return colleagues(call)
        case _:
            from annotate.cli.projects import answer as projects

            return projects(call)
