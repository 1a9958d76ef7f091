"""A server on loopback that does to a download what networks do."""

import hashlib
import json
import pickle
import re
import threading
import zipfile
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path


def zipped(files: dict[str, bytes]) -> bytes:
    """A zip of these files, stored as they are, so that half a download is half the bytes."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


CONFIG = {"model_type": "bert", "id2label": {"0": "O", "1": "B-LOC", "2": "I-LOC"}}
MODEL = {
    "config.json": json.dumps(CONFIG).encode(),
    "vocab.txt": b"[PAD]\n[UNK]\n",
    # In the form of a file of torch, but no weights are in it.
    "pytorch_model.bin": zipped({"model/data.pkl": pickle.dumps({}), "model/data/0": bytes(range(256)) * 4096}),
    "training_args.bin": b"a pickle",
    "LICENSE": b"the licence",
}


def write_catalogue(seeds: Path, url: str, content: bytes, files: dict[str, bytes]) -> None:
    """Write a catalogue whose ner-arabert lies at ``url``; the morphology is offered, but nowhere."""

    def package(destination: str, size: int) -> dict[str, object]:
        return {
            "url": url,
            "version": "1.0.0",
            "size": size,
            "sha256": hashlib.sha256(content).hexdigest(),
            "destination": destination,
            "license": "AraBERT",
            "description": "Named Entity Recognition",
            "files": [{"path": name, "sha256": hashlib.sha256(data).hexdigest()} for name, data in files.items()],
        }

    size = sum(map(len, files.values()))
    packages = {
        "ner-arabert": package("ner/arabert", size),
        "morphology-db-msa-r13": package("morphology_db/calima-msa-r13", 40_471_399),
    }
    (seeds / "camel").mkdir(parents=True, exist_ok=True)
    (seeds / "camel" / "catalogue.json").write_text(json.dumps({"packages": packages}), encoding="utf-8")


class Server:
    """Serves ``content``, whose version is ``etag``; each request is answered as the next of ``plan`` says, then
    ``serve`` for good. ``starts`` and ``asked_if`` are what requests began at, and the version that they asked for."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.etag = '"1"'
        self.asked_if: list[str | None] = []
        self.plan: list[Callable[[Answer, int], None]] = []
        self.starts: list[int] = []
        self.silent, self.released = threading.Event(), threading.Event()
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                found = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", ""))
                start = int(found.group(1)) if found else 0
                server.starts.append(start)
                asked = self.headers.get("If-Range")
                server.asked_if.append(asked)
                if asked not in (None, server.etag):
                    start = 0
                act = server.plan.pop(0) if server.plan else serve
                act(Answer(server, self), start)
                self.close_connection = True

            def log_message(self, format: str, *args: object) -> None:
                pass

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._http.server_port}/ner_arabert.zip"
        self._thread = threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.02})
        self._thread.start()

    def close(self) -> None:
        """Let stalled answers go and stop."""
        self.released.set()
        self._http.shutdown()
        self._thread.join()
        self._http.server_close()


class Answer:
    """One answer of the server."""

    def __init__(self, server: Server, handler: BaseHTTPRequestHandler) -> None:
        self.server = server
        self._handler = handler

    def head(self, status: int, length: int | None, **headers: str) -> None:
        """Send status and headers; ``length`` is what Content-Length says, true or not."""
        self._handler.send_response(status)
        if length is not None:
            self._handler.send_header("Content-Length", str(length))
        for name, value in headers.items():
            self._handler.send_header(name.replace("_", "-"), value)
        self._handler.send_header("Connection", "close")
        self._handler.end_headers()

    def body(self, content: bytes) -> None:
        """Send bytes, as far as anyone still listens."""
        try:
            self._handler.wfile.write(content)
            self._handler.wfile.flush()
        except OSError:
            pass


def serve(answer: Answer, start: int) -> None:
    """What an honest server does, ranges included."""
    content = answer.server.content
    if start >= len(content) > 0:
        answer.head(416, 0)
    elif start:
        rest = content[start:]
        place = f"bytes {start}-{len(content) - 1}/{len(content)}"
        answer.head(206, len(rest), Content_Range=place, ETag=answer.server.etag)
        answer.body(rest)
    else:
        answer.head(200, len(content), ETag=answer.server.etag)
        answer.body(content)


def drop(answer: Answer, start: int) -> None:
    """Half of what is left, then the connection is gone."""
    rest = answer.server.content[start:]
    end = len(answer.server.content) - 1
    place = f"bytes {start}-{end}/{end + 1}"
    answer.head(206 if start else 200, len(rest), Content_Range=place, ETag=answer.server.etag)
    answer.body(rest[: len(rest) // 2])


def stall(answer: Answer, start: int) -> None:
    """Headers, and then nothing."""
    answer.head(200, len(answer.server.content))
    answer.server.silent.set()
    answer.server.released.wait(20)


def say_nothing(answer: Answer, start: int) -> None:
    """Not even headers."""
    answer.server.silent.set()
    answer.server.released.wait(20)


def break_down(answer: Answer, start: int) -> None:
    """A third, and then nothing, over a connection that stands."""
    answer.head(200, len(answer.server.content), ETag=answer.server.etag)
    answer.body(answer.server.content[: len(answer.server.content) // 3])
    answer.server.silent.set()
    answer.server.released.wait(20)


def without_ranges(answer: Answer, start: int) -> None:
    """Always all of it, whatever was asked for."""
    answer.head(200, len(answer.server.content))
    answer.body(answer.server.content)


def not_found(answer: Answer, start: int) -> None:
    page = b"<html>Not Found</html>"
    answer.head(404, len(page))
    answer.body(page)


def broken(answer: Answer, start: int) -> None:
    answer.head(503, 0)


def too_short(answer: Answer, start: int) -> None:
    """Content-Length says less than there is."""
    answer.head(200, 1000)
    answer.body(answer.server.content)


def too_long(answer: Answer, start: int) -> None:
    """Content-Length says more than ever comes."""
    if start:
        serve(answer, start)
    else:
        answer.head(200, len(answer.server.content) + 5000)
        answer.body(answer.server.content)


def wrong_bytes(answer: Answer, start: int) -> None:
    answer.head(200, len(answer.server.content))
    answer.body(answer.server.content[::-1])


def endless(answer: Answer, start: int) -> None:
    """More than the catalogue says, without a length."""
    answer.head(200, None)
    for _ in range(8):
        answer.body(answer.server.content)


def to_itself(answer: Answer, start: int) -> None:
    """A redirect that leads back here, again and again."""
    answer.server.plan[:0] = [to_itself] * (not answer.server.plan and len(answer.server.starts) < 31)
    answer.head(302, 0, Location=answer.server.url)
