"""Anchors are mended from the app: what is safe at once, what has changed by asking."""

import pytest

from argmap.tui.screens.mend import MendScreen
from argmap.tui.widgets.lines import LinesView

TEXT = """\
The mayor of the town says that the trams should run at night. Many people work late in the harbour and the mills.

The night buses are full on Fridays and Saturdays, and nobody walks home over the long bridge.
"""

MAP = """argmap = 1
title = "Trams"

[source.report]
title = "Tram report"
file = "report.md"

[statement.run]
text = "Trams should run at night."
anchor = { source = "report", para = 1, from = "The mayor of the", to = "run at night" }

[reason.because]
for = "run"

[statement.late]
text = "Many people work late."
in = "because"
anchor = { source = "report", para = 1, from = "Many people work", to = "the mills" }

[statement.full]
text = "The night buses are full."
in = "because"
anchor = { source = "report", para = 2, from = "The night buses are", to = "long bridge" }
"""


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "trams.argmap.toml"
    path.write_text(MAP)
    (tmp_path / "report.md").write_text(TEXT)
    return path


async def mend_all(app):
    app.screen.act("fix-all")
    await app.settle()


def anchor(app, id):
    found = app.map.sentence(id).anchor
    return found[0] if found else None


def page(app):
    view = app.app.screen.query_one(LinesView)
    return " ".join(" ".join(text for text, _ in line) for line in view.lines)


async def test_words_hashes_and_the_digest_are_filled_in_as_one_edit(opened, path):
    async with opened(path) as app:
        await mend_all(app)
        assert anchor(app, "run").words == 13
        assert len(anchor(app, "full").hash) == 8
        assert len(app.map.entries["report"].sha256) == 64
        await app.go("u")
        assert anchor(app, "run").hash is None
        assert app.map.entries["report"].sha256 is None
        await app.go("1", "home", "f")
        assert anchor(app, "run").hash is not None
        assert anchor(app, "late").hash is None
        await app.go("f")
        assert "No anchor of C1 is to be mended." in app.said


async def test_what_moved_is_followed(opened, path):
    async with opened(path) as app:
        await mend_all(app)
        (path.parent / "report.md").write_text("A new beginning.\n\n" + TEXT)
        await mend_all(app)
        assert [anchor(app, id).para for id in ("run", "late", "full")] == [2, 2, 3]


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
async def test_what_changed_is_shown_before_and_after_and_taken_only_by_a_key(opened, path, size):
    async with opened(path, size) as app:
        await mend_all(app)
        before = app.map
        changed = TEXT.replace("mayor of the town says", "mayor of this town argues")
        (path.parent / "report.md").write_text(changed)
        await mend_all(app)
        assert isinstance(app.app.screen, MendScreen)
        said = " ".join(page(app).split())
        assert "Trams should run at night." in said
        assert "“The mayor of the … run at night” (¶1, 13 words)" in said
        assert "The mayor of this town argues that the trams should run at night" in said
        await app.go("escape")
        assert app.map.sentence("run") == before.sentence("run")
        await mend_all(app)
        await app.go("enter")
        assert not isinstance(app.app.screen, MendScreen)
        assert anchor(app, "run").hash != before.sentence("run").anchor[0].hash
        assert app.map.entries["report"].sha256 != before.entries["report"].sha256
        await app.go("u")
        assert app.map == before


async def test_leaving_one_as_it_is_and_taking_another_out(opened, path):
    async with opened(path) as app:
        await mend_all(app)
        gone = TEXT.split("\n\n")[0].replace("mayor of the town says", "mayor of this town argues")
        (path.parent / "report.md").write_text(gone)
        await mend_all(app)
        assert isinstance(app.app.screen, MendScreen)
        await app.go("right")
        assert "nothing like it is in the text" in page(app)
        await app.go("enter")
        assert isinstance(app.app.screen, MendScreen)
        await app.go("left", "right", "x")
        assert not isinstance(app.app.screen, MendScreen)
        assert anchor(app, "full") is None
        assert anchor(app, "run").head == "The mayor of the"


async def test_a_text_that_is_not_here_is_told(opened, path):
    (path.parent / "report.md").unlink()
    async with opened(path) as app:
        await app.go("1", "home", "f")
        assert "isn't on this machine" in app.said
