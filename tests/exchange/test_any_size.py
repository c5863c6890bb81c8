"""Input that is made to take long: it is read or refused in time that grows with its length."""

import json
import time
from contextlib import suppress

import pytest

from argmap.exchange import Content, read_foreign
from argmap.format import ReadError

MANY = 1500


def _aif(nodes: list[dict[str, str]], edges: list[tuple[str, str]], **more: object) -> str:
    joined = [{"fromID": one, "toID": other} for one, other in edges]
    return json.dumps({"nodes": nodes, "edges": joined} | more)


_STATEMENTS = [{"nodeID": str(number), "type": "I", "text": f"Text {number}."} for number in range(MANY)]
_CROWD = _aif(
    [*_STATEMENTS, {"nodeID": "r", "type": "RA", "text": ""}],
    [("r", each["nodeID"]) for each in _STATEMENTS] + [(each["nodeID"], "r") for each in _STATEMENTS],
)
_SPACES = _aif(
    [_STATEMENTS[0], *({"nodeID": f"l{each}", "type": "L", "text": f"{' ' * 20_000}x"} for each in "ab")],
    [],
    locutions=[{"nodeID": f"l{each}", "personID": each} for each in "ab"],
)
_SCHEMES = _aif(
    [_STATEMENTS[0], {"nodeID": "r", "type": "RA", "text": ""}],
    [("r", "0")],
    schemefulfillments=[{"nodeID": "r", "schemeID": str(number)} for number in range(30_000)],
)
_LINKS = "1. Thesis.\n1.1. Pro: " + "[a\\" * 20_000


@pytest.mark.parametrize(("format", "text"), [("aif", _CROWD), ("aif", _SPACES), ("aif", _SCHEMES), ("kialo", _LINKS)])
def test_what_is_made_to_take_long_takes_no_time(format: str, text: str) -> None:
    start = time.process_time()
    with suppress(ReadError):
        read_foreign(Content(text.encode()), format)
    assert time.process_time() - start < 2


def test_numbers_as_texts_stay_as_they_are_written() -> None:
    nodes = ",".join(
        f'{{"nodeID": {id}, "type": "I", "text": {text}}}' for id, text in enumerate(("1.10", "1e400", "NaN"))
    )
    map = read_foreign(Content(f'{{"nodes": [{nodes}], "edges": []}}'.encode()), "aif").map
    assert [getattr(entry, "text", "") for _, entry in map.sentences()] == ["1.10", "1e400", "NaN"]
