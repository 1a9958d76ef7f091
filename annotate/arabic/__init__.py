"""Pure functions on Arabic text: tokens, sentences, folding for search, clitics. Offsets are code points."""
