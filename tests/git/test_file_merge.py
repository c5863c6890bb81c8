"""Map files merged as files: their bytes, their comments, the markers round what is in conflict."""

import random
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.edit import EditRefused, History
from argmap.format import ReadError, read, write
from argmap.format.blocks import comments
from argmap.git.conflicted import Conflicted
from argmap.git.file_merge import merge_files
from argmap.git.map_file import NotMerged
from argmap.git.markers import Labels, unmarked
from argmap.git.merge import merge, new_problems
from tests.edit.conftest import FERRY
from tests.random_maps import random_edit, random_map

BASE = FERRY.encode()


def decorated(rng, text):
    """A file with comments of all sorts, LF or CRLF."""
    lines = []
    for line in text.split("\n"):
        if rng.random() < 0.08:
            lines.append(f"# kept {rng.randrange(10**6)}")
        if line.startswith("[") and rng.random() < 0.1:
            lines += [f"# free {rng.randrange(10**6)}", ""]
        lines.append(line)
    return ("\r\n" if rng.random() < 0.2 else "\n").join(lines).encode()


def edited(rng, data, edits):
    """A file as the app would save it after some edits, and perhaps a person after it."""
    reading = read(data)
    history = History(reading.map, reading.document)
    for _ in range(edits):
        try:
            history.apply(random_edit(rng, history.map)())
        except EditRefused:
            continue
    lines = history.document.text.split("\n")
    for _ in range(rng.randint(0, 2)):
        lines.insert(rng.randrange(len(lines)), f"# added {rng.randrange(10**6)}")
    text = "\n".join(lines).encode()
    try:
        read(text)
    except ReadError:
        return history.document.encode()
    return text


@st.composite
def three(draw):
    rng = random.Random(draw(st.integers(0, 10**7)))
    base = decorated(rng, write(random_map(rng, draw(st.integers(1, 20)))).text)
    return base, *(edited(rng, base, draw(st.integers(0, 6))) for _ in range(2))


@settings(max_examples=150, deadline=None)
@given(three())
def test_the_file_holds_the_merged_map_and_every_comment(sides):
    base, ours, theirs = sides
    merged = merge_files(base, ours, theirs)
    maps = [read(data).map for data in sides]
    wanted = merge(*maps)
    assert bool(merged.conflicts) == bool(wanted.conflicts) == bool(merge_files(base, theirs, ours).conflicts)
    before = Counter(comments(base.decode()))
    for side in (ours, theirs):
        assert not Counter(comments(side.decode())) - before - Counter(comments(merged.data.decode()))
    if not merged.conflicts:
        result = read(merged.data).map
        assert result == wanted.map
        assert not new_problems(result, *maps[1:])


@settings(max_examples=150, deadline=None)
@given(three())
def test_taking_a_conflicted_file_apart_finds_the_same_conflicts(sides):
    merged = merge_files(*sides)
    found = Conflicted.of(merged.data)
    if not merged.conflicts:
        assert found is None
        return
    assert {c.at for c in found.merge.conflicts} == {c.at for c in merged.conflicts}
    for choice in ("ours", "theirs", "base", "both"):
        read(found.settled({c.at: choice for c in found.merge.conflicts}))
    first = found.merge.conflicts[0].at
    rest = Conflicted.of(found.settled({first: "theirs"}))
    assert {c.at for c in rest.merge.conflicts if rest} == {c.at for c in merged.conflicts} - {first} if rest else True


@settings(max_examples=100, deadline=None)
@given(three())
def test_what_one_side_did_is_its_file_to_the_byte(sides):
    base, ours, _ = sides
    for merged in (merge_files(base, ours, ours), merge_files(base, base, ours), merge_files(base, ours, base)):
        assert (merged.data, merged.conflicts) == (ours, ())


def edit(old, new, data=BASE):
    assert old.encode() in data
    return data.replace(old.encode(), new.encode(), 1)


USED = 'text = "The ferry is used."'


def test_a_conflict_stands_round_the_cell_alone():
    ours = edit(USED, 'text = "Mine."  # ours')
    theirs = edit(USED, 'text = "Theirs."', edit("The ferry costs a lot.", "It costs too much."))
    text = merge_files(BASE, ours, theirs, labels=Labels("then", "HEAD", "branch"), marker_size=9).data.decode()
    assert text == FERRY.replace("The ferry costs a lot.", "It costs too much.").replace(
        USED,
        f'<<<<<<<<< HEAD\ntext = "Mine."  # ours\n||||||||| then\n{USED}\n=========\n'
        'text = "Theirs."\n>>>>>>>>> branch',
    )
    marked = unmarked(text)
    assert marked.ours.encode() == edit("The ferry costs a lot.", "It costs too much.", ours)
    assert (marked.theirs.encode(), marked.labels.theirs, marked.size) == (theirs, "branch", 9)


def test_what_was_deleted_here_and_edited_there_stands_whole():
    gone = BASE[: BASE.index(b"[reason.because-loved]")] + BASE[BASE.index(b"[objection.but-cost]") :]
    merged = merge_files(BASE, gone, edit("People love", "All love"))
    assert len(merged.conflicts) == 1
    marked = unmarked(merged.data.decode())
    assert (marked.ours.encode(), marked.base.encode()) == (gone, BASE)
    assert marked.theirs.encode() == edit("People love", "All love")


def test_what_both_moved_stands_at_both_places():
    spare = BASE[BASE.index(b"[statement.spare]") :] + b"\n"
    rest = BASE[: BASE.index(b"[statement.spare]")]
    used, loved = rest.index(b"[reason.because-used]"), rest.index(b"[reason.because-loved]")
    ours, theirs = rest[:used] + spare + rest[used:], rest[:loved] + spare + rest[loved:]
    merged = merge_files(BASE, ours, theirs)
    assert merged.data.count(b"<<<<<<<") == 3
    marked = unmarked(merged.data.decode())
    assert read(marked.ours.encode()).map == read(ours).map
    assert read(marked.theirs.encode()).map == read(theirs).map
    assert [c.cause for c in Conflicted.of(merged.data).merge.conflicts] == ["order"]


def test_comments_of_a_deleted_table_stay():
    ours = edit("[reason.because-loved]", "# check this\n[reason.because-loved]")
    theirs = BASE[: BASE.index(b"[reason.because-loved]")] + BASE[BASE.index(b"[objection.but-cost]") :]
    for merged in (merge_files(BASE, ours, theirs), merge_files(BASE, theirs, ours)):
        assert not merged.conflicts
        assert b"# check this\n" in merged.data
        assert b"because-loved" not in merged.data


def test_both_sides_comments_in_one_table_come_together():
    ours = edit(USED, f"# mine\n{USED}", edit("People love", "All love"))
    theirs = edit(USED, f"{USED}  # theirs\nnote = 'new'")
    text = merge_files(BASE, ours, theirs).data.decode()
    assert f"# mine\n{USED}  # theirs\nnote = 'new'\n" in text


def test_keys_and_tables_that_mean_nothing_to_argmap_are_merged_too():
    base = edit(USED, f"{USED}\ncolour = 'red'", BASE + b"\n[plan]\nby = 'May'\n")
    ours = edit("'red'", "'blue'", base)
    theirs = edit("'May'", "'June'", base)
    assert merge_files(base, ours, theirs).data == edit("'May'", "'June'", ours)
    merged = merge_files(base, ours, edit("'red'", "'green'", theirs))
    assert [c.at for c in merged.conflicts] == [("used", "colour")]
    assert b"colour = 'blue'\n|||||||" in merged.data
    merged = merge_files(base, edit("'May'", "'July'", ours), theirs)
    assert [c.at for c in merged.conflicts] == [(None, "table plan")]
    assert b"'June'" in merged.data
    assert b"'July'" in merged.data


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_untouched_tables_stay_to_the_byte(newline):
    odd = FERRY.replace("[objection.but-cost]", "[ objection.'but-cost' ]   # odd").replace("\n", newline).encode()
    ours = edit("People love", "All love", odd)
    theirs = edit("The ferry is used.", "It is used.", odd)
    assert merge_files(odd, ours, theirs).data == edit("The ferry is used.", "It is used.", ours)


def test_no_base_is_what_both_added():
    merged = merge_files(b"", BASE, edit(USED, 'text = "Theirs."'))
    assert [c.at for c in merged.conflicts] == [("used", "text")]
    assert unmarked(merged.data.decode()).ours.encode() == BASE


def test_markers_without_a_base_can_be_settled_too():
    text = FERRY.replace(USED, f'<<<<<<< HEAD\n{USED}\n=======\ntext = "Theirs."\n>>>>>>> branch')
    found = Conflicted.of(text.encode())
    assert [c.at for c in found.merge.conflicts] == [("used", "text")]
    assert found.settled({("used", "text"): "theirs"}) == edit(USED, 'text = "Theirs."')


def test_text_that_looks_like_a_marker_is_text():
    words = '"""\n<<<<<<< not a marker\n"""'
    data = edit('"The harbour is deep."', words)
    assert read(data).map.entries["spare"].text == "<<<<<<< not a marker\n"
    assert Conflicted.of(data) is None


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"\xff\xfe\x00", "not a text file"),
        (b"argmap = 1\n[statement.x\n", "line 2"),
        (b"argmap = 99\n", "newer argmap"),
        (b"colour = 1\n", "not an argument map"),
    ],
)
def test_what_is_no_map_is_not_merged(data, why):
    for sides in (
        (data, BASE, edit("deep", "wide")),
        (BASE, data, edit("deep", "wide")),
        (BASE, edit("deep", "x"), data),
    ):
        with pytest.raises(NotMerged, match=why):
            merge_files(*sides)


HEAD = b'argmap = 1\ntitle = "T"\n'
A = b'\n[statement.a]\ntext = "A."\n'


@pytest.mark.parametrize(
    ("base", "ours", "theirs"),
    [
        (
            HEAD + A,
            HEAD + A.replace(b"A.", b"O.") + b"[statement.a.foo]\nq = 1\n",
            HEAD + A + b"[statement.a.bar]\nw = 2\n",
        ),
        (HEAD + A + b"x.y = 1\n", HEAD + A.replace(b"A.", b"O.") + b"x.y = 1\n", HEAD + A + b"x.y = 2\nzz = 5\n"),
        (HEAD + b"q.a = 1\n" + A, HEAD.replace(b"T", b"O") + b"q.a = 1\n" + A, HEAD + b"q.a = 2\n" + A),
        (HEAD + A + b"[[x]]\nv = 1\n", HEAD + A + b"[[x]]\nv = 0\n[[x]]\nv = 1\n", HEAD + A + b"[[x]]\nv = 2\n"),
        (HEAD + A + b"[x.y]\nv = 1\n", HEAD + A + b"[x.y]\nv = 0\n", HEAD + A + b"[x.y]\nv = 2\n"),
        (HEAD + A, b"", HEAD + A.replace(b"A.", b"O.")),
        (HEAD + A, HEAD + A.replace(b"A.", b"O."), b""),
    ],
)
def test_what_cannot_be_told_apart_is_left_to_a_merge_of_texts(base, ours, theirs):
    with pytest.raises(NotMerged):
        merge_files(base, ours, theirs)


def test_another_kind_here_and_an_unknown_key_there_are_a_conflict():
    base = HEAD + A + b"uu = 1\n"
    ours, theirs = base.replace(b"uu = 1", b"uu = 2"), HEAD + b'\n[source.a]\ntitle = "A."\nuu = 1\n'
    merged = merge_files(base, ours, theirs)
    assert [(c.at, c.cause) for c in merged.conflicts] == [(("a", "entry"), "kind")]
    assert b"uu = 2" in merged.data


def test_a_newer_map_between_markers_is_left_alone():
    text = HEAD.replace(b"1", b"99") + A + b'<<<<<<< a\n[statement.b]\ntext = "B."\n=======\n>>>>>>> b\n'
    with pytest.raises(NotMerged, match="newer"):
        Conflicted.of(text)
