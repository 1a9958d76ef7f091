"""Marks texts for ``lupdate`` that are translated later, where they are shown."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802, RUF100 (the name lupdate looks for)
    """The text itself. PySide6 has the same function, but typed so that its result is no string."""
    return text
