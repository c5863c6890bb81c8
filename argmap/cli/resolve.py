"""`argmap resolve`: settle the conflicts that a merge left in a map."""

import re
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from argmap.cli.console import Failure, say, say_line
from argmap.workspace.files import read_bytes, replace_file, resolved

_MARKER = re.compile(rb"^(<{7,}|>{7,})( |\r?$)", re.MULTILINE)


class Take(StrEnum):
    """Whose version is taken."""

    ours = "ours"
    theirs = "theirs"
    both = "both"
    base = "base"


def run(
    file: Annotated[Path, typer.Argument(readable=False, help="A map with conflict markers in it.")],
    take: Annotated[
        Take | None,
        typer.Option(
            help="Whose version. Both joins lists, and keeps the other text in the note; base is what both began from."
        ),
    ] = None,
    only: Annotated[list[int] | None, typer.Option("--only", metavar="NUMBER", help="Only this conflict.")] = None,
) -> int:
    """List the conflicts that a merge left in a map, or settle them; exits with 1 while any stands.

    The app does the same by key: `argmap FILE`. Afterwards, `git add FILE` tells git.

    \b
    Examples:
      argmap resolve bridge.argmap.toml
      argmap resolve bridge.argmap.toml --take theirs --only 2
      argmap resolve bridge.argmap.toml --take ours
    """
    from argmap.format import read
    from argmap.git.conflicted import Conflicted
    from argmap.git.map_file import NotMerged
    from argmap.git.merge import Choice, new_problems

    data = read_bytes(file)
    try:
        found = Conflicted.of(data, file)
    except NotMerged as error:
        raise Failure(f"{file}: {error}; mend it by hand, or `git checkout -m {file}` merges it again") from None
    if found is None and _MARKER.search(data):
        raise Failure(f"{file}: its conflict markers are not whole; `argmap check {file}` tells the lines")
    if found is None:
        say_line(f"{file} holds no merge conflict")
        return 0
    told = found.questions()
    if take is None and not told:
        say_line(f"nothing in {file} is in conflict any more; --take both merges it")
        return 1
    if take is None:
        for number, question in enumerate(told, 1):
            say_line(f"{number}. {question.about}")
            say_line(f"   ours:   {question.ours}")
            say_line(f"   theirs: {question.theirs}")
        say(f"{len(told)} to settle: --take ours, theirs or both, for all or (--only NUMBER) for one")
        return 1
    if wrong := [number for number in only or () if not 1 <= number <= len(told)]:
        raise Failure(f"there is no conflict {wrong[0]} in {file}; there are {len(told)}")
    choice: Choice = take.value
    wanted = [question for number, question in enumerate(told, 1) if not only or number in only]
    unfit = [question for question in wanted if choice != "base" and choice not in question.choices]
    choices = {question.conflict.at: choice for question in wanted if question not in unfit}
    for question in unfit:
        say_line(f"left: {question.about} ({choice} is no answer here; take ours or theirs)", error=True)
    settled = found.settled(choices)
    replace_file(resolved(file), settled)
    left = len(told) - len(choices)
    if left:
        say_line(f"settled {len(choices)} in {file}; {left} left")
        return 1
    versions = found.merge.files
    problems = new_problems(read(settled).map, versions["ours"].map, versions["theirs"].map)
    for problem in problems:
        say_line(f"{file}: {problem.message}", error=True)
    say_line(f"settled {len(choices)} in {file}; `git add {file}` tells git")
    return 1 if problems else 0
