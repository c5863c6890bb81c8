"""One table of a map file merged as text: its keys by their values, its comments by their words."""

import tomllib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from argmap.format.blocks import comments, headers, lines_of
from argmap.format.keys import body_start, key_spans
from argmap.git.map_file import NotMerged

HEADER, TAIL = "[", "]"
"""The names of the parts of a table that are no keys: its header with what is above it, and its end."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a table's text: the lines of comments above a key, and the key with its value and comment."""

    above: str
    body: str

    @property
    def text(self) -> str:
        """All of it."""
        return self.above + self.body


def parts_of(text: str, *, head: bool = False) -> dict[str, Part] | None:
    """A table's text by key, in order; None where a key stands in it in several pieces. `head`: it has no header."""
    start = 0 if head else body_start(text)
    spans = key_spans(text, start)
    names = [span.name for span in spans]
    if any(span.dotted for span in spans) or len(set(names)) < len(names) or len(headers(text)) > (0 if head else 1):
        return None
    line = text.rfind("\n", 0, start - 1) + 1 if start else 0
    found = {} if head else {HEADER: Part(text[:line], text[line:start])}
    at = start
    for span in spans:
        found[span.name] = Part(text[at : span.line], text[span.line : span.end])
        at = span.end
    found[TAIL] = Part("", text[at:])
    return found


def same_text(one: str | None, other: str | None) -> bool:
    """Whether two tables' texts are the same but for blank lines behind them."""
    return one is not None and other is not None and one.rstrip() == other.rstrip()


def added_comments(before: str | None, after: str | None) -> Counter[str]:
    """The comments that a text has and another lacks."""
    return Counter(comments(after or "")) - Counter(comments(before or ""))


def merged_text(
    base: str,
    ours: str,
    theirs: str,
    values: Mapping[str, str],
    apart: Collection[str] = (),
    *,
    head: bool = False,
) -> str:
    """A table's text from three; `values` says whose value ("base", "ours", "theirs") a key is to have, "" for none.

    Of the other keys the text that one side alone changed is taken; comments of both are joined, but for those behind
    and in the values of the keys that are in conflict (`apart`): they go with their value. Raises NotMerged for a table
    that is written in several pieces.
    """
    three = [parts_of(text, head=head) for text in (base, ours, theirs)]
    if any(parts is None for parts in three):
        raise NotMerged("both sides changed a table that is written in several pieces (dotted keys or sub-tables)")
    was, mine, other = (parts or {} for parts in three)
    text = "".join(
        _merged_part(name, was.get(name), mine.get(name), other.get(name), values.get(name))
        for name in _names(mine, other)
    )
    lost = (added_comments(base, ours) | added_comments(base, theirs)) - added_comments(base, text)
    for parts in (mine, other):
        for name in apart:
            lost -= Counter(comments(parts[name].body)) if name in parts else Counter()
    return with_comments(text, lost, head=head)


def with_comments(text: str, lost: Counter[str], *, head: bool = False) -> str:
    """A table's text with comments put above its header; in the head, above its first key."""
    if not lost:
        return text
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = "".join(f"{comment}{newline}" for comment in lost.elements())
    at = 0
    if not head:
        start = body_start(text)
        at = text.rfind("\n", 0, start - 1) + 1
    return text[:at] + lines + text[at:]


def raw_cells(text: str) -> dict[str, Any]:
    """The keys and values that a table's text holds by itself; none where it isn't whole."""
    try:
        table: Any = tomllib.loads(text)
    except (ValueError, RecursionError):
        return {}
    for header in headers(text)[:1]:
        for name in header.path:
            table = table.get(name, {}) if isinstance(table, dict) else {}
    return table if isinstance(table, dict) else {}


def _names(mine: Mapping[str, Part], other: Mapping[str, Part]) -> Iterator[str]:
    """The parts in the order of ours; what theirs alone has stands behind what it stands behind there."""
    behind: dict[str | None, list[str]] = {}
    last: str | None = None
    for name in other:
        if name in mine:
            last = name
        else:
            behind.setdefault(last, []).append(name)
    yield from behind.get(None, ())
    for name in mine:
        yield name
        if name != TAIL:
            yield from behind.get(name, ())


def _merged_part(name: str, was: Part | None, mine: Part | None, other: Part | None, value: str | None) -> str:
    if value == "":
        return ""
    wanted = {"base": was, "ours": mine, "theirs": other}.get(value or "")
    if wanted is None:
        if mine == other or other == was:
            return mine.text if mine is not None else ""
        if mine == was:
            return other.text if other is not None else ""
        wanted = other if mine is None or (was is not None and mine.body == was.body) else mine
    nothing = Part("", "")
    base, ours, theirs = was or nothing, mine or nothing, other or nothing
    if name == TAIL:
        return "".join(_joined(lines_of(base.body), lines_of(ours.body), lines_of(theirs.body)))
    above = _joined(lines_of(base.above), lines_of(ours.above), lines_of(theirs.above))
    return "".join(above) + (wanted.body if wanted is not None else "")


def _joined(base: Iterable[str], ours: Iterable[str], theirs: Iterable[str]) -> list[str]:
    """Ours lines without those that theirs took out, and behind them those that theirs added."""
    there, before = [*theirs], [*base]
    gone, come = Counter(before) - Counter(there), Counter(there) - Counter(before) - (Counter(ours) - Counter(before))
    kept = []
    for line in ours:
        if gone[line] > 0:
            gone[line] -= 1
        else:
            kept.append(line)
    for line in there:
        if come[line] > 0:
            come[line] -= 1
            kept.append(line)
    return kept
