"""Which key is where: from what the system reports of a key press to the key's place on the keyboard.

A place is named after what a US keyboard prints there (``X``, ``[``, ``1``); a key that prints nothing by its name
(``Enter``, ``F6``). Letters, brackets and the top row's digits are found by scan code, because an Arabic layout
reports ء where the X is and an AZERTY one & where the 1 is.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_ROWS = ("`1234567890-=", "QWERTYUIOP[]", "ASDFGHJKL;'", "ZXCVBNM,./")

# First code of each row as the kernel (and Windows: both descend from the PC's set 1) numbers it.
_SET1_FIRST = (41, 16, 30, 44)
_X11_OFFSET = 8

# macOS virtual key codes, which follow no row (Events.h, kVK_ANSI_…).
_MAC = {
    **dict(zip("ASDFHGZXCV", range(10), strict=True)),
    **dict(zip("BQWERYT123465=97-80]OU[IP", range(11, 36), strict=True)),
    **dict(zip("LJ'K;", range(37, 42), strict=True)),
    ",": 43,
    "/": 44,
    "N": 45,
    "M": 46,
    ".": 47,
    "`": 50,
}

_NAMED: dict[int, str] = {
    Qt.Key.Key_Return.value: "Enter",
    Qt.Key.Key_Enter.value: "Enter",
    Qt.Key.Key_Tab.value: "Tab",
    Qt.Key.Key_Backtab.value: "Tab",
    Qt.Key.Key_Escape.value: "Esc",
    Qt.Key.Key_Delete.value: "Delete",
    Qt.Key.Key_Backspace.value: "Backspace",
    Qt.Key.Key_Left.value: "Left",
    Qt.Key.Key_Right.value: "Right",
    Qt.Key.Key_Up.value: "Up",
    Qt.Key.Key_Down.value: "Down",
    Qt.Key.Key_Home.value: "Home",
    Qt.Key.Key_End.value: "End",
    Qt.Key.Key_PageUp.value: "PgUp",
    Qt.Key.Key_PageDown.value: "PgDown",
    Qt.Key.Key_Space.value: "Space",
    Qt.Key.Key_Plus.value: "=",
    **{Qt.Key.Key_F1.value + n: f"F{n + 1}" for n in range(12)},
}

# Where Arabic 101 (also ara(basic) of xkeyboard-config, and the Mac's layout on these keys) prints what.
ARABIC_101 = dict(
    zip(
        "QWERTYUIOP[]ASDFGHJKL;'ZXCVNM,./",
        "ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظ",
        strict=True,
    )
) | {"B": "لا", "`": "ذ"}

_BY_ARABIC = {letter: place for place, letter in ARABIC_101.items()}
_BY_DIGIT = {sign: str(value) for value, sign in enumerate("٠١٢٣٤٥٦٧٨٩")}
_SHIFTED = dict(zip('~!@#$%^&*()_+{}|:"<>', "`1234567890-=[]\\;',.", strict=True))


def scan_code_place(platform: str, scan_code: int, virtual_key: int) -> str | None:
    """The place of a key from the system's numbers, or None when they say nothing.

    ``platform`` is Qt's platform name. X11 and Wayland report the kernel's code plus eight, Windows its scan code,
    macOS only a virtual key.
    """
    if platform == "cocoa":
        return next((place for place, code in _MAC.items() if code == virtual_key), None) if scan_code else None
    code = scan_code if platform == "windows" else scan_code - _X11_OFFSET
    for first, row in zip(_SET1_FIRST, _ROWS, strict=True):
        # The backquote of the first row has a code of its own, far from the digits.
        if row[0] == "`":
            if code == first:
                return "`"
            first, row = 2, row[1:]
        if first <= code < first + len(row):
            return row[code - first]
    return None


def place(event: QKeyEvent, platform: str) -> str:
    """The name of the key's place; empty for keys that mean nothing here (Shift alone, media keys).

    A letter that a Latin layout prints counts as that letter (Ctrl+Z stays where the user's layout has Z); all else
    goes by scan code; without one (on-screen keyboards, remote screens) by what the known Arabic layouts print where.
    """
    key = event.key()
    if named := _NAMED.get(key):
        return named
    text = event.text()
    if event.modifiers() & Qt.KeyboardModifier.KeypadModifier:
        return _BY_DIGIT.get(text, chr(key) if 0x20 < key < 0x7F else "")
    if Qt.Key.Key_A.value <= key <= Qt.Key.Key_Z.value:
        return chr(key)
    if found := scan_code_place(platform, event.nativeScanCode(), event.nativeVirtualKey()):
        return found
    if found := _BY_ARABIC.get(text) or _BY_DIGIT.get(text):
        return found
    return _printed(key)


def _printed(key: int) -> str:
    """The place of a printed sign without scan code: as on a US keyboard, shifted signs too."""
    sign = chr(key) if 0x20 < key < 0x2000 else ""
    return _BY_ARABIC.get(sign) or _BY_DIGIT.get(sign) or _SHIFTED.get(sign, sign)
