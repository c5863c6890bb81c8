"""Files that something happened to, for property tests of readers."""

from collections.abc import Sequence

from hypothesis import strategies as st

from argmap.exchange import Content, read_foreign
from argmap.format import ReadError

Cut = tuple[int, int, bytes]


def mutations(pieces: Sequence[bytes]) -> st.SearchStrategy[list[Cut]]:
    """What may happen to a file: stretches of it, told in thousandths, give way to a piece or to any text."""
    new = st.sampled_from([b"", *pieces]) | st.text(max_size=4).map(str.encode)
    return st.lists(st.tuples(st.integers(0, 999), st.integers(0, 40), new), min_size=1, max_size=3)


def mutated(data: bytes, cuts: list[Cut]) -> bytes:
    """The file after the cuts."""
    for at, length, new in cuts:
        start = len(data) * at // 1000
        data = data[:start] + new + data[start + length :]
    return data


def is_told(data: bytes, format: str | None) -> bool:
    """Whether a file gives a map with a statement, or an error that says where; any other error is raised."""
    last_line = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
    try:
        imported = read_foreign(Content(data), format)
    except ReadError as error:
        told = error.problems
        return bool(told) and all(each.severity == "error" and 1 <= (each.line or 0) <= last_line for each in told)
    placed = all(each.severity == "warning" and (each.line or each.id) for each in imported.problems)
    return placed and any(True for _ in imported.map.sentences())
