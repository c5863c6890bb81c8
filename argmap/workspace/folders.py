"""The folders that argmap keeps for one user; nothing in a map ever points into them."""

import os
from pathlib import Path

import platformdirs

_NAME = "argmap"
CONFIG_VARIABLE = "ARGMAP_CONFIG"


def config_file() -> Path:
    """The configuration file: what ARGMAP_CONFIG names, or config.toml in the user's configuration folder."""
    named = os.environ.get(CONFIG_VARIABLE)
    return Path(named) if named else platformdirs.user_config_path(_NAME, appauthor=False) / "config.toml"


def state_folder() -> Path:
    """Where recovery files and what the app remembers are kept; it may not exist yet."""
    return platformdirs.user_state_path(_NAME, appauthor=False)
