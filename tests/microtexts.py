"""The arg-microtexts (Peldszus and Stede 2015): not part of the project, so tests skip without them."""

import os
from pathlib import Path

import pytest

FOLDER = Path(
    os.environ.get("ARGMAP_MICROTEXTS")
    or Path(__file__).resolve().parent.parent.parent / "shared" / "data" / "arg-microtexts"
)
FILES = tuple(sorted(FOLDER.glob("*.xml")))
needed = pytest.mark.skipif(
    not FILES,
    reason="the microtexts are not part of the project: neither at ../shared/data/arg-microtexts nor ARGMAP_MICROTEXTS",
)
