import json

from tests.cli.source.conftest import MAP


def test_sources_are_told_with_their_texts_and_why_one_is_missing(trams):
    trams.path.write_text(MAP.replace("# kept\n", '[source.two]\ntitle = "Two"\ndate = 2025-03-04\n\n# kept\n'))
    status, out, _ = trams.run("list", trams.path)
    assert status == 0
    lines = out.splitlines()
    assert lines[0] == "report: “On trams”, 2 anchors"
    assert lines[1] == f"  {trams.text}"
    assert lines[2] == "two: “Two” (2025-03-04), 0 anchors"
    assert "isn't on this machine" in lines[3]
    report, two = json.loads(trams.run("list", trams.path, "--format", "json")[1])
    assert (report["id"], report["anchors"], report["text"], report["why"]) == ("report", 2, str(trams.text), None)
    assert (two["date"], two["text"]) == ("2025-03-04", None)


def test_a_map_without_sources_says_how_to_add_one(trams):
    trams.path.write_text("argmap = 1\n")
    assert "source attach" in trams.run("list", trams.path)[1]
