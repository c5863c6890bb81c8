"""Conditionals are found in a text and split into their halves; what only looks like one is not offered."""

import re
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.source import Document, words
from argmap.source.candidates import candidates
from argmap.source.english.lexicon import listed
from tests import commentary

TABLE = Path(__file__).with_name("sentences_with_conditionals.txt")
ROWS = [line for line in TABLE.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")]
WORDS = listed(
    "if unless provided that as long without should had were otherwise in which case or else suppose only even then "
    "and but the a roof town it they we leaks will would may is fall not no never when where so likely to of said"
)
SIGNS = [",", ".", ";", ":", "—", "–", "(", ")", "“", "”", '"', "’", "?", "!", "…", "\n", "\n\n", "- ", "[1]", "*", "#"]
TEXTS = st.lists(st.sampled_from(sorted(WORDS) + SIGNS), max_size=60).map(" ".join) | st.text(max_size=60)


def plain(marked):
    return re.sub(r"[{}<>]", "", re.sub(r"^!|\s*~\w+$", "", marked)).strip()


def halves(marked):
    """What a row of the table marks: antecedent, consequent, negated, qualifier."""
    hedge = re.search(r"~(\w+)$", marked)
    pieces = re.findall(r"<([^>]*)>", marked)
    antecedent = plain(re.search(r"\{(.*)\}", marked)[1])
    return antecedent, max(pieces, key=len), marked.startswith("!"), hedge[1] if hedge else None


def offered(document):
    return [
        (document.text[slice(*one.antecedent)], document.text[slice(*one.consequent)], one.negated, one.qualifier)
        for one in candidates(document)
    ]


@pytest.mark.parametrize("row", ROWS)
def test_a_sentence(row):
    marked = [part.strip() for part in row.split("&")]
    document = Document.of(plain(marked[-1]))
    assert len(document.sentences) == 1
    assert offered(document) == [halves(part) for part in marked if "{" in part]


@pytest.mark.parametrize(
    ("text", "if_text", "then_text"),
    [
        ("But if the  roof\nleaks[1], then the branch will close.", "The roof leaks.", "The branch will close."),
        ("The branch will close if the roof leaks!", "The roof leaks.", "The branch will close."),
        ("The plan, if it is adopted, would fail.", "It is adopted.", "The plan would fail."),
        ("The plan — if it is adopted — would fail.", "It is adopted.", "The plan would fail."),
        ("Had they known, they would have left.", "They had known.", "They would have left."),
        ("Had the council known, it would have left.", "The council had known.", "It would have left."),
        ("Had anyone but him asked, we would know.", "Anyone but him had asked.", "We would know."),
        ("Were the branch to close, we would leave.", "The branch were to close.", "We would leave."),
        ("Were she right, we would leave.", "She were right.", "We would leave."),
        ("Should the roof leak, the branch will close.", "The roof leak.", "The branch will close."),
        ("Only if the roof holds will the branch stay.", "The branch will stay.", "The roof holds."),
        ("He said that “if the roof leaks, we close.”", "The roof leaks.", "We close."),
        ("If “the roof” leaks, we call it “rain.”", "“The roof” leaks.", "We call it “rain.”"),
        ("Without volunteers, we would close.", "Volunteers.", "We would close."),
        ("What would happen if the roof leaked?", "The roof leaked.", "What would happen?"),
    ],
)
def test_the_halves_as_sentences(text, if_text, then_text):
    (one,) = candidates(Document.of(text))
    assert (one.if_text, one.then_text) == (if_text, then_text)


def test_a_supposition_goes_on_in_the_next_sentence():
    document = Document.of("Suppose, then, that the roof leaks. The branch would close. Nobody would mind.")
    (one,) = candidates(document)
    assert document.text[slice(*one.passage)] == "the roof leaks. The branch would close"
    assert (one.if_text, one.then_text) == ("The roof leaks.", "The branch would close.")


@pytest.mark.parametrize(
    "text",
    [
        "Suppose that the roof leaks. That was in May.",
        "Suppose that the roof leaks. Would the branch close?",
        "Suppose that the roof leaks.\n\nThe branch would close.",
        "I suppose that the roof leaks. The branch would close.",
    ],
)
def test_a_supposition_that_leads_to_nothing(text):
    assert candidates(Document.of(text)) == []


def test_conditionals_are_offered_in_the_order_of_the_text():
    text = "# A\n\nIf A is so, B follows.\n- C follows if D is so\n- unless E is so, F follows\n\n> G holds if H is so."
    document = Document.of(text)
    assert [one.if_text for one in candidates(document)] == ["A is so.", "D is so.", "E is so.", "H is so."]


@settings(max_examples=500)
@given(TEXTS)
def test_halves_lie_apart_in_their_passage_and_that_in_its_sentence(text):
    document = Document.of(text)
    last = 0
    for one in candidates(document):
        first, second = sorted((one.antecedent, one.consequent))
        assert one.passage.start <= first.start < first.end <= second.start < second.end <= one.passage.end
        assert last <= one.passage.start
        assert document.words_of(one.antecedent) or document.text[slice(*one.antecedent)].strip()
        assert one.if_text.rstrip("”’\"')")[-1:] in ".!?…"
        assert one.then_text.rstrip("”’\"')")[-1:] in ".!?…"
        within = [s for s in document.sentences if s.start < one.passage.end and one.passage.start < s.end]
        assert within[0].start <= one.passage.start
        assert one.passage.end <= within[-1].end
        assert len(within) == 1 or (len(within) == 2 and not one.negated)
        assert document.paragraph_at(one.passage.start) == document.paragraph_at(one.passage.end - 1)
        last = one.passage.start


@pytest.mark.parametrize(
    "part",
    [
        "if the roof leaks the branch will close and ",
        "unless, ",
        "if a is, ",
        "that if ",
        "the town, which if it leaks, ",
        "a, if it, ",
        "it can without a ",
        "we must, or it will, ",
        "the town, otherwise, ",
        "— if (",
        "“if a, ",
        "suppose a is so. ",
        "otherwise, ",
        "do a and b, or ",
        "should the roof had ",
        "without it, ",
        "....",
        "*> - ",
    ],
)
def test_twice_the_text_takes_twice_the_steps(part):
    def steps(count):
        done = 0

        def step(frame, event, argument):
            nonlocal done
            done += event == "call"

        document = Document.of(part * count)
        before = sys.getprofile()
        sys.setprofile(step)
        try:
            candidates(document)
        finally:
            sys.setprofile(before)
        return done

    assert steps(800) < 2.3 * steps(400) + 1000


# Paragraph, the first words of the antecedent and its last, of the consequent and its last, negated, qualifier.
EXPLICIT = [
    (22, "this turmoil", "from Russia", "U.S.-Japan relations", "new difficulties", "might"),
    (24, "the Chinese government's", "possible economically", "Japan has no", "or sink", None),
    (24, "China's long-term objective", "status quo", "one possible outcome", "the AIIB", "might"),
    (26, "Japan and Russia", "balance of power", "it is hard", "balancing point", None),
    (27, "China continues", "all fronts", "Japan will be", "the United States", None),
    (27, "China utilizes", "and geoeconomics", "Japan could make", "with reservations", "might"),
    (28, "Abe reach", "Yasukuni Shrine", "What would be", "U.S.-Japan alliance", None),
    (29, "Japan and Russia cooperate", "finds objectionable", "Greater complications", "might arise", "might"),
    (30, "further rapprochement", "substantially difficult", "how might", "be affected", "might"),
    (30, "Japan sees", "U.S. policy", "Japan's strategic calculus", "more complex", None),
    (30, "Japan is pressured", "considers justifiable", "If Japan's acquiescence", "strategic position", None),
    (30, "Japan's acquiescence", "historical memory", "Japan would find", "strategic position", None),
    (31, "Japan and the United States determine", "issue differently", "caution is", "the AIIB", None),
    (32, "Abe succeeds", "with Russia", "this would not", "the United States", None),
]
SOFTER = {18, 24, 30, 33}


def said(document, passage):
    return [word.text for word in document.words_of(passage)]


@commentary.needed
def test_the_commentary():
    document = Document.of(commentary.PATH.read_text("utf-8"))
    left = candidates(document)
    for paragraph, *marked, qualifier in EXPLICIT:
        heads = [[word.text for word in words(text)] for text in marked]

        def is_it(one, paragraph=paragraph, heads=heads):
            antecedent, consequent = said(document, one.antecedent), said(document, one.consequent)
            a, b, c, d = heads
            return (
                document.paragraph_at(one.passage.start).number == paragraph
                and antecedent[: len(a)] == a
                and antecedent[-len(b) :] == b
                and consequent[: len(c)] == c
                and consequent[-len(d) :] == d
            )

        hit = next((one for one in left if is_it(one)), None)
        assert hit is not None, (paragraph, marked)
        assert (hit.negated, hit.qualifier) == (False, qualifier)
        left.remove(hit)
    others = [one for one in left if document.paragraph_at(one.passage.start).number not in SOFTER]
    assert len(others) <= 2
    assert len(left) - len(others) <= 5
