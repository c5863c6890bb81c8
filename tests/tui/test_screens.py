"""Pictures of the main screens."""

import pytest

from argmap.tui.app import ArgmapApp
from argmap.tui.open_map import OpenMap
from argmap.tui.widgets.text_field import TextField
from tests.tui.conftest import calm

SIZES = [(80, 24), (120, 40)]


@pytest.fixture
def picture(snap_compare, town, monkeypatch):
    """Compares a picture of the app on the town's map after some keys."""
    monkeypatch.setattr(TextField, "cursor_blink", False)

    def compare(size, *keys, start=False):
        app = ArgmapApp(None if start else OpenMap.open(town), town.parent)

        async def before(pilot):
            await calm(pilot)
            for key in keys:
                if len(key) > 1:
                    await calm(pilot)
                await pilot.press(key)
            await calm(pilot)

        return snap_compare(app, terminal_size=size, run_before=before)

    return compare


@pytest.mark.parametrize("size", SIZES)
def test_map(picture, size):
    assert picture(size, "down", "down")


@pytest.mark.parametrize("size", SIZES)
def test_writing(picture, size):
    assert picture(size, "down", "down", "enter", *"Air can be measured")


@pytest.mark.parametrize("size", SIZES)
def test_if_then(picture, size):
    assert picture(size, "down", "i", *"weather", "enter", *"the")


@pytest.mark.parametrize("size", SIZES)
def test_fields(picture, size):
    assert picture(size, "down", "down", "d")


@pytest.mark.parametrize("size", SIZES)
def test_start(picture, size):
    assert picture(size, start=True)


@pytest.mark.parametrize("size", [(80, 24)])
def test_help(picture, size):
    assert picture(size, "f1")


@pytest.mark.parametrize("size", [(80, 24)])
def test_export(picture, size):
    assert picture(size, "f5")


def test_small(picture):
    assert picture((40, 10), "down", "down")
