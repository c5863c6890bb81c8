import random

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.edit import EditRefused, Place, beside, move_down, rename, reword, set_fields, therefore
from argmap.edit.places import home
from argmap.export.review_text import review_text
from argmap.format import read
from argmap.git.differences import Moved, differences
from argmap.model import ArgumentMap, Reason, Statement
from tests.edit.conftest import FERRY
from tests.random_maps import random_edit, random_map

BASE = read(FERRY.encode()).map

ALL = r"""
argmap = 1
title = "All there is"
main = ["close", "wait"]
note = "Of the whole."
tags = ["one", "two"]
ignore = ["M103"]

[source.report]
title = "Report"
author = "A. B."
date = 2025-03-04
url = "https://example.org"
file = "report.md"
sha256 = "00ff"

[statement.close]
text = "Close the old town."
short = "Close it."
anchor = [
  { source = "report", para = 12, from = "we therefore", to = "private cars", words = 21, hash = "3f2a91c0" },
  { source = "report", para = 1, from = "close it" },
]

[reason.because-air]
for = "close"
rule = "modus ponens"
section = "Air"
note = "A step."

[statement.air]
text = "The air is bad.\nVery \u001b[31mbad\u202e."
in = ["because-air", "because-health"]
implicit = true
by = "the doctor"
note = "From experience."
tags = ["air"]
ignore = ["M102", "M105"]

[conditional.if-air-close]
if = "air and not (full or far)"
then = "close"
in = "because-air"

[statement.full]
text = "The trams are full."
means = "not far"

[statement.far]
text = "The trams are far."

[objection.but-access]
against = "because-air"
rule = "none"
answered = "There are lifts."

[conditional.if-full-stuck]
text = "Full trams strand people."
if = "full"
then = "not far"
if_text = "trams fill up"
then_text = "people are stuck"
qualifier = "likely"
in = "but-access"

[reason.because-health]
for = "nowhere"

[statement.lost]
text = "Lost."
in = ["nothing-of-that-name"]

[statement.wait]
text = "Wait."

[scenario.fill-up]
title = "What if?"
suppose = ["full", "not far"]
text = "Then this."
anchor = { source = "report", para = 2, from = "if they fill" }
"""


def shown(map):
    return review_text(map).splitlines()


def changes(old, new):
    """Which lines one has and the other has not."""
    before, after = shown(old), shown(new)
    return [line for line in before if line not in after], [line for line in after if line not in before]


def test_everything_stands_in_it():
    assert (
        review_text(read(ALL.encode()).map)
        == """\
argmap: 1
title: All there is
main: close, wait
tags: one, two
note: Of the whole.
ignore: M103

source [report] Report
  author: A. B.
  date: 2025-03-04
  url: https://example.org
  file: report.md
  sha256: 00ff

conclusion [close] Close the old town.
  short: Close it.
  anchor: report, para 12, from "we therefore" to "private cars", 21 words, hash 3f2a91c0
  anchor: report, para 1, from "close it"

because [because-air] for close, by modus ponens
  section: Air
  note: A step.
  [air] The air is bad.␊Very ␛[31mbad‹U+202E›.
    implicit
    by: the doctor
    tags: air
    note: From experience.
    ignore: M102, M105
  [if-air-close]
    if: air and not (full or far)
    then: close

proposition [full] The trams are full.
  means: not far

proposition [far] The trams are far.

but [but-access] against because-air, not claimed to be deductive
  answered: There are lifts.
  [if-full-stuck] Full trams strand people.
    if: full
    then: not far
    if_text: trams fill up
    then_text: people are stuck
    qualifier: likely

because [because-health] for nowhere
  [air], as in because-air

loose [lost] Lost.
  in: nothing-of-that-name (not in the map)

conclusion [wait] Wait.

scenario [fill-up] What if?
  suppose: full
  suppose: not far
  text: Then this.
  anchor: report, para 2, from "if they fill"
"""
    )


def test_comments_and_layout_do_not_count():
    spaced = FERRY.replace("\n\n", "\n\n# why\n\n").replace(' = "', '   =  "').replace("\n", "\r\n")
    assert review_text(read(spaced.encode()).map) == review_text(BASE)


def test_a_rewording_is_one_line():
    assert changes(BASE, reword(BASE, "used", "It is used.")[0]) == (
        ["  [used] The ferry is used."],
        ["  [used] It is used."],
    )


def test_another_premise_changes_no_other_line():
    gone, come = changes(BASE, beside(BASE, home(BASE, "used"), "It is full.")[0])
    assert gone == []
    assert [line.strip() for line in come] == ["[full] It is full."]


def test_another_target_is_one_line():
    moved = BASE.entries["because-counted"].model_copy(update={"target": "loved"})
    assert changes(BASE, BASE.with_entries({**BASE.entries, "because-counted": moved}, ["because-counted"])) == (
        ["because [because-counted] for used"],
        ["because [because-counted] for loved"],
    )


def test_a_conclusion_in_between_moves_nothing_below_it():
    gone, _ = changes(BASE, therefore(BASE, home(BASE, "used"), "It matters.")[0])
    assert gone == []


def test_an_order_is_shown():
    assert shown(move_down(BASE, Place("because-used", "keep"))[0]) != shown(BASE)


def test_no_labels():
    new = set_fields(rename(BASE, "used", "in-use")[0], "in-use", {"note": "Look."})[0]
    labels = set(new.outline.labels.values())
    assert labels.isdisjoint(review_text(new).replace("[", " ").replace("]", " ").split())


def test_an_empty_map_and_a_deep_one():
    assert review_text(ArgumentMap()) == "argmap: 1\n"
    entries = {"s0": Statement(text="0")}
    for n in range(1, 2000):
        entries[f"r{n}"] = Reason(target=f"s{n - 1}")
        entries[f"s{n}"] = Statement(text=str(n), stands_in=(f"r{n}",))
    text = review_text(ArgumentMap(entries=entries))
    assert max(len(line) for line in text.splitlines()) < 30


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10**6))
def test_whatever_differs_is_shown(seed):
    rng = random.Random(seed)
    old = new = random_map(rng)
    for _ in range(rng.randint(1, 3)):
        try:
            new, _ = random_edit(rng, new)()
        except EditRefused:
            continue
    told = [each for each in differences(old, new) if not isinstance(each, Moved)]
    if told:
        assert review_text(old) != review_text(new)
    elif old == new:
        assert review_text(old) == review_text(new)
