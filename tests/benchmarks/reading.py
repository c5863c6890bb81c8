"""The source pane with a text of 200 KB that 1,000 statements point into, on a real pseudo-terminal, 120x40."""

from pathlib import Path

from argmap.source import Document, Passage, anchor_to
from tests.benchmarks.processes import Terminal, python
from tests.benchmarks.scenes import Scene, Step
from tests.benchmarks.table import heading, median, ms, ninetieth, row

_TEXT = Path(__file__).resolve().parent.parent.parent / "maps" / "night-bus.md"
_BYTES, _ANCHORS = 200_000, 1_000
_OFTEN, _REST = 8, 0.3
_BUDGET = 0.016
_TOLD = "¶[0-9]+:"

_SCENES: tuple[Scene, ...] = (
    (Step(b"\x1b[B", _TOLD, "next sentence"), Step(b"\x1b[A", _TOLD, "previous sentence")),
    (Step(b"\x1b[C", _TOLD, "next word"),),
    (Step(b"\x1b[B", _TOLD), Step(b"\x1b[1;2B", _TOLD, "extend")),
    (Step(b"J", _TOLD, "next paragraph"),),
    (Step(b"\x1b[6~", _TOLD, "page down"),),
    (Step(b"w", _TOLD, "next unmapped"),),
    (Step(b"c", _TOLD, "next offered"),),
    (Step(b"m", "takes it back", "anchor"), Step(b"u", "took back", "undo it")),
)


def measure(folder: Path) -> None:
    """Print what each key of the source pane costs until it is painted."""
    path = _written(folder)
    heading("source pane, 200 KB (ms of CPU)", "median", "90th", "of 16 ms")
    with Terminal(python(), "-m", "argmap", str(path)) as terminal:
        terminal.until("Statement 1 ")
        terminal.rest(_REST)
        terminal.key(b"5", _TOLD)
        terminal.rest(_REST)
        for scene in _SCENES:
            painted: dict[str, list[float]] = {step.name: [] for step in scene if step.name is not None}
            for _ in range(_OFTEN):
                for step in scene:
                    seconds = terminal.key(step.key, step.shows)
                    terminal.rest(_REST)
                    if step.name is not None:
                        painted[step.name].append(seconds)
            for name, times in painted.items():
                row(name, ms(median(times)), ms(ninetieth(times)), median(times) / _BUDGET)


def _written(folder: Path) -> Path:
    """A map of a root and its anchored premises, and its text: the example's over and over, no two alike."""
    once = _TEXT.read_text(encoding="utf-8")
    copies = range(_BYTES // len(once.encode()) + 1)
    text = "\n\n".join(once.replace("Kelderby", f"Kelderby{number}") for number in copies)
    (folder / "text.md").write_text(text, encoding="utf-8")
    document = Document.of(text)
    step = max(len(document.sentences) // _ANCHORS, 1)
    lines = ["argmap = 1\n[source.text]\nfile = 'text.md'\n[statement.root]\ntext = 'Statement 1 is so.'"]
    lines.append("[reason.because]\nfor = 'root'")
    for number, sentence in enumerate(document.sentences[::step][:_ANCHORS]):
        lines.append(_statement(document, sentence, number + 2))
    path = folder / "reading.argmap.toml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _statement(document: Document, sentence: Passage, number: int) -> str:
    anchor = anchor_to(document, "text", sentence)
    statement = f'[statement.s{number}]\ntext = "Statement {number} is so."\nin = "because"'
    if anchor is None:
        return statement
    tail = f'to = """{anchor.tail}""", ' if anchor.tail else ""
    where = f'para = {anchor.para}, from = """{anchor.head}""", {tail}words = {anchor.words}, hash = "{anchor.hash}"'
    return f'{statement}\nanchor = {{ source = "text", {where} }}'
