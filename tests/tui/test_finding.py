"""Search with its marks and its count, names, other places, and the help of where one is."""

import pytest

from argmap import edit
from argmap.tui import matching
from argmap.tui.matching import Matcher, named
from argmap.tui.open_map import OpenMap
from argmap.tui.outline_paint import OutlinePainter
from argmap.tui.outline_state import OutlineState
from argmap.tui.screens.help import HelpScreen
from argmap.tui.screens.prompt import Prompt
from argmap.tui.widgets.bars import Complaint
from argmap.tui.widgets.lines import LinesView


def marked(app):
    """What is underlined and reversed in the outline, in its order."""
    painter = app.screen.pane.view.painter
    strips = [painter.line(n, True) for n in range(app.state.total)]
    return [s.text for strip in strips for s in strip if s.style and s.style.underline and s.style.reverse]


async def test_matches_are_marked_and_counted_while_typing(opened):
    async with opened() as app:
        await app.press("/", "r", "e", "a", "d")
        await app.pilot.pause()
        assert marked(app) == ["read", "read", "read"]
        assert app.said == "“read”: 1 of 2"
        assert app.at == "close"
        await app.press("backspace", "backspace", "backspace", "backspace")
        await app.pilot.pause()
        assert marked(app) == []
        await app.press("=zebra")
        await app.pilot.pause()
        assert app.said == "“zebra” stands nowhere in this map."


async def test_enter_goes_to_the_first_and_the_marks_stay_until_escape(opened):
    async with opened() as app:
        await app.press("/", "=reading", "enter")
        assert app.at == "readings"
        assert len(marked(app)) == 3
        await app.press("n")
        assert app.at == "weather"
        assert app.said.startswith("“reading”: 2 of 2")
        await app.press("escape")
        assert marked(app) == []
        await app.press("n")
        assert app.at == "readings"
        assert len(marked(app)) == 3


async def test_escape_in_the_search_line_leaves_no_mark(opened):
    async with opened() as app:
        await app.press("/", "=air", "escape")
        assert marked(app) == []
        assert app.at == "close"


async def test_a_match_over_the_end_of_a_line_is_marked_on_both(opened):
    async with opened(size=(50, 30)) as app:
        await app.press("/", "=city should close the old town to private cars", "enter")
        first = marked(app)[: len(app.state.layout.lines(app.state.current, app.state.face(app.state.current)))]
        assert len(first) > 1
        assert " ".join(first) == "city should close the old town to private cars"


async def test_tags_are_found_and_their_rows_labels_marked(opened, town):
    town.write_text(town.read_text().replace('in = "but-access"\n', 'in = "but-access"\ntags = ["Homes"]\n'))
    async with opened() as app:
        await app.press("/", "=#home", "enter")
        assert app.at == "access"
        assert marked(app) == ["O2"]
        await app.press("/", "=homes", "enter")
        assert app.said.startswith("“homes”: 1 of 1")


def test_an_edit_folds_only_the_text_that_changed(town, monkeypatch):
    map = OpenMap.open(town).map
    matcher, folded = Matcher(), []
    words = matching._words
    monkeypatch.setattr(matching, "_words", lambda entry: folded.append(entry) or words(entry))
    matcher.search("air")
    assert len(matcher.matches(map, map.outline.rows)) == 1
    assert folded
    folded.clear()
    matcher.search("AIR ")
    new, _ = edit.reword(map, "footfall", "Air is everywhere.")
    assert len(matcher.matches(new, new.outline.rows)) == 2
    assert folded == [new.entries["footfall"]]


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("Straße und STRASSE", "strasse", ["Straße", "STRASSE"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("İzmir izmir", "izmir", ["izmir"]),
        ("京都の川", "京都", ["京都"]),
        ("any", "", []),
    ],
)
def test_spans_are_of_the_text_as_it_stands(text, query, found):
    matcher = Matcher()
    matcher.search(query)
    assert [text[a:b] for a, b in matcher.spans(text)] == found


def test_only_painted_rows_are_looked_through(town, monkeypatch):
    state = OutlineState()
    state.open(OpenMap.open(town).map)
    painter = OutlinePainter(state)
    painter.restyle(dict.fromkeys(("row",), None))
    looked = []
    monkeypatch.setattr(painter.matcher, "spans", lambda text: looked.append(text) or [])
    painter.search("air")
    assert looked == []


async def ask(app, key, name):
    await app.press(key)
    assert isinstance(app.app.screen, Prompt)
    await app.press(f"={name}", "enter")


@pytest.mark.parametrize("key", ["ctrl+g", ":"])
@pytest.mark.parametrize(
    ("name", "id"),
    [("P1", "readings"), ("c1", "close"), ("R1", "because-air"), ("access", "access"), ("foot", "footfall")],
)
async def test_going_to_a_label_an_id_or_its_beginning(opened, key, name, id):
    async with opened() as app:
        await app.press("-")
        await ask(app, key, name)
        assert app.at == id
        assert app.app.screen is app.screen


async def test_an_unknown_name_is_told_with_names_near_it(opened):
    async with opened() as app:
        await ask(app, "ctrl+g", "footfell")
        told = str(app.app.screen.query_one(Complaint).render())
        assert "nothing here is called “footfell”" in told
        assert "footfall" in told
        await app.press("escape")
        assert app.at == "close"


def test_a_beginning_of_several_ids_is_told(town):
    map = OpenMap.open(town).map
    told = named(map, map.outline.rows, "because")
    assert told == "3 ids begin with “because”: because-air, because-readings, because-shops"


async def test_a_shared_premise_is_gone_round(opened):
    async with opened() as app:
        await app.press("-")
        await ask(app, ":", "readings")
        assert app.state.current.parent == "because-readings"
        await app.press("r")
        seen = [app.state.current.parent]
        await app.press("r")
        seen.append(app.state.current.parent)
        assert set(seen) == {"because-readings", "because-shops"}
        assert "of 2" in app.said


async def test_from_a_mention_to_its_statement_and_back(opened):
    async with opened() as app:
        await ask(app, ":", "air")
        await app.press("r")
        assert app.state.current.parent == "if-air-close"
        assert app.said == "C2: place 2 of 2."
        await app.press("r")
        assert app.state.current.parent == "because-air"


async def test_what_stands_in_one_place_says_so(opened):
    async with opened() as app:
        await app.press("end", "r")
        assert app.at == "access"
        assert app.said == "O2 stands here only."


@pytest.mark.parametrize(
    ("keys", "key", "heading"),
    [
        ([], "f1", "Moving"),
        (["2"], "f1", "Here, in the diagram"),
        (["3"], "f1", "Here, in the details"),
        (["5"], "f1", "Here, in the source"),
        (["e"], "f1", "Here, while writing"),
        (["/"], "f1", "Here, while writing"),
    ],
)
async def test_help_begins_with_the_keys_of_where_one_is(opened, keys, key, heading):
    async with opened() as app:
        await app.press(*keys, key)
        assert isinstance(app.app.screen, HelpScreen)
        await app.pilot.pause()
        lines = ["".join(text for text, _ in line) for line in app.app.screen.query_one(LinesView).lines]
        assert lines[0] == heading
        assert sum("scroll a page up: " in line for line in lines) == 1
        writing = app.screen.writing
        await app.press("escape")
        assert app.screen.writing is writing
