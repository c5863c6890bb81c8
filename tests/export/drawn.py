"""What an SVG really draws: read from its text alone, measured by HarfBuzz here and not by argmap."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import files
from pathlib import Path
from typing import NamedTuple

import uharfbuzz

Point = tuple[float, float]
_SVG = "{http://www.w3.org/2000/svg}"
_PART = re.compile(r" (?:label|(?:if |then )?(?:tag|signs)|then|text|inner|note \d+)$")
_CURVE_STEPS = 8


class Rect(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def grown(self, by: float) -> "Rect":
        return Rect(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def apart(self, other: "Rect") -> tuple[float, float]:
        """How far the two lie apart, across and down; negative where they overlap."""
        return (
            max(self.left, other.left) - min(self.right, other.right),
            max(self.top, other.top) - min(self.bottom, other.bottom),
        )

    def within(self, outer: "Rect") -> bool:
        return (
            outer.left <= self.left
            and self.right <= outer.right
            and outer.top <= self.top
            and self.bottom <= outer.bottom
        )

    @classmethod
    def round(cls, points: "list[Point]") -> "Rect":
        xs, ys = [x for x, _ in points], [y for _, y in points]
        return cls(min(xs), min(ys), max(xs), max(ys))


class Rounded(Rect):
    """The room of a circle, a hexagon or an octagon, and its outline."""

    corners: tuple[Point, ...]

    @classmethod
    def inside(cls, corners: tuple[Point, ...]) -> "Rounded":
        found = cls(*Rect.round(list(corners)))
        found.corners = corners
        return found


@dataclass(frozen=True)
class Text:
    """One line of text and the room it takes: its advance across, its ink up and down."""

    line: str
    box: str
    kind: str
    at: Rect
    size: float
    bold: bool


@dataclass(frozen=True)
class Cell:
    """A closed shape of the box named `box`, with the texts painted with it."""

    name: str
    box: str
    kind: str
    corners: tuple[Point, ...]
    at: Rect
    pen: float
    texts: tuple[Text, ...]


@dataclass(frozen=True)
class Line:
    """One path of the inference so labelled, from the tip of its head on if it has one."""

    inference: str
    points: tuple[Point, ...]
    head: bool
    pen: float

    def segments(self) -> list[tuple[Point, Point]]:
        return list(zip(self.points, self.points[1:], strict=False))


@dataclass(frozen=True)
class Drawn:
    page: Rect
    cells: tuple[Cell, ...]
    lines: tuple[Line, ...]
    texts: tuple[Text, ...]
    pens: tuple[float, ...]
    grounds: tuple[Cell, ...] = ()
    """What sections stand on, outer ones first."""

    def boxes(self) -> dict[str, Rect]:
        """Every box's outer edge."""
        cells: dict[str, list[Cell]] = {}
        for cell in self.cells:
            cells.setdefault(cell.box, []).append(cell)
        return {box: _edge(each) for box, each in cells.items()}


def _edge(cells: list[Cell]) -> Rect:
    if len(cells[0].corners) > 4:
        return Rounded.inside(cells[0].corners)
    return Rect.round([corner for cell in cells for corner in (cell.at[:2], cell.at[2:])])


def close(things: "list[tuple[Rect, object]]", by: float) -> Iterator[tuple]:  # type: ignore[type-arg]
    """The pairs that overlap across the page when they are so much wider."""
    ordered = sorted(things, key=lambda thing: thing[0].left)
    for index, first in enumerate(ordered):
        end = first[0].right + by
        for at in range(index + 1, len(ordered)):
            second = ordered[at]
            if second[0].left > end:
                break
            if second[0].top <= first[0].bottom + by and first[0].top <= second[0].bottom + by:
                yield first, second


def read(svg: bytes) -> Drawn:
    """The page, boxes, texts and lines of an exported SVG."""
    root = ET.fromstring(svg)
    cells: list[Cell] = []
    lines: list[Line] = []
    texts: list[Text] = []
    pens: list[float] = []
    grounds: list[Cell] = []
    for group in root.iter(f"{_SVG}g"):
        name, kind = group.findtext(f"{_SVG}title") or "", group.get("class", "")
        paths = group.findall(f"{_SVG}path")
        shapes = [list(_points(path.attrib["d"])) for path in paths]
        pens += [float(path.get("stroke-width", "1")) for path in paths if path.get("stroke")]
        if paths and "Z" not in paths[0].attrib["d"]:
            lines.append(_line(name, shapes, float(paths[0].attrib["stroke-width"])))
            continue
        box = _PART.sub("", name)
        found = [_text(element, box, kind) for element in group.findall(f"{_SVG}text")]
        texts += found
        if paths:
            pen = float(paths[0].get("stroke-width", "0"))
            cell = Cell(name, box, kind, tuple(shapes[0]), Rect.round(shapes[0]), pen, tuple(found))
            (grounds if kind == "section" else cells).append(cell)
    page = Rect(*map(float, root.attrib["viewBox"].split(" ")))
    return Drawn(page, tuple(cells), tuple(lines), tuple(texts), tuple(pens), tuple(grounds))


def _points(d: str) -> Iterator[Point]:
    at: Point = (0, 0)
    for command, given in re.findall(r"([MLCZ])([^MLCZ]*)", d):
        numbers = [float(number) for number in re.findall(r"-?[\d.]+", given)]
        pairs = list(zip(numbers[::2], numbers[1::2], strict=True))
        if command == "C":
            yield from (_on_curve(at, *pairs, part=step / _CURVE_STEPS) for step in range(1, _CURVE_STEPS + 1))
        else:
            yield from pairs
        at = pairs[-1] if pairs else at


def _on_curve(a: Point, b: Point, c: Point, d: Point, *, part: float) -> Point:
    rest = 1 - part
    weights = (rest**3, 3 * rest**2 * part, 3 * rest * part**2, part**3)
    x, y = (sum(w * p[axis] for w, p in zip(weights, (a, b, c, d), strict=True)) for axis in (0, 1))
    return x, y


def _line(inference: str, shapes: list[list[Point]], pen: float) -> Line:
    """A line with its head: the tip is what of the head lies furthest from where the line starts."""
    points = shapes[0]
    if len(shapes) == 1:
        return Line(inference, tuple(points), False, pen)
    (x, y), head = points[0], shapes[1]
    far = max(abs(a - x) + abs(b - y) for a, b in head)
    tips = [(a, b) for a, b in head if abs(a - x) + abs(b - y) > far - 0.05]
    tip = (sum(a for a, _ in tips) / len(tips), sum(b for _, b in tips) / len(tips))
    return Line(inference, (tip, *points[1:]), True, pen)


def _text(element: ET.Element, box: str, kind: str) -> Text:
    line = "".join(element.itertext()).replace("\u2067", "").replace("\u2069", "")
    size, bold = float(element.attrib["font-size"]), element.get("font-weight") == "bold"
    width, up, down = (size * part for part in extent(line, bold))
    x = float(element.get("x") or element[0].attrib["x"])
    y = float(element.attrib["y"])
    left = x - width / 2 if element.get("text-anchor") == "middle" else x
    return Text(line, box, kind, Rect(left, y - up, left + width, y + down), size, bold)


@lru_cache(maxsize=100_000)
def extent(line: str, bold: bool) -> tuple[float, float, float]:
    """How wide a line is, and how far its ink goes above and below the baseline, in ems of Arimo."""
    font = _font(bold)
    buffer = uharfbuzz.Buffer()
    buffer.add_str(line)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer)
    em = float(font.face.upem)
    width, up, down = 0.0, 0.0, 0.0
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        width += position.x_advance / em
        if ink := font.get_glyph_extents(info.codepoint):
            up = max(up, ink.y_bearing / em)
            down = max(down, -(ink.y_bearing + ink.height) / em)
    return width, up, down


@lru_cache(maxsize=2)
def _font(bold: bool) -> uharfbuzz.Font:
    path = next(file.locate() for file in files("fontpkg-arimo") or () if file.name == "Arimo[wght].ttf")
    font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(Path(str(path))))))
    font.set_variations({"wght": 700 if bold else 400})
    return font
