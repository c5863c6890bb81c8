import json
from pathlib import Path

import pytest

from argmap.cli.app import run
from tests.edit.conftest import FERRY

SCENARIO = '\n[scenario.toll]\ntitle = "What if there is a bridge?"\nsuppose = ["bridge", "not cost"]\n'


@pytest.fixture
def ferry_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ferry.argmap.toml").write_text(FERRY + SCENARIO, encoding="utf-8")
    return "ferry.argmap.toml"


def test_without_suppositions_it_tells_of_the_map_as_it_is(ferry_file, capsys):
    assert run(["suppose", ferry_file]) == 0
    assert capsys.readouterr().out == (
        "As it is\n\n"
        "Main conclusions\n"
        "  C1 falls: The ferry should stay.\n"
        "      C1 falls, since objection O1 is live.\n"
    )


def test_it_tells_what_changes_and_why(ferry_file, capsys):
    assert run(["suppose", ferry_file, "not O1", "P1"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Supposing not O1, P1\n\nSupposed\n  O1 supposed false: The ferry costs a lot.\n")
    why = "C1 stands by reason R1, since C2 and P2 stand (though R1 doesn't follow)."
    assert f"  C1 stands (fell): The ferry should stay.\n      {why}\n" in out
    assert "\nChanges\n  O1 (objection) out (was live)\n      Objection O1 is out, since what it says falls.\n" in out


def test_not_may_be_a_word_of_its_own(ferry_file, capsys):
    run(["suppose", ferry_file, "not", "cost", "bridge"])
    assert capsys.readouterr().out.startswith("Supposing not O1, Q1\n")
    assert run(["suppose", ferry_file, "cost", "not"]) == 2


def test_a_scenario_is_called_by_its_title_and_what_is_supposed_besides(ferry_file, capsys):
    run(["suppose", ferry_file, "--scenario", "toll"])
    assert capsys.readouterr().out.startswith("What if there is a bridge?\n\nSupposed\n  Q1 supposed true")
    run(["suppose", ferry_file, "--scenario", "toll", "cost"])
    assert capsys.readouterr().out.startswith("What if there is a bridge? Supposing O1, too\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nothing"], 'has no statement or conditional "nothing"; `argmap show ferry.argmap.toml` shows the labels'),
        (["R1"], "R1 is a reason in ferry.argmap.toml; name a statement or conditional"),
        (["--scenario", "x"], 'has no scenario "x"; it has toll'),
        (["P1", "not P1"], "P1 is supposed both true and false"),
        (["\x1b[31m"], 'no statement or conditional "␛[31m"'),
    ],
)
def test_what_the_map_does_not_have_is_refused(ferry_file, capsys, arguments, said):
    assert run(["suppose", ferry_file, *arguments]) == 2
    assert said in capsys.readouterr().err


def test_contradictions_are_named(ferry_file, capsys):
    assert run(["suppose", ferry_file, "not C1", "C2", "not Q1"]) == 0
    out = capsys.readouterr().out
    assert "Contradiction\n  C1 (supposed false), C2 (supposed true), Q1 (supposed false) and P2 (premise)" in out
    assert "entailed" not in out


def test_what_follows_is_told_with_how(ferry_file, capsys):
    run(["suppose", ferry_file, "C2", "not Q1"])
    assert "C1 falls, though entailed: The ferry should stay." in (out := capsys.readouterr().out)
    assert "      C1 is true by P2, since C2 is true and Q1 is false.\n" in out


def test_what_only_may_be_so_names_the_hedge(ferry_file, capsys, tmp_path):
    hedged = FERRY.replace('then = "keep"', 'then = "saved"\nqualifier = "might"')
    (tmp_path / ferry_file).write_text(f'{hedged}\n[statement.saved]\ntext = "It is saved."\n', encoding="utf-8")
    run(["suppose", ferry_file, "not bridge"])
    out = capsys.readouterr().out
    assert "May change\n  Q2 may stand: It is saved.\n      That rests on P2, which says “might”.\n" in out


def test_json_tells_everything(ferry_file, capsys):
    assert run(["suppose", ferry_file, "--scenario", "toll", "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["suppositions"] == {"bridge": True, "cost": False}
    entries = {entry["id"]: entry for entry in data["entries"]}
    assert (entries["keep"]["standing"], entries["keep"]["was"], entries["keep"]["entailed"]) == (
        "stands",
        "falls",
        None,
    )
    assert entries["keep"]["why"] == ["C1 stands by reason R1, since C2 and P2 stand (though R1 doesn't follow)."]
    assert entries["but-cost"]["standing"] == "falls"


def test_a_scenario_may_name_what_is_not_there(ferry_file, capsys, tmp_path):
    (tmp_path / ferry_file).write_text(FERRY + '\n[scenario.s]\nsuppose = ["gone"]\n', encoding="utf-8")
    assert run(["suppose", ferry_file, "--scenario", "s"]) == 0
    assert "Supposed\n  gone supposed true: unknown\n" in capsys.readouterr().out


def test_an_empty_map_has_nothing_to_tell(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty.argmap.toml").write_text("argmap = 1\n")
    for command in ("suppose", "scenarios", "steps", "weight"):
        assert run([command, "empty.argmap.toml"]) == 0
    assert "The map has no scenarios yet" in capsys.readouterr().out


def test_hostile_sentences_are_printed_as_data(ferry_file, capsys, tmp_path):
    text = (FERRY + SCENARIO).replace("The ferry costs a lot.", "[b]x[/b] \\u001b[31m &#9731;")
    text = text.replace("What if there is a bridge?", "\\u001b[31m|x|")
    (tmp_path / ferry_file).write_text(text, encoding="utf-8")
    for arguments in (
        ["suppose", ferry_file, "--scenario", "toll"],
        ["scenarios", ferry_file],
        ["weight", ferry_file, "O1"],
    ):
        run(arguments)
        out = capsys.readouterr().out
        assert "\x1b" not in out
        assert "␛[31m" in out


def test_the_outline_puts_verdicts_beside_its_rows(ferry_file, capsys):
    assert run(["show", ferry_file, "--scenario", "toll"]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[1] == "C1 The ferry should stay. [stands (fell)]"
    assert "      and not Q1 There is a bridge. [supposed true]" in out
    assert run(["show", ferry_file, "C2", "--suppose", "not P1"]) == 0
    assert capsys.readouterr().out.splitlines()[0] == "C2 The ferry is used. [falls (unsupported, stood)]"


def test_the_figure_in_characters_shows_a_scenario(ferry_file, capsys):
    assert run(["show", ferry_file, "--format", "figure", "--suppose", "Q1"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Ferry: Supposing Q1\nSupposed true: “There is a bridge”.\n")
    run(["show", ferry_file, "--format", "figure"])
    assert "Suppos" not in capsys.readouterr().out


def test_other_forms_do_not_show_suppositions(ferry_file, capsys):
    assert run(["show", ferry_file, "--format", "standard", "--suppose", "Q1"]) == 2
    assert "suppositions show in the outline and the figure" in capsys.readouterr().err


@pytest.mark.parametrize("format", ["svg", "dot", "txt"])
def test_figures_show_scenarios_suppositions_and_weight(ferry_file, capsys, tmp_path, format):
    for chosen, said in (
        (["--scenario", "toll"], "Ferry: What if there is a bridge?"),
        (["--suppose", "Q1", "--suppose", "not O1"], "Supposing Q1, not O1"),
        (["--weight", "C1", "--suppose", "not O1"], "carries: set 1"),
    ):
        assert run(["export", ferry_file, "-o", f"figure.{format}", *chosen]) == 0
        assert said in " ".join((tmp_path / f"figure.{format}").read_text(encoding="utf-8").split())
    assert run(["export", ferry_file, "-o", f"figure.{format}", "--scenario", "x"]) == 2
    assert run(["export", ferry_file, "-o", f"figure.{format}", "--weight", "R1"]) == 2
    assert "it has toll" in capsys.readouterr().err


def test_suppositions_are_kept_as_a_scenario(ferry_file, capsys, tmp_path):
    assert run(["suppose", ferry_file, "Q1", "not O1", "--save", "What if?"]) == 0
    assert capsys.readouterr().out.endswith("\nkept the scenario “What if?”\n")
    written = (tmp_path / ferry_file).read_text(encoding="utf-8")
    assert written.startswith(FERRY + SCENARIO)
    assert 'title = "What if?"\nsuppose = [\n  "bridge",\n  "not cost",\n]\n' in written
    assert run(["suppose", ferry_file, "--save", "Nothing"]) == 2
    assert "nothing is supposed" in capsys.readouterr().err


def test_no_cell_of_the_csv_table_is_a_formula_or_a_terminal_command(ferry_file, capfdbinary):
    path = Path(ferry_file)
    text = path.read_text(encoding="utf-8").replace("The ferry should stay.", "=1+1\\u001b[31m should stay.")
    path.write_text(text, encoding="utf-8")
    assert run(["scenarios", ferry_file, "--format", "csv"]) == 0
    assert "C1,'=1+1␛[31m should stay.," in capfdbinary.readouterr().out.decode()


def test_a_title_with_a_line_feed_is_told_on_one_line(ferry_file, capsys):
    path = Path(ferry_file)
    path.write_text(path.read_text(encoding="utf-8").replace("What if there", "What if\\nthere"), encoding="utf-8")
    assert run(["suppose", ferry_file, "--scenario", "toll"]) == 0
    assert capsys.readouterr().out.startswith("What if␊there is a bridge?\n")
