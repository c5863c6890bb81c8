import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from argmap.diagram import engine
from argmap.diagram.draw import dot
from argmap.diagram.error import DiagramError
from argmap.export.svg import svg
from tests.diagram import samples
from tests.diagram.figures import figure

needs_dot = pytest.mark.skipif(shutil.which("dot") is None, reason="no system Graphviz")


def test_the_bundled_engine_is_found_without_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert "<svg" in engine.run('digraph { a [pos="0,0"] }', "neato", "svg", "bundled")


def test_a_missing_engine_names_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "bundled_program", lambda: None)
    with pytest.raises(DiagramError, match=r"graphviz-pure.*system's `dot`"):
        figure(samples.small())
    monkeypatch.setenv("PATH", "")
    with pytest.raises(DiagramError, match="bundled engine"):
        figure(samples.small(), engine="system")


def test_an_engine_that_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "bundled_program", lambda: Path(shutil.which("false") or "/bin/false"))
    with pytest.raises(DiagramError, match="bundled Graphviz engine failed"):
        figure(samples.small())
    monkeypatch.undo()
    with pytest.raises(DiagramError, match="syntax error"):
        engine.run("digraph {", "dot", "svg", "bundled")


def test_several_threads_draw_the_same() -> None:
    drawn = figure(samples.small())
    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(lambda _: svg(drawn), range(8)))) == 1


@needs_dot
def test_the_system_dot_draws_the_same_boxes() -> None:
    ours, theirs = figure(samples.small()), figure(samples.small(), engine="system")
    assert [cell.name for cell in ours.cells] == [cell.name for cell in theirs.cells]
    assert svg(theirs).count("<text") == svg(ours).count("<text")


@needs_dot
def test_anybodys_graphviz_draws_the_dot_as_it_is() -> None:
    drawn = figure(samples.small())
    done = subprocess.run(
        ["dot", "-Kneato", "-n2", "-Tplain"], input=dot(drawn), capture_output=True, text=True, check=True
    )
    nodes = {row.split(" ")[1]: row.split(" ")[2:4] for row in done.stdout.splitlines() if row.startswith("node C")}
    first, second = (next(cell for cell in drawn.cells if cell.name == name) for name in ("C1", "C2"))
    across = (first.x + first.width / 2 - second.x - second.width / 2) / 72
    assert float(nodes["C1"][0]) - float(nodes["C2"][0]) == pytest.approx(across, abs=0.01)
