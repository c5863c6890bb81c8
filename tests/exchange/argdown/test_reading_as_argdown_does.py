"""What argmap reads in a file is what Argdown's own program reads in it."""

import json
from pathlib import Path
from typing import Any

import pytest

from argmap.exchange.argdown.reading import read
from argmap.exchange.content import Content
from argmap.model import ArgumentMap, Inference, Objection, Reason, Statement
from argmap.model.wording import sentence
from tests.node import node

SOUND = sorted((Path(__file__).parent / "sound").glob("*.argdown"))
_SUPPORTS = ("support", "entails")


@pytest.fixture(scope="module")
def theirs() -> dict[str, Any]:
    lines = node("argdown_model.mjs", *SOUND).splitlines()
    return {path.stem: json.loads(line) for path, line in zip(SOUND, lines, strict=True)}


@pytest.fixture(scope="module")
def ours() -> dict[str, ArgumentMap]:
    return {path.stem: read(Content(path.read_bytes())).map for path in SOUND}


def _plain(text: str) -> str:
    """A text of Argdown's model without tags, and with mentions as titles, as argmap keeps them."""
    words = text.replace("@[", "").replace("]", "").replace("[", "")
    for tag in (" #demand", " #(for the council)", " #tag", " #cost"):
        words = words.replace(tag, "")
    return " ".join(words.split())


def _texts(model: Any) -> dict[str, str]:
    return {title: _plain(said["texts"][0]) for title, said in model["statements"].items() if said["texts"]}


def test_argdown_itself_finds_no_error_in_the_sound_files(theirs: dict[str, Any]) -> None:
    assert {name: model["errors"] for name, model in theirs.items()} == {path.stem: [] for path in SOUND}


@pytest.mark.parametrize("name", [path.stem for path in SOUND])
def test_statements_are_the_same(name: str, theirs: dict[str, Any], ours: dict[str, ArgumentMap]) -> None:
    model, map = theirs[name], ours[name]
    arguments = {title for title, argument in model["arguments"].items() if not argument["premises"]}
    premises = {
        m for id, e in map.entries.items() if isinstance(e, Inference) and id in arguments for m in _in(map, id)
    }
    implied = {id for id, entry in map.sentences() if not isinstance(entry, Statement)}
    mine = {id: _plain(sentence(map, id)).replace(" (page.html)", "") for id, _ in map.sentences()}
    assert sorted(mine[id] for id in mine if id not in premises | implied) == sorted(_texts(model).values())


@pytest.mark.parametrize("name", [path.stem for path in SOUND])
def test_premises_conclusions_and_rules_are_the_same(
    name: str, theirs: dict[str, Any], ours: dict[str, ArgumentMap]
) -> None:
    model, map = theirs[name], ours[name]
    texts = _texts(model)
    for title, argument in model["arguments"].items():
        step = map.inference(title)
        assert step is not None
        if not argument["premises"]:
            continue
        targets, members, rules = [], [], []
        rest = [title]
        while rest:
            one = map.inference(rest.pop())
            assert one is not None
            targets.append(_said(map, one.target))
            rules += one.rule.split(", ") if one.rule else []
            for member in _in(map, next(id for id, entry in map.entries.items() if entry is one)):
                if member in map.links.inferences and _said(map, member) in _those(argument["conclusions"], texts):
                    rest.append(map.links.inferences[member][0])
                else:
                    members.append(_said(map, member))
        assert sorted(targets) == sorted(_those(argument["conclusions"], texts))
        assert sorted(members) == sorted(_those(argument["premises"], texts))
        assert sorted(rules) == sorted(rule.lower() for rule in argument["rules"])


@pytest.mark.parametrize("name", [path.stem for path in SOUND])
def test_relations_are_the_same(name: str, theirs: dict[str, Any], ours: dict[str, ArgumentMap]) -> None:
    model, map = theirs[name], ours[name]
    texts = _texts(model)
    structured = {title for title, argument in model["arguments"].items() if argument["premises"]}

    def end(kind: str, title: str, sign: str) -> str:
        if kind == "equivalence-class":
            return texts[title]
        if sign == "undercut":
            return title
        if title in structured:
            (premise,) = model["arguments"][title]["premises"]
            return texts[premise]
        return _said(map, _in(map, title)[0])

    expected = {
        ("+" if sign in _SUPPORTS else "-", end(from_kind, one, ""), end(to_kind, other, sign))
        for sign, from_kind, one, to_kind, other in model["relations"]
    }
    expected |= {
        ("-", texts[other], texts[one]) for sign, _, one, _, other in model["relations"] if sign == "contradictory"
    }
    expected -= {
        ("-", texts[one], texts[other]) for sign, _, one, _, other in model["relations"] if sign == "contradictory"
    }
    steps = structured | {
        id
        for title in structured
        for member in _in(map, title)
        if _said(map, member) in _those(model["arguments"][title]["conclusions"], texts)
        for id in map.links.inferences.get(member, ())[:1]
    }
    found = {
        ("+" if isinstance(entry, Reason) else "-", _said(map, member), _said(map, entry.target))
        for id, entry in map.entries.items()
        if isinstance(entry, Reason | Objection) and id not in steps
        for member in _in(map, id)
        if isinstance(map.entries[member], Statement)
    }
    assert found == expected


def _those(titles: list[str], texts: dict[str, str]) -> list[str]:
    return [texts[title] for title in titles]


def _in(map: ArgumentMap, id: str) -> tuple[str, ...]:
    return tuple(map.links.members[id])


def _said(map: ArgumentMap, id: str) -> str:
    entry = map.sentence(id)
    return _plain(sentence(map, id)).replace(" (page.html)", "") if entry is not None else id
