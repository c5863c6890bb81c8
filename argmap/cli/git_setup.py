"""`argmap git-setup`: have git merge and show maps by argmap."""

from pathlib import Path
from typing import Annotated

import typer

from argmap.cli.console import say, say_line


def run(
    folder: Annotated[Path, typer.Argument(readable=False, help="Any folder in the repository.")] = Path("."),
    undo: Annotated[bool, typer.Option("--undo", help="Take back exactly what this command did.")] = False,
) -> int:
    """Set a git repository up for maps: merged by statement, not by line; shown as arguments, not as TOML.

    Adds a line to .gitattributes, which can be committed: where nothing is set up, git treats maps as text, as
    before. The rest is in the repository's own settings. Then `git merge`, `rebase` and so on merge maps by argmap,
    `git diff`, `log -p`, `show` and `blame` show a line a fact under the reason it stands in, and
    `git difftool -t argmap` and `git mergetool -t argmap` open maps. `git diff --no-textconv` shows the file itself,
    as a patch that can be applied.

    \b
    Examples:
      argmap git-setup
      argmap git-setup --undo
    """
    from argmap.git import setup
    from argmap.git.drivers import program
    from argmap.git.repository import Repository

    repository = Repository.of(folder)
    done = setup.undo(repository) if undo else setup.set_up(repository, program())
    if not done:
        say("nothing to undo: nothing is set up" if undo else "nothing to do: all is set up")
    for words in done:
        say_line(words)
    return 0
