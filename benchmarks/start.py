"""From the start of the process to a usable window on the sample project, beside a bare PySide6 window.

`python benchmarks/start.py [--quick] [--json FILE]`. The packaged program is measured where dist/ holds one
(`make package`, `make package-lite`), the checkout always. *Warm*: each program is started once before it is measured.
Usable means that the window is painted and the event loop waits: the program then writes the file that the variable
TAWSIM_START_MARK names.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
GOAL_PACKAGED = 1.0
GOAL_CHECKOUT = 1.5
TIMEOUT = 60.0

# The least that a Qt program in Python can do: a window with one line of text.
BARE = """
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.setCentralWidget(QLabel("توسيم"))
window.resize(1200, 800)
window.show()
QTimer.singleShot(0, lambda: open(os.environ["TAWSIM_START_MARK"], "w").close())
app.exec()
"""


def seconds_to_window(command: list[str], folder: Path) -> float:
    """Start the command, wait for its mark, end it; gives the seconds in between."""
    mark = folder / "mark"
    mark.unlink(missing_ok=True)
    environment = os.environ | {"TAWSIM_START_MARK": str(mark)}
    begin = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        while not mark.exists():
            if process.poll() is not None:
                said = process.stderr.read().decode(errors="replace") if process.stderr else ""
                raise SystemExit(f"{command[0]} ended before its window was there: {said[-500:]}")
            if time.perf_counter() - begin > TIMEOUT:
                raise SystemExit(f"{command[0]}: no window after {TIMEOUT:.0f} s")
            time.sleep(0.002)
        return time.perf_counter() - begin
    finally:
        process.terminate()
        process.communicate()


def programs() -> dict[str, tuple[list[str], float]]:
    """What is measured: name to command and goal in seconds."""
    found = {"checkout": ([sys.executable, str(ROOT / "main.py"), "--sample"], GOAL_CHECKOUT)}
    for name in ("Tawsim", "Tawsim-lite"):
        program = ROOT / "dist" / name / ("Tawsim.exe" if sys.platform == "win32" else "Tawsim")
        if sys.platform == "darwin":
            program = ROOT / "dist" / f"{name}.app" / "Contents" / "MacOS" / "Tawsim"
        if program.exists():
            found[f"packaged {name}"] = ([str(program), "--sample"], GOAL_PACKAGED)
    return found


def measure(rounds: int) -> list[dict[str, object]]:
    """One row for each program: the median over the rounds, run in turns with the bare window."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # Nobody's own settings, recent projects or running window take part.
        for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"):
            os.environ[variable] = str(folder / variable.lower())
            (folder / variable.lower()).mkdir(mode=0o700)
        commands = {"bare": ([sys.executable, "-c", BARE], 0.0)} | programs()
        for command, _ in commands.values():
            seconds_to_window(command, folder)
        times: dict[str, list[float]] = {key: [] for key in commands}
        for _ in range(rounds):
            for key, (command, _) in commands.items():
                times[key].append(seconds_to_window(command, folder))
    bare = statistics.median(times.pop("bare"))
    return [
        {
            "what": f"start to usable window, {key}, warm",
            "size": "sample project",
            "value": round(statistics.median(values), 3),
            "unit": "s",
            "alternative": round(bare, 3),
            "goal": commands[key][1],
            "lower_is_better": True,
        }
        for key, values in times.items()
    ]


def main() -> None:
    """Print the table, and write the rows."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--quick", action="store_true", help="3 rounds in place of 9")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the rows there")
    options = parser.parse_args()
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    rows = measure(3 if options.quick else 9)
    print(f"{'':52}{'s':>8}{'bare window':>14}{'goal':>8}")
    for row in rows:
        print(f"{row['what']:52}{row['value']:>8}{row['alternative']:>14}{row['goal']:>8}")
    if not any("packaged" in str(row["what"]) for row in rows):
        print("No packaged program in dist/: `make package` makes one.")
    if options.json:
        options.json.write_text(json.dumps({"rows": rows}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
