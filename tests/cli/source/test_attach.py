import pytest

from argmap.source import Document
from argmap.workspace.remembered import recall
from argmap.workspace.sources import read_source
from tests.cli.source.conftest import MAP, TEXT

BARE = MAP.replace('file = "report.md"\n', "")
DIGEST = Document.of(TEXT).sha256


@pytest.fixture
def away(trams, tmp_path_factory):
    """The text, away from the map's folder."""
    return trams.text.rename(tmp_path_factory.mktemp("texts") / "text.txt")


def source(trams, id="report"):
    return trams.map.entries[id]


def test_a_text_from_elsewhere_is_remembered_and_the_map_left_alone(trams, away):
    before = trams.path.read_bytes()
    status, out, _ = trams.run("attach", trams.path, away)
    assert status == 0
    assert out == f"{away} is the text of “On trams” now: 2 anchors without a hash\n"
    assert trams.path.read_bytes() == before
    assert read_source(trams.path, "report", source(trams)).text == TEXT
    assert "2 anchors exact" in trams.run("check", trams.path, "--fix")[1]
    assert str(away.parent) not in trams.path.read_text()


def test_a_text_below_the_maps_folder_is_named_in_a_map_that_names_none(trams):
    trams.path.write_text(BARE)
    assert trams.run("attach", trams.path, trams.text)[0] == 0
    assert source(trams).file == "report.md"
    assert recall("attached") is None
    assert "# kept\n" in trams.path.read_text()


def test_another_text_is_refused_until_it_is_accepted(trams, away):
    trams.path.write_text(BARE.replace('title = "On trams"', f'title = "On trams"\nsha256 = "{DIGEST}"'))
    assert trams.run("attach", trams.path, away)[0] == 0
    trams.pin()
    before = trams.path.read_bytes()
    other = away.with_name("second.txt")
    other.write_text(TEXT.replace("nobody has ever", "some people have").replace("The town has money.", ""))
    away.unlink()
    status, _, err = trams.run("attach", trams.path, other)
    assert status == 2
    assert "--changed" in err
    assert trams.path.read_bytes() == before
    status, out, _ = trams.run("attach", trams.path, other, "--changed")
    assert status == 0
    assert "1 anchor changed, 1 lost" in out
    assert source(trams).sha256 == Document.of(other.read_text()).sha256
    assert read_source(trams.path, "report", source(trams)).text == other.read_text()


def test_the_maps_own_text_can_be_accepted_as_changed(trams):
    trams.pin()
    trams.rewrite("next year", "this year")
    assert trams.run("attach", trams.path, trams.text, "--changed")[0] == 0
    assert trams.run("check", trams.path)[1] == f"{trams.path}: 2 anchors exact\n"


def test_a_map_without_a_source_gets_one(trams, away):
    trams.path.write_text('argmap = 1\n\n# first\n[statement.c]\ntext = "C."\n')
    status, out, _ = trams.run("attach", trams.path, away)
    assert status == 0
    assert "added the source trams" in out
    (id,) = [id for id, entry in trams.map.entries.items() if entry.kind == "source"]
    found = source(trams, id)
    assert (found.title, found.file, found.sha256) == ("On trams", None, DIGEST)
    assert read_source(trams.path, id, found).text == TEXT
    assert "# first\n[statement.c]" in trams.path.read_text()


def test_a_new_source_stands_beside_others_and_names_its_file(trams):
    second = trams.path.with_name("second.md")
    second.write_text("Another text\n\nIt says so.\n")
    assert trams.run("attach", trams.path, second, "--new")[0] == 0
    assert list(trams.map.entries)[:2] == ["report", "another-text"]
    assert source(trams, "another-text").file == "second.md"
    status, _, err = trams.run("attach", trams.path, second, "--new")
    assert status == 2
    assert "has a source with this very text already: another-text" in err


def test_which_source_is_meant(trams, away):
    trams.path.write_text(BARE.replace("# kept\n", '[source.two]\ntitle = "Two"\n\n# kept\n'))
    status, _, err = trams.run("attach", trams.path, away)
    assert status == 2
    assert "report, two" in err
    assert "--source ID" in err
    assert trams.run("attach", trams.path, away, "--source", "two")[0] == 0
    assert trams.run("attach", trams.path, away)[0] == 0
    assert read_source(trams.path, "report", source(trams)).text == TEXT
    other = away.with_name("other.txt")
    other.write_text("Other.")
    status, _, err = trams.run("attach", trams.path, other)
    assert status == 2
    assert "at hand" in err
    status, _, err = trams.run("attach", trams.path, other, "--source", "c")
    assert status == 2
    assert "it has report, two" in err


def test_the_digest_tells_which_source_is_meant(trams, away):
    trams.path.write_text(BARE.replace("# kept\n", f'[source.two]\ntitle = "Two"\nsha256 = "{DIGEST}"\n\n# kept\n'))
    assert "“Two”" in trams.run("attach", trams.path, away)[1]


def test_nothing_goes_before_the_file_that_the_map_names(trams, away):
    trams.text.write_text("Own.")
    status, _, err = trams.run("attach", trams.path, away, "--source", "report")
    assert status == 2
    assert str(trams.text) in err


@pytest.mark.parametrize(
    ("data", "told"), [(b"\xe9", "not UTF-8"), (b"", "is empty"), (b"a\0", "NUL"), (None, "does not exist")]
)
def test_what_is_no_text_is_not_attached(trams, away, data, told):
    before = trams.path.read_bytes()
    odd = away.with_name("odd")
    if data is not None:
        odd.write_bytes(data)
    for more in ([], ["--new"], ["--changed"]):
        status, _, err = trams.run("attach", trams.path, odd, *more)
        assert status == 2
        assert told in err
        assert err.count("\n") == 1
    assert trams.path.read_bytes() == before


def test_a_folder_is_no_text(trams):
    status, _, err = trams.run("attach", trams.path, ".")
    assert status == 2
    assert "is a folder" in err


def test_a_new_map_is_begun_with_its_text(trams, away):
    assert trams.run("../new")[0] == 2
    from argmap.cli.app import run

    assert run(["new", "bridge", "--source", "nowhere.md"]) == 2
    assert not trams.path.with_name("bridge.argmap.toml").exists()
    assert run(["new", "bridge", "--source", str(away), "--conclusion", "Build it."]) == 0
    trams.path = trams.path.with_name("bridge.argmap.toml")
    assert [entry.kind for entry in trams.map.entries.values()] == ["source", "statement"]
    assert "\n  /" in trams.run("list", trams.path)[1]
