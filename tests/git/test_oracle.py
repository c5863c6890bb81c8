from itertools import combinations, permutations

import pytest

from tests.git.oracle import conflict, moved
from tests.git.plain_map import Entry, PlainMap, errors, read

BASE = """\
argmap = 1
title = "Ferry"
tags = ["boats"]

[source.report]
title = "Report"

[statement.keep]
text = "Keep the ferry."

[reason.used-why]
for = "keep"

[statement.used]
text = "It is used."
in = "used-why"
anchor = { source = "report", para = 1, from = "it is used" }
tags = ["a", "b"]

[statement.loved]
text = "It is loved."
in = "used-why"

[conditional.if-used]
if = "used and not bridge"
then = "keep"
in = "used-why"

[statement.bridge]
text = "There is a bridge."

[objection.cost-why]
against = "keep"

[statement.cost]
text = "It costs."
in = "cost-why"

[reason.fuel-why]
for = "cost"

[statement.fuel]
text = "Fuel is dear."
in = "fuel-why"

[scenario.maybe]
suppose = ["not bridge"]
"""
TABLES = {part.split("]")[0].split(".")[1]: part for part in BASE.split("\n\n")[1:]}
LOVED, FUEL = 'in = "used-why"\n\n[cond', 'in = "fuel-why"'
ANCHOR = 'source = "report", para = 1, from = "it is used"'


def made(*changes):
    """The base with texts replaced, each of which stands there once."""
    text = BASE
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text.encode()


def gone(*ids):
    return [(TABLES[id].strip() + "\n", "") for id in ids]


def added(text):
    return ('suppose = ["not bridge"]\n', f'suppose = ["not bridge"]\n\n{text}\n')


def swapped(one, other):
    """Two tables in each other's place."""
    return [(TABLES[one], "\0"), (TABLES[other], TABLES[one]), ("\0", TABLES[other])]


def behind(id, *others):
    """Tables taken out and put behind another, in this order."""
    out = [(TABLES[other] + "\n\n", "") for other in others]
    return [*out, (TABLES[id], "\n\n".join([TABLES[id], *(TABLES[other] for other in others)]))]


def two_anchors(para):
    return (f"{{ {ANCHOR} }}", f'[{{ {ANCHOR} }}, {{ source = "report", para = {para}, from = "a" }}]')


USED_IS_USAGE = [("[statement.used]", "[statement.usage]"), ("used and not", "usage and not")]
USED_IS_RIDDEN = [("[statement.used]", "[statement.ridden]"), ("used and not", "ridden and not")]
FUEL_WHY_IS_OIL_WHY = [("[reason.fuel-why]", "[reason.oil-why]"), (FUEL, 'in = "oil-why"')]
FUEL_IS_OIL = [("[statement.fuel]", "[statement.oil]")]
NO_FUEL = gone("fuel-why", "fuel")
NO_COST = [*gone("cost-why", "cost"), *NO_FUEL]

CASES = {
    "nothing": ([], [], ""),
    "id, unlike": (USED_IS_USAGE, USED_IS_RIDDEN, "id used"),
    "id, alike": (USED_IS_USAGE, USED_IS_USAGE, ""),
    "id, and a mention of it": (USED_IS_USAGE, [FUEL_MEANS := (FUEL, f'{FUEL}\nmeans = "not used"')], ""),
    "id, and its text": (USED_IS_USAGE, [("It is used.", "It is ridden.")], ""),
    "id and text, and its text": (
        [*USED_IS_USAGE, ("It is used.", "Used.")],
        [("It is used.", "It is ridden.")],
        "deletion used",
    ),
    "id of a reason and its member, and its rule": (
        [("[reason.fuel-why]", "[reason.oil-why]"), (FUEL, 'in = "oil-why"'), *FUEL_IS_OIL],
        [('for = "cost"', 'for = "cost"\nrule = "none"')],
        "",
    ),
    "id of a reason, and of its member": (FUEL_WHY_IS_OIL_WHY, FUEL_IS_OIL, ""),
    "id of a source, and an anchor": (
        [("[source.report]", "[source.paper]"), ('source = "report"', 'source = "paper"')],
        [("para = 1", "para = 2")],
        "",
    ),
    "id that the other side has": (FUEL_IS_OIL, [added('[statement.oil]\ntext = "Oil."')], "cell statement.oil."),
    "text": ([("It is used.", "A.")], [("It is used.", "B.")], "cell statement.used.text"),
    "text, alike": ([("It is used.", "A.")], [("It is used.", "A.")], ""),
    "text and note": ([("It is used.", "A.")], [('"It is used."', '"It is used."\nnote = "B"')], ""),
    "comments": ([("[statement.used]", "[statement.used] # A")], [("[statement.used]", "# B\n[statement.used]")], ""),
    "the default": ([(FUEL, f"{FUEL}\nimplicit = false")], [(FUEL, f"{FUEL}\nimplicit = true")], ""),
    "one in a list": ([(FUEL, 'in = ["fuel-why"]')], [(FUEL, 'in = "used-why"'), *gone("fuel-why")], ""),
    "brackets that say nothing": (
        [("used and not bridge", "(used  and (not (bridge)))")],
        [("used and not bridge", "used or not bridge")],
        "",
    ),
    "formula": ([("used and", "used or")], [("used and", "loved and")], "cell conditional.if-used.if"),
    "unknown key": ([(FUEL, f"{FUEL}\nmood = 1")], [(FUEL, f"{FUEL}\nmood = true")], "cell statement.fuel.mood"),
    "unknown key, false": (
        [(FUEL, f"{FUEL}\nmood = 0")],
        [(FUEL, f"{FUEL}\nmood = false")],
        "cell statement.fuel.mood",
    ),
    "unknown key, alike": ([(FUEL, f"{FUEL}\nmood = 1")], [(FUEL, f"{FUEL}\nmood=1")], ""),
    "tags": ([('["a", "b"]', '["b", "c"]')], [('["a", "b"]', '["d"]')], ""),
    "the map's tags": ([('["boats"]', "[]")], [('["boats"]', '["x", "boats"]')], ""),
    "the map's title": ([('"Ferry"', '"A"')], [('"Ferry"', '"B"')], "cell head.title"),
    "main": (
        [('"Ferry"', '"Ferry"\nmain = ["keep"]')],
        [('"Ferry"', '"Ferry"\nmain = ["cost"]')],
        "cell head.main",
    ),
    "main, alike": ([('"Ferry"', '"Ferry"\nmain = ["keep"]')], [('"Ferry"', '"Ferry"\nmain = "keep"')], ""),
    "both add to in": ([(FUEL, 'in = ["fuel-why", "used-why"]')], [(FUEL, 'in = ["fuel-why", "cost-why"]')], ""),
    "both replace in": (
        [(LOVED, 'in = "cost-why"\n\n[cond')],
        [(LOVED, 'in = "fuel-why"\n\n[cond')],
        "cell statement.loved.in",
    ),
    "one replaces in": (
        [(LOVED, 'in = "cost-why"\n\n[cond')],
        [(LOVED, 'in = ["used-why", "fuel-why"]\n\n[cond')],
        "cell statement.loved.in",
    ),
    "both place what was loose": (
        [('a bridge."', 'a bridge."\nin = "used-why"')],
        [('a bridge."', 'a bridge."\nin = "cost-why"')],
        "cell statement.bridge.in",
    ),
    "both add anchors": ([two_anchors(2)], [two_anchors(3)], ""),
    "both change the anchor": ([("para = 1", "para = 2")], [("para = 1", "para = 3")], "cell statement.used.anchor"),
    "both add one id": (
        [added('[statement.new]\ntext = "A."')],
        [added('[statement.new]\ntext = "B."')],
        "cell statement.new.text",
    ),
    "both add one id, not the same keys": (
        [added('[statement.new]\ntext = "A."\nnote = "N"')],
        [added('[statement.new]\ntext = "A."\nby = "B"')],
        "",
    ),
    "both add one id, of two kinds": (
        [added('[statement.new]\ntext = "A."')],
        [added('[source.new]\ntitle = "A."')],
        "kind new",
    ),
    "kind": ([TURNED := ("[objection.cost-why]\nagainst", "[reason.cost-why]\nfor")], [("It costs.", "A.")], ""),
    "kind, and a key": (
        [TURNED],
        [('against = "keep"', 'against = "keep"\nanswered = "A"')],
        "kind cost-why",
    ),
    "kind, alike": ([TURNED], [TURNED], ""),
    "kind, alike but for what is new": (
        [('[objection.cost-why]\nagainst = "keep"', '[reason.cost-why]\nfor = "keep"\nnote = "A"')],
        [('[objection.cost-why]\nagainst = "keep"', '[reason.cost-why]\nfor = "keep"\nsection = "B"')],
        "kind cost-why",
    ),
    "deleted": (NO_FUEL, [("It costs.", "A.")], ""),
    "deleted, both": (NO_FUEL, NO_FUEL, ""),
    "deleted, and changed": (NO_FUEL, [("Fuel is dear.", "A.")], "deletion fuel"),
    "deleted, and a comment": (NO_FUEL, [("[statement.fuel]", "# A\n[statement.fuel]")], ""),
    "deleted, and in another order": (NO_COST, swapped("cost-why", "fuel-why"), ""),
    "deleted, and a new member": (
        NO_FUEL,
        [added('[statement.new]\ntext = "A."\nin = "fuel-why"')],
        "deletion fuel-why that new.in names",
    ),
    "deleted, and a new reason": (
        NO_FUEL,
        [added('[reason.new-why]\nfor = "fuel"\n[statement.new]\ntext = "A."\nin = "new-why"')],
        "deletion fuel that new-why.for names",
    ),
    "deleted, and mentioned": (NO_FUEL, [('["not bridge"]', '["not fuel"]')], "deletion fuel that maybe.suppose names"),
    "deleted, and in main": (NO_FUEL, [('"Ferry"', '"Ferry"\nmain = "fuel"')], "deletion fuel that head.main names"),
    "deleted, and changed in another part": (
        [*NO_FUEL, *gone("loved")],
        [(LOVED, 'in = "used-why"\nnote = "A"\n\n[cond')],
        "deletion loved",
    ),
    "deleted with its anchor": (
        [*gone("report"), ('anchor = { source = "report", para = 1, from = "it is used" }\n', "")],
        [("It is used.", "A.")],
        "",
    ),
    "order": (swapped("used", "loved"), [("It is used.", "A.")], ""),
    "order, alike": (swapped("used", "loved"), swapped("used", "loved"), ""),
    "order, apart": (behind("keep", "bridge"), behind("fuel", "bridge"), "order bridge"),
    "order, of two": (behind("keep", "bridge"), behind("fuel", "loved"), ""),
    "order, behind what moved": (behind("keep", "loved", "bridge"), behind("keep", "bridge"), ""),
    "order, and another place": (
        behind("keep", "loved"),
        [*behind("fuel", "loved"), ('It is loved."\nin = "used-why"', 'It is loved."\nin = "fuel-why"')],
        "",
    ),
    "union, empty": (
        [*gone("loved"), ('keep"\nin = "used-why"', 'keep"\nin = "cost-why"')],
        [('used."\nin = "used-why"', 'used."\nin = "cost-why"')],
        "union empty used-why",
    ),
    "union, one left": (gone("loved"), [('used."\nin = "used-why"', 'used."\nin = "cost-why"')], ""),
    "union, itself": (
        [(FUEL, 'in = ["fuel-why", "used-why"]')],
        [('[reason.used-why]\nfor = "keep"', '[reason.used-why]\nfor = "fuel"')],
        "union self fuel",
    ),
    "union, circle": (
        [('It costs."\nin = "cost-why"', 'It costs."\nin = ["cost-why", "used-why"]')],
        [('ferry."', 'ferry."\nin = "fuel-why"')],
        "union circle keep",
    ),
    "union, no circle by an objection": (
        [(LOVED, 'in = ["used-why", "fuel-why"]\n\n[cond')],
        [
            added('[objection.no]\nagainst = "loved"'),
            ('It costs."\nin = "cost-why"', 'It costs."\nin = ["cost-why", "no"]'),
        ],
        "",
    ),
    "union, what one side has already": ([('"Ferry"', '"Ferry"\nmain = "ghost"')], [("It is used.", "A.")], ""),
    "union, what the deleting side has already": (
        gone("bridge"),
        [('["not bridge"]', '["not bridge", "used"]')],
        "",
    ),
    "union, mention": ([FUEL_MEANS], [('It is used."', 'It is used."\nmeans = "not fuel"')], "union mention used"),
    "union, mentions without a circle": ([FUEL_MEANS], [('It is used."', 'It is used."\nmeans = "not cost"')], ""),
    "union, wrong kind": (
        [TURNED],
        [added('[objection.no]\nagainst = "cost-why"\n[statement.new]\ntext = "A."\nin = "no"')],
        "",
    ),
}


@pytest.mark.parametrize(("ours", "theirs", "reason"), CASES.values(), ids=CASES)
def test_one_rule(ours, theirs, reason):
    sides = made(*ours), made(*theirs)
    for one, other in (sides, sides[::-1]):
        found = conflict(made(), one, other)
        assert found if reason else not found
        assert all(said.startswith(reason) for said in found)


def test_no_id_follows_a_text_that_was_said_twice():
    base = made(("It is loved.", "It is used."))
    ours = base.replace(b"[statement.used]", b"[statement.usage]").replace(b"used and not", b"usage and not")
    ours = ours.replace(b'[statement.loved]\ntext = "It is used."', b'[statement.loved]\ntext = "A."')
    theirs = base.replace(b"[statement.used]", b"[statement.used]\nnote = 'A'")
    assert conflict(base, ours, theirs) == {"deletion used"}


def test_the_run_that_stays_is_the_first_of_the_longest():
    base = PlainMap({}, {str(n): Entry("source", {}) for n in range(6)})
    for order in permutations(range(6)):
        side = PlainMap({}, {str(n): Entry("source", {}) for n in order})
        runs = [run for length in range(7) for run in combinations(order, length) if list(run) == sorted(run)]
        stays = min((run for run in runs if len(run) == len(runs[-1])), key=lambda run: run[::-1])
        assert moved(base, side) == {str(n) for n in range(6)} - set(map(str, stays))


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (('for = "cost"', 'for = "ghost"'), ("unknown", "fuel-why")),
        (('source = "report"', 'source = "ghost"'), ("unknown", "used")),
        (("used and not bridge", "used or ghost"), ("unknown", "if-used")),
        (('"Ferry"', '"Ferry"\nmain = "ghost"'), ("unknown", "head")),
        (('["not bridge"]', '["not cost-why"]'), ("kind", "maybe")),
        ((FUEL, 'in = "cost"'), ("kind", "fuel")),
        (('for = "cost"', 'for = "cost-why"'), ("kind", "fuel-why")),
        ((FUEL, ""), ("empty", "fuel-why")),
        ((FUEL, f'{FUEL}\nmeans = "a or fuel"'), ("mention", "fuel")),
        (('for = "cost"', 'for = "fuel"'), ("self", "fuel")),
    ],
)
def test_what_is_unsound(change, error):
    assert error in errors(read(made(change)))
    assert not errors(read(made()))


def test_headers_are_told_from_texts_that_look_like_them():
    text = (
        'argmap = 1\r\n[statement."a.b"] # [statement.no]\r\ntext = """\r\n[statement.no]\r\n"""\r\n[source.\'c\']\r\n'
    )
    assert list(read(b"\xef\xbb\xbf" + text.encode()).entries) == ["a.b", "c"]
