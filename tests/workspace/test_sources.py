import datetime
import os

import pytest

from argmap.model.sources import Source
from argmap.workspace import sources as module
from argmap.workspace.files import WorkspaceError
from argmap.workspace.sources import read_source, source_path

SOURCE = Source(
    title="Council report", author="A. Clerk", date=datetime.date(2025, 3, 4), url="https://example.org/r", file="r.md"
)


@pytest.fixture
def map_path(tmp_path):
    folder = tmp_path / "maps"
    folder.mkdir()
    return folder / "town.argmap.toml"


def read(map_path, **change):
    return read_source(map_path, "report", SOURCE.model_copy(update=change))


def refused(map_path, **change):
    with pytest.raises(WorkspaceError) as error:
        read(map_path, **change)
    return str(error.value)


@pytest.mark.parametrize(
    ("data", "text"),
    [(b"", ""), (b"a\r\nb\rc\n", "a\nb\nc\n"), (b"\xef\xbb\xbfa\x1bb", "a\x1bb"), ("é東".encode(), "é東")],
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


def test_an_absent_text_says_what_it_is_and_where_to_put_it(map_path):
    said = refused(map_path)
    for part in ("“Council report” (A. Clerk, 2025-03-04)", "https://example.org/r", str(map_path.parent / "r.md")):
        assert part in said
    assert "the source report" in refused(map_path, title=None, author=None, date=None, url=None)


@pytest.mark.parametrize("file", [None, ""])
def test_a_source_without_a_file_says_how_to_name_one(map_path, file):
    said = refused(map_path, file=file)
    assert 'file = "town.md"' in said
    assert "[source.report]" in said


@pytest.mark.parametrize("file", ["../r.md", "texts/../../r.md", "{}/r.md", "link.md"])
def test_a_file_outside_the_maps_folder_is_not_read_unasked(map_path, tmp_path, file):
    (tmp_path / "r.md").write_text("outside")
    (map_path.parent / "texts").mkdir()
    (map_path.parent / "link.md").symlink_to(tmp_path / "r.md")
    file = file.format(tmp_path)
    assert "leads out of the map's folder" in refused(map_path, file=file)
    assert read_source(map_path, "report", SOURCE.model_copy(update={"file": file}), anywhere=True) == "outside"


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"a\nb\x92c", "byte 0x92 in line 2"), (b"\xff\xfea\0", "not UTF-8"), (b"%PDF-1.7\n\xb5", "is a PDF")],
)
def test_what_is_not_utf_8_is_said(map_path, data, said):
    (map_path.parent / "r.md").write_bytes(data)
    assert said in refused(map_path)


def test_what_is_no_regular_file_is_said(map_path):
    os.mkfifo(map_path.parent / "pipe")
    assert "not a regular file" in refused(map_path, file="pipe")
    assert "is a folder" in refused(map_path, file=".")
    (map_path.parent / "loop").symlink_to(map_path.parent / "loop")
    assert refused(map_path, file="loop")
    assert "no file can have this name" in refused(map_path, file="a\0b")
    assert "too long" in refused(map_path, file="a" * 300)


def test_a_text_that_is_too_large_is_said(map_path, monkeypatch):
    monkeypatch.setattr(module, "LARGEST", 1_000_000)
    (map_path.parent / "r.md").write_bytes(b"a" * 1_000_000)
    assert len(read(map_path)) == 1_000_000
    (map_path.parent / "r.md").write_bytes(b"a" * 1_300_000)
    assert "1.3 MB, at most 1 MB" in refused(map_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_said(map_path):
    (map_path.parent / "r.md").write_text("x")
    (map_path.parent / "r.md").chmod(0)
    assert "permission denied" in refused(map_path)


def test_the_path_of_a_text_need_not_exist(map_path):
    assert source_path(map_path, "report", SOURCE) == map_path.parent.resolve() / "r.md"
