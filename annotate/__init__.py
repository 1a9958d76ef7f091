"""What annotating is: documents, spans, relations, edits. Knows no Qt and no SQL."""
