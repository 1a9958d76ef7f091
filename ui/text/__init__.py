"""The Arabic text view: layout on demand, painting, hit-testing, keyboard and screen readers."""
