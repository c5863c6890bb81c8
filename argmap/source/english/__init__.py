"""English as far as conditionals and markers need it: words, clauses, connectives and what they join."""
