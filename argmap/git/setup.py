"""Setting a repository up so that git merges and shows maps by argmap, and taking exactly that back."""

import contextlib
import errno
import os
import re
import shutil
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from argmap.git import attributes
from argmap.git.attributes import RULE
from argmap.git.drivers import settings
from argmap.git.repository import GitError, Repository

ATTRIBUTES = ".gitattributes"
_CACHE = "refs/notes/textconv/argmap"
_ADDED_RULE = "argmap.setup.addedRule"
"""Set where set-up put the line for maps into .gitattributes, so that undo takes it out though it was committed."""
_ADDED_NEWLINE = "argmap.setup.addedNewline"
"""Set where the configuration's last line had no end, which git gives it before it adds any."""
_EMPTY_SECTION = re.compile(
    rb'^\[(?:(?:merge|diff|difftool|mergetool) "argmap"|argmap "setup")\]\n(?=\[|\Z)', re.MULTILINE
)


def set_up(repository: Repository, program: str) -> tuple[str, ...]:
    """Have git merge and show the maps of a repository by argmap, which a shell calls as `program`.

    The settings go into the repository's own configuration, which its working trees share, the line for
    maps into .gitattributes. Returns what was done, in words; nothing where all is set up. Raises
    GitError, and leaves everything as it was, where maps have other drivers or a file can't be written.
    """
    file, config = repository.root / ATTRIBUTES, _config_file(repository)
    _refuse_other_drivers(repository)
    was = _settings(repository)
    new = {key: value for key, value in settings(program).items() if was.get(key.lower()) != [value]}
    needs_rule = not all(attributes.wanted(each) for each in attributes.given(repository))
    if not new and not needs_rule:
        return ()
    with _or_as_it_was(file, config):
        if needs_rule:
            _add_rule(repository, file)
        noted = {_ADDED_RULE: needs_rule, _ADDED_NEWLINE: not _ends_its_last_line(config)}
        for key, value in [*new.items(), *((key, "true") for key, done in noted.items() if done)]:
            repository.git("config", "--local", "--replace-all", key, value)
    added = [f"{ATTRIBUTES}: a line for {attributes.PATTERN}, at the top; commit it"] if needs_rule else []
    return (*added, *_settings_told(was, new, program))


def undo(repository: Repository) -> tuple[str, ...]:
    """Take back what `set_up` did and nothing else; a file that it made goes.

    Returns what was done, in words; nothing where there was nothing to undo. Raises GitError.
    """
    file = repository.root / ATTRIBUTES
    was = _settings(repository)
    ours = [key for key in (*settings(""), _ADDED_NEWLINE, _ADDED_RULE) if key.lower() in was]
    told = []
    if _holds_our_rule(repository, file, was):
        rest = attributes.without_rule(file.read_bytes())
        _replace(file, rest or None)
        told.append(f"{ATTRIBUTES}: {'the line for maps taken out' if rest else 'removed'}")
    if repository.tried("rev-parse", "--verify", "--quiet", _CACHE) is not None:
        repository.git("update-ref", "-d", _CACHE)
        told.append(f"{_CACHE}: removed, a cache of what git showed")
    for key in ours:
        repository.git("config", "--local", "--unset-all", key)
    if ours:
        _tidy(_config_file(repository), added_newline=_ADDED_NEWLINE.lower() in was)
        told.append(f"git's settings: {_sections(ours)} removed")
    return tuple(told)


def _refuse_other_drivers(repository: Repository) -> None:
    for each in attributes.given(repository):
        if each.value == "unspecified" or attributes.wanted(each):
            continue
        where = attributes.place_of(repository, each)
        said = f"is {each.value}" if each.value in ("set", "unset") else f'is "{each.value}"'
        raise GitError(
            f"nothing was set up: {where} says that {each.attribute} {said} for {each.name}; take it out, or put this "
            f"line below it, and try again: {RULE}"
        )


def _add_rule(repository: Repository, file: Path) -> None:
    if file.is_symlink():
        raise GitError(f"nothing was set up: {file} is a link, which git does not read; put a file there")
    if file.exists() and not file.is_file():
        raise GitError(
            f"nothing was set up: {file} is not a regular file; git reads attributes from a file of that name"
        )
    if not file.exists() and repository.git("ls-files", "--", ATTRIBUTES):
        raise GitError(f"nothing was set up: {file} is missing; `git checkout -- {ATTRIBUTES}` brings it back")
    before = file.read_bytes() if file.exists() else b""
    if not attributes.holds_rule(before):
        _replace(file, attributes.with_rule(before))
    for each in attributes.given(repository):
        if not attributes.wanted(each):
            raise GitError(
                f"nothing was set up: with a line for maps in {file}, {each.attribute} is still {each.value} for "
                f"{each.name}; another attributes file has the last word (see: git help attributes)"
            )


def _holds_our_rule(repository: Repository, file: Path, was: Mapping[str, list[str]]) -> bool:
    """Whether the rule stands in .gitattributes by our doing: recorded so, or not committed yet."""
    if file.is_symlink() or not file.is_file() or not attributes.holds_rule(file.read_bytes()):
        return False
    committed = repository.tried("show", f"HEAD:{ATTRIBUTES}") or ""
    return _ADDED_RULE.lower() in was or RULE not in committed.splitlines()


def _settings(repository: Repository) -> Mapping[str, list[str]]:
    """The repository's own settings by key, in lower case but for its middle, as git tells them."""
    found = defaultdict(list)
    for line in (repository.tried("config", "--local", "--list", "-z") or "").split("\0"):
        key, _, value = line.partition("\n")
        found[key].append(value)
    return found


def _settings_told(was: Mapping[str, list[str]], new: Mapping[str, str], program: str) -> Iterator[str]:
    changed = [key for key in new if key.lower() in was]
    added = [key for key in new if key not in changed]
    calling = [key for key in changed if new[key] != settings("")[key]]
    if added:
        yield f"git's settings: {_sections(added)} added; argmap is called as {program}"
    if calling:
        yield f"git's settings: {', '.join(calling)} changed; argmap is called as {program}"
    for key in changed:
        if key not in calling:
            yield f"git's settings: {key} changed; it was: {', '.join(was[key.lower()])}"


def _sections(keys: Collection[str]) -> str:
    return ", ".join(dict.fromkeys(key.rpartition(".")[0] for key in keys if not key.startswith("argmap.")))


def _config_file(repository: Repository) -> Path:
    return Path(os.path.realpath(repository.root / (repository.tried("rev-parse", "--git-path", "config") or "")))


def _tidy(config: Path, *, added_newline: bool) -> None:
    """Take out what git leaves of our settings: a section's empty header behind a comment, an added line end."""
    data = config.read_bytes()
    rest = _EMPTY_SECTION.sub(b"", data)
    rest = rest.removesuffix(b"\n") if added_newline else rest
    if rest != data:
        _replace(config, rest)


def _ends_its_last_line(file: Path) -> bool:
    data = file.read_bytes() if file.exists() else b""
    return not data or data.endswith(b"\n")


@contextlib.contextmanager
def _or_as_it_was(*files: Path) -> Iterator[None]:
    """Put files back byte for byte where what is done meanwhile fails."""
    before = {file: _bytes(file) for file in files}
    try:
        yield
    except BaseException:
        for file, data in before.items():
            if _bytes(file) != data:
                _replace(file, data)
        raise


def _bytes(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None


def _replace(file: Path, data: bytes | None) -> None:
    """Replace a file as git does, by a new one that locks it meanwhile; None removes it. Raises GitError."""
    lock = file.with_name(f"{file.name}.lock")
    try:
        if file.exists() and not os.access(file, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        new = lock.open("xb")
        try:
            with new:
                new.write(data or b"")
                new.flush()
                os.fsync(new.fileno())
            if data is None:
                file.unlink()
            else:
                if file.exists():
                    shutil.copymode(file, lock)
                os.replace(lock, file)
        finally:
            lock.unlink(missing_ok=True)
    except FileExistsError:
        raise GitError(f"another program is changing {file}; try again, or remove {lock} if none is") from None
    except OSError as error:
        raise GitError(f"{file} can't be written: {(error.strerror or str(error)).lower()}") from None
