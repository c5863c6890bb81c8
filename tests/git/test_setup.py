import os
import subprocess
import sys

import pytest

from argmap.git import setup
from argmap.git.repository import GitError, Repository
from tests.edit.conftest import FERRY
from tests.git.conftest import Git
from tests.published import ROOT

RULE = "*.argmap.toml merge=argmap diff=argmap\n"
TRUE = f'PYTHONPATH="{ROOT}" exec "{sys.executable}" -P -m argmap "$@"'
CACHE = "refs/notes/textconv/argmap"


def set_up(git, program="argmap"):
    return setup.set_up(Repository.of(git.folder), program)


def undo(git):
    return setup.undo(Repository.of(git.folder))


def state(git):
    """Every byte that set-up may touch."""
    config = git.folder / git("rev-parse", "--git-path", "config").strip()
    attributes = git.folder / git("rev-parse", "--show-toplevel").strip() / ".gitattributes"
    return [path.read_bytes() if path.is_file() else None for path in (config, attributes)]


def attributes_of(git, name):
    said = git("check-attr", "merge", "diff", "--", name).splitlines()
    return [line.rpartition(": ")[2] for line in said]


def test_set_up_says_what_it_did_and_then_has_nothing_to_do(git):
    assert set_up(git) == (
        ".gitattributes: a line for *.argmap.toml, at the top; commit it",
        "git's settings: merge.argmap, diff.argmap, difftool.argmap, mergetool.argmap added; argmap is called as "
        "argmap",
    )
    assert attributes_of(git, "some/where/a.argmap.toml") == ["argmap", "argmap"]
    assert attributes_of(git, "a.toml") == ["unspecified", "unspecified"]
    for key, value in {
        "merge.argmap.recursive": "binary",
        "diff.argmap.cachetextconv": "true",
        "diff.argmap.wordRegex": r"[[:alnum:]_'-]+|[^[:space:]!-~]+|[^[:space:]]",
        "difftool.argmap.cmd": 'argmap diff "$LOCAL" "$REMOTE"',
        "mergetool.argmap.cmd": 'argmap "$MERGED"',
        "mergetool.argmap.trustExitCode": "false",
    }.items():
        assert git("config", "--local", key) == value + "\n"
    before = state(git)
    assert set_up(git) == ()
    assert state(git) == before


def test_undo_without_set_up_has_nothing_to_undo(git):
    git.write(".gitattributes", "*.md text\n")
    before = state(git)
    assert undo(git) == ()
    assert state(git) == before


@pytest.mark.parametrize(
    "attributes",
    [
        None,
        "*.md text\n",
        "*.md text",
        "*.md text\r\n*.txt text\r\n",
        "*.md text\r\n*.txt text",
        "\ufeff*.md text\n",
        "\ufeff# only a comment\r\n",
        "\n\n*.md text\n\n",
        "*.argmap.toml text eol=lf\n",
    ],
)
def test_undo_gives_every_byte_of_the_attributes_back(git, attributes):
    if attributes is not None:
        git.write(".gitattributes", attributes)
    taken_back(git)
    assert (git.folder / ".gitattributes").exists() == (attributes is not None)


@pytest.mark.parametrize(
    "config",
    [
        '[remote "o"]\n\turl = x',
        "[alias]\r\n\tst = status\r\n",
        "[alias]\r\n\tst = status",
        "# the end",
        "# the end\n",
        '[merge "argmap"]\n\tours = kept\n; and this\n[user]\n\tname = y\n',
        "[merge.argmap]\n\tours = kept\n",
    ],
)
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_undo_gives_every_byte_of_the_settings_back(git, mark, config):
    file = git.folder / ".git/config"
    file.write_bytes(mark.encode() + file.read_bytes() + config.encode())
    taken_back(git)


def taken_back(git):
    before = state(git)
    assert len(set_up(git)) == 2
    assert attributes_of(git, "a.argmap.toml") == ["argmap", "argmap"]
    assert state(git) != before
    assert len(undo(git)) == 2
    assert state(git) == before
    assert undo(git) == ()


def test_the_lines_keep_the_files_own_line_ends_and_stand_behind_its_mark(git):
    git.write(".gitattributes", "\ufeff*.md text\r\n")
    set_up(git)
    written = (git.folder / ".gitattributes").read_bytes()
    assert written.startswith(b"\xef\xbb\xbf# ")
    assert written.count(b"\r\n") == written.count(b"\n") == 3
    assert attributes_of(git, "a.argmap.toml") == ["argmap", "argmap"]


def test_undo_leaves_what_was_added_since(git):
    set_up(git)
    git("config", "merge.argmap.ours", "kept")
    with (git.folder / ".gitattributes").open("a") as file:
        file.write("*.md text\n")
    undo(git)
    assert (git.folder / ".gitattributes").read_text() == "*.md text\n"
    assert git("config", "--local", "--get-regexp", "argmap") == "merge.argmap.ours kept\n"


def test_undo_takes_a_committed_line_out_only_where_set_up_had_put_it_in(git, tmp_path):
    set_up(git)
    git.commit(a=FERRY)
    git("clone", "-q", ".", str(tmp_path / "clone"))
    clone = Git(tmp_path / "clone")
    before = state(clone)
    assert undo(clone) == ()
    assert [words.partition(":")[0] for words in set_up(clone)] == ["git's settings"]
    undo(clone)
    assert state(clone) == before
    undo(git)
    assert not (git.folder / ".gitattributes").exists()


def test_undo_removes_the_cache_of_what_git_showed(git, program):
    set_up(git, program('cat "$5"'))
    git.commit(a=FERRY)
    git("show")
    assert git("rev-parse", "--verify", CACHE)
    assert any(words.startswith(CACHE) for words in undo(git))
    git("rev-parse", "--verify", "--quiet", CACHE, status=1)


def test_another_place_of_argmap_is_told_and_written(git):
    set_up(git, "/old/argmap")
    before = state(git)
    assert set_up(git, "/new/argmap") == (
        "git's settings: merge.argmap.driver, diff.argmap.textconv, difftool.argmap.cmd, mergetool.argmap.cmd changed; "
        "argmap is called as /new/argmap",
    )
    assert "/old/" not in git("config", "--local", "--list")
    assert set_up(git, "/new/argmap") == ()
    set_up(git, "/old/argmap")
    assert state(git) == before


def test_a_setting_that_somebody_chose_is_told_when_it_is_replaced(git):
    set_up(git)
    git("config", "diff.argmap.wordRegex", "[a-z]+")
    assert set_up(git) == ("git's settings: diff.argmap.wordRegex changed; it was: [a-z]+",)
    git("config", "--add", "merge.argmap.recursive", "text")
    assert set_up(git) == ("git's settings: merge.argmap.recursive changed; it was: binary, text",)


def test_from_a_folder_below_and_in_a_linked_worktree(git, tmp_path):
    git.commit(**{"deep/down/a": FERRY})
    below = Git(git.folder / "deep/down")
    git("worktree", "add", "-q", "-b", "side", str(tmp_path / "side"))
    side = Git(tmp_path / "side")
    before = state(git), state(side)
    assert len(set_up(below)) == 2
    assert (git.folder / ".gitattributes").read_text().endswith(RULE)
    assert set_up(side) == (".gitattributes: a line for *.argmap.toml, at the top; commit it",)
    assert set_up(side) == set_up(below) == ()
    assert len(undo(side)) == 2
    assert undo(below) == (".gitattributes: removed",)
    assert (state(git), state(side)) == before


def test_in_a_submodule(git, tmp_path):
    inner = tmp_path / "inner"
    inner.mkdir()
    Git(inner)("init", "-q")
    Git(inner).commit(a=FERRY)
    git("submodule", "--quiet", "add", str(inner), "part")
    part, outer = Git(git.folder / "part"), state(git)
    before = state(part)
    assert len(set_up(part)) == 2
    assert attributes_of(part, "a.argmap.toml") == ["argmap", "argmap"]
    assert state(git) == outer
    undo(part)
    assert state(part) == before


def test_no_repository_a_bare_one_and_no_git(own_git, git, tmp_path, monkeypatch):
    with pytest.raises(GitError, match="not in a git repository"):
        Repository.of(tmp_path)
    git("init", "-q", "--bare", str(tmp_path / "bare"))
    with pytest.raises(GitError, match="bare"):
        Repository.of(tmp_path / "bare")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(GitError, match="git is not installed"):
        Repository.of(git.folder)


@pytest.mark.parametrize(
    ("file", "line", "said"),
    [
        (
            ".gitattributes",
            "*.toml -diff",
            "line 2 of .gitattributes (*.toml -diff) says that diff is unset for maps/",
        ),
        (".gitattributes", "*.toml merge=union", 'says that merge is "union" for maps/'),
        (".gitattributes", "*.argmap.toml binary", "line 2 of .gitattributes (*.argmap.toml binary)"),
        (".gitattributes", "* diff", "says that diff is set for maps/"),
        (".gitattributes", "maps/* merge=ours", 'merge is "ours" for maps/a.argmap.toml'),
        (
            "maps/.gitattributes",
            "a.* -merge",
            "line 2 of maps/.gitattributes (a.* -merge) says that merge is unset for",
        ),
        (".git/info/attributes", "/maps/a.argmap.toml diff=other", "line 2 of .git/info/attributes (/maps/a"),
        (".gitattributes", "[attr]odd -diff\n*.toml odd", "an attributes file"),
    ],
)
def test_other_drivers_are_refused_before_anything_changes(git, file, line, said):
    git.commit(**{"maps/a": FERRY})
    git.write(file, f"*.md text\n{line}\n")
    before = state(git)
    with pytest.raises(GitError) as refused:
        set_up(git)
    assert said in str(refused.value)
    assert str(refused.value).startswith("nothing was set up: ")
    assert state(git) == before


def test_other_drivers_in_a_persons_own_attributes(git, own_git):
    (own_git / "mine").write_text("*.toml diff=toml\n")
    git("config", "--global", "core.attributesFile", "~/mine")
    with pytest.raises(GitError, match=r"line 1 of .*/mine \(\*\.toml diff=toml\)"):
        set_up(git)


def test_what_the_refusal_advises_helps(git):
    git.write(".gitattributes", f"*.toml -diff\n{RULE}")
    assert [words.partition(":")[0] for words in set_up(git)] == ["git's settings"]


def test_lines_that_have_the_last_word_are_noticed_and_all_is_put_back(git):
    git.write(".gitattributes", "*.argmap.toml !merge\n")
    before = state(git)
    with pytest.raises(GitError, match="merge is still unspecified for example"):
        set_up(git)
    assert state(git) == before


def test_a_file_that_cannot_be_used_is_refused(git, tmp_path, monkeypatch):
    attributes, before = git.folder / ".gitattributes", state(git)
    attributes.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(GitError, match="is a link"):
        set_up(git)
    attributes.unlink()
    attributes.mkdir()
    with pytest.raises(GitError, match="not a regular file"):
        set_up(git)
    attributes.rmdir()
    attributes.write_text("*.md text\n")
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    with pytest.raises(GitError, match="can't be written: permission denied"):
        set_up(git)
    assert attributes.read_text() == "*.md text\n"
    assert state(git)[0] == before[0]


def test_one_that_is_tracked_and_missing_is_not_replaced(git):
    git.write(".gitattributes", "*.md text\n")
    git.commit()
    (git.folder / ".gitattributes").unlink()
    with pytest.raises(GitError, match=r"git checkout -- \.gitattributes"):
        set_up(git)


def test_another_programs_lock_is_respected(git):
    lock = git.write(".gitattributes.lock", "")
    with pytest.raises(GitError, match="another program is changing"):
        set_up(git)
    assert lock.exists()


def test_a_locked_config_puts_the_attributes_back(git):
    (git.folder / ".git/config.lock").touch()
    before = state(git)
    with pytest.raises(GitError, match="config"):
        set_up(git)
    assert state(git) == before
    (git.folder / ".git/config.lock").unlink()
    assert len(set_up(git)) == 2


def test_the_text_that_git_shows(git, program):
    set_up(git, program(TRUE))
    git.commit(a=FERRY)
    git.commit(a=FERRY.replace("were counted.", "were carefully counted."))
    lines = git("show", "--format=").splitlines()
    assert "-  [counted] Passengers were counted." in lines
    assert "+  [counted] Passengers were carefully counted." in lines
    assert next(line for line in lines if line.startswith("@@")).endswith("@@ because [because-used] for keep")
    assert "  [counted] Passengers were {+carefully+} counted." in git("show", "--word-diff")
    assert ") because [because-counted] for used" in git("blame", "a.argmap.toml")
    raw = git("show", "--no-textconv")
    assert '+text = "Passengers were carefully counted."' in raw
    assert "@@ [reason.because-counted]" in raw
    traced = git("log", "--format=%s", "-L", r":statement\.counted\]:a.argmap.toml")
    assert traced.count('+text = "Passengers were') == 2


def test_a_conflict_is_shown_like_the_rest(git, program):
    both_sides_change(git, program(TRUE))
    assert "CONFLICT" in git("merge", "theirs", status=1)
    assert '<<<<<<< ours\ntext = "The ferry is ours."\n' in (git.folder / "a.argmap.toml").read_text()
    shown = [line for line in git("diff").splitlines() if "The ferry is" in line]
    assert shown == [
        " +  [used] The ferry is ours.",
        "++  [used] The ferry is used.",
        "+   [used] The ferry is theirs.",
    ]


@pytest.mark.parametrize("script", [None, "exit 3", "exit 1", "kill -9 $$"])
def test_git_shows_the_file_where_argmap_fails(git, program, script):
    set_up(git, program(script) if script is not None else "/nowhere/argmap")
    git.commit(a=FERRY)
    said = git("show", "--format=")
    assert '+text = "The ferry is used."' in said
    git.commit(**{"-x y": FERRY})
    git.write("-x y.argmap.toml", FERRY.replace("used.", "loved."))
    assert '+text = "The ferry is loved."' in git("diff")


def both_sides_change(git, argmap, ours="The ferry is ours.", theirs="The ferry is theirs."):
    """A repository on a branch that is to be merged with `theirs`; both changed the same sentence."""
    set_up(git, argmap)
    git.commit(a=FERRY)
    git("checkout", "-qb", "theirs")
    git.commit(a=FERRY.replace("The ferry is used.", theirs))
    git("checkout", "-q", "main")
    git.commit(a=FERRY.replace("The ferry is used.", ours))


FAILING = {
    "missing": None,
    "exits with 3": "exit 3",
    "exits with 127": "exit 127",
    "exits with 255": "exit 255",
    "killed": "kill -9 $$",
    "terminated": "kill $$",
    "a traceback": "echo Traceback >&2; exit 1",
    "a usage error": "echo usage; exit 2",
}


@pytest.mark.parametrize(
    ("failing", "how"), [*((each, "merge") for each in FAILING), ("killed", "rebase"), ("missing", "cherry-pick")]
)
def test_a_failing_driver_loses_no_side(git, program, failing, how):
    script = FAILING[failing]
    both_sides_change(git, program(script) if script is not None else "/nowhere/argmap")
    said = git(how, "theirs", status=1)
    assert "CONFLICT" in said
    assert "it is merged as text: a.argmap.toml" in said
    text = (git.folder / "a.argmap.toml").read_text()
    assert all(words in text for words in ("The ferry is ours.", "The ferry is theirs.", "The ferry is used."))
    assert [line[:7] for line in text.splitlines() if line and line[0] in "<|=>"] == [
        "<" * 7,
        "|" * 7,
        "=" * 7,
        ">" * 7,
    ]
    assert git("status", "--porcelain") == "UU a.argmap.toml\n"


@pytest.mark.parametrize("script", ["exit 3", "kill -9 $$"])
def test_a_failing_driver_merges_what_text_can_merge(git, program, script):
    set_up(git, program(script))
    git.commit(a=FERRY)
    git("checkout", "-qb", "theirs")
    git.commit(a=FERRY.replace("The ferry should stay.", "Let the ferry stay."))
    git("checkout", "-q", "main")
    git.commit(a=FERRY.replace("The ferry costs a lot.", "It costs."))
    git("merge", "-q", "-m", "merged", "theirs")
    text = (git.folder / "a.argmap.toml").read_text()
    assert "Let the ferry stay." in text
    assert "It costs." in text


def test_what_cannot_be_merged_as_text_is_a_conflict(git, program):
    both_sides_change(git, program("exit 3"), ours="\0ours", theirs="\0theirs")
    assert "CONFLICT" in git("merge", "theirs", status=1)
    assert git("status", "--porcelain") == "UU a.argmap.toml\n"


def test_a_working_driver_has_the_last_word(git, program):
    argmap = program('echo "$@" >../said; shift 6; echo merged >"$2"; exit 0')
    both_sides_change(git, argmap)
    git("merge", "-q", "-m", "merged", "theirs")
    assert (git.folder / "a.argmap.toml").read_text() == "merged\n"
    said = (git.folder.parent / "said").read_text().split()
    assert said[:6] == ["merge", "--driver", "--marker-size", "7", "--path", "a.argmap.toml"]
    assert len(said) == 9


def test_a_working_drivers_conflict_is_left_as_it_wrote_it(git, program):
    both_sides_change(git, program('shift 6; echo "<<<<<<< both" >"$2"; exit 1'))
    said = git("merge", "theirs", status=1)
    assert "CONFLICT" in said
    assert "as text" not in said
    assert (git.folder / "a.argmap.toml").read_text() == "<<<<<<< both\n"


def test_a_hanging_driver_is_ended(git, program, tmp_path, monkeypatch):
    """With a `timeout` that is in a hurry."""
    argmap = program("sleep 30")
    hasty = tmp_path / "hasty/timeout"
    hasty.parent.mkdir()
    real = subprocess.run(["sh", "-c", "command -v timeout"], capture_output=True, text=True).stdout.strip()
    if not real:
        pytest.skip("there is no timeout here")
    hasty.write_text(f'#!/bin/sh\ntest "$1" = 120 && limit=0.2 || limit=1\nshift\nexec {real} $limit "$@"\n')
    hasty.chmod(0o755)
    monkeypatch.setenv("PATH", f"{hasty.parent}:{os.environ['PATH']}")
    both_sides_change(git, argmap)
    assert "status 124" in git("merge", "theirs", status=1)


def test_without_timeout_the_driver_runs_all_the_same(git, program, tmp_path, monkeypatch):
    broken = tmp_path / "broken/timeout"
    broken.parent.mkdir()
    broken.write_text("#!/bin/sh\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.setenv("PATH", f"{broken.parent}:{os.environ['PATH']}")
    both_sides_change(git, program('shift 6; echo merged >"$2"'))
    git("merge", "-q", "-m", "merged", "theirs")
    assert (git.folder / "a.argmap.toml").read_text() == "merged\n"


def test_odd_names_reach_the_driver_whole(git, program):
    name = 'it\'s $(odd) "%O" `x` a.argmap.toml'
    argmap = program('printf "%s\\n" "$6" >../said; exit 3')
    set_up(git, argmap)
    for branch, words in (("main", "used"), ("theirs", "theirs"), ("main", "ours")):
        git("checkout", "-q", *(["-b"] if branch == "theirs" else []), branch, status=None)
        git.write(f"maps/{name}", FERRY.replace("is used", f"is {words}"))
        git.commit()
    said = git("merge", "theirs", status=1)
    assert (git.folder.parent / "said").read_text() == f"maps/{name}\n"
    assert "CONFLICT" in said
    assert "<<<<<<< ours" in (git.folder / "maps" / name).read_text()
