from textual.widgets import Label

from argmap.tui.screens.details_form import DetailsForm
from argmap.tui.widgets.bars import Complaint


async def fill(app, **fields):
    for name, text in fields.items():
        app.app.screen.set_focus(app.app.screen.query_one(f"#form-{name}"))
        await app.press("ctrl+u", *(["=" + text] if text else []))
    await app.press("enter")


async def test_all_fields_are_one_edit(opened):
    async with opened() as app:
        before = app.map
        await app.press("down", "down", "d")
        fields = {"note": "check it", "implicit": "yes", "by": "council", "short": "Safer air."}
        await fill(app, **fields, tags="air, health", id="clean")
        entry = app.map.entries["clean"]
        assert (entry.note, entry.implicit, entry.by, entry.short) == ("check it", True, "council", "Safer air.")
        assert entry.tags == ("air", "health")
        assert "air" not in app.map.entries
        assert app.at == "clean"
        await app.press("u")
        assert app.map is before
        assert app.at == "air"


async def test_a_reason_and_an_objection(opened):
    async with opened() as app:
        await app.press("down", "d")
        await fill(app, rule="none", section="Air")
        assert (app.map.entries["because-air"].rule, app.map.entries["because-air"].section) == ("none", "Air")
        assert "not deductive" in app.shown[1]
        assert "§ Air" in app.shown[1]
        await app.press("end", "up", "d")
        assert app.at == "but-access"
        await fill(app, answered="")
        assert app.map.entries["but-access"].answered is None
        assert any("✗ O2" in line and "unanswered" in line for line in app.shown)


async def test_a_conditional_with_words_of_its_own(opened):
    async with opened() as app:
        await app.press("down", "down", "down", "down", "down", "d")
        await fill(app, text="Clean air means closing it.", qualifier="likely")
        entry = app.map.entries["if-air-close"]
        assert (entry.text, entry.qualifier) == ("Clean air means closing it.", "likely")
        assert any("Clean air means" in line for line in app.shown)


async def test_what_is_wrong_is_said_and_nothing_is_kept(opened):
    async with opened() as app:
        before = app.map
        for fields, said in (
            ({"implicit": "maybe"}, "implicit"),
            ({"implicit": "", "means": "air and"}, "means"),
            ({"means": "", "id": "close"}, "taken"),
            ({"id": "not"}, "can't be an id"),
            ({"id": "air", "text": ""}, "needs a sentence"),
        ):
            if not isinstance(app.app.screen, DetailsForm):
                await app.press("home", "down", "down", "d")
            await fill(app, **fields)
            assert isinstance(app.app.screen, DetailsForm)
            complaint = app.app.screen.query_one(Complaint)
            assert complaint.display
            assert said in str(complaint.content)
            assert app.map is before


async def test_markup_in_fields_stays_text(opened, town):
    town.write_text(town.read_text().replace('by = "council"', 'by = "[bold]x[/y] &#9731;"'))
    async with opened() as app:
        await app.press("end", "up", "up", "up", "up", "up", "d")
        assert app.at == "weather"
        assert app.app.screen.query_one("#form-by").text == "[bold]x[/y] &#9731;"
        assert app.app.screen.query_one(Label)
        await app.press("escape")
        assert any("by [bold]x[/y] &#9731;" in line for line in app.shown)


ODD = '''argmap = 1
title = "A  title"

[statement.a]
text = """Two  spaces
and a break."""
note = """
one
two
"""
'''


async def test_what_nobody_touched_keeps_its_line_breaks(opened, town):
    town.write_text(ODD)
    async with opened() as app:
        before = app.map
        await app.press("d", "enter")
        assert app.map is before
        await app.press("d")
        await fill(app, by="council")
        entry = app.map.entries["a"]
        assert (entry.by, entry.note, entry.text) == ("council", before.entries["a"].note, before.entries["a"].text)


async def test_keeping_a_text_as_it_was_is_no_edit(opened, town):
    town.write_text(ODD)
    async with opened() as app:
        before = app.map
        await app.press("f2", "enter")
        assert app.map is before
        assert not app.screen.pane.writing
        app.screen.act("title")
        await app.pilot.pause()
        await app.press("enter")
        assert app.map is before
        assert not app.screen.opened.unsaved
        await app.press("f2", "=More", "enter")
        assert app.map.entries["a"].text == "Two spaces and a break.More"


async def test_an_objection_is_answered_from_its_claim_too(opened):
    async with opened() as app:
        await app.press("end", "d")
        assert app.at == "access"
        await fill(app, answered="They get permits.", note="checked")
        assert app.map.entries["but-access"].answered == "They get permits."
        assert app.map.entries["access"].note == "checked"
        await app.press("u")
        assert app.map.entries["but-access"].answered == "Residents keep access."


async def test_a_claim_that_is_one_of_several_has_no_answer_of_its_own(opened):
    async with opened() as app:
        await app.press("end", "enter", "=They would move away.", "enter", "d")
        assert not app.app.screen.query("#form-answered")


async def test_an_objection_that_is_objected_to_is_no_longer_called_unanswered(opened):
    async with opened() as app:
        at = next(n for n, line in enumerate(app.shown) if "undercuts R1" in line)
        assert "unanswered" in app.shown[at]
        while app.at != "but-weather":
            await app.press("down")
        await app.press("b", "=The sensors were checked.", "enter")
        assert "objected to" in next(line for line in app.shown if "undercuts R1" in line)


async def test_notes_and_tags_leave_a_sign(opened):
    async with opened() as app:
        await app.press("down", "down", "d")
        await fill(app, note="look it up", tags="air, health, law")
        assert "✎  #air #health #…" in "\n".join(app.shown)


async def test_a_long_answer_is_read_in_full_in_the_outline(opened):
    async with opened(size=(80, 24)) as app:
        await app.press("end", "d")
        await fill(app, answered="Residents get a permit for their own street, and the disabled for every street.")
        assert "every street." in " ".join(" ".join(app.shown).split())
        assert app.state.total == len(app.shown)
