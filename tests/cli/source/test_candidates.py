import json

import pytest

from argmap.cli.source import candidates as module
from argmap.source import Document, Passage
from argmap.source.candidates import Candidate
from argmap.workspace.dismissed import dismiss
from tests.cli.source.conftest import MAP, TEXT

IF = """
[conditional.if-money-rails]
if = "money"
then = "rails"
in = "r"
anchor = { source = "report", para = 3, from = "The town has money" }
"""


def at(words):
    return Passage(TEXT.index(words), TEXT.index(words) + len(words))


RAILS = Candidate(at("They run on rails"), at("They"), at("run"), "they run", "they stay", True, "likely")
MONEY = Candidate(at("The town has money. It"), at("The town"), at("money"), "the town has money", "it may have more")


@pytest.fixture(autouse=True)
def _found(monkeypatch):
    """Two conditionals, as if the text stated them."""
    monkeypatch.setattr(module, "candidates", lambda document: [RAILS, MONEY])


def test_each_conditional_is_told_with_its_halves(trams):
    status, out, _ = trams.run("candidates", trams.path)
    assert status == 0
    assert out.splitlines() == [
        "“On trams”: 2 conditionals, 0 mapped",
        "¶2",
        "  IF NOT  they run",
        "  THEN (likely)  they stay",
        "¶3",
        "  IF  the town has money",
        "  THEN  it may have more",
    ]


def test_what_a_conditional_points_to_is_mapped_and_what_was_dismissed_is_told(trams):
    trams.path.write_text(MAP + IF)
    document = Document.of(TEXT)
    dismiss(document.hash_of(RAILS.passage))
    lines = trams.run("candidates", trams.path)[1].splitlines()
    assert lines[0] == "“On trams”: 2 conditionals, 1 mapped, 1 dismissed"
    assert lines[1] == "¶2  dismissed"
    assert lines[4] == "¶3  mapped: P3"
    dismissed, mapped = json.loads(trams.run("candidates", trams.path, "--format", "json")[1])
    assert (dismissed["dismissed"], dismissed["mapped"]) == (True, [])
    assert (mapped["dismissed"], mapped["mapped"]) == (False, ["if-money-rails"])
    assert (dismissed["para"], dismissed["text"], dismissed["negated"]) == (2, "They run on rails", True)
    assert (dismissed["if"], dismissed["then"], dismissed["qualifier"]) == ("they run", "they stay", "likely")
