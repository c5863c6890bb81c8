import pytest

from argmap.format import read
from argmap.git.accounts import account
from argmap.git.history import History
from argmap.git.repository import Files, GitError, Repository
from argmap.git.tracing import Change, trace
from tests.edit.conftest import FERRY
from tests.repositories import GitFolder

MAP = "ferry.argmap.toml"
USED = '"The ferry is used."'


@pytest.fixture
def repo(tmp_path, monkeypatch):
    return GitFolder(tmp_path / "repo", monkeypatch)


def reworded(text, was=USED, now='"The ferry is full."'):
    assert was in text
    return text.replace(was, now)


def without(text, *ids):
    """A map file without some tables."""
    blocks = text.split("\n\n")
    return "\n\n".join(block for block in blocks if not any(f".{id}]" in block for id in ids))


def told(repo, id, name=MAP, revision="HEAD"):
    """What is told about an entry of the committed map: (subject, lines)."""
    found = []
    with History.of(Repository.of(repo.folder), name, revision) as history:
        for change in trace(history, [id]):
            if isinstance(change, Change):
                found.append((change.version.commit.subject, account(change)))
            else:
                found.append((change.commit.subject, [change.unread]))
    return found


def subjects(*arguments, **more):
    return [subject for subject, _ in told(*arguments, **more)]


def blamed(repo, *ids, name=MAP):
    """The subject of the commit that last changed each entry."""
    with History.of(Repository.of(repo.folder), name) as history:
        changes = [change for change in trace(history, ids, newest=True) if isinstance(change, Change)]
    assert sorted(change.asked for change in changes) == sorted(ids)
    return [next(c.version.commit.subject for c in changes if c.asked == id) for id in ids]


def test_a_rewording_is_told_word_by_word_and_other_commits_are_not(repo):
    repo.commit(FERRY, "Begin")
    text = reworded(FERRY)
    repo.commit(text, "Say full")
    repo.commit(reworded(text, '"The ferry costs a lot."', '"It costs."'), "Something else")
    repo.commit("hello", "Another file", "notes.txt")
    assert told(repo, "used") == [
        ("Say full", ["C2 reworded: The ferry is [-used-]{+full+}."]),
        ("Begin", ["added C2 to R1: “The ferry is used.”, with R2"]),
    ]
    assert blamed(repo, "used", "cost", "keep") == ["Say full", "Something else", "Begin"]


def test_spacing_comments_key_order_and_labels_are_no_changes(repo):
    repo.commit(FERRY, "Begin")
    text = FERRY.replace("\n\n", "\n\n# why\n\n").replace(
        'text = "The ferry is used."\nin = "because-used"', 'in = "because-used"\ntext="The ferry is used."'
    )
    repo.commit(text, "Tidy")
    first = '[reason.because-first]\nfor = "keep"\n\n[statement.first]\ntext = "First."\nin = "because-first"\n\n'
    repo.commit(text.replace("[reason.because-used]", first + "[reason.because-used]"), "Labels move on")
    assert subjects(repo, "used") == ["Begin"]
    assert blamed(repo, "used", "because-used", "loved", "first") == ["Begin", "Begin", "Begin", "Labels move on"]


def test_reasons_and_objections_that_bear_on_a_statement_are_told(repo):
    repo.commit(without(FERRY, "but-cost", "cost"), "Begin")
    repo.commit(FERRY, "Object")
    text = FERRY.replace('[reason.because-loved]\nfor = "keep"', '[reason.because-loved]\nfor = "used"')
    repo.commit(text, "Retarget")
    repo.commit(without(text, "because-loved", "loved"), "Drop")
    assert told(repo, "keep")[:-1] == [
        ("Retarget", ["R3 moved from C1 to C2: P2 “People love the ferry.”"]),
        ("Object", ["added O1 against C1: O1 “The ferry costs a lot.”"]),
    ]
    assert [lines for subject, lines in told(repo, "used") if subject == "Drop"] == [
        ["removed R3: P2 “People love the ferry.”"]
    ]
    assert blamed(repo, "keep") == ["Begin"]


def test_what_stands_in_a_reason_belongs_to_the_reason(repo):
    repo.commit(FERRY, "Begin")
    text = FERRY.replace('in = "because-loved"', 'in = "because-counted"')
    repo.commit(text, "Move")
    assert told(repo, "because-counted")[0][1] == ["P2 moved from R3 to R2: “People love the ferry.”"]
    assert told(repo, "because-loved")[0][0] == "Move"
    assert blamed(repo, "because-counted", "loved") == ["Begin", "Move"]


def test_renamed_ids_are_followed(repo):
    repo.commit(reworded(FERRY, USED, '"It is used."'), "Begin")
    repo.commit(FERRY, "Reword")
    renamed = FERRY.replace("[statement.used]", "[statement.in-use]").replace('"used', '"in-use')
    repo.commit(renamed, "Rename")
    repo.commit(reworded(renamed), "Reword again")
    assert told(repo, "in-use")[1] == ("Rename", ["C2 renamed: used → in-use"])
    assert subjects(repo, "in-use") == ["Reword again", "Rename", "Reword", "Begin"]
    assert told(repo, "used") == told(repo, "in-use")[1:]
    assert blamed(repo, "in-use", "because-counted") == ["Reword again", "Begin"]


def test_a_former_id_shows_where_it_went(repo):
    repo.commit(FERRY, "Begin")
    repo.commit(without(FERRY, "spare"), "Drop")
    assert told(repo, "spare") == [
        ("Drop", ["removed spare: “The harbour is deep.”"]),
        ("Begin", ["added spare: “The harbour is deep.”"]),
    ]
    assert told(repo, "nobody") == []


def test_what_was_deleted_and_came_back_has_both_lives(repo):
    repo.commit(FERRY, "Begin")
    repo.commit(without(FERRY, "loved", "because-loved"), "Drop")
    repo.commit(None, "Nothing")
    repo.commit(reworded(FERRY, "People love", "Many love"), "Back again")
    assert subjects(repo, "loved") == ["Back again", "Drop", "Begin"]
    assert blamed(repo, "loved", "keep") == ["Back again", "Begin"]


def test_another_kind_of_entry_begins_anew(repo):
    repo.commit(FERRY, "Begin")
    repo.commit(FERRY.replace("[reason.because-loved]\nfor", "[objection.because-loved]\nagainst"), "Object")
    assert told(repo, "because-loved")[0] == (
        "Object",
        ["added O1 against C1: O1 “People love the ferry.”", "removed R3: P3 “People love the ferry.”"],
    )
    assert subjects(repo, "because-loved") == ["Object", "Begin"]
    assert blamed(repo, "because-loved", "loved") == ["Object", "Begin"]


def test_the_file_is_followed_through_renamings(repo):
    repo.commit(FERRY, "Begin", "old.argmap.toml")
    repo.commit(reworded(FERRY), "Reword", "old.argmap.toml")
    (repo.folder / "maps").mkdir()
    repo.git("mv", "old.argmap.toml", f"maps/{MAP}")
    repo.commit(reworded(reworded(FERRY), "People love", "Many love"), "Move and edit", f"maps/{MAP}")
    repo.commit(FERRY, "Another of the old name", "old.argmap.toml")
    assert subjects(repo, "used", f"maps/{MAP}") == ["Reword", "Begin"]
    assert subjects(repo, "loved", f"maps/{MAP}") == ["Move and edit", "Begin"]
    assert subjects(repo, "used", "old.argmap.toml")[0] == "Another of the old name"


def test_a_branch_goes_on_under_the_old_name_of_a_file(repo):
    repo.commit(FERRY, "Begin", "old.argmap.toml")
    repo.git("checkout", "-q", "-b", "side")
    repo.commit(reworded(FERRY), "Reword", "old.argmap.toml")
    repo.git("checkout", "-q", "main")
    repo.git("mv", "old.argmap.toml", MAP)
    repo.commit(None, "Rename the file")
    repo.merge("side")
    assert subjects(repo, "used") == ["Reword", "Begin"]
    assert blamed(repo, "used", "keep") == ["Reword", "Begin"]


def test_a_file_that_was_away_begins_anew(repo):
    repo.commit(FERRY, "Begin")
    (repo.folder / MAP).unlink()
    repo.commit(None, "Remove the file")
    repo.commit(FERRY, "Bring it back")
    assert subjects(repo, "used") == ["Bring it back", "Remove the file", "Begin"]


def test_another_file_of_an_old_name_is_another_file(repo):
    repo.commit(FERRY, "Begin", "old.argmap.toml")
    repo.git("mv", "old.argmap.toml", MAP)
    repo.commit(None, "Rename the file")
    repo.commit(FERRY, "Another", "old.argmap.toml")
    (repo.folder / MAP).unlink()
    repo.commit(None, "Remove the file")
    repo.commit(FERRY, "Bring it back")
    assert subjects(repo, "used") == ["Bring it back", "Remove the file", "Begin"]


def test_a_folder_of_that_name_is_no_version(repo):
    repo.commit(FERRY, "A folder", f"{MAP}/used.toml")
    repo.git("rm", "-q", "-r", MAP)
    repo.commit(None, "No folder")
    repo.commit(FERRY, "A file")
    assert subjects(repo, "used") == ["A file"]


def branched(repo, ours, theirs, base=FERRY):
    """Three commits: a base, and one on either side of it; `main` is checked out."""
    repo.commit(base, "Begin")
    repo.git("checkout", "-q", "-b", "side")
    repo.commit(theirs, "Theirs")
    repo.git("checkout", "-q", "main")
    repo.commit(ours, "Ours")


def test_what_came_in_by_a_branch_counts_for_the_commit_there(repo):
    branched(repo, reworded(FERRY, '"The ferry costs', '"It costs'), reworded(FERRY))
    repo.merge("side")
    assert subjects(repo, "used") == ["Theirs", "Begin"]
    assert subjects(repo, "cost") == ["Ours", "Begin"]
    assert blamed(repo, "used", "cost", "keep") == ["Theirs", "Ours", "Begin"]


def test_a_merge_that_joins_two_edits_of_one_statement_changes_nothing_itself(repo):
    noted = FERRY.replace(USED, USED + '\nnote = "Look."')
    branched(repo, reworded(FERRY), noted)
    repo.merge("side", reworded(noted))
    assert subjects(repo, "used") == ["Ours", "Theirs", "Begin"]
    assert blamed(repo, "used") == ["Ours"]


def test_each_key_is_followed_to_the_side_that_it_came_from(repo):
    repo.commit(FERRY, "First")
    noted = reworded(FERRY, now=USED.replace("used", "busy") + '\nnote = "Look."')
    branched(
        repo,
        reworded(reworded(noted, '"The ferry is busy."'), "Look.", "Look here."),
        reworded(reworded(noted, '"The ferry is busy."', '"The ferry is loved."'), "Look.", "Look there."),
        base=noted,
    )
    repo.merge("side", reworded(reworded(noted, '"The ferry is busy."'), "Look.", "Look there."))
    assert told(repo, "used") == [
        ("Ours", ["C2 reworded: The ferry is [-busy-]{+full+}."]),
        ("Theirs", ["C2: note: Look{+ there+}."]),
        ("Begin", ["C2 reworded: The ferry is [-used-]{+busy+}.", "C2: note added: “Look.”"]),
        ("First", ["added C2 to R1: “The ferry is used.”, with R2"]),
    ]


def test_the_same_edit_on_both_sides_is_told_once(repo):
    branched(repo, reworded(FERRY), reworded(reworded(FERRY), "People love", "Many love"))
    repo.merge("side", reworded(reworded(reworded(FERRY), "People love", "Many love"), "costs a lot", "is dear"))
    assert subjects(repo, "used") == ["Ours", "Begin"]


def test_commits_may_be_older_than_what_they_were_made_from(repo):
    repo.days = 20
    repo.commit(FERRY, "Begin")
    repo.git("checkout", "-q", "-b", "side")
    repo.commit(reworded(FERRY), "Theirs")
    repo.git("checkout", "-q", "main")
    repo.days = 1
    repo.commit(reworded(FERRY, "People love", "Many love"), "Ours")
    repo.merge("side")
    assert blamed(repo, "used", "loved", "keep") == ["Theirs", "Ours", "Begin"]
    assert subjects(repo, "loved") == ["Ours", "Begin"]


def test_an_edit_that_a_merge_dropped_is_no_part_of_the_history(repo):
    theirs = reworded(FERRY).replace("[statement.bridge]", '[statement.bridge]\nnote = "Look."')
    branched(repo, reworded(FERRY, now='"The ferry is loved."'), theirs)
    repo.merge("side", reworded(theirs, '"The ferry is full."', '"The ferry is loved."'))
    assert subjects(repo, "used") == ["Ours", "Begin"]
    assert subjects(repo, "bridge") == ["Theirs", "Begin"]


def test_what_a_merge_itself_changed_counts_for_it(repo):
    branched(repo, reworded(FERRY), reworded(FERRY, now='"The ferry is loved."'))
    repo.merge("side", reworded(FERRY, now='"The ferry is full and loved."').replace("costs a lot", "is dear"))
    assert told(repo, "used")[0] == ("Merge side", ["C2 reworded: The ferry is full{+ and loved+}."])
    assert subjects(repo, "used") == ["Merge side", "Ours", "Theirs", "Begin"]
    assert subjects(repo, "cost") == ["Merge side", "Begin"]
    assert blamed(repo, "used", "cost", "keep") == ["Merge side", "Merge side", "Begin"]


def test_what_a_merge_left_out_is_told_and_what_one_side_removed_counts_for_it(repo):
    branched(repo, without(FERRY, "spare"), FERRY + '\n[statement.late]\ntext = "It is late."\n', FERRY)
    repo.merge("side", reworded(without(FERRY, "spare")))
    assert subjects(repo, "late") == ["Merge side", "Theirs"]
    assert subjects(repo, "spare") == ["Ours", "Begin"]


def test_both_sides_may_have_added_the_same(repo):
    late = '\n[statement.late]\ntext = "It is late."\n'
    branched(repo, FERRY + late, reworded(FERRY) + late)
    repo.merge("side", reworded(FERRY) + late)
    assert subjects(repo, "late") == ["Theirs"]
    assert subjects(repo, "used") == ["Theirs", "Begin"]


def test_more_than_two_may_be_merged(repo):
    branched(repo, reworded(FERRY), reworded(FERRY, "People love", "Many love"))
    repo.git("checkout", "-q", "-b", "third", "HEAD~1")
    repo.commit(reworded(FERRY, "costs a lot", "is dear"), "Third")
    repo.git("checkout", "-q", "main")
    repo.git("merge", "-q", "--no-ff", "-m", "Merge", "side", "third")
    assert blamed(repo, "used", "loved", "cost", "keep") == ["Ours", "Theirs", "Third", "Begin"]


@pytest.mark.parametrize("bad", [b"argmap = 1\n[statement.a]\ntext = 3\n", b"\0\1\2", b"", b"<<<<<<< ours\n", b"\xff"])
def test_versions_that_cannot_be_read_are_passed_over_and_told(repo, bad):
    repo.commit(FERRY, "Begin")
    repo.commit(bad, "Break it")
    repo.commit(bad + b"\n", "Break it more")
    repo.commit(reworded(FERRY), "Mend it")
    found = told(repo, "used")
    assert [subject for subject, _ in found] == ["Mend it", "Break it more", "Break it", "Begin"]
    assert found[0][1] == ["C2 reworded: The ferry is [-used-]{+full+}."]
    assert found[1][1][0].startswith("line ")
    assert blamed(repo, "used", "keep") == ["Mend it", "Begin"]


def test_a_merge_that_cannot_be_read_is_passed_over_to_all_that_it_merged(repo):
    branched(repo, reworded(FERRY, "People love", "Many love"), reworded(FERRY))
    repo.merge("side", "<<<<<<< ours\n")
    repo.commit(reworded(reworded(FERRY), "People love", "Many love"), "Mend it")
    assert subjects(repo, "used") == ["Merge side", "Theirs", "Begin"]
    assert blamed(repo, "used", "loved", "keep") == ["Theirs", "Ours", "Begin"]


def test_a_version_that_cannot_be_read_is_told_once(repo):
    branched(repo, reworded(FERRY), reworded(FERRY, "People love", "Many love"), base="<<<<<<< ours\n")
    repo.merge("side", reworded(reworded(FERRY), "People love", "Many love"))
    assert subjects(repo, "cost") == ["Ours", "Begin"]
    assert subjects(repo, "loved").count("Begin") == 1


def test_a_shallow_clone_says_where_it_begins(repo, tmp_path):
    repo.commit(FERRY, "Begin")
    repo.commit(reworded(FERRY), "Reword")
    repo.commit(reworded(FERRY) + "\n# the end\n", "Say so")
    repo.git("clone", "-q", "--depth", "2", repo.folder.as_uri(), str(tmp_path / "clone"))
    with History.of(Repository.of(tmp_path / "clone"), MAP) as history:
        (change,) = trace(history, ["used"])
        assert history.cut
    assert change.version.commit.cut
    assert account(change) == ["C2 was there already: “The ferry is full.”"]


@pytest.mark.parametrize(
    "name",
    ["two words", 'a "b"', "Прага 京都", "-q", "*[a]?", ":(top)x", "a\\b", "#!", "tab\there", "e\u0301", "\udcff"],
)
def test_a_file_may_be_called_anything(repo, name):
    repo.commit(FERRY, "Begin", f"{name}.toml")
    repo.git("mv", "--", f"{name}.toml", f"{name}{name}.toml")
    repo.commit(reworded(FERRY), "Reword and rename", f"{name}{name}.toml")
    assert subjects(repo, "used", f"{name}{name}.toml") == ["Reword and rename", "Begin"]
    assert subjects(repo, "used", f"{name}.toml") == ["Reword and rename", "Begin"]


def test_author_and_subject_may_be_anything(repo):
    repo.git("config", "i18n.logOutputEncoding", "ISO-8859-1")
    repo.commit(FERRY, "A\u2028b\x0b \udcff“c”", author="Zoë\x0c 京")
    with History.of(Repository.of(repo.folder), MAP) as history:
        (commit,) = history.commits.values()
    assert (commit.date, commit.hash[:7]) == ("2026-01-01T12:00:00+02:00", commit.short)
    assert "“c”" in commit.subject
    assert commit.author.startswith("Zoë")


def test_no_more_is_read_than_is_asked_for(repo, monkeypatch):
    for n in range(9):
        repo.commit(reworded(FERRY, now=f'"The ferry is used by {n}."'), f"Edit {n}")
    asked = []
    monkeypatch.setattr(Files, "read", lambda self, *what, read=Files.read: asked.append(what) or read(self, *what))
    assert blamed(repo, "used") == ["Edit 8"]
    assert len(asked) == 2
    assert blamed(repo, "used", "keep") == ["Edit 8", "Edit 0"]
    assert len(asked) == 2 + 9


def test_a_young_statement_is_told_without_parsing_what_is_older(repo, monkeypatch):
    for n in range(9):
        repo.commit(reworded(without(FERRY, "spare"), now=f'"The ferry is used by {n}."'), f"Edit {n}")
    repo.commit(FERRY, "Dig it")
    parsed = []
    monkeypatch.setattr("argmap.git.history.read", lambda data: parsed.append(data) or read(data))
    assert subjects(repo, "spare") == ["Dig it"]
    assert len(parsed) == 2


def test_what_git_does_not_have_is_told(repo):
    with pytest.raises(GitError, match="no commit yet"), History.of(Repository.of(repo.folder), MAP):
        pass
    repo.commit(FERRY, "Begin", "other.argmap.toml")
    repo.write(FERRY)
    with (
        pytest.raises(GitError, match=f"no commit up to HEAD has a file {MAP}"),
        History.of(Repository.of(repo.folder), MAP),
    ):
        pass
    with pytest.raises(GitError, match='no revision "nowhere"'), History.of(Repository.of(repo.folder), MAP, "nowhere"):
        pass
    repo.commit(FERRY, "Odd name", "a\nb")
    with pytest.raises(GitError, match="line break"):
        told(repo, "used", "a\nb")
