"""Where the boxes of a tree stand among their siblings: laid out by Graphviz' `dot`.

The skeleton holds no text and no lines: one node per box, as wide as the box, one edge from each
conclusion to each box that bears on it; neighbouring boxes that nothing bears on are one node,
which halves the work. Why `ordering=out`: studies/diagrams.md.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from argmap.diagram.engine import Engine, run
from argmap.diagram.structure import Forest, Stand, below, stands


@dataclass(frozen=True, slots=True)
class _Block:
    """Boxes side by side that are laid out as one."""

    stands: tuple[Stand, ...]
    breadth: float


def ranks(forest: Forest) -> list[list[Stand]]:
    """The boxes by their distance from the roots, each rank in reading order."""
    levels: list[list[Stand]] = []
    level = list(forest)
    while level:
        levels.append(level)
        level = [child for stand in level for child in below(stand)]
    return levels


def centres(forest: Forest, breadth: Mapping[Stand, float], gap: float, engine: Engine) -> dict[Stand, float]:
    """The centre of every box across its rank, in points.

    `breadth` is each box's size across the rank, `gap` the least distance between two boxes.
    """
    blocks = _blocks(forest, breadth, gap)
    edges = [("top", index, 0) for index in range(len(blocks))] if len(blocks) > 1 else []
    number = {stand: index for index, block in enumerate(blocks) for stand in block.stands}
    for root in forest:
        for stand in stands(root):
            for block in _blocks(list(below(stand)), breadth, gap):
                edges.append((str(number[stand]), len(blocks), len(block.stands)))
                number.update(dict.fromkeys(block.stands, len(blocks)))
                blocks.append(block)
    middles = _laid_out(blocks, edges, gap, engine)
    centre: dict[Stand, float] = {}
    for block, middle in zip(blocks, middles, strict=True):
        edge = middle - block.breadth / 2
        for stand in block.stands:
            centre[stand] = edge + breadth[stand] / 2
            edge += breadth[stand] + gap
    for level in reversed(ranks(forest)):
        _settle(level, centre, breadth, gap)
    return centre


def _blocks(siblings: Sequence[Stand], breadth: Mapping[Stand, float], gap: float) -> list[_Block]:
    found: list[_Block] = []
    for bare, group in groupby(siblings, lambda stand: not stand.bonds):
        alike = tuple(group)
        for members in [alike] if bare else [(stand,) for stand in alike]:
            width = sum(breadth[stand] for stand in members) + gap * (len(members) - 1)
            found.append(_Block(members, width))
    return found


def _laid_out(
    blocks: Sequence[_Block], edges: Sequence[tuple[str, int, int]], gap: float, engine: Engine
) -> list[float]:
    """The middle of every block, in points; an edge is (conclusion, block, weight)."""
    skeleton = [
        f"digraph {{ graph [ordering=out, splines=none, nodesep={gap / 72:.4f}, ranksep=0.2];",
        'node [shape=box, fixedsize=true, label="", width=0.1, height=0.1]; edge [dir=back];',
        *(f"{index} [width={block.breadth / 72:.4f}];" for index, block in enumerate(blocks)),
        *(f"{conclusion} -> {index} [weight={weight}];" for conclusion, index, weight in edges),
        "}",
    ]
    middles = [0.0] * len(blocks)
    for line in run("\n".join(skeleton), "dot", "plain", engine).splitlines():
        if line.startswith("node ") and not line.startswith("node top "):
            _, name, x, _ = line.split(" ", 3)
            middles[int(name)] = float(x) * 72
    return middles


def _settle(level: Sequence[Stand], centre: dict[Stand, float], breadth: Mapping[Stand, float], gap: float) -> None:
    """Move boxes over the middle of what bears on them, as far as their neighbours leave room.

    This also mends the overlaps that five significant digits leave in wide drawings.
    """
    least = [0.0]
    for before, after in pairwise(level):
        least.append(least[-1] + (breadth[before] + breadth[after]) / 2 + gap)
    wished = []
    for stand, shift in zip(level, least, strict=True):
        children = list(below(stand))
        middle = (centre[children[0]] + centre[children[-1]]) / 2 if children else centre[stand]
        wished.append(middle - shift)
    for stand, place, shift in zip(level, ascending(wished), least, strict=True):
        centre[stand] = place + shift


def ascending(wished: Sequence[float]) -> list[float]:
    """The ascending numbers nearest to the wished ones (least squares)."""
    blocks: list[tuple[float, int]] = []
    for wish in wished:
        blocks.append((wish, 1))
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            (second, n), (first, m) = blocks.pop(), blocks.pop()
            blocks.append(((first * m + second * n) / (m + n), m + n))
    return [value for value, length in blocks for _ in range(length)]
