"""Other programs' maps and one-way exports at 1,000 statements: whole processes, started cold."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from argmap.exchange import READERS
from argmap.export import FORMATS
from argmap.format import write
from tests.benchmarks.maps import bushy, deductive
from tests.benchmarks.processes import python, whole_process
from tests.benchmarks.table import line, median

SIZE, RUNS, BUDGET = 1_000, 3, 1.0
_SENTENCE = "Claim number {} says something about the harbour & the ferry."
_PER_PARENT = 3


def measure(folder: Path) -> None:
    """Print what exporting to and importing from each format costs."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
    for name, map in (("plain", bushy(SIZE)), ("deductive", deductive(SIZE))):
        source = folder / f"{name}.argmap.toml"
        source.write_bytes(write(map).encode())
        for format in FORMATS.values():
            if format.drawn or format.name == "html":  # figures and the page are measured by themselves
                continue
            target = folder / f"{name}{format.suffix}"
            cpu, memory = _run("export", str(source), "--format", format.name, "-o", str(target))
            line(f"export {format.name}, {SIZE:,} statements, {name}", cpu, BUDGET, f"{memory:.0f} MB")
            if format.name in READERS:
                _import(folder, target, format.name, name)
    for format, text in _foreign((folder / "plain.aif.json").read_text(encoding="utf-8")):
        file = folder / f"foreign.{format}"
        file.write_text(text, encoding="utf-8")
        _import(folder, file, format, "plain")


def _import(folder: Path, file: Path, format: str, kind: str) -> None:
    costs = []
    for run in range(RUNS):
        target = folder / f"{kind}-{format}-{run}.argmap.toml"
        costs.append(whole_process(python(), "-m", "argmap", "import", str(file), "-o", str(target)))
        assert target.stat().st_size > SIZE
    memory = max(cost.memory for cost in costs)
    line(
        f"import {format}, {SIZE:,} statements, {kind}",
        median([cost.cpu for cost in costs]),
        BUDGET,
        f"{memory:.0f} MB",
    )


def _run(*arguments: str) -> tuple[float, float]:
    costs = [whole_process(python(), "-m", "argmap", *arguments) for _ in range(RUNS)]
    return median([cost.cpu for cost in costs]), max(cost.memory for cost in costs)


def _foreign(aif: str) -> Iterator[tuple[str, str]]:
    """A file of SIZE statements in each format that argmap doesn't write."""
    graph = json.loads(aif)
    plain = {
        key: [{k: v for k, v in each.items() if k != "argmap"} for each in graph[key]] for key in ("nodes", "edges")
    }
    yield "xaif", json.dumps({"AIF": plain, "text": ""})
    nodes = [{"id": n["nodeID"], "type": n["type"], "text": n["text"], "x": 1, "y": 1} for n in plain["nodes"]]
    by_id = {node["id"]: node for node in nodes}
    edges = [{"from": by_id[e["fromID"]], "to": by_id[e["toID"]]} for e in plain["edges"]]
    yield "ova", json.dumps({"nodes": nodes, "edges": edges})
    parents = [(number - 1) // _PER_PARENT for number in range(SIZE)]
    yield (
        "microtexts",
        "\n".join(
            [
                "<?xml version='1.0' encoding='UTF-8'?>",
                '<arggraph id="large">',
                *(
                    f'<edu id="e{n}">{escape(_SENTENCE.format(n))}</edu><adu id="a{n}" type="pro"/>'
                    for n in range(SIZE)
                ),
                *(f'<edge id="s{n}" src="e{n}" trg="a{n}" type="seg"/>' for n in range(SIZE)),
                *(f'<edge id="c{n}" src="a{n}" trg="a{parents[n]}" type="sup"/>' for n in range(1, SIZE)),
                "</arggraph>",
            ]
        ),
    )
    numbers = ["1"]
    lines = ["Discussion Title: A large one", "", f"1. {_SENTENCE.format(0)}"]
    for n in range(1, SIZE):
        numbers.append(f"{numbers[parents[n]]}.{(n - 1) % _PER_PARENT + 1}")
        lines.append(f"{numbers[n]}. {'Con' if n % 5 == 0 else 'Pro'}: {_SENTENCE.format(n)}")
    yield "kialo", "\n".join(lines)
