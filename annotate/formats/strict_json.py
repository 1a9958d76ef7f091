"""JSON from strangers and JSON for strangers: no doubled keys, no NaN, no depth that kills; nothing that cuts lines."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, TypeVar

T = TypeVar("T")
Json = Any
"""What JSON holds."""

_DEPTH = 100
_CUTTERS = re.compile("[\u0085\u2028\u2029]")
_KINDS = {str: "a string", int: "a whole number", list: "a list", dict: "an object", bool: "true or false"}


class BadJson(ValueError):
    """What is wrong with a piece of JSON, in one line."""


def load(text: str) -> Json:
    """The value of a JSON text. Raises BadJson, also for NaN, doubled keys, lone surrogates and endless nesting."""
    try:
        value = json.loads(text, parse_constant=_no_constant, object_pairs_hook=_object)
    except BadJson:
        raise
    except json.JSONDecodeError as error:
        raise BadJson(f"not JSON: {error.msg} at character {error.pos + 1}") from None
    except RecursionError:
        raise BadJson("not readable: nested too deep") from None
    except ValueError as error:
        raise BadJson(f"not JSON: {error}") from None
    if text.count("[") + text.count("{") > _DEPTH and _depth_exceeds(value, _DEPTH):
        raise BadJson("not readable: nested too deep")
    if "\\u" in text:
        _check_surrogates(value)
    return value


def dump(value: Json) -> str:
    """One line of JSON in UTF-8 without needless escapes; U+0085, U+2028 and U+2029 are escaped, they cut lines."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _CUTTERS.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def an_object(value: Json, what: str = "record") -> dict[str, Any]:
    """The value, which must be an object. Raises BadJson."""
    return _of_kind(value, dict, what)


def get(record: Mapping[str, Any], key: str, kind: type[T], default: T | None = None) -> T:
    """The value under a key, which must be of this kind; without ``default`` it must be there. Raises BadJson."""
    if key not in record:
        if default is None:
            raise BadJson(f'"{key}" is missing')
        return default
    return _of_kind(record[key], kind, f'"{key}"')


def _of_kind(value: Json, kind: type[T], what: str) -> T:
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        value = float(value)
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise BadJson(f"{what} is not {_KINDS.get(kind, 'a number')}")
    return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise BadJson(f"the key {next(name for name in names if names.count(name) > 1)!r} stands twice")
    return found


def _no_constant(name: str) -> None:
    raise BadJson(f"{name} is no number")


def _check_surrogates(value: Json) -> None:
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise BadJson("half of a surrogate pair stands alone") from None


def _depth_exceeds(value: Json, depth: int) -> bool:
    level = [value]
    for _ in range(depth):
        level = [
            inner
            for item in level
            if isinstance(item, list | dict)
            for inner in (item.values() if isinstance(item, dict) else item)
        ]
        if not level:
            return False
    return True
