"""Labels of other tools as ids of ours: ASCII, without white space and without ``|``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from annotate.labels import EntityType, RelationType

_LETTERS = str.maketrans(
    {
        "ا": "a", "أ": "a", "إ": "i", "آ": "aa", "ٱ": "a", "ى": "a", "ء": "", "ؤ": "w", "ئ": "y", "ة": "h", "ب": "b",
        "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "س": "s",
        "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "a", "غ": "gh", "ف": "f", "ق": "q", "ك": "k",
        "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "w", "ي": "y",
    }
)  # fmt: skip
_GAPS = re.compile(r"[\s|]+")
_STRANGE = re.compile(r"[^\x21-\x7b\x7d\x7e]+")


class LabelIds:
    """Gives each label of a file its id: that of the type it names in ``known``, itself if it is ASCII, else a
    transcription. Two different labels never get one id."""

    def __init__(self, known: Iterable[EntityType | RelationType]) -> None:
        self._ids: dict[str, str] = {}
        for item in known:
            for name in (item.id, *item.names.values()):
                self._ids.setdefault(name, item.id)

    def id(self, label: str) -> str:
        """The id of a label as it stands in a file."""
        if label not in self._ids:
            wanted = label if not _GAPS.search(label) and not _STRANGE.search(label) else _transcribed(label)
            id, number = wanted, 1
            while id in self._ids.values() and id != label:
                number += 1
                id = f"{wanted}_{number}"
            self._ids[label] = id
        return self._ids[label]


def _transcribed(label: str) -> str:
    return _STRANGE.sub("", _GAPS.sub("_", label.strip()).translate(_LETTERS)) or "label"
