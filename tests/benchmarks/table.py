"""Lines and columns of what is printed: milliseconds of CPU, and ratios."""

import statistics
from collections.abc import Sequence


def line(what: str, seconds: float, budget: float | None = None, remark: str = "") -> None:
    """Print one time in seconds, and what part of its budget that is."""
    ratio = f"{seconds / budget:5.2f} of {budget * 1000:7.0f} ms" if budget else " " * 19
    print(f"{what:<52} {seconds * 1000:9.1f} ms   {ratio}  {remark}", flush=True)


def heading(what: str, *columns: str) -> None:
    """Print the names of columns."""
    print(f"\n{what:<36}" + "".join(f"{column:>10}" for column in columns), flush=True)


def row(what: str, *cells: float | None) -> None:
    """Print numbers below their columns; None is a gap."""
    told = ("-" if cell is None else f"{cell:.2f}" if cell < 10 else f"{cell:.1f}" for cell in cells)
    print(f"  {what:<34}" + "".join(f"{cell:>10}" for cell in told), flush=True)


def median(times: Sequence[float]) -> float:
    """The middle of times."""
    return statistics.median(times)


def ninetieth(times: Sequence[float]) -> float:
    """What nine of ten times don't exceed."""
    return sorted(times)[max(-(-len(times) * 9 // 10) - 1, 0)]


def ms(seconds: float | None) -> float | None:
    """Seconds in milliseconds."""
    return None if seconds is None else seconds * 1000


def over(one: float | None, other: float | None) -> float | None:
    """A ratio, where both are known."""
    return one / other if one is not None and other else None
