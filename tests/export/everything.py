"""A figure with everything that can be painted, and texts that must come out as themselves."""

from pathlib import Path

from argmap.diagram.figure import Cell, Figure, Layout, Line, Words
from argmap.diagram.fonts import Fonts

HOSTILE = (
    "</text><script>alert(1)</script>",
    "\\input{x} %comment & _{ ^{ $m$",
    '#read("x") #panic() [*b*] _i_ `c` @l <l>',
    "&#9731; &amp; &lt;",
    "(paren )) ( \\( showpage %%EOF",
    "a \\N \\n \\l b '\"' -- --- ... ~",
    "// comment /* and */ ]]> <!-- -->",
    "ends with a backslash \\",
)


def figure(extra: tuple[Path, ...] = (), text: str = "Grounds for gjpq", bold: bool = False) -> Figure:
    """Every shape, dash, head, fill and way of setting text."""
    cells = (
        Cell("C1", "premise", 10, 10, 150, 20, Words((text,), 9, bold), 1.2, "#0072B2", "#E6F1F8", "dashed"),
        Cell("C7", "premise", 10, 32, 150, 18, Words(("ffi é “Ω Ж”",), 9, bold), 1.2, "#0072B2", "#E6F1F8"),
        Cell(
            "C2", "premise", 180, 10, 150, 40, Words(("in a hexagon",), 7), 1, "#D55E00", "#FCEFE7", "dotted", "hexagon"
        ),
        Cell(
            "C3", "label", 10, 60, 30, 30, Words(("P1",), 9, True, "#FFFFFF"), 1, fill="#595959", shape="double circle"
        ),
        Cell(
            "C4", "label", 50, 60, 60, 30, Words(("C12",), 9, True), 1.6, fill="#FFFFFF", dash="dashdot", shape="circle"
        ),
        Cell(
            "C5",
            "premise",
            120,
            60,
            80,
            30,
            Words(("struck out", "words"), 9, False, "#D55E00", True),
            1,
            shape="octagon",
        ),
        Cell("C6", "note", 220, 60, 110, 40, Words(("from the left", "again"), 12, False, "#595959", False, False)),
    )
    lines = (
        Line("R1", "reason", ("C1", "C2"), ((30, 95), (30, 110), (160, 110)), "arrow", "#000000", 0.8, "solid"),
        Line("O1", "objection", ("C2", "C3"), ((60, 92), (60, 115), (160, 115)), "tee", "#D55E00", 1, "dashed"),
    )
    return Figure(
        "Everything", "All of it.", 340.25, 125.5, Layout(), Fonts.of(extra), cells, lines, "All there is to draw."
    )
