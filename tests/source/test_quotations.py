import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.source import Document, Passage, quoted, unheld, words
from argmap.source.quotations import places


def normal(text):
    return [word.text for word in words(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They call it “a new start”.", ["a new start"]),
        ('They call it "a new start".', ["a new start"]),
        ("They call it «a new start».", ["a new start"]),
        ("Ils disent « un bon début ».", ["un bon début"]),
        ("Sie nennen es „einen Anfang“, er „ein Ende”.", ["einen Anfang", "ein Ende"]),
        ("Sie nennen es »einen Anfang«.", ["einen Anfang"]),
        ("De kallar det ”en början”.", ["en början"]),
        ("They call it ‘a new start’.", ["a new start"]),
        ("They call it 'a new start'.", ["a new start"]),
        ("The “experts” and the “friends” agree.", ["experts", "friends"]),
        ("She said “he called it ‘new’ at once” twice.", ["he called it ‘new’ at once"]),
        ("She said “he called it “new” at once” twice.", ["he called it “new” at once"]),
        ("'We want peace,' she said, 'but not now.'", ["We want peace,", "but not now."]),
        ("He calls it 'the students' choice' today.", ["the students' choice"]),
        ("He calls it ‘new’ in the workers’ view.", ["new"]),
        ("It is Abe's view and the workers' view.", []),
        ("It’s the dogs’ and the cats’ food.", []),
        ("'Tis the season of the dogs' food.", []),
        ("Rock 'n' roll in the '90s and the '80s' style.", []),
        ("In the '90s the workers' wages rose.", []),
        ('He is 6\'2" tall and the pipe is 5" wide.', []),
        ("It said “ nothing was closed.", []),
        ('A single " stands here.', []),
        ("", []),
    ],
)
def test_quotation_marks_are_told_from_apostrophes_and_inches(text, found):
    assert [each.text for each in quoted(text)] == found
    assert [text[each.start : each.end] for each in quoted(text)] == found


PASSAGE = normal(
    "China’s regular visits to the islands — the “northern islands” — began in 2012, and the U.S. embassy was "
    "“disappointed”[4] by power-oriented talk."
)


@pytest.mark.parametrize(
    "said",
    [
        "“regular visits to the islands”",
        "“Regular Visits to the islands.”",
        '"the northern islands began in 2012"',
        "“disappointed by power-oriented talk”",
        "“China” and “power”",
        "“China’s regular visits … began in 2012”",
        "“visits ... 2012 [...] disappointed”",
        "“visits . . . 2012”",
        "“[t]he islands”",
        "“[R]egular visits”",
        "“the [disputed] islands”",
        "“[they] began in 2012”",
        "“visit[ed] to the islands”",
        "“[un]disappointed by”",
        "“began in 2012 [sic]”",
        "“disappointed[4] by”",
        "“—”",
        "“*regular* visits”",
        "no quotation at all",
    ],
)
def test_a_quotation_is_held_in_any_typography_and_with_the_quoters_signs(said):
    assert unheld(f"They say {said}.", [PASSAGE]) == []


@pytest.mark.parametrize(
    "said",
    [
        "irregular",
        "regular visits to islands",
        "began in 2013",
        "2012 … visits",
        "the islands [...] the embassy",
        "visit[ed] by the islands",
        "hina",
        "*sits* to the islands",
        "U.S. ambassador",
    ],
)
def test_words_the_passage_does_not_hold_one_after_the_other_are_told(said):
    assert [each.text for each in unheld(f"They say “{said}” and “islands”.", [PASSAGE])] == [said]


def test_several_passages_hold_a_quotation_between_them_in_their_order():
    passages = [normal("the bus runs late"), normal("and the tram is full")]
    assert unheld("“bus runs … tram is full”", passages) == []
    assert unheld("“the tram” and “the bus”", passages) == []
    assert len(unheld("“tram is full … bus runs”", passages)) == 1
    assert len(unheld("“runs late and the tram”", passages)) == 1


def test_without_a_passage_nothing_is_judged():
    assert unheld("They call it “new”.", []) == []


def test_the_places_of_a_quotation_are_the_texts_own():
    document = Document.of("The bus is late. The bus, they say, is [7] late again.")
    whole = Passage(0, len(document.text))

    def said(quotation):
        return [[document.text[slice(*part)] for part in place] for place in places(document, whole, quotation)]

    assert said("bus is late") == [["bus is late"]]
    assert said("is late again") == [["is [7] late again"]]
    assert said("the bus … late") == [["The bus", "late"], ["The bus", "late"]]
    assert said("late late") == []
    document = Document.of("late late late")
    whole = Passage(0, len(document.text))
    assert [place[0].start for place in places(document, whole, "late late")] == [0, 5]
    document = Document.of("The bus is late.")
    assert said("the tram") == said("…") == []
    assert places(document, Passage(0, 10), "is late") == []


WORDS = ["bus", "late", "runs", "Town's", "U.S.", "naïve", "30,000", "co-op", "a", "The"]
MARKS = [("“", "”"), ('"', '"'), ("«", "»"), ("„", "“")]


@given(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=20),
    st.data(),
    st.sampled_from(MARKS),
)
def test_any_stretch_of_a_passage_is_held_and_none_with_a_strange_word(passage, data, marks):
    first = data.draw(st.integers(0, len(passage) - 1))
    end = data.draw(st.integers(first + 1, len(passage)))
    stretch = [data.draw(st.sampled_from([str, str.upper, str.lower]))(word) for word in passage[first:end]]
    space = data.draw(st.sampled_from([" ", "\n", " — ", ", ", "  "]))
    opening, closing = marks
    known = [normal(" ".join(passage))]
    assert unheld(f"So {opening}{space.join(stretch)}{closing} it is.", known) == []
    stretch[data.draw(st.integers(0, len(stretch) - 1))] = "zeppelin"
    assert len(unheld(f"So {opening}{space.join(stretch)}{closing} it is.", known)) == 1


@given(st.text(alphabet="ab '\"“”‘’«»„[]….*1-\n", max_size=60), st.lists(st.sampled_from("ab"), max_size=5))
def test_any_text_is_read(text, passage):
    for each in quoted(text):
        assert text[each.start : each.end] == each.text
    assert set(unheld(text, [passage])) <= set(quoted(text))
