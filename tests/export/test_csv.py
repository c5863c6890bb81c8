"""CSV of statements: every text can be had back, and no spreadsheet is given a formula."""

import csv
import io
import random
import re
from pathlib import Path

import pytest

from argmap.diagram.error import DiagramError
from argmap.diagram.marks import Marks
from argmap.export import ExportOptions, export
from argmap.export.registry import exported
from argmap.model import Anchor, ArgumentMap, Conditional, Objection, Reason, Source, Statement
from argmap.model.visible import visible
from argmap.model.wording import sentence
from argmap.workspace.files import open_map
from tests.diagram import samples
from tests.export.hostile import TEXTS
from tests.random_maps import random_map

MAPS = Path(__file__).parents[2] / "maps"
FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "'=1",
    "'tis so",
    "＝1+1",
    "＋1",
    "－1",
    "＠x",
    "\n=1",
    "=cmd|' /C calc'!A0",
    "a\tb",
    "\t=1",
    "  =1",
]


def table(map: ArgumentMap) -> list[dict[str, str]]:
    """The rows as a program reads them that drops the first apostrophe."""
    data = export(map, "csv")
    assert data.startswith(b"\xef\xbb\xbf")
    rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
    return [{name: cell.removeprefix("'") for name, cell in row.items()} for row in rows]


@pytest.mark.parametrize("seed", range(6))
def test_every_statement_and_conditional_has_one_row_in_outline_order(seed: int) -> None:
    rng = random.Random(seed)
    files = sorted(MAPS.glob("*.toml"))
    map = open_map(files[seed]).map if seed < len(files) else random_map(rng, 40) if seed % 2 else samples.wild(rng, 40)
    rows = table(map)
    assert sorted(row["id"] for row in rows) == sorted(id for id, _ in map.sentences())
    labels = [row["label"] for row in rows if re.fullmatch(r"P\d+", row["label"])]
    assert labels == sorted(labels, key=lambda label: int(label[1:]))
    for row in rows:
        assert row["text"] == visible(sentence(map, row["id"]))
        assert row["role"] == map.outline.roles[row["id"]]


def test_each_column_says_its_own() -> None:
    map = ArgumentMap(
        entries={
            "s": Source(title="A source"),
            "a": Statement(text="A.", means="b or not q", anchor=(Anchor(source="s", para=3, head="x y", tail="z"),)),
            "r": Reason(target="a"),
            "o": Objection(target="r"),
            "c": Conditional(antecedent="b", consequent="a", qualifier="likely", stands_in=("r",), by="Ann"),
            "b": Statement(text="B, “b”\nand b.", stands_in=("r", "o"), tags=("x", "y"), implicit=True, note="N."),
            "q": Statement(text="Q.", short="q"),
        }
    )
    found = {row["id"]: {name: cell for name, cell in row.items() if cell} for row in table(map)}
    assert found["a"] == {
        "label": "C1", "id": "a", "role": "conclusion", "kind": "statement", "text": "A.", "means": "b or not q",
        "anchors": "s ¶3: x y … z",
    }  # fmt: skip
    assert found["b"] == {
        "label": "P2", "id": "b", "role": "premise", "kind": "statement", "text": "B, “b”\nand b.", "in": "r\no",
        "for": "a", "against": "r", "implicit": "yes", "tags": "x\ny", "note": "N.",
    }  # fmt: skip
    assert found["c"]["text"] == "If B, “b”\nand b, then (likely) A."
    assert (found["c"]["if"], found["c"]["then"], found["c"]["qualifier"], found["c"]["by"]) == (
        "b", "a", "likely", "Ann",
    )  # fmt: skip
    assert (found["q"]["label"], found["q"]["role"], found["q"]["short"]) == ("Q1", "proposition", "q")


def test_no_cell_begins_a_formula_and_every_text_can_be_had_back() -> None:
    texts = [*FORMULAS, *TEXTS]
    map = ArgumentMap(entries={f"s{at}": Statement(text=text) for at, text in enumerate(texts)})
    cells = [
        cell for row in csv.reader(io.StringIO(export(map, "csv").decode("utf-8-sig"), newline="")) for cell in row
    ]
    assert [cell for cell in cells if cell.lstrip(" ")[:1] in tuple("=+-@＝＋－＠\t\r\n")] == []
    assert {row["text"] for row in table(map)} == {visible(text) for text in texts}
    guarded = sum(cell.startswith("'") for cell in cells)
    assert exported(map, "csv")[0].told.startswith(f"{guarded} cells have an apostrophe in front")
    assert exported(samples.small(), "csv")[0].told == ""


def test_lines_end_as_rfc_4180_says() -> None:
    data = export(samples.bushy(9), "csv")
    assert data.count(b"\r\n") == 10
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_it_shows_no_scenario_and_depth_has_no_limit() -> None:
    with pytest.raises(DiagramError, match="no scenario"):
        export(samples.small(), "csv", ExportOptions(marks=Marks()))
    assert len(table(samples.deep(5000))) == 5000
