"""How each kind of box and line looks: Okabe-Ito colours; kinds differ without colour too.

Source: studies/diagrams.md. Widths in points.
"""

from dataclasses import dataclass, replace

from argmap.diagram.figure import INK, Dash, Head, Line, Shape
from argmap.diagram.marks import Face
from argmap.diagram.structure import Bond, Shows, Stand
from argmap.model import ArgumentMap, Conditional
from argmap.source import fidelity

BLUE, PALE_BLUE = "#0072B2", "#E6F1F8"
VERMILION, PALE_VERMILION = "#D55E00", "#FCEFE7"
BLACK, WHITE, GREY, PALE_GREY = INK, "#FFFFFF", "#595959", "#EDEDED"
MID_GREY, LIGHT_GREY = "#D4D4D4", "#8C8C8C"
PALE_GREEN, PALE_YELLOW, PALE_PURPLE = "#EAF4E4", "#F7F2D8", "#ECE8F5"
GROUNDS = (PALE_GREEN, PALE_YELLOW, PALE_PURPLE)
"""What sections stand on, in turn."""
DARK = (BLACK, GREY)
"""Fills that white text stands on."""

FAMILY = "Arimo"
FALLBACKS = ("Arial", "Helvetica", "Liberation Sans", "sans-serif")

PADDING = (6.0, 4.0)
LINE_HEIGHT = 1.2
SMALL = 0.8
SMALLEST = 7.0


@dataclass(frozen=True)
class Look:
    """A box's border, fill and weight of text; `tag` and `band` are what IF and THEN, and signs, stand on.

    `quoted` puts its text in quotation marks.
    """

    kind: str
    pen: float
    stroke: str = BLACK
    fill: str = WHITE
    dash: Dash = "solid"
    bold: bool = False
    colour: str = BLACK
    struck: bool = False
    tag: str = BLUE
    band: str = WHITE
    quoted: bool = False


MAIN = Look("main conclusion", 1.6, bold=True)
CONCLUSION = Look("conclusion", 1.2)
PREMISE = Look("premise", 0.6)
CONDITIONAL = Look("conditional", 0.8, BLUE, PALE_BLUE)
OBJECTION = Look("objection", 1.0, VERMILION, PALE_VERMILION, "dashed")
ANSWERED = replace(OBJECTION, kind="objection answered", fill=WHITE, pen=0.6)
IMPLICIT = replace(PREMISE, kind="premise implicit", pen=1.0, dash="dotted")
INTERPRETATION = replace(PREMISE, kind="premise interpretation", pen=0.8, dash="dashdot")
QUOTATION = replace(PREMISE, kind="premise quotation", quoted=True)
REFERENCE = Look("reference", 0.6, GREY, WHITE, "dotted", colour=GREY)


@dataclass(frozen=True)
class Stroke:
    """A line between boxes."""

    kind: str
    head: Head
    stroke: str
    pen: float
    dash: Dash


SUPPORT = Stroke("reason", "arrow", BLACK, 0.8, "solid")
ATTACK = Stroke("objection", "tee", VERMILION, 1.0, "dashed")
UNDERCUT = replace(ATTACK, kind="objection undercut")


def small(size: float, least: float = SMALLEST) -> float:
    """The size of tags and notes beside text of `size` points: not under `least`."""
    return min(size, max(least, round(SMALL * size, 2)))


def look(map: ArgumentMap, stand: Stand) -> Look:
    """How a box looks."""
    if stand.shows is not Shows.SENTENCE:
        return reference(stand)
    sentence = map.sentence(stand.id)
    if stand.objecting:
        found = OBJECTION
    elif stand.id in map.outline.mains:
        found = MAIN
    elif map.outline.roles.get(stand.id) == "conclusion":
        found = CONCLUSION
    else:
        found = PREMISE
    if isinstance(sentence, Conditional):
        dash = found.dash if stand.objecting else CONDITIONAL.dash
        stroke = found.stroke if stand.objecting else CONDITIONAL.stroke
        found = replace(CONDITIONAL, pen=max(found.pen, CONDITIONAL.pen), stroke=stroke, dash=dash, bold=found.bold)
    drawn = fidelity(map, stand.id)
    if sentence is not None and sentence.implicit:
        found = replace(found, kind=f"{found.kind} implicit", dash="dotted", pen=max(found.pen, 1.0))
    if drawn == "interpretation":
        found = replace(found, kind=f"{found.kind} interpretation", dash="dashdot", pen=max(found.pen, 0.8))
    if drawn == "quotation":
        found = replace(found, kind=f"{found.kind} quotation", quoted=True)
    if stand.answered:
        found = replace(found, kind=f"{found.kind} answered", fill=WHITE, pen=ANSWERED.pen)
    return found


def shape(map: ArgumentMap, stand: Stand, look: Look) -> Shape:
    """What a small shape in the place of a box is."""
    if isinstance(map.sentence(stand.id), Conditional):
        return "hexagon"
    if stand.objecting:
        return "octagon"
    return "double circle" if look.kind.startswith(MAIN.kind) else "circle"


def small_look(look: Look) -> Look:
    """How a small shape in the place of a box looks, which has no bands: black where these are black, or grey."""
    if look.band == BLACK:
        return replace(look, fill=BLACK, colour=WHITE)
    return replace(look, fill=MID_GREY) if look.band == GREY else look


def reference(stand: Stand) -> Look:
    """How a box looks that only refers to another."""
    return replace(REFERENCE, stroke=VERMILION) if stand.objecting else REFERENCE


def marked(look: Look, face: Face) -> Look:
    """How a marked box looks."""
    if face in ("new", "changed"):
        return replace(look, kind=f"{look.kind} {face}", band=BLACK)
    if face == "fallen":
        grey = replace(look, kind=f"{look.kind} fallen", stroke=GREY, fill=PALE_GREY)
        return replace(grey, colour=GREY, tag=GREY, band=GREY)
    if face == "gone":
        faded = replace(look, kind=f"{look.kind} gone", stroke=GREY, fill=WHITE, colour=GREY, tag=GREY)
        return replace(faded, struck=True, band=PALE_GREY)
    return replace(look, kind=f"{look.kind} marked")


def marked_line(line: Line, face: Face) -> Line:
    """How the line of a marked inference looks."""
    if face in ("new", "changed"):
        return replace(line, kind=f"{line.kind} {face}", pen=line.pen * 2)
    if face in ("gone", "fallen"):
        return replace(line, kind=f"{line.kind} {face}", stroke=LIGHT_GREY, dash="dotted")
    return line


def stroke(bond: Bond) -> Stroke:
    """How an inference's lines look."""
    if not bond.objection:
        return SUPPORT
    return ATTACK if isinstance(bond.target, Stand) else UNDERCUT
