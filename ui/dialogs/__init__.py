"""Dialogs: only where a choice is really needed."""
