"""Git itself merging maps by the real driver, by every command that merges."""

import shlex
import sys

import pytest

from argmap.format import read
from argmap.git.conflicted import Conflicted
from argmap.git.repository import Repository
from argmap.git.setup import set_up
from tests.edit.conftest import FERRY

USED, COST, LOVED = "The ferry is used.", "The ferry costs a lot.", "People love the ferry."
MAP = "ferry.argmap.toml"


def with_changes(**texts):
    changed = FERRY
    for name, text in texts.items():
        changed = changed.replace({"used": USED, "cost": COST, "loved": LOVED}[name], text)
    return changed


@pytest.fixture
def set_up_git(git):
    """Git with the driver; `main` and `theirs` begin from one commit."""
    set_up(Repository.of(git.folder), f"{shlex.quote(sys.executable)} -m argmap")
    git.commit(ferry=FERRY)
    git("branch", "theirs")
    return git


def on_theirs(git, text):
    git("checkout", "-q", "theirs")
    git.commit(ferry=text)
    git("checkout", "-q", "main")


def merged(git):
    return read((git.folder / MAP).read_bytes()).map


def both(git):
    """Both sides' changes are there, and nothing is in conflict."""
    map = merged(git)
    assert (map.entries["cost"].text, map.entries["used"].text) == ("Dear.", "Busy.")
    assert not git("diff", "--name-only", "--diff-filter=U")


def conflict(git, mine=b"Mine."):
    """The one cell is between markers, with both sides' words; git knows that it isn't merged."""
    data = (git.folder / MAP).read_bytes()
    assert git("diff", "--name-only", "--diff-filter=U").strip() == MAP
    assert [c.at for c in Conflicted.of(data).merge.conflicts] == [("used", "text")]
    assert mine in data
    assert b"Theirs." in data
    return data


# side by side, so that a text merge would conflict
NEAR_OURS = FERRY.replace(f'text = "{USED}"', 'text = "Busy."')
NEAR_THEIRS = FERRY.replace(f'text = "{USED}"\n', f'text = "{USED}"\nnote = "Ask."\n').replace(COST, "Dear.")


def test_merge(set_up_git):
    git = set_up_git
    on_theirs(git, NEAR_THEIRS)
    git.commit(ferry=NEAR_OURS)
    git("merge", "-q", "-m", "merged", "theirs")
    both(git)
    assert merged(git).entries["used"].note == "Ask."


def test_merge_with_a_conflict_is_told_by_statement(set_up_git):
    git = set_up_git
    on_theirs(git, with_changes(used="Theirs.", cost="Dear."))
    git.commit(ferry=with_changes(used="Mine."))
    said = git("merge", "theirs", status=1)
    assert f"argmap: {MAP}: 1 conflict" in said
    assert "C2 “Mine.”: text" in said
    assert merged_cost(git) == "Dear."
    conflict(git)


def merged_cost(git):
    found = Conflicted.of((git.folder / MAP).read_bytes())
    return found.merge.map({}).entries["cost"].text


@pytest.mark.parametrize("command", ["rebase", "cherry-pick"])
def test_rebase_and_cherry_pick(set_up_git, command):
    git = set_up_git
    on_theirs(git, NEAR_THEIRS)
    git.commit(ferry=NEAR_OURS)
    git(command, "theirs")
    both(git)
    git("checkout", "-q", "theirs")
    git.commit(ferry=NEAR_THEIRS.replace(USED, "Theirs."))
    git("checkout", "-q", "main")
    git.commit(ferry=(git.folder / MAP).read_text().replace("Busy.", "Mine."))
    git(command, "theirs", status=1)
    conflict(git, b"Busy." if command == "rebase" else b"Mine.")
    git(command, "--abort")


def test_revert(set_up_git):
    git = set_up_git
    git.commit(ferry=NEAR_THEIRS)
    git.commit(ferry=NEAR_THEIRS.replace(USED, "Busy."))
    git("revert", "--no-edit", "HEAD~1")
    assert merged(git).entries["used"].note is None
    assert (merged(git).entries["used"].text, merged(git).entries["cost"].text) == ("Busy.", COST)


def test_stash_pop(set_up_git):
    git = set_up_git
    git.write(MAP, NEAR_THEIRS)
    git("stash")
    git.commit(ferry=NEAR_OURS)
    git("stash", "pop")
    both(git)


def test_checkout_m(set_up_git):
    git = set_up_git
    on_theirs(git, NEAR_THEIRS)
    git.write(MAP, NEAR_OURS)
    git("checkout", "-q", "-m", "theirs")
    both(git)
    git.write(MAP, NEAR_THEIRS.replace(USED, "Mine."))
    git("branch", "other", "main")
    git("stash")
    git("checkout", "-q", "other")
    git.commit(ferry=with_changes(used="Theirs."))
    git("checkout", "-q", "theirs")
    git("stash", "pop")
    git("checkout", "-m", "other", status=None)
    conflict(git)


def test_a_criss_cross_merge_has_no_markers_in_its_base(set_up_git):
    git = set_up_git
    on_theirs(git, with_changes(used="Theirs."))
    git.commit(ferry=with_changes(used="Mine."))
    git("branch", "ours-before")
    git("merge", "theirs", status=1)
    git.commit(ferry=with_changes(used="Mine."))
    git("checkout", "-q", "theirs")
    git("merge", "ours-before", status=1)
    git.commit(ferry=with_changes(used="Theirs."))
    git("checkout", "-q", "main")
    git("merge", "theirs", status=1)
    data = conflict(git)
    assert data.count(b"<<<<<<<") == 1


def test_a_marker_size_of_the_users_own_is_honoured(set_up_git):
    git = set_up_git
    attributes = git.folder / ".gitattributes"
    attributes.write_text(attributes.read_text() + "*.argmap.toml conflict-marker-size=11\n")
    git("commit", "-qam", "longer markers")
    git("branch", "-f", "theirs")
    on_theirs(git, with_changes(used="Theirs."))
    git.commit(ferry=with_changes(used="Mine."))
    git("merge", "theirs", status=1)
    assert b"\n" + b"<" * 11 + b" ours\n" in conflict(git)


def test_a_map_that_does_not_parse_on_one_side_is_merged_as_text(set_up_git):
    git = set_up_git
    on_theirs(git, with_changes(used="Theirs.") + "broken\n")
    git.commit(ferry=with_changes(used="Mine."))
    said = git("merge", "theirs", status=1)
    assert "is merged as text: theirs is no map that can be read: line" in said
    data = (git.folder / MAP).read_text()
    for words in ("<<<<<<<", "Mine.", "Theirs.", "broken"):
        assert words in data


def test_a_binary_map_is_a_conflict_and_never_silently_ours(set_up_git):
    git = set_up_git
    git("checkout", "-q", "theirs")
    (git.folder / MAP).write_bytes(b"\x00\x01 theirs")
    git("commit", "-qam", "binary")
    git("checkout", "-q", "main")
    git.commit(ferry=with_changes(used="Mine."))
    git("merge", "theirs", status=1)
    assert git("diff", "--name-only", "--diff-filter=U").strip() == MAP


def test_a_map_added_on_both_sides(set_up_git):
    git = set_up_git
    git("checkout", "-q", "theirs")
    git.commit(new=with_changes(used="Theirs.", cost="Dear."))
    git("checkout", "-q", "main")
    git.commit(new=with_changes(used="Mine."))
    assert "new.argmap.toml: 2 conflicts" in git("merge", "theirs", status=1)
    found = Conflicted.of((git.folder / "new.argmap.toml").read_bytes())
    assert {c.at for c in found.merge.conflicts} == {("cost", "text"), ("used", "text")}


def test_a_map_deleted_on_one_side_and_changed_on_the_other(set_up_git):
    git = set_up_git
    git("checkout", "-q", "theirs")
    git("rm", "-q", MAP)
    git("commit", "-qm", "gone")
    git("checkout", "-q", "main")
    git.commit(ferry=with_changes(used="Mine."))
    assert "CONFLICT (modify/delete)" in git("merge", "theirs", status=1)
