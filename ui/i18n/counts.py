"""Every text with a number in it that changes with the number (Arabic has six forms)."""

from __future__ import annotations

from PySide6.QtCore import QObject


class Counts(QObject):
    """Counted things in the language of the interface. ``%Ln`` is the number in its numerals."""

    def documents(self, n: int) -> str:
        """So many documents."""
        return self.tr("%Ln document(s)", "", n)

    def spans(self, n: int) -> str:
        """So many spans."""
        return self.tr("%Ln span(s)", "", n)

    def relations(self, n: int) -> str:
        """So many relations."""
        return self.tr("%Ln relation(s)", "", n)

    def suggestions(self, n: int) -> str:
        """So many suggestions."""
        return self.tr("%Ln suggestion(s)", "", n)

    def pending(self, n: int) -> str:
        """So many suggestions are open."""
        return self.tr("%Ln pending", "", n)

    def findings(self, n: int) -> str:
        """So many findings."""
        return self.tr("%Ln finding(s)", "", n)

    def questions(self, n: int) -> str:
        """So many questions."""
        return self.tr("%Ln question(s)", "", n)

    def accepted(self, n: int) -> str:
        """What accepting the rest of a sentence did."""
        return self.tr("Accepted %Ln suggestion(s), marked as read.", "", n)

    def removed_relations(self, n: int) -> str:
        """A span went, and its relations with it."""
        return self.tr("Removed with %Ln relation(s).", "", n)

    def left_out(self, n: int) -> str:
        """What an export could not hold as it is."""
        return self.tr("%Ln loss(es): what this format cannot hold as it is", "", n)

    def suggesting(self, n: int) -> str:
        """A job's title."""
        return self.tr("Suggesting for %Ln document(s)", "", n)

    def suggested(self, n: int) -> str:
        """What suggesting gave."""
        return self.tr("%Ln new suggestion(s).", "", n)

    def imported(self, n: int) -> str:
        """What an import brought."""
        return self.tr("Imported %Ln document(s).", "", n)

    def hits(self, n: int) -> str:
        """How often something was found."""
        return self.tr("%Ln hit(s)", "", n)

    def problems(self, n: int) -> str:
        """How many files or lines could not be read."""
        return self.tr("%Ln problem(s)", "", n)

    def places(self, n: int) -> str:
        """In how many places something stands."""
        return self.tr("%Ln place(s)", "", n)

    def differences(self, n: int) -> str:
        """So many differences between layers."""
        return self.tr("%Ln difference(s)", "", n)

    def labels(self, n: int) -> str:
        """So many labels."""
        return self.tr("%Ln label(s)", "", n)

    def last_days(self, n: int) -> str:
        """A period that ends today."""
        return self.tr("Last %Ln day(s)", "", n)

    def minutes_left(self, n: int) -> str:
        """How long a job will take."""
        return self.tr("%Ln minute(s) left", "", n)

    def seconds_left(self, n: int) -> str:
        """How long a job will take."""
        return self.tr("%Ln second(s) left", "", n)

    def words_a_second(self, n: int) -> str:
        """How fast a model is."""
        return self.tr("%Ln word(s) a second", "", n)
