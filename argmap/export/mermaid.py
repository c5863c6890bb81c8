"""Mermaid: a flowchart as text, which many hosting sites draw where it stands in a Markdown file.

Source: the flowchart syntax of mermaid.js.org, as versions 10 and 11 read it.
"""

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from argmap.diagram import styles
from argmap.diagram.boxes import Content, contents
from argmap.diagram.marks import NO_MARKS, Marks
from argmap.diagram.structure import Bond, Forest, Shows, Stand, forest, stands
from argmap.diagram.styles import Look
from argmap.diagram.text import in_quotes, visible
from argmap.diagram.words.describe import description
from argmap.export.options import ExportOptions
from argmap.export.unmarked import refuse_empty
from argmap.model import ArgumentMap, Conditional
from argmap.model.row import mention_rows

MOST_EDGES, MOST_CHARACTERS = 500, 50_000
"""What Mermaid draws where its settings are left alone, as on hosting sites; it shows an error for more."""

_ABOVE = ("above",)
"""The key of the note above the chart."""
_NOTE = Look("note", 0.0, "none", "none", colour="inherit")
_REASON, _OBJECTION = Look("reason", 0.8), Look("objection reason", 0.8, styles.VERMILION, dash="dashed")
_DASHES = {"solid": "", "dashed": "6 3", "dotted": "2 2", "dashdot": "7 3 2 3"}
_PIXELS = 4 / 3
_SHAPES = {
    "main conclusion": ("[[", "]]"),
    "conditional": ("{{", "}}"),
    "proposition": ("([", "])"),
    "reason": ("((", "))"),
}
"""What stands round the text of a kind of box that is no plain rectangle."""

_READ = re.compile(
    r"""
    ["\#&<>`*_~\[\]\\$|{};@^]                          # quotes, entities, HTML, Markdown, formulas
    | : (?! \s) | (?<= www) \.                         # icons, addresses, styles
    | % (?= [%{#]) | (?<= [%}]) %                      # comments, directives
    | \A [-+=] | (?<= \A\d) [.)] | (?<= \A\d\d) [.)] | (?<= \A\d\d\d) [.)] | (?<= \A\d\d\d\d) [.)]   # lists, headings
    | d (?= irection\ +(?: TB|TD|BT|RL|LR ) )          # a statement even inside quotes
    """,
    re.VERBOSE,
)
"""What Mermaid, or the HTML or Markdown that some versions read in a label, would take for more than a character."""

_PAIRS = re.compile(r"\\(?=n)|¶(?=ß)|ﬂ(?=°)")
"""A line's end, and what Mermaid itself writes for the codes of characters."""
_READ_IN_TITLES = re.compile("[&<>]|¶ß|ﬂ°")
"""What Mermaid can't give back in a title, in whatever way it is written."""


def write(map: ArgumentMap, options: ExportOptions) -> bytes:
    """A map as a flowchart, UTF-8: boxes with a sentence each, reasons with linked premises as circles between.

    Shared premises are one box. Propositions hang from the conditionals that mention them; what stands nowhere is
    there, too. `labels`, `short`, `direction`, `wrap` and `marks` are heeded. Raises DiagramError for a map without
    statements.
    """
    refuse_empty(map)
    marks = options.marks or NO_MARKS
    title = visible(marks.title or map.title)
    chart = _Chart(map, options.labels, marks)
    trees = forest(map) if map.outline.rows else []
    drawn = {stand.id for root in trees for stand in stands(root) if stand.shows is Shows.SENTENCE}
    loose = [Stand(Shows.SENTENCE, id) for id, _ in map.sentences() if id not in drawn]
    above = [*([title] if _READ_IN_TITLES.search(title) else []), *marks.caption[1:]]
    chart.boxes([*trees, *loose], above, short=options.short)
    for root in trees:
        for stand in stands(root):
            for bond in stand.bonds:
                for each in bond.family():
                    chart.bond(each)
    chart.mentions()
    for main in map.outline.mains[:1] if above else ():
        chart.link(chart.name(main), "~~~", chart.name(_ABOVE))
    lines = [
        *_front(title, options.wrap),
        f"flowchart {'RL' if options.direction == 'right' else 'BT'}",
        f"  accTitle: Argument map{f' {escaped(in_quotes(title))}' if title else ''}",
        f"  accDescr: {escaped(marks.description or description(map))}",
        *(f"  {line}" for line in chart.lines()),
    ]
    return ("\n".join(lines) + "\n").encode()


def told(map: ArgumentMap, data: bytes) -> str:
    """In words, what about a chart is more than hosting sites draw; "" where nothing is."""
    text = data.decode()
    edges = sum(line.startswith("  ") and _LINK.search(line) is not None for line in text.splitlines())
    found = [f"{edges} lines, of which they draw {MOST_EDGES}"] if edges > MOST_EDGES else []
    found += [f"{len(text)} characters, of which they read {MOST_CHARACTERS}"] if len(text) > MOST_CHARACTERS else []
    return f"the chart is too large for most hosting sites: {' and '.join(found)}" if found else ""


def escaped(text: str) -> str:
    """Plain text on one line that Mermaid, and the HTML and Markdown that it reads in a label, give back as itself.

    Pairs of characters that it takes for others however they are written are parted by a space of no width. With its
    setting `htmlLabels: false` Mermaid shows the codes of characters as they are.
    """
    parted = _PAIRS.sub("\\g<0>\u200b", visible(text))
    return _READ.sub(lambda found: f"#{ord(found[0])};", parted)


def _front(title: str, wrap: float | None) -> list[str]:
    """The chart's front matter: its title, where that comes out as itself, and how wide its texts may get."""
    found = []
    if title and not _READ_IN_TITLES.search(title):
        found.append(f"title: {json.dumps(title, ensure_ascii=False)}")
    if wrap is not None:
        found += ["config:", "  flowchart:", f"    wrappingWidth: {round(wrap * _PIXELS)}"]
    return ["---", *found, "---"] if found else []


_LINK = re.compile(r"^  \w+ [-.]+(?:\W|$)")


@dataclass
class _Chart:
    """A flowchart as it grows: boxes, links, and the classes that say how both look."""

    map: ArgumentMap
    labels: bool
    marks: Marks
    nodes: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    objecting: list[int] = field(default_factory=list)
    looks: dict[Look, str] = field(default_factory=dict)
    names: dict[object, str] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)

    def boxes(self, trees: Forest, above: Sequence[str], *, short: bool) -> None:
        """A box for everything but references, which are one with what they refer to, and a note of what is `above`."""
        if above:
            self.node(_ABOVE, "note", above, _NOTE)
        for stand, content in contents(self.map, trees, short=short, marks=self.marks).items():
            if stand.shows is Shows.SENTENCE:
                self.node(
                    stand.id, self.map.outline.label(stand.id), self.text(stand, content), self.look(stand, content)
                )
            elif stand.shows is not Shows.REFERENCE:
                self.node(stand, f"{self.map.outline.label(stand.id)}_none", [content.text], content.look)

    def text(self, stand: Stand, content: Content) -> Iterator[str]:
        yield from content.signs
        label = f"{visible(self.map.outline.labels.get(stand.id, ''))} " if self.labels else ""
        entry = self.map.sentence(stand.id)
        for half in content.halves:
            signs = f" ({', '.join(half.signs)})" if half.signs else ""
            yield f"{label}{half.tag}{signs} {half.text}"
            label = ""
        if not content.halves:
            yield label + content.text
        yield from content.notes
        if entry is not None and entry.implicit:
            yield "(implicit)"
        if self.map.outline.roles.get(stand.id) == "loose":
            yield "(stands nowhere yet)"

    def look(self, stand: Stand, content: Content) -> Look:
        """How a box looks: a proposition unlike a premise, whatever is said of it."""
        look = content.look
        if self.map.outline.roles.get(stand.id) != "proposition" or not look.kind.startswith(styles.PREMISE.kind):
            return look
        return replace(look, kind=look.kind.replace(styles.PREMISE.kind, "proposition", 1), dash="dotted")

    def bond(self, bond: Bond) -> None:
        """The links of an inference: through a circle of its own where premises are linked or it is itself aimed at."""
        target = self.name(bond.target if isinstance(bond.target, Stand) else bond.target.id)
        undercut = isinstance(bond.target, Bond)
        line, end = ("-.-", "-.-o" if undercut else "-.-x") if bond.objection else ("---", "-->")
        words = [("undercut" if undercut else "objection")] if bond.objection else []
        words += self.about(bond.id)
        members = [self.name(stand) for stand in bond.members]
        if len(members) > 1 or bond.against:
            label = visible(self.map.outline.label(bond.id))
            sign = label if self.labels else "+" if len(members) > 1 else "·"
            self.node(bond.id, label, [sign], _OBJECTION if bond.objection else _REASON, shape="reason")
            for member in members:
                self.link(member, line, self.name(bond.id), objecting=bond.objection)
            members = [self.name(bond.id)]
        for member in members:
            self.link(member, end, target, words, objecting=bond.objection)

    def about(self, id: str) -> list[str]:
        """What an inference's link says of it: its rule, its section, and its mark where no box says that."""
        entry = self.map.inference(id)
        rule = entry.rule if entry is not None and entry.rule != "none" else None
        section = getattr(entry, "section", None)
        return [visible(each) for each in (rule, f"section “{section}”" if section else None) if each]

    def mentions(self) -> None:
        """Dotted links from propositions to what mentions them."""
        for id, entry in self.map.sentences():
            told: dict[str, dict[str, None]] = {}
            for row in mention_rows(id, entry, 0):
                if self.map.outline.roles.get(row.id) == "proposition":
                    word = "means" if row.half == "means" else f"in {str(row.half).upper()}"
                    told.setdefault(row.id, {})[word] = None
            for mentioned, words in told.items():
                self.link(self.name(mentioned), "-.-", self.name(id), [" and ".join(words)])

    def node(self, key: object, wanted: str, texts: Iterable[str], look: Look, *, shape: str = "") -> None:
        """A box of its own name, close to the `wanted` one."""
        name = re.sub(r"[^A-Za-z0-9]+", "_", wanted) or "_"
        name = name if name[:1].isupper() else f"N_{name}"
        name = _unlike(name, self.taken)
        self.taken.add(name)
        self.names[key] = name
        kind = self.looks.setdefault(look, _unlike(look.kind.replace(" ", "_"), self.looks.values()))
        said = "<br/>".join(escaped(text) for text in texts)
        first, last = _SHAPES.get(shape or self.shape(key, look), ("[", "]"))
        self.nodes.append(f'{name}{first}"{said or " "}"{last}:::{kind}')

    def shape(self, key: object, look: Look) -> str:
        if isinstance(key, str) and isinstance(self.map.sentence(key), Conditional):
            return "conditional"
        return next((kind for kind in _SHAPES if look.kind.startswith(kind)), "")

    def name(self, key: object) -> str:
        if isinstance(key, Stand) and key not in self.names:
            return self.names[key.id]
        return self.names[key]

    def link(self, start: str, line: str, end: str, words: Iterable[str] = (), *, objecting: bool = False) -> None:
        if objecting:
            self.objecting.append(len(self.links))
        said = escaped(", ".join(words))
        self.links.append(f'{start} {line}|"{said}"| {end}' if said else f"{start} {line} {end}")

    def lines(self) -> Iterator[str]:
        yield from self.nodes
        yield from self.links
        for look, kind in self.looks.items():
            yield f"classDef {kind} {','.join(f'{name}:{value}' for name, value in _style(look).items())}"
        if self.objecting:
            yield f"linkStyle {','.join(map(str, self.objecting))} stroke:{styles.VERMILION}"


def _unlike(name: str, taken: Collection[str]) -> str:
    while name in taken:
        name += "_"
    return name


def _style(look: Look) -> Mapping[str, str]:
    found = {"fill": look.fill, "stroke": look.stroke, "color": look.colour}
    thick = 2 if look.kind.endswith(("changed", "new")) else 1
    found["stroke-width"] = f"{look.pen * _PIXELS * thick:.4g}px"
    if dash := _DASHES[look.dash]:
        found["stroke-dasharray"] = dash
    if look.bold:
        found["font-weight"] = "bold"
    if look.struck:
        found["text-decoration"] = "line-through"
    return found
