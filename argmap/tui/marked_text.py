"""What the source pane shows: a text, what points into it, what is offered from it. No painting."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from argmap.model import Anchor, ArgumentMap, Conditional
from argmap.source import Document, Passage, Texts
from argmap.source.verified import verified
from argmap.tui.source_layout import SourceLayout

if TYPE_CHECKING:
    from argmap.source.candidates import Candidate
    from argmap.source.markers import Marker

_OFFERED = "⇒"
_LEAST_GUTTER = 3


class Mapped(NamedTuple):
    """A passage that a statement points to: the statement's id, label and role in the outline, and the anchor."""

    id: str
    label: str
    role: str
    anchor: Anchor
    passage: Passage


class Span(NamedTuple):
    """A part of a line's text, in characters, and the name of how it is marked."""

    start: int
    end: int
    style: str


@dataclass(frozen=True, eq=False)
class Overlay:
    """Marks by line: parts of its text, and what stands in the gutter."""

    spans: Mapping[int, Sequence[Span]] = field(default_factory=dict)
    gutter: Mapping[int, str] = field(default_factory=dict)
    gutter_width: int = 0


@dataclass(frozen=True)
class Reading:
    """A text as the source pane shows it.

    `source` is its id, `mapped` what points into it in the text's order, `offered` the conditionals found in it that
    are neither dismissed nor mapped. `about` is the id under the outline's cursor, `own` are the passages that it
    points to; `note` says what can't be shown. Without a `layout` there is the note alone.
    """

    title: str = ""
    source: str | None = None
    layout: SourceLayout | None = None
    mapped: Sequence[Mapped] = ()
    offered: Sequence["Candidate"] = ()
    overlay: Overlay = Overlay()
    about: str | None = None
    own: tuple[Passage, ...] = ()
    note: str = ""

    @property
    def document(self) -> Document | None:
        """The text itself."""
        return self.layout.document if self.layout is not None else None

    def at(self, passage: Passage) -> list[Mapped]:
        """What points into a passage, the smallest first."""
        hits = [m for m in self.mapped if m.passage.start < passage.end and passage.start < m.passage.end]
        return sorted(hits, key=lambda hit: hit.passage.end - hit.passage.start)


def mapped_in(map: ArgumentMap, source: str, document: Document) -> list[Mapped]:
    """Every passage of a source's text that a statement of the map points to, in the text's order."""
    mapped = [
        Mapped(id, map.outline.labels.get(id, "·"), _role(map, id), anchor, found.passage)
        for id, _, anchor, found in verified(map, Texts({source: document}))
        if map.sentence(id) is not None and found.passage is not None and found.status != "changed"
    ]
    return sorted(mapped, key=lambda each: (each.passage.start, -each.passage.end))


def _role(map: ArgumentMap, id: str) -> str:
    if map.outline.labels.get(id, "").startswith("O"):
        return "opponent"
    if isinstance(map.entries[id], Conditional):
        return "conditional"
    return map.outline.roles.get(id, "loose")


def overlay(
    layout: SourceLayout,
    mapped: Sequence[Mapped],
    offered: Sequence["Candidate"] = (),
    markers: Iterable["Marker"] = (),
) -> Overlay:
    """Where each of these is marked; the gutter names what begins on a line, `⇒` a conditional that is offered."""
    spans: dict[int, list[Span]] = {}
    gutter: dict[int, list[str]] = {}
    for passage, kind in markers:
        _put(spans, layout, passage, f"marker-{kind}")
    for candidate in offered:
        _put(spans, layout, candidate.passage, "offered")
        gutter.setdefault(layout.line_at(candidate.passage.start), []).append(_OFFERED)
    below: dict[int, str] = {}
    for each in mapped:
        lines = [number for number, _ in layout.lines_of(each.passage)]
        _put(spans, layout, each.passage, each.role)
        below.update(dict.fromkeys(lines[1:], "│"))
        gutter.setdefault(lines[0] if lines else layout.line_at(each.passage.start), []).insert(0, each.label)
    told = {number: labels[0] + _more(labels[1:]) for number, labels in gutter.items()}
    return Overlay(spans, {**below, **told}, gutter_width(mapped))


def _more(labels: Sequence[str]) -> str:
    """What is said of further things that begin on a line."""
    return "" if not labels else _OFFERED if _OFFERED in labels else "+"


def gutter_width(mapped: Iterable[Mapped]) -> int:
    """The characters that the gutter needs for labels; a little always, so that the first one moves nothing."""
    return max((len(each.label) + 1 for each in mapped), default=_LEAST_GUTTER)


def _put(spans: dict[int, list[Span]], layout: SourceLayout, passage: Passage, style: str) -> None:
    for number, (start, end) in layout.lines_of(passage):
        spans.setdefault(number, []).append(Span(start, end, style))
