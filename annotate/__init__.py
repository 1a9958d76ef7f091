"""What annotating is: documents, spans, relations, edits. Knows no Qt and no SQL."""

__version__ = "0.1.0"
