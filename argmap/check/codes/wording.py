"""The codes of family W: how statements are worded."""

from argmap.check.codes.code import Code

CODES = (
    Code(
        "W101",
        "hint",
        "question",
        "A question claims nothing, so nothing can support it and it supports nothing. Say what its answer claims: a "
        "rhetorical question means the answer everybody would give. Words quoted from a source as they stand are not "
        "reported.",
    ),
    Code(
        "W102",
        "hint",
        "not a whole sentence",
        "A statement has to be something that can be true or false, and a mere topic (“The cost of trams”) or a clause "
        "cut from another sentence (“Because trams are cheap”) can't be. Say of it what is the case.",
    ),
    Code(
        "W103",
        "hint",
        "reasoning inside a statement",
        "A word such as “because” or “therefore” says that one thing follows from another. In a map, reasons say so; "
        "inside a statement the step can't be seen, checked, or objected to. Make the reason a premise of its own, and "
        "leave “therefore” out. Where “because” tells what caused something and that is the very claim, leave it: "
        '`ignore = ["W103"]`.',
    ),
    Code(
        "W104",
        "hint",
        "two claims in one statement",
        "Two claims that could be true or false each without the other stand in one statement. A reason for it, or an "
        "objection, then can't say which it is about. Give each a statement of its own, side by side in the same "
        'reason. If the map needs the compound as such, `means = "a and b"` says so. Words quoted from a source as '
        "they stand are not reported.",
    ),
    Code(
        "W105",
        "hint",
        "points outside the statement",
        "The statement begins with “this”, “it”, “they” or the like, and what that stands for is not in it. Whoever "
        "reads the map meets each statement alone, so name what is meant; in a quotation, in [brackets].",
    ),
    Code(
        "W106",
        "hint",
        "too long",
        "Long statements mostly hold more than one claim, and in a figure they crowd out the others. Say it in fewer "
        "words, or divide it. Words quoted from a source as they stand are not reported: `short` gives figures "
        "something shorter.",
    ),
    Code(
        "W107",
        "hint",
        "conclusion brings in something new",
        "A reason that is meant to be deductive has a conclusion that speaks of something no premise speaks of, like a "
        "rabbit out of a hat. Either a premise is missing that links the two, or the same thing goes by "
        'two names. `rule = "none"` says that the step doesn\'t claim to be deductive.',
    ),
    Code(
        "W108",
        "hint",
        "premise not linked to the rest",
        "A premise of a reason that is meant to be deductive speaks of something that neither the conclusion nor "
        "another premise speaks of: the premises don't hold hands. Either it isn't needed for the step, or a premise "
        'is missing that takes it up, or the same thing goes by two names. `rule = "none"` says that the step doesn\'t '
        "claim to be deductive.",
    ),
)
