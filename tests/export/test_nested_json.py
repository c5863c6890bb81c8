import json
import random
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from argmap.diagram.error import DiagramError
from argmap.diagram.marks import Marks
from argmap.export import ExportOptions, export
from argmap.export.nested_json import nested_json
from argmap.export.nested_schema import nested_schema
from argmap.format import read
from argmap.model import ArgumentMap, Objection, Scenario, Source, Statement
from argmap.workspace.files import open_map
from tests.diagram import samples
from tests.format.test_reader import GOOD
from tests.random_maps import random_map

MAPS = Path(__file__).parents[2] / "maps"
VALIDATOR = jsonschema.Draft202012Validator(nested_schema())


def nodes(below: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [found for node in below for found in (node, *nodes(node["below"]))]


def test_statements_say_how_close_they_keep_to_their_text() -> None:
    outline = nodes(json.loads(nested_json(samples.sourced()))["outline"])
    assert {node["id"]: node["fidelity"] for node in outline if "fidelity" in node} == {
        "keep": "quotation",
        "trade": "interpretation",
        "pays": "quotation",
        "ships": "paraphrase",
        "worth": "implicit",
        "if-ships": "interpretation",
        "if-trade": "quotation",
        "birds": "paraphrase",
        "lamps": "interpretation",
    }
    assert '"fidelity"' not in nested_json(samples.small())


def test_every_map_is_valid_by_the_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(nested_schema())
    maps = [
        ArgumentMap(),
        samples.small(),
        samples.sourced(),
        read(GOOD.encode()).map,
        *(open_map(path).map for path in sorted(MAPS.glob("*.toml"))),
        *(samples.wild(random.Random(seed), 25) for seed in range(25)),
        *(random_map(random.Random(seed), 25) for seed in range(25)),
    ]
    for map in maps:
        VALIDATOR.validate(json.loads(nested_json(map)))


def test_the_schema_allows_nothing_else() -> None:
    good = json.loads(nested_json(samples.small()))

    def changed(**keys: Any) -> dict[str, Any]:
        return {**good, "outline": [{**good["outline"][0], **keys}]}

    VALIDATOR.validate(changed(note="A note."))
    for wrong in ({"colour": "red"}, {"role": "king"}, {"kind": "reason"}, {"label": 7}, {"below": [{}]}):
        with pytest.raises(jsonschema.ValidationError):
            VALIDATOR.validate(changed(**wrong))
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate({**good, "more": 1})
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate({name: value for name, value in good.items() if name != "tray"})


def test_nothing_that_the_file_says_is_left_out() -> None:
    map = ArgumentMap(
        title="T",
        note="A note.",
        tags=("x",),
        entries={
            "s": Source(title="A source"),
            "a": Statement(text="A.", stands_in=("nowhere",), note="N.", tags=("t",), by="B"),
            "o": Objection(target="nothing"),
            "w": Scenario(title="W", suppose=("not a",)),
        },
    )
    found = json.loads(nested_json(map))
    assert (found["note"], found["tags"]) == ("A note.", ["x"])
    assert found["sources"] == [{"id": "s", "title": "A source"}]
    assert found["scenarios"] == [{"id": "w", "title": "W", "suppose": ["not a"]}]
    every = {node["id"]: node for node in nodes([*found["outline"], *found["tray"]])}
    said = {"in": ["nowhere"], "text": "A.", "note": "N.", "tags": ["t"], "by": "B"}
    assert said.items() <= every["a"].items()
    assert every["o"]["against"] == "nothing"


def test_as_a_format_it_is_what_show_prints() -> None:
    assert export(samples.small(), "json").decode() == nested_json(samples.small())
    with pytest.raises(DiagramError, match="no scenario"):
        export(samples.small(), "json", ExportOptions(marks=Marks()))


def test_depth_has_no_limit() -> None:
    assert nested_json(samples.deep(5000)).count('"statement"') == 5000
