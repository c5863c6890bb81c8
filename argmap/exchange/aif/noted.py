"""What is noticed while a JSON file is read, each with its place."""

from functools import cached_property

from argmap.exchange.json_text import Lines, Path, places
from argmap.exchange.refusals import by_place, fault, loss
from argmap.format import ReadError
from argmap.model import Problem


class Noted:
    """The faults and the losses found so far in a JSON text; places are worked out once there are some."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._faults: list[Problem] = []
        self._losses: list[Problem] = []

    def fault(self, code: str, message: str, at: Path, advice: str | None = None) -> None:
        """Note what keeps the file from being read."""
        self._faults.append(fault(code, message, *self.place(at), advice=advice))

    def loss(self, code: str, message: str, at: Path, advice: str | None = None) -> None:
        """Note what can't be taken along as it was."""
        self._losses.append(loss(code, message, *self.place(at), advice=advice))

    def losses(self) -> tuple[Problem, ...]:
        """What can't be taken along, in the order of the file."""
        return tuple(sorted(self._losses, key=by_place))

    def settle(self) -> None:
        """Raise ReadError with every fault noted so far, if there is one."""
        if self._faults:
            raise ReadError(sorted(self._faults, key=by_place))

    def place(self, at: Path) -> tuple[int, int]:
        """The line and the column of a value, or of the nearest that holds it."""
        while at and at not in self._places:
            at = at[:-1]
        return self._lines.place(self._places.get(at, 0))

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self._text)

    @cached_property
    def _places(self) -> dict[Path, int]:
        return places(self._text)
