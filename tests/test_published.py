import platform

import pytest

from argmap.check import check
from argmap.source.verified import anchors, verified
from argmap.workspace.files import open_map
from argmap.workspace.maps import find_maps
from argmap.workspace.sources import attach, texts
from tests import commentary, published

WRITE_ANEW = "`python -m tests.published` writes it anew; look at it before committing it"


@pytest.mark.parametrize("file", published.FIGURES)
def test_the_published_figures_are_those_of_the_maps(file):
    if file.endswith(".png") and platform.machine() != "x86_64":
        pytest.skip("pngs are rasterised alike only on one kind of processor; the committed ones are from x86-64")
    assert (published.MAPS / file).read_bytes() == published.figure(file), WRITE_ANEW


def test_the_readmes_key_table_is_the_action_table():
    text = published.README.read_text(encoding="utf-8")
    assert text == published.readme_with_keys(text), WRITE_ANEW


@pytest.mark.parametrize("path", find_maps(published.MAPS), ids=lambda path: path.name)
def test_the_maps_are_clean(path):
    opened = open_map(path)
    assert opened.problems == ()
    assert unsound(check(opened.map)) == []


def test_the_small_maps_anchors_are_exact_in_its_text():
    assert_exact(published.MAPS / "night-bus.argmap.toml")


@commentary.needed
def test_the_large_maps_anchors_are_exact_in_the_commentary():
    path = published.MAPS / "togo-2018.argmap.toml"
    attach(path, "togo-2018", open_map(path).map.entries["togo-2018"], commentary.PATH)
    assert_exact(path)


def assert_exact(path):
    """Every statement with an anchor points to the very words it was made from, and the S family finds nothing."""
    map = open_map(path).map
    known = texts(path, map)
    assert not known.missing
    found = verified(map, known)
    assert {(one.id, one.at) for one in found if one.found.status != "exact"} == set()
    assert len(found) == len(list(anchors(map))) > 0
    assert all(one.anchor.words and one.anchor.hash for one in found)
    assert unsound(check(map, known)) == []


def unsound(problems):
    """The problems, but for objections that the text itself leaves without an answer."""
    return [problem for problem in problems if problem.code != "L201"]
