"""What changed between two maps, for people and programs: as lines of text, as Markdown, as data for JSON."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from argmap.git.cells import cells_of
from argmap.git.differences import Added, Changed, Difference, Moved, Removed, Renamed, differences
from argmap.git.told import counted, told
from argmap.model import Anchor, ArgumentMap
from argmap.model.formula import And, Atom, Not, Or
from argmap.model.formula import write as write_formula
from argmap.model.visible import visible

SIGNS: Mapping[type, str] = {Added: "+", Removed: "−", Changed: "~", Moved: "→", Renamed: "≡"}
"""What stands in front of each sort of change."""
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$&:])")
_CALLING = re.compile(r"(?<=[@#])(?=\w)")


@dataclass(frozen=True)
class Compared:
    """Two versions of a map and what changed between them; `old` is None for a new map, `new` for one that is gone.

    `file` says which map it is, `before` and `after` what was compared.
    """

    file: str
    before: str
    after: str
    old: ArgumentMap | None
    new: ArgumentMap | None
    changes: tuple[Difference, ...]

    @classmethod
    def of(cls, file: str, before: str, after: str, old: ArgumentMap | None, new: ArgumentMap | None) -> "Compared":
        """Compare two maps."""
        changes = differences(old, new) if old is not None and new is not None else ()
        return cls(file, before, after, old, new, changes)

    @property
    def alike(self) -> bool:
        """Whether both say the same."""
        return self.old is not None and self.new is not None and not self.changes

    @property
    def summary(self) -> str:
        """All of it in a few words."""
        if self.old is None or self.new is None:
            map = self.new or self.old or ArgumentMap()
            how = "a new map" if self.old is None else "the map is gone"
            sentences = sum(1 for _ in map.sentences())
            return f"{how}, {sentences} statement{'' if sentences == 1 else 's'}"
        return counted(self.changes) or ("the same argument" if not self.changes else "only the map's head")

    def told(self, change: Difference) -> str:
        """One change in words."""
        assert self.old is not None
        assert self.new is not None
        return change_told(change, self.old, self.new)


def change_told(change: Difference, old: ArgumentMap, new: ArgumentMap) -> str:
    """One change in words; a rewording word by word."""
    match change:
        case Changed(str(id), "text", str(before), str(after)):
            from argmap.git.words import in_one_line, word_diff

            return f"{new.outline.label(id)} reworded: {in_one_line(word_diff(before, after))}"
        case _:
            return told(change, old, new)


def as_text(compared: Compared) -> str:
    """Lines for a terminal: what was compared, then a line for each change."""
    lines = [_one_line(f"{compared.file}: {compared.summary} ({compared.before} → {compared.after})")]
    lines += [f"  {SIGNS[type(change)]} {_one_line(compared.told(change))}" for change in compared.changes]
    return "\n".join(lines)


def as_markdown(compared: Sequence[Compared]) -> str:
    """Markdown for a pull request; nothing in the maps' own words is read as Markdown or HTML."""
    parts = []
    for each in compared:
        lines = [f"### {_escaped(each.file)}", "", f"{_escaped(each.summary)} "]
        lines[-1] += f"({_escaped(each.before)} → {_escaped(each.after)})"
        if each.changes:
            lines.append("")
        lines += [f"- {SIGNS[type(change)]} {_marked_down(each, change)}" for change in each.changes]
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts) if parts else "No map changed.\n"


def as_data(compared: Compared) -> dict[str, Any]:
    """The changes as plain data for JSON."""
    return {
        "file": compared.file,
        "before": compared.before,
        "after": compared.after,
        "summary": compared.summary,
        "changes": [_data(compared, change) for change in compared.changes],
    }


def _data(compared: Compared, change: Difference) -> dict[str, Any]:
    old, new = compared.old, compared.new
    assert old is not None
    assert new is not None
    found: dict[str, Any] = {"change": type(change).__name__.lower(), "told": compared.told(change)}
    if isinstance(change, Renamed):
        return found | {"id": change.new, "kind": new.entries[change.new].kind, "old": change.old, "new": change.new}
    if change.id is not None:
        map = old if isinstance(change, Removed) else new
        found |= {"id": change.id, "kind": map.entries[change.id].kind, "label": map.outline.label(change.id)}
        if isinstance(change, Added | Removed):
            cells = cells_of(map, change.id)
            found["cells"] = {key: plain(value) for key, value in cells.items()}
    else:
        found["id"] = None
    if isinstance(change, Changed):
        found |= {"key": change.key, "old": plain(change.old), "new": plain(change.new)}
    return found


def plain(value: Any) -> Any:
    """A cell's value as JSON can hold it."""
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, Anchor):
        return value.model_dump(mode="json", by_alias=True, exclude_none=True)
    if isinstance(value, Atom | Not | And | Or):
        return write_formula(value)
    return value if value is None or isinstance(value, str | bool | int) else str(value)


def _one_line(words: str) -> str:
    return visible(words).replace("\n", "␊")


def _marked_down(compared: Compared, change: Difference) -> str:
    match change:
        case Changed(str(id), "text", str(before), str(after)) if compared.new is not None:
            from argmap.git.words import word_diff

            marks = {"equal": "{}", "removed": "~~{}~~", "added": "**{}**"}
            words = "".join(_marked(marks[kind], text) for kind, text in word_diff(before, after))
            return f"{_escaped(compared.new.outline.label(id))} reworded: {words}"
        case _:
            return _escaped(compared.told(change))


def _marked(mark: str, text: str) -> str:
    """Text between signs of Markdown, which must stand right beside it."""
    bare = text.strip()
    if not bare:
        return _escaped(text)
    before, _, behind = text.partition(bare)
    return before + mark.format(_escaped(bare)) + behind


def _escaped(words: str) -> str:
    """Words that Markdown shows as they are, and that call nobody and link nothing."""
    return _CALLING.sub("<!-- -->", _MARKDOWN.sub(r"\\\1", _one_line(words)))
