"""Only lines that changed are painted again; the screen must not show an old one."""

import random

import pytest

from argmap.format import write
from argmap.tui.widgets.outline import OutlineView
from tests.random_maps import random_map


def lines(view: OutlineView) -> list[str]:
    """What stands on the screen where the outline is; lines not marked for painting come from what was painted."""
    strips = view.screen._compositor.render_strips()
    region = view.region
    return [strips[y].crop(region.x, region.right).text for y in range(region.y, region.bottom)]


@pytest.mark.parametrize("seed", range(4))
async def test_what_is_on_the_screen_is_what_painting_everything_anew_shows(opened, tmp_path, seed):
    rng = random.Random(seed)
    path = tmp_path / "random.argmap.toml"
    path.write_text(write(random_map(rng, 14)).text, encoding="utf-8")
    keys = ["down", "up", "space", "-", "+", "u", "U", "delete", "shift+down", "shift+up", ">", "<", ".", "x", "v"]
    async with opened(path, size=(100, 20)) as app:
        for _ in range(40):
            key = rng.choice([*keys, "a", "b", "o"])
            await app.press(*((key, "=Some words that are new here.", "enter") if key in "abo" else (key,)))
            if app.app.screen is not app.screen:
                await app.press("escape")
            view = app.screen.pane.view
            shown = lines(view)
            view.refresh()
            assert shown == lines(view)
