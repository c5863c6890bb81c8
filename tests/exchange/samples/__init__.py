"""A file of each format that is read, called by the reader's name: `kialo.txt`."""

from pathlib import Path

SAMPLES = {
    path.name.partition(".")[0]: path
    for path in sorted(Path(__file__).parent.iterdir())
    if path.is_file() and path.suffix != ".py"
}
