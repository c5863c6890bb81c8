import json

import pytest

from argmap.cli.app import run
from tests.edit.conftest import FERRY
from tests.repositories import GitFolder

MAP = "ferry.argmap.toml"
FULL = FERRY.replace("The ferry is used.", "The ferry is full.")


@pytest.fixture
def repo(tmp_path, monkeypatch):
    repo = GitFolder(tmp_path / "repo", monkeypatch)
    monkeypatch.chdir(repo.folder)
    return repo


def lines(capsys, *arguments):
    assert run(["log", *arguments]) == 0
    done = capsys.readouterr()
    assert done.err == ""
    return done.out.splitlines()


def refused(capsys, *arguments):
    """The one line that a refusal prints."""
    assert run(["log", *arguments]) == 2
    done = capsys.readouterr()
    assert done.out == ""
    assert done.err.count("\n") == 1
    return done.err


def test_blocks_are_newest_first_and_what_is_not_committed_leads(repo, capsys):
    first = repo.commit(FERRY, "Begin")
    second = repo.commit(FULL, "Say full", author="Zoë Quay")
    path = repo.write(FULL.replace("is full", "is quite full"))
    assert lines(capsys, MAP, "C2") == [
        "not committed yet",
        "    C2 reworded: The ferry is{+ quite+} full.",
        "",
        f"{second[:7]} 2026-01-02 Zoë Quay: Say full",
        "    C2 reworded: The ferry is [-used-]{+full+}.",
        "",
        f"{first[:7]} 2026-01-01 Ada Quay: Begin",
        "    added C2 to R1: “The ferry is used.”, with R2",
    ]
    assert lines(capsys, str(path), "used") == lines(capsys, MAP, "C2")


def test_labels_are_those_of_the_file_on_disk(repo, capsys):
    repo.commit(FERRY, "Begin")
    repo.write(FERRY.replace("[reason.because-counted]\nfor", "[objection.because-counted]\nagainst"))
    assert lines(capsys, MAP, "O1")[:2] == [
        "not committed yet",
        "    added O1 against P1: O1 “Passengers were counted.”",
    ]
    assert "“The ferry is used.”" in lines(capsys, MAP, "P1")[-1]


def test_a_deleted_entry_is_asked_for_by_its_old_id(repo, capsys):
    repo.commit(FULL, "Begin")
    repo.commit(FULL.split("[statement.spare]")[0], "Drop")
    assert lines(capsys, MAP, "spare")[1] == "    removed spare: “The harbour is deep.”"


def test_a_deleted_file_has_a_history_too(repo, capsys):
    repo.commit(FERRY, "Begin")
    (repo.folder / MAP).unlink()
    assert lines(capsys, MAP, "used")[:2] == ["not committed yet", "    removed C2: “The ferry is used.”"]
    repo.commit(None, "Remove the file")
    assert "Remove the file" in lines(capsys, MAP, "used")[0]


def test_sources_and_the_fields_of_entries_are_told(repo, capsys):
    source = FERRY + '\n[source.report]\ntitle = "A report"\ndate = 2026-01-01\n'
    repo.commit(source, "Begin")
    repo.commit(source.replace("2026-01-01", "2026-02-01").replace("A report", "The report"), "Mend")
    told = "\n".join(lines(capsys, MAP, "report"))
    assert "source report: title: [-A-]{+The+} report" in told
    assert "date 2026-01-01 → 2026-02-01" in told
    (block, _) = json.loads("\n".join(lines(capsys, MAP, "report", "--format", "json")))
    assert [(change["key"], change["new"]) for change in block["changes"]] == [
        ("title", "The report"),
        ("date", "2026-02-01"),
    ]


def test_json_has_full_hashes_dates_and_values(repo, capsys):
    fields = 'tags = ["a"]\nanchor = { source = "x", para = 1, from = "y" }'
    tagged = FERRY.replace("[statement.used]", f"[statement.used]\n{fields}")
    first = repo.commit(FERRY, "Begin")
    repo.commit("[", "Break it")
    second = repo.commit(tagged.replace('if = "used and not bridge"', 'if = "used"'), "Tag")
    blocks = json.loads("\n".join(lines(capsys, MAP, "used", "--format", "json")))
    assert [block["commit"] for block in blocks][::2] == [second, first]
    assert blocks[0]["date"] == "2026-01-03T12:00:00+02:00"
    assert [(c["change"], c["key"], c["old"], c["new"]) for c in blocks[0]["changes"]] == [
        ("changed", "anchor", None, [{"source": "x", "para": 1, "from": "y"}]),
        ("changed", "tags", None, ["a"]),
    ]
    assert blocks[1]["unreadable"].startswith("line 1: ")
    assert blocks[2]["changes"][0]["change"] == "added"
    (formula,) = json.loads("\n".join(lines(capsys, MAP, "if-used-keep", "--format", "json")))[0]["changes"]
    assert (formula["key"], formula["old"], formula["new"]) == ("if", "used and not bridge", "used")


def test_a_terminal_gets_lines_that_fit_it(repo, capsys, monkeypatch):
    repo.commit(FERRY, "A subject of very many words " * 5)
    monkeypatch.setattr("argmap.cli.console.terminal_width", lambda: 50)
    told = lines(capsys, MAP, "used")
    assert max(map(len, told)) <= 50
    assert len(told) > 4


def test_hostile_text_is_printed_as_data(repo, capsys):
    repo.commit(FERRY, "Begin \x1b[31m red", author="E\x1bve")
    repo.write(FERRY.replace("is used", "is \\u001b[31mred\\nnext"))
    out = "\n".join(lines(capsys, MAP, "used"))
    assert "\x1b" not in out
    assert "␛[31mred␊next" in out
    assert "\x1b" not in "\n".join(lines(capsys, MAP, "used", "--format", "json"))


def test_a_shallow_clone_is_told(repo, capsys, tmp_path, monkeypatch):
    repo.commit(FERRY, "Begin")
    repo.commit(FULL, "Say full")
    repo.git("clone", "-q", "--depth", "1", repo.folder.as_uri(), str(tmp_path / "clone"))
    monkeypatch.chdir(tmp_path / "clone")
    assert lines(capsys, MAP, "used")[1:] == [
        "    C2 was there already: “The ferry is full.”",
        "    a shallow clone knows nothing older: `git fetch --unshallow` gets the rest",
    ]
    assert "this shallow clone" in refused(capsys, MAP, "nobody")


def test_the_file_may_be_a_link_into_the_repository(repo, capsys, tmp_path):
    repo.commit(FERRY, "Begin")
    (tmp_path / "link.toml").symlink_to(repo.folder / MAP)
    assert "Begin" in lines(capsys, str(tmp_path / "link.toml"), "used")[0]


@pytest.mark.parametrize("name", ["-q.toml", "two words.toml", "Прага.toml"])
def test_odd_names(repo, capsys, name):
    repo.commit(FERRY, "Begin", name)
    assert "Begin" in lines(capsys, "--", name, "used")[0]


def test_what_is_unknown_is_told(repo, capsys, tmp_path):
    path = repo.write(FERRY)
    assert "no commit yet" in refused(capsys, MAP, "used")
    repo.commit(FERRY, "Begin")
    repo.write(FERRY, "new.argmap.toml")
    before = path.read_bytes(), repo.git("status", "--porcelain")
    assert 'called "nobody"; `argmap show' in refused(capsys, MAP, "nobody")
    assert 'called "C9"' in refused(capsys, MAP, "C9")
    assert 'called "a‹U+DCFF›␊b"' in refused(capsys, MAP, "a\udcff\nb")
    assert "no commit up to HEAD has a file new.argmap.toml; `git add`" in refused(capsys, "new.argmap.toml", "used")
    assert "nor is there one on disk" in refused(capsys, "typo.argmap.toml", "used")
    assert "is a folder" in refused(capsys, ".", "used")
    (tmp_path / MAP).write_text(FERRY)
    assert "is not in a git repository" in refused(capsys, str(tmp_path / MAP), "used")
    assert (path.read_bytes(), repo.git("status", "--porcelain")) == before
    path.write_text("argmap = 1\n[statement.a]\ntext = 3\n")
    assert f"{MAP}:3:8: error F004" in refused(capsys, MAP, "a")


def test_a_bare_repository_and_no_git_are_told(repo, capsys, tmp_path, monkeypatch):
    repo.commit(FERRY, "Begin")
    repo.git("clone", "-q", "--bare", ".", str(tmp_path / "bare.git"))
    assert "bare repository" in refused(capsys, str(tmp_path / "bare.git" / MAP), "used")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "git is not installed" in refused(capsys, MAP, "used")


def test_a_broken_repository_is_told(repo, capsys):
    repo.commit(FERRY, "Begin")
    commit = repo.git("rev-parse", "HEAD^{tree}")
    (repo.folder / ".git" / "objects" / commit[:2] / commit[2:]).unlink()
    assert "git" in refused(capsys, MAP, "used")
