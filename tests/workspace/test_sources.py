import datetime
import os
import shutil

import pytest

from argmap.model import ArgumentMap
from argmap.model.sources import Source
from argmap.source import Document
from argmap.workspace import text_files
from argmap.workspace.files import WorkspaceError
from argmap.workspace.folders import state_folder
from argmap.workspace.sources import NotHere, OtherText, attach, new_source, read_source, texts

SOURCE = Source(
    title="Council report", author="A. Clerk", date=datetime.date(2025, 3, 4), url="https://example.org/r", file="r.md"
)


@pytest.fixture
def map_path(tmp_path):
    folder = tmp_path / "maps"
    folder.mkdir()
    return folder / "town.argmap.toml"


def read(map_path, **change):
    return read_source(map_path, "report", SOURCE.model_copy(update=change)).text


def refused(map_path, sort=WorkspaceError, **change):
    with pytest.raises(sort) as error:
        read(map_path, **change)
    return str(error.value)


@pytest.mark.parametrize(
    ("data", "text"),
    [(b"a\r\nb\rc\n", "a\nb\nc\n"), (b"\xef\xbb\xbfa\x1bb", "a\x1bb"), ("é東".encode(), "é東")],
)
def test_a_text_is_read_with_line_feeds(map_path, data, text):
    (map_path.parent / "r.md").write_bytes(data)
    assert read(map_path) == text


def test_a_text_in_a_folder_below_and_through_a_linked_map(map_path, tmp_path):
    (map_path.parent / "texts").mkdir()
    (map_path.parent / "texts" / "r.md").write_text("x")
    map_path.write_text("argmap = 1\n")
    link = tmp_path / "link.argmap.toml"
    link.symlink_to(map_path)
    assert read(link, file="texts/../texts/r.md") == "x"


def test_a_text_is_read_once_as_long_as_its_file_is_the_same(map_path):
    file = map_path.parent / "r.md"
    file.write_text("one")
    first = read_source(map_path, "report", SOURCE)
    assert read_source(map_path, "report", SOURCE) is first
    file.write_text("another")
    assert read(map_path) == "another"
    file.unlink()
    refused(map_path, NotHere)
    file.write_text("again")
    assert read(map_path) == "again"


def test_texts_that_are_kept_have_a_bound(map_path, monkeypatch):
    monkeypatch.setattr(text_files, "_MOST_KEPT", 250)
    for name in "abc":
        (map_path.parent / name).write_text(name * 100)
    first = {name: read_source(map_path, "report", Source(file=name)) for name in "abc"}
    assert read_source(map_path, "report", Source(file="c")) is first["c"]
    assert read_source(map_path, "report", Source(file="a")) is not first["a"]
    (map_path.parent / "d").write_text("d" * 300)
    assert read(map_path, file="d") == "d" * 300


def test_an_absent_text_says_what_it_is_and_how_to_get_it(map_path):
    said = refused(map_path, NotHere)
    for part in (
        "“Council report” (A. Clerk, 2025-03-04)",
        "https://example.org/r",
        str(map_path.parent / "r.md"),
        f"argmap source attach {map_path} FILE --source report",
    ):
        assert part in said
    assert "the source report" in refused(map_path, title=None, author=None, date=None, url=None)


@pytest.mark.parametrize("file", [None, ""])
def test_a_source_without_a_file_says_how_to_name_one(map_path, file):
    said = refused(map_path, NotHere, file=file)
    assert 'file = "town.md"' in said
    assert "[source.report]" in said


@pytest.mark.parametrize("file", ["../r.md", "texts/../../r.md", "{}/r.md", "link.md"])
def test_a_file_outside_the_maps_folder_is_read_only_where_it_was_attached(map_path, tmp_path, file):
    (tmp_path / "r.md").write_text("outside")
    (map_path.parent / "texts").mkdir()
    (map_path.parent / "link.md").symlink_to(tmp_path / "r.md")
    source = SOURCE.model_copy(update={"file": file.format(tmp_path)})
    assert "leads out of the map's folder" in refused(map_path, file=source.file)
    (tmp_path / "r.md").write_text("outside, and looked at")
    attach(map_path, "report", source, tmp_path / "r.md")
    assert read_source(map_path, "report", source).text == "outside, and looked at"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"a\nb\x92c", "not UTF-8 text (byte 0x92 in line 2)"),
        (b"\xff\xfea\0", "not UTF-8"),
        ("a\nb".encode("utf-16-le"), "a NUL byte in line 1"),
        (b"a\n\nb\0c", "a NUL byte in line 3"),
        (b"%PDF-1.7\n\xb5", "is a PDF"),
        (b"", "is empty; the text of “Council report”"),
        (b" \n\t\n\xef\xbb\xbf"[:4], "is empty"),
    ],
)
def test_what_is_no_text_is_said_and_left_alone(map_path, data, said):
    file = map_path.parent / "r.md"
    file.write_bytes(data)
    assert said in refused(map_path)
    assert str(file) in refused(map_path)
    assert file.read_bytes() == data


def test_what_is_no_regular_file_is_said(map_path):
    os.mkfifo(map_path.parent / "pipe")
    assert "not a regular file" in refused(map_path, file="pipe")
    assert "is a folder" in refused(map_path, file=".")
    (map_path.parent / "loop").symlink_to(map_path.parent / "loop")
    assert "the link points to itself" in refused(map_path, file="loop")
    (map_path.parent / "broken").symlink_to(map_path.parent / "nowhere")
    assert "does not exist" in refused(map_path, file="broken")
    assert "no file can have this name" in refused(map_path, file="a\0b")
    assert "too long" in refused(map_path, file="a" * 300)


def test_a_text_that_is_too_large_is_said(map_path, monkeypatch):
    monkeypatch.setattr(text_files, "LARGEST", 1_000_000)
    (map_path.parent / "r.md").write_bytes(b"a" * 1_000_000)
    assert len(read(map_path)) == 1_000_000
    (map_path.parent / "r.md").write_bytes(b"a" * 1_300_000)
    assert "1.3 MB, at most 1 MB" in refused(map_path)


def test_a_line_of_100_kb_is_a_text(map_path):
    (map_path.parent / "r.md").write_text("the cat sat " * 9_000)
    assert len(read_source(map_path, "report", SOURCE).words) == 27_000


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_said(map_path):
    (map_path.parent / "r.md").write_text("x")
    (map_path.parent / "r.md").chmod(0)
    assert "permission denied" in refused(map_path)


def test_an_error_of_the_system_is_told(map_path, monkeypatch):
    (map_path.parent / "r.md").write_text("x")

    def broken(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("argmap.workspace.text_files.Path.open", broken)
    assert "r.md can't be read: permission denied" in refused(map_path)


@pytest.fixture
def text(tmp_path):
    file = tmp_path / "elsewhere" / "r.txt"
    file.parent.mkdir()
    file.write_text("One.\r\n\r\nTwo.\r\n", newline="")
    return file


DIGEST = Document.of("One.\n\nTwo.\n").sha256


def test_what_was_attached_is_found_by_its_digest_in_any_map(map_path, text, tmp_path):
    source = Source(title="R", sha256=DIGEST)
    assert attach(map_path, "report", source, text).text == "One.\n\nTwo.\n"
    assert read_source(map_path, "report", source).text == "One.\n\nTwo.\n"
    assert read_source(tmp_path / "other.argmap.toml", "its-own-name", source).text == "One.\n\nTwo.\n"
    with pytest.raises(NotHere):
        read_source(map_path, "another", Source(title="R"))


def test_without_a_digest_it_is_found_by_map_and_source_and_by_its_digest_when_there_is_one(map_path, text, tmp_path):
    attach(map_path, "report", Source(), text)
    assert read_source(map_path, "report", Source()).sha256 == DIGEST
    assert read_source(map_path, "report", Source(sha256=DIGEST)).sha256 == DIGEST
    for where, id in ((map_path, "another"), (tmp_path / "other.argmap.toml", "report")):
        with pytest.raises(NotHere):
            read_source(where, id, Source())


def test_the_maps_own_file_goes_before_an_attached_one(map_path, text):
    attach(map_path, "report", SOURCE, text)
    assert read(map_path) == "One.\n\nTwo.\n"
    (map_path.parent / "r.md").write_text("Own.")
    assert read(map_path) == "Own."


def test_another_text_is_not_attached(map_path, text):
    with pytest.raises(OtherText, match=f"{DIGEST[:12]}…, not 000000000000…") as error:
        attach(map_path, "report", Source(sha256="0" * 64), text)
    assert "--changed" in str(error.value)
    with pytest.raises(WorkspaceError, match="does not exist"):
        attach(map_path, "report", Source(), text.with_name("nothing"))
    assert not state_folder().exists()


@pytest.mark.parametrize("source", [Source(), Source(sha256=DIGEST)])
def test_what_was_attached_and_is_gone_or_changed_is_told(map_path, text, source):
    attach(map_path, "report", source, text)
    text.write_text("Three.")
    with pytest.raises(OtherText, match="another text now") as error:
        read_source(map_path, "report", source)
    assert str(text) in str(error.value)
    shutil.rmtree(text.parent)
    with pytest.raises(NotHere, match="which is gone"):
        read_source(map_path, "report", source)


def test_an_attached_text_is_another_where_the_map_was_given_another_digest(map_path, text):
    attach(map_path, "report", Source(), text)
    with pytest.raises(OtherText, match="another text now"):
        read_source(map_path, "report", Source(sha256="0" * 64))


@pytest.mark.parametrize("spoiled", ["[]", '{"attached": []}', '{"attached": {"%s": 1}}', '{"attached": {"%s": {}}}'])
def test_what_was_not_remembered_by_argmap_is_passed_over(map_path, text, spoiled):
    state_folder().mkdir(parents=True)
    (state_folder() / "remembered.json").write_text(spoiled.replace("%s", DIGEST))
    with pytest.raises(NotHere):
        read_source(map_path, "report", Source(sha256=DIGEST))
    attach(map_path, "report", Source(sha256=DIGEST), text)
    assert read_source(map_path, "report", Source(sha256=DIGEST)).sha256 == DIGEST


def test_the_texts_of_a_map(map_path, text):
    (map_path.parent / "r.md").write_text("Here.")
    (map_path.parent / "latin.md").write_bytes(b"\xe9")
    sources = {
        "here": SOURCE,
        "far": Source(sha256="1" * 64),
        "latin": Source(file="latin.md"),
        "out": Source(file="../r"),
    }
    found = texts(map_path, ArgumentMap(entries=sources))
    assert {id: document.text for id, document in found.documents.items()} == {"here": "Here."}
    assert list(found.missing) == ["far", "latin", "out"]
    assert found.unreadable == {"latin", "out"}
    assert "isn't on this machine" in found.missing["far"]
    assert texts(map_path, ArgumentMap(entries=sources)).documents["here"] is found.documents["here"]


@pytest.mark.parametrize(
    ("beginning", "title"),
    [
        ("# Night  buses #\n\nText.", "Night buses #"),
        ("\n\nNight buses\nBy me\n", "Night buses"),
        ("---\n\nBy me\n\n# Night buses\n", "Night buses"),
        ("***\n", "***"),
        ("word " * 100, "word " * 23 + "word …"),
    ],
)
def test_a_new_source_has_the_title_of_its_text(map_path, beginning, title):
    (map_path.parent / "deeper").mkdir()
    file = map_path.parent / "deeper" / "bus.md"
    file.write_text(beginning)
    source = new_source(map_path, file)
    assert source.title == title
    assert source.file == "deeper/bus.md"
    assert source.sha256 == Document.of(beginning).sha256


def test_a_new_source_names_no_file_of_one_machine(map_path, text):
    (map_path.parent / "link.txt").symlink_to(text)
    assert new_source(map_path, text).file is None
    assert new_source(map_path, map_path.parent / "link.txt").file is None
