"""Mending a map's anchors from the command line: what is safe at once, the rest as a person says."""

import sys
from collections import Counter
from collections.abc import Mapping, Sequence

from argmap.check.repairs import Pointer, digests, doubtful, repair, repaired
from argmap.cli.console import Failure, say_line, say_wrapped
from argmap.cli.parts import entry_named
from argmap.cli.source.parts import save, titled, words_at
from argmap.model import ArgumentMap
from argmap.model.wording import sentence
from argmap.source import Status, Texts
from argmap.source.verified import Verified, briefly, verified
from argmap.workspace.files import Opened

_DONE: Mapping[Status, str] = {
    "unverified": "words and hash filled in for {}",
    "exact": "words filled in for {}",
    "moved": "{} followed that had moved",
    "changed": "{} accepted that had changed",
}


def fixed(current: Opened, texts: Texts, accept: Sequence[str], *, asking: bool) -> tuple[ArgumentMap, str]:
    """Mend a map and save it; the map as it is now, and what was done, in words.

    `accept` names whose changed passages are accepted; about the others a person is asked, or (not `asking`)
    they are left. Raises Failure for a name that no such anchor has, and WorkspaceError as saving does.
    """
    map = current.map
    waiting = doubtful(map, texts)
    accepted = {one[:2] for name in accept for one in _named(current, waiting, name)}
    if asking:
        accepted |= _asked(current, texts, [one for one in waiting if one[:2] not in accepted])
    edited = repair(map, texts, accepted)
    if edited is None:
        return map, ""
    save(current, edited)
    return edited[0], _done(map, texts, accepted)


def is_asked() -> bool:
    """Whether there is a person at a terminal who can answer."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def before_and_after(map: ArgumentMap, texts: Texts, one: Verified) -> None:
    """Print what an anchor says of its passage, and the words proposed for it."""
    passage, now = one.found.passage, one.found.anchor
    assert passage is not None
    assert now is not None
    words = words_at(texts.documents[one.anchor.source], passage)
    count = f", {one.anchor.words} words" if one.anchor.words is not None else ""
    label = map.outline.label(one.id)
    say_line(f"  {label}{f' ({one.id})' if label != one.id else ''}:")
    if map.sentence(one.id) is not None:
        say_wrapped(sentence(map, one.id), "    ")
    say_wrapped(f"was: {briefly(one.anchor)}{count}", "    ")
    say_wrapped(f"now: “{words}” (¶{now.para}), {now.words} words", "    ")


def _named(current: Opened, waiting: Sequence[Verified], name: str) -> list[Verified]:
    id = entry_named(current.map, name)
    found = [one for one in waiting if one.id == id]
    if not found:
        known = "nothing by that name" if id is None else "no changed passage there"
        raise Failure(f"--accept {name}: {current.path} has {known}; `argmap source check {current.path}` tells which")
    return found


def _asked(current: Opened, texts: Texts, waiting: Sequence[Verified]) -> set[Pointer]:
    """Which of the anchors a person at the terminal accepts; the end of input leaves the rest."""
    accepted: set[Pointer] = set()
    if waiting:
        say_line(f"{current.path}:")
    for one in waiting:
        before_and_after(current.map, texts, one)
        try:
            if _yes("    Does it still say so? [y/n] "):
                accepted.add(one[:2])
        except EOFError:
            say_line("")
            break
    return accepted


def _yes(question: str) -> bool:
    while (answer := input(question).strip().lower()) not in ("y", "yes", "n", "no"):
        pass
    return answer.startswith("y")


def _done(map: ArgumentMap, texts: Texts, accepted: set[Pointer]) -> str:
    anew = repaired(map, texts, accepted)
    count = Counter(
        one.found.status for one in verified(map, texts) if one.id in anew and anew[one.id][one.at] != one.anchor
    )
    parts = [words.format(count[status]) for status, words in _DONE.items() if count[status]]
    parts += [f"sha256 written for {titled(map, id)}" for id in digests(map, texts, accepted)]
    return ", ".join(parts)
