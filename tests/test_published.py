import platform

import pytest

from argmap.check import check
from argmap.workspace.files import open_map
from argmap.workspace.maps import find_maps
from tests import published

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
    assert check(opened.map) == []
