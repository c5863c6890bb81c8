import pytest

from argmap.model import Anchor, ArgumentMap, Source, Statement
from argmap.source import Document, Texts
from argmap.source.verified import anchors, briefly, verified

HERE = Anchor(source="a", para=1, head="Trams run")
OVER = Anchor(source="b", para=2, head="Buses stop")
GONE = Anchor(source="a", para=1, head="Ships sail")
NO_SUCH = Anchor(source="x", para=1, head="Trams run")
MAP = ArgumentMap(
    entries={
        "a": Source(),
        "b": Source(anchor=(HERE,)),
        "s": Statement(text="S.", anchor=(OVER, HERE)),
        "t": Statement(text="T.", anchor=(NO_SUCH, GONE)),
    }
)


def test_every_anchor_whose_text_is_at_hand_is_found_in_its_own_text_in_the_order_of_the_file():
    assert [(id, at) for id, at, _ in anchors(MAP)] == [("b", 0), ("s", 0), ("s", 1), ("t", 0), ("t", 1)]
    texts = Texts({"a": Document.of("Trams run."), "b": Document.of("Trams run.\n\nBuses stop.")})
    found = verified(MAP, texts)
    assert [(one.id, one.at, one.anchor) for one in found] == [
        ("b", 0, HERE),
        ("s", 0, OVER),
        ("s", 1, HERE),
        ("t", 1, GONE),
    ]
    assert [one.found.status for one in found] == ["unverified"] * 3 + ["lost"]
    assert [one.found.passage for one in found] == [(0, 9), (12, 22), (0, 9), None]
    assert [one.id for one in verified(MAP, Texts({"b": texts.documents["b"]}))] == ["s"]
    assert verified(MAP, Texts()) == []


@pytest.mark.parametrize(
    ("head", "tail", "told"),
    [
        ("trams run", None, "“trams run” (¶7)"),
        ("trams\nrun", "at  night", "“trams run … at night” (¶7)"),
        ("a b c d e f g h", "i j k l m n o p", "“a b c d e f … k l m n o p” (¶7)"),
    ],
)
def test_an_anchor_is_told_by_its_first_and_last_words(head, tail, told):
    assert briefly(Anchor(source="s", para=7, head=head, tail=tail)) == told
