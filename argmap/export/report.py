"""A report in Markdown: figure, standard form, sources, scenarios, problems, and the argument in words.

Source of the Markdown: spec.commonmark.org, with the tables of GitHub's dialect; pandoc reads it as well.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from argmap.diagram.text import visible
from argmap.diagram.words.describe import description
from argmap.diagram.words.prose import prose
from argmap.export import md, mermaid
from argmap.export.options import ExportOptions
from argmap.export.standard import standard_form
from argmap.export.unmarked import refuse_empty
from argmap.model import ArgumentMap, Problem, Source
from argmap.model.wording import sentence

_URL = re.compile(r"https?://[^\s<>\\;]+")
_FAMILIES: Mapping[str, str] = {
    "M": "How the map hangs together",
    "L": "Whether it follows",
    "S": "What the texts say",
    "W": "How it is worded",
}
"""What each family of problems is about, by the letter of its codes."""


def write(map: ArgumentMap, options: ExportOptions) -> bytes:
    """A map's report as Markdown, UTF-8; the figure is a Mermaid chart, which hosting sites draw.

    The chart heeds the options of that format, but always shows the labels that the rest of the report goes by; marks
    show in it, too. Problems are `argmap check`'s; with `texts` they tell also whether passages stand there. Every text
    of the map is escaped. Raises DiagramError for a map without statements.
    """
    refuse_empty(map)
    chart = mermaid.write(map, replace(options, labels=True)).decode()
    title = map.title if visible(map.title) else "Argument map"
    parts = [f"# {md.escaped(title)}", *_each([description(map), *([map.note] if map.note else [])])]
    parts += ["## Figure", f"```mermaid\n{chart}```"]
    if too_large := mermaid.told(map, chart.encode()):
        parts.append(md.escaped(f"{too_large[0].upper()}{too_large[1:]}."))
    parts += ["## Premises and conclusions", md.standard(replace(standard_form(map), title="")).rstrip("\n")]
    for heading, section in (
        ("Standing nowhere yet", _loose(map)),
        ("Sources", _sources(map)),
        ("What stands", _scenarios(map)),
        ("Problems", _problems(map, options)),
        ("In words", _each(prose(map))),
    ):
        if told := list(section):
            parts += [f"## {heading}", *told]
    return ("\n\n".join(parts) + "\n").encode()


def told(map: ArgumentMap, data: bytes) -> str:
    """In words, why hosting sites won't draw the report's figure; "" where they will."""
    chart = data.split(b"```mermaid\n", 1)[1].split(b"\n```", 1)[0]
    return mermaid.told(map, chart)


def _loose(map: ArgumentMap) -> Iterator[str]:
    """The statements that no reason or objection holds and nothing mentions."""
    if loose := [id for id, _ in map.sentences() if map.outline.roles[id] == "loose"]:
        yield "\n".join(f"- {md.escaped(sentence(map, id))}" for id in loose)


def _sources(map: ArgumentMap) -> Iterator[str]:
    """The map's sources, each with the passages that statements point to, in the order of the text."""
    passages: dict[str, list[tuple[int, str]]] = {}
    for id, entry in map.sentences():
        for anchor in entry.anchor:
            words = f"{anchor.head} … {anchor.tail}" if anchor.tail is not None else anchor.head
            told = f"  - {md.escaped(f'¶{anchor.para} “{words}”')}: **{md.escaped(map.outline.label(id))}**"
            passages.setdefault(anchor.source, []).append((anchor.para, told))
    for id in map.sources:
        source = map.entries[id]
        assert isinstance(source, Source)
        facts = [f"*{md.escaped(visible(source.title or '') or id)}*"]
        facts += _each(str(each) for each in (source.author, source.date) if each)
        facts += [_linked(source.url)] if source.url else []
        facts += _each(each.removesuffix(".") for each in (source.text, source.note) if each)
        found = sorted(passages.get(id, ()), key=lambda passage: passage[0])
        yield "\n".join((f"- {'. '.join(facts)}.", *(told for _, told in found)))


def _linked(url: str) -> str:
    """An address of the web as a link, any other as it is written."""
    return f"<{url}>" if _URL.fullmatch(url) and visible(url) == url else md.escaped(url)


def _scenarios(map: ArgumentMap) -> Iterator[str]:
    """What stands, falls and is open, and why: as the map is, and in each scenario; first a table of them all."""
    from argmap.logic import Outcome, table
    from argmap.logic.compared import compared, scenario_title
    from argmap.logic.scenarios import scenarios
    from argmap.logic.told import sections, why_so
    from argmap.logic.words import told_conflict, told_verdict

    def item(found: Outcome, id: str) -> str:
        words = f": {sentence(map, id)}" if map.sentence(id) is not None else ""
        kind = f" ({map.entries[id].kind})" if not words and id in map.entries else ""
        head = f"- **{md.escaped(map.outline.label(id))}**{kind} {md.escaped(told_verdict(map, found, id) + words)}"
        return "\n".join((head, *(f"  - {md.escaped(why)}" for why in why_so(map, found, id))))

    outcomes = table(map)
    if len(outcomes) > 1:
        head = ["", "statement", *(scenario_title(map, id) for id in outcomes)]
        rows = [[map.outline.label(id), sentence(map, id), *told] for id, told in compared(map, outcomes).items()]
        yield "\n".join((_row(_each(head)), _row(["---"] * len(head)), *(_row(_each(cells)) for cells in rows)))
    for id, found in outcomes.items():
        title = scenario_title(map, id)
        yield f"### {md.escaped(title[:1].upper() + title[1:])}"
        scenario = scenarios(map)[id] if id else None
        yield from _each(each for each in ((scenario.text, scenario.note) if scenario else ()) if each)
        for heading, ids in sections(map, found):
            if ids:
                yield f"*{heading}*"
                yield "\n".join(item(found, each) for each in ids)
        if conflict := told_conflict(map, found.entailed.conflict, found.suppositions):
            yield md.escaped(f"Contradiction: {conflict}")
        if not found.entailed.complete:
            yield "There are too many cases to look at all of them: more may be entailed than is told here."


def _each(texts: Iterable[str]) -> Iterator[str]:
    """Every text escaped."""
    return (md.escaped(text) for text in texts)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _problems(map: ArgumentMap, options: ExportOptions) -> Iterator[str]:
    """What `argmap check` finds, by family."""
    from argmap.check import check

    found = sorted(check(map, options.texts), key=lambda problem: [*_FAMILIES].index(problem.code[0]))
    if not found:
        yield "`argmap check` finds none."
    for letter, problems in groupby(found, key=lambda problem: problem.code[0]):
        yield f"### {_FAMILIES[letter]}"
        yield "\n".join(_item(problem) for problem in problems)


def _item(problem: Problem) -> str:
    """A problem as an item: its severity, its code, what is the matter, what to do."""
    advice = f" ({problem.advice})" if problem.advice else ""
    return f"- **{problem.severity.capitalize()} {problem.code}** {md.escaped(problem.message + advice)}"
