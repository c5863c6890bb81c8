"""What is written as Argdown comes back as the same map."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings

from argmap.exchange import Content
from argmap.exchange.argdown.reading import read as read_argdown
from argmap.exchange.argdown.writing import left_out, write
from argmap.format import read
from argmap.model import (
    ArgumentMap,
    Conditional,
    Objection,
    Reason,
    Statement,
)
from argmap.model.formula import Atom, Not
from tests.exchange import unsound_maps
from tests.exchange.argdown.maps import HOSTILE, maps, of_texts
from tests.random_maps import random_map


def back(map: ArgumentMap) -> ArgumentMap:
    """The map that reading what is written gives; there must be nothing to tell about it."""
    imported = read_argdown(Content(write(map), "map.argdown"))
    assert imported.problems == ()
    return imported.map


def same(map: ArgumentMap) -> None:
    """Both ways are the same, order included."""
    assert list(back(map).entries) == list(map.entries)
    assert back(map) == map


@pytest.mark.parametrize("path", sorted(Path("maps").glob("*.argmap.toml")), ids=lambda path: path.name)
def test_the_maps_that_come_with_argmap(path: Path) -> None:
    map = read(path.read_bytes()).map
    same(map)
    assert left_out(map) == ()


def test_texts_that_argdown_would_read_as_something_else() -> None:
    same(of_texts(HOSTILE))


@pytest.mark.parametrize("seed", range(25))
def test_random_maps(seed: int) -> None:
    same(random_map(random.Random(seed), 30))


@settings(max_examples=60)
@given(maps())
def test_any_map(map: ArgumentMap) -> None:
    same(map)
    assert {problem.id for problem in left_out(map)} <= {*map.entries}


@settings(max_examples=40)
@given(unsound_maps.maps())
def test_a_map_of_which_nothing_is_sound(map: ArgumentMap) -> None:
    same(map)


def test_what_argdown_has_no_place_for_is_told_and_comes_back() -> None:
    entries = {
        "a": Statement(text="It rains."),
        "empty": Reason(target="a"),
        "lost": Objection(target="ghost", answered="why"),
        "b": Statement(text="It pours.", stands_in=("lost", "nowhere")),
        "odd": Reason(target="lost"),
        "c": Statement(text="It shines.", stands_in=("odd",)),
    }
    map = ArgumentMap(entries=entries)
    same(map)
    assert [(problem.code, problem.id) for problem in left_out(map)] == [
        ("I103", "empty"),
        ("I103", "lost"),
        ("I103", "odd"),
    ]


def test_a_tree_reads_as_one() -> None:
    entries = {
        "close": Statement(text="The old town should be closed to cars."),
        "because-air": Reason(target="close"),
        "air": Statement(text="Its air is unsafe.", stands_in=("because-air",)),
        "but-trams": Objection(target="air"),
        "trams": Statement(text="Trams have cleared it.", stands_in=("but-trams",)),
        "because-law": Reason(target="close", rule="modus ponens", section="Law"),
        "law": Statement(text="The law asks for it.", stands_in=("because-law",), tags=("law", "two words")),
        "if-law": Conditional(antecedent=Atom("law"), consequent=Atom("close"), stands_in=("because-law",)),
        "but-old": Objection(target="because-law"),
        "old": Statement(text="The law is old.", stands_in=("but-old",)),
        "but-shops": Objection(target="close", answered="They don't."),
        "shops": Statement(text="Shops close.", short="Shops go", means=Not(Atom("trade")), stands_in=("but-shops",)),
        "trade": Statement(text="Trade goes on."),
    }
    map = ArgumentMap(title="Cars", entries=entries)
    same(map)
    assert write(map).decode() == (
        """===
title: "Cars"
===

[close]: The old town should be closed to cars.
  + [air]: Its air is unsafe.
    - [trams]: Trams have cleared it.
  + <because-law>
  - <but-shops>

<because-law>
    {section: "Law"}
  _ [old]: The law is old.

(1) [law]: The law asks for it. #law #(two words)
(2) [if-law]: If the law asks for it, then the old town should be closed to cars.
    {if: "law", then: "close", composed: true}
-- modus ponens --
(3) [close]

<but-shops>
    {answered: "They don't."}

(1) [Shops go]: Shops close.
    {id: "shops", means: "not trade"}
-----
(2) [not-close]: It is not the case that the old town should be closed to cars.
    {negates: "close"}

[trade]: Trade goes on.
"""
    )


def test_an_objection_to_one_that_is_against_itself_comes_back() -> None:
    x = Statement(text="X.", stands_in=("but-x", "o"))
    same(
        ArgumentMap(
            entries={"s": Statement(text="S."), "x": x, "but-x": Objection(target="o"), "o": Objection(target="o")}
        )
    )


def test_a_short_wording_with_other_spaces_is_no_title() -> None:
    same(ArgumentMap(entries={"a": Statement(text="A.", short="one\u00a0two\u2003three")}))


def test_a_thousand_statements_come_back() -> None:
    same(random_map(random.Random(3), 1000))


def test_ten_thousand_steps_are_no_deeper_in_the_file_than_ten() -> None:
    written = write(of_texts([f"Step {number}." for number in range(10_000)])).decode()
    assert written.count("\n[") == written.count("\n\n[") == 2000
    assert max(len(line) - len(line.lstrip()) for line in written.splitlines()) == 10


def test_deep_chains_come_back() -> None:
    reasons = of_texts([f"Step {number}." for number in range(1000)])
    assert back(reasons) == reasons
    undercuts = {"s0": Statement(text="Start."), "o0": Objection(target="s0")} | {
        f"o{number}": Objection(target=f"o{number - 1}") for number in range(1, 1000)
    }
    members = {f"m{number}": Statement(text="No.", stands_in=(f"o{number}",)) for number in range(1000)}
    map = ArgumentMap(entries=undercuts | members)
    assert back(map) == map


def test_a_title_is_never_an_id_that_something_points_to_in_vain() -> None:
    entries = {
        "a:": Statement(text="One.", short="a", means=Atom("a")),
        "b!": Statement(text="Two.", short="x y", stands_in=("x y", "b")),
        "not a": Conditional(antecedent=Atom("c"), consequent=Atom("not-a-2")),
    }
    same(ArgumentMap(entries=entries, main=("not-a",)))


def test_the_empty_id_is_told_and_everything_else_comes_back() -> None:
    entries = {"": Statement(text="One."), "r": Reason(target=""), "b": Statement(text="Two.", stands_in=("r",))}
    map = ArgumentMap(entries=entries, main=("",))
    assert [(problem.code, problem.id) for problem in left_out(map)] == [("I103", "")]
    assert [list(back(map).entries), back(map).main] == [["unnamed", "r", "b"], ("unnamed",)]
