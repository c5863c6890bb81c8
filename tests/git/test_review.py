import pytest

from argmap.export.review_text import review_text
from argmap.format import read
from argmap.git.file_merge import merge_files
from argmap.git.review import review
from tests.edit.conftest import FERRY

OURS = FERRY.replace("The ferry is used.", "The ferry is ours.")
THEIRS = FERRY.replace("The ferry is used.", "The ferry is theirs.")


def test_a_map(own_git):
    assert review(FERRY.encode()) == review_text(read(FERRY.encode()).map)
    assert review(b"\xef\xbb\xbf" + FERRY.replace("\n", "\r\n").encode()) == review(FERRY.encode())


def test_where_a_merge_left_markers_they_stand_round_what_differs(own_git):
    data = merge_files(FERRY.encode(), OURS.encode(), THEIRS.encode(), marker_size=9).data
    lines = review(data).splitlines()
    at = lines.index("<<<<<<<<< ours")
    assert lines[at : at + 7] == [
        "<<<<<<<<< ours",
        "  [used] The ferry is ours.",
        "||||||||| base",
        "  [used] The ferry is used.",
        "=========",
        "  [used] The ferry is theirs.",
        ">>>>>>>>> theirs",
    ]
    assert [*lines[:at], "  [used] The ferry is used.", *lines[at + 7 :]] == review(FERRY.encode()).splitlines()


def test_markers_without_a_base(own_git):
    (own_git / ".gitconfig").write_text("[merge]\n\tconflictStyle = diff3\n")
    marked = '<<<<<<< \x1b[31m\ntext = "The ferry is ours."\n=======\ntext = "The ferry is theirs."\n>>>>>>> theirs\n'
    lines = review(FERRY.replace('text = "The ferry is used."\n', marked).encode()).splitlines()
    at = lines.index("<<<<<<< ␛[31m")
    assert lines[at + 1 : at + 5] == [
        "  [used] The ferry is ours.",
        "=======",
        "  [used] The ferry is theirs.",
        ">>>>>>> theirs",
    ]


def test_a_map_that_both_sides_added(own_git):
    lines = review(f"<<<<<<< ours\n{OURS}||||||| base\n=======\n{THEIRS}>>>>>>> theirs\n".encode()).splitlines()
    assert [lines[0], lines[-1]] == ["<<<<<<< ours", ">>>>>>> theirs"]
    assert "  [used] The ferry is theirs." in lines


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        (b"", "\n"),
        (b"not = a\r\nmap", "not = a\nmap\n"),
        (b"\xff\x1b[31m = [\n", "\ufffd␛[31m = [\n"),
        (b"\xef\xbb\xbfargmap = [\n", "argmap = [\n"),
        (b"<<<<<<< ours\n[\n=======\n]\n>>>>>>> theirs\n", "<<<<<<< ours\n[\n=======\n]\n>>>>>>> theirs\n"),
        (b"<<<<<<< ours\n\xff\n=======\n", "<<<<<<< ours\n\ufffd\n=======\n"),
    ],
)
def test_what_is_no_map_is_shown_as_it_is(own_git, data, shown):
    assert review(data) == shown


def test_without_git_markers_are_shown_as_they_are(own_git, monkeypatch):
    data = merge_files(FERRY.encode(), OURS.encode(), THEIRS.encode()).data
    monkeypatch.setenv("PATH", "")
    assert review(data) == data.decode()
