"""Running Graphviz: the bundled engine, or by choice the system's `dot`."""

import shutil
import subprocess
from functools import lru_cache
from pathlib import Path
from typing import Literal, TypeAlias

from argmap.diagram.error import DiagramError

Engine: TypeAlias = Literal["bundled", "system"]
_PACKAGE, _PROGRAM = "graphviz-pure", "graphviz-pure"
_TIMEOUT = 120
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows: no console pops up


@lru_cache(maxsize=1)
def bundled_program() -> Path | None:
    """The bundled engine's program, found through its package's file list, not PATH."""
    from importlib.metadata import PackageNotFoundError, files

    try:
        listed = files(_PACKAGE) or ()
    except PackageNotFoundError:
        return None
    found = [Path(str(file.locate())).resolve() for file in listed if file.stem == _PROGRAM]
    return next((path for path in found if path.is_file()), None)


def program(engine: Engine) -> str:
    """The engine's program; raises DiagramError, naming the other choice, where it isn't there."""
    if engine == "system":
        if (found := shutil.which("dot")) is None:
            raise DiagramError("no `dot` on PATH: install Graphviz, or use the bundled engine")
        return found
    if (bundled := bundled_program()) is None:
        raise DiagramError(
            f"the bundled Graphviz engine is missing: install the package {_PACKAGE}, "
            "or choose the system's `dot` (engine: system)"
        )
    return str(bundled)


def run(dot: str, layout: Literal["dot", "neato"], output: str, engine: Engine) -> str:
    """Graphviz' output for a DOT text: laid out by `dot`, or drawn at its own positions by `neato`.

    Raises DiagramError when the engine fails. Safe to call from several threads.
    """
    command = [program(engine), f"-K{layout}", f"-T{output}", "-q"]
    if layout == "neato":
        command.append("-n2")
    try:
        done = subprocess.run(
            command,
            input=dot.encode(),
            capture_output=True,
            timeout=_TIMEOUT,
            check=False,
            creationflags=_NO_WINDOW,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise DiagramError(f"the {engine} Graphviz engine did not run: {error}{_other(engine)}") from error
    if done.returncode or not done.stdout:
        why = done.stderr.decode(errors="replace").strip() or f"exit status {done.returncode}"
        raise DiagramError(f"the {engine} Graphviz engine failed: {why[:500]}{_other(engine)}")
    return done.stdout.decode()


def _other(engine: Engine) -> str:
    other = "the bundled engine" if engine == "system" else "the system's `dot` (engine: system)"
    return f"; try {other} instead"
