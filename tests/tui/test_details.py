"""The details pane without a screen: what is told of an entry."""

from argmap.model import ArgumentMap, Conditional
from argmap.model.sources import Anchor
from argmap.tui.widgets.details import facts
from tests.diagram import samples


def told(map: ArgumentMap, id: str) -> dict[str, list[str]]:
    row = next(row for row in map.outline.rows if row.id == id)
    found: dict[str, list[str]] = {}
    for name, text in facts(map, row, ()):
        found.setdefault(name, []).append(text)
    return found


def test_how_close_a_statement_keeps_to_its_text_is_told_in_words() -> None:
    map = samples.sourced()
    said = {id: told(map, id).get("fidelity", [""])[0].partition(",")[0] for id in map.entries if map.sentence(id)}
    assert said == {
        "keep": "quotation",
        "trade": "interpretation",
        "if-trade": "quotation",
        "pays": "quotation",
        "ships": "paraphrase",
        "worth": "implicit",
        "if-ships": "interpretation",
        "birds": "paraphrase",
        "lamps": "interpretation",
    }
    assert "implicit" not in told(map, "worth")
    assert "fidelity" not in told(samples.small(), "shops")
    assert told(samples.small(), "shops")["implicit"] == ["yes, supplied by the reader"]


def test_each_passage_is_told_with_its_place_and_number_of_words() -> None:
    map = samples.sourced()
    lamps = map.sentence("lamps")
    assert lamps is not None
    assert not isinstance(lamps, Conditional)
    anchors = (
        Anchor(source="text", para=12, head="we therefore recommend", tail="private cars", words=21),
        Anchor(source="other", para=3, head="Cars", words=1),
        Anchor(source="text", para=4, head="no more", tail="lamps"),
    )
    map = map.with_entries({**map.entries, "lamps": lamps.model_copy(update={"anchor": anchors})}, {"lamps"})
    assert told(map, "lamps")["source"] == [
        "text ¶12, 21 words: we therefore recommend … private cars",
        "other ¶3, 1 word: Cars",
        "text ¶4: no more … lamps",
    ]
