"""A file being read: its bytes as text, its lines, and what is said about it on the way.

Files are untrusted: whatever is in them, the answer is documents or one plain line naming file and line.
"""

from __future__ import annotations

import codecs
import os
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ParamSpec, TypeVar

from annotate.errors import TawsimError

P = ParamSpec("P")
T = TypeVar("T")

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SAMPLE = 200_000  # bytes that the detection of an encoding looks at


class FileProblem(TawsimError):
    """What is wrong with a file: ``FILE:LINE: what``, or ``FILE: what`` where no line is to blame."""

    def __init__(self, file: str, line: int, what: str) -> None:
        super().__init__(f"{file}:{line}: {what}" if line else f"{file}: {what}")
        self.file, self.line, self.what = file, line, what


def shown(path: str | os.PathLike[str]) -> str:
    """A path as people read it: undecodable names of a C locale are UTF-8 all the same."""
    return os.fsencode(path).decode("utf-8", "replace")


class Reading:
    """One file or folder on its way in. ``changed`` counts what was done to its content, ``problems`` lists faults.

    With ``keep_going`` a fault costs its own record only (``attempt``); without it the first fault ends the reading.
    """

    def __init__(self, path: Path, *, encoding: str = "auto", keep_going: bool = False) -> None:
        self.path = path
        self.file = shown(path)
        self.stem = Path(self.file).stem
        self.encoding = encoding
        self.keep_going = keep_going
        self.changed: Counter[str] = Counter()
        self.problems: list[FileProblem] = []

    def problem(self, line: int, what: str) -> FileProblem:
        """The error that names this file and a line (0: none), to be raised."""
        return FileProblem(self.file, line, what)

    def attempt(self, parse: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | None:
        """What ``parse`` gives, or None where it failed and the rest of the file is read all the same."""
        try:
            return parse(*args, **kwargs)
        except FileProblem as problem:
            if not self.keep_going:
                raise
            self.problems.append(problem)
            return None

    def beside(self, path: Path) -> Reading:
        """The reading of another file that belongs to this one; what it says is said here."""
        other = Reading(path, encoding=self.encoding, keep_going=self.keep_going)
        other.changed, other.problems = self.changed, self.problems
        return other

    def data(self) -> bytes:
        """The content of the file. Raises FileProblem where it cannot be read."""
        try:
            return self.path.read_bytes()
        except OSError as error:
            raise self.problem(0, (error.strerror or str(error)).lower()) from None

    def text(self) -> str:
        """The file as text: UTF-8, UTF-16 with a mark, or what ``encoding`` or the bytes say; without a BOM."""
        data = self.data()
        if self.encoding != "auto":
            return self._named(data)
        bom = next((name for mark, name in _BOMS if data.startswith(mark)), None)
        if bom:
            self.changed["BOM dropped"] += 1
        return self._decoded(data, bom or "utf-8") if bom or not self._foreign(data) else self._guessed(data)

    def utf8(self) -> str:
        """The file as UTF-8 text, as JSON must be; a leading BOM is dropped."""
        data = self.data()
        if data.startswith(codecs.BOM_UTF8):
            self.changed["BOM dropped"] += 1
        return self._decoded(data, "utf-8-sig")

    def lines(self, text: str) -> Iterator[tuple[int, str]]:
        """The lines of a text with their numbers from 1, cut at LF only; CR LF is accepted."""
        for number, line in enumerate(text.split("\n"), 1):
            yield number, line.removesuffix("\r")

    def _named(self, data: bytes) -> str:
        try:
            name = codecs.lookup(self.encoding).name
        except LookupError:
            raise TawsimError(f"unknown encoding {self.encoding!r}") from None
        text = self._decoded(data, name)
        if text.startswith("\ufeff"):
            self.changed["BOM dropped"] += 1
        return text.removeprefix("\ufeff")

    def _decoded(self, data: bytes, encoding: str) -> str:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError as error:
            if b"\0" in data[:4096] and encoding.startswith("utf-8"):
                raise self.problem(0, "not a text file") from None
            line = data.count(b"\n", 0, error.start) + 1
            name = encoding.removesuffix("-sig").upper()
            raise self.problem(line, f"not {name} (byte 0x{data[error.start]:02X}); name its encoding") from None
        except (LookupError, UnicodeError):  # a codec that is none of text
            raise TawsimError(f"{self.encoding!r} is no encoding of text") from None
        if "\0" in text:
            raise self.problem(0, "not a text file")
        return text

    def _foreign(self, data: bytes) -> bool:
        """Whether the bytes look like text in an encoding other than UTF-8: not UTF-8 with a few broken places."""
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            text = data.decode("utf-8", "replace")
            broken = text.count("\ufffd")
            return sum(character > "\x7f" for character in text) - broken <= broken
        return b"\0" in data

    def _guessed(self, data: bytes) -> str:
        """The text by its most likely encoding, if that makes it Arabic; else one line that asks for the encoding."""
        import charset_normalizer

        guess = charset_normalizer.from_bytes(data[:_SAMPLE]).best()
        name = guess.encoding if guess else None
        if not name or (b"\0" in data and not name.startswith(("utf_16", "utf_32"))):
            what = "not a text file" if b"\0" in data else "not UTF-8, and no other encoding fits"
            raise self.problem(0, what)
        text = self._decoded(data, name)
        letters = [character for character in text if character.isalpha()]
        if sum("\u0600" <= letter <= "\u06ff" for letter in letters) * 2 < len(letters):
            raise self.problem(0, f"not UTF-8 (perhaps {name}); name its encoding")
        self.changed[f"read as {name}"] += 1
        return text
