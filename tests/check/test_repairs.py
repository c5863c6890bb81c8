from hypothesis import given
from hypothesis import strategies as st

from argmap.check import check
from argmap.check.repairs import digests, doubtful, repair, repaired
from argmap.edit import reanchor, set_fields
from argmap.format import read
from argmap.model import Anchor, ArgumentMap, Scenario, Source, Statement
from argmap.source import Document, Passage, Texts, anchor_to
from argmap.source.verified import verified


def bare(map, *ids, **more):
    """The map with the words and hashes of some anchors taken out."""
    gone = {"words": None, "hash": None, **more}
    return reanchor(map, {id: (map.entries[id].anchor[0].model_copy(update=gone),) for id in ids})[0]


def test_nothing_is_mended_where_all_is_well(drawn):
    assert repair(drawn.map, drawn.texts) is None
    assert repair(drawn.map, Texts(missing={"report": "gone"})) is None


def test_words_and_hashes_are_filled_in_and_the_rest_of_the_anchor_stays(drawn):
    map = bare(drawn.map, "rails", "money", head="they RUN on")
    map = bare(map, "money", head="the TOWN", tail="money")
    now, change = repair(map, drawn.texts)
    assert change.touched == {"rails", "money"}
    (rails,), (money,) = now.entries["rails"].anchor, now.entries["money"].anchor
    assert (rails.head, rails.tail) == ("they RUN on", "seen one swerve")
    assert rails.hash == drawn.map.entries["rails"].anchor[0].hash
    assert (money.words, money.hash) == (4, drawn.map.entries["money"].anchor[0].hash)
    assert check(now, drawn.texts) == []


def test_a_number_of_words_alone_is_filled_in(drawn):
    anchor = drawn.map.entries["rails"].anchor[0]
    map, _ = reanchor(drawn.map, {"rails": (anchor.model_copy(update={"words": None}),)})
    assert repaired(map, drawn.texts) == {"rails": (anchor,)}


def test_what_moved_is_followed_and_then_the_digest_is_written(drawn):
    texts = drawn.changed("On trams\n", "On trams\n\nBy me\n")
    now, change = repair(drawn.map, texts)
    assert [now.entries[id].anchor[0].para for id in ("rails", "money")] == [3, 4]
    assert now.entries["report"].sha256 == texts.documents["report"].sha256
    assert change.touched == {"rails", "money", "report"}
    assert check(now, texts) == []


def test_what_has_changed_waits_for_a_person_and_so_does_the_digest(drawn):
    texts = drawn.changed("nobody has ever", "some people have")
    assert repair(drawn.map, texts) is None
    assert [one[:2] for one in doubtful(drawn.map, texts)] == [("rails", 0)]
    now, _ = repair(drawn.map, texts, {("rails", 0)})
    assert check(now, texts) == []
    assert now.entries["rails"].anchor[0] == doubtful(drawn.map, texts)[0].found.anchor


def test_what_is_lost_keeps_its_anchor_and_the_digest(drawn):
    texts = drawn.changed("They run on rails, and nobody has ever seen one swerve.", "")
    assert repair(drawn.map, texts, {("rails", 0)}) is None
    assert doubtful(drawn.map, texts) == []


def test_without_a_hash_only_what_nobody_can_doubt_is_filled_in(drawn):
    elsewhere = bare(drawn.map, "rails", para=3)
    assert repaired(elsewhere, drawn.texts) == {}
    assert [one.id for one in doubtful(elsewhere, drawn.texts)] == ["rails"]
    assert repaired(elsewhere, drawn.texts, {("rails", 0)})["rails"][0].para == 2

    map, texts = bare(drawn.map, "rails"), drawn.changed("next year", "this year")
    assert repair(map, texts) is None
    assert [one.id for one in doubtful(map, texts)] == ["rails"]
    now, _ = repair(map, texts, {("rails", 0)})
    assert check(now, texts) == []


def test_a_digest_is_filled_in_though_anchors_wait(drawn):
    map, _ = set_fields(drawn.map, "report", {"sha256": None})
    texts = drawn.changed("nobody has ever", "some people have")
    assert digests(map, texts) == {"report": texts.documents["report"].sha256}
    assert repair(map, texts)[1].touched == {"report"}


def test_one_of_several_anchors_is_mended_alone(drawn):
    both = (*drawn.map.entries["money"].anchor, *drawn.map.entries["rails"].anchor)
    map, _ = reanchor(drawn.map, {"money": both})
    texts = drawn.changed("nobody has ever", "some people have")
    assert [one[:2] for one in doubtful(map, texts)] == [("rails", 0), ("money", 1)]
    new = repaired(map, texts, {("money", 1)})
    assert list(new) == ["money"]
    assert new["money"][0] == both[0]
    assert new["money"][1].hash != both[1].hash


WORDS = st.lists(st.sampled_from(["a", "b", "c", "d", "e", "f", "\n\n"]), min_size=1, max_size=40)


@given(
    WORDS, WORDS, st.lists(st.tuples(st.integers(0, 39), st.integers(1, 8), st.booleans()), max_size=5), st.booleans()
)
def test_what_is_mended_stays_mended_and_points_where_it_says(before, after, places, known):
    old, new = Document.of(" ".join(before)), Document.of(" ".join(after))
    entries = {"s": Source(sha256=old.sha256 if known else None)}
    for n, (at, length, pinned) in enumerate(places):
        words = old.words[at : at + length]
        if words and (anchor := anchor_to(old, "s", Passage(words[0].start, words[-1].end))):
            anchor = anchor if pinned else anchor.model_copy(update={"words": None, "hash": None})
            entries[f"t{n}"] = Statement(text=f"T{n}.", anchor=(anchor,))
    map, texts = ArgumentMap(entries=entries), Texts({"s": new})
    edited = repair(map, texts)
    now = edited[0] if edited else map
    again = repair(now, texts)
    assert again is None
    waiting = {one[:2] for one in doubtful(now, texts)}
    assert waiting == {one[:2] for one in doubtful(map, texts)}
    for one in verified(now, texts):
        assert one.found.status in ("exact", "lost") or one[:2] in waiting
    for id, entry in map.entries.items():
        for before, after in zip(entry.anchor, now.entries[id].anchor, strict=True):
            assert before.hash in (None, after.hash)


def test_anchors_of_scenarios_and_sources_are_mended_too(drawn):
    anchor = drawn.map.entries["rails"].anchor[0].model_copy(update={"words": None, "hash": None})
    entries = {**drawn.map.entries, "told": Scenario(anchor=(anchor,)), "other": Source(anchor=(anchor,))}
    map = drawn.map.with_entries(entries, {"told", "other"})
    now, change = repair(map, drawn.texts)
    assert change.touched == {"told", "other"}
    assert now.entries["told"].anchor == now.entries["other"].anchor == drawn.map.entries["rails"].anchor
    assert reanchor(map, {"told": (), "other": ()})[0].entries["told"].anchor == ()


def test_an_odd_anchor_is_left():
    map = ArgumentMap(
        entries={"s": Source(), "t": Statement(text="T.", anchor=(Anchor(source="s", para=1, head="…"),))}
    )
    assert repaired(map, Texts({"s": Document.of("One.")})) == {}


def test_a_map_with_anchors_into_nothing_is_left():
    map = read(b'argmap = 1\n[statement.t]\ntext = "T."\nanchor = { source = "x", para = 1, from = "a" }\n').map
    assert repair(map, Texts()) is None
