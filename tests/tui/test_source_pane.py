"""The source pane: what it shows for the selected row, and its keys."""

import pytest
from textual.events import MouseScrollUp

from argmap.source import Document, Passage
from argmap.tui.app import ArgmapApp
from argmap.tui.open_map import OpenMap
from argmap.tui.source_layout import lay_out
from argmap.tui.widgets.source import SourceView
from tests.tui.conftest import calm

MAP = """argmap = 1
title = "Trams"

[source.report]
title = "Tram report"
file = "report.md"

[source.lost]
title = "Lost letter"
file = "lost.md"

[statement.run]
text = "Trams should run."
anchor = { source = "report", para = 30, from = "in paragraph 30", to = "the trams" }

[reason.because]
for = "run"

[statement.need]
text = "They are needed."
in = "because"
anchor = { source = "report", para = 2, from = "no such words" }

[statement.letter]
text = "A letter says so."
in = "because"
anchor = { source = "lost", para = 1, from = "dear" }

[statement.nowhere]
text = "A rumour says so."
in = "because"
anchor = { source = "gone", para = 1, from = "psst" }
"""

TEXT = "\n\n".join(
    f"It is [bold]said[/bold] in paragraph {n} of \x1b[31m this\u202e that the trams are full." for n in range(1, 41)
)


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "trams.argmap.toml"
    path.write_text(MAP)
    (tmp_path / "report.md").write_text(TEXT)
    return path


def view(app):
    return app.screen.query_one(SourceView)


def lines(app):
    return [view(app).render_line(y).text.rstrip() for y in range(view(app).size.height)]


def marked(app):
    """The words that are underlined on the screen."""
    strips = [view(app).render_line(y) for y in range(view(app).size.height)]
    return " ".join(
        part.text for strip in strips for part in strip if part.text and part.style and part.style.underline
    )


def own(app):
    """Whether a line is marked as the selected statement's own."""
    return any(line.startswith("▌") for line in lines(app))


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 10)])
async def test_the_passage_of_the_selected_statement_is_brought_in_sight_and_marked(opened, path, size):
    async with opened(path, size) as app:
        await app.go("5")
        assert " ".join(marked(app).split()) == "in paragraph 30 of ␛[31m this‹U+202E› that the trams"
        assert any(line.startswith("▌30") for line in lines(app))
        assert "[bold]said[/bold]" in " ".join(" ".join(line.split()) for line in lines(app))
        assert view(app).place == "¶30 of 40"


async def test_what_cannot_be_shown_is_said_and_the_text_stays(opened, path):
    async with opened(path) as app:
        await app.settle()
        top = view(app).scroll_offset.y
        await app.go("down")
        assert lines(app)[0] == "R1 points to no passage."
        assert not own(app)
        assert view(app).scroll_offset.y == top > 0
        await app.go("down")
        assert "P1's words aren't in this text: “no such words” (¶2)" in " ".join(lines(app))
        await app.go("down")
        said = " ".join(lines(app))
        assert "“Lost letter” isn't on this machine" in said
        assert view(app).title == "Lost letter"
        await app.go("down")
        assert "P3 points into a source “gone”" in " ".join(lines(app))
        await app.go("home")
        assert own(app)


async def test_a_text_put_there_later_is_shown_and_a_changed_one_is_read_again(opened, path):
    async with opened(path) as app:
        await app.go("down", "down", "down")
        (path.parent / "lost.md").write_text("Dear town,\n\ntrams are good.")
        await app.go("up", "down")
        assert marked(app) == "Dear"
        (path.parent / "lost.md").write_text("A heading\n\nMy dear town, trams are good.")
        await app.go("up", "down")
        assert marked(app) == "dear"
        assert view(app).place == "¶2 of 2"


async def test_an_anchor_that_is_gone_with_an_edit_is_not_marked_any_more(opened, path):
    async with opened(path) as app:
        await app.go("home", "t")
        await app.go("=New", "enter")
        await app.go("up")
        assert not own(app)


async def test_the_wheel_scrolls_the_pane_under_the_pointer(opened, path):
    async with opened(path) as app:
        await app.go("home")
        before = view(app).scroll_offset.y
        await app.pilot._post_mouse_events([MouseScrollUp], "#source", offset=(5, 3))
        await app.settle()
        assert view(app).scroll_offset.y < before


async def test_another_width_keeps_the_place(opened, path):
    async with opened(path) as app:
        await app.go("down", "5", "home", *["pagedown"] * 4)
        paragraph = view(app).place
        await app.go("]", "]", "]", "]")
        assert view(app).place == paragraph


@pytest.mark.parametrize(("data", "said"), [(b"", "is empty"), (b"\n \n", "is empty"), (b"\xff", "not UTF-8")])
async def test_texts_that_cannot_be_shown(opened, path, data, said):
    (path.parent / "report.md").write_bytes(data)
    async with opened(path) as app:
        await app.settle()
        assert said in " ".join(lines(app))
        await app.press("5", "down", "end", "pageup")


async def test_a_large_text_in_one_line(opened, path):
    (path.parent / "report.md").write_text("東京" * 20_000 + " word" * 20_000 + " in paragraph 30 the trams end")
    async with opened(path) as app:
        await app.settle()
        assert marked(app).split()[0] == "in"
        assert view(app).place == "¶1 of 1"


def test_indents_and_line_breaks_are_kept_and_gaps_have_no_number():
    layout = lay_out(Document.of("a list:\n  - one two three four\n\t- tab\n\nend"), 12)
    shown = [" " * line.indent + layout.text(line) for line in layout.lines]
    assert shown == ["a list:", "  - one two", "  three four", " - tab", "", "end"]
    assert [layout.number(n) for n in range(6)] == [1, 1, 1, 1, 1, 2]


def test_marks_are_cut_to_their_lines():
    document = Document.of("one \x1b\u202etwo\n\nthree four five")
    layout = lay_out(document, 10)
    start, end = document.text.index("two"), document.text.index("four") + 4
    marks = layout.lines_of(Passage(start, end))
    cut = [layout.text(layout.lines[n])[a:b] for n, (a, b) in marks]
    assert "".join(cut) == "twothree four"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_a_picture(snap_compare, path, size):
    async def before(pilot):
        for key in ("5", "1", "down", "up"):
            await pilot.press(key)
            await calm(pilot)

    assert snap_compare(ArgmapApp(OpenMap.open(path), path.parent), terminal_size=size, run_before=before)
