"""The status line: what the keys do right now, and the long work that goes on beside."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from ui.i18n.counts import Counts
from ui.i18n.language import percent
from ui.jobs import Jobs
from ui.panels.parts import icon_button, key_cap, text_label
from ui.theme import Theme

translate = QCoreApplication.translate


class StatusLine(QWidget):
    """Key caps with their words at the start, the running job with its bar and *Cancel* at the end."""

    def __init__(self, theme: Theme, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(30)
        self._jobs = jobs
        self._hints: list[QWidget] = []
        self._said: list[tuple[str, str]] = []
        self._keys = QWidget()
        self._keys.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._keys.installEventFilter(self)
        self._key_row = QHBoxLayout(self._keys)
        self._key_row.setContentsMargins(0, 0, 0, 0)
        self._key_row.setSpacing(16)
        self._key_row.addStretch(1)
        self._note = text_label("", "status")
        self._job = text_label("", "status")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(88)
        self._share = text_label("", "status")
        self._cancel = icon_button("x", theme, translate("Status", "Cancel"))
        self._cancel.clicked.connect(self.cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self._keys, 1)
        for part in (self._note, self._job, self._bar, self._share, self._cancel):
            row.addWidget(part)
        jobs.changed.connect(self._on_jobs)
        self._on_jobs()

    def hints(self) -> list[tuple[str, str]]:
        """What the line says: (key as shown, word)."""
        return list(self._said)

    def show_hints(self, hints: Sequence[tuple[str, str]]) -> None:
        """Say what the keys do: (key as shown, word) in order of use; those that find no room are left out."""
        if list(hints) == self._said:
            return
        self._said = list(hints)
        for old in self._hints:
            self._key_row.removeWidget(old)
            old.deleteLater()
        self._hints = [_hint(key, word) for key, word in hints]
        for place, hint in enumerate(self._hints):
            self._key_row.insertWidget(place, hint)
        self.setAccessibleName(", ".join(f"{key}: {word}" for key, word in hints))
        self._fit()

    def say(self, note: str) -> None:
        """A quiet word beside the keys, such as how many suggestions of the sentence are open."""
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show as many hints as there is room for, also where a job or a note takes some of it."""
        if watched is self._keys and event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        room = self._keys.width()
        for hint in self._hints:
            room -= hint.sizeHint().width() + self._key_row.spacing()
            hint.setVisible(room >= -self._key_row.spacing())

    def _on_jobs(self) -> None:
        job = self._jobs.running[0] if self._jobs.running else None
        for part in (self._job, self._bar, self._share, self._cancel):
            part.setVisible(job is not None)
        if job is None:
            return
        self._job.setText(job.title)
        self._bar.setMaximum(100 if job.share else 0)
        self._bar.setValue(round(job.share * 100))
        left = job.seconds_left()
        said = "" if not job.share else percent(job.share) if left is None else _time(left)
        pace = Counts().words_a_second(round(job.pace)) if job.pace else ""
        self._share.setText(" – ".join(filter(None, [said, pace])))

    def cancel(self) -> None:
        """Cancel the job that is shown."""
        if self._jobs.running:
            self._jobs.running[0].cancel()


def _time(seconds: float) -> str:
    counts = Counts()
    return counts.minutes_left(round(seconds / 60)) if seconds > 90 else counts.seconds_left(max(1, round(seconds)))


def _hint(key: str, word: str) -> QWidget:
    found = QWidget()
    row = QHBoxLayout(found)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(key_cap(key))
    row.addWidget(text_label(word, "status"))
    return found
