"""argmap: argument maps authored in the terminal, kept in git, printed as figures."""

__version__ = "0.1.0"
