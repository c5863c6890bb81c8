import csv
import io
import json

import pytest

from argmap.cli.app import run
from tests.edit.conftest import FERRY

SCENARIOS = """
[scenario.toll]
title = "A | toll?"
suppose = ["not cost"]

[scenario.against]
suppose = ["not keep", "used", "not bridge"]
"""


@pytest.fixture
def ferry_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ferry.argmap.toml").write_text(FERRY + SCENARIOS, encoding="utf-8")
    return "ferry.argmap.toml"


def test_the_table_of_scenarios_begins_with_the_map_as_it_is(ferry_file, capsys):
    assert run(["scenarios", ferry_file]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0].split() == ["as", "it", "is", "1", "2"]
    assert told[1].startswith("C1  falls")
    assert [line[:3] for line in told[2:5]] == ["C2 ", "Q1 ", "O1 "], "and what the scenarios make differ"
    assert told[5:7] == ["", "C1: The ferry should stay."]
    assert told[10:] == [
        "1: A | toll? (toll) O1 supposed false.",
        "2: against (against) C1 supposed false, C2 supposed true and Q1 supposed false.",
        "  2: C1 (supposed false), C2 (supposed true), Q1 (supposed false) and P2 (premise) contradict one another; "
        "nothing is concluded from them.",
    ]


def test_the_table_of_scenarios_in_markdown_escapes_what_markdown_reads(ferry_file, capsys):
    run(["scenarios", ferry_file, "--format", "markdown"])
    head, line, row, *others = capsys.readouterr().out.splitlines()
    assert len(others) == 3
    assert head == "|  | statement | as it is | A \\| toll? | against |"
    assert line == "| - | - | - | - | - |"
    assert row.startswith("| C1 | The ferry should stay. | falls | stands (fell) |")


def test_the_table_of_scenarios_as_csv_and_json(ferry_file, capsys):
    run(["scenarios", ferry_file, "--format", "csv"])
    rows = [*csv.reader(io.StringIO(capsys.readouterr().out))]
    assert rows[0] == ["", "statement", "as it is", "toll", "against"]
    run(["scenarios", ferry_file, "--format", "json"])
    first, toll, against = json.loads(capsys.readouterr().out)
    assert (first["scenario"], toll["title"]) == (None, "A | toll?")
    assert toll["main"] == [
        {"id": "keep", "label": "C1", "standing": "stands", "may": None, "was": "falls", "entailed": None}
    ]
    assert against["conflict"] == ["keep", "used", "bridge", "if-used-keep"]


def test_steps_tell_verdict_case_and_what_is_missing(ferry_file, capsys):
    assert run(["steps", ferry_file]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "R1: C1 does not follow from C2 and P2.",
        "    It could be that the ferry is used and that there is a bridge, "
        "while it is not the case that the ferry should stay.",
        "    It would follow with: It is not the case that there is a bridge.",
        "    or with: If there is a bridge, then the ferry should stay.",
    ]


def test_a_step_that_is_not_asked_is_told_when_it_is_named(ferry_file, capsys):
    assert run(["steps", ferry_file, "R3"]) == 0
    assert capsys.readouterr().out.startswith("R3: C1 does not follow from P3.\n")
    run(["steps", ferry_file, "C1"])
    assert [line[:3] for line in capsys.readouterr().out.splitlines() if line[0] != " "] == ["R1:", "R3:", "O1:"]


@pytest.mark.parametrize(
    ("name", "said"), [("nothing", 'has no step called "nothing"'), ("P1", 'has no step called "P1"')]
)
def test_what_is_no_step_is_refused(ferry_file, capsys, name, said):
    assert run(["steps", ferry_file, name]) == 2
    assert said in capsys.readouterr().err


def test_undercuts_are_asked_for_nothing(ferry_file, capsys, tmp_path):
    undercut = '\n[objection.no]\nagainst = "because-loved"\n[statement.n]\ntext = "No."\nin = "no"\n'
    (tmp_path / ferry_file).write_text(FERRY + undercut, encoding="utf-8")
    assert run(["steps", ferry_file, "no"]) == 2
    assert "nothing is asked of it" in capsys.readouterr().err


def test_spare_and_empty_steps_say_so(ferry_file, capsys, tmp_path):
    text = FERRY.replace("used and not bridge", "used").replace(
        'text = "People love the ferry."\nin = "because-loved"',
        'text = "People love the ferry."\nin = ["because-loved", "because-used"]',
    )
    (tmp_path / ferry_file).write_text(text, encoding="utf-8")
    run(["steps", ferry_file])
    out = capsys.readouterr().out
    assert out.startswith("R1: C1 follows from C2, P2 and P3 by modus ponens.\n    It follows without P3.\n")


def test_steps_as_json(ferry_file, capsys):
    run(["steps", ferry_file, "--format", "json"])
    (step,) = json.loads(capsys.readouterr().out)
    assert (step["label"], step["verdict"], step["claimed"]) == ("R1", "does not follow", True)
    assert step["countermodel"] == {"keep": False, "used": True, "bridge": True}
    assert step["missing"][0] == "It is not the case that there is a bridge."


def test_weight_tells_what_carries_the_main_conclusions(ferry_file, capsys):
    assert run(["weight", ferry_file]) == 0
    assert capsys.readouterr().out == (
        "C1 The ferry should stay.\n"
        "  C1 rests on 2 sets of premises, each enough by itself.\n"
        "  Set 1: P3.\n"
        "  Set 2: P1 and P2.\n"
        "  It can lose any single premise.\n"
        "      P1 Passengers were counted.\n"
        "      P2 If the ferry is used and it is not the case that there is a bridge, then the ferry should stay.\n"
        "      P3 People love the ferry.\n"
    )


def test_weight_counts_under_suppositions(ferry_file, capsys):
    assert run(["weight", ferry_file, "C1", "--suppose", "not P3"]) == 0
    out = capsys.readouterr().out
    assert "  It can't lose P1 or P2.\n  R3 counts for nothing: not live.\n    ! P1 Passengers were counted.\n" in out
    run(["weight", ferry_file, "--scenario", "against", "--format", "json"])
    assert json.loads(capsys.readouterr().out) == [
        {"id": "keep", "label": "C1", "sets": [], "more": False, "critical": []}
    ]


def test_what_has_no_weight_is_refused(ferry_file, capsys):
    assert run(["weight", ferry_file, "R1"]) == 2
    assert "R1 is a reason" in capsys.readouterr().err
