import json
import re

import pytest

from argmap.edit import because, delete, reword, set_fields, set_title
from argmap.edit.places import home
from argmap.format import read
from argmap.git.report import Compared, as_data, as_markdown, as_text
from argmap.model import ArgumentMap
from tests.edit.conftest import FERRY

BASE = read(FERRY.encode()).map


def compared(new, old=BASE):
    return Compared.of("ferry.argmap.toml", "HEAD", "on disk", old, new)


def test_text_tells_what_was_compared_and_each_change_on_a_line():
    new = because(reword(BASE, "used", "The ferry is loved.")[0], home(BASE, "cost"), "Fuel is dear.")[0]
    assert as_text(compared(delete(new, home(new, "loved"))[0])).splitlines() == [
        "ferry.argmap.toml: 2 added, 2 removed, 1 changed (HEAD → on disk)",
        "  ~ C2 reworded: The ferry is [-used-]{+loved+}.",
        "  + added R3 for O1",
        "  + added O1.1 “Fuel is dear.” to R3",
        "  − removed R3",
        "  − removed P3 “People love the ferry.”",
    ]


def test_nothing_but_comments_is_the_same_argument():
    again = compared(read(FERRY.replace("[statement.spare]", "# spare\n[statement.spare]").encode()).map)
    assert again.alike
    assert as_text(again) == "ferry.argmap.toml: the same argument (HEAD → on disk)"
    assert as_markdown([]) == "No map changed.\n"


@pytest.mark.parametrize(
    ("old", "new", "words"), [(None, BASE, "a new map, 8 s"), (BASE, None, "the map is gone, 8 s")]
)
def test_a_map_that_begins_or_ends(old, new, words):
    assert compared(new, old).summary == f"{words}tatements"
    assert not compared(new, old).alike
    assert words in as_text(compared(new, old))
    assert as_data(compared(new, old))["changes"] == []


def test_markdown_shows_a_rewording_word_by_word():
    text = as_markdown([compared(reword(BASE, "used", "The ferry is loved.")[0])])
    assert "### ferry\\.argmap\\.toml\n" in text
    assert "- ~ C2 reworded: The ferry is ~~used~~**loved**\\.\n" in text


def test_words_of_a_map_are_never_markdown_or_html():
    hostile = "<script>x</script> **bold** [a](javascript:x) @someone #12 `code` | a\n# heading\x1b[31m"
    new = set_fields(set_title(BASE, hostile)[0], "used", {"note": hostile})[0]
    for text in (as_markdown([compared(new)]), as_markdown([compared(reword(new, "used", hostile)[0], new)])):
        assert "\x1b" not in text
        hidden = text.replace("<!-- -->", "").replace("~~", "").replace("**The ferry is used\\.**", "")
        assert not re.search(r"(?<!\\)[<>*`|\[]", hidden.replace("**\\<", "\\<").replace("31m**", "31m"))
        assert "@<!-- -->someone" in text
        assert "#<!-- -->12" in text.replace("\\#", "#")
        assert len(text.splitlines()) <= 8


def test_data_holds_ids_labels_and_values():
    new = reword(because(BASE, home(BASE, "cost"), "Fuel is dear.")[0], "used", "It is used.")[0]
    data = as_data(compared(new))
    assert json.loads(json.dumps(data)) == data
    assert data["changes"][0] == {
        "change": "changed",
        "told": "C2 reworded: [-The ferry-]{+It+} is used.",
        "id": "used",
        "kind": "statement",
        "label": "C2",
        "key": "text",
        "old": "The ferry is used.",
        "new": "It is used.",
    }
    added = next(each for each in data["changes"] if each["change"] == "added" and each["kind"] == "statement")
    assert added["cells"] == {"text": "Fuel is dear.", "in": [added["cells"]["in"][0]]}


def test_every_sort_of_value_can_be_told_as_data():
    new = set_fields(BASE, "if-used-keep", {"qualifier": "might"})[0]
    entry = new.entries["if-used-keep"]
    changed = new.with_entries(
        {**new.entries, "if-used-keep": entry.model_copy(update={"antecedent": entry.consequent})}, ["if-used-keep"]
    )
    data = as_data(compared(changed))
    assert {(c["key"], c["old"], c["new"]) for c in data["changes"]} == {
        ("if", "used and not bridge", "keep"),
        ("qualifier", None, "might"),
    }
    assert as_data(compared(ArgumentMap(), BASE))["changes"]
