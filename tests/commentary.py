"""The commentary that maps/togo-2018.argmap.toml is drawn from: not part of the project, so tests skip without it."""

import os
from pathlib import Path

import pytest

PATH = Path(
    os.environ.get("ARGMAP_COMMENTARY")
    or Path(__file__).resolve().parent.parent.parent / "shared" / "commentary" / "togo-2018.txt"
)
needed = pytest.mark.skipif(
    not PATH.is_file(),
    reason="the commentary is not part of the project: it is neither at ../shared/commentary/ nor at ARGMAP_COMMENTARY",
)
