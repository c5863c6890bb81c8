"""What is written as Argdown is the same map to Argdown's own program."""

import json
import random
from pathlib import Path
from typing import Any

import pytest

from argmap.exchange.argdown.writing import write
from argmap.exchange.argdown.writing.escaping import is_plain
from argmap.exchange.argdown.writing.wording import Wording
from argmap.format import read
from argmap.model import ArgumentMap, Inference, Objection, Reason
from argmap.model.wording import sentence
from tests.exchange.argdown.maps import HOSTILE, of_texts
from tests.node import node
from tests.random_maps import random_map

MAPS = [read(path.read_bytes()).map for path in sorted(Path("maps").glob("*.argmap.toml"))]


@pytest.fixture(scope="module")
def modelled(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[ArgumentMap, dict[str, Any]]]:
    """Maps, each with what Argdown makes of it."""
    maps = [*MAPS, of_texts(HOSTILE), *(random_map(random.Random(seed), 30) for seed in range(12))]
    folder = tmp_path_factory.mktemp("argdown")
    files = [folder / f"{number}.argdown" for number in range(len(maps))]
    for map, file in zip(maps, files, strict=True):
        file.write_bytes(write(map))
    told = node("argdown_model.mjs", *files).strip().split("\n")
    return list(zip(maps, (json.loads(line) for line in told), strict=True))


def test_it_finds_no_error(modelled: list[tuple[ArgumentMap, dict[str, Any]]]) -> None:
    assert len(modelled) > len(MAPS) > 1
    assert [found["errors"] for _, found in modelled if found["errors"]] == []


def test_it_finds_every_sentence_under_its_title_once(modelled: list[tuple[ArgumentMap, dict[str, Any]]]) -> None:
    for map, found in modelled:
        titles = Wording(map).titles
        negations = {title for title, told in found["statements"].items() if "negates" in (told.get("data") or {})}
        assert {*titles.values(), *negations} == {*found["statements"]}
        for id, entry in map.sentences():
            told = found["statements"][titles[id]]
            assert told.get("tags", []) == [*entry.tags]
            (text,) = told["texts"]
            for tag in entry.tags:
                text = text.replace(f"#{tag}", "")
            wanted = sentence(map, id)
            assert wanted == (text.strip() if is_plain(wanted) else told["data"]["text"])


def test_it_finds_every_reason_and_objection(modelled: list[tuple[ArgumentMap, dict[str, Any]]]) -> None:
    for map, found in modelled:
        titles, arguments = Wording(map).titles, Wording(map).arguments
        relations = {(kind, source, target) for kind, _, source, _, target in found["relations"]}
        negated = {
            told["data"]["negates"]: title
            for title, told in found["statements"].items()
            if "negates" in (told.get("data") or {})
        }
        said = set()
        for id, entry in map.entries.items():
            if not isinstance(entry, Inference):
                continue
            members = [titles[member] for member in map.links.members[id]]
            undercut = entry.target in arguments
            kind = "undercut" if undercut else "attack" if isinstance(entry, Objection) else "support"
            target = arguments[entry.target] if undercut else titles[entry.target]
            if (structure := found["arguments"].get(arguments[id])) is None:
                said.add((kind, members[0], target))
                continue
            assert structure["premises"] == members
            if isinstance(entry, Reason):
                assert structure["conclusions"] == [target]
            else:
                assert structure["conclusions"] == [negated[entry.target]]
                said.add((kind, negated[entry.target], target))
        assert relations == said


def test_the_map_it_draws_has_every_argument(modelled: list[tuple[ArgumentMap, dict[str, Any]]]) -> None:
    for map, found in modelled:
        drawn = {title for kind, title in found["nodes"] if kind == "argument-map-node"}
        assert drawn == {*found["arguments"]}
        titles = Wording(map).titles
        edges = {tuple(edge) for edge in found["edges"]}
        for argument, structure in found["arguments"].items():
            assert ("support", argument, structure["conclusions"][0]) in edges
            assert all(("support", premise, argument) in edges for premise in structure["premises"])
        assert {edge[2] for edge in edges} <= {*titles.values(), *found["statements"], *found["arguments"]}


def test_its_command_line_exports_it(tmp_path: Path) -> None:
    (tmp_path / "map.argdown").write_bytes(write(MAPS[0]))
    printed = node("argdown", "json", "--stdout", tmp_path / "map.argdown")
    found, _ = json.JSONDecoder().raw_decode(printed)
    assert len(found["statements"]) >= sum(1 for _ in MAPS[0].sentences())
