"""Reading and saving in a process that runs already."""

from pathlib import Path

from argmap import edit
from argmap.edit import History
from argmap.format import read
from argmap.workspace.files import open_map, save_map
from tests.benchmarks.maps import written
from tests.benchmarks.processes import own_cpu
from tests.benchmarks.table import line


def measure(folder: Path) -> None:
    """Print what reading and saving cost."""
    path = written(folder, 10_000)
    data = path.read_bytes()
    line("read 10,000 statements", own_cpu(lambda: read(data)), 0.5)
    opened = open_map(path)

    def saved() -> None:
        history = History(opened.map, opened.document)
        history.apply(edit.reword(history.map, "s5000", "Another sentence."))
        save_map(path, history.document, history.map, "")

    line("edit and save 10,000 statements (re-read included)", own_cpu(saved, 3), 1.0)
