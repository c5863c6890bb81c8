"""What must hold of every drawing of a map: each rule reports in words what breaks it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, TypeAlias

from argmap.model import ArgumentMap, Objection, RowKind
from tests.export.drawn import Drawn, Line, Point, Rect, Rounded, Text, close

Reading: TypeAlias = Literal["across", "down"]
"""Where the next of some siblings stands: to the right of the last, or below it."""
Segment: TypeAlias = tuple[Line, int, Rect]

AIR = 1.0
"""Between a text and its border, in points."""
AIR_IN_SHAPES = 0.2
"""Between the corners of a label's room and a circle, where no ink is."""
BOXES_APART, LINE_CLEAR, LINES_APART = 3.0, 2.0, 2.0
LEAST_TEXT, LEAST_PEN = 7.0, 0.3
_NEVER_MAIN = ("label", "tag", "signs", "note", "caption", "key", "section title")
_NEAR = 0.06
"""SVG has two decimals."""
_NEAR_CURVE = 0.15
"""Curves are read as chords."""


def faults(map: ArgumentMap, drawn: Drawn, reading: Reading) -> list[str]:
    """Everything wrong with the drawing of a map."""
    found: list[str] = []
    for rule in (overlaps, texts_in_boxes, page_and_sizes, lines_clear, lines_apart, grounds):
        found += rule(drawn)
    for about in (inferences, sentences, eye):
        found += about(map, drawn)
    found += order(map, drawn, reading)
    return found


def overlaps(drawn: Drawn) -> Iterator[str]:
    cells = [(cell.at, cell) for cell in drawn.cells]
    for (at, a), (other, b) in close(cells, BOXES_APART):
        across, down = at.apart(other)
        if a.box != b.box and max(across, down) < BOXES_APART:
            yield f"boxes {a.name} and {b.name} are {max(across, down):.2f} pt apart"
        elif max(across, down) < -_NEAR and not at.within(other) and not other.within(at):
            yield f"{a.name} lies over {b.name}"
    for (at, a), (other, b) in close([(text.at, text) for text in drawn.texts], 0):
        if max(at.apart(other)) < -_NEAR:
            yield f"texts lie over each other: {a.box} {a.line!r}, {b.box} {b.line!r}"


def texts_in_boxes(drawn: Drawn) -> Iterator[str]:
    of_box: dict[str, list[tuple[Point, ...]]] = {}
    pens: dict[tuple[Point, ...], float] = {}
    own: dict[Text, tuple[Point, ...]] = {}
    for cell in drawn.cells:
        of_box.setdefault(cell.box, []).append(cell.corners)
        pens[cell.corners] = cell.pen
        own.update(dict.fromkeys(cell.texts, cell.corners))
    for text in drawn.texts:
        shapes = [own[text]] if text in own else of_box.get(text.box, [])
        room = (_room(text.at, shape) - pens[shape] / 2 for shape in shapes)
        rounded = any(len(shape) > 4 for shape in shapes)
        if shapes and (air := max(room)) < (AIR_IN_SHAPES if rounded else AIR) - _NEAR:
            yield f"{text.box}: {text.line!r} has {air:.2f} pt of air"


def page_and_sizes(drawn: Drawn) -> Iterator[str]:
    for name, at in _extents(drawn):
        if not at.within(drawn.page):
            yield f"{name} is not on the page"
    yield from (f"{text.line!r} is {text.size} pt" for text in drawn.texts if text.size < LEAST_TEXT)
    yield from (f"a line of {pen} pt" for pen in drawn.pens if pen < LEAST_PEN)


def lines_clear(drawn: Drawn) -> Iterator[str]:
    """A line keeps clear of every box and text, but where it ends on a box's border, at a right angle to it."""
    boxes = drawn.boxes()
    inside = {name for name, at in boxes.items() if isinstance(at, Rounded)}
    things: list[tuple[Rect, Segment | str]] = [(at, name) for name, at in boxes.items()]
    things += [(text.at, f"the text {text.line!r}") for text in drawn.texts if text.box not in inside]
    things += [(segment[2], segment) for segment in _segments(drawn)]
    for (at, first), (other, second) in close(things, LINE_CLEAR):
        if isinstance(first, str) == isinstance(second, str):
            continue
        segment, box, named = (second, at, first) if isinstance(first, str) else (first, other, second)
        across, down = segment[2].apart(box)
        if max(across, down) < LINE_CLEAR - _NEAR and not _lands(segment, box):
            yield f"a line of {segment[0].inference} runs {max(across, down):.2f} pt from {named}"


def lines_apart(drawn: Drawn) -> Iterator[str]:
    """Lines of different inferences stay apart, but where a head ends on a line at a right angle."""
    for (at, (a, first, _)), (other, (b, second, _)) in close(
        [(segment[2], segment) for segment in _segments(drawn)], LINES_APART
    ):
        if a.inference == b.inference or max(at.apart(other)) >= LINES_APART - _NEAR:
            continue
        upright = (at.right - at.left < _NEAR) == (other.right - other.left < _NEAR)
        meets = any(
            line.head and number == 0 and _meets(line, into)
            for line, number, into in ((a, first, other), (b, second, at))
        )
        if upright or not meets:
            yield f"a line of {a.inference} runs into one of {b.inference}"


def grounds(drawn: Drawn) -> Iterator[str]:
    """A section's ground holds its title, and each box and other ground wholly or not at all."""
    boxes = drawn.boxes()
    for number, ground in enumerate(drawn.grounds):
        others = {other.name: other.at for other in drawn.grounds[:number]}
        for name, at in (*boxes.items(), *others.items()):
            if max(ground.at.apart(at)) < -_NEAR and not at.within(ground.at) and not ground.at.within(at):
                yield f"{name} lies across the edge of {ground.name}"
        lines = [text for text in drawn.texts if text.box == f"{ground.name} title"]
        if not lines:
            yield f"{ground.name} has no title"
        for text in lines:
            if not text.at.within(ground.at):
                yield f"the title {text.line!r} is not on {ground.name}"
            yield from (
                f"the title {text.line!r} is too near {name}"
                for name, at in boxes.items()
                if max(text.at.apart(at)) < AIR - _NEAR
            )


def inferences(map: ArgumentMap, drawn: Drawn) -> Iterator[str]:
    """Each inference is one connected drawing with one head, from its members' borders to its target's."""
    boxes = drawn.boxes()
    lines: dict[str, list[Line]] = {}
    for line in drawn.lines:
        lines.setdefault(line.inference, []).append(line)
    for id, members in _inferences(map):
        label, inference = map.outline.label(id), map.inference(id)
        assert inference is not None
        own = lines.get(label, [])
        if (heads := sum(line.head for line in own)) != 1:
            yield f"{label} has {heads} heads"
            continue
        if not _connected(own):
            yield f"{label} is in pieces"
        tip = next(line.points[0] for line in own if line.head)
        target = map.outline.label(inference.target)
        targets = {target, *_sole_member(map, inference.target)}
        onto = [_base(name) for name, box in boxes.items() if _on_border(tip, box)]
        if not targets.intersection(onto) and not any(_on(tip, line) for line in lines.get(target, [])):
            yield f"{label} points at {onto or 'nothing'}, not at {target}"
        found = sorted(_base(name) for foot in feet(own) for name, box in boxes.items() if _on_border(foot, box))
        wanted = sorted(map.outline.label(member) for member in members) or [label]
        if found != wanted:
            yield f"{label} hangs from {found}, not from {wanted}"
        loose = [end for line in own for end in _ends(line) if not any(_on_border(end, box) for box in boxes.values())]
        for end in loose:
            if end != tip and not any(_on(end, line) for line in own if end not in _ends(line)):
                yield f"a line of {label} ends in the air"


def sentences(map: ArgumentMap, drawn: Drawn) -> Iterator[str]:
    """Every statement in the outline is drawn, whole."""
    said: dict[str, str] = {}
    for text in drawn.texts:
        label = _base(text.box.removesuffix(" key"))
        said[label] = said.get(label, "") + text.line
    for row in map.outline.rows:
        if row.kind is RowKind.SENTENCE and (text := getattr(map.entries[row.id], "text", None)):
            label = map.outline.label(row.id)
            if _letters(text) not in _letters(said.get(label, "")):
                yield f"{label} says {said.get(label)!r}, not {text!r}"


def eye(map: ArgumentMap, drawn: Drawn) -> Iterator[str]:
    """The first main conclusion stands first; the main ones alone are set in bold and have the heaviest border."""
    mains = [map.outline.label(id) for id in map.outline.mains]
    if not mains:
        return
    boxes = drawn.boxes()
    first = boxes[mains[0]]
    top, left = min(box.top for box in boxes.values()), min(box.left for box in boxes.values())
    if first.top > top + _NEAR and first.left > left + _NEAR:
        yield f"{mains[0]} is neither topmost nor leftmost"
    for cell in drawn.cells:
        heaviest = all(cell.pen > other.pen for other in drawn.cells if other.box not in mains)
        if cell.box in mains and not heaviest:
            yield f"{cell.box} has a border of {cell.pen} pt, which others have too"
    for text in drawn.texts:
        if text.kind not in _NEVER_MAIN and text.bold != (text.box in mains):
            yield f"{text.box} is {'bold' if text.bold else 'not bold'}: {text.line!r}"


def order(map: ArgumentMap, drawn: Drawn, reading: Reading) -> Iterator[str]:
    """Siblings stand in the author's order: the members of an inference, and the inferences for one target."""
    axis = 0 if reading == "across" else 1
    boxes = drawn.boxes()
    lines: dict[str, list[Line]] = {}
    for line in drawn.lines:
        lines.setdefault(line.inference, []).append(line)
    bearing: dict[str, list[tuple[float, float, str]]] = {}
    for id, members in _inferences(map):
        label, inference = map.outline.label(id), map.inference(id)
        assert inference is not None
        met = [
            (foot[axis], _base(name))
            for foot in feet(lines.get(label, []))
            for name, box in boxes.items()
            if _on_border(foot, box)
        ]
        if not met:
            continue
        wanted = [map.outline.label(member) for member in members]
        if (found := [name for _, name in sorted(met)]) != wanted and members:
            yield f"the members of {label} stand as {found}, not as {wanted}"
        bearing.setdefault(inference.target, []).append((min(met)[0], max(met)[0], label))
    for target, each in bearing.items():
        for (_, end, before), (start, _, after) in pairwise(each):
            if start < end - _NEAR:
                yield f"{after} stands before {before} at {map.outline.label(target)}"


def _sole_member(map: ArgumentMap, id: str) -> list[str]:
    """The label of what an objection of one member consists of: an objection to it is drawn at that box."""
    members = map.links.members.get(id, ()) if isinstance(map.inference(id), Objection) else ()
    return [map.outline.label(member) for member in members if len(members) == 1]


def feet(lines: Sequence[Line]) -> list[Point]:
    """The ends of an inference's lines, but for its tip."""
    return [end for line in lines for end in (line.points[-1:] if line.head else _ends(line))]


def _inferences(map: ArgumentMap) -> Iterator[tuple[str, list[str]]]:
    """Every inference of the outline with its members, in the author's order."""
    path: list[str] = []
    members: dict[str, list[str]] = {}
    for row in map.outline.rows:
        del path[row.depth :]
        path.append(row.id)
        if row.kind is RowKind.INFERENCE:
            members[row.id] = []
        elif row.kind is not RowKind.MENTION and len(path) > 1 and path[-2] in members:
            members[path[-2]].append(row.id)
    yield from members.items()


def _segments(drawn: Drawn) -> Iterator[Segment]:
    for line in drawn.lines:
        for number, ends in enumerate(line.segments()):
            yield line, number, Rect.round(list(ends))


def _lands(segment: Segment, box: Rect) -> bool:
    """Whether the line ends with this segment on the box's border, at a right angle and from outside."""
    line, number, at = segment
    if isinstance(box, Rounded):
        return (number == 0 and _on_border(line.points[0], box)) or (
            number == len(line.points) - 2 and _on_border(line.points[-1], box)
        )
    ends = [line.points[0]] if number == 0 else []
    ends += [line.points[-1]] if number == len(line.points) - 2 else []
    upright = at.right - at.left < _NEAR
    for x, y in ends:
        level = min(abs(y - box.top), abs(y - box.bottom)) if upright else min(abs(x - box.left), abs(x - box.right))
        if level < _NEAR and _on_border((x, y), box) and max(at.apart(box)) > -_NEAR:
            return True
    return False


def _meets(line: Line, other: Rect) -> bool:
    x, y = line.points[0]
    return max(Rect(x, y, x, y).apart(other)) < _NEAR


def _on(point: Point, line: Line) -> bool:
    return any(max(Rect(*point, *point).apart(Rect.round(list(ends)))) < _NEAR for ends in line.segments())


def _on_border(point: Point, box: Rect) -> bool:
    x, y = point
    if isinstance(box, Rounded):
        return abs(_room(Rect(x, y, x, y), box.corners)) < _NEAR_CURVE
    return Rect(x, y, x, y).within(box.grown(_NEAR)) and not (
        box.left + _NEAR < x < box.right - _NEAR and box.top + _NEAR < y < box.bottom - _NEAR
    )


def _ends(line: Line) -> list[Point]:
    return [line.points[0], line.points[-1]]


def _connected(lines: Sequence[Line]) -> bool:
    joined, waiting = [lines[0]], list(lines[1:])
    while waiting:
        more = [
            a
            for a in waiting
            if any(_on(end, b) or _on(other, a) for b in joined for end in _ends(a) for other in _ends(b))
        ]
        if not more:
            return False
        joined += more
        waiting = [line for line in waiting if line not in more]
    return True


def _room(inner: Rect, shape: Sequence[Point]) -> float:
    """How far the rectangle lies inside a convex shape whose corners go clockwise; negative outside."""
    corners = [(x, y) for x in (inner.left, inner.right) for y in (inner.top, inner.bottom)]
    least = float("inf")
    for (ax, ay), (bx, by) in zip(shape, (*shape[1:], shape[0]), strict=True):
        length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5
        if length > _NEAR:
            least = min(least, *(((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / length for x, y in corners))
    return least


def _extents(drawn: Drawn) -> Iterator[tuple[str, Rect]]:
    yield from ((cell.name, cell.at.grown(cell.pen / 2)) for cell in drawn.cells)
    yield from ((text.line, text.at) for text in drawn.texts)
    yield from ((line.inference, Rect.round(list(line.points)).grown(line.pen / 2)) for line in drawn.lines)


def _base(name: str) -> str:
    """The label a box shows: what shows the same again is numbered."""
    return (name.rpartition(" (")[0] or name).removesuffix(" empty")


def _letters(text: str) -> str:
    return "".join(text.split())
