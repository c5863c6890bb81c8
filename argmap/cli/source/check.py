"""`argmap source check`: whether a map's anchors still point to what they say, and mending them."""

from pathlib import Path
from typing import Annotated, Any

import typer

from argmap.check import check
from argmap.check.repairs import doubtful
from argmap.cli.console import Failure, map_files, opened, print_problems, put, say_line, say_wrapped
from argmap.cli.source.fixing import before_and_after, fixed, is_asked
from argmap.cli.source.parts import Format, standing, words_at
from argmap.format import ReadError
from argmap.model import Anchor, ArgumentMap, Problem, Source
from argmap.source import Found, Texts
from argmap.source.verified import anchors, verified
from argmap.workspace.files import WorkspaceError
from argmap.workspace.sources import texts

_CODES = {*(f"S10{n}" for n in range(1, 8)), "S111"}
"""What is told here of the S family: the state of texts and anchors."""
_IN_SUM = {"S102", "S104"}
"""What is told of all anchors together, or shown before and after."""


def run(
    paths: Annotated[list[Path], typer.Argument(readable=False, help="Maps, or folders with maps in them.")],
    fix: Annotated[
        bool, typer.Option("--fix", help="Fill in words and hashes, follow what moved; ask about what changed.")
    ] = False,
    accept: Annotated[
        list[str] | None,
        typer.Option("--accept", metavar="ID", help="Fix, and accept the changed passage of this id or label."),
    ] = None,
    format: Annotated[Format, typer.Option("--format", help="text, or json.")] = Format.text,
) -> int:
    """Check that each anchor points to the words it was made from: exact, moved, changed or lost.

    --fix never guesses: a passage that has changed is shown before and after, and on a terminal asked about;
    elsewhere it is left until --accept names it. Exits with 1 where an anchor is not exact, or a text not as it was.

    \b
    Examples:
      argmap source check maps/
      argmap source check bridge.argmap.toml --fix
      argmap source check bridge.argmap.toml --accept P3 --accept ferry-full
    """
    files = map_files(paths)
    if accept and len(files) != 1:
        raise Failure("--accept names what stands in one map: name that map alone")
    told: list[dict[str, Any]] = []
    status = 0
    for path in files:
        try:
            current = opened(path)
            found = texts(path, current.map)
            map, done = current.map, ""
            if fix or accept:
                map, done = fixed(current, found, accept or (), asking=format is Format.text and is_asked())
            problems = [problem for problem in check(map, found) if problem.code in _CODES]
        except ReadError as error:
            print_problems(error)
            status = 2
        except WorkspaceError as error:
            say_line(f"argmap: {error}", error=True)
            status = 2
        else:
            told.append(_data(path, map, found, done))
            if format is Format.text:
                _print(path, map, found, problems, done)
            if any(problem.severity != "hint" for problem in problems):
                status = max(status, 1)
    if format is Format.json:
        from argmap.model.visible import json_text

        put((json_text(told, indent=2) + "\n").encode())
    return status


def _print(path: Path, map: ArgumentMap, found: Texts, problems: list[Problem], done: str) -> None:
    unchecked = sum(1 for _, _, anchor in anchors(map) if anchor.source in found.missing)
    told = [standing(verified(map, found)), f"{unchecked} not checked" if unchecked else ""]
    say_line(f"{path}: {', '.join(filter(None, told)) or 'no anchors'}")
    if done:
        say_wrapped(f"fixed: {done}", "  ")
    for problem in problems:
        if problem.code not in _IN_SUM:
            say_wrapped(problem.message + (f" ({problem.advice})" if problem.advice else ""), "  ")
    waiting = doubtful(map, found)
    for one in waiting:
        before_and_after(map, found, one)
    if waiting:
        accept = f"`argmap source check {path} --accept {waiting[0].id}`"
        say_wrapped(f"look whether they still say so: {accept} accepts one, --fix asks about each", "  ")
    if any(problem.code == "S104" for problem in problems) and not done:
        say_wrapped(f"`argmap source check {path} --fix` fills in words and hashes", "  ")


def _data(path: Path, map: ArgumentMap, found: Texts, done: str) -> dict[str, Any]:
    known = {one[:2]: one.found for one in verified(map, found)}
    sources = [id for id, entry in map.entries.items() if isinstance(entry, Source)]
    return {
        "file": str(path),
        "fixed": done or None,
        "sources": [
            {
                "id": id,
                "sha256": found.documents[id].sha256 if id in found.documents else None,
                "why": found.missing.get(id),
            }
            for id in sources
        ],
        "anchors": [
            {
                "id": id,
                "label": map.outline.labels.get(id),
                "anchor": _anchor_data(anchor),
                **_found_data(found, anchor, known.get((id, at))),
            }
            for id, at, anchor in anchors(map)
        ],
    }


def _found_data(texts: Texts, anchor: Anchor, found: Found | None) -> dict[str, Any]:
    if found is None:
        return {"status": "unchecked", "found": None, "passage": None}
    now, passage = found.anchor, found.passage
    return {
        "status": found.status,
        "found": _anchor_data(now) if now is not None else None,
        "passage": words_at(texts.documents[anchor.source], passage) if passage is not None else None,
    }


def _anchor_data(anchor: Anchor) -> dict[str, Any]:
    return anchor.model_dump(mode="json", by_alias=True)
