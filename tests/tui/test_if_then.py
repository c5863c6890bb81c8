from argmap.model import formula
from argmap.tui.chips import Chip, Chips, Finder, flat, typed
from argmap.tui.screens.details_form import DetailsForm
from argmap.tui.screens.if_then import IfThenScreen


def written(app, id):
    entry = app.map.entries[id]
    return formula.write(entry.antecedent), formula.write(entry.consequent)


async def test_chips_are_found_negated_joined_and_taken_back(opened):
    async with opened() as app:
        await app.press("down", "i", "=weather", "enter", "=p9", "enter", "backspace", "ctrl+u")
        await app.press("=not trams", "enter", "ctrl+o", "tab", "=close", "enter", "enter")
        assert written(app, app.at) == ("weather or not trams-full", "close")
        assert app.at in app.map.links.members["because-air"]
        assert any("IF      O1" in line for line in app.shown)
        await app.press("ctrl+z")
        assert len(app.map.links.members["because-air"]) == 2


async def test_an_empty_then_is_the_conclusion(opened):
    async with opened() as app:
        await app.press("down", "down", "down", "down", "i", "=the law is just", "enter", "enter", "enter")
        id = app.at
        assert written(app, id)[1] == "air"
        assert app.map.entries["law-just"].text == "the law is just"
        await app.press("right")
        assert app.at == "law-just"


async def test_arrows_choose_among_matches_or_none_of_them(opened):
    async with opened() as app:
        await app.press("down", "i", "=the", "down", "enter", "=the", "up", "enter", "enter", "enter")
        antecedent = app.map.entries[app.at].antecedent
        assert formula.atoms(antecedent)[1] == "the"
        assert app.map.entries["the"].text == "the"
        assert formula.atoms(antecedent)[0] in app.map.entries


async def test_a_key_negates_what_is_typed_or_the_last_chip(opened):
    async with opened() as app:
        await app.press("down", "i", "=weather", "ctrl+n", "enter", "ctrl+n", "ctrl+n", "enter", "enter")
        assert written(app, app.at)[0] == "not weather"


async def test_editing_a_conditional(opened):
    async with opened() as app:
        await app.press("down", "down", "down", "down", "down", "f2")
        assert isinstance(app.app.screen, IfThenScreen)
        await app.press("backspace", "=weather", "enter", "ctrl+n", "enter", "enter")
        assert written(app, "if-air-close") == ("air and not weather", "close")
        assert "trams-full" not in app.map.entries
        await app.press("u")
        assert written(app, "if-air-close") == ("air and not trams-full", "close")


async def test_nothing_is_committed_by_halves(opened):
    async with opened() as app:
        before = app.map
        await app.press("down", "i", "enter", "tab", "enter")
        assert isinstance(app.app.screen, IfThenScreen)
        await app.press("=weather", "escape")
        assert app.map is before


async def test_brackets_are_edited_as_formulas(opened, town):
    town.write_text(town.read_text().replace('"air and not trams-full"', '"air and (trams-full or weather)"'))
    async with opened() as app:
        await app.press("down", "down", "down", "down", "down", "e")
        assert isinstance(app.app.screen, DetailsForm)
        field = app.app.screen.query_one("#form-antecedent")
        app.app.screen.set_focus(field)
        await app.press("ctrl+u", "=air or (", "enter")
        assert isinstance(app.app.screen, DetailsForm)
        assert app.app.screen.focused is field
        await app.press("=not weather)", "enter")
        assert written(app, "if-air-close")[0] == "air or not weather"


def test_typed_negations():
    assert typed(" not  the sun ") == (True, "the sun")
    assert typed("!sun") == (True, "sun")
    assert typed("not not sun") == (False, "sun")
    assert typed("nothing") == (False, "nothing")


def test_flat_formulas_only():
    assert flat(formula.parse("a and not b")) is not None
    assert flat(formula.parse("a or b")) == ("or", formula.parse("a or b").operands)
    assert flat(formula.parse("a and (b or c)")) is None
    assert flat(formula.parse("not (a and b)")) is None


async def test_best_matches_come_first(opened):
    async with opened() as app:
        finder = Finder(app.map)
        assert next(id for id, _, _ in finder.find("c1", 3)) == "close"
        assert next(id for id, _, _ in finder.find("readings", 5)) == "readings"
        assert finder.find("zebra", 5) == []
        assert finder.find("  ", 5) == []


def test_the_same_new_text_twice_is_one_proposition(town):
    from argmap.tui.open_map import OpenMap

    chips = Chips(OpenMap.open(town).map)
    chips.add("if", Chip("It snows."))
    chips.add("then", Chip("It snows.", negated=True))
    chosen = chips.chosen()
    assert list(chosen.propositions.values()) == ["It snows."]
