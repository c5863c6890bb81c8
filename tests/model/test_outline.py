import random

import pytest

from argmap.model import ArgumentMap, Conditional, Links, Objection, Reason, RowKind, Statement
from argmap.model.formula import parse
from tests.random_maps import random_map


def build(**entries):
    return ArgumentMap(entries={name.replace("_", "-"): entry for name, entry in entries.items()})


@pytest.fixture
def car_free():
    """A small map: two reasons, a conditional over a new proposition, an objection, an undercut."""
    return build(
        close=Statement(text="Close it."),
        r1=Reason(target="close"),
        unsafe=Statement(text="The air is unsafe.", stands_in=("r1",)),
        rule=Conditional(antecedent=parse("unsafe and not full"), consequent=parse("close"), stands_in=("r1",)),
        full=Statement(text="The trams are full."),
        r2=Reason(target="unsafe"),
        sensor=Statement(text="A sensor says so.", stands_in=("r2",)),
        o1=Objection(target="close"),
        access=Statement(text="Some lose access.", stands_in=("o1",)),
        cost=Statement(text="It costs.", stands_in=("o1",)),
        r3=Reason(target="access"),
        permits=Statement(text="Many hold permits.", stands_in=("r3",)),
        o2=Objection(target="r1"),
        faulty=Statement(text="The sensor is faulty.", stands_in=("o2",)),
    )


def test_labels_count_in_outline_order_and_an_opponent_is_never_a_p(car_free):
    labels = car_free.outline.labels
    assert labels["close"] == "C1"
    assert labels["unsafe"] == "C2"
    assert labels["sensor"] == "P1"
    assert labels["rule"] == "P2"
    assert labels["full"] == "Q1"
    assert labels["faulty"] == "O1"
    assert (labels["access"], labels["cost"]) == ("O2a", "O2b")
    assert labels["permits"] == "O2.1"
    assert [labels[i] for i in ("r1", "r2", "o2", "o1", "r3")] == ["R1", "R2", "O1", "O2", "R3"]


def test_roles_are_derived(car_free):
    roles = car_free.outline.roles
    assert roles["close"] == roles["unsafe"] == roles["access"] == "conclusion"
    assert roles["sensor"] == roles["rule"] == roles["cost"] == "premise"
    assert roles["full"] == "proposition"


def test_a_conditional_unfolds_into_its_mentions(car_free):
    mentions = [(r.half, r.mention.before, r.id) for r in car_free.outline.rows if r.kind is RowKind.MENTION]
    assert mentions == [("if", "", "unsafe"), ("if", "and not", "full"), ("then", "", "close")]


def test_a_shared_premise_is_unfolded_once_and_referred_to_elsewhere():
    shared = build(
        top=Statement(text="Top."),
        r1=Reason(target="top"),
        a=Statement(text="A.", stands_in=("r1",)),
        r2=Reason(target="a"),
        s=Statement(text="Shared.", stands_in=("r2", "r1")),
    )
    rows = [(r.kind, r.parent) for r in shared.outline.rows if r.id == "s"]
    assert rows == [(RowKind.SENTENCE, "r2"), (RowKind.REFERENCE, "r1")]


def test_a_cycle_is_entered_at_its_first_sentence():
    circle = build(
        a=Statement(text="A.", stands_in=("r2",)),
        r1=Reason(target="a"),
        b=Statement(text="B.", stands_in=("r1",)),
        r2=Reason(target="b"),
    )
    assert circle.outline.roots == ("a",)
    assert [(r.id, r.kind) for r in circle.outline.rows][-1] == ("a", RowKind.REFERENCE)


def test_what_points_nowhere_is_still_shown():
    broken = build(
        a=Statement(text="A."),
        r1=Reason(target="ghost"),
        b=Statement(text="B.", stands_in=("r1",)),
        c=Statement(text="C.", stands_in=("phantom",)),
        o1=Objection(target="o2"),
        o2=Objection(target="o1"),
    )
    assert {r.id for r in broken.outline.rows} == {"a", "r1", "b", "o1", "o2"}
    assert [r.id for r in broken.outline.tray] == ["c"]


def test_named_mains_are_roots_even_before_they_have_a_reason():
    map = ArgumentMap(
        main=("b",),
        entries={"a": Statement(text="A."), "r": Reason(target="a"), "b": Statement(text="B.")},
    )
    assert map.outline.roots == ("a", "b")
    assert map.outline.mains == ("b",)


@pytest.mark.parametrize("seed", range(60))
def test_every_sentence_is_shown_once_unfolded_or_as_a_mention(seed):
    map = random_map(random.Random(seed), 20)
    rows = [*map.outline.rows, *map.outline.tray]
    unfolded = [r.id for r in rows if r.kind is RowKind.SENTENCE]
    assert len(unfolded) == len(set(unfolded))
    shown = {*unfolded, *(r.id for r in rows if r.kind is RowKind.MENTION)}
    assert shown == {id for id, _ in map.sentences()}
    labels = list(map.outline.labels.items())
    members_of_sole_objections = {id for id, label in labels if label.startswith("O") and map.sentence(id) is not None}
    others = [label for id, label in labels if id not in members_of_sole_objections]
    assert len(others) == len(set(others))


@pytest.mark.parametrize("depth", [10_000])
def test_depth_has_no_limit(depth):
    entries = {"s0": Statement(text="0")}
    for n in range(1, depth):
        entries[f"r{n}"] = Reason(target=f"s{n - 1}")
        entries[f"s{n}"] = Statement(text=str(n), stands_in=(f"r{n}",))
    map = ArgumentMap(entries=entries)
    assert map.outline.rows[-1].depth == 2 * (depth - 1)


def test_stacked_diamonds_of_shared_premises_unfold_once():
    entries = {"s0": Statement(text="0")}
    for n in range(20):
        for side in "ab":
            entries[f"r{n}{side}"] = Reason(target=f"s{n}")
            entries[f"m{n}{side}"] = Statement(text=f"{n}{side}", stands_in=(f"r{n}{side}",))
            entries[f"d{n}{side}"] = Reason(target=f"m{n}{side}")
        entries[f"s{n + 1}"] = Statement(text=str(n + 1), stands_in=(f"d{n}a", f"d{n}b"))
    map = ArgumentMap(entries=entries)
    rows_per_diamond = 2 * 3 + 1 + 1
    assert len(map.outline.rows) == 20 * rows_per_diamond + 1


def test_links_are_kept_up_as_if_built_anew(car_free):
    entries = dict(car_free.entries)
    entries["sensor"] = entries["sensor"].model_copy(update={"stands_in": ("r1", "o1")})
    del entries["cost"]
    assert car_free.with_entries(entries, ["sensor", "cost"]).links == Links.of(entries)
