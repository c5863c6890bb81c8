from hashlib import blake2s

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.source import Document, digest
from argmap.source.words import digests, words

TEXTS = st.text(alphabet=" \n\r\t\x0cab—’.-[]1é\u0301\u202e\ufeff\u3000", max_size=80)


@given(TEXTS)
def test_a_word_stands_where_it_says(text):
    document = Document.of(text)
    last = 0
    for word in document.words:
        assert last <= word.start < word.end <= len(document.text)
        assert [again.text for again in words(document.text[word.start : word.end])] == [word.text]
        last = word.end


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("Japan’s “rise”", "japan's rise"),
        ("the U.S.–Japan alliance", "the u.s japan alliance"),
        ("reservations—such as", "reservations such as"),
        ("reservations--such as", "reservations such as"),
        ("allies.[1] Then", "allies then"),
        ("re[12]start [2018]", "re start 2018"),
        ("£94,000 & AT&T, and/or 3.5%", "94 000 at&t and/or 3.5"),
        ("STRASSE Straße", "strasse strasse"),
        ("cafe\u0301 café", "café café"),
        ("a_b 'tis rock'n'roll-", "a b tis rock'n'roll"),
        ("東京の平日", "東京の平日"),
    ],
)
def test_words_are_normalised(text, normal):
    assert [word.text for word in words(text)] == normal.split()


@pytest.mark.parametrize(
    ("text", "hash"),
    [
        ("The town should run a night bus on Fridays and Saturdays.", "fcac8f5d"),
        ("the TOWN should\n run a night bus — on “Fridays” and Saturdays[3]", "fcac8f5d"),
        ("the U.S.–Japan alliance", "4a8bf9b4"),
        ("Japan’s “rise” – it isn’t", "a384802f"),
        ("£94,000 & AT&T, and/or 3.5%", "1824512a"),
        ("Straße, cafe\u0301, ΣΊΣΥΦΟΣ", "896ec0d5"),
        ("東京の平日", "624222b7"),
        ("a", "170ea7d9"),
    ],
)
def test_vectors_of_the_hash(text, hash):
    assert digest(word.text for word in words(text)) == hash


def test_the_hash_is_blake2s_of_the_words_joined_by_one_space():
    assert digest(["a", "night", "bus"]) == blake2s(b"a night bus", digest_size=4).hexdigest()
    assert digest(["anight", "bus"]) != digest(["a", "nightbus"])


@given(st.lists(st.sampled_from(["a", "bus", "é", "東京"]), max_size=9), st.data())
def test_the_hashes_of_growing_passages_are_those_of_each(parts, data):
    ends = sorted(data.draw(st.lists(st.integers(0, len(parts)))))
    assert list(digests(parts, ends)) == [digest(parts[:end]) for end in ends]
