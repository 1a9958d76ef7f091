"""The formats: one module each, between a file and ``AnnotatedDocument`` values; the list of them is ``catalogue``."""
