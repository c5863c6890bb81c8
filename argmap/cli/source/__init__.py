"""`argmap source`: the texts a map is drawn from, and what points into them."""

HELP = """The texts a map is drawn from: attach them, check what points into them, see what is mapped.

\b
Examples:
  argmap source attach bridge.argmap.toml report.md
  argmap source check maps/
  argmap source coverage bridge.argmap.toml
"""

COMMANDS = ("attach", "list", "check", "coverage", "candidates")
"""Every command of the group, in the order help lists them; each is the module of its name."""
