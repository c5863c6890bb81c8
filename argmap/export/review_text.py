"""The map as text for reviewing: what `git diff`, `git log -p` and `git blame` show of it.

Every reason and objection is a block with its premises, in the order of the file; whatever stands in
none has a block of its own. Ids, no labels, since labels renumber; one line a fact; no depth, so that
an edit changes the lines it is about and no others.
"""

from collections.abc import Iterator
from typing import Any

from argmap.format import emit
from argmap.model import Anchor, ArgumentMap, Entry, Inference, Objection, Sentence
from argmap.model.formula import And, Atom, Not, Or
from argmap.model.formula import write as write_formula
from argmap.model.roles import roles_among, roots_among
from argmap.model.visible import visible

_IN_HEAD = {"source": "title", "scenario": "title", "statement": "text", "conditional": "text"}
_UNSAID = frozenset({"for", "against", "in", "rule"})


def review_text(map: ArgumentMap) -> str:
    """The map as text for reviewing; the same map gives the same text, whatever its file's layout."""
    blocks = [_facts(emit.root_cells(map), "")]
    roots = roots_among(map.entries, map.entries, map.links, map.main)
    roles = roles_among(map.entries, map.entries, map.links, roots)
    for id, entry in map.entries.items():
        if isinstance(entry, Inference):
            blocks.append(_inference(map, id, entry))
        elif not isinstance(entry, Sentence):
            blocks.append(_entry(map, f"{entry.kind} ", id, entry))
        elif not _home(map, entry):
            blocks.append(_entry(map, f"{roles[id]} ", id, entry))
    return "\n\n".join("\n".join(_line(line) for line in block) for block in blocks if block) + "\n"


def raw_text(data: bytes) -> str:
    """The text of a file that is no map, for the same readers."""
    text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n")
    return visible(text).removesuffix("\n") + "\n"


def _inference(map: ArgumentMap, id: str, entry: Inference) -> list[str]:
    """A block such as `because [because-dry] for water, by modus ponens`, its own facts, its premises."""
    head = f"but [{id}] against" if isinstance(entry, Objection) else f"because [{id}] for"
    rule = {None: "", "none": ", not claimed to be deductive"}.get(entry.rule, f", by {entry.rule}")
    lines = [f"{head} {entry.target}{rule}", *_facts(emit.cells(entry), "  ")]
    for member in map.links.members.get(id, ()):
        sentence = map.entries[member]
        assert isinstance(sentence, Sentence)
        home = _home(map, sentence)
        lines += _entry(map, "  ", member, sentence) if home == id else [f"  [{member}], as in {home}"]
    return lines


def _home(map: ArgumentMap, entry: Sentence) -> str | None:
    """The inference in whose block a sentence is told: the first of those it stands in."""
    return next((id for id in entry.stands_in if map.inference(id) is not None), None)


def _entry(map: ArgumentMap, before: str, id: str, entry: Entry) -> list[str]:
    cells = dict(emit.cells(entry))
    words = cells.pop(_IN_HEAD[entry.kind], None)
    indent = " " * (len(before) - len(before.lstrip())) + "  "
    dangling = [parent for parent in getattr(entry, "stands_in", ()) if map.inference(parent) is None]
    return [
        f"{before}[{id}]" + (f" {words}" if words is not None else ""),
        *(f"{indent}in: {parent} (not in the map)" for parent in dangling),
        *_facts(cells, indent),
    ]


def _facts(cells: Any, indent: str) -> list[str]:
    return [f"{indent}{fact}" for key, value in cells.items() if key not in _UNSAID for fact in _told(key, value)]


def _told(key: str, value: Any) -> Iterator[str]:
    match value:
        case True:
            yield key
        case Anchor():
            yield f"{key}: {_anchor(value)}"
        case Atom() | Not() | And() | Or():
            yield f"{key}: {write_formula(value)}"
        case tuple() if key in ("anchor", "suppose"):
            for item in value:
                yield from _told(key, item)
        case tuple():
            yield f"{key}: {', '.join(value)}"
        case _:
            yield f"{key}: {value}"


def _anchor(anchor: Anchor) -> str:
    words = f'{anchor.source}, para {anchor.para}, from "{anchor.head}"'
    words += f' to "{anchor.tail}"' if anchor.tail is not None else ""
    words += f", {anchor.words} words" if anchor.words is not None else ""
    return words + (f", hash {anchor.hash}" if anchor.hash is not None else "")


def _line(text: str) -> str:
    return visible(text).replace("\n", "␊")
