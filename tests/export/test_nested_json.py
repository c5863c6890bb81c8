import json
from typing import Any

from argmap.export.nested_json import nested_json
from tests.diagram import samples


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
