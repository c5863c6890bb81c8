"""A figure as DOT: every node and edge with its position, to be drawn as it is by `neato -n2`."""

from itertools import pairwise
from typing import Any

from argmap.diagram import styles
from argmap.diagram.figure import Cell, Figure, Line, Point, Shape, Words
from argmap.diagram.text import visible

ARROW_SIZE = 0.6
_HEAD_LENGTH = {"none": 0.0, "arrow": 10 * ARROW_SIZE - 0.5, "tee": 1.4}
_TAIL = {"arrow": "normal", "tee": "tee"}
_BOLD = "Helvetica-Bold"  # "Arial Bold" would be read as an unknown family
_SHAPES: dict[Shape, str] = {
    "circle": "ellipse",
    "double circle": "ellipse",
    "hexagon": "hexagon",
    "octagon": "octagon",
}
_RIM = 8.0
"""How much wider and higher than it is told to Graphviz draws what has two borders."""
_NAME_SIGNS = str.maketrans({":": ".", "<": "(", ">": ")"})
CORNERS = ("page top left", "page bottom right")


def dot(figure: Figure) -> str:
    """The figure as DOT text; the same figure gives the same text."""
    import graphviz

    family = ",".join((styles.FAMILY, *figure.fonts.families[1:], *styles.FALLBACKS))
    graph = graphviz.Digraph(
        "argmap",
        graph_attr={
            "pad": "0",
            "margin": "0",
            "bgcolor": "white",
            "outputorder": "nodesfirst",
            "splines": "true",
            "label": "",
            "comment": visible(figure.title).replace("\\", "\\\\"),
        },
        node_attr={
            "shape": "box",
            "fixedsize": "true",
            "margin": "0",
            "fontname": family,
            "fontsize": _number(figure.size),
            "style": "filled",
            "color": styles.BLACK,
            "fillcolor": styles.WHITE,
            "penwidth": "0.6",
        },
        edge_attr={"penwidth": "0.8", "arrowsize": _number(ARROW_SIZE), "color": styles.BLACK},
    )
    for name, point in zip(CORNERS, ((0.0, 0.0), (figure.width, figure.height)), strict=True):
        graph.node(name, label="", shape="point", style="invis", width="0.01", height="0.01", pos=_place(point))
    for cell in figure.cells:
        graph.node(_plain(cell.name), **_node(cell, figure))
    for number, line in enumerate(figure.lines):
        tail, head = line.ends
        graph.edge(_plain(tail), _plain(head), id=f"line{number}", **_edge(line))
    return str(graph.source)


def _node(cell: Cell, figure: Figure) -> dict[str, Any]:
    import graphviz

    words = cell.words
    rim = _RIM if cell.shape == "double circle" else 0.0
    given = {
        "label": graphviz.nohtml(_label(words)),
        "class": cell.kind,
        "width": f"{(cell.width - rim) / 72:.4f}",
        "height": f"{(cell.height - rim) / 72:.4f}",
        "pos": _place((cell.x + cell.width / 2, cell.y + cell.height / 2)),
    }
    if not cell.pen:
        given["shape"], given["style"] = "plaintext", "filled" if cell.fill else "solid"
    elif cell.dash != "solid":
        given["style"] = f"filled,{'dashed' if cell.dash == 'dashdot' else cell.dash}"
    if cell.shape != "box":
        given["shape"] = _SHAPES[cell.shape]
    if cell.shape == "double circle":
        given["peripheries"] = "2"
    optional = {
        "penwidth": (_number(cell.pen), "0.6" if cell.pen else _number(cell.pen)),
        "color": (cell.stroke, styles.BLACK),
        "fillcolor": (cell.fill or styles.WHITE, styles.WHITE),
        "fontcolor": (words.colour, styles.BLACK),
        "fontsize": (_number(words.size), _number(figure.size)),
        "fontname": (_BOLD if words.bold else "", ""),
    }
    return given | {key: value for key, (value, usual) in optional.items() if value != usual}


def _edge(line: Line) -> dict[str, Any]:
    points = list(line.points)
    start = points[0]
    given = {"class": f"{line.kind} {_plain(line.inference)}"}
    lead = ""
    if line.head == "none":
        given["dir"] = "none"
    else:
        points[0] = _towards(start, points[1], _HEAD_LENGTH[line.head])
        lead = f"s,{_place(start, fixed=False)} "
        given |= {"dir": "back", "arrowtail": _TAIL[line.head]}
    spline = [_place(points[0], fixed=False)]
    for before, after in pairwise(points):
        spline += [_place(before, fixed=False), _place(after, fixed=False), _place(after, fixed=False)]
    given["pos"] = lead + " ".join(spline)
    optional = {
        "color": (line.stroke, styles.BLACK),
        "penwidth": (_number(line.pen), "0.8"),
        "style": (line.dash, "solid"),
    }
    return given | {key: value for key, (value, usual) in optional.items() if value != usual}


def _label(words: Words) -> str:
    lines = [escaped(line) for line in words.lines]
    return "\\n".join(lines) if words.centred else "".join(f"{line}\\l" for line in lines)


def escaped(text: str) -> str:
    """Text for a DOT label, in which neither a backslash nor an entity is read."""
    return text.replace("\\", "\\\\").replace("&", "&amp;")


def _plain(name: str) -> str:
    """A node's name, free of what DOT would read in it."""
    return visible(name).replace("\\", "\\\\").translate(_NAME_SIGNS)


def _place(point: Point, *, fixed: bool = True) -> str:
    return f"{point[0]:.2f},{-point[1]:.2f}" + ("!" if fixed else "")


def _towards(start: Point, end: Point, by: float) -> Point:
    (x, y), (to_x, to_y) = start, end
    length = abs(to_x - x) + abs(to_y - y)
    part = min(1.0, by / length) if length else 0.0
    return x + (to_x - x) * part, y + (to_y - y) * part


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
