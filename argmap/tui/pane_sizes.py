"""How large people want the panes, in numbers that hold for any terminal; kept between runs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

LEAST_LINES = 3
LEAST_WIDTH = 20
SIDE_PANES = ("source", "scenario", "diagram", "details")
_HEIGHTS = {"source": 12.0, "scenario": 11.0, "diagram": 9.0, "details": 4.0}
_LARGEST = 1000.0
_ROUNDED = 0.3


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

    def widen_side(self, cells: int, now: int, width: int) -> bool:
        """Give the side, `now` cells wide, so many of the `width` more; False where neither part can give any."""
        wanted = _traded(now, cells, width, LEAST_WIDTH)
        self.side = (wanted - _ROUNDED) / width if wanted != now else self.side
        return wanted != now

    def heighten_tab(self, lines: int, now: int, height: int) -> bool:
        """Give the tab, `now` lines high, so many of the `height` more; False where neither part can give any."""
        wanted = _traded(now, lines, height, LEAST_LINES)
        self.tab = (wanted - _ROUNDED) / height if wanted != now else self.tab
        return wanted != now

    def heighten(self, name: str, giving: str, lines: int, now: Mapping[str, int]) -> bool:
        """Give a side pane so many lines more, taken from another; False where neither can give any.

        `now` tells the lines of every side pane that is seen.
        """
        wanted = _traded(now[name], lines, now[name] + now[giving], LEAST_LINES)
        if wanted == now[name]:
            return False
        scale = sum(now.values()) / sum(self.heights[each] for each in now)
        self.heights = {each: float(now.get(each, height * scale)) for each, height in self.heights.items()}
        self.heights[name], self.heights[giving] = float(wanted), float(now[name] + now[giving] - wanted)
        return True


def _traded(now: int, by: int, whole: int, least: int) -> int:
    return now if whole < 2 * least else max(min(now + by, whole - least), least)


def _share(value: Any, otherwise: float) -> float:
    return float(value) if isinstance(value, int | float) and 0.05 <= value <= 0.95 else otherwise


def _is_height(value: Any) -> bool:
    return isinstance(value, int | float) and 0.001 <= value <= _LARGEST
