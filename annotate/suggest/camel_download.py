"""Downloading a large file so that nothing wrong ever arrives: resumed, bounded, checked by its SHA-256."""

from __future__ import annotations

import time
from pathlib import Path

import requests
from requests.exceptions import ChunkedEncodingError, ConnectionError, RequestException, Timeout

from annotate.errors import TawsimError
from annotate.suggest.camel_transfer import Cancelled, ModelCancelled, Progress, hash_of

# Bytes read from the network at a time; so many are lost when a connection breaks.
_BLOCK = 1 << 15
# Seconds to connect, and seconds without a byte: as long as that a cancel may wait on a stalled server.
_TIMEOUTS = (10.0, 10.0)
# How often in a row a connection may bring nothing before we give up, and the seconds between two of them.
_TRIES = 4
_PAUSE = 2.0
_TRANSIENT = (ConnectionError, Timeout, ChunkedEncodingError)


def download(url: str, target: Path, sha256: str, most: int, progress: Progress, cancelled: Cancelled) -> None:
    """Download ``url`` (a zip of at most ``most`` bytes) to ``target``, which exists afterwards and has that hash.

    What came before an interruption, a cancel or an error of the network lies in ``target`` with ``.part`` behind its
    name and is continued from. Raises TawsimError (one line) for a server that cannot be reached, refuses, keeps
    stalling or sends something else, and ModelCancelled.
    """
    part = target.with_name(target.name + ".part")
    # A part may be the beginning of an older file; then all comes once more.
    for _ in range(2 if part.exists() else 1):
        _fill(url, part, most, progress, cancelled)
        if hash_of(part, cancelled) == sha256:
            part.replace(target)
            return
        part.unlink()
    raise TawsimError(f"{url}: what came is not the file that the catalogue describes (its SHA-256 differs)")


def _fill(url: str, part: Path, most: int, progress: Progress, cancelled: Cancelled) -> None:
    """Continue ``part`` until the server says that it is whole, over as many connections as it takes."""
    failures = 0
    while True:
        before = part.stat().st_size if part.exists() else 0
        try:
            _receive(url, part, most, progress, cancelled)
            return
        except _TRANSIENT as error:
            failures = 1 if part.exists() and part.stat().st_size > before else failures + 1
            if failures >= _TRIES:
                raise TawsimError(f"{url}: {_reason(error)}; what came is kept for the next time") from None
        except RequestException as error:
            raise TawsimError(f"{url}: {_reason(error)}") from None
        _wait(_PAUSE, cancelled)


def _receive(url: str, part: Path, most: int, progress: Progress, cancelled: Cancelled) -> None:
    size = part.stat().st_size if part.exists() else 0
    headers = {"Accept-Encoding": "identity", **({"Range": f"bytes={size}-"} if size else {})}
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
        total = size + (int(length) if length.isdecimal() else 0)
        with part.open("ab" if size else "wb") as file:
            for block in answer.iter_content(_BLOCK):
                if cancelled():
                    raise ModelCancelled("cancelled; what came is kept for the next time")
                size += len(block)
                if size > most:
                    raise TawsimError(f"{url}: more comes than the catalogue says")
                file.write(block)
                progress("download", size, max(total, size))


def _wait(seconds: float, cancelled: Cancelled) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if cancelled():
            raise ModelCancelled("cancelled; what came is kept for the next time")
        time.sleep(0.05)


def _reason(error: RequestException) -> str:
    if isinstance(error, Timeout) or "timed out" in str(error):
        return "the server does not answer"
    if isinstance(error, ChunkedEncodingError):
        return "the connection keeps breaking off"
    if isinstance(error, ConnectionError) and not str(error).startswith("the server"):
        return "the server cannot be reached"
    return str(error).partition("\n")[0]
