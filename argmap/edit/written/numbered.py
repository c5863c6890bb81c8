"""Reading a numbered list of premises and conclusions, argmap's own standard form among them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from argmap.edit.written.data import Said, Step, Written
from argmap.edit.written.lines import LABEL, RULE_LINE, Line

_TAIL = 400
_MOST_IN_RANGE = 100
_MOST_TRIED = 100
_NUMBER = re.compile(rf"(?:[(\[](\d{{1,6}}|{LABEL})[)\]]|({LABEL})(?=[.:)\s])|(\d{{1,6}})(?=[.:)]))[.:)]?\s*(?=\S)")
_REF = rf"[(\[]?(?:{LABEL}|\d{{1,6}})[)\]]?"
_REFS = rf"(?:(?:premises?|lines?|steps?)\s+)?{_REF}(?:(?:\s*,\s*and\s+|\s*[,&–-]\s*|\s+and\s+){_REF})*"
_RULE = r"(?P<{}>[^\W\d_][^\[\](){{}},;]{{0,80}}?)"
_FROM = re.compile(
    rf"(?:\bby\s+{_RULE.format('before')}\s+)?\bfrom\s+(?P<refs>{_REFS})"
    rf"(?:\s*,?\s*\bby\s+{_RULE.format('behind')}(?=\s+\(R\d|[\])]?\.?\Z))?(?:\s+\((?P<label>R\d{{1,6}})\))?"
)
_BRACKETED = re.compile(rf"\s[(\[](?P<refs>{_REFS})(?:\s*[,;:]\s*(?:by\s+)?{_RULE.format('rule')})?[)\]]\.?\Z")
_OWN = re.compile(r"\s\[((?:from|against) .*)\]\.?\Z")
_AGAINST = re.compile(rf"\bagainst\s+(?P<refs>{_REFS})")
_THEREFORE = re.compile(r"(?:therefore|hence|thus|so|∴)\s*[,:]?", re.IGNORECASE)
_DRAWN = re.compile(r"(?:∴\s*|(?:therefore|hence|thus)[,:]\s*|so,\s*)(?=\S)", re.IGNORECASE)
_HEADINGS = {"objections": "against", "mentioned, not asserted": "mentioned"}


@dataclass(eq=False)
class _Item:
    """A line of the list: its number, its statement, and what it says it follows from or is against."""

    line: Line
    key: str
    said: Said
    froms: list[tuple[list[str], str | None, str | None]] = field(default_factory=list)
    against: list[str] = field(default_factory=list)
    rule: str | None = None
    answered: str | None = None
    drawn: bool = False
    mentioned: bool = False


def is_numbered(lines: Sequence[Line]) -> bool:
    """Whether lines are a list of premises and conclusions rather than an outline."""
    if len(lines) < 2 or any(re.match(r"R\d+ reason for ", line.words) for line in lines):
        return False
    numbered = [line for line in lines if _NUMBER.match(line.words)]
    said = [line for line in lines if not _is_therefore(line.words)]
    if len({line.indent for line in numbered or said}) > 1:
        return False
    drawn = len(said) < len(lines) or any(_DRAWN.match(_bare(line.words)) for line in lines[1:])
    if 2 * len(numbered) < len(said):
        return drawn and not numbered
    letters = {match[1] or match[2] or "" for line in numbered if (match := _NUMBER.match(line.words))}
    both = {"P", "C"} <= {key[:1] for key in letters}
    return drawn or both or any(_tells(line.words) for line in numbered)


def read_numbered(lines: Sequence[Line], title: str) -> Written:
    """Read a list; a premise used twice stands in both reasons.

    A line that is drawn as a conclusion and doesn't say from what follows from all the lines above
    that nothing has been drawn from yet.
    """
    written = Written(title=title)
    items = _items(lines, written)
    known: dict[str, _Item] = {}
    for item in items:
        if item.key in known:
            written.notes.append(f"two lines are numbered {item.key}: the last one counts")
        if item.key:
            known[item.key] = item
    _bare_references(items, known)
    steps = _conclude(items, known, written)
    _object(items, known, steps, written)
    used = {id(said) for step in written.steps for said in step.members}
    concluded = {id(step.target) for step in written.steps}
    free = [item.said for item in items if id(item.said) not in used and not item.mentioned]
    written.tops += [said for said in free if id(said) in concluded]
    unused = [said for said in free if id(said) not in concluded]
    if written.steps:
        written.loose += unused
        if unused:
            written.notes.append(f"nothing is drawn from {len(unused)} of the lines: loose in the tray")
    else:
        written.tops += unused
    mentioned = sum(item.mentioned for item in items)
    if mentioned:
        written.notes.append(f"left out {mentioned} that are mentioned only")
    return written


def _is_therefore(words: str) -> bool:
    return RULE_LINE.fullmatch(words) is not None or _THEREFORE.fullmatch(words) is not None


def _bare(words: str) -> str:
    number = _NUMBER.match(words)
    return words[number.end() :] if number else words


def _tells(words: str) -> bool:
    """Whether a line says at its end what it follows from or is against."""
    tail = _tail(_bare(words))
    return _own(tail) is not None or _BRACKETED.search(tail) is not None or _last_from(tail) is not None


def _tail(words: str) -> str:
    return words if words.endswith("]") else words[-_TAIL:]


def _items(lines: Sequence[Line], written: Written) -> list[_Item]:
    items: list[_Item] = []
    numbers = any(_NUMBER.match(line.words) for line in lines)
    drawn, section = False, ""
    for at, line in enumerate(lines):
        number = _NUMBER.match(line.words)
        heading = _HEADINGS.get(line.words.lower().rstrip(":"))
        if _is_therefore(line.words):
            drawn = True
        elif numbers and number is None and heading:
            section = heading
        elif numbers and number is None and items and not line.after_gap:
            items[-1].said.text += f" {line.words}"
        elif numbers and number is None and at == 0:
            written.title = written.title or line.words
        else:
            key = next((key for key in number.groups() if key), "") if number else ""
            item = _Item(line, key, Said(_bare(line.words)), drawn=drawn, mentioned=section == "mentioned")
            items.append(item)
            drawn = False
    for item in items:
        _take_remarks(item)
    if "P" in {item.key[:1] for item in items} and not any(item.froms for item in items):
        for item in items:
            item.drawn = item.drawn or item.key.startswith("C")
    return items


def _take_remarks(item: _Item) -> None:
    words = item.said.text
    if mark := _DRAWN.match(words):
        item.drawn = True
        words = words[mark.end() : mark.end() + 1].upper() + words[mark.end() + 1 :]
    own = _own(_tail(words))
    if own is not None:
        remark, start = own
        words = words[: len(words) - start]
        remark, _, answered = remark.partition("; answered: ")
        item.answered = answered or None
        for part in remark.split("; "):
            if match := _AGAINST.match(part):
                item.against = _refs(match["refs"])
                _, _, rule = part[match.end() :].partition("by ")
                item.rule = rule.strip() or None
            elif match := _FROM.search(part):
                item.froms.append(_source(match))
    elif (found := _last_from(_tail(words))) is not None:
        match, start = found
        words = words[: len(words) - start].rstrip(" ,;:—–-([")
        item.froms.append(_source(match))
    item.said.text = words or item.said.text


def _own(tail: str) -> tuple[str, int] | None:
    """A remark in square brackets at the end, and how far from the end it begins."""
    for opened in islice(re.finditer(r"\s\[(?=from |against )", tail), _MOST_TRIED):
        match = _OWN.match(tail, opened.start())
        if match and (_FROM.match(match[1]) or _AGAINST.match(match[1])):
            return match[1], len(tail) - opened.start()
    return None


def _last_from(tail: str) -> tuple[re.Match[str], int] | None:
    """A "from 1 and 2" at the end of a line, perhaps in brackets, and how far from the end it begins."""
    for opened in islice(re.finditer(r"\b(?:by|from)\s", tail), _MOST_TRIED):
        match = _FROM.match(tail, opened.start())
        if match and not tail[match.end() :].strip(" .)]"):
            return match, len(tail) - match.start()
    return None


def _source(match: re.Match[str]) -> tuple[list[str], str | None, str | None]:
    return _refs(match["refs"]), match["before"] or match["behind"], match["label"]


def _refs(words: str) -> list[str]:
    """The numbers in "1, 2 and 4–6"."""
    found: list[str] = []
    for match in re.finditer(rf"({LABEL}|\d+)[)\]]?(?:\s*[–-]\s*[(\[]?(\d+))?", words):
        found.append(match[1])
        if match[2] and match[1].isdigit():
            first, last = int(match[1]), int(match[2])
            found += map(str, range(first + 1, min(last, first + _MOST_IN_RANGE) + 1))
    return list(dict.fromkeys(found))


def _bare_references(items: Sequence[_Item], known: dict[str, _Item]) -> None:
    """Take "(1, 2)" at the end of a line for what it follows from, where these are lines."""
    for item in items:
        match = _BRACKETED.search(_tail(item.said.text)) if not item.froms and not item.against else None
        if match is None:
            continue
        refs = _refs(match["refs"])
        if item.key not in refs and all(ref in known for ref in refs):
            item.said.text = item.said.text[: len(item.said.text) - len(match[0])]
            item.froms.append((refs, match["rule"], None))


def _conclude(items: Sequence[_Item], known: dict[str, _Item], written: Written) -> dict[str, Step]:
    """The reasons of the list, by their labels where they have one."""
    labelled: dict[str, Step] = {}
    unused: dict[int, Said] = {}
    for item in items:
        if item.drawn and not item.froms and not item.against and not item.mentioned:
            _reason(written, item, list(unused.values()), None)
            unused.clear()
        for refs, rule, label in item.froms:
            members = [known[ref].said for ref in refs if ref in known]
            _tell_missing(written, item, refs, known)
            step = _reason(written, item, members, rule)
            if step is not None and label:
                labelled[label] = step
            for said in members:
                unused.pop(id(said), None)
        if not item.against and not item.mentioned:
            unused[id(item.said)] = item.said
    return labelled


def _reason(written: Written, item: _Item, members: list[Said], rule: str | None) -> Step | None:
    if not members:
        return None
    step = Step(item.said, members=members, rule=rule)
    written.steps.append(step)
    return step


def _object(items: Sequence[_Item], known: dict[str, _Item], steps: dict[str, Step], written: Written) -> None:
    """The objections of the list; O1a and O1b are one with two statements."""
    found: dict[str, Step] = {}
    for item in items:
        if not item.against:
            continue
        base = re.sub(r"[a-z]+\Z", "", item.key) or item.key
        step = found.get(base) if base != item.key else None
        if step is None:
            step = Step(None, True, rule=item.rule, answered=item.answered)
            found[base] = step
            written.steps.append(step)
        step.members.append(item.said)
    for item in items:
        if not item.against:
            continue
        step = next(s for s in written.steps if s.objection and item.said in s.members)
        ref = item.against[0]
        target = steps.get(ref) or found.get(ref) or (known[ref].said if ref in known else None)
        if target is None and step.target is None:
            written.notes.append(f"line {item.line.number} is against {ref}, which is not there")
            if step not in written.tops:
                written.tops.append(step)
        step.target = step.target or target


def _tell_missing(written: Written, item: _Item, refs: Sequence[str], known: dict[str, _Item]) -> None:
    missing = [ref for ref in refs if ref not in known]
    if missing:
        written.notes.append(f"line {item.line.number} follows from {', '.join(missing[:5])}, which is not there")
