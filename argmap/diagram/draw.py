"""A figure as DOT that any Graphviz draws as it is: plain `dot -Tpdf` heeds the graph's own `layout=nop2`.

One font is named, not a list: PostScript output breaks on a list. What is bold or struck out is an HTML-like label,
since bold font names become other fonts (DejaVu) or stay regular, depending on who draws.
"""

from collections.abc import Iterator
from html import escape
from itertools import pairwise
from typing import Any

from argmap.diagram import styles
from argmap.diagram.figure import Cell, Figure, Line, Point, Shape, Words
from argmap.diagram.painting import DOUBLE_GAP, decimal, towards
from argmap.diagram.text import visible

ARROW_SIZE = 0.6
_HEAD_LENGTH = {"none": 0.0, "arrow": 10 * ARROW_SIZE - 0.5, "tee": 1.4}
_TAIL = {"arrow": "normal", "tee": "tee"}
_TWINS = {"Arimo": "Arial"}
"""Fonts as wide as ours that more machines have."""
_SHAPES: dict[Shape, str] = {
    "circle": "ellipse",
    "double circle": "ellipse",
    "hexagon": "hexagon",
    "octagon": "octagon",
}
_ROUND = 1.1
"""How wide an ellipse may be, in heights; a wider circle becomes a box with round corners."""
_NAME_SIGNS = str.maketrans({":": ".", "<": "(", ">": ")"})
CORNERS = ("page top left", "page bottom right")


def dot(figure: Figure) -> str:
    """The figure as DOT text; the same figure gives the same text."""
    import graphviz

    family = figure.fonts.families[0]
    graph = graphviz.Digraph(
        "argmap",
        graph_attr={
            "layout": "nop2",
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
            "fontname": _TWINS.get(family, family),
            "fontsize": decimal(figure.size),
            "style": "filled",
            "color": styles.BLACK,
            "fillcolor": styles.WHITE,
            "penwidth": "0.6",
        },
        edge_attr={"penwidth": "0.8", "arrowsize": decimal(ARROW_SIZE), "color": styles.BLACK},
    )
    for name, point in zip(CORNERS, ((0.0, 0.0), (figure.width, figure.height)), strict=True):
        graph.node(name, label="", shape="point", style="invis", width="0.01", height="0.01", pos=_place(point))
    for cell in figure.cells:
        for part in _parts(cell):
            graph.node(_plain(part.name), **_node(part, figure))
    for number, line in enumerate(figure.lines):
        tail, head = line.ends
        graph.edge(_plain(tail), _plain(head), id=f"line{number}", **_edge(line))
    return str(graph.source)


def _parts(cell: Cell) -> Iterator[Cell]:
    """The cell, and the inner line of a double circle as a cell of its own."""
    yield cell
    if cell.shape == "double circle":
        inset = cell.pen + DOUBLE_GAP
        yield cell._replace(
            name=f"{cell.name} inner",
            x=cell.x + inset,
            y=cell.y + inset,
            width=cell.width - 2 * inset,
            height=cell.height - 2 * inset,
            words=Words((), cell.words.size),
            pen=cell.pen / 2,
            fill="transparent",
        )


def _node(cell: Cell, figure: Figure) -> dict[str, Any]:
    words = cell.words
    given = {
        "label": _label(words, cell.width),
        "class": cell.kind,
        "width": f"{cell.width / 72:.4f}",
        "height": f"{cell.height / 72:.4f}",
        "pos": _place((cell.x + cell.width / 2, cell.y + cell.height / 2)),
    }
    style = ["filled"]
    if cell.dash != "solid":
        style.append("dashed" if cell.dash == "dashdot" else cell.dash)
    if cell.shape != "box":
        if "circle" in cell.shape and cell.width > _ROUND * cell.height:
            style.append("rounded")
        else:
            given["shape"] = _SHAPES[cell.shape]
    if not cell.pen:
        given["shape"], style = "plaintext", ["filled" if cell.fill else "solid"]
    optional = {
        "style": (",".join(style), "filled"),
        "penwidth": (decimal(cell.pen), "0.6" if cell.pen else decimal(cell.pen)),
        "color": (cell.stroke, styles.BLACK),
        "fillcolor": (cell.fill or styles.WHITE, styles.WHITE),
        "fontcolor": (words.colour, styles.BLACK),
        "fontsize": (decimal(words.size), decimal(figure.size)),
    }
    return given | {key: value for key, (value, usual) in optional.items() if value != usual}


def _label(words: Words, width: float) -> str:
    """Lines of text as a label; from their cell's left edge, `width` points before its right one, or centred."""
    import graphviz

    if not words.bold and not words.struck:
        lines = [escaped(line) for line in words.lines]
        label: str = graphviz.nohtml("\\n".join(lines) if words.centred else "".join(f"{line}\\l" for line in lines))
        return label
    if not words.lines:
        return ""
    text = "<BR/>".join(escape(line).replace("\\", "\\\\") for line in words.lines)
    for tag, wanted in (("S", words.struck), ("B", words.bold)):
        text = f"<{tag}>{text}</{tag}>" if wanted else text
    if words.centred:
        return f"<{text}>"
    plain = 'BORDER="0" CELLBORDER="0" CELLPADDING="0" CELLSPACING="0"'
    cell = f'<TD ALIGN="LEFT" BALIGN="LEFT" WIDTH="{int(width)}">{text}</TD>'
    return f"<<TABLE {plain}><TR>{cell}</TR></TABLE>>"


def _edge(line: Line) -> dict[str, Any]:
    points = list(line.points)
    start = points[0]
    given = {"class": f"{line.kind} {_plain(line.inference)}"}
    lead = ""
    if line.head == "none":
        given["dir"] = "none"
    else:
        points[0] = towards(start, points[1], _HEAD_LENGTH[line.head])
        lead = f"s,{_place(start, fixed=False)} "
        given |= {"dir": "back", "arrowtail": _TAIL[line.head]}
    spline = [_place(points[0], fixed=False)]
    for before, after in pairwise(points):
        spline += [_place(before, fixed=False), _place(after, fixed=False), _place(after, fixed=False)]
    given["pos"] = lead + " ".join(spline)
    optional = {
        "color": (line.stroke, styles.BLACK),
        "penwidth": (decimal(line.pen), "0.8"),
        "style": (line.dash, "solid"),
    }
    return given | {key: value for key, (value, usual) in optional.items() if value != usual}


def escaped(text: str) -> str:
    """Text for a DOT label, in which neither a backslash nor an entity is read."""
    return text.replace("\\", "\\\\").replace("&", "&amp;")


def _plain(name: str) -> str:
    """A node's name, free of what DOT would read in it."""
    return visible(name).replace("\\", "\\\\").translate(_NAME_SIGNS)


def _place(point: Point, *, fixed: bool = True) -> str:
    return f"{point[0]:.2f},{-point[1]:.2f}" + ("!" if fixed else "")
