"""How large people want the panes, in numbers that hold for any terminal; kept between runs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

LEAST_LINES = 3
LEAST_WIDTH = 20
SIDE_PANES = ("source", "diagram", "details")
_HEIGHTS = {"source": 5.0, "diagram": 6.0, "details": 3.0}
_LARGEST = 1000.0


@dataclass
class PaneSizes:
    """The side's share of the width, its panes' shares of its height, and what the tab takes in a narrow terminal.

    `heights` are parts of any whole; `problems` is a number of lines, None as many as are needed.
    """

    side: float = 0.5
    tab: float = 0.4
    heights: dict[str, float] = field(default_factory=lambda: dict(_HEIGHTS))
    problems: int | None = None

    @classmethod
    def of(cls, kept: Any) -> "PaneSizes":
        """The sizes that were kept, as JSON values; whatever makes no sense is as at first."""
        found = cls()
        if not isinstance(kept, Mapping):
            return found
        found.side = _share(kept.get("side"), found.side)
        found.tab = _share(kept.get("tab"), found.tab)
        lines = kept.get("problems")
        if type(lines) is int and LEAST_LINES <= lines <= _LARGEST:
            found.problems = lines
        heights = kept.get("heights")
        if isinstance(heights, Mapping) and all(_is_height(heights.get(name)) for name in SIDE_PANES):
            found.heights = {name: float(heights[name]) for name in SIDE_PANES}
        return found

    def as_json(self) -> dict[str, Any]:
        """The sizes to keep."""
        return {"side": self.side, "tab": self.tab, "heights": self.heights, "problems": self.problems}

    def widen_side(self, cells: int, width: int) -> bool:
        """Give the side so many of the `width` cells more; False where neither part can give any."""
        return self._set("side", self.side, cells, width, LEAST_WIDTH)

    def heighten_tab(self, lines: int, height: int) -> bool:
        """Give the tab so many of the `height` lines more; False where neither part can give any."""
        return self._set("tab", self.tab, lines, height, LEAST_LINES)

    def heighten(self, name: str, giving: str, lines: int, seen: Iterable[str], height: int) -> bool:
        """Give a side pane so many lines more, taken from another; False where neither can give any.

        `seen` names the side panes that share the `height`.
        """
        whole = sum(self.heights[each] for each in seen)
        line = whole / max(height, 1)
        both = self.heights[name] + self.heights[giving]
        least = LEAST_LINES * line
        wanted = max(min(self.heights[name] + lines * line, both - least), least)
        if both < 2 * least or abs(wanted - self.heights[name]) < line / 2:
            return False
        self.heights[name], self.heights[giving] = wanted, both - wanted
        return True

    def _set(self, name: str, share: float, by: int, whole: int, least: int) -> bool:
        now = round(share * whole)
        wanted = max(min(now + by, whole - least), least)
        if whole < 2 * least or wanted == now:
            return False
        setattr(self, name, wanted / whole)
        return True


def _share(value: Any, otherwise: float) -> float:
    return float(value) if isinstance(value, int | float) and 0.05 <= value <= 0.95 else otherwise


def _is_height(value: Any) -> bool:
    return isinstance(value, int | float) and 0.001 <= value <= _LARGEST
