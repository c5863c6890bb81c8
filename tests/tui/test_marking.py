"""From the text to statements and back: every key of the source pane."""

from pathlib import Path

import pytest
from textual.events import Click, MouseDown, MouseMove, MouseUp

from argmap.format import read
from argmap.model import Objection, Reason
from argmap.source import Document, digest, words
from argmap.tui.actions import ACTIONS
from argmap.tui.marked_text import mapped_in
from argmap.tui.marking import as_sentence
from argmap.tui.screens.if_then import IfThenScreen
from argmap.tui.screens.prompt import Prompt
from argmap.tui.widgets.source import SourceView

TEXT = """\
Why trams should run

Trams should run at night. Many people work late. The night buses are full, and walking is not safe.

Against this, some say that trams are loud. That is true of old ones only. If the tracks are mended, the noise goes.

Letters

Nobody has asked the drivers yet.
"""

BUSES = "The night buses are full, and walking is not safe."

MAP = """argmap = 1
title = "Trams"

[source.report]
title = "Tram report"
file = "report.md"

[source.letter]
title = "A letter"
file = "letter.txt"

[statement.run]
text = "Trams should run at night, and so they will."
anchor = [
  { source = "report", para = 2, from = "Trams should run", to = "at night" },
  { source = "report", para = 1, from = "trams should run" },
]

[reason.because]
for = "run"

[statement.late]
text = "Many people work late."
in = "because"
"""


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "trams.argmap.toml"
    path.write_text(MAP)
    (tmp_path / "report.md").write_text(TEXT)
    (tmp_path / "letter.txt").write_text("Dear town, let the trams run.")
    return path


@pytest.fixture
def blank(path):
    path.write_text(MAP.split("[statement", 1)[0])
    return path


def view(app):
    return app.screen.query_one(SourceView)


def selected(app):
    return view(app).cursor.text if view(app).cursor is not None else None


async def to(app, words):
    """Select the sentence that begins so, from the first one on."""
    if app.screen.panes.current != "source":
        await app.go("5")
    await app.go("home")
    for _ in range(20):
        if selected(app).startswith(words):
            return
        await app.press("down")
    raise AssertionError(words)


def pointed(app, id, at=0):
    """The words that a statement's anchor points to, found anew in the file's text."""
    anchor = app.map.sentence(id).anchor[at]
    document = Document.of(TEXT)
    hits = [m for m in mapped_in(app.map, "report", document) if m.id == id and m.anchor == anchor]
    assert hits, id
    found = document.text[slice(*hits[0].passage)]
    assert anchor.hash == digest(word.text for word in words(found))
    assert anchor.words == len(words(found))
    return " ".join(found.split())


async def test_arrows_select_by_sentence_word_and_paragraph(opened, path):
    async with opened(path) as app:
        await app.go("5", "home")
        assert selected(app) == "Why trams should run"
        for keys, words_ in (
            (("down",), "Trams should run at night."),
            (("j",), "Many people work late."),
            (("up",), "Trams should run at night."),
            (("k",), "Why trams should run"),
            (("J",), "Trams should run at night."),
            (("ctrl+down",), "Against this, some say that trams are loud."),
            (("K",), "Trams should run at night."),
            (("ctrl+up",), "Why trams should run"),
            (("right",), "Why"),
            (("l",), "trams"),
            (("left",), "Why"),
            (("right", "right", "h"), "trams"),
            (("end",), "Nobody has asked the drivers yet."),
            (("home",), "Why trams should run"),
        ):
            await app.press(*keys)
            assert selected(app) == words_, keys


async def test_a_selection_is_extended_and_shrunk(opened, path):
    async with opened(path) as app:
        await to(app, "Many")
        for keys, words_ in (
            (("shift+down",), "Many people work late. The night buses are full, and walking is not safe."),
            (("shift+up",), "Many people work late."),
            (("shift+up",), "Trams should run at night. Many people work late."),
            (("shift+down",), "Many people work late."),
            (("shift+left",), "Many people work"),
            (("<",), "Many people"),
            (("shift+right",), "Many people work"),
            ((">",), "Many people work late."),
            ((")",), "people work late."),
            (("(",), "Many people work late."),
            (
                ("+",),
                "Trams should run at night. Many people work late. The night buses are full, and walking is not safe.",
            ),
            (("-",), "Trams should run at night."),
            (("-",), "Trams"),
            (("+",), "Trams should run at night."),
        ):
            await app.press(*keys)
            assert selected(app) == words_, keys


async def test_pages(opened, path):
    (path.parent / "report.md").write_text("\n\n".join(f"It is paragraph {n}." for n in range(1, 60)))
    async with opened(path) as app:
        await app.go("5", "home", "pagedown")
        second = selected(app)
        assert second != "It is paragraph 1."
        await app.go("pagedown", "pageup")
        assert selected(app) == second
        await app.go(*["pagedown"] * 20)
        assert selected(app) == "It is paragraph 59."
        await app.go(*["pageup"] * 20)
        assert selected(app) == "It is paragraph 1."


async def test_enter_makes_the_first_statement_and_each_verb_one_beside_it(opened, blank):
    async with opened(blank) as app:
        await to(app, "Trams should run at")
        await app.go("enter")
        assert app.screen.pane.draft.text == "Trams should run at night."
        await app.go("enter")
        run = app.at
        assert app.map.sentence(run).text == "Trams should run at night."
        assert pointed(app, run) == "Trams should run at night"
        assert app.screen.panes.current == "source"

        await app.go("down", "a", "enter")
        late = app.at
        reason = app.map.sentence(late).stands_in[0]
        assert isinstance(app.map.entries[reason], Reason)
        assert pointed(app, late) == "Many people work late"

        await app.go("down", "enter", "=Buses are full.", "enter")
        full = app.at
        assert app.map.sentence(full).text == "Buses are full."
        assert app.map.sentence(full).stands_in == (reason,)
        assert pointed(app, full) == "The night buses are full, and walking is not safe"

        await app.go("down", "b", "enter")
        loud = app.at
        assert isinstance(app.map.entries[app.map.sentence(loud).stands_in[0]], Objection)
        assert pointed(app, loud) == "Against this, some say that trams are loud"

        await app.go("comma", "comma", "down", "t", "enter")
        assert pointed(app, app.at) == "That is true of old ones only"
        assert app.map.sentence(full).stands_in != (reason,)
        saved = read(app.screen.opened.history.present.document.text.encode())
        assert saved.map == app.map


async def test_escape_leaves_nothing_behind_and_goes_back_to_the_text(opened, blank):
    async with opened(blank) as app:
        await to(app, "Many")
        await app.go("enter", "escape")
        assert list(app.map.entries) == ["report", "letter"]
        assert app.screen.panes.current == "source"
        assert selected(app) == "Many people work late."


async def test_undo_takes_statement_and_anchor_back_in_one_step(opened, blank):
    async with opened(blank) as app:
        await to(app, "Many")
        await app.go("enter", "enter", "u")
        assert list(app.map.entries) == ["report", "letter"]


async def test_the_statement_anchors_to_the_selection_and_no_longer(opened, path):
    async with opened(path) as app:
        await app.go("1", "end")
        assert app.at == "late"
        await to(app, "Many")
        await app.go("m")
        assert app.at == "late"
        assert pointed(app, "late") == "Many people work late"
        await app.go("m")
        assert "already" in app.said
        assert len(app.map.sentence("late").anchor) == 1
        await app.go("down", "M")
        assert "does not point to what is selected" in app.said
        await app.go("1", "M")
        assert app.map.sentence("late").anchor == ()
        await app.go("M")
        assert "points to no passage" in app.said
        await app.go("home", "M")
        assert "2 passages" in app.said
        assert len(app.map.sentence("run").anchor) == 2
        await app.go("g", "M")
        assert [anchor.para for anchor in app.map.sentence("run").anchor] == [2]


async def test_m_in_the_outline_takes_what_was_selected(opened, path):
    async with opened(path) as app:
        await app.go("1", "end", "m")
        assert "select a passage in the source" in app.said
        await to(app, "Many")
        await app.go("1", "m")
        assert pointed(app, "late") == "Many people work late"
        await app.go("up", "m")
        assert "only statements" in app.said


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
async def test_one_key_goes_to_the_passage_and_back(opened, path, size):
    async with opened(path, size) as app:
        await app.go("1", "home", "g")
        assert app.screen.panes.current == "source"
        assert selected(app) == "trams should run"
        first = view(app).cursor
        await app.go("g")
        assert app.screen.panes.current == "outline"
        assert app.at == "run"
        await app.go("g")
        assert view(app).cursor != first
        await app.go("1", "end", "g")
        assert app.screen.panes.current == "source"
        assert await app.says("points to no passage here")


async def test_the_outline_marks_what_points_to_the_selection(opened, path):
    async with opened(path) as app:
        await app.go("1", "end")
        await to(app, "Trams should run at")
        assert next(line[:6] for line in app.shown if line[0] == "»") == "»▾ C1 "
        assert "C1 points here" in app.said
        assert "What you add goes to P1 “Many people work late.”" in app.said
        await app.go("down")
        assert not [line for line in app.shown if line.startswith("»")]
        assert "nothing points to these words yet" in app.said


async def test_the_outline_cursor_moves_while_the_text_keeps_the_keys(opened, path):
    async with opened(path) as app:
        await to(app, "Many")
        before = app.at
        await app.go("full_stop")
        assert app.at != before
        await app.go("comma", "alt+down", "alt+up")
        assert app.at == before
        assert app.screen.panes.current == "source"
        assert selected(app) == "Many people work late."


async def test_the_next_sentence_that_nothing_points_to(opened, path):
    async with opened(path) as app:
        await app.go("5", "home", "w")
        assert selected(app) == "Many people work late."
        await app.go("end", "w")
        assert selected(app) == "Many people work late."


async def test_several_sources(opened, path):
    async with opened(path) as app:
        await app.go("1", "end", "5", "s")
        assert view(app).title == "A letter"
        assert selected(app) == "Dear town, let the trams run."
        await app.go("m")
        assert app.map.sentence("late").anchor[0].source == "letter"
        await app.go("s")
        assert view(app).title == "Tram report"


async def test_searching_the_text(opened, path):
    async with opened(path) as app:
        await app.go("5", "home", "n")
        assert "Nothing is searched for yet" in app.said
        await app.go("/")
        assert isinstance(app.app.screen, Prompt)
        await app.go("=TRAMS", "enter")
        assert selected(app) == "trams"
        first = view(app).cursor.passage
        await app.go("n", "n")
        assert view(app).cursor.passage.start > first.start
        await app.go("N", "N")
        assert view(app).cursor.passage == first
        await app.go("/", "=zebra", "enter")
        assert isinstance(app.app.screen, Prompt)
        await app.go("escape")


async def test_copying_the_passage(opened, path):
    async with opened(path) as app:
        await to(app, "Many")
        await app.go("y")
        assert app.app.clipboard == "Many people work late."


async def test_if_then_from_the_text_is_anchored(opened, path):
    async with opened(path) as app:
        await app.go("1", "home")
        await to(app, "That is true")
        await app.go("i")
        assert isinstance(app.app.screen, IfThenScreen)
        await app.go("=the tracks are mended", "enter", "tab", "enter")
        assert not isinstance(app.app.screen, IfThenScreen)
        assert app.map.entries[app.at].kind == "conditional"
        assert pointed(app, app.at) == "That is true of old ones only"


async def test_a_text_that_changed_is_read_again_before_anything_points_to_it(opened, path):
    async with opened(path) as app:
        await to(app, "Many")
        (path.parent / "report.md").write_text("A new beginning.\n\n" + TEXT)
        before = app.map
        await app.go("m")
        assert "has changed on disk" in app.said
        assert app.map is before
        await to(app, "Many")
        await app.go("1", "end", "m")
        assert app.map.sentence("late").anchor[0].para == 3


async def test_the_mouse_selects(opened, path):
    async with opened(path) as app:
        await app.go("5", "home")
        pane = view(app)
        layout = pane.reading.layout
        line = next(n for n, each in enumerate(layout.lines) if "Many people" in layout.text(each))
        column = layout.text(layout.lines[line]).index("people") + pane._gutter + 1
        y = line - pane.scroll_offset.y
        inside = {"offset": (column, y)}
        await app.pilot.click(SourceView, offset=(column + 1, y + 1))
        assert selected(app) == "Many people work late."
        await app.pilot.click(SourceView, offset=(column + 1, y + 1), times=2)
        assert selected(app) == "people"
        await app.pilot._post_mouse_events([MouseDown], SourceView, offset=(column + 1, y + 1), button=1)
        await app.pilot._post_mouse_events([MouseMove], SourceView, offset=(column + 8, y + 1), button=1)
        await app.pilot._post_mouse_events([MouseUp, Click], SourceView, offset=(column + 8, y + 1), button=1)
        await app.settle()
        assert selected(app) == "people work", inside


async def test_roles_are_told_in_the_gutter(opened, path):
    async with opened(path) as app:
        await app.go("5")
        shown = [view(app).render_line(y).text.rstrip() for y in range(view(app).size.height)]
        assert any(line.startswith("▌1 C1") for line in shown)


@pytest.mark.parametrize(
    ("query", "found"), [("it's", "it’s"), ("peak hours", "peak hours"), ("TRAM", "tram"), ('"quoted"', "quoted")]
)
async def test_searching_knows_quotes_line_ends_and_case(opened, path, query, found):
    (path.parent / "report.md").write_text("Straße Fuß groß ﬁne: it’s “quoted” at peak\nhours, the tram is red.")
    async with opened(path) as app:
        await app.go("5", "home", "/", f"={query}", "enter")
        assert selected(app) == found


async def test_words_that_are_gone_leave_nothing_selected(opened, path):
    async with opened(path) as app:
        await to(app, "Many")
        (path.parent / "report.md").write_text("Trams run.\n\nNobody knows why.")
        app.screen.disk.glance()
        await app.settle()
        await app.settle()
        assert selected(app) is None
        await app.go("m")
        assert app.map.sentence("late").anchor == ()


@pytest.mark.parametrize(
    ("taken", "sentence"),
    [
        ("most trams run,", "Most trams run."),
        ("Do they run?", "Do they run?"),
        ("they run[3] on\n  rails", "They run on rails."),
        ("“so it is”", "“so it is”"),
        ("3,000 people", "3,000 people."),
        ("iPhones are full.[1]", "iPhones are full."),
        ("世界。", "世界。"),
    ],
)
def test_a_passage_begins_a_statement_as_a_sentence(taken, sentence):
    assert as_sentence(taken) == sentence


async def test_an_overlapping_passage_of_its_own_is_replaced(opened, path):
    async with opened(path) as app:
        await app.go("1", "end")
        await to(app, "Many")
        await app.go("m", "<", "m")
        assert "instead" in app.said
        assert pointed(app, "late") == "Many people work"
        assert len(app.map.sentence("late").anchor) == 1


async def test_what_cannot_be_seen_is_not_anchored_to(opened, path):
    async with opened(path) as app:
        await to(app, "Many")
        await app.go("5", "m")
        assert "Show the source first" in app.said
        assert app.map.sentence("late").anchor == ()


async def test_the_selection_stays_when_the_text_is_read_again(opened, path):
    async with opened(path) as app:
        await to(app, "Many")
        (path.parent / "report.md").write_text("A new beginning.\n\n" + TEXT)
        app.screen.disk.glance()
        await app.settle()
        await app.settle()
        assert selected(app) == "Many people work late."
        assert view(app).place.startswith("¶3")


def test_every_key_of_the_source_is_tried():
    here = Path(__file__)
    tried = here.read_text("utf-8") + here.with_name("test_offering.py").read_text("utf-8")
    for action in ACTIONS:
        if action.where == "source":
            names = [{",": "comma", ".": "full_stop"}.get(key, key) for key in action.keys]
            assert any(f'"{name}"' in tried for name in names), action.id
