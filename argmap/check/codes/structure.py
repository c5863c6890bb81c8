"""The codes of family M: whether the map hangs together as an argument."""

from argmap.check.codes.code import Code

CODES = (
    Code(
        "M101",
        "error",
        "unknown id",
        "Something points to an id that the map doesn't have: `in`, `for`, `against`, a formula, "
        "`suppose`, `main`, or the source of an anchor. Mend the id, or add what it names.",
    ),
    Code(
        "M102",
        "error",
        "cycle of support",
        "A statement supports itself by way of others: nothing in the circle rests on anything outside "
        "it. Take one of the steps out.",
    ),
    Code(
        "M103",
        "warning",
        "disconnected",
        "A statement bears on no main conclusion: it is loose (in the tray), or heads a tree of its own "
        "while `main` names other conclusions. Place it, name it in `main`, or delete it.",
    ),
    Code(
        "M104",
        "error",
        "empty reason or objection",
        "A reason or objection without a statement in it says nothing. Put a statement in it, or delete it.",
    ),
    Code(
        "M105",
        "warning",
        "main conclusion without a reason",
        "Nothing in the map supports this main conclusion. Press a on it to give a reason.",
    ),
    Code(
        "M106",
        "warning",
        "main conclusion is not a root",
        "`main` names a statement that itself stands in a reason or objection, so it is a step on the "
        "way and not where the argument ends. Take it out of `main`, or out of that reason.",
    ),
    Code(
        "M107",
        "warning",
        "same sentence twice",
        "Two statements say the same in the same words. One statement may stand in several reasons: copy "
        "it (c) and paste it there (v), and delete the other.",
    ),
    Code(
        "M108",
        "error",
        "statement supports itself",
        "A statement stands in a reason for itself. Take it out of that reason.",
    ),
    Code(
        "M109",
        "error",
        "points to the wrong kind",
        "`in` must name a reason or an objection; `for` a statement or conditional; `against` a "
        "statement, conditional, reason or objection; formulas, `suppose` and `main` name statements or "
        "conditionals; an anchor's `source` names a source.",
    ),
    Code(
        "M110",
        "error",
        "sentence mentions itself",
        "A conditional, or what a statement means, mentions the very sentence it is part of, perhaps by "
        "way of others. Such a sentence says nothing that could be decided.",
    ),
)
