import pytest

from argmap.check import check
from argmap.edit import reanchor, set_fields
from argmap.source import Texts
from tests.check.conftest import TEXT, anchored


def found(map, texts=None):
    return [(p.code, p.id, p.severity) for p in check(map, texts)]


def said(map, texts, code):
    (problem,) = [p for p in check(map, texts) if p.code == code]
    return f"{problem.message} ({problem.advice})"


def without(map, id, **fields):
    """The map with fields of an entry's anchor taken out or set."""
    anchor = map.entries[id].anchor[0].model_copy(update=fields)
    return reanchor(map, {id: (anchor,)})[0]


OTHER_TEXT = ("S105", "report", "warning")


def test_anchors_that_hold_are_no_problem(drawn):
    assert found(drawn.map, drawn.texts) == []
    assert found(drawn.map) == []


def test_a_passage_in_another_paragraph_has_moved(drawn):
    texts = drawn.changed("On trams\n", "On trams\n\nBy me\n")
    assert found(drawn.map, texts) == [OTHER_TEXT, ("S101", "rails", "warning"), ("S101", "money", "warning")]
    texts = drawn.changed(TEXT, TEXT.replace("The town has money.", "") + "\nThe town has money.")
    told = said(drawn.map, texts, "S101")
    assert "P2 (money): its passage “The town has money” (¶3) now stands in ¶4" in told
    assert "--fix" in told


def test_a_passage_with_other_words_has_changed(drawn):
    texts = drawn.changed("nobody has ever", "some people have")
    assert found(drawn.map, texts) == [OTHER_TEXT, ("S102", "rails", "warning")]
    told = said(drawn.map, texts, "S102")
    assert "P1 (rails): its passage “They run on rails … seen one swerve” (¶2) may now read" in told


def test_a_passage_that_is_not_there_is_lost(drawn):
    texts = drawn.changed("They run on rails, and nobody has ever seen one swerve.", "")
    assert found(drawn.map, texts) == [OTHER_TEXT, ("S103", "rails", "error")]
    assert "“They run on rails … seen one swerve” (¶2) is not in the text" in said(drawn.map, texts, "S103")


@pytest.mark.parametrize("fields", [{"words": None}, {"hash": None}, {"words": None, "hash": None}])
def test_an_anchor_without_words_or_hash_is_told_where_its_text_is_at_hand(drawn, fields):
    map = without(drawn.map, "rails", **fields)
    assert found(map, drawn.texts) == [("S104", "rails", "hint")]
    assert found(map) == []
    lost = drawn.changed("They run on rails, and nobody has ever seen one swerve.", "")
    assert found(map, lost) == [OTHER_TEXT, ("S103", "rails", "error")]


def test_a_source_whose_text_is_another_is_told_though_all_anchors_hold(drawn):
    assert found(drawn.map, drawn.changed("next year", "this year")) == [OTHER_TEXT]
    capital = set_fields(drawn.map, "report", {"sha256": drawn.map.entries["report"].sha256.upper()})[0]
    assert found(capital, drawn.texts) == []


def test_a_text_that_is_not_at_hand_is_one_hint_and_one_that_cannot_be_read_a_warning(drawn):
    why = {"report": "r.md is a PDF"}
    assert found(drawn.map, Texts(missing=why)) == [("S106", "report", "hint")]
    assert "“On trams” (report): its text is not at hand, so 2 anchors into it are not checked" in said(
        drawn.map, Texts(missing=why), "S106"
    )
    assert found(drawn.map, Texts(missing=why, unreadable={"report"})) == [("S107", "report", "warning")]
    assert "r.md is a PDF" in said(drawn.map, Texts(missing=why, unreadable={"report"}), "S107")
    bare, _ = reanchor(drawn.map, {"rails": (), "money": ()})
    assert ("S106", "report", "hint") not in found(bare, Texts(missing=why))


def test_a_premise_is_anchored_or_implicit_in_a_map_with_a_source(drawn):
    map, _ = reanchor(drawn.map, {"rails": ()})
    assert found(map) == [("S108", "rails", "hint")]
    assert found(set_fields(map, "rails", {"implicit": True})[0]) == []
    sourceless = map.with_entries({id: e for id, e in map.entries.items() if id != "report"}, {"report"})
    assert "S108" not in {code for code, _, _ in found(sourceless)}


def test_a_source_without_a_digest_is_told_where_its_text_is_at_hand(drawn):
    map, _ = set_fields(drawn.map, "report", {"sha256": None})
    assert found(map, drawn.texts) == [("S111", "report", "hint")]
    assert found(map) == []


def test_an_anchor_into_nowhere_is_told_once(drawn):
    assert found(without(drawn.map, "rails", source="ghost"), drawn.texts) == [("M101", "rails", "error")]
    assert found(without(drawn.map, "rails", source="c"), drawn.texts) == [("M109", "rails", "error")]


def test_codes_can_be_ignored(drawn):
    texts = drawn.changed("nobody has ever", "some people have")
    map, _ = set_fields(drawn.map, "rails", {"ignore": ("S102",)})
    assert found(map, texts) == [OTHER_TEXT]
    map, _ = set_fields(map, "report", {"ignore": ("S105",)})
    assert found(map, texts) == []


def test_quotation_marks_stand_round_words_that_the_passage_holds(drawn):
    def reading(text):
        return set_fields(drawn.map, "rails", {"text": text})[0]

    assert found(reading("Trams “run on rails”, and “nobody … swerve”."), drawn.texts) == []
    map = reading("Trams “run on wheels”, as “they run on rails”.")
    assert found(map, drawn.texts) == [("S109", "rails", "warning")]
    assert "P1 (rails): its passage doesn't hold the quoted words “run on wheels” (" in said(map, drawn.texts, "S109")
    assert found(map) == []


def test_a_quotation_is_not_held_against_a_passage_that_nobody_knows(drawn):
    map = set_fields(drawn.map, "rails", {"text": "Trams “run on wheels”."})[0]
    assert ("S109", "rails", "warning") not in found(map, drawn.changed("nobody has ever", "some people have"))
    anchor = map.entries["rails"].anchor[0]
    map, _ = reanchor(map, {"rails": (anchor, anchor.model_copy(update={"source": "far"}))})
    assert ("S109", "rails", "warning") not in found(map, drawn.texts)


def test_a_quotation_keeps_its_hedge(drawn):
    map, _ = set_fields(drawn.map, "money", {"text": "The town will “have more next year”."})
    map, _ = reanchor(map, {"money": (anchored("It may have more next year."),)})
    assert found(map, drawn.texts) == [("S110", "money", "warning")]
    assert "P2 (money): “have more next year” leaves out “may” of the same sentence" in said(map, drawn.texts, "S110")
    map, _ = set_fields(map, "money", {"text": "The town “may have more next year”."})
    assert found(map, drawn.texts) == []
