import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model import ArgumentMap, Conditional, Reason, Source, Statement
from argmap.model.sources import Anchor
from argmap.source import digest, fidelity, words

TEXT = "The bridge [2] is closed — “for good”, they say. Nobody in the co-op’s office was naïve enough to ask."


def anchor(passage, source="s", **other):
    found = [word.text for word in words(passage)]
    fields = {"words": len(found), "hash": digest(found), "tail": "…"} | other
    return Anchor(source=source, para=1, head=" ".join(found[:3]), **fields)


def said(text, *anchors, kind=Statement, sources=("s", "t"), **fields):
    """The fidelity of a premise with this text and these anchors."""
    sentence = kind(text=text, stands_in=("r",), anchor=anchors, **fields)
    entries = {id: Source() for id in sources}
    return fidelity(
        ArgumentMap(entries={**entries, "c": Statement(text="So."), "r": Reason(target="c"), "a": sentence}), "a"
    )


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        'the bridge is closed – "for good," they say; NOBODY in the co‑op\'s office was nai\u0308ve enough to ask',
        "“The bridge is closed — ‘for good’, they say. Nobody in the co-op’s office was naïve enough to ask.”",
        f"[2] {TEXT}",
        "[t]he bridge is closed for good they say. [N]obody in the co-op's office was naïve enough to ask[7]",
    ],
)
def test_the_passages_words_in_any_typography_are_a_quotation(text):
    assert said(text, anchor(TEXT)) == "quotation"
    assert said(text, anchor("Something else."), anchor(TEXT)) == "quotation"


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("closed", "shut"),
        TEXT.replace("is closed", "closed"),
        TEXT + " Now.",
        "closed is the bridge",
        "The [old] bridge is closed — “for good”, they say. Nobody in the co-op’s office was naïve enough to ask.",
        "The bridge is closed … Nobody in the co-op’s office was naïve enough to ask.",
        "—",
        "",
    ],
)
def test_other_words_are_a_paraphrase(text):
    assert said(text, anchor(TEXT)) == "paraphrase"


def test_passages_make_a_quotation_where_their_seams_show():
    one, two, three = (anchor(each) for each in ("the bus is late", "nobody rides it", "the town pays"))
    assert said("The bus is late. Nobody rides it.", one, two) == "quotation"
    assert said("The bus is late … the town pays", one, two, three) == "quotation"
    assert said("Nobody rides it [...] the town pays", one, two, three) == "quotation"
    assert said("The bus is late nobody rides it", one, two) == "paraphrase"
    assert said("Nobody rides it. The bus is late.", one, two) == "paraphrase"
    assert said("The bus is late. The bus is late.", one) == "paraphrase"
    assert said("The bus is late. Nobody rides it.", one, anchor("nobody rides it", "t")) == "paraphrase"


def test_the_encoding_of_a_first_letter_does_not_matter():
    assert said("E\u0301té tardif", anchor("Été tardif")) == "quotation"


def test_one_passage_may_begin_another():
    assert said("The bus is late now.", anchor("the bus"), anchor("the bus is late now")) == "quotation"
    assert said("The bus. Is late now.", anchor("the bus is late now"), anchor("the bus"), anchor("is late now")) == (
        "quotation"
    )


def test_without_a_hash_only_a_passage_written_out_is_compared():
    assert said("The bus is", anchor("the bus is", hash=None, words=None, tail=None)) == "quotation"
    assert said("The bus was", anchor("the bus is", hash=None, words=None, tail=None)) == "paraphrase"
    assert said("The bus is", anchor("the bus is", hash=None)) == "paraphrase"
    assert said("The bus is late", anchor("the bus is late", words=None)) == "quotation"
    assert said("The bus is late", anchor("the bus is late", words=3)) == "paraphrase"


def test_what_the_map_says_decides_where_there_is_no_passage():
    assert said("So it is.") == "interpretation"
    assert said("So it is.", implicit=True) == "implicit"
    assert said("So it is.", anchor(TEXT), implicit=True) == "implicit"
    assert said(TEXT, anchor(TEXT), implicit=True) == "quotation"


def test_without_a_source_there_is_no_fidelity():
    assert said("So it is.", sources=()) is None
    assert said("So it is.", implicit=True, sources=()) is None
    assert said(TEXT, anchor(TEXT), sources=()) is None


def test_a_conditional_is_compared_by_its_own_text():
    halves = {"kind": Conditional, "antecedent": "c", "consequent": "c"}
    assert said("If so, then so.", anchor("if so, then so"), **halves) == "quotation"
    assert said(None, anchor("If so, then so."), **halves) == "paraphrase"
    assert said(None, **halves) == "interpretation"


def test_a_proposition_is_only_judged_by_its_passage():
    entries = {
        "s": Source(),
        "c": Statement(text="So."),
        "r": Reason(target="c"),
        "if": Conditional(antecedent="p and q", consequent="c", stands_in=("r",)),
        "p": Statement(text="It rains."),
        "q": Statement(text="It pours.", anchor=(anchor("It pours."),)),
    }
    map = ArgumentMap(entries=entries)
    assert [fidelity(map, id) for id in ("p", "q", "c", "r", "s", "nowhere")] == [
        None,
        "quotation",
        "interpretation",
        None,
        None,
        None,
    ]


PIECES = ["bus", "Town’s", "co-op", "U.S.", "“late”", "naïve", "30", "ÉTÉ", "straße"]


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=12), st.data())
def test_a_statement_of_a_passages_words_is_a_quotation_and_a_changed_word_makes_it_none(passage, data):
    folds = [str, str.upper, str.lower, lambda word: word.replace("’", "'").replace("-", "‑"), lambda word: f"({word})"]
    text = [data.draw(st.sampled_from(folds))(word) for word in passage]
    space = data.draw(st.sampled_from([" ", "\n", " — ", ", ", ". ", " … ", " [12] "]))
    assert said(space.join(text), anchor(" ".join(passage))) == "quotation"
    at = data.draw(st.integers(0, len(text) - 1))
    changed = data.draw(st.sampled_from([["zeppelin"], [], [text[at], "too"]]))
    assert said(space.join([*text[:at], *changed, *text[at + 1 :]]), anchor(" ".join(passage))) == "paraphrase"


def test_the_first_source_of_a_map_counts_after_an_edit():
    bare = ArgumentMap(entries={"a": Statement(text="It rains.")})
    assert fidelity(bare, "a") is None
    sourced = bare.with_entries({"s": Source(), **bare.entries}, {"s"})
    assert fidelity(sourced, "a") == "interpretation"
    assert fidelity(sourced.with_entries(bare.entries, {"s"}), "a") is None
