"""Downloading a large file so that nothing wrong ever arrives: resumed, bounded, checked by its SHA-256."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import requests
from requests.exceptions import ChunkedEncodingError, ConnectionError, RequestException, Timeout

from annotate.errors import TawsimError
from annotate.suggest.camel_transfer import Cancelled, ModelCancelled, Progress, hash_of

# Bytes read from the network at a time; so many are lost when a connection breaks.
_BLOCK = 1 << 15
# Blocks that may wait for the disk.
_AHEAD = 16
# Seconds to connect, and seconds without a byte.
_TIMEOUTS = (10.0, 10.0)
# Seconds between two looks at ``cancelled`` while nothing comes.
_POLL = 0.1
# How often in a row a connection may bring nothing before we give up, and the seconds between two of them.
_TRIES = 4
_PAUSE = 2.0
_TRANSIENT = (ConnectionError, Timeout, ChunkedEncodingError)


def download(url: str, target: Path, sha256: str, most: int, progress: Progress, cancelled: Cancelled) -> None:
    """Download ``url`` (a zip of at most ``most`` bytes) to ``target``, which exists afterwards and has that hash.

    What came before an interruption, a cancel or an error of the network lies in ``target`` with ``.part`` behind its
    name and is continued from, as long as the server still has that version of the file. ``cancelled`` is asked
    several times a second, also while the server keeps silent. Raises TawsimError (one line) for a server that cannot
    be reached, refuses, keeps stalling or sends something else, and ModelCancelled.
    """
    if target.exists() and hash_of(target, cancelled) == sha256:
        return  # it came, and then unpacking was cut short
    part = target.with_name(target.name + ".part")
    # A part may be the beginning of an older file; then all comes once more.
    for _ in range(2 if _size(part) else 1):
        _fill(url, part, most, progress, cancelled)
        right = hash_of(part, cancelled) == sha256
        _version(part).unlink(missing_ok=True)
        if right:
            part.replace(target)
            return
        part.unlink()
    raise TawsimError(f"{url}: what came is not the file that the catalogue describes (its SHA-256 differs)")


def _fill(url: str, part: Path, most: int, progress: Progress, cancelled: Cancelled) -> None:
    """Continue ``part`` until the server says that it is whole, over as many connections as it takes."""
    failures = 0
    while True:
        before = _size(part)
        try:
            _receive(url, part, most, progress, cancelled)
            return
        except _TRANSIENT as error:
            failures = 1 if _size(part) > before else failures + 1
            if failures >= _TRIES:
                raise TawsimError(f"{url}: {_reason(error)}; what came is kept for the next time") from None
        except RequestException as error:
            raise TawsimError(f"{url}: {_reason(error)}") from None
        _wait(_PAUSE, cancelled)


def _receive(url: str, part: Path, most: int, progress: Progress, cancelled: Cancelled) -> None:
    size, version = _size(part), _version(part)
    known = version.read_text("utf-8") if version.exists() else ""
    with part.open("ab") as file, closing(_beside(_blocks(url, size, known), cancelled)) as blocks:
        for block in blocks:
            if block.at == 0:  # the first block of all, or the server begins anew
                file.truncate(0)
                version.write_text(block.version, "utf-8")
            size = block.at + len(block.data)
            if size > most:
                raise TawsimError(f"{url}: more comes than the catalogue says")
            file.write(block.data)
            progress("download", size, max(block.total, size))


@dataclass(frozen=True, slots=True)
class _Block:
    """Bytes of the file from ``at`` on; what the server says is its length in all, 0 for nothing, and its version."""

    at: int
    data: bytes
    total: int
    version: str


def _blocks(url: str, size: int, version: str) -> Iterator[_Block]:
    """The file from ``size`` on, where it still has that version, else all of it; nothing where nothing is left."""
    headers = {"Accept-Encoding": "identity"}
    if size:
        headers["Range"] = f"bytes={size}-"
    if size and version:
        headers["If-Range"] = version
    with requests.get(url, headers=headers, stream=True, timeout=_TIMEOUTS) as answer:
        if answer.status_code == requests.codes.requested_range_not_satisfiable:
            return  # nothing comes behind what is there: the hash will tell
        if answer.status_code >= 500:
            raise ConnectionError(f"the server answered {answer.status_code}")
        if answer.status_code not in (requests.codes.ok, requests.codes.partial_content):
            raise TawsimError(f"{url}: the server answered {answer.status_code} {answer.reason}")
        if answer.status_code == requests.codes.ok or f"bytes {size}-" not in answer.headers.get("Content-Range", ""):
            size = 0
        length = answer.headers.get("Content-Length", "")
        total = size + int(length) if length.isdecimal() else 0
        named = answer.headers.get("ETag", "")
        # Of a weak ETag the bytes may differ: only a strong one, or a date, may be asked for.
        version = named if named.startswith('"') else answer.headers.get("Last-Modified", "")
        for data in answer.iter_content(_BLOCK):
            yield _Block(size, data, total, version)
            size += len(data)


def _beside(blocks: Iterator[_Block], cancelled: Cancelled) -> Generator[_Block, None, None]:
    """The blocks, read by a thread of its own: a network may keep silent for long, a cancel does not wait for it.

    Whoever goes early leaves the thread to itself: it ends with the next byte, or when its time is out.
    """
    came: queue.Queue[_Block | Exception | None] = queue.Queue(_AHEAD)
    left = threading.Event()

    def read() -> None:
        end = None
        try:
            for block in blocks:
                came.put(block)
                if left.is_set():
                    return
        except Exception as error:  # raised where somebody waits for it
            end = error
        came.put(end)

    threading.Thread(target=read, name="download", daemon=True).start()
    try:
        while True:
            _check(cancelled)
            try:
                block = came.get(timeout=_POLL)
            except queue.Empty:
                continue
            if block is None:
                return
            if isinstance(block, Exception):
                raise block
            yield block
    finally:
        left.set()
        while not came.empty():  # or the thread would wait for room for ever
            came.get_nowait()


def _wait(seconds: float, cancelled: Cancelled) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        _check(cancelled)
        time.sleep(0.05)


def _check(cancelled: Cancelled) -> None:
    if cancelled():
        raise ModelCancelled("cancelled; what came is kept for the next time")


def _version(part: Path) -> Path:
    """Where the version of the file stands (an ETag or a date, as the server wrote it) whose beginning ``part`` is."""
    return part.with_name(part.name + ".version")


def _size(part: Path) -> int:
    return part.stat().st_size if part.exists() else 0


def _reason(error: RequestException) -> str:
    if isinstance(error, Timeout) or "timed out" in str(error):
        return "the server does not answer"
    if isinstance(error, ChunkedEncodingError):
        return "the connection keeps breaking off"
    if isinstance(error, ConnectionError) and not str(error).startswith("the server"):
        return "the server cannot be reached"
    return str(error).partition("\n")[0]
