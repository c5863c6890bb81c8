"""Conditionals that the text states: stepped through, added, changed first, dismissed."""

import pytest

from argmap.model.formula import write
from argmap.source import Document
from argmap.tui.marked_text import mapped_in
from argmap.tui.screens.if_then import IfThenScreen
from argmap.tui.widgets.source import SourceView

TEXT = """\
Trams should run at night. If the tracks are mended, the noise may go.

Nobody minds. Unless the drivers agree, nothing will happen. Some ask if that is so.
"""

MAP = """argmap = 1
title = "Trams"

[source.report]
title = "Tram report"
file = "report.md"

[statement.run]
text = "Trams should run."

[reason.because]
for = "run"

[statement.agree]
text = "The drivers agree."
in = "because"
"""


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "trams.argmap.toml"
    path.write_text(MAP)
    (tmp_path / "report.md").write_text(TEXT)
    return path


def view(app):
    return app.screen.query_one(SourceView)


def halves(app, id):
    entry = app.map.entries[id]
    return write(entry.antecedent), write(entry.consequent), entry.qualifier


def words_of(app, id):
    document = Document.of(TEXT)
    return [document.text[slice(*m.passage)] for m in mapped_in(app.map, "report", document) if m.id == id]


async def test_steps_go_through_what_is_offered_and_say_it(opened, path):
    async with opened(path) as app:
        await app.go("5", "home", "c")
        assert view(app).cursor.text == "If the tracks are mended, the noise may go."
        assert "IF the tracks are mended THEN (might) the noise may go" in app.said
        shown = [view(app).render_line(y).text for y in range(view(app).size.height)]
        assert sum("⇒" in line for line in shown) == 2
        await app.go("c")
        assert view(app).cursor.text == "Unless the drivers agree, nothing will happen."
        assert "IF not: the drivers agree" in app.said
        await app.go("c")
        assert view(app).cursor.text.startswith("If the tracks")
        await app.go("C")
        assert view(app).cursor.text.startswith("Unless")


async def test_accepting_adds_it_with_its_anchors_as_one_edit(opened, path):
    async with opened(path) as app:
        await app.go("5", "home", "c", "I")
        made = app.at
        antecedent, consequent, qualifier = halves(app, made)
        assert app.map.sentence(antecedent).text == "The tracks are mended."
        assert app.map.sentence(consequent).text == "The noise may go."
        assert qualifier == "might"
        assert words_of(app, made) == ["If the tracks are mended, the noise may go"]
        assert words_of(app, antecedent) == ["the tracks are mended"]
        assert words_of(app, consequent) == ["the noise may go"]
        assert len(view(app).reading.offered) == 1
        assert app.screen.panes.current == "source"
        await app.go("u")
        assert made not in app.map.entries
        assert antecedent not in app.map.entries
        assert len(view(app).reading.offered) == 2


async def test_what_the_map_says_already_is_taken_from_it(opened, path):
    async with opened(path) as app:
        await app.go("5", "home", "c", "c", "I")
        antecedent, consequent, _ = halves(app, app.at)
        assert antecedent == "not agree"
        assert app.map.sentence(consequent).text == "Nothing will happen."


async def test_it_can_be_changed_first(opened, path):
    async with opened(path) as app:
        await app.go("5", "home", "c", "i")
        assert isinstance(app.app.screen, IfThenScreen)
        await app.go("=the mayor is glad", "enter", "enter")
        antecedent, consequent, _ = halves(app, app.at)
        assert len(consequent.split(" and ")) == 2
        assert app.map.sentence(antecedent).anchor[0].para == 1
        assert app.map.entries[app.at].anchor[0].words == 9


async def test_its_words_can_be_changed_and_keep_their_anchor(opened, path):
    async with opened(path) as app:
        await app.go("5", "home", "c", "i", "backspace", "end", "backspace", "= soon.", "enter", "enter")
        _, consequent, _ = halves(app, app.at)
        assert app.map.sentence(consequent).text == "The noise may go soon."
        assert words_of(app, consequent) == ["the noise may go"]


async def test_from_the_text_it_gets_a_reason_of_its_own(opened, path):
    async with opened(path) as app:
        await app.go("1", "home", "5", "home", "c", "I")
        assert app.map.sentence(app.at).stands_in != ("because",)
        assert app.map.entries[app.map.sentence(app.at).stands_in[0]].target == "run"


async def test_leaving_the_dialog_adds_nothing(opened, path):
    async with opened(path) as app:
        before = app.map
        await app.go("5", "home", "c", "i", "escape")
        assert app.map is before


@pytest.mark.parametrize("key", ["x", "delete"])
async def test_what_is_dismissed_is_not_offered_again_until_asked_for(opened, path, key):
    async with opened(path) as app:
        await app.go("5", "home", "c", key)
        assert [one.negated for one in view(app).reading.offered] == [True]
        assert app.map.entries["agree"]
    async with opened(path) as app:
        await app.go("5", "home", "c")
        assert view(app).cursor.text.startswith("Unless")
        app.screen.act("restore")
        await app.settle()
        assert len(view(app).reading.offered) == 2


async def test_where_nothing_is_offered_that_is_said(opened, path):
    (path.parent / "report.md").write_text("Nothing here.")
    async with opened(path) as app:
        await app.go("5")
        await app.go("c")
        assert await app.says("No conditional is offered")
        await app.go("I")
        assert "No conditional is offered here" in app.said
        await app.go("x")
        assert "No conditional is offered here" in app.said


async def test_accepting_twice_adds_it_once(opened, path):
    async with opened(path) as app:
        await app.go("5", "home", "c")
        await app.press("I")
        app.screen.act("accept")
        app.screen.act("accept")
        await app.settle()
        kinds = [entry.kind for entry in app.map.entries.values()]
        assert kinds.count("conditional") == 1


async def test_a_text_that_changes_under_the_dialog_is_not_anchored_to(opened, path):
    async with opened(path) as app:
        await app.go("5", "home", "c", "i")
        (path.parent / "report.md").write_text("Somebody put a sentence in front.\n\n" + TEXT)
        app.screen.reader.follow()
        await app.settle()
        before = app.map
        await app.go("enter")
        assert isinstance(app.app.screen, IfThenScreen)
        assert app.map is before
        await app.go("escape")
        assert app.map is before
