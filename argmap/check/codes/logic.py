"""The codes of family L: whether what is said to follow does, and what is left to answer."""

from argmap.check.codes.code import Code

CODES = (
    Code(
        "L101",
        "warning",
        "step does not follow",
        "A step claims to be deductive, since it names a rule or one of its conditionals leads to the conclusion; but "
        "its premises can all be true while the conclusion is false. The message tells such a case in the statements' "
        "own words. Add the premise that is missing (`f` on the reason offers some; `argmap steps` lists them), mend a "
        'conditional, or say with `rule = "none"` that the step isn\'t meant to be deductive.',
    ),
    Code(
        "L102",
        "hint",
        "conditional doesn't lead to the conclusion",
        "A step has a conditional in it but doesn't follow from its premises, and nothing says that it should: the "
        "conditional leads to something else. Often the premise that links it to the conclusion was left out as "
        'obvious. Add it as an implicit statement, or say with `rule = "none"` that the step isn\'t meant to be '
        "deductive.",
    ),
    Code(
        "L103",
        "hint",
        "form of a fallacy",
        "A step has a form that is often taken for valid and isn't: affirming the consequent (if A then B; B; so A), "
        "denying the antecedent (if A then B; not A; so not B), converting a conditional or its inverse, or affirming "
        "a disjunct (A or B; A; so not B). As an inference to the best explanation it may still be reasonable: say so "
        'with `rule = "none"`.',
    ),
    Code(
        "L104",
        "warning",
        "rule misnamed",
        "A step follows, but by another rule than it names, or it names a rule that argmap doesn't know. Name the rule "
        "that it goes by, or none.",
    ),
    Code(
        "L105",
        "hint",
        "premise not needed",
        "A step that claims to be deductive follows without this premise. If the premise is a ground of its own, give "
        "it a reason of its own; if it supports another premise, put it under that one.",
    ),
    Code(
        "L106",
        "warning",
        "premises contradict one another",
        "The premises of a step can't all be true, so that anything would follow from them and nothing is shown.",
    ),
    Code(
        "L107",
        "warning",
        "conclusion among the premises",
        "One premise of a step says the same as its conclusion: it begs the question.",
    ),
    Code(
        "L108",
        "hint",
        "conditional holds vacuously",
        "A step's conclusion is a conditional, and it holds only since its IF can't be true given the premises, or "
        "since its THEN holds anyway. That is valid, but rarely what was meant.",
    ),
    Code(
        "L109",
        "hint",
        "conditional never used",
        "A step that claims to be deductive follows without one of its conditionals: its IF or THEN meets nothing else "
        "that the step needs.",
    ),
    Code(
        "L110",
        "hint",
        "step not decided",
        "A step is so involved that it would take too long to tell whether it follows. Nothing is said of it; divide "
        "it into smaller steps.",
    ),
    Code(
        "L201",
        "hint",
        "objection not answered",
        "Nobody has answered this objection: it is live, or may become so, and what it is against doesn't stand then. "
        'Object to it in turn (`b`), or say why it is settled: `answered = "why"`.',
    ),
    Code(
        "L202",
        "warning",
        "scenario contradicts itself",
        "The suppositions of a scenario can't all be true, by themselves or with the map's premises. The message names "
        "the fewest that contradict one another; nothing is concluded from them.",
    ),
    Code(
        "L203",
        "warning",
        "the map's premises contradict one another",
        "Premises that the author asserts in different places can't all be true. The message names the fewest that "
        "contradict one another. Drop one, or mark whose claim it is by making it part of an objection.",
    ),
)
