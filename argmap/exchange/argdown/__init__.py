"""Argdown, the text language for argument maps (argdown.org/syntax): reading it, and writing it."""
