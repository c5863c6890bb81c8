"""Fitting figures to pages: lengths, what venues ask for, the search for what fits, parts where nothing does."""
