"""Every code a check or the reader may report: what it means and what to do."""

from dataclasses import dataclass

from argmap.model import Severity


@dataclass(frozen=True, slots=True)
class Code:
    """A stable code; `explanation` is for people, in full sentences."""

    code: str
    severity: Severity
    title: str
    explanation: str


_ALL = (
    Code(
        "F001",
        "error",
        "not a map",
        "The file holds no argument map. A map is a TOML file whose first line is `argmap = 1`. "
        "`argmap new FILE` starts one.",
    ),
    Code(
        "F002",
        "error",
        "not a text file",
        "Map files are text in UTF-8. The place named holds a byte that is not; save the file again in that encoding.",
    ),
    Code(
        "F003",
        "error",
        "not valid TOML",
        "The table named can't be read as TOML; only its first error is told, but every broken table is. "
        "Most often a quotation mark is missing, or stands inside a text without a backslash before it.",
    ),
    Code(
        "F004",
        "error",
        "wrong type",
        "A key has a value of another sort than it needs, a key that must be there is missing, or a "
        "formula can't be read. The message says what was expected; `argmap schema` prints all types.",
    ),
    Code(
        "F005",
        "error",
        "id used twice",
        "Ids are one namespace: a reason can't have the id of a statement. Rename one of the two, and "
        "what points to it.",
    ),
    Code(
        "F006",
        "error",
        "merge conflict",
        "Git merged two versions of the map and left what both changed differently between lines that begin with "
        "<<<<<<<, ||||||| (the version both began from), ======= and >>>>>>>. `argmap FILE` opens the map and asks "
        "about each; `argmap resolve FILE` does it without the app. By hand, keep one side and delete the markers.",
    ),
    Code(
        "F101",
        "warning",
        "unknown key",
        "argmap does not know this key. It is kept when the map is saved, but means nothing; often it is "
        "a slip of the pen.",
    ),
    Code(
        "F102",
        "warning",
        "unknown table",
        "argmap does not know this table or root key. It is kept when the map is saved, but means nothing.",
    ),
    Code(
        "F103",
        "warning",
        "written by a newer argmap",
        "The file's format number is higher than this version knows. It opens read-only, so that nothing "
        "of it is lost; update argmap to edit it.",
    ),
    Code(
        "F104",
        "warning",
        "no format number",
        "The line `argmap = 1` is missing. The file is read as format 1.",
    ),
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
    Code(
        "S101",
        "warning",
        "passage has moved",
        "The words that an anchor points to stand in another paragraph of the text than it says. "
        "`argmap source check --fix` writes the paragraph anew.",
    ),
    Code(
        "S102",
        "warning",
        "passage has changed",
        "The words that an anchor points to are not in the text any more, but others much like them are. Read them, "
        "and see whether the statement still says what they say: `argmap source check --fix` shows both and asks.",
    ),
    Code(
        "S103",
        "error",
        "passage is lost",
        "Nothing like the words that an anchor points to is in the text. Anchor the statement to another passage, "
        "or take the anchor out; `argmap source attach` names the right text, if this is another.",
    ),
    Code(
        "S104",
        "hint",
        "anchor without words and hash",
        "An anchor gives the first and last words of its passage, but not how many there are, or no hash of them. So "
        "nobody could tell if the text changed between. `argmap source check --fix` fills both in where the text "
        "is at hand.",
    ),
    Code(
        "S105",
        "warning",
        "source has changed",
        "The text of a source is another than the map was drawn from: its sha256 differs. Its anchors tell what became "
        "of each passage; once all are exact again, `argmap source check --fix` writes the new sha256.",
    ),
    Code(
        "S106",
        "hint",
        "text is not at hand",
        "The text of a source is not on this machine, so its anchors can't be checked here. Put it where the map's "
        "`file` says, or tell where it is: `argmap source attach MAP FILE`.",
    ),
    Code(
        "S107",
        "warning",
        "text can't be read",
        "The text of a source is there, but it can't be used: it is not UTF-8 text in a regular file, is empty or too "
        "large, lies outside the map's folder, or is another text than was attached. The message says what to do.",
    ),
    Code(
        "S108",
        "hint",
        "premise without a passage",
        "In a map that has a source, a premise either points to the passage that states it or is marked as supplied "
        "by the reader: `implicit = true`. This one does neither, so nobody can tell where it comes from.",
    ),
    Code(
        "S109",
        "warning",
        "quoted words that the passage doesn't hold",
        "A statement puts words in quotation marks that none of the passages it points to holds. Letter case, "
        "punctuation and footnote marks don't matter; an ellipsis may leave words out, and [brackets] may put some in. "
        "Quote what the text says, or take the quotation marks away.",
    ),
    Code(
        "S110",
        "warning",
        "quotation cut away from its hedge",
        "A statement quotes words of a sentence but leaves out what hedges them there: “may”, “unless”, “some”, “he "
        "claims”. The text says less than the quotation then does. Quote the hedge, too, or say it in your own words.",
    ),
    Code(
        "S111",
        "hint",
        "source without a digest",
        "A source's `sha256` says exactly which text the map was drawn from, so that a later change, or a wrong file, "
        "is noticed. `argmap source check --fix` fills it in.",
    ),
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

CODES: dict[str, Code] = {code.code: code for code in _ALL}
"""Every code by its name."""
