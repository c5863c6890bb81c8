"""What git is told about maps: how they are merged, shown in diffs, and opened in its tools.

Git hands these values to `sh`. Whatever becomes of the program, a merge must keep both sides' words and
a diff must not fail, so both fall back to what every system has.
"""

import contextlib
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from argmap.git.repository import GitError

_MERGE = r"""limit=; timeout 1 true 2>/dev/null && limit='timeout 120'
$limit {argmap} merge --driver --marker-size %L --path %P %O %A %B; status=$?
test $status = 0 && exit 0
test $status = 1 && grep -q '^<\{{%L\}}' %A && exit 1
echo "argmap could not merge this map (status $status); it is merged as text:" %P >&2
git merge-file --diff3 --marker-size=%L -L ours -L base -L theirs %A %O %B || exit 1
test $status != 1"""
"""A program that is missing, fails or is killed leaves *ours* without a marker, and `git add` would drop *theirs*.

Python that can't load a program exits with 1, too: a conflict is one only where there are markers.
"""

_TEXTCONV = """show() {{ {argmap} show --format review -- "$1" 2>/dev/null || cat -- "$1"; }}; show"""
"""Git keeps what this prints for as long as the value stays the same: another format needs another value."""

_FUNCTION_NAMES = (
    r"^(\[[a-z]+\..*\])[[:space:]]*$" "\n" r"^((conclusion|proposition|loose|because|but|source|scenario) \[.*)$"
)
"""A table's header in the file itself, and the first line of a block in the text for reviewing."""

_WORDS = r"[[:alnum:]_'-]+|[^[:space:]!-~]+|[^[:space:]]"
"""Words, runs of what is not ASCII (so that no locale splits a character into its bytes), and signs one by one."""


def settings(program: str) -> Mapping[str, str]:
    """Git's settings for maps by key; `program` is how a shell calls argmap."""
    in_driver = program.replace("%", "%%")
    return {
        "merge.argmap.name": "argument maps, merged by statement (argmap)",
        "merge.argmap.driver": _MERGE.format(argmap=in_driver),
        "merge.argmap.recursive": "binary",
        "diff.argmap.textconv": _TEXTCONV.format(argmap=program),
        "diff.argmap.cachetextconv": "true",
        "diff.argmap.xfuncname": _FUNCTION_NAMES,
        "diff.argmap.wordRegex": _WORDS,
        "difftool.argmap.cmd": f'{program} diff "$LOCAL" "$REMOTE"',
        "mergetool.argmap.cmd": f'{program} "$MERGED"',
        "mergetool.argmap.trustExitCode": "false",
    }


def program() -> str:
    """How a shell calls this very argmap: by its name where that is found anywhere, else by its path.

    The folder of a virtual environment is on the PATH only while it is active, so that a program there
    is called by its path. Raises GitError where no shell can call it.
    """
    name = "argmap.exe" if os.name == "nt" else "argmap"
    script = next((path for path in (Path(sys.argv[0]), Path(sys.executable).with_name(name)) if _runs(path)), None)
    found = shutil.which("argmap")
    if script is not None:
        if found is not None and os.path.samefile(found, script) and not _in_environment(Path(found)):
            return "argmap"
        return shlex.quote(script.absolute().as_posix())
    if _runs_as_module():
        return f"{shlex.quote(Path(sys.executable).as_posix())} -m argmap"
    raise GitError(
        "git can't call argmap: it is not installed for this Python; `pip install .` in its folder does that"
    )


def _runs(path: Path) -> bool:
    return path.stem == "argmap" and path.is_file() and os.access(path, os.X_OK)


def _in_environment(path: Path) -> bool:
    environment = sys.prefix != sys.base_prefix or Path(sys.prefix, "conda-meta").is_dir()
    return environment and path.absolute().is_relative_to(sys.prefix)


def _runs_as_module() -> bool:
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    with contextlib.suppress(OSError):
        called = [sys.executable, "-m", "argmap", "--version"]
        return subprocess.run(called, cwd=Path(sys.executable).parent, env=env, capture_output=True).returncode == 0
    return False
