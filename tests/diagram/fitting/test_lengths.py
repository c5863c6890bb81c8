import pytest

from argmap.diagram.error import DiagramError
from argmap.diagram.fitting.lengths import points, told


@pytest.mark.parametrize(
    ("written", "length"),
    [("25.4mm", 72), ("2.54 cm", 72), ("3.5in", 252), (" 252 pt ", 252), ("89MM", 252.28), (".5in", 36)],
)
def test_a_length_in_points(written: str, length: float) -> None:
    assert points(written) == pytest.approx(length, abs=0.01)


@pytest.mark.parametrize("written", ["89", "mm", "", "-5mm", "89 px", "1e3mm", "89mm wide", "nan mm", "٣in"])
def test_what_is_no_length_says_how_to_write_one(written: str) -> None:
    with pytest.raises(DiagramError, match="such as 89mm"):
        points(written)


@pytest.mark.parametrize("written", ["1mm", "0in", "99999cm"])
def test_what_no_figure_can_measure(written: str) -> None:
    with pytest.raises(DiagramError, match=r"take 7\.1 mm to 5080 mm"):
        points(written)


def test_lengths_are_told_in_millimetres() -> None:
    assert told(72) == "25.4 mm"
    assert told(points("89mm")) == "89 mm"
